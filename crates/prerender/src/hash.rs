//! Hashes of what the site is made of.

use sha2::{Digest, Sha256};

/// Part of a file's name, which so changes with its content.
pub fn short_hash(content: &[u8]) -> String {
    let digest = Sha256::digest(content);
    digest
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A source for the content security policy: the hash of an inline script or
/// style, to the byte as it stands between its tags.
pub fn policy_hash(content: &str) -> String {
    let digest = Sha256::digest(content.as_bytes());
    format!("'sha256-{}'", data_encoding::BASE64.encode(&digest))
}

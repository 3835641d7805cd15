//! Bytes as the text of a link, and back: a prefix, base64url without padding (strict:
//! one text for each sequence of bytes), and a checksum that tells whether anything was
//! changed on the way.

use base64ct::{Base64UrlUnpadded, Encoding};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::problem::LinkProblem;

/// Longer texts are refused unread and never written, in bytes.
pub const LENGTH_MAX: usize = 16 * 1024;

/// Without its table of 1 KB, which would be loaded to save nothing: most links
/// are 18 bytes long.
pub(super) const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

/// Prefix, bytes and their checksum as text.
pub(super) fn wrapped(prefix: &str, mut bytes: Vec<u8>) -> String {
    bytes.extend(checksum(prefix, &bytes).to_be_bytes());
    format!("{prefix}{}", Base64UrlUnpadded::encode_string(&bytes))
}

/// The bytes of a text that [`wrapped`] made with this prefix: a letter, `1` and
/// a point.
pub(super) fn unwrapped(prefix: &str, fragment: &str) -> Result<Vec<u8>, LinkProblem> {
    if fragment.len() > LENGTH_MAX {
        return Err(LinkProblem::Damaged);
    }
    if fragment.is_empty() {
        return Err(LinkProblem::NoData);
    }
    let (version, data) = split(prefix, fragment).ok_or(LinkProblem::Damaged)?;
    if data.is_empty() {
        return Err(LinkProblem::NoData);
    }
    let bytes = Base64UrlUnpadded::decode_vec(data).unwrap_or_default();
    match (version, checked(prefix, bytes)) {
        (1, Some(payload)) => Ok(payload),
        // Right for this version under another number: the number was changed.
        (1, None) | (_, Some(_)) => Err(LinkProblem::Damaged),
        (_, None) => Err(LinkProblem::Newer),
    }
}

/// The letter, a version from 1 without leading zeros, a point, the data.
fn split<'a>(prefix: &str, fragment: &'a str) -> Option<(u32, &'a str)> {
    let rest = fragment.strip_prefix(prefix.chars().next()?)?;
    let (version, data) = rest.split_once('.')?;
    let plain = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
    let number = version.parse().ok().filter(|_| plain)?;
    Some((number, data))
}

/// The bytes before the checksum, when it is right.
fn checked(prefix: &str, mut bytes: Vec<u8>) -> Option<Vec<u8>> {
    let (payload, sum) = bytes.split_last_chunk::<4>()?;
    let right = u32::from_be_bytes(*sum) == checksum(prefix, payload);
    bytes.truncate(payload.len());
    right.then_some(bytes)
}

/// The prefix is part of what is checked, so a changed version is damage.
fn checksum(prefix: &str, payload: &[u8]) -> u32 {
    let mut digest = CRC.digest();
    digest.update(prefix.as_bytes());
    digest.update(payload);
    digest.finalize()
}

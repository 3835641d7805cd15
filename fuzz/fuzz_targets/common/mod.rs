//! Bytes as a link whose checksum is right: docs/link-format.md, "Text".

use crc::{CRC_32_ISO_HDLC, Crc};
use data_encoding::BASE64URL_NOPAD;

/// The bytes as a fragment with this prefix.
pub fn wrapped(prefix: &str, bytes: &[u8]) -> String {
    let sum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(&[prefix.as_bytes(), bytes].concat());
    let data = BASE64URL_NOPAD.encode(&[bytes, &sum.to_be_bytes()].concat());
    format!("{prefix}{data}")
}

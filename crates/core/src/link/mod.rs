//! A whole result in a link: `r1.` and base64url. The format is specified in
//! docs/link-format.md, to the bit; the tests check its vectors.
//!
//! What reading deliberately does not do: repair. What comes here is read as it
//! stands, or refused whole.

mod disclosed;
mod figures;
#[cfg(test)]
mod golden_tests;
mod locked;
#[cfg(test)]
mod locked_tests;
mod mend;
#[cfg(test)]
mod samples;
#[cfg(test)]
mod spec_tests;
#[cfg(test)]
mod tests;
mod words;
#[cfg(test)]
mod words_tests;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

pub use disclosed::{Disclosed, Part};
pub use locked::{LOCKED_PREFIX, Locked, ROUNDS, passphrase, spoken};
pub use mend::{Carried, Found, TEXT_MAX, find};
pub use words::UNPACKED_MAX;

use crate::assessment::Assessment;
use crate::base64url;
use crate::catalogue::INSTRUMENT;

/// What every link of this version starts with.
pub const PREFIX: &str = "r1.";
/// Longer texts are refused unread and never written, in bytes.
pub const LENGTH_MAX: usize = 16 * 1024;

/// Without its table of 1 KB, which would be loaded to save nothing: most links
/// are 18 bytes long.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
/// Bytes before the checksum in links of trial editions.
const TRIAL: usize = 11;

/// Why a link could not be read. Nothing is ever half read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It came without its data: nothing, or nothing after the point.
    NoData,
    /// Characters are missing, changed or too many.
    Damaged,
    /// Whole, but made by a trial edition, whose links were never promised to
    /// last. A new one is to be asked for.
    Older,
    /// Whole, but made by a newer version than this one.
    Newer,
}

/// The texts are too long for a link; a file holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

/// The assessment as a link's fragment without `#`: its figures, and the texts
/// that are disclosed. 27 characters where there is no text.
///
/// # Errors
/// [`TooLong`] above [`LENGTH_MAX`] characters, or above [`UNPACKED_MAX`] bytes
/// of text.
pub fn encode(assessment: &Assessment, disclosed: &Disclosed) -> Result<String, TooLong> {
    let fragment = wrapped(PREFIX, write(assessment, disclosed)?);
    Some(fragment)
        .filter(|fragment| fragment.len() <= LENGTH_MAX)
        .ok_or(TooLong)
}

/// Reads what [`encode`] writes: the assessment as [`Disclosed::of`] shows it.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Assessment, LinkProblem> {
    from_payload(&unwrapped(PREFIX, fragment)?)
}

/// What [`Locked`] seals: the bytes of [`encode`] without checksum and text.
///
/// # Errors
/// [`TooLong`] when the locked link would be longer than [`LENGTH_MAX`], or
/// above [`UNPACKED_MAX`] bytes of text.
pub fn payload(assessment: &Assessment, disclosed: &Disclosed) -> Result<Vec<u8>, TooLong> {
    let most = (LENGTH_MAX - LOCKED_PREFIX.len()) / 4 * 3 - locked::OVERHEAD;
    let payload = write(assessment, disclosed)?;
    Some(payload)
        .filter(|payload| payload.len() <= most)
        .ok_or(TooLong)
}

/// Reads the bytes that stand before the checksum, once it is known that they
/// are as they were written: what is not understood in them was not damaged on
/// the way but made by another version, where one can have made it.
///
/// # Errors
/// See [`LinkProblem`]; never [`LinkProblem::NoData`].
pub fn from_payload(payload: &[u8]) -> Result<Assessment, LinkProblem> {
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) if payload.len() == TRIAL => return Err(LinkProblem::Older),
        Some(_) => {}
    }
    let (figures, words) = payload.split_first_chunk().ok_or(LinkProblem::Damaged)?;
    let mut assessment = figures::read(figures)?;
    words::read(words, &mut assessment)?;
    Ok(assessment)
}

fn write(assessment: &Assessment, disclosed: &Disclosed) -> Result<Vec<u8>, TooLong> {
    let shown = disclosed.of(assessment);
    let mut payload = figures::write(&shown);
    payload.extend(words::write(&shown)?);
    Ok(payload)
}

/// Prefix, bytes and their checksum as text.
fn wrapped(prefix: &str, mut bytes: Vec<u8>) -> String {
    bytes.extend(checksum(prefix, &bytes).to_be_bytes());
    format!("{prefix}{}", base64url::encode(&bytes))
}

/// The bytes of a text that [`wrapped`] made with this prefix: a letter, `1` and
/// a point.
fn unwrapped(prefix: &str, fragment: &str) -> Result<Vec<u8>, LinkProblem> {
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
    let bytes = base64url::decode(data).unwrap_or_default();
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

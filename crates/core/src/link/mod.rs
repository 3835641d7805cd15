//! A whole result in a link: `r1.` and base64url. The format is specified in
//! docs/link-format.md, to the bit; the tests check its vectors.
//!
//! What reading deliberately does not do: repair. What comes here is read as it
//! stands, or refused whole.

#[cfg(test)]
mod asking_tests;
pub mod assignment;
mod block;
mod contents;
mod disclosed;
mod figures;
#[cfg(test)]
mod golden_tests;
pub mod invitation;
mod locked;
#[cfg(test)]
mod locked_tests;
mod measures;
#[cfg(test)]
mod measures_tests;
#[cfg(test)]
mod medians_tests;
mod mend;
mod problem;
pub mod reply;
pub mod report;
#[cfg(test)]
mod reporting_tests;
mod rows;
#[cfg(test)]
pub(crate) mod samples;
#[cfg(test)]
mod spec_tests;
#[cfg(test)]
mod tests;
mod words;
#[cfg(test)]
mod words_tests;
mod wrapping;

pub use block::UNPACKED_MAX;
pub use contents::from_payload;
pub use disclosed::{Disclosed, Part};
pub use locked::{LOCKED_PREFIX, Locked, ROUNDS, passphrase, spoken};
pub use mend::{Found, GATHERED_MAX, Gathered, Other, TEXT_MAX, find, gather, gather_reports};
pub use problem::{LinkProblem, TooLong};
pub use wrapping::LENGTH_MAX;

use contents::{plain_payload, write};
use wrapping::{unwrapped, wrapped};

use crate::address::LinkKind;
use crate::assessment::Assessment;

/// What every link of this version starts with.
pub const PREFIX: &str = LinkKind::Result.prefix();

/// What a link carries.
#[expect(
    clippy::large_enum_variant,
    reason = "few exist at a time, and nearly all are open"
)]
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Carried {
    /// An assessment that anyone can read.
    Open(Assessment),
    /// One that a passphrase opens.
    Locked(Locked),
}

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

/// What a fragment carries as it stands, open or locked: nothing is mended, and nothing
/// inflated. [`find`] does both.
///
/// # Errors
/// The problem of [`decode`], where it is no locked link either; [`LinkProblem::Packed`].
pub fn read(fragment: &str) -> Result<Carried, LinkProblem> {
    let payload = unwrapped(PREFIX, fragment);
    let read = payload.and_then(|payload| plain_payload(&payload));
    read.map(Carried::Open).or_else(|problem| {
        let locked = Locked::parse(fragment).map_err(|_| problem)?;
        Ok(Carried::Locked(locked))
    })
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

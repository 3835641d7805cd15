//! A whole result in a link: `r1.` and base64url. The format is specified in
//! docs/link-format.md, to the bit; the tests check its vectors.
//!
//! What this deliberately does not do: repair. What comes here is read as it
//! stands, or refused whole.

#[cfg(test)]
mod tests;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use crate::assessment::Assessment;
use crate::base64url;
use crate::catalogue::{Answer, INSTRUMENT, Item, Kind, Scope, Step, Variant};
use crate::day::Day;
use crate::scoring::Answers;

/// What every link of this version starts with.
pub const PREFIX: &str = "r1.";
/// Longer texts are refused unread, in bytes.
pub const LENGTH_MAX: usize = 16 * 1024;

/// Without its table of 1 KB, which would be loaded to save nothing: a link is
/// 15 bytes long.
const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
/// Bytes before the checksum.
const PAYLOAD: usize = 11;
/// In the second byte: the kind of organisation …
const KIND_BITS: u8 = 0b0000_1111;
/// … the scope: set for a procurement …
const SCOPE_BIT: u8 = 0b0001_0000;
/// … the variant: set for the quick one …
const VARIANT_BIT: u8 = 0b0010_0000;
/// … and what a later version may give a meaning.
const RESERVED_BITS: u8 = 0b1100_0000;

/// Why a link could not be read. Nothing is ever half read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// It came without its data: nothing, or nothing after the point.
    NoData,
    /// Characters are missing, changed or too many.
    Damaged,
    /// Whole, but made by a newer version than this one.
    Newer,
}

/// The answers of an assessment, its kind, scope, variant and date, as a link's
/// fragment without `#`: always 23 characters. Names and notes are not in it.
pub fn encode(assessment: &Assessment) -> String {
    let scope = match assessment.scope {
        Scope::Organisation => 0,
        Scope::Procurement => SCOPE_BIT,
    };
    let variant = match assessment.variant {
        Variant::Full => 0,
        Variant::Quick => VARIANT_BIT,
    };
    let mut bytes = vec![INSTRUMENT, kind_code(assessment.kind) | scope | variant];
    bytes.extend(assessment.date.number().to_be_bytes());
    let packed = pack(&assessment.answers());
    bytes.extend(packed.to_be_bytes().into_iter().skip(1));
    bytes.extend(checksum(&bytes).to_be_bytes());
    format!("{PREFIX}{}", base64url::encode(&bytes))
}

/// Reads what [`encode`] writes. Names and notes are empty.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Assessment, LinkProblem> {
    if fragment.len() > LENGTH_MAX {
        return Err(LinkProblem::Damaged);
    }
    if fragment.is_empty() {
        return Err(LinkProblem::NoData);
    }
    let (version, data) = split(fragment).ok_or(LinkProblem::Damaged)?;
    if data.is_empty() {
        return Err(LinkProblem::NoData);
    }
    let bytes = base64url::decode(data).unwrap_or_default();
    match (version, checked(&bytes)) {
        (1, Some(payload)) => read(payload),
        // Right for this version under another number: the number was changed.
        (1, None) | (_, Some(_)) => Err(LinkProblem::Damaged),
        (_, None) => Err(LinkProblem::Newer),
    }
}

/// `r`, a version from 1 without leading zeros, a point, the data.
fn split(fragment: &str) -> Option<(u32, &str)> {
    let (version, data) = fragment.strip_prefix('r')?.split_once('.')?;
    let plain = version.bytes().all(|byte| byte.is_ascii_digit()) && !version.starts_with('0');
    let number = version.parse().ok().filter(|_| plain)?;
    Some((number, data))
}

/// The payload, when its checksum is right.
fn checked(bytes: &[u8]) -> Option<&[u8]> {
    let (payload, sum) = bytes.split_last_chunk::<4>()?;
    (u32::from_be_bytes(*sum) == checksum(payload)).then_some(payload)
}

/// The prefix is part of what is checked, so a changed version is damage.
fn checksum(payload: &[u8]) -> u32 {
    let mut digest = CRC.digest();
    digest.update(PREFIX.as_bytes());
    digest.update(payload);
    digest.finalize()
}

/// Reads a payload whose checksum is right: what is not understood was not
/// damaged on the way but made by a later version, where one can have made it.
fn read(payload: &[u8]) -> Result<Assessment, LinkProblem> {
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) => {}
    }
    if payload.len() > PAYLOAD {
        return Err(LinkProblem::Newer);
    }
    let payload: &[u8; PAYLOAD] = payload.try_into().map_err(|_| LinkProblem::Damaged)?;
    let [_, about, day1, day2, answers @ ..] = payload;
    if about & RESERVED_BITS != 0 {
        return Err(LinkProblem::Newer);
    }
    let kind = kind(about & KIND_BITS).ok_or(LinkProblem::Newer)?;
    let scope = match about & SCOPE_BIT {
        0 => Scope::Organisation,
        _ => Scope::Procurement,
    };
    let date = Day::from_number(u16::from_be_bytes([*day1, *day2]));
    let packed = answers
        .iter()
        .fold(0, |bits, &byte| bits << 8 | u64::from(byte));
    let mut assessment = Assessment::blank(kind, scope, date);
    for item in Item::all() {
        let shift = 53 - 3 * item.index();
        assessment.entries.get_mut(item).answer = answer(packed >> shift & 0b111);
    }
    if about & VARIANT_BIT != 0 {
        assessment.variant = Variant::Quick;
    }
    // An answer to an item that is not asked was never written.
    if pack(&assessment.answers()) != packed {
        return Err(LinkProblem::Damaged);
    }
    Ok(assessment)
}

/// 18 × 3 bits, in the upper 54 of 56.
fn pack(answers: &Answers) -> u64 {
    let bits = |bits: u64, item| bits << 3 | code(*answers.get(item));
    Item::all().fold(0, bits) << 2
}

/// Written out, not taken from the order of the type: links outlive it.
fn kind_code(kind: Kind) -> u8 {
    match kind {
        Kind::Municipality => 0,
        Kind::County => 1,
        Kind::State => 2,
        Kind::Joint => 3,
        Kind::Other => 4,
    }
}

fn kind(code: u8) -> Option<Kind> {
    Kind::ALL.into_iter().find(|&kind| kind_code(kind) == code)
}

fn code(answer: Option<Answer>) -> u64 {
    match answer {
        None => 0,
        Some(Answer::Rated(step)) => u64::from(step.number()),
        Some(Answer::DontKnow) => 6,
        Some(Answer::NotApplicable) => 7,
    }
}

fn answer(code: u64) -> Option<Answer> {
    match code {
        6 => Some(Answer::DontKnow),
        7 => Some(Answer::NotApplicable),
        number => u8::try_from(number)
            .ok()
            .and_then(Step::new)
            .map(Answer::Rated),
    }
}

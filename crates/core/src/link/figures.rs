//! The fourteen bytes that every link has: what is assessed, when, and the
//! answers. Each code is written out, not taken from the order of a type: links
//! outlive it.

use super::problem::LinkProblem;
use crate::assessment::Assessment;
use crate::catalogue::{
    Answer, AnsweredBy, Covered, INSTRUMENT, Item, Kind, Level, Perspective, Scope, Step, Variant,
};
use crate::day::Day;

/// How many bytes these are.
pub(super) const LENGTH: usize = 14;

/// In the second byte: the kind of organisation …
pub(super) const KIND_BITS: u8 = 0b0000_1111;
/// … the scope: set for a procurement …
pub(super) const SCOPE_BIT: u8 = 0b0001_0000;
/// … the variant: set for the quick one …
const VARIANT_BIT: u8 = 0b0010_0000;
/// … who answers: set for a group …
const GROUP_BIT: u8 = 0b0100_0000;
/// … and what a later version may give a meaning.
const RESERVED_BIT: u8 = 0b1000_0000;

/// Bits behind the answers, targets and checklist; a later version may give
/// them a meaning.
const SPARE: u32 = 7;

/// The fourteen bytes of an assessment.
pub(super) fn write(assessment: &Assessment) -> Vec<u8> {
    let scope = match assessment.scope {
        Scope::Organisation => 0,
        Scope::Procurement => SCOPE_BIT,
    };
    let variant = match assessment.variant {
        // A reply is passed on as a reply. As a result, what was not asked has no answer.
        Variant::Full | Variant::Asked(_) => 0,
        Variant::Quick => VARIANT_BIT,
    };
    let by = match assessment.by {
        AnsweredBy::Alone => 0,
        AnsweredBy::Group => GROUP_BIT,
    };
    let mut bytes = vec![
        INSTRUMENT,
        kind_code(assessment.kind) | scope | variant | by,
    ];
    bytes.extend(assessment.date.number().to_be_bytes());
    // 80 bits, the lowest of 128.
    bytes.extend(pack(assessment).to_be_bytes().into_iter().skip(6));
    bytes
}

/// Reads what [`write`] writes.
pub(super) fn read(bytes: &[u8; LENGTH]) -> Result<Assessment, LinkProblem> {
    let [_, about, day1, day2, packed @ ..] = bytes;
    let packed = packed
        .iter()
        .fold(0, |bits, &byte| bits << 8 | u128::from(byte));
    if about & RESERVED_BIT != 0 || packed & ((1 << SPARE) - 1) != 0 {
        return Err(LinkProblem::Newer);
    }
    let kind = kind(about & KIND_BITS).ok_or(LinkProblem::Newer)?;
    let scope = match about & SCOPE_BIT {
        0 => Scope::Organisation,
        _ => Scope::Procurement,
    };
    let date = Day::from_number(u16::from_be_bytes([*day1, *day2]));
    let mut assessment = Assessment::blank(kind, scope, date);
    if about & VARIANT_BIT != 0 {
        assessment.variant = Variant::Quick;
    }
    if about & GROUP_BIT != 0 {
        assessment.by = AnsweredBy::Group;
    }
    unpack(packed, &mut assessment);
    // An answer to an item that is not asked was never written, nor was a
    // target above the highest stage.
    if pack(&assessment) != packed {
        return Err(LinkProblem::Damaged);
    }
    Ok(assessment)
}

/// 18 × 3 bits of answers, 3 × 3 of targets, 5 × 2 of the checklist, 7 × 0.
fn pack(assessment: &Assessment) -> u128 {
    let answers = assessment.answers();
    let bits = |bits, item| bits << 3 | code(*answers.get(item));
    let bits = Item::all().fold(0u128, bits);
    let target = |bits, level| {
        let target = assessment.targets.get(level);
        bits << 3 | target.map_or(0, |step| u128::from(step.number()))
    };
    let bits = Level::ALL.into_iter().fold(bits, target);
    let covered = |bits, one| bits << 2 | covered_code(assessment.checklist.get(one));
    Perspective::ALL.into_iter().fold(bits, covered) << SPARE
}

/// Sets what the bits say and the types can hold.
fn unpack(packed: u128, assessment: &mut Assessment) {
    let mut left = 80;
    let mut next = |width: u32| {
        left -= width;
        (packed >> left & ((1 << width) - 1)) as u8
    };
    for item in Item::all() {
        assessment.entries.get_mut(item).answer = answer(next(3));
    }
    for level in Level::ALL {
        *assessment.targets.get_mut(level) = Step::new(next(3));
    }
    for perspective in Perspective::ALL {
        assessment.checklist.set(perspective, covered(next(2)));
    }
}

pub(super) fn kind_code(kind: Kind) -> u8 {
    match kind {
        Kind::Municipality => 0,
        Kind::County => 1,
        Kind::State => 2,
        Kind::Joint => 3,
        Kind::Other => 4,
    }
}

pub(super) fn kind(code: u8) -> Option<Kind> {
    Kind::ALL.into_iter().find(|&kind| kind_code(kind) == code)
}

pub(super) fn code(answer: Option<Answer>) -> u128 {
    match answer {
        None => 0,
        // The half stands among the texts.
        Some(Answer::Rated(step) | Answer::Between(step)) => u128::from(step.number()),
        Some(Answer::DontKnow) => 6,
        Some(Answer::NotApplicable) => 7,
    }
}

pub(super) fn answer(code: u8) -> Option<Answer> {
    match code {
        6 => Some(Answer::DontKnow),
        7 => Some(Answer::NotApplicable),
        number => Step::new(number).map(Answer::Rated),
    }
}

fn covered_code(covered: Option<Covered>) -> u128 {
    match covered {
        None => 0,
        Some(Covered::Yes) => 1,
        Some(Covered::Partly) => 2,
        Some(Covered::No) => 3,
    }
}

fn covered(code: u8) -> Option<Covered> {
    match code {
        1 => Some(Covered::Yes),
        2 => Some(Covered::Partly),
        3 => Some(Covered::No),
        _ => None,
    }
}

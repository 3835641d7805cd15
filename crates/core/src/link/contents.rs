//! What stands in a link before its checksum: the figures, and the texts behind
//! them.

use super::disclosed::Disclosed;
use super::problem::{LinkProblem, TooLong};
use super::words::Rare;
use super::{figures, words};
use crate::assessment::Assessment;
use crate::catalogue::INSTRUMENT;

/// Bytes before the checksum in links of trial editions.
const TRIAL: usize = 11;

/// The figures of an assessment, and the texts that are disclosed.
pub(super) fn write(assessment: &Assessment, disclosed: &Disclosed) -> Result<Vec<u8>, TooLong> {
    let shown = disclosed.of(assessment);
    let mut payload = figures::write(&shown);
    payload.extend(words::write(&shown)?);
    Ok(payload)
}

/// Reads the bytes that stand before the checksum, once it is known that they
/// are as they were written: what is not understood in them was not damaged on
/// the way but made by another version, where one can have made it.
///
/// # Errors
/// See [`LinkProblem`]; never [`LinkProblem::NoData`].
pub fn from_payload(payload: &[u8]) -> Result<Assessment, LinkProblem> {
    contents(payload, Rare::READ)
}

/// The same without what inflates, and what reads a plan: an eighth of what a result link loads is
/// spared where there is nothing of either, as in most. The others are [`LinkProblem::Packed`].
pub(super) fn plain_payload(payload: &[u8]) -> Result<Assessment, LinkProblem> {
    contents(payload, Rare::LEFT)
}

fn contents(payload: &[u8], rare: Rare) -> Result<Assessment, LinkProblem> {
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) if payload.len() == TRIAL => return Err(LinkProblem::Older),
        Some(_) => {}
    }
    let (figures, words) = payload.split_first_chunk().ok_or(LinkProblem::Damaged)?;
    let mut assessment = figures::read(figures)?;
    words::read(words, &mut assessment, rare)?;
    Ok(assessment)
}

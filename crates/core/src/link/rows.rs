//! What links about measures have in common: figures, texts, and one field of the block in which
//! measures and their fields are parted by two control characters that no text can hold.

use std::collections::BTreeSet;

use super::wrapping::{LENGTH_MAX, wrapped};
use super::{LinkProblem, TooLong, block};
use crate::address::LinkKind;
use crate::assessment::{Bounded, Note};
use crate::catalogue::INSTRUMENT;
use crate::panel::Tag;
use crate::plan::report::ASSIGNED_MAX;

/// The number of the field.
pub(super) const MEASURES: u8 = 6;

/// Stands between measures.
const BETWEEN: &str = "\u{1e}";
/// Stands between the fields of one.
const WITHIN: &str = "\u{1f}";
/// The letter of what stands for the measure: the first field of each.
const TAG: u8 = b'a';
/// How many fields stand behind it: `b`, `c` and `d`.
const FIELDS: usize = 3;

/// The figures and the texts of a payload.
///
/// # Errors
/// Damaged where there is none, of an instrument 0, or too short; newer of a later instrument, or
/// where the reserved byte has a meaning.
pub(super) fn figures<const LENGTH: usize>(
    payload: &[u8],
) -> Result<(&[u8; LENGTH], &[u8]), LinkProblem> {
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) => {}
    }
    let (figures, texts) = payload.split_first_chunk().ok_or(LinkProblem::Damaged)?;
    match figures.get(1) {
        Some(0) => Ok((figures, texts)),
        _ => Err(LinkProblem::Newer),
    }
}

/// Figures and the fields of the block as a fragment.
pub(super) fn link(
    kind: LinkKind,
    mut figures: Vec<u8>,
    texts: Vec<u8>,
) -> Result<String, TooLong> {
    figures.extend(block::packed(texts)?);
    let fragment = wrapped(kind.prefix(), figures);
    let fits = fragment.len() <= LENGTH_MAX;
    fits.then_some(fragment).ok_or(TooLong)
}

/// The text, where it is one that could have stood in a field.
pub(super) fn exact<const MAX: usize>(text: &str) -> Option<Bounded<MAX>> {
    let read = Bounded::parse(text).ok();
    read.filter(|read| read.as_str() == text)
}

/// The text of the field; none where it could not be read: without a measure, with more than
/// [`ASSIGNED_MAX`], or with one twice. What is empty is left out.
pub(super) fn write(rows: impl Iterator<Item = (Tag, [String; FIELDS])>) -> Option<String> {
    let (mut known, mut written) = (BTreeSet::new(), Vec::new());
    for (tag, values) in rows {
        let all = (TAG..).zip([tag.hex()].into_iter().chain(values));
        let said = all.filter(|(_, value)| !value.is_empty());
        let said = said.map(|(letter, value)| format!("{}{value}", char::from(letter)));
        written.push(said.collect::<Vec<_>>().join(WITHIN));
        if !known.insert(tag) {
            return None;
        }
    }
    let fits = (1..=ASSIGNED_MAX).contains(&written.len());
    fits.then(|| written.join(BETWEEN))
}

/// Reads what [`write`] writes. `row` says what the fields of a measure mean: those that are not
/// there are empty.
pub(super) fn read<R>(
    text: &str,
    row: impl Fn(Tag, [Note; FIELDS]) -> Result<R, LinkProblem>,
) -> Result<Vec<R>, LinkProblem> {
    let (mut known, mut rows) = (BTreeSet::new(), Vec::new());
    for text in text.split(BETWEEN) {
        let [tag, values @ ..] = fields(text)?;
        let tag = Tag::parse_hex(tag.as_str()).ok_or(LinkProblem::Damaged)?;
        if !known.insert(tag) || rows.len() >= ASSIGNED_MAX {
            return Err(LinkProblem::Damaged);
        }
        rows.push(row(tag, values)?);
    }
    Ok(rows)
}

/// The fields of a measure by their letters.
fn fields(row: &str) -> Result<[Note; 1 + FIELDS], LinkProblem> {
    let mut fields: [Note; 1 + FIELDS] = Default::default();
    let mut allowed = TAG..=TAG;
    for text in row.split(WITHIN) {
        let (letter, value) = text.split_at_checked(1).ok_or(LinkProblem::Damaged)?;
        let letter = letter.bytes().next().unwrap_or_default();
        if !allowed.contains(&letter) {
            return Err(LinkProblem::Damaged);
        }
        allowed = letter + 1..=b'z';
        let field = fields.get_mut(usize::from(letter - TAG));
        let field = field.ok_or(LinkProblem::Newer)?;
        let value = exact(value).filter(|value| !value.is_empty());
        *field = value.ok_or(LinkProblem::Damaged)?;
    }
    Ok(fields)
}

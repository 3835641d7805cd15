//! A reply in a link: `s1.` and base64url, 41 characters without texts. Specified in
//! docs/link-format.md, "Replies".

use super::figures::{answer, code};
use super::wrapping::{LENGTH_MAX, unwrapped, wrapped};
use super::{LinkProblem, TooLong, block, words};
use crate::address::LinkKind;
use crate::assessment::{Entry, Note, NoteField};
use crate::catalogue::{INSTRUMENT, Item, Level, PerItem};
use crate::panel::{Reply, Respondent, Round, Sent, Tag};

/// Bytes before the texts.
const LENGTH: usize = 24;
/// Bits behind the answers; a later version may give them a meaning.
const SPARE: u32 = 2;

/// The reply as a link's fragment without `#`.
///
/// # Errors
/// [`TooLong`] above 16,384 characters, or above 256 KiB of text.
pub fn encode(reply: &Reply) -> Result<String, TooLong> {
    let about = reply.round.number() << 4 | (reply.level.index() as u8) << 2;
    let mut bytes = vec![INSTRUMENT, about];
    bytes.extend(reply.tag.bytes());
    bytes.extend(reply.respondent.bytes());
    bytes.push(reply.number);
    bytes.extend(reply.sent.seconds().to_be_bytes());
    let bits = |bits: u64, item| bits << 3 | code(reply.answer(item)) as u64;
    let bits = Item::all().fold(0, bits) << SPARE;
    // 56 bits, the lowest of 64.
    bytes.extend(bits.to_be_bytes().into_iter().skip(1));
    let mut texts = Vec::new();
    for item in reply.level.items() {
        for field in NoteField::ALL {
            let text = reply.entry(item).note(field).as_str();
            block::push(&mut texts, words::number(item, field), text);
        }
    }
    bytes.extend(block::packed(texts)?);
    let fragment = wrapped(LinkKind::Reply.prefix(), bytes);
    let fits = fragment.len() <= LENGTH_MAX;
    fits.then_some(fragment).ok_or(TooLong)
}

/// Whether the text is a reply with a right checksum. What it says is not read.
pub fn is_whole(fragment: &str) -> bool {
    unwrapped(LinkKind::Reply.prefix(), fragment).is_ok()
}

/// Reads what [`encode`] writes.
///
/// # Errors
/// See [`LinkProblem`]. Whatever the text, it is read whole or refused whole.
pub fn decode(fragment: &str) -> Result<Reply, LinkProblem> {
    let payload = unwrapped(LinkKind::Reply.prefix(), fragment)?;
    match payload.first() {
        None | Some(0) => return Err(LinkProblem::Damaged),
        Some(&instrument) if instrument > INSTRUMENT => return Err(LinkProblem::Newer),
        Some(_) => {}
    }
    let figures = payload.split_first_chunk::<LENGTH>();
    let (figures, texts) = figures.ok_or(LinkProblem::Damaged)?;
    let [_, about, figures @ ..] = figures;
    let level = usize::from(about >> 2 & 0b11);
    let (bits, reserved) = (answers(figures), about & 0b11 != 0);
    if reserved || bits & ((1 << SPARE) - 1) != 0 {
        return Err(LinkProblem::Newer);
    }
    let level = *Level::ALL.get(level).ok_or(LinkProblem::Newer)?;
    let round = Round::new(about >> 4).ok_or(LinkProblem::Damaged)?;
    let [a, b, c, d, e, f, g, h, i, j, number, s1, s2, s3, s4, ..] = *figures;
    if number == 0 {
        return Err(LinkProblem::Damaged);
    }
    let mut entries = PerItem::from_fn(|item: Item| Entry {
        answer: answer((bits >> (53 - 3 * item.index()) & 7) as u8),
        ..Entry::default()
    });
    block::fields(texts, block::inflate, place, |(item, field), text| {
        let note = Note::parse(text).ok().filter(|note| note.as_str() == text);
        let note = note.filter(|_| item.level == level)?;
        *entries.get_mut(item).note_mut(field) = note;
        Some(())
    })?;
    let respondent = Respondent::from_bytes([f, g, h, i, j]);
    let sent = Sent::from_seconds(u32::from_be_bytes([s1, s2, s3, s4]));
    Ok(Reply::new(
        (Tag::from_bytes([a, b, c, d, e]), round, level),
        (respondent, number, sent),
        &entries,
    ))
}

/// The last seven bytes as a number.
fn answers(bytes: &[u8; LENGTH - 2]) -> u64 {
    let last = bytes.iter().skip(LENGTH - 2 - 7);
    last.fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}

/// Which text of which item has this number.
fn place(wanted: u8) -> Option<(Item, NoteField)> {
    let all = Item::all().flat_map(|item| NoteField::ALL.map(|field| (item, field)));
    let mut all = all;
    all.find(|(item, field)| words::number(*item, *field) == wanted)
}

#[cfg(test)]
#[path = "reply_tests.rs"]
mod tests;

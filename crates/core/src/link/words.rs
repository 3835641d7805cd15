//! The texts of a link: a form, and a block of fields behind it. The block
//! stands as it is, or compressed where that is shorter.

use miniz_oxide::deflate::compress_to_vec;
use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress, inflate_flags};

use super::measures;
use super::problem::{LinkProblem, TooLong};
use crate::assessment::{Assessment, Name, Note, NoteField, Parts};
use crate::catalogue::Item;

/// A longer block is refused, in bytes. A few hundred bytes of a compressed one
/// could else claim any amount of memory.
pub const UNPACKED_MAX: usize = 256 * 1024;

/// The block stands as it is.
const PLAIN: u8 = 0;
/// The block is a raw DEFLATE stream.
const DEFLATED: u8 = 1;
/// Tries hardest; a block is small.
const LEVEL: u8 = 9;

/// The number of the organisation's name.
const NAME: u8 = 1;
/// The number of the procurement's name.
const PROCUREMENT: u8 = 2;
/// The number of the first item's first text.
const NOTES: u8 = 16;
/// The number of the plan.
const PLAN: u8 = 71;

/// Form and block, in the shorter form; nothing where there is no text.
pub(super) fn write(assessment: &Assessment) -> Result<Vec<u8>, TooLong> {
    let plan = measures::write(&assessment.parts).ok_or(TooLong)?;
    let block = block(assessment, &plan);
    if block.is_empty() {
        return Ok(Vec::new());
    }
    if block.len() > UNPACKED_MAX {
        return Err(TooLong);
    }
    let packed = compress_to_vec(&block, LEVEL);
    let (form, content) = if packed.len() < block.len() {
        (DEFLATED, packed)
    } else {
        (PLAIN, block)
    };
    let mut bytes = vec![form];
    bytes.extend(content);
    Ok(bytes)
}

/// How that is read which few links have.
#[derive(Clone, Copy)]
pub(super) struct Rare {
    /// A compressed block.
    pub(super) inflate: fn(&[u8]) -> Result<Vec<u8>, LinkProblem>,
    /// A plan.
    pub(super) plan: fn(&str) -> Result<Parts, LinkProblem>,
}

impl Rare {
    /// All of it is read.
    pub(super) const READ: Rare = Rare {
        inflate,
        plan: measures::read,
    };

    /// None of it is.
    pub(super) const LEFT: Rare = Rare {
        inflate: |_| Err(LinkProblem::Packed),
        plan: |_| Err(LinkProblem::Packed),
    };
}

/// Reads what [`write`] writes into an assessment that has no texts yet.
pub(super) fn read(
    bytes: &[u8],
    assessment: &mut Assessment,
    rare: Rare,
) -> Result<(), LinkProblem> {
    match bytes.split_first() {
        None => Ok(()),
        Some((&PLAIN, block)) => fields(block, assessment, rare),
        Some((&DEFLATED, packed)) => fields(&(rare.inflate)(packed)?, assessment, rare),
        Some(_) => Err(LinkProblem::Newer),
    }
}

fn block(assessment: &Assessment, plan: &str) -> Vec<u8> {
    let mut block = Vec::new();
    let mut field = |number: u8, text: &str| {
        if !text.is_empty() {
            block.push(number);
            push_length(&mut block, text.len());
            block.extend(text.as_bytes());
        }
    };
    field(NAME, assessment.name.as_str());
    field(PROCUREMENT, assessment.procurement.as_str());
    for (item, entry) in assessment.entries.iter() {
        for note in NoteField::ALL {
            field(number(item, note), entry.note(note).as_str());
        }
    }
    field(PLAN, plan);
    block
}

/// Item by item, three numbers each: 16 to 69.
fn number(item: Item, field: NoteField) -> u8 {
    let field = match field {
        NoteField::Reason => 0,
        NoteField::Evidence => 1,
        NoteField::Comment => 2,
    };
    // At most 16 + 3 × 17 + 2.
    NOTES + 3 * item.index() as u8 + field
}

/// LEB128: seven bits a byte, the lowest first; the highest bit of a byte says
/// that more follow.
fn push_length(block: &mut Vec<u8>, mut length: usize) {
    while length > 0x7f {
        block.push(length as u8 | 0x80);
        length >>= 7;
    }
    block.push(length as u8);
}

/// A length and what follows it; nothing where it is cut, longer than need be
/// or above [`UNPACKED_MAX`].
fn take_length(block: &[u8]) -> Option<(usize, &[u8])> {
    let mut length = 0;
    for place in 0..3 {
        let byte = *block.get(place)?;
        length |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            let shortest = byte != 0 || place == 0;
            return block
                .get(place + 1..)
                .filter(|_| shortest)
                .map(|rest| (length, rest));
        }
    }
    None
}

fn fields(block: &[u8], assessment: &mut Assessment, rare: Rare) -> Result<(), LinkProblem> {
    let mut rest = block;
    let mut last = 0;
    // A form was named, so there is a field.
    loop {
        let (&number, after) = rest.split_first().ok_or(LinkProblem::Damaged)?;
        if number != 0 && number <= last {
            return Err(LinkProblem::Damaged);
        }
        let place = place(number).ok_or(LinkProblem::Newer)?;
        let (text, after) = take_text(after).ok_or(LinkProblem::Damaged)?;
        match place {
            Place::Plan => assessment.parts = (rare.plan)(text)?,
            Place::Text(place) => put(assessment, place, text).ok_or(LinkProblem::Damaged)?,
        }
        if after.is_empty() {
            return Ok(());
        }
        (last, rest) = (number, after);
    }
}

fn take_text(block: &[u8]) -> Option<(&str, &[u8])> {
    let (length, rest) = take_length(block)?;
    let (text, rest) = rest.split_at_checked(length)?;
    let text = str::from_utf8(text).ok().filter(|text| !text.is_empty())?;
    Some((text, rest))
}

/// What a field holds.
#[derive(Clone, Copy)]
enum Place {
    Text(Text),
    Plan,
}

/// Where a text belongs.
#[derive(Clone, Copy)]
enum Text {
    Name,
    Procurement,
    Note(Item, NoteField),
}

fn place(wanted: u8) -> Option<Place> {
    match wanted {
        NAME => Some(Place::Text(Text::Name)),
        PROCUREMENT => Some(Place::Text(Text::Procurement)),
        PLAN => Some(Place::Plan),
        _ => {
            let offset = wanted.checked_sub(NOTES)?;
            let item = Item::all().nth(usize::from(offset / 3))?;
            let found = |field: &NoteField| number(item, *field) == wanted;
            let field = NoteField::ALL.into_iter().find(found)?;
            Some(Place::Text(Text::Note(item, field)))
        }
    }
}

/// Puts a text in its place, when it is one that could have stood there.
fn put(assessment: &mut Assessment, place: Text, text: &str) -> Option<()> {
    match place {
        Text::Name => assessment.name = name(text)?,
        Text::Procurement => assessment.procurement = name(text)?,
        Text::Note(item, field) => {
            let note = Note::parse(text).ok().filter(|note| note.as_str() == text);
            let note = note.filter(|_| assessment.variant.asks(item))?;
            *assessment.entries.get_mut(item).note_mut(field) = note;
        }
    }
    Some(())
}

fn name(text: &str) -> Option<Name> {
    Name::parse(text).ok().filter(|name| name.as_str() == text)
}

/// What was compressed. The stream must be whole and end where its bytes end.
fn inflate(packed: &[u8]) -> Result<Vec<u8>, LinkProblem> {
    let mut block = vec![0; UNPACKED_MAX];
    // On the heap: its tables are 11 KB.
    let mut state = Box::<DecompressorOxide>::default();
    let whole = inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
    let (status, read, written) = decompress(&mut state, packed, &mut block, 0, whole);
    if status != TINFLStatus::Done || read != packed.len() {
        return Err(LinkProblem::Damaged);
    }
    block.truncate(written);
    Ok(block)
}

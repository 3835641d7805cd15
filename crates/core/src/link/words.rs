//! The texts of a link: a form, and a block of fields behind it. The block
//! stands as it is, or compressed where that is shorter.

use super::block::{DEFLATED, PLAIN, inflate, packed, push, take_text};
use super::measures;
use super::problem::{LinkProblem, TooLong};
use crate::assessment::{Assessment, Medians, Name, Note, NoteField, Parts};
use crate::catalogue::{Answer, Item};

/// The number of the organisation's name.
const NAME: u8 = 1;
/// The number of the procurement's name.
const PROCUREMENT: u8 = 2;
/// The number of the first item's first text.
const NOTES: u8 = 16;
/// The number of the plan.
const PLAN: u8 = 71;
/// The number of the medians of replies.
const MEDIANS: u8 = 72;

/// Form and block, in the shorter form; nothing where there is no text.
pub(super) fn write(assessment: &Assessment) -> Result<Vec<u8>, TooLong> {
    let plan = measures::write(&assessment.parts).ok_or(TooLong)?;
    packed(block(assessment, &plan))
}

/// How that is read which few links have.
#[derive(Clone, Copy)]
pub(super) struct Rare {
    /// A compressed block.
    pub(super) inflate: fn(&[u8]) -> Result<Vec<u8>, LinkProblem>,
    /// A plan.
    pub(super) plan: fn(&str) -> Result<Parts, LinkProblem>,
    /// Medians.
    pub(super) medians: fn(&str, &mut Assessment) -> Result<(), LinkProblem>,
}

impl Rare {
    /// All of it is read.
    pub(super) const READ: Rare = Rare {
        inflate,
        plan: measures::read,
        medians,
    };

    /// None of it is.
    pub(super) const LEFT: Rare = Rare {
        inflate: |_| Err(LinkProblem::Packed),
        plan: |_| Err(LinkProblem::Packed),
        medians: |_, _| Err(LinkProblem::Packed),
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
    let mut field = |number: u8, text: &str| push(&mut block, number, text);
    field(NAME, assessment.name.as_str());
    field(PROCUREMENT, assessment.procurement.as_str());
    for (item, entry) in assessment.entries.iter() {
        for note in NoteField::ALL {
            field(number(item, note), entry.note(note).as_str());
        }
    }
    field(PLAN, plan);
    field(MEDIANS, &Medians::of(&assessment.parts).write());
    block
}

/// Item by item, three numbers each: 16 to 69.
pub(super) fn number(item: Item, field: NoteField) -> u8 {
    let field = match field {
        NoteField::Reason => 0,
        NoteField::Evidence => 1,
        NoteField::Comment => 2,
    };
    // At most 16 + 3 × 17 + 2.
    NOTES + 3 * item.index() as u8 + field
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
            Place::Medians => (rare.medians)(text, assessment)?,
            Place::Text(place) => put(assessment, place, text).ok_or(LinkProblem::Damaged)?,
        }
        if after.is_empty() {
            return Ok(());
        }
        (last, rest) = (number, after);
    }
}

/// What a field holds.
#[derive(Clone, Copy)]
enum Place {
    Text(Text),
    Plan,
    Medians,
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
        MEDIANS => Some(Place::Medians),
        _ => {
            let offset = wanted.checked_sub(NOTES)?;
            let item = Item::all().nth(usize::from(offset / 3))?;
            let found = |field: &NoteField| number(item, *field) == wanted;
            let field = NoteField::ALL.into_iter().find(found)?;
            Some(Place::Text(Text::Note(item, field)))
        }
    }
}

/// Reads medians. They say what the answers say, or half a step more.
fn medians(text: &str, assessment: &mut Assessment) -> Result<(), LinkProblem> {
    let medians = Medians::parse(text).ok_or(LinkProblem::Damaged)?;
    for (item, entry) in assessment.entries.iter() {
        let told = medians.answer(item);
        if told.is_some_and(|told| told.map(Answer::whole) != entry.answer) {
            return Err(LinkProblem::Damaged);
        }
    }
    medians.keep_in(&mut assessment.parts);
    Ok(())
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

pub(super) fn name(text: &str) -> Option<Name> {
    Name::parse(text).ok().filter(|name| name.as_str() == text)
}

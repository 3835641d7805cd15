//! The plan in a link: one field of the block, in which measures and their fields are parted
//! by two control characters that no text can hold.

use super::problem::LinkProblem;
use crate::address::Id;
use crate::assessment::{Note, Parts};
use crate::plan::{Field, Measure, Plan, Status};

/// More measures are not put into a link, and not read from one: reading any link takes little
/// memory.
const MOST: usize = 300;

/// Stands between measures.
const BETWEEN: char = '\u{1e}';
/// Stands between the fields of one.
const WITHIN: char = '\u{1f}';

/// The fields in the order of their letters, `a` the first: never changed, only added to.
const FIELDS: [Field; 13] = [
    Field::Aim,
    Field::Goal,
    Field::Text,
    Field::Responsible,
    Field::Contact,
    Field::Agreement,
    Field::Means,
    Field::Effort,
    Field::Start,
    Field::Deadline,
    Field::Status,
    Field::Reason,
    Field::Log,
];

/// What a link says of a field: nothing of a status that says nothing.
fn value(measure: &Measure, field: Field) -> String {
    match field {
        Field::Status if measure.status == Status::default() => String::new(),
        // Nobody sees it any more who could take it away.
        Field::Reason if measure.status != Status::Dropped => String::new(),
        // What stands in rows of its own comes as lines, for a link has one text.
        Field::Log => measure.linked_notes().as_str().to_owned(),
        _ => measure.value(field),
    }
}

/// The measures that stand, as the reader of the link has them: the fields that are told, under
/// ids that say nothing. Of whom nothing is told, nobody hears.
pub(super) fn told(parts: &Parts, tells: impl Fn(Field) -> bool) -> Parts {
    let fields: Vec<Field> = FIELDS.into_iter().filter(|field| tells(*field)).collect();
    let plan = Plan::of(parts);
    let rows = plan.standing().map(|measure| {
        // What stands in a measure was a note, or is shorter than any.
        let values = fields.iter().map(|field| {
            let note = Note::parse(&value(measure, *field)).unwrap_or_default();
            (*field, note)
        });
        values.filter(|(_, note)| !note.is_empty()).collect()
    });
    let rows: Vec<Vec<(Field, Note)>> = rows.filter(|row: &Vec<_>| !row.is_empty()).collect();
    let mut told = Parts::default();
    for (place, row) in rows.into_iter().enumerate() {
        for (field, note) in row {
            put(&mut told, field, place, note);
        }
    }
    told
}

/// The id of a measure by its place: the same for every reader, and in the order of the places.
fn id(place: usize) -> Option<Id> {
    let mut text = String::from("aaaaaaaaaaaa");
    // As many as there can be in a plan.
    for unit in [8000, 400, 20, 1] {
        text.push(char::from(b'a' + (place / unit % 20) as u8));
    }
    Id::parse(&text)
}

fn put(parts: &mut Parts, field: Field, place: usize, value: Note) {
    if let Some(key) = id(place).and_then(|id| field.key(&id)) {
        parts.set(&key, value);
    }
}

/// The text of the field: nothing where there is no plan, and none where it has too many
/// measures.
pub(super) fn write(parts: &Parts) -> Option<String> {
    let plan = Plan::of(parts);
    let measures = plan.standing().map(|measure| {
        let fields = ('a'..).zip(FIELDS).filter_map(|(letter, field)| {
            let value = value(measure, field);
            (!value.is_empty()).then(|| format!("{letter}{value}"))
        });
        fields.collect::<Vec<_>>().join(&WITHIN.to_string())
    });
    let measures: Vec<String> = measures.filter(|one| !one.is_empty()).collect();
    (measures.len() <= MOST).then(|| measures.join(&BETWEEN.to_string()))
}

/// Reads what [`write`] writes.
pub(super) fn read(text: &str) -> Result<Parts, LinkProblem> {
    let mut parts = Parts::default();
    for (place, row) in text.split(BETWEEN).enumerate() {
        let (mut next, mut dropped) = (0, false);
        for text in row.split(WITHIN) {
            let (letter, value) = text.split_at_checked(1).ok_or(LinkProblem::Damaged)?;
            let letter = letter.bytes().next().unwrap_or_default();
            if !letter.is_ascii_lowercase() || letter < next || place >= MOST {
                return Err(LinkProblem::Damaged);
            }
            next = letter + 1;
            let field = FIELDS.get(usize::from(letter - b'a'));
            let field = *field.ok_or(LinkProblem::Newer)?;
            dropped |= field == Field::Status && value == Status::Dropped.id();
            if field == Field::Reason && !dropped {
                return Err(LinkProblem::Damaged);
            }
            put(&mut parts, field, place, note(field, value)?);
        }
    }
    Ok(parts)
}

/// What stands in a field. A value that it cannot have was written by another version.
fn note(field: Field, value: &str) -> Result<Note, LinkProblem> {
    let note = Note::parse(value).ok();
    let note = note.filter(|note| note.as_str() == value && !value.is_empty());
    match note {
        None => Err(LinkProblem::Damaged),
        Some(_) if value == Status::default().id() && field == Field::Status => {
            Err(LinkProblem::Damaged)
        }
        Some(note) if field.holds(value) => Ok(note),
        Some(_) => Err(LinkProblem::Newer),
    }
}

//! Notes of measures, each with its day, as rows of their own: two tabs that note something lose
//! nothing of each other. What was noted before there were rows stands in one text, the log of
//! the measure, and stays there.

use std::collections::BTreeMap;

use super::{Field, FieldProblem};
use crate::address::Id;
use crate::assessment::{Action, Key, Note, Part, Parts};
use crate::day::Day;
use crate::moment::Moment;

/// The name of the collection in which notes stand: stable for ever.
pub const NOTES: &str = "note";

/// A field of a note.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoteCell {
    /// Of which measure: its id.
    Measure,
    /// Of which day.
    Day,
    /// What is noted. Without it there is no note, whatever else stands in the row.
    Text,
}

impl NoteCell {
    /// All of them.
    pub const ALL: [NoteCell; 3] = [NoteCell::Measure, NoteCell::Day, NoteCell::Text];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            NoteCell::Measure => "measure",
            NoteCell::Day => "day",
            NoteCell::Text => "text",
        }
    }

    /// The field with this name.
    pub fn parse(id: &str) -> Option<NoteCell> {
        NoteCell::ALL.into_iter().find(|cell| cell.id() == id)
    }

    /// Where it stands for a note.
    pub fn key(self, note: &Id) -> Option<Key> {
        Key::new(NOTES, note, self.id())
    }

    /// Whether a text may stand in it, as in a file.
    pub fn holds(self, text: &str) -> bool {
        text.is_empty()
            || match self {
                NoteCell::Measure => Id::parse(text).is_some(),
                NoteCell::Day => Day::parse_iso(text).is_some(),
                NoteCell::Text => true,
            }
    }
}

/// One note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Noted {
    /// Its row.
    pub id: Id,
    /// Of which day; none where no day stands there, which only a file made elsewhere can hold.
    pub day: Option<Day>,
    /// What is noted; empty where it was taken away.
    pub text: Note,
}

/// Letters of an id that say when it was made, in seconds since 2000-01-01, and what stands in
/// front of the random ones: so notes of one day stand in the order in which they were begun.
const SECONDS: usize = 7;
/// 2000-01-01, in seconds since 1970.
const SINCE: i64 = 946_684_800;

/// So far ahead of now the rows of others count, in seconds: a clock may be some hours wrong, and
/// ids that were made elsewhere count anything.
const AHEAD: i64 = 86_400;

/// The row of a note that is begun at a moment, with an id that is free: after those that the
/// measure has, though they were begun in the same second.
pub fn note_id(at: Moment, fresh: &Id, among: &[Noted]) -> Id {
    let now = at.ms.div_euclid(1000).saturating_sub(SINCE);
    let others = among.iter().map(|one| counted(&one.id));
    let last = others.filter(|one| (now..now.saturating_add(AHEAD)).contains(one));
    numbered(last.max().map_or(now, |last| last + 1), fresh)
}

/// What the first letters of a row count.
fn counted(id: &Id) -> i64 {
    let letters = id.as_str().bytes().take(SECONDS);
    letters.fold(0, |sum, letter| {
        let value = match letter {
            b'2'..=b'7' => letter - b'2' + 26,
            letter => letter.saturating_sub(b'a'),
        };
        sum << 5 | i64::from(value)
    })
}

/// The row of a note by what its first letters count.
pub(super) fn numbered(seconds: i64, fresh: &Id) -> Id {
    let mut rest = seconds.max(0);
    let mut letters = [b'a'; SECONDS];
    for letter in letters.iter_mut().rev() {
        *letter = match (rest & 31) as u8 {
            low @ 0..=25 => b'a' + low,
            high => b'2' + high - 26,
        };
        rest >>= 5;
    }
    let begins = letters.into_iter().map(char::from);
    let text: String = begins.chain(fresh.as_str().chars().skip(SECONDS)).collect();
    Id::parse(&text).unwrap_or_else(|| fresh.clone())
}

/// By what notes of a day are ordered: an id as the number that it is.
fn order(id: &Id) -> Vec<u8> {
    let value = |letter: u8| match letter {
        b'2'..=b'7' => letter + 0x80,
        letter => letter,
    };
    id.as_str().bytes().map(value).collect()
}

/// Notes in the order in which they were begun, whatever their days: so none moves while its day
/// is changed.
pub fn as_begun(notes: &[Noted]) -> Vec<&Noted> {
    let mut all: Vec<&Noted> = notes.iter().collect();
    all.sort_by_cached_key(|one| order(&one.id));
    all
}

/// All rows of notes, by the ids of their measures.
pub(super) type Rows = BTreeMap<String, Vec<Noted>>;

pub(super) fn rows(parts: &Parts) -> Rows {
    let mut rows = Rows::new();
    let all = parts.of(NOTES);
    for row in all.chunk_by(|(one, _), (next, _)| one.row() == next.row()) {
        let text = |cell: NoteCell| {
            let found = row.iter().find(|(key, _)| key.field() == cell.id());
            found.map(|(_, value)| value.clone()).unwrap_or_default()
        };
        let measure = text(NoteCell::Measure);
        let Some(id) = id_of(row).filter(|_| !measure.is_empty()) else {
            continue;
        };
        let noted = Noted {
            id,
            day: Day::parse_iso(text(NoteCell::Day).as_str()),
            text: text(NoteCell::Text),
        };
        let of_it = rows.entry(measure.as_str().to_owned()).or_default();
        of_it.push(noted);
    }
    for notes in rows.values_mut() {
        notes.sort_by_cached_key(|one| (one.day, order(&one.id)));
    }
    rows
}

fn id_of(row: &[Part]) -> Option<Id> {
    Id::parse(row.first()?.0.row())
}

fn written(key: Option<Key>, text: &str) -> Option<Action> {
    Some(Action::PartWritten(key?, Note::parse(text).ok()?))
}

/// What says of which measure and day a note is.
pub fn begun(note: &Id, measure: &Id, day: Day) -> Vec<Action> {
    let measure = written(NoteCell::Measure.key(note), measure.as_str());
    let day = written(NoteCell::Day.key(note), &day.iso());
    measure.into_iter().chain(day).collect()
}

/// What keeps the text of a note; an empty one takes it away.
pub fn noting(note: &Id, text: Note) -> Option<Action> {
    Some(Action::PartWritten(NoteCell::Text.key(note)?, text))
}

/// What is to be the day of a note, as it was entered.
///
/// # Errors
/// [`FieldProblem`].
pub fn day_of_note(entered: &str, today: Day) -> Result<Note, FieldProblem> {
    match entered.is_empty() {
        // A note without a day is none with its day.
        true => Err(FieldProblem::NoDay),
        false => Field::Start.read(entered, today),
    }
}

/// What takes these notes away, with all that their rows hold.
pub(super) fn emptying(notes: &[Noted]) -> Vec<Action> {
    let keys = notes
        .iter()
        .flat_map(|note| NoteCell::ALL.map(|cell| cell.key(&note.id)));
    keys.filter_map(|key| written(key, "")).collect()
}

/// Whether a text may stand in a field of a note, as in a file; none where there is no such
/// field.
pub fn note_holds(field: &str, text: &str) -> Option<bool> {
    Some(NoteCell::parse(field)?.holds(text))
}

/// Whether a row of notes is of one of these measures, and says something: such rows go along to
/// an assessment that follows.
pub fn goes_along(row: &[Part], measures: &[&Id]) -> bool {
    let value = |cell: NoteCell| {
        let found = row.iter().find(|(key, _)| key.field() == cell.id());
        found.map_or("", |(_, value)| value.as_str())
    };
    let of = value(NoteCell::Measure);
    !value(NoteCell::Text).is_empty() && measures.iter().any(|id| id.as_str() == of)
}

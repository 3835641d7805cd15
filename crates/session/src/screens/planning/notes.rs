//! Notes of a measure with their day. One that is begun is kept once something stands in it; one
//! that is emptied is there no more, and stands in its form until that is closed.

use forankring_core::address::Id;
use forankring_core::assessment::Note;
use forankring_core::day::Day;
use forankring_core::plan::{FieldProblem, Measure, NoteCell, Noted, as_begun};

/// A note of which nothing is kept yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Begun {
    /// Under which id it will be.
    pub id: Id,
    /// Of which measure.
    pub measure: Id,
    /// Of which day.
    pub day: Day,
}

/// The day of a note as it was entered, where it could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Of which note.
    pub note: Id,
    /// What was entered.
    pub entered: String,
    /// Why it was not taken.
    pub problem: FieldProblem,
}

/// What is shown of notes besides what is kept.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The one that is begun.
    pub begun: Option<Begun>,
    /// Whether the measure had a log when its form was opened: it stays where it is emptied.
    pub log: bool,
    /// What could not be taken.
    pub refused: Vec<Refused>,
    /// Those in which something was written in the form that is open.
    pub(super) written: Vec<Id>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A note is wanted, of today.
    Wanted(Id),
    /// Something was written in one.
    Written(Id, String),
    /// Its day was entered.
    DayEntered(Id, String),
    /// What stands in the field of its day is none yet.
    DayHalfEntered(Id),
    /// One is to be taken away, of a measure.
    RemoveWanted(Id, Id),
}

impl State {
    /// The notes that stand in the form of a measure.
    pub fn shown(&self, measure: &Measure) -> Vec<Noted> {
        let stands = |one: &&Noted| !one.text.is_empty() || self.written.contains(&one.id);
        let kept = as_begun(&measure.notes).into_iter().filter(stands);
        let mut all: Vec<Noted> = kept.cloned().collect();
        let begun = self.begun.as_ref().filter(|one| one.measure == measure.id);
        let Some(begun) = begun else { return all };
        // It stays last while it is written, whatever the clock says: what moves loses the keys.
        match all.iter().position(|one| one.id == begun.id) {
            Some(at) => {
                let note = all.remove(at);
                all.push(note);
            }
            None => all.push(Noted {
                id: begun.id.clone(),
                day: Some(begun.day),
                text: Note::default(),
            }),
        }
        all
    }

    /// What was entered as the day of a note, and could not be taken.
    pub fn refused(&self, note: &Id) -> Option<&Refused> {
        self.refused.iter().find(|one| one.note == *note)
    }
}

/// The id of a note's field in the page.
pub fn note_field(note: &Id, cell: NoteCell) -> String {
    format!("notat-{}-{}", cell.id(), note.as_str())
}

/// The id of the button that begins a note of a measure.
pub fn note_button(measure: &Id) -> String {
    format!("nytt-notat-{}", measure.as_str())
}

//! What happens with notes of measures: one is begun, written, dated, taken away.

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Note};
use forankring_core::day::Day;
use forankring_core::plan::{FieldProblem, NoteCell, Plan, begun, day_of_note, note_id, noting};
use forankring_core::texts::key;

use super::State as Planning;
use super::notes::{Begun, Event, Refused, note_button, note_field};
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp};

impl Planning {
    pub(super) fn noted(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) {
        match event {
            Event::Wanted(measure) => self.begin_note(desk, measure, stamp),
            Event::Written(note, text) => self.write_note(desk, &note, text, stamp),
            Event::DayEntered(note, entered) => self.date_note(desk, &note, entered, stamp),
            Event::DayHalfEntered(note) => {
                self.refuse_day(note, String::new(), FieldProblem::NoDay);
            }
            Event::RemoveWanted(measure, note) => self.remove_note(desk, &measure, &note, stamp),
        }
    }

    /// The one that is begun already is gone to.
    fn begin_note(&mut self, desk: &mut Desk, measure: Id, stamp: &Stamp) {
        let kept = self.notes.written.clone();
        let begun = self.notes.begun.take();
        let begun = begun.filter(|one| one.measure == measure && !kept.contains(&one.id));
        let plan = desk.own_parts().map(|parts| Plan::of(&parts));
        let notes = plan
            .as_ref()
            .and_then(|plan| Some(&plan.get(&measure)?.notes));
        let among = notes.map(Vec::as_slice).unwrap_or_default();
        let begun = begun.unwrap_or_else(|| Begun {
            id: note_id(stamp.at, &stamp.fresh, among),
            day: stamp.at.day,
            measure,
        });
        let field = note_field(&begun.id, NoteCell::Text);
        desk.ask(desk::Command::Focus(Focus::Id(field)));
        self.notes.begun = Some(begun);
    }

    fn write_note(&mut self, desk: &mut Desk, note: &Id, text: String, stamp: &Stamp) {
        let Some(place) = NoteCell::Text.key(note) else {
            return;
        };
        let Ok(text) = Note::parse(&text) else {
            return desk.overlong_written(desk::Field::Part(place), text);
        };
        if !self.keep_begun(desk, note, stamp) {
            return;
        }
        let action: Option<Action> = noting(note, text);
        if self.write(desk, action.as_slice(), stamp) && !self.notes.written.contains(note) {
            self.notes.written.push(note.clone());
        }
    }

    /// Says of which measure and day a note is that was begun: no step that is taken back, for
    /// nobody sees it without a text. Whether there is room, which is said.
    fn keep_begun(&mut self, desk: &mut Desk, note: &Id, stamp: &Stamp) -> bool {
        // What stands there already keeps the day that was entered since.
        let is_written = self.notes.written.contains(note);
        let begun_here = self.notes.begun.as_ref().filter(|one| one.id == *note);
        let Some(one) = begun_here.filter(|_| !is_written) else {
            return true;
        };
        let deed = begun(&one.id, &one.measure, one.day);
        if !self.has_room(desk, &deed) {
            return false;
        }
        desk.changed_beside(&deed, stamp);
        true
    }

    fn date_note(&mut self, desk: &mut Desk, note: &Id, entered: String, stamp: &Stamp) {
        let day = match day_of_note(&entered, stamp.at.day) {
            Ok(day) => day,
            Err(problem) => return self.refuse_day(note.clone(), entered, problem),
        };
        self.notes.refused.retain(|one| one.note != *note);
        let is_kept = self.notes.written.contains(note);
        match self
            .notes
            .begun
            .as_mut()
            .filter(|one| one.id == *note && !is_kept)
        {
            Some(begun) => begun.day = Day::parse_iso(day.as_str()).unwrap_or(begun.day),
            None => {
                let key = NoteCell::Day.key(note);
                let action = key.map(|key| Action::PartWritten(key, day));
                self.write(desk, action.as_slice(), stamp);
            }
        }
    }

    fn refuse_day(&mut self, note: Id, entered: String, problem: FieldProblem) {
        self.notes.refused.retain(|one| one.note != note);
        self.notes.refused.push(Refused {
            note,
            entered,
            problem,
        });
    }

    /// One step back brings it again, also one that was written just before.
    fn remove_note(&mut self, desk: &mut Desk, measure: &Id, note: &Id, stamp: &Stamp) {
        let kept = desk.own_parts().zip(NoteCell::Text.key(note));
        let is_kept = kept.is_some_and(|(parts, key)| !parts.get(&key).is_empty());
        // What did not fit goes with the text that it was to replace.
        let action: Option<Action> = noting(note, Note::default());
        desk.begin_step();
        if !self.write(desk, action.as_slice(), stamp) {
            return;
        }
        self.notes.written.retain(|one| one != note);
        self.notes.refused.retain(|one| one.note != *note);
        self.notes.begun.take_if(|one| one.id == *note);
        let button = note_button(measure);
        match is_kept {
            true => self.tell(desk, Message::plain(key::PLAN_NOTE_REMOVED), &button),
            false => desk.ask(desk::Command::Focus(Focus::Id(button))),
        }
    }
}

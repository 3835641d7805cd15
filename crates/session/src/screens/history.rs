//! Earlier states of an assessment: see them, and go back.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::keeping::{Kept, StorageProblem};
use forankring_core::texts::key;

use super::underway::Underway;
use super::{Command, reader};
use crate::desk::{Focus, Origin, Told};
use crate::{Desk, Message, Stamp, Ticket};

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What belongs to reading, where nothing is open.
    pub reader: reader::State,
    /// Earlier states of what is open, latest first; none: not read yet.
    pub states: Option<Result<Rc<Vec<Kept>>, StorageProblem>>,
    /// What is to be told.
    pub told: Option<Message>,
    reading: Option<(Ticket, Id)>,
    going: Underway<i64>,
}

/// After a pause of so many milliseconds, a new sitting begins.
const SITTING: i64 = 30 * 60_000;

/// The states of each sitting, latest first: what was written without a long pause.
pub fn sittings(states: &[Kept]) -> Vec<&[Kept]> {
    let goes_on = |later: &Kept, earlier: &Kept| {
        // Clocks may have been set back between them.
        let pause = later.saved.saturating_sub(earlier.saved);
        pause.saturating_abs() <= SITTING
    };
    states.chunk_by(goes_on).collect()
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// They were read.
    StatesRead(Ticket, Result<Vec<Kept>, StorageProblem>),
    /// The user wants to go back to the state with this revision.
    BackWanted(u32),
    /// One is back there, or not.
    WentBack(Ticket, Id, Result<(), StorageProblem>),
}

/// What follows where the screen was left.
pub(super) fn left(desk: &mut Desk, event: Event) -> Vec<Command> {
    if let Event::WentBack(_, id, Ok(())) = event {
        desk.read_again(Some(&id));
        desk.wrote(Told::Written(id));
    }
    Vec::new()
}

impl State {
    /// Reads the states of what is open.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        let Some(Origin::Kept(id)) = desk.session.open().map(|open| open.origin.clone()) else {
            self.reading = None;
            return Vec::new();
        };
        if self.reading.as_ref().is_some_and(|(_, other)| *other != id) {
            self.states = None;
        }
        let ticket = desk.ticket();
        self.reading = Some((ticket, id.clone()));
        vec![Command::States(ticket, id)]
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::StatesRead(ticket, states) => {
                if self.reading.as_ref().is_some_and(|(one, _)| *one == ticket) {
                    self.states = Some(states.map(Rc::new));
                }
                Vec::new()
            }
            Event::BackWanted(revision) => self.go_back(desk, revision, stamp),
            Event::WentBack(ticket, id, result) => {
                let went = result.is_ok();
                left(desk, Event::WentBack(ticket, id, result));
                if let Some(ms) = self.going.end(ticket) {
                    let message = match went {
                        true => Message::when(key::HISTORY_WENT, ms),
                        false => Message::plain(key::KEPT_FAILED),
                    };
                    self.told = Some(message.clone());
                    desk.say_at(message, Focus::Heading);
                }
                Vec::new()
            }
        }
    }

    /// Going back takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if let Some(slow) = self.going.time_passed(desk, ticket) {
            self.told = Some(slow);
        }
    }

    fn go_back(&mut self, desk: &mut Desk, revision: u32, stamp: &Stamp) -> Vec<Command> {
        let Some(Ok(states)) = self.states.as_ref().filter(|_| !self.going.is_on()) else {
            return Vec::new();
        };
        let Some((_, id)) = &self.reading else {
            return Vec::new();
        };
        let Some(state) = states.iter().find(|state| state.revision == revision) else {
            return Vec::new();
        };
        let ticket = self.going.begin(desk, state.saved);
        let state = Box::new(state.assessment.clone());
        vec![Command::GoBack(ticket, id.clone(), state, stamp.at.ms)]
    }
}

#[cfg(test)]
mod tests {
    use forankring_core::assessment::Assessment;
    use forankring_core::catalogue::{Kind, Scope};
    use forankring_core::day::Day;

    use super::*;

    #[test]
    fn a_pause_of_more_than_half_an_hour_begins_a_new_sitting() {
        let blank = || Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(0));
        let minutes = |all: &[i64]| -> Vec<Kept> {
            let kept = all.iter().map(|at| Kept::new(blank(), at * 60_000));
            kept.collect()
        };
        for (saved, expected) in [
            (&[][..], &[][..]),
            (&[5], &[1]),
            (&[65, 35, 5], &[3]),
            (&[66, 35, 5], &[1, 2]),
            (&[2000, 1999, 40, 39, 38], &[2, 3]),
            // A clock that was set back an hour, and one that was set back a little.
            (&[40, 100], &[1, 1]),
            (&[40, 45], &[2]),
        ] {
            let states = minutes(saved);
            let found: Vec<usize> = sittings(&states).iter().map(|one| one.len()).collect();
            assert_eq!(found, expected, "{saved:?}");
        }
    }
}

//! How far the plan has come, what came of it since the assessment before, and beginning the
//! next one. What others of the series are kept is read whenever something may have changed.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::StorageProblem;
use forankring_core::texts::key;

use super::series::{Kept, Member, Others, Standing, others, standing};
use super::{Command, figures, reader};
use crate::desk::{Command as At, LONG, Unbegun};
use crate::{Desk, Message, Stamp, Ticket};

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What belongs to reading, where nothing is open.
    pub reader: reader::State,
    /// The others of the series.
    pub others: Others,
    /// Figures beside the judgement.
    pub figures: figures::State,
    /// What is to be told.
    pub told: Option<Message>,
    reading: Option<(Ticket, Id)>,
    /// The one that was begun here: a second click leads to it, and begins no other.
    begun: Option<Id>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// What is kept of the series was read.
    SeriesRead(Ticket, Kept),
    /// The user begins the assessment that follows this one.
    AgainWanted(Id),
    /// With the figures beside the judgement.
    Figures(figures::Event),
}

impl State {
    /// Reads the series of what is open, where it is worked on.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        let open = desk.session.open();
        let own = open.filter(|open| !open.origin.is_read_only());
        let Some(id) = own.and_then(|open| open.origin.id()).cloned() else {
            self.reading = None;
            return Vec::new();
        };
        if self.reading.as_ref().is_some_and(|(_, other)| *other != id) {
            (self.others, self.begun) = (Others::Unknown, None);
            self.told = None;
            self.figures = figures::State::default();
        }
        let ticket = desk.ticket();
        self.reading = Some((ticket, id));
        desk.ask(At::Wait(ticket, LONG));
        vec![Command::Series(ticket)]
    }

    /// Reading takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, ticket: Ticket) {
        let awaited = self.reading.as_ref().is_some_and(|(one, _)| *one == ticket);
        if awaited && self.others == Others::Unknown {
            self.others = Others::Failed(StorageProblem::Slow, Vec::new());
        }
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::SeriesRead(ticket, records) => self.series_read(desk, ticket, records),
            Event::AgainWanted(id) if desk.open_id() == Some(&id) => self.again(desk, stamp),
            Event::AgainWanted(_) => {}
            Event::Figures(event) => self.figures.update(desk, event, stamp),
        }
        Vec::new()
    }

    fn series_read(&mut self, desk: &Desk, ticket: Ticket, kept: Kept) {
        let awaited = self.reading.as_ref().filter(|(one, _)| *one == ticket);
        let Some((Some(open), (_, id))) = awaited.map(|awaited| (desk.assessment(), awaited))
        else {
            return;
        };
        self.others = others(desk, id, open, kept);
        // What was begun and is there no more may be begun again.
        if let Others::Read(members) = &self.others {
            self.begun
                .take_if(|begun| !members.iter().any(|one| one.id == *begun));
        }
    }

    /// Begins the next one, once.
    fn again(&mut self, desk: &mut Desk, stamp: &Stamp) {
        if let Some(begun) = &self.begun {
            return desk.lead_to_begun(&begun.clone());
        }
        match desk.begin_again(stamp) {
            Ok(begun) => self.begun = Some(begun),
            Err(Unbegun::ReadOnly) => {}
            Err(Unbegun::Full) => {
                let full = Message::plain(key::PLAN_FULL);
                self.told = Some(full.clone());
                desk.say(full);
            }
        }
    }

    /// The others that are known.
    pub fn known(&self) -> &[Member] {
        self.others.known()
    }

    /// How what is open stands among the others.
    pub fn standing(&self, id: &Id, open: &Assessment) -> Standing<'_> {
        standing(self.known(), id, open)
    }
}

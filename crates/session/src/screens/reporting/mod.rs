//! Those who are responsible for measures report how far they have come, by links: what is asked
//! of them, what they say, and what comes back. All of it stands on the screen of the plan.

pub mod asked;
pub mod asking;
pub mod incoming;

use forankring_core::address::{Id, LinkKind, Place};
use forankring_core::assessment::Action;
use forankring_core::panel::Tag;
use forankring_core::plan::draft::{DraftCell, is_draft};
use forankring_core::plan::wishes::Setting;

use super::Command;
use super::reports::{Came, Handing};
use crate::desk::{self, Loaded};
use crate::{Desk, Stamp, Ticket};

/// What is to be done once somebody has come to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It came; nothing: what does it could not be fetched.
    Came(Ticket, Option<Came>),
    /// Something is said of a measure.
    Said(Tag, DraftCell, String),
    /// The report is to be sent: its link is made.
    SendWanted,
    /// The link of the report is passed on.
    Handed(Handing, String),
    /// A link that asks somebody, or a text with it, is to be copied.
    CopyWanted(String),
    /// Others are to be asked, or no more.
    Turned,
    /// Something about how they are asked was entered.
    Set(Setting, String),
    /// Something was pasted or written.
    Written(String),
    /// What was pasted is to be read.
    ReadWanted,
    /// What is said of the measure with this number comes in, or does not.
    LineChosen(usize, bool),
    /// What comes is to be taken in: the deed that was shown, and how much of it there is.
    TakeWanted(Vec<Action>, usize),
    /// What was found is put away.
    PutAway,
}

/// All that belongs to reports.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// For the one who is responsible.
    pub asked: asked::State,
    /// For the one who asks.
    pub asking: asking::State,
    /// What comes back.
    pub incoming: incoming::State,
}

impl State {
    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        let mut commands = match event {
            Event::Came(ticket, came) => self.came(desk, ticket, came),
            Event::Said(measure, cell, text) => {
                self.asked.said(desk, measure, cell, text, stamp);
                Vec::new()
            }
            Event::SendWanted => self.asked.make(desk, stamp),
            Event::Handed(handing, text) => self.asked.handed(desk, handing, text),
            Event::CopyWanted(text) => self.asking.copy(desk, text),
            Event::Turned => {
                self.asking.turn(desk);
                Vec::new()
            }
            Event::Set(setting, text) => {
                asking::set(desk, setting, text, stamp);
                Vec::new()
            }
            Event::Written(text) => {
                self.incoming.text = text;
                Vec::new()
            }
            Event::ReadWanted => self.incoming.read(desk),
            Event::LineChosen(number, comes) => {
                self.incoming.choose(number, comes);
                Vec::new()
            }
            // The plan takes it in.
            Event::TakeWanted(..) => Vec::new(),
            Event::PutAway => {
                self.incoming = incoming::State::default();
                desk.ask(desk::Command::Focus(desk::Focus::Id(
                    incoming::BOX.to_owned(),
                )));
                Vec::new()
            }
        };
        commands.extend(self.asking.refresh(desk));
        commands
    }

    fn came(&mut self, desk: &mut Desk, ticket: Ticket, came: Option<Came>) -> Vec<Command> {
        // Each asks whether the ticket is one of its own.
        if self.asked.awaits(ticket) {
            self.asked.came(desk, ticket, came);
            return Vec::new();
        }
        if self.asking.awaits(ticket) {
            return self.asking.came(desk, ticket, came);
        }
        if came.is_none() && self.incoming.seeks(ticket) {
            self.asked.fail(desk, asked::Wrong::Unfetched);
            return Vec::new();
        }
        self.incoming.came(desk, ticket, came)
    }

    /// A link of ours stands in the address.
    pub(super) fn sought(&mut self, desk: &mut Desk) -> Vec<Command> {
        let text = match &desk.place {
            Some(Place::Link(text)) => text.clone(),
            _ => desk.fragment().to_owned(),
        };
        match LinkKind::Assignment.cut_out(&text) {
            Some(link) => self.asked.seek(desk, link.to_owned()),
            None => self.incoming.seek(desk, text),
        }
    }

    /// What is kept of a report was read.
    pub(super) fn loaded(&mut self, desk: &mut Desk, id: Id, loaded: Loaded) {
        self.asked.loaded(desk, id, loaded);
    }

    /// Another tab may have begun the report that stands here still as nobody has touched it.
    pub(super) fn kept_changed(&self, desk: &mut Desk) {
        if matches!(desk.place, Some(Place::Link(_))) && desk.assessment().is_some_and(is_draft) {
            desk.open_reply_anew();
        }
    }

    /// Something else is open, or was changed under another hand.
    pub(super) fn opened(&mut self, desk: &mut Desk) -> Vec<Command> {
        let mut commands = self.asked.opened(desk);
        commands.extend(self.asking.refresh(desk));
        commands
    }

    /// Another place is shown: what came in stays, for it may belong to what is shown there.
    pub(super) fn moved(self) -> State {
        State {
            incoming: self.incoming.moved(),
            ..State::default()
        }
    }
}

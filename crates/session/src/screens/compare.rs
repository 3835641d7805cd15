//! Two or more results side by side: what is open, and what was put beside it.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::link::{Carried, Found};
use forankring_core::texts::{Key, key};

use super::{Command, finder, intake, shelf};
use crate::desk::Mended;
use crate::{Desk, Message, Ticket};

/// Where a result came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is kept here.
    Kept(Id),
    /// Pasted, or from a file; the number tells them apart.
    Brought(usize),
}

/// A result that stands beside the one that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Where it came from.
    pub source: Source,
    /// The result.
    pub assessment: Rc<Assessment>,
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What is kept.
    pub shelf: shelf::State,
    /// Files that are opened.
    pub intake: intake::State,
    /// The box for what was received.
    pub finder: finder::State,
    /// What stands beside what is open.
    pub compared: Vec<Compared>,
    brought: usize,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// One that is kept was put there, or taken out.
    Switched(Id),
    /// One was taken out.
    TakenOut(Source),
}

impl State {
    /// Another one is open: what was brought stays beside it.
    pub(super) fn moved(&mut self) {
        self.finder.told = None;
        self.intake.told = None;
    }

    pub(super) fn update(&mut self, event: Event) -> Vec<Command> {
        match event {
            Event::TakenOut(source) => self.compared.retain(|one| one.source != source),
            Event::Switched(id) => {
                let source = Source::Kept(id.clone());
                let before = self.compared.len();
                self.compared.retain(|one| one.source != source);
                let found = self.shelf.records().iter();
                let mut found = found.filter(|record| record.key == id.as_str());
                if self.compared.len() == before
                    && let Some(kept) = found.next().and_then(|record| record.kept.as_ref().ok())
                {
                    self.compared.push(Compared {
                        source,
                        assessment: Rc::new(kept.assessment.clone()),
                    });
                }
            }
        }
        Vec::new()
    }

    /// Puts what the box holds beside the others.
    pub(super) fn found(&mut self, desk: &mut Desk, event: finder::Event) -> Vec<Command> {
        if let Some(found) = self.finder.read(desk, event) {
            self.take(desk, found);
        }
        Vec::new()
    }

    /// Links were looked for in the box.
    pub(super) fn mended(&mut self, desk: &mut Desk, ticket: Ticket, mended: Mended) {
        if let Some(found) = self.finder.sought(desk, ticket, mended) {
            self.take(desk, found);
        }
    }

    /// Puts those that are open beside the others.
    fn take(&mut self, desk: &mut Desk, found: Vec<Found>) {
        let open = found.into_iter().filter_map(|one| match one.carried {
            Carried::Open(assessment) => Some(assessment),
            Carried::Locked(_) => None,
        });
        let open = open.collect();
        if let Some(none) = self.bring(desk, open, key::COMPARE_LOCKED) {
            self.finder.refuse(desk, Message::plain(none));
        }
    }

    /// Puts what a file holds beside the others.
    pub(super) fn filed(&mut self, desk: &mut Desk, event: intake::Event) -> Vec<Command> {
        match event {
            intake::Event::Chosen(field) => return self.intake.chosen(desk, field),
            intake::Event::FileRead(ticket, read)
                if self.intake.stage == intake::Stage::Reading(ticket) =>
            {
                if let Some(documents) = self.intake.held(desk, read) {
                    let all = documents.into_iter().map(|one| one.assessment).collect();
                    if let Some(none) = self.bring(desk, all, key::COMPARE_EMPTY_FILE) {
                        self.intake.told = Some(Message::plain(none));
                        desk.say(Message::plain(none));
                    }
                }
            }
            _ => {}
        }
        Vec::new()
    }

    /// Puts them there; what to say where there are none.
    fn bring(&mut self, desk: &mut Desk, all: Vec<Assessment>, none: Key) -> Option<Key> {
        if all.is_empty() {
            return Some(none);
        }
        desk.say(Message::count(key::COMPARE_BROUGHT, all.len()));
        for assessment in all {
            self.compared.push(Compared {
                source: Source::Brought(self.brought),
                assessment: Rc::new(assessment),
            });
            self.brought += 1;
        }
        self.finder.text.clear();
        None
    }
}

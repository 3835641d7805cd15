//! "Paste what you received": mail, chats and filters mangle links. What can be repaired
//! is; the checksum decides.

use std::rc::Rc;

use forankring_core::address::{Page, Place, Route};
use forankring_core::link::{self, Found, LinkProblem};
use forankring_core::texts::key;

use super::Command;
use super::underway::Underway;
use crate::desk::{self, Focus, Mended};
use crate::{Desk, Message, Ticket};

/// What was pasted, and what was found in it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What stands in the box.
    pub text: String,
    /// Several links were found.
    pub found: Rc<Vec<Found>>,
    /// Why nothing was.
    pub told: Option<Message>,
    /// Links are being looked for in what stands there; what is wrong with it as it stands.
    seeking: Underway<LinkProblem>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Something was pasted or written.
    Written(String),
    /// It is to be read.
    ReadWanted,
}

impl State {
    pub(super) fn update(&mut self, desk: &mut Desk, event: Event) -> Vec<Command> {
        if let Some(found) = self.read(desk, event) {
            self.lead(desk, found);
        }
        Vec::new()
    }

    /// Links were looked for, and what was found is to be shown.
    pub(super) fn mended(&mut self, desk: &mut Desk, ticket: Ticket, mended: Mended) {
        if let Some(found) = self.sought(desk, ticket, mended) {
            self.lead(desk, found);
        }
    }

    /// Leads to the one that was found, or shows which there are.
    fn lead(&mut self, desk: &mut Desk, found: Vec<Found>) {
        match <[Found; 1]>::try_from(found) {
            Ok([one]) => {
                let page = Page {
                    route: Route::Result,
                    ..desk.page
                };
                desk.go_to(page, Place::Link(one.fragment), None);
            }
            Err(several) => {
                desk.say(Message::count(key::PASTE_SEVERAL, several.len()));
                self.found = Rc::new(several);
            }
        }
    }

    /// What stands in the box, once it is to be read: where it is a link as it stands.
    /// Anything else is looked through by what is fetched for that.
    pub(super) fn read(&mut self, desk: &mut Desk, event: Event) -> Option<Vec<Found>> {
        match event {
            Event::Written(text) => {
                self.text = text;
                // What comes of the text before is not meant any more.
                self.seeking = Underway::default();
            }
            Event::ReadWanted if self.seeking.is_on() => {}
            Event::ReadWanted => {
                self.told = None;
                self.found = Rc::default();
                let fragment = self.text.trim().to_owned();
                match link::read(&fragment) {
                    Ok(carried) => return Some(vec![Found { fragment, carried }]),
                    // Nothing is there to be found.
                    Err(problem @ LinkProblem::NoData) => self.refuse(desk, problem.into()),
                    Err(problem) => {
                        let ticket = self.seeking.begin(desk, problem);
                        desk.ask(desk::Command::Mend(ticket, self.text.clone()));
                    }
                }
            }
        }
        None
    }

    /// What was found in the box, where that is still awaited.
    pub(super) fn sought(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        mended: Mended,
    ) -> Option<Vec<Found>> {
        let problem = self.seeking.end(ticket)?;
        self.told = None;
        match mended.unwrap_or(Err(problem)) {
            Ok(found) => Some(found),
            Err(problem) => {
                self.refuse(desk, problem.into());
                None
            }
        }
    }

    /// It takes long: it may be asked for again, and is still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if let Some(problem) = self.seeking.lasts(ticket).copied() {
            self.refuse(desk, problem.into());
        }
    }

    /// Says why nothing of it was taken.
    pub(super) fn refuse(&mut self, desk: &mut Desk, message: Message) {
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("lim-inn".to_owned()));
    }
}

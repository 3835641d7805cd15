//! "Paste what you received": mail, chats and filters mangle links. What can be repaired
//! is; the checksum decides.

use std::rc::Rc;

use forankring_core::address::{Page, Place, Route};
use forankring_core::link::{self, Found};
use forankring_core::texts::key;

use super::Command;
use crate::desk::Focus;
use crate::{Desk, Message};

/// What was pasted, and what was found in it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What stands in the box.
    pub text: String,
    /// Several links were found.
    pub found: Rc<Vec<Found>>,
    /// Why nothing was.
    pub told: Option<Message>,
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
        let Some(found) = self.read(desk, event) else {
            return Vec::new();
        };
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
        Vec::new()
    }

    /// What is found in the box, once it is to be read.
    pub(super) fn read(&mut self, desk: &mut Desk, event: Event) -> Option<Vec<Found>> {
        match event {
            Event::Written(text) => {
                self.text = text;
                None
            }
            Event::ReadWanted => {
                self.told = None;
                self.found = Rc::default();
                match link::find(&self.text) {
                    Ok(found) => Some(found),
                    Err(problem) => {
                        self.refuse(desk, problem.into());
                        None
                    }
                }
            }
        }
    }

    /// Says why nothing of it was taken.
    pub(super) fn refuse(&mut self, desk: &mut Desk, message: Message) {
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("lim-inn".to_owned()));
    }
}

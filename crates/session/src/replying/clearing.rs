//! Deleting what is kept on this device.

use forankring_core::address::{Id, Place};
use forankring_core::keeping::StorageProblem;
use forankring_core::texts::key;

use super::state::{Clearing, Command, State};
use crate::desk::{Command as At, Focus, Session, Told};
use crate::{Desk, Message, Stamp, Ticket};

impl State {
    /// It is asked first.
    pub(super) fn ask_to_clear(&mut self, desk: &mut Desk) {
        self.clearing = Clearing::Asked;
        let yes = Focus::Id("slett-svar-ja".to_owned());
        desk.say_at(Message::plain(key::REPLY_CLEAR_ASK), yes);
    }

    /// No.
    pub(super) fn keep(&mut self, desk: &mut Desk) {
        self.clearing = Clearing::No;
        let back = Focus::Id("slett-svar".to_owned());
        desk.say_at(Message::plain(key::REPLY_NOT_CLEARED), back);
    }

    /// What is kept of it on this device is deleted for good, and what is not kept forgotten.
    pub(super) fn clear(&mut self, desk: &mut Desk, stamp: &Stamp) -> Vec<Command> {
        if self.clearing != Clearing::Asked {
            return Vec::new();
        }
        let Some(open) = desk.session.open() else {
            return Vec::new();
        };
        let (kept, id) = (open.is_kept(), open.origin.id().cloned());
        let Some(id) = id.filter(|_| kept) else {
            desk.drop_reply();
            self.begin_anew(desk);
            return Vec::new();
        };
        let ticket = desk.ticket();
        self.clearing = Clearing::Under(ticket);
        desk.acts(ticket);
        vec![Command::Forget(ticket, id, stamp.at.ms)]
    }

    /// It was, or could not be. That something was is never dropped, and told to all once.
    pub(super) fn cleared(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        id: &Id,
        result: Result<(), StorageProblem>,
    ) {
        if !desk.acted(ticket) {
            return;
        }
        if result.is_ok() {
            desk.deleted(std::slice::from_ref(id), ticket);
            desk.wrote(Told::Changed);
        }
        if self.clearing != Clearing::Under(ticket) {
            return;
        }
        match result {
            Ok(()) => self.begin_anew(desk),
            Err(_) => {
                self.clearing = Clearing::No;
                let message = Message::plain(key::REPLY_CLEAR_FAILED);
                self.receipt = Some(message.clone());
                desk.say_at(message, Focus::Id("slett-svar".to_owned()));
            }
        }
    }

    /// The page is as it is for whoever never came here.
    fn begin_anew(&mut self, desk: &mut Desk) {
        *self = State {
            clearing: Clearing::Done,
            part: self.part,
            ..State::default()
        };
        desk.session = Session::Nothing;
        desk.place = Some(Place::Nothing);
        desk.ask(At::Replace(Place::Nothing, None));
        desk.say_at(Message::plain(key::REPLY_CLEARED), Focus::Heading);
    }
}

//! What is stored, where, for how long; and deleting it all.

use forankring_core::keeping::{Facts, StorageProblem};
use forankring_core::texts::key;

use super::{Act, Command, intake, shelf};
use crate::desk::{self, CopyHow, Focus};
use crate::{Desk, Message, Stamp, Ticket};

/// How far deleting everything has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Deletion {
    /// Nobody asked for it.
    #[default]
    Nothing,
    /// It was asked for, and waits for a yes.
    Asked,
    /// It is under way.
    Under(Ticket),
    /// It is done.
    Done,
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What is kept.
    pub shelf: shelf::State,
    /// Files that are opened.
    pub intake: intake::State,
    /// What the browser says of the space.
    pub facts: Option<Facts>,
    /// Deleting everything.
    pub deletion: Deletion,
    /// Why it did not work.
    pub told: Option<Message>,
    asking: Option<Ticket>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The browser told of the space.
    FactsRead(Ticket, Facts),
    /// The user wants everything deleted: it is asked first.
    DeleteAsked,
    /// No.
    DeleteDenied,
    /// Yes.
    DeleteConfirmed,
}

impl State {
    pub(super) fn arrived(&mut self, desk: &mut Desk) -> Option<Command> {
        let ticket = desk.ticket();
        self.asking = Some(ticket);
        Some(Command::Facts(ticket))
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::FactsRead(ticket, facts) => {
                if self.asking == Some(ticket) {
                    self.facts = Some(facts);
                }
            }
            Event::DeleteAsked if matches!(self.deletion, Deletion::Nothing | Deletion::Done) => {
                self.deletion = Deletion::Asked;
                let yes = Focus::Id("slett-ja".to_owned());
                desk.say_at(Message::plain(key::PRIVACY_DELETE_ASK), yes);
            }
            Event::DeleteDenied if self.deletion == Deletion::Asked => {
                self.deletion = Deletion::Nothing;
                let back = Focus::Id("slett".to_owned());
                desk.say_at(Message::plain(key::KEPT_NOT_FORGOTTEN), back);
            }
            Event::DeleteConfirmed if self.deletion == Deletion::Asked => {
                let ticket = desk.ticket();
                desk.acts(ticket);
                desk.ask(desk::Command::Wait(ticket, desk::LONG));
                self.deletion = Deletion::Under(ticket);
                self.told = None;
                let act = Act::DeleteAll(stamp.at.ms, desk.deletable_ids());
                return vec![Command::Act(ticket, act)];
            }
            Event::DeleteAsked | Event::DeleteDenied | Event::DeleteConfirmed => {}
        }
        Vec::new()
    }

    /// Deleting takes long: it is said, still awaited, and may be asked for again.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if self.deletion == Deletion::Under(ticket) {
            self.deletion = Deletion::Nothing;
            self.tell(desk, StorageProblem::Slow.into());
        }
    }

    /// Everything is deleted, or is not: also where it had taken long.
    pub(super) fn deleted(&mut self, desk: &mut Desk, result: Result<(), StorageProblem>) {
        let message = match result {
            Ok(()) => {
                self.deletion = Deletion::Done;
                Message::plain(key::PRIVACY_DELETED)
            }
            Err(problem) => {
                self.deletion = Deletion::Nothing;
                problem.into()
            }
        };
        self.tell(desk, message);
        desk.ask(desk::Command::Focus(Focus::Id("lagret-her".to_owned())));
    }

    fn tell(&mut self, desk: &mut Desk, message: Message) {
        self.told = Some(message.clone());
        desk.say(message);
    }
}

/// Nothing of what is deleted goes on being written.
impl Desk {
    pub(super) fn all_forgotten(&mut self) {
        self.copy(CopyHow::End);
        self.surroundings.bound = None;
        self.surroundings.last_backup = None;
        self.offer = None;
        self.ask(desk::Command::ForgetAll);
    }
}

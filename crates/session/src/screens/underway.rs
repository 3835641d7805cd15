//! Something that is under way and may not be started twice: an impatient second click
//! does nothing. What takes too long may be started again, for its answer may never come.

use forankring_core::keeping::StorageProblem;

use crate::desk::{Command, LONG};
use crate::{Desk, Message, Ticket};

/// What is under way, with what it is for.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Underway<T>(Option<(Ticket, T, Pace)>);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Pace {
    Usual,
    Long,
}

impl<T> Default for Underway<T> {
    fn default() -> Underway<T> {
        Underway(None)
    }
}

impl<T> Underway<T> {
    /// Whether it may not be started now.
    pub fn is_on(&self) -> bool {
        matches!(self.0, Some((_, _, Pace::Usual)))
    }

    /// What is under way, for as long as its answer is awaited.
    pub fn what(&self) -> Option<&T> {
        self.0.as_ref().map(|(_, what, _)| what)
    }

    /// The same, to be changed.
    pub fn what_mut(&mut self) -> Option<&mut T> {
        self.0.as_mut().map(|(_, what, _)| what)
    }

    /// It begins; its answer brings the ticket back.
    pub fn begin(&mut self, desk: &mut Desk, what: T) -> Ticket {
        let ticket = desk.ticket();
        self.0 = Some((ticket, what, Pace::Usual));
        desk.ask(Command::Wait(ticket, LONG));
        ticket
    }

    /// Its answer has come: what it was for. Nothing where another one is under way.
    pub fn end(&mut self, ticket: Ticket) -> Option<T> {
        let ended = self.0.take_if(|(one, ..)| *one == ticket);
        ended.map(|(_, what, _)| what)
    }

    /// So much time has passed that it may be started again: what this one was for.
    pub fn lasts(&mut self, ticket: Ticket) -> Option<&T> {
        let (_, what, pace) = self.0.as_mut().filter(|(one, ..)| *one == ticket)?;
        *pace = Pace::Long;
        Some(what)
    }

    /// So much time has passed: what to say where it takes long.
    pub fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) -> Option<Message> {
        self.lasts(ticket)?;
        let message = Message::from(StorageProblem::Slow);
        desk.say(message.clone());
        Some(message)
    }
}

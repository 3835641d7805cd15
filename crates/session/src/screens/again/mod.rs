//! Beginning the assessment that follows, from its result. What does it is fetched when it is
//! wanted, for most only read: the session holds what came as a value, and names nothing of it
//! ([`Tool`]). Whatever hinders it leads to the status, which has the same button and says more.

pub mod tool;

use forankring_core::address::{Id, Route};

use super::{Command, series};
use crate::desk::{self, LONG};
use crate::{Desk, Stamp, Ticket};

/// What begins it, once it is here: [`tool::tool`].
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    pub(super) begin: fn(&mut State, &mut Desk, series::Kept, &Stamp),
}

impl PartialEq for Tool {
    /// There is one.
    fn eq(&self, _: &Tool) -> bool {
        true
    }
}

/// What came: what begins it, and what is kept.
pub type Came = (Tool, series::Kept);

/// How it stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    awaited: Option<Ticket>,
    /// The one that was begun here: a second click leads to it, and begins no other.
    begun: Option<Id>,
}

impl State {
    /// It is wanted.
    pub(super) fn wanted(&mut self, desk: &mut Desk) -> Vec<Command> {
        if self.awaited.is_some() {
            return Vec::new();
        }
        let ticket = desk.ticket();
        self.awaited = Some(ticket);
        desk.ask(desk::Command::Wait(ticket, LONG));
        vec![Command::FetchAgain(ticket)]
    }

    /// What begins it came, or did not.
    pub(super) fn came(&mut self, desk: &mut Desk, ticket: Ticket, came: Option<Came>, at: &Stamp) {
        if self.awaited.take_if(|one| *one == ticket).is_some() {
            match came {
                Some((tool, kept)) => (tool.begin)(self, desk, kept, at),
                None => to_status(desk),
            }
        }
    }

    /// It takes long: the status is loaded, and says why.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if self.awaited.take_if(|one| *one == ticket).is_some() {
            to_status(desk);
        }
    }
}

/// Leads to the status of what is open.
fn to_status(desk: &mut Desk) {
    if let Some(id) = desk.open_id().cloned() {
        desk.lead_to(Route::Status, id);
    }
}

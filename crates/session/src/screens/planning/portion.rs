//! A long plan is drawn in two portions: what stands first comes first, so that the page is alive
//! as soon as that of a short one.

use forankring_core::plan::COLLECTION;

use crate::desk;
use crate::{Desk, Ticket};

/// So many measures are drawn at first.
const FIRST: usize = 25;

/// How much of the list is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Drawn {
    /// All of it; nothing was opened yet.
    #[default]
    Blank,
    /// What stands first, until the time of this has passed.
    First(Ticket),
    /// All of it.
    All,
}

impl Drawn {
    /// A plan is open, and perhaps was before.
    pub(crate) fn opened(&mut self, desk: &mut Desk) {
        let Some(now) = desk.assessment().filter(|_| *self == Drawn::Blank) else {
            return;
        };
        let is_long = now.parts.rows(COLLECTION).nth(FIRST).is_some();
        *self = match is_long {
            false => Drawn::All,
            true => {
                let ticket = desk.ticket();
                desk.ask(desk::Command::Wait(ticket, 0));
                Drawn::First(ticket)
            }
        };
    }

    /// The first portion is shown.
    pub(crate) fn time_passed(&mut self, ticket: Ticket) {
        if *self == Drawn::First(ticket) {
            *self = Drawn::All;
        }
    }

    /// How many measures of the list are drawn.
    pub fn count(self) -> usize {
        match self {
            Drawn::First(_) => FIRST,
            Drawn::Blank | Drawn::All => usize::MAX,
        }
    }
}

//! Reports on measures, on the plan's screen.

use forankring_core::texts::key;

use super::super::{Command, reporting};
use super::State;
use crate::{Desk, Message, Stamp};

impl State {
    /// What reports ask for; what is taken in of them is one deed.
    pub(super) fn reported(
        &mut self,
        desk: &mut Desk,
        event: reporting::Event,
        stamp: &Stamp,
    ) -> Vec<Command> {
        if let reporting::Event::TakeWanted(deed, count) = &event
            && self.write(desk, deed, stamp)
        {
            self.reporting.incoming = reporting::incoming::State::default();
            let told = Message::count(key::REPORTING_IN_TAKEN, *count);
            self.tell(desk, told, "tiltak-liste");
        }
        self.reporting.update(desk, event, stamp)
    }

    /// Another place is shown: only what came in for it stays.
    pub(in super::super) fn moved(self) -> State {
        State {
            reporting: Box::new(self.reporting.moved()),
            ..State::default()
        }
    }
}

//! Reading what was answered before, and hearing of it.

use forankring_core::series;

use super::command::Command;
use super::earlier::Followed;
use super::state::Desk;
use crate::Ticket;

impl Desk {
    /// Reads it where it may be another one, or may have changed. What was read before stays until
    /// the new answer comes: whoever draws it holds it against what is open.
    pub(super) fn look_back(&mut self) {
        let open = self.session.open().filter(|_| self.page.route.answers());
        let parts = open.map(|open| open.assessment.parts.clone());
        if let Some(parts) = parts.filter(series::follows) {
            let ticket = self.ticket();
            self.earlier.awaited = Some(ticket);
            self.ask(Command::LookBack(ticket, parts));
        }
    }

    /// It was read; nothing where it is not here.
    pub(super) fn looked_back(&mut self, ticket: Ticket, found: Option<Followed>) {
        if self.earlier.awaited == Some(ticket) {
            self.earlier.found = found;
        }
    }
}

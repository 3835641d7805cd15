//! What was deleted for good is not shown any more, nor written.

use forankring_core::address::{Id, Place};

use super::open::Open;
use super::state::{Desk, Session};
use crate::Ticket;

impl Desk {
    /// These were deleted for good from here: they are not shown any more, nor written.
    /// What was changed after that was asked for stays, and is told that it is deleted.
    pub(crate) fn deleted(&mut self, ids: &[Id], asked: Ticket) {
        let gone = |open: &Open| {
            let named = open.origin.id().is_some_and(|id| ids.contains(id));
            named && !open.was_changed_after(asked)
        };
        self.aside.retain(|open| !gone(open));
        self.fallback.clear();
        self.take_handover_back();
        if self.session.open().is_some_and(gone) {
            self.session = Session::Nothing;
            self.place = Some(Place::Nothing);
            self.draft = None;
        }
        let open = self.open_ids();
        let is_gone = |id: &Id| ids.contains(id) && !open.contains(id);
        self.overlong
            .retain(|one| !one.of.as_ref().is_some_and(is_gone));
        self.read_again(None);
    }
}

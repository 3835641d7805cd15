//! Deleting a measure for good that was taken away: it is asked once, and no step back brings it
//! again. Earlier versions of the assessment have it still, and so has whoever got them.

use forankring_core::address::Id;
use forankring_core::plan::deleting;
use forankring_core::texts::key;

use super::State;
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp};

/// The button that deletes for good, by its id.
pub const DELETE: &str = "slett-tiltak-ja";

/// The button that asks whether one is to be deleted, by its id.
pub fn delete_id(id: &Id) -> String {
    format!("slett-{}", id.as_str())
}

impl State {
    pub(super) fn ask_to_delete(&mut self, desk: &mut Desk, id: Id) {
        self.deleting = Some(id);
        desk.ask(desk::Command::Focus(Focus::Id(DELETE.to_owned())));
    }

    pub(super) fn deny_to_delete(&mut self, desk: &mut Desk) {
        if let Some(id) = self.deleting.take() {
            desk.ask(desk::Command::Focus(Focus::Id(delete_id(&id))));
        }
    }

    /// What was brought back meanwhile, or changed in another tab, stays.
    pub(super) fn delete(&mut self, desk: &mut Desk, id: &Id, stamp: &Stamp) {
        let asked = self.deleting.take_if(|one| one == id).is_some();
        let Some(parts) = desk.own_parts().filter(|_| asked) else {
            return;
        };
        let deed = deleting(&parts, id);
        let told = match deed.is_empty() {
            true => Message::plain(key::PLAN_NOT_DELETED),
            false => Message::plain(key::PLAN_DELETED),
        };
        desk.changed_beside(&deed, stamp);
        self.tell(desk, told, "tiltak-liste");
    }
}

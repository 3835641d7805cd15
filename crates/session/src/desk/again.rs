//! Beginning an assessment that follows the one that is open.

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::series;

use super::event::Keeping;
use super::open::{Open, Saving};
use super::state::Desk;
use crate::Stamp;

impl Desk {
    /// Begins the one that follows what is open, and leads to it: like any new one it is written
    /// as soon as may be, goes along to the page that asks for it, and stays in the tab where
    /// nothing can be written or nothing is to be. What is open is not changed. Its id; nothing
    /// where what is open is not worked on.
    pub(crate) fn begin_again(&mut self, stamp: &Stamp) -> Option<Id> {
        let number = self.ticket().number();
        let open = self.session.open()?;
        let earlier = open.origin.id().filter(|_| !open.origin.is_read_only())?;
        let deed = series::following(earlier, &open.assessment, stamp.at.day);
        let id = stamp.fresh.clone();
        let mut begun = Open::blank(open.assessment.variant, id.clone());
        if open.saving == Saving::TabOnly {
            begun.keep_in(Keeping::Tab);
        }
        begun.change_together(&deed, stamp.at, number);
        self.aside.push(begun);
        self.lead_to_begun(&id);
        Some(id)
    }

    /// Leads to one that was begun here. It is named by its id, also while it is not kept: whether
    /// it is written before the next page asks for it, or goes along unwritten, it is found.
    pub(crate) fn lead_to_begun(&mut self, id: &Id) {
        let page = Page {
            route: Route::Setup,
            ..self.page
        };
        self.go_to(page, Place::Kept(id.clone(), None), None);
    }
}

//! Beginning an assessment that follows the one that is open.

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::assessment::Parts;
use forankring_core::plan::fits;
use forankring_core::series;

use super::event::Keeping;
use super::open::{Open, Saving};
use super::state::Desk;
use crate::Stamp;

/// Why none was begun.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unbegun {
    /// What is open is not worked on.
    ReadOnly,
    /// What is to come along does not fit beside what says whom it follows.
    Full,
}

impl Desk {
    /// Begins the one that follows what is open, and leads to it: like any new one it is written
    /// as soon as may be, goes along to the page that asks for it, and stays in the tab where
    /// nothing can be written or nothing is to be. What is open is not changed. Its id.
    ///
    /// # Errors
    /// [`Unbegun`].
    pub(crate) fn begin_again(&mut self, stamp: &Stamp) -> Result<Id, Unbegun> {
        let number = self.ticket().number();
        let open = self.session.open().ok_or(Unbegun::ReadOnly)?;
        let own = open.origin.id().filter(|_| !open.origin.is_read_only());
        let earlier = own.ok_or(Unbegun::ReadOnly)?;
        let deed = series::following(earlier, &open.assessment, stamp.at.day);
        if !fits(&Parts::default(), &deed) {
            return Err(Unbegun::Full);
        }
        let id = stamp.fresh.clone();
        let mut begun = Open::blank(open.assessment.variant, id.clone());
        if open.saving == Saving::TabOnly {
            begun.keep_in(Keeping::Tab);
        }
        begun.change_together(&deed, stamp.at, number);
        self.aside.push(begun);
        self.lead_to_begun(&id);
        Ok(id)
    }

    /// Leads to one that was begun here.
    pub(crate) fn lead_to_begun(&mut self, id: &Id) {
        self.lead_to(Route::Setup, id.clone());
    }

    /// Leads to a screen of one that is open or was begun here. It is named by its id, also while
    /// it is not kept: whether it is written before the next page asks for it, or goes along
    /// unwritten, it is found.
    pub(crate) fn lead_to(&mut self, route: Route, id: Id) {
        let page = Page { route, ..self.page };
        self.go_to(page, Place::Kept(id, None), None);
    }
}

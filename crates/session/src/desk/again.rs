//! Beginning an assessment that follows the one that is open.

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::series;

use super::event::Keeping;
use super::open::{Open, Origin, Saving};
use super::state::{Desk, Going};
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
        let is_new = matches!(open.origin, Origin::New(_));
        begun.change_together(&deed, stamp.at, number);
        // The page that comes takes the first new one.
        if is_new {
            self.set_aside();
        }
        self.aside.insert(0, begun);
        self.lead_to_begun(&id);
        Some(id)
    }

    /// Leads to one that was begun here: set aside still, or written by now.
    pub(crate) fn lead_to_begun(&mut self, id: &Id) {
        let new = Origin::New(id.clone());
        let (place, draft) = match self.aside.iter().find(|open| open.origin == new) {
            Some(open) => (
                Place::New(open.assessment.variant, None),
                Some(id.clone()),
            ),
            None => (Place::Kept(id.clone(), None), None),
        };
        self.going = Some(Going {
            page: Page {
                route: Route::Setup,
                ..self.page
            },
            place,
            told: None,
            draft,
        });
    }
}

//! Screens lead to places, on pages that their build may not hold.

use forankring_core::address::{Page, Place};

use crate::Message;

/// Where a screen leads to, and what is said there.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Going {
    pub(crate) page: Page,
    pub(crate) place: Place,
    pub(crate) told: Option<Message>,
    /// Instead of the present entry of the history.
    pub(crate) instead: bool,
}

impl Going {
    /// As a new entry of the history.
    pub(super) fn to(page: Page, place: Place, told: Option<Message>) -> Going {
        Going {
            page,
            place,
            told,
            instead: false,
        }
    }

    /// Instead of the present entry.
    pub(super) fn instead(page: Page, place: Place) -> Going {
        Going {
            page,
            place,
            told: None,
            instead: true,
        }
    }
}

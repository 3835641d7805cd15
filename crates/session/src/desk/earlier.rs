//! What was answered before, where what is open follows another: read for the pages that answer,
//! never taken over. Whether one is followed is all that is known here; which one, and what is
//! shown of it, the part knows that reads it.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;

use crate::Ticket;

/// One that was read: under which id it is kept, and what it holds.
pub type Followed = Rc<(Id, Assessment)>;

/// The one that is followed.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Earlier {
    /// What was read last: it may be that of another one, or nothing.
    pub found: Option<Followed>,
    pub(super) awaited: Option<Ticket>,
}

//! When something happened: the session has no clock and no dice of its own.

use forankring_core::address::Id;
use forankring_core::moment::Moment;

/// When an event happened, and an id that nothing has yet: drawn by the shell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamp {
    /// When.
    pub at: Moment,
    /// For what the event may start.
    pub fresh: Id,
}

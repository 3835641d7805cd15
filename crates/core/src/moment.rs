//! A moment, as people live it: an instant, and what clock and calendar say of it
//! where the user is. The core has no clock: moments come in as values.

use crate::day::Day;

/// A moment where the user is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Moment {
    /// Milliseconds since 1970, UTC.
    pub ms: i64,
    /// The calendar day where the user is.
    pub day: Day,
    /// The hour there, 0 to 23.
    pub hour: u8,
    /// The minute there, 0 to 59.
    pub minute: u8,
}

//! Why a link could not be read, or not be made.

/// Why a link could not be read. Nothing is ever half read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkProblem {
    /// A text in which nothing looks like a link. Only [`super::find`] tells it.
    NoLink,
    /// It came without its data: nothing, or nothing after the point.
    NoData,
    /// Characters are missing, changed or too many.
    Damaged,
    /// Whole, but made by a trial edition, whose links were never promised to
    /// last. A new one is to be asked for.
    Older,
    /// Whole, but made by a newer version than this one.
    Newer,
    /// As far as it was read it is right, but its texts are compressed, and what inflates
    /// them was not at hand. Only [`super::read`] tells it.
    Packed,
}

/// The texts are too long for a link; a file holds them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TooLong;

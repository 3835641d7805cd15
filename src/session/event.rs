//! What can happen, named in the past tense.

use forankring_core::address::{Id, Page, Place};
use forankring_core::assessment::{Action, Assessment};
use forankring_core::catalogue::{Item, Variant};
use forankring_core::keeping::Kept;

use super::{LastSaved, MoreWords, Origin, Problem, Reduce};
use crate::platform::clock::Moment;
use crate::platform::pointer::View;
use crate::platform::storage::StorageProblem;

/// Which way in the history of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The last change is taken back.
    Undo,
    /// It is done again.
    Redo,
}

/// What happened.
#[derive(Debug)]
pub enum Event {
    /// The reader went to a page, or the address changed.
    Arrived(Page, Place),
    /// Something is being fetched from storage.
    OpeningStarted,
    /// That takes long.
    OpeningSlow,
    /// It is open.
    Opened {
        /// What was read.
        assessment: Assessment,
        /// From where.
        origin: Origin,
        /// At which item the user left it, if that is known.
        at: Option<Item>,
        /// When it was last saved.
        last_saved: LastSaved,
        /// Its revision.
        revision: u32,
    },
    /// How the reader likes to answer was read.
    ViewRemembered(View),
    /// A new assessment was started.
    Started(Variant),
    /// There is nothing to open.
    NothingFound,
    /// It could not be opened.
    OpeningFailed(Problem),
    /// The user changed something.
    Changed(Action, Moment),
    /// The user takes the last change back, or does it again.
    TurnedBack(Turn, Moment),
    /// Writing began.
    WritingStarted,
    /// The first `count` changes are on the disk; this is what stands there.
    Written {
        /// Under which id.
        id: Id,
        /// How many of the waiting changes.
        count: usize,
        /// As stored, with what other tabs wrote.
        stored: Kept,
        /// When.
        at: Moment,
    },
    /// What is open is not in the store any more: it is to be written as a whole.
    Gone,
    /// Another tab wrote this.
    WrittenElsewhere(Id, Kept),
    /// Another tab deleted it for good.
    DeletedElsewhere,
    /// Writing takes long: so many changes have been written since it began.
    WritingSlow(u32),
    /// Writing failed.
    WritingFailed(StorageProblem),
    /// The user wants it tried again, or is about to leave.
    RetryWanted,
    /// It is time to try again, after so many failures in a row.
    RetryDue(u32),
    /// Something happened that does not concern answering.
    Beside(Box<dyn Reduce>),
    /// Another tab has written under this name.
    HeardOf(String),
    /// The words that only some need were asked for, came, or did not.
    MoreWords(MoreWords),
}

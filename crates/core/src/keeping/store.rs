//! What the store holds under an id, and what comes of writing there. Pure: the
//! browser's store and the model that tests check it against follow the same rule.

use super::{Change, Kept};
use crate::address::Id;
use crate::assessment::Assessment;
use crate::moment::Moment;

/// Why something could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum StorageProblem {
    /// The browser has no storage for us, or a policy blocks it.
    Missing,
    /// There is no room.
    Full,
    /// What is stored there cannot be read; it is left as it is.
    Damaged,
    /// What is stored there was written by a newer version; it is left as it is.
    Newer,
    /// It takes long: an older tab may hold the database.
    Slow,
    /// It was deleted for good, here or in another tab; it does not come back
    /// unless someone says so.
    Deleted,
    /// Anything else, such as an aborted transaction.
    Failed,
}

impl StorageProblem {
    /// Whether it may go away by itself, so that trying again makes sense.
    pub fn may_pass(self) -> bool {
        use StorageProblem::{Damaged, Deleted, Newer};
        !matches!(self, Damaged | Newer | Deleted)
    }
}

/// What is stored under a key, as far as it can be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    /// Its key, as it stands in the store.
    pub key: String,
    /// What it holds.
    pub kept: Result<Kept, StorageProblem>,
}

impl Record {
    /// What it holds, where that can be read and is not in the bin.
    pub fn shown(&self) -> Option<&Kept> {
        let kept = self.kept.as_ref().ok()?;
        kept.binned.is_none().then_some(kept)
    }
}

/// Some of what is kept, last saved first.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The records that were read.
    pub records: Vec<Record>,
    /// How many there are in all.
    pub count: usize,
}

/// What the browser says of the space that it gives us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Facts {
    /// In bytes, with the site's own files; rounded by some browsers.
    pub used: Option<u64>,
    /// Whether the browser has promised to keep it; none: it does not say.
    pub lasting: Option<bool>,
}

/// What stands under an id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Found {
    /// A record.
    Here(Box<Kept>),
    /// Nothing, and nobody deleted it: it never was, or the browser cleared it away.
    Absent,
    /// A note that it was deleted for good.
    Deleted,
}

/// What is to be written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Write {
    /// Under which id.
    pub id: Id,
    /// What was done, oldest first.
    pub changes: Vec<Change>,
    /// All of it, for the case that nothing stands there.
    pub whole: Assessment,
    /// The revision that the page showed; 0: it was never stored.
    pub shown: u32,
    /// Whether the user said that what was deleted is to come back.
    pub revives: bool,
    /// Up to which change of its page this goes: the receipt tells it back.
    pub through: u64,
}

/// A receipt.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// As it is stored now, with what other tabs wrote.
    pub kept: Kept,
    /// [`Write::through`], back.
    pub through: u64,
    /// When it was on the disk.
    pub at: Moment,
}

/// What is to stand there after a write, and which earlier states beside it, oldest
/// first. Where nothing stands (a new assessment, or one that the browser cleared
/// away), the whole does; revisions go on rising, for other tabs show only what is
/// later than what they show.
///
/// # Errors
/// [`StorageProblem::Deleted`] where it was deleted for good and nobody said that it
/// is to come back.
pub fn write(found: Found, write: &Write, ms: i64) -> Result<super::Committed, StorageProblem> {
    match found {
        Found::Here(kept) => Ok(kept.commit(&write.changes, ms)),
        Found::Deleted if !write.revives => Err(StorageProblem::Deleted),
        Found::Deleted | Found::Absent => {
            let mut kept = Kept::new(write.whole.clone(), ms);
            kept.revision += write.shown;
            let earlier = Vec::new();
            Ok(super::Committed { kept, earlier })
        }
    }
}

//! An assessment as a file: JSON that people can keep for ever and programs
//! can read. Specified in docs/file-format.md and its JSON Schema.

mod backup;
mod form;
mod moment;
mod outcome;
mod parts;
#[cfg(test)]
mod plan_tests;
mod read;
#[cfg(test)]
mod refused_tests;
mod replies;
#[cfg(test)]
mod replies_tests;
mod table;
#[cfg(test)]
mod tests;
mod tree;
#[cfg(test)]
mod unknown_tests;
mod words;
mod write;

pub use backup::{BACKUP, backup_of, read_backup, write_backup};
#[cfg(not(target_arch = "wasm32"))]
pub use read::read;
pub use read::{read_kept, read_newer, read_with};
pub use replies::{Stored, with_replies};
pub use write::{write, write_bare};

use crate::address::Id;
use crate::assessment::Assessment;
use crate::panel::Replies;
use crate::texts::{isolated, shortened};

/// What every file says that it is.
pub const FORMAT: &str = "forankring";
/// The version of the format that is written where others were asked.
pub const VERSION: u8 = 3;
/// The version that is written where there are parts with keys, and nothing of that.
const KEYED: u8 = 2;
/// The version that is written where there are none: older readers read it.
const PLAIN: u8 = 1;
/// Longer files are refused unread, in bytes. Eighteen items and parts with keys full of text in
/// the widest characters stay below it.
pub const SIZE_MAX: usize = 8 * 1024 * 1024;
/// Longer back-ups are refused unread, in bytes: hundreds of assessments full of
/// text stay below it. So much of a record of one's own is read, too.
pub const BACKUP_MAX: usize = 64 * 1024 * 1024;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name under which it is kept in a browser, if it is.
    pub id: Option<Id>,
    /// When it was last saved there, in milliseconds since 1970, UTC.
    pub saved: Option<i64>,
    /// The assessment.
    pub assessment: Assessment,
    /// What others replied. Records of the browser have none: they are kept beside them.
    pub replies: Replies,
}

impl Document {
    /// When it counts as saved where it comes in at a moment: as its file says, unless that
    /// is still to come.
    pub fn saved_by(&self, ms: i64) -> i64 {
        self.saved.filter(|saved| *saved <= ms).unwrap_or(ms)
    }
}

/// What was read, and what in it is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// Fields that this version does not know; they are not kept.
    pub unknown: Unknown,
}

/// Fields that this version does not know: how many, and the first of them. A
/// file of 1 MiB can hold a hundred thousand, and none is dropped unsaid.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Unknown {
    first: Vec<String>,
    count: usize,
}

impl Unknown {
    /// So many are named.
    pub const NAMED: usize = 10;

    /// The places of the first of them, such as `answers.political.goal.colour`,
    /// shortened and in one line.
    pub fn first(&self) -> &[String] {
        &self.first
    }

    /// How many there are.
    pub fn count(&self) -> usize {
        self.count
    }

    /// How many there are besides those that are named.
    pub fn more(&self) -> usize {
        self.count - self.first.len()
    }

    /// These and others, which come after them.
    pub fn extend(&mut self, others: Unknown) {
        let free = Unknown::NAMED.saturating_sub(self.first.len());
        self.first.extend(others.first.into_iter().take(free));
        self.count += others.count;
    }

    /// These, as they stand inside a place.
    fn inside(mut self, place: &str) -> Unknown {
        for one in &mut self.first {
            *one = format!("{place}{one}");
        }
        self
    }

    /// The place is only worked out where it is named.
    fn note(&mut self, place: impl FnOnce() -> String) {
        self.count += 1;
        if self.first.len() < Unknown::NAMED {
            self.first.push(place());
        }
    }
}

/// A place as it is told. It can hold text of the file, of any length and kind.
fn shown(place: &str) -> String {
    isolated(&shortened(place, PLACE_MAX))
}

/// Longer places are shortened, in characters.
const PLACE_MAX: usize = 60;

/// Why a file could not be read. Nothing is ever half read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileProblem {
    /// Not JSON at all, or cut.
    NotJson,
    /// JSON, but it does not say that it is of this product.
    NotOurs,
    /// Of a newer version of the format or the instrument than this one.
    Newer,
    /// Larger than [`SIZE_MAX`], and so than any file of ours.
    TooLarge,
    /// Something in it is not as it must be.
    Bad {
        /// Where, such as `answers.political.goal.answer`. It can hold text of
        /// the file: an id that no item has, shortened and in one line.
        place: String,
    },
}

impl FileProblem {
    fn bad(place: &str) -> FileProblem {
        FileProblem::Bad {
            place: place.to_owned(),
        }
    }
}

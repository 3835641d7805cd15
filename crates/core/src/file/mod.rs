//! An assessment as a file: JSON that people can keep for ever and programs
//! can read. Specified in docs/file-format.md and its JSON Schema.

mod backup;
mod moment;
mod read;
#[cfg(test)]
mod tests;
mod write;

pub use backup::{BACKUP, BACKUP_MAX, read_backup, write_backup};
#[cfg(not(target_arch = "wasm32"))]
pub use read::read;
pub use read::{read_newer, read_quietly, read_with};
pub use write::{write, write_bare};

use crate::address::Id;
use crate::assessment::Assessment;

/// What every file says that it is.
pub const FORMAT: &str = "forankring";
/// The version of the format that is written.
pub const VERSION: u8 = 1;
/// Longer files are refused unread, in bytes. Eighteen items full of text in
/// the widest characters stay below it.
pub const SIZE_MAX: usize = 1024 * 1024;

/// What a file holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The name under which it is kept in a browser, if it is.
    pub id: Option<Id>,
    /// When it was last saved there, in milliseconds since 1970, UTC.
    pub saved: Option<i64>,
    /// The assessment.
    pub assessment: Assessment,
}

/// What was read, and what in it is not known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Read {
    /// The document.
    pub document: Document,
    /// Places of fields that this version does not know, sorted, such as
    /// `answers.political.goal.colour`; they are not kept.
    pub unknown: Vec<String>,
}

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
        /// the file: an id that no item has.
        place: String,
    },
}

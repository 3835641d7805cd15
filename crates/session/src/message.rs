//! What is told to the user: a text by its key, with values. The words themselves are
//! the view's business.

use forankring_core::file::FileProblem;
use forankring_core::keeping::StorageProblem;
use forankring_core::link::LinkProblem;
use forankring_core::texts::{Key, key};

/// A value in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A text as it stands: a name, a place in a file.
    Text(String),
    /// How many.
    Count(usize),
    /// A moment, in milliseconds since 1970.
    When(i64),
}

/// A text with its values.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Which text.
    pub key: Key,
    /// What stands in its slots.
    pub values: Vec<(&'static str, Value)>,
}

impl Message {
    /// A text without slots.
    pub fn plain(key: Key) -> Message {
        let values = Vec::new();
        Message { key, values }
    }

    /// A text that counts something.
    pub fn count(key: Key, n: usize) -> Message {
        let values = vec![("n", Value::Count(n))];
        Message { key, values }
    }

    /// A text that names a moment.
    pub fn when(key: Key, ms: i64) -> Message {
        let values = vec![("when", Value::When(ms))];
        Message { key, values }
    }
}

impl From<StorageProblem> for Message {
    fn from(problem: StorageProblem) -> Message {
        Message::plain(storage(problem))
    }
}

impl From<LinkProblem> for Message {
    fn from(problem: LinkProblem) -> Message {
        Message::plain(link(problem))
    }
}

impl From<&FileProblem> for Message {
    fn from(problem: &FileProblem) -> Message {
        let (key, place) = match problem {
            FileProblem::NotJson => (key::FILE_PROBLEM_NOT_JSON, ""),
            FileProblem::NotOurs => (key::FILE_PROBLEM_NOT_OURS, ""),
            FileProblem::Newer => (key::FILE_PROBLEM_NEWER, ""),
            FileProblem::TooLarge => (key::FILE_PROBLEM_TOO_LARGE, ""),
            FileProblem::Bad { place } => (key::FILE_PROBLEM_BAD, place.as_str()),
        };
        let values = vec![("place", Value::Text(place.to_owned()))];
        Message { key, values }
    }
}

/// What to say when something could not be kept or read.
pub fn storage(problem: StorageProblem) -> Key {
    match problem {
        StorageProblem::Missing => key::PROBLEM_STORAGE_MISSING,
        StorageProblem::Full => key::PROBLEM_STORAGE_FULL,
        StorageProblem::Damaged => key::PROBLEM_STORAGE_DAMAGED,
        StorageProblem::Newer => key::PROBLEM_STORAGE_NEWER,
        StorageProblem::Slow => key::PROBLEM_STORAGE_SLOW,
        StorageProblem::Deleted => key::PROBLEM_STORAGE_DELETED,
        StorageProblem::Failed => key::PROBLEM_STORAGE_FAILED,
    }
}

/// What to say of a link that could not be read.
pub fn link(problem: LinkProblem) -> Key {
    match problem {
        LinkProblem::NoData => key::LINK_PROBLEM_NONE,
        LinkProblem::NoLink => key::LINK_PROBLEM_NO_LINK,
        LinkProblem::Damaged => key::LINK_PROBLEM_DAMAGED,
        LinkProblem::Older => key::LINK_PROBLEM_OLDER,
        LinkProblem::Newer => key::LINK_PROBLEM_NEWER,
        LinkProblem::Packed => key::LINK_PROBLEM_PACKED,
    }
}

//! One clear message: what happened, what is lost, what to do.

use forankring_core::file::FileProblem;
use forankring_core::link::LinkProblem;
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use crate::platform::storage::StorageProblem;
use crate::session::Problem;

/// How weighty a message is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Tone {
    /// Worth knowing.
    Info,
    /// Something did not work.
    Warning,
}

/// A message in the page: what is to be said, and what can be done. A warning
/// is announced when it appears.
pub fn notice(tone: Tone, children: Html) -> Html {
    let (colour, role) = match tone {
        Tone::Info => ("info", None),
        Tone::Warning => ("warning", Some("alert")),
    };
    html! {
        <div class="ds-alert notice" data-color={colour} {role}>{ children }</div>
    }
}

/// What to say of something that could not be opened.
pub fn problem(problem: Problem) -> Key {
    match problem {
        Problem::Place => key::PROBLEM_PLACE,
        Problem::NotFound => key::PROBLEM_NOT_FOUND,
        Problem::Storage(StorageProblem::Damaged) => key::PROBLEM_RECORD,
        Problem::Storage(problem) => storage(problem),
        Problem::Link(LinkProblem::NoData) => key::LINK_PROBLEM_NONE,
        Problem::Link(LinkProblem::Damaged) => key::LINK_PROBLEM_DAMAGED,
        Problem::Link(LinkProblem::Older) => key::LINK_PROBLEM_OLDER,
        Problem::Link(LinkProblem::Newer) => key::LINK_PROBLEM_NEWER,
        Problem::LinkLocked => key::UNLOCK_LEAD,
    }
}

/// What to say when nothing can be kept.
pub fn storage(problem: StorageProblem) -> Key {
    match problem {
        StorageProblem::Missing => key::PROBLEM_STORAGE_MISSING,
        StorageProblem::Full => key::PROBLEM_STORAGE_FULL,
        StorageProblem::Damaged => key::PROBLEM_STORAGE_DAMAGED,
        StorageProblem::Newer => key::PROBLEM_STORAGE_NEWER,
        StorageProblem::Slow => key::PROBLEM_STORAGE_SLOW,
        StorageProblem::Failed => key::PROBLEM_STORAGE_FAILED,
    }
}

/// What to say of a file that could not be read, and the place it names.
pub fn file(problem: &FileProblem) -> (Key, &str) {
    match problem {
        FileProblem::NotJson => (key::FILE_PROBLEM_NOT_JSON, ""),
        FileProblem::NotOurs => (key::FILE_PROBLEM_NOT_OURS, ""),
        FileProblem::Newer => (key::FILE_PROBLEM_NEWER, ""),
        FileProblem::TooLarge => (key::FILE_PROBLEM_TOO_LARGE, ""),
        FileProblem::Bad { place } => (key::FILE_PROBLEM_BAD, place),
    }
}

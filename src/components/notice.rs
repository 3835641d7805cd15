//! One clear message: what happened, what is lost, what to do.

use forankring_core::keeping::StorageProblem;
use forankring_core::texts::{Key, key};
use forankring_session::{Message, Problem, link, storage};
use yew::prelude::*;

use super::prose::leaf;
use crate::context::Context;

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

/// What went wrong, or well, last; nothing while there is nothing to tell. It is said to
/// those who listen in a region of its own.
pub fn told(ctx: &Context, tone: Tone, message: Option<&Message>) -> Html {
    let Some(message) = message else {
        return html! {};
    };
    let colour = match tone {
        Tone::Info => "info",
        Tone::Warning => "warning",
    };
    html! {
        <div class="ds-alert notice" data-color={colour}>{ leaf("p", "", ctx.told(message)) }</div>
    }
}

/// What to say of something that could not be opened.
pub fn problem(problem: Problem) -> Key {
    match problem {
        Problem::Place => key::PROBLEM_PLACE,
        Problem::NotFound => key::PROBLEM_NOT_FOUND,
        Problem::Storage(StorageProblem::Damaged) => key::PROBLEM_RECORD,
        Problem::Storage(StorageProblem::Deleted) => key::PROBLEM_DELETED,
        Problem::Storage(problem) => storage(problem),
        Problem::Link(problem) => link(problem),
        Problem::LinkLocked => key::UNLOCK_LEAD,
    }
}

//! What draws what a result rests on, and what stands where a link is locked or damaged, once it
//! was fetched: the code of a part, as in [`crate::trying`]. A result is alive before it has come.

use std::cell::Cell;

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Item;
use forankring_core::scoring::Outcome;
use forankring_session::screens::reader::State;
use yew::prelude::*;

use crate::context::{Context, Top};

/// A closed part of a result.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Part {
    /// What stops the weakest links.
    Stops,
    /// All that was answered.
    Answers,
    /// The arithmetic.
    Workings,
    /// How firm it is.
    Firm,
}

/// Draws the body of a part; what was computed, where all eighteen are asked, and whether others
/// read it.
type Body = fn(&Context, Part, &Assessment, Option<&Outcome>, bool) -> Vec<Html>;

/// What draws it.
#[derive(Clone, Copy)]
pub struct Grounds {
    /// The bodies of the closed parts.
    pub body: Body,
    /// What was answered in a cell of the map.
    pub answer: fn(&Context, &Assessment, Item) -> Html,
    /// That what is open is in this tab only.
    pub tab_only: fn(&Context) -> Html,
    /// What can be done about a link that is locked or damaged.
    pub unread: fn(&Top, &State) -> Html,
}

thread_local! {
    static GROUNDS: Cell<Option<Grounds>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(grounds: Grounds) {
    GROUNDS.set(Some(grounds));
}

/// What draws it, where that has come.
pub fn grounds() -> Option<Grounds> {
    GROUNDS.get()
}

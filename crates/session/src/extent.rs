//! What a build of the app holds. A type, known when the build is made, so that a build
//! holds the code of nothing else.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::file::{self, Document};
use forankring_core::link::{self, Carried};
use forankring_core::sample::sample;

use crate::problem::Problem;

/// How much of the app a build holds.
pub trait Extent: Clone + PartialEq + 'static {
    /// Whether a screen is among what it holds; others are loaded as pages.
    fn has(route: Route) -> bool;

    /// What a link carries as it stands.
    ///
    /// # Errors
    /// [`Problem`]: it cannot be read, though it may be mended; or no link is read here.
    fn read_link(text: &str) -> Result<Carried, Problem> {
        link::read(text).map_err(Problem::Link)
    }

    /// The invented result, where there is a screen to look at it.
    fn sample() -> Option<Assessment> {
        // Not `then`: what may be asked for would be in every part.
        if Self::has(Route::Result) || Self::has(Route::Plan) {
            return Some(sample());
        }
        None
    }

    /// An assessment as a file. Where screens only save one in need, without the computed
    /// result, and so without the code for it.
    fn write_file(document: &Document) -> String {
        file::write_bare(document)
    }

    /// Whether it only answers: nothing that other screens tell happens there.
    fn only_answers() -> bool {
        false
    }

    /// Whether it has a screen that shows what is kept, or opens files.
    fn keeps() -> bool {
        Self::has(Route::Start) || Self::has(Route::Compare) || Self::has(Route::Privacy)
    }

    /// Whether it has a screen where a result is read.
    fn reads() -> bool {
        Self::has(Route::Result)
            || Self::has(Route::Plan)
            || Self::shares()
            || Self::has(Route::Ask)
            || Self::has(Route::History)
    }

    /// Whether it has a screen where a result is read, or a box for what was received:
    /// only there is a link mended.
    fn mends() -> bool {
        Self::reads()
            || Self::has(Route::Start)
            || Self::has(Route::Compare)
            || Self::has(Route::Ask)
    }

    /// Whether it has the screen that passes a result on.
    fn shares() -> bool {
        Self::has(Route::Share)
    }
}

/// Everything: as the pages are rendered at build time.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum All {}

impl Extent for All {
    fn has(_: Route) -> bool {
        true
    }
}

/// Reading a result, of one's own or from a link: whoever follows a link has two minutes
/// and a phone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reading {}

impl Extent for Reading {
    fn has(route: Route) -> bool {
        matches!(route, Route::Result)
    }
}

/// The front page: what is kept, and the ways in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Front {}

impl Extent for Front {
    fn has(route: Route) -> bool {
        matches!(route, Route::Start)
    }
}

/// Passing a result on: it alone draws codes and makes links short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sharing {}

impl Extent for Sharing {
    fn has(route: Route) -> bool {
        matches!(route, Route::Share)
    }

    fn write_file(document: &Document) -> String {
        file::write(document)
    }
}

/// The action plan, and how far it has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Planning {}

impl Extent for Planning {
    fn has(route: Route) -> bool {
        matches!(route, Route::Plan | Route::Status)
    }
}

/// Asking others, and what they replied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Panel {}

impl Extent for Panel {
    fn has(route: Route) -> bool {
        matches!(route, Route::Ask | Route::Talk)
    }
}

/// All but the plan, asking others and passing a result on: whoever has come to one of the
/// other screens goes on without loading a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {}

impl Extent for Rest {
    fn has(route: Route) -> bool {
        !matches!(
            route,
            Route::Share | Route::Plan | Route::Status | Route::Ask | Route::Talk | Route::Reply
        )
    }

    fn write_file(document: &Document) -> String {
        file::write(document)
    }
}

/// All answers at a glance, before the result: whoever only answers loads nothing of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Overview {}

impl Extent for Overview {
    fn has(route: Route) -> bool {
        matches!(route, Route::Review)
    }

    fn read_link(_: &str) -> Result<Carried, Problem> {
        Err(Problem::Place)
    }
}

/// The build that a page loads. What it does not hold is loaded as a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Entry {
    /// [`crate::answering::Answering`].
    Answering,
    /// [`Overview`].
    Overview,
    /// [`Reading`].
    Reading,
    /// [`Front`].
    Front,
    /// [`Planning`].
    Planning,
    /// [`Panel`].
    Panel,
    /// [`crate::replying::Replying`].
    Replying,
    /// [`Sharing`].
    Sharing,
    /// [`Rest`].
    Rest,
}

impl Entry {
    /// All of them.
    pub const ALL: [Entry; 9] = [
        Entry::Answering,
        Entry::Overview,
        Entry::Reading,
        Entry::Front,
        Entry::Planning,
        Entry::Panel,
        Entry::Replying,
        Entry::Sharing,
        Entry::Rest,
    ];

    /// The one that the page of this screen loads.
    pub fn of(route: Route) -> Entry {
        match route {
            Route::Answer => Entry::Answering,
            Route::Review => Entry::Overview,
            Route::Result => Entry::Reading,
            Route::Start => Entry::Front,
            Route::Plan | Route::Status => Entry::Planning,
            Route::Ask | Route::Talk => Entry::Panel,
            Route::Reply => Entry::Replying,
            Route::Share => Entry::Sharing,
            _ => Entry::Rest,
        }
    }

    /// Its stable name, such as `reading`: in the names of files, too.
    pub fn id(self) -> &'static str {
        match self {
            Entry::Answering => "answering",
            Entry::Overview => "overview",
            Entry::Reading => "reading",
            Entry::Front => "front",
            Entry::Planning => "planning",
            Entry::Panel => "panel",
            Entry::Replying => "replying",
            Entry::Sharing => "sharing",
            Entry::Rest => "rest",
        }
    }
}

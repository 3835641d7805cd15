//! What is open, and what has happened to it: the state of the app and its one
//! reducer. Actions are named for what happened; effects run in `effects.rs`.

mod besides;
mod event;
mod open;
mod progress;

pub use besides::{
    Aside, Beside, Besides, Compared, Listing, Lock, Preview, Reduce, Sharing, Source,
};
pub use event::{Event, Turn};
pub use open::{Keeping, LastSaved, Open, Origin, Saving};

use std::rc::Rc;

use forankring_core::address::{Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Scope, Variant};
use forankring_core::link::LinkProblem;
use forankring_core::texts::Texts;
use yew::Reducible;

use crate::platform::pointer::View;
use crate::platform::storage::StorageProblem;

/// What stands in the way of opening something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The address says nothing that exists.
    Place,
    /// No assessment with this id is kept here.
    NotFound,
    /// What is kept can not be reached or read.
    Storage(StorageProblem),
    /// The link can not be read.
    Link(LinkProblem),
    /// The link is locked.
    LinkLocked,
}

/// What is open.
#[derive(Clone, Debug, PartialEq)]
pub enum Session {
    /// The address was not read yet, or storage is awaited.
    Opening,
    /// Nothing is.
    Nothing,
    /// It could not be opened.
    Failed(Problem),
    /// This is.
    Open(Open),
}

impl Session {
    /// The open assessment, if there is one.
    pub fn open(&self) -> Option<&Open> {
        match self {
            Session::Open(open) => Some(open),
            _ => None,
        }
    }
}

/// The words that only some need: the wording for one procurement, the glossary.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum MoreWords {
    /// Nobody asked for them; the page may have brought them all the same.
    Unasked,
    /// They are being fetched.
    Asked,
    /// All words of the language.
    Here(Texts),
    /// They could not be fetched; what is there is shown.
    Missing,
}

/// The state of the app.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// The page that is shown.
    pub page: Page,
    /// What its address says is open; nothing is known before it was read.
    pub place: Option<Place>,
    /// What is open.
    pub session: Session,
    /// What else its screen shows.
    pub besides: Rc<Besides>,
    /// The words that only some need.
    pub more: MoreWords,
    /// How the reader likes to answer.
    pub view: View,
    /// How often the reader has moved to another place on the same screen.
    pub moves: u32,
}

impl State {
    /// What the first rendering shows, in the browser as at build time: free of
    /// storage and address. Answering starts at the first item of a new
    /// assessment, which is right for everyone who has nothing kept; the start
    /// script hides it from the others before the first paint.
    pub fn first(page: Page) -> State {
        State {
            page,
            place: None,
            session: match page.route {
                route if route.edits() => Session::Open(Open::blank(Variant::Full)),
                _ => Session::Opening,
            },
            besides: Rc::default(),
            more: MoreWords::Unasked,
            view: View::default(),
            moves: 0,
        }
    }

    /// Whether this assessment reads other than intended before further words
    /// are there.
    pub fn lacks_words(&self, assessment: &Assessment) -> bool {
        let here = matches!(self.more, MoreWords::Here(_) | MoreWords::Missing);
        assessment.scope == Scope::Procurement && !here
    }

    /// The item that is shown on the answering page.
    pub fn item(&self) -> Item {
        match &self.place {
            Some(Place::New(_, Some(item)) | Place::Kept(_, Some(item))) => *item,
            _ => Item::FIRST,
        }
    }
}

impl Reducible for State {
    type Action = Event;

    fn reduce(self: Rc<Self>, event: Event) -> Rc<Self> {
        let mut state = (*self).clone();
        match event {
            Event::Arrived(page, place) => {
                if state.page.route != page.route {
                    state.besides = Rc::default();
                    state.moves = 0;
                } else if state.place.is_some() {
                    state.moves += 1;
                }
                match page.route {
                    Route::Level => state.view = View::Levels,
                    Route::Answer => state.view = View::Items,
                    _ => {}
                }
                state.page = page;
                state.arrive(place);
            }
            Event::OpeningStarted => state.session = Session::Opening,
            Event::OpeningSlow if state.session == Session::Opening => {
                state.session = Session::Failed(Problem::Storage(StorageProblem::Slow));
            }
            Event::Opened {
                assessment,
                origin,
                at,
                last_saved,
                revision,
            } => {
                state.place_opened(&assessment, &origin, at);
                let opened = Open::untouched(assessment, origin, last_saved);
                state.session = Session::Open(Open {
                    at,
                    revision,
                    ..opened
                });
            }
            Event::ViewRemembered(view) => state.view = view,
            Event::Started(variant) => {
                state.session = Session::Open(Open::blank(variant));
                state.place = Some(Place::New(variant, Some(state.item())));
            }
            Event::MoreWords(more) => state.more = more,
            Event::NothingFound => state.session = Session::Nothing,
            Event::OpeningFailed(problem) => state.session = Session::Failed(problem),
            Event::Beside(beside) => beside.reduce(&mut state),
            other => state.progressed(other),
        }
        Rc::new(state)
    }
}

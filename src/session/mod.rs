//! What is open, and what has happened to it: the state of the app and its one
//! reducer. Actions are named for what happened; effects run in `effects.rs`.

mod event;
mod open;
mod progress;

pub use event::{Event, Turn};
pub use open::{LastSaved, Open, Origin, Saving};

use std::rc::Rc;

use forankring_core::address::{Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Scope, Variant};
use forankring_core::file::Document;
use forankring_core::keeping::{Fate, Kept};
use forankring_core::link::LinkProblem;
use forankring_core::scoring::Answers;
use forankring_core::texts::Texts;
use yew::Reducible;

use crate::platform::clock::Moment;
use crate::platform::facts::Facts;
use crate::platform::pointer::View;
use crate::platform::storage::{Record, StorageProblem};

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

/// What is kept in this browser, as far as it is known.
#[derive(Clone, Debug, PartialEq)]
pub enum Listing {
    /// Not read yet.
    Unknown,
    /// It could not be read.
    Failed(StorageProblem),
    /// This is.
    Ready(Rc<Vec<Record>>),
}

/// What happened on a screen beside what is open; gone when one leaves it.
#[derive(Clone, Debug, PartialEq)]
pub enum Aside {
    /// Nothing to tell.
    Nothing,
    /// The link was copied.
    Copied,
    /// The browser did not let us copy.
    CopyRefused,
    /// A file could not be opened, and why.
    FileRefused(String),
    /// Deleting everything was asked for and waits for a yes.
    DeleteAsked,
    /// Everything was deleted.
    Deleted,
    /// The picture could not be made.
    PictureFailed,
    /// Deleting this record for good was asked for and waits for a yes.
    ForgetAsked(String),
    /// The whole of a long list is shown.
    AllShown,
    /// What is kept could not be changed.
    KeepingFailed,
    /// What would come in from a file, how each stands to what is kept, and the
    /// fields that are not known.
    Incoming(Rc<Vec<(Document, Fate)>>, Rc<Vec<String>>),
    /// So many were taken in.
    TakenIn(usize),
    /// The user went back to the state of this moment.
    WentBack(Moment),
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
    /// What is kept.
    pub kept: Listing,
    /// Earlier states of what is open, latest first; none: not read yet.
    pub states: Option<Result<Rc<Vec<Kept>>, StorageProblem>>,
    /// What the browser says of the space that it gives us.
    pub facts: Option<Facts>,
    /// What happened besides.
    pub aside: Aside,
    /// The words that only some need.
    pub more: MoreWords,
    /// The answers of the example on the method page; none: as it comes.
    pub example: Option<Answers>,
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
            kept: Listing::Unknown,
            states: None,
            facts: None,
            aside: Aside::Nothing,
            more: MoreWords::Unasked,
            example: None,
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
                    state.aside = Aside::Nothing;
                    state.kept = Listing::Unknown;
                    state.states = None;
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
            Event::ExampleChanged(answers) => state.example = answers,
            Event::NothingFound => state.session = Session::Nothing,
            Event::OpeningFailed(problem) => state.session = Session::Failed(problem),
            Event::KeptChanged => state.kept = Listing::Unknown,
            Event::FactsRead(facts) => state.facts = Some(facts),
            Event::StatesRead(states) => state.states = Some(states.map(Rc::new)),
            Event::Listed(Ok(records)) => state.kept = Listing::Ready(Rc::new(records)),
            Event::Listed(Err(problem)) => state.kept = Listing::Failed(problem),
            Event::FileRefused(message) => state.aside = Aside::FileRefused(message),
            Event::Copied => state.aside = Aside::Copied,
            Event::CopyRefused => state.aside = Aside::CopyRefused,
            Event::AsideChanged(aside) => state.aside = aside,
            Event::AllDeleted => {
                state.aside = Aside::Deleted;
                state.session = Session::Nothing;
            }
            Event::HeardOf(name) => {
                state.kept = Listing::Unknown;
                state.states = None;
                state.progressed(Event::HeardOf(name));
            }
            other => state.progressed(other),
        }
        Rc::new(state)
    }
}

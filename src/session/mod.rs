//! What is open, and what has happened to it: the state of the app and its one
//! reducer. Actions are named for what happened; effects run in `effects.rs`.

mod event;
mod open;

pub use event::{Event, Turn};
pub use open::{LastSaved, Open, Origin, Saving};

use std::rc::Rc;

use forankring_core::address::{Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Scope, Variant};
use forankring_core::link::LinkProblem;
use forankring_core::scoring::Answers;
use forankring_core::texts::Texts;
use yew::Reducible;

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
pub enum Kept {
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
    pub kept: Kept,
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
            kept: Kept::Unknown,
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
                    state.kept = Kept::Unknown;
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
            } => {
                state.place_opened(&assessment, &origin, at);
                let opened = Open::untouched(assessment, origin, last_saved);
                state.session = Session::Open(Open { at, ..opened });
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
            Event::Listed(Ok(records)) => state.kept = Kept::Ready(Rc::new(records)),
            Event::Listed(Err(problem)) => state.kept = Kept::Failed(problem),
            Event::FileRefused(message) => state.aside = Aside::FileRefused(message),
            Event::Copied => state.aside = Aside::Copied,
            Event::CopyRefused => state.aside = Aside::CopyRefused,
            Event::AsideChanged(aside) => state.aside = aside,
            Event::AllDeleted => {
                state.aside = Aside::Deleted;
                state.session = Session::Nothing;
            }
            other => state.progressed(other),
        }
        Rc::new(state)
    }
}

/// Where one goes on: where one left, or at the first item without an answer.
fn resumed(assessment: &Assessment, left: Option<Item>) -> Item {
    let left = left.filter(|item| assessment.variant.asks(*item));
    left.or(assessment.first_unanswered())
        .unwrap_or(Item::FIRST)
}

impl State {
    /// Goes to a place. One that names no item of what is open leads to the item
    /// at which the user left it.
    fn arrive(&mut self, mut place: Place) {
        let left = match &self.place {
            Some(Place::Kept(_, item) | Place::New(_, item)) => *item,
            _ => None,
        };
        if let (Session::Open(open), Some(item)) = (&mut self.session, left) {
            open.at = Some(item);
        }
        if let (Place::Kept(id, at @ None), Session::Open(open)) = (&mut place, &self.session)
            && open.origin == Origin::Kept(id.clone())
            && self.page.route.answers()
        {
            *at = Some(resumed(&open.assessment, open.at));
        }
        self.place = Some(place);
    }

    /// Sets for answering at which item: the one that the address names, or where
    /// the user left, or the first without an answer.
    fn place_opened(&mut self, assessment: &Assessment, origin: &Origin, at: Option<Item>) {
        let Origin::Kept(id) = origin else { return };
        let named = match &self.place {
            Some(Place::Kept(_, item)) => *item,
            _ => None,
        };
        let answers = self.page.route.answers();
        let item = named.or_else(|| answers.then(|| resumed(assessment, at)));
        self.place = Some(Place::Kept(id.clone(), item));
    }

    /// Where a level stands on the page, notes at which item the user is.
    fn note_item(&mut self, item: Option<Item>) {
        if self.page.route != Route::Level || item.is_none() {
            return;
        }
        if let Some(Place::New(_, at) | Place::Kept(_, at)) = &mut self.place {
            *at = item;
        }
    }

    /// On an answering page, goes to an item that was changed from elsewhere.
    fn show(&mut self, item: Option<Item>) {
        if !self.page.route.answers() || item.is_none() || item == Some(self.item()) {
            return;
        }
        if let Some(Place::New(_, at) | Place::Kept(_, at)) = &mut self.place {
            *at = item;
            self.moves += 1;
        }
    }

    /// Events of an open assessment; without one they mean nothing.
    fn progressed(&mut self, event: Event) {
        let item = self.item();
        let Session::Open(open) = &mut self.session else {
            return;
        };
        match event {
            Event::Changed(action, day) => {
                if matches!(open.origin, Origin::Link(_)) {
                    return;
                }
                open.history.did(&open.assessment, &action);
                let changed = action.item();
                open.change(action, day);
                self.note_item(changed);
            }
            Event::TurnedBack(turn, day) => {
                let action = match turn {
                    Turn::Undo => open.history.undo(&open.assessment),
                    Turn::Redo => open.history.redo(&open.assessment),
                };
                let Some(action) = action else { return };
                let shown = action.item();
                open.change(action, day);
                self.show(shown);
            }
            Event::WritingStarted => open.saving = Saving::Writing,
            Event::Written {
                id,
                count,
                stored,
                at,
            } => {
                open.unsaved.drain(..count.min(open.unsaved.len()));
                let shown = open
                    .unsaved
                    .iter()
                    .fold(stored, |kept, (action, day)| kept.apply(action, *day));
                open.assessment = Rc::new(shown);
                open.last_saved = LastSaved::Here(at);
                open.saving = if open.unsaved.is_empty() {
                    Saving::Saved
                } else {
                    Saving::Waiting
                };
                if open.origin == Origin::New {
                    // Unless the reader has asked for something else meanwhile.
                    if matches!(self.place, None | Some(Place::New(..) | Place::Nothing)) {
                        let item = self.page.route.answers().then_some(item);
                        self.place = Some(Place::Kept(id.clone(), item));
                    }
                    open.origin = Origin::Kept(id);
                }
            }
            Event::WritingFailed(problem) => open.saving = Saving::Failed(problem),
            Event::RetryWanted if !open.unsaved.is_empty() => open.saving = Saving::Waiting,
            _ => {}
        }
    }
}

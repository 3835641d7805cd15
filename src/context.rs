//! What every view is given: the words, and what is open. Views are plain
//! functions: a Yew component of its own costs some 2 KB to load, measured.

use forankring_core::address::{Page, Place, Route};
use forankring_core::assessment::{Action, Assessment};
use forankring_core::catalogue::{AnsweredBy, Subject, Variant};
use forankring_core::texts::{Key, Lang, Texts};
use yew::prelude::*;

use crate::platform::pointer::View;
use crate::platform::{address, clock};
use crate::session::{Aside, Beside, Event, Origin, State, Turn};

/// Handed down from the app.
#[derive(Clone, PartialEq)]
pub struct Context {
    /// The words.
    pub texts: Texts,
    /// What is open, and the way to say what happened.
    pub state: UseReducerHandle<State>,
}

impl Context {
    /// A text of the interface.
    pub fn t(&self, key: Key) -> &'static str {
        self.texts.get(key)
    }

    /// A text with its slots filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.texts.fill(key, values)
    }

    /// The wording that what is open asks in.
    pub fn subject(&self) -> Subject {
        self.assessment()
            .map_or(Subject::MUNICIPALITY, Assessment::subject)
    }

    /// The language of the page.
    pub fn lang(&self) -> Lang {
        self.texts.lang()
    }

    /// The open assessment, if there is one.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.state.session.open().map(|open| &*open.assessment)
    }

    /// Tells what the user changed.
    pub fn changed(&self, action: Action) {
        self.state.dispatch(Event::Changed(action, clock::now()));
    }

    /// Tells what happened beside what is open.
    pub fn tell(&self, beside: Beside) {
        self.state.dispatch(beside.into());
    }

    /// A click that tells something.
    pub fn telling(&self, aside: Aside) -> Callback<MouseEvent> {
        let ctx = self.clone();
        Callback::from(move |_| ctx.tell(Beside::AsideChanged(aside.clone())))
    }

    /// Takes the last change back, or does it again.
    pub fn turn(&self, turn: Turn) {
        self.state.dispatch(Event::TurnedBack(turn, clock::now()));
    }

    /// A relative link to a screen in the same language; what is open stays open.
    pub fn href(&self, route: Route) -> String {
        let route = match (route, self.assessment()) {
            (Route::Answer, Some(open)) => self.answering(open.by),
            _ => route,
        };
        let page = self.page(route);
        let place = match self.state.session.open() {
            _ if !route.shows() => Place::Nothing,
            Some(open) => match &open.origin {
                Origin::Kept(id) | Origin::Newer(id) => Place::Kept(id.clone(), None),
                Origin::Link(link) if !route.edits() => Place::Link(link.clone()),
                Origin::New if route.edits() => Place::New(open.assessment.variant, None),
                Origin::Link(_) | Origin::New => Place::Nothing,
            },
            None => Place::Nothing,
        };
        self.link(page, place)
    }

    /// A page in the language of this one.
    pub fn page(&self, route: Route) -> Page {
        let lang = self.lang();
        Page { lang, route }
    }

    /// Where those who answer go on: a group to its meeting, one person to the
    /// view that this browser remembers.
    pub fn answering(&self, by: AnsweredBy) -> Route {
        match (by, self.state.view) {
            (AnsweredBy::Group, _) => Route::Meeting,
            (AnsweredBy::Alone, View::Items) => Route::Answer,
            (AnsweredBy::Alone, View::Levels) => Route::Level,
        }
    }

    /// A relative link that sets up a new assessment.
    pub fn start(&self, variant: Variant) -> String {
        self.link(self.page(Route::Setup), Place::New(variant, None))
    }

    /// A relative link to a page, with what is to be open there.
    pub fn link(&self, page: Page, place: Place) -> String {
        let relative = self.state.page.href_to(page);
        match place.to_string() {
            fragment if fragment.is_empty() => relative,
            fragment => format!("{relative}#{fragment}"),
        }
    }

    /// Goes to a place on the same page, as a new entry in the history.
    pub fn go(&self, place: Place) {
        let page = self.state.page;
        address::push(page, &place.to_string());
        self.state.dispatch(Event::Arrived(page, place));
    }

    /// Goes to another screen in the same language.
    pub fn visit(&self, route: Route, place: Place) {
        let page = self.page(route);
        address::push(page, &place.to_string());
        self.state.dispatch(Event::Arrived(page, place));
    }
}

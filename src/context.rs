//! What every view is given: the words, what is open, and the way to say what happened.
//! Views are plain functions: a Yew component of its own costs some 2 KB to load,
//! measured. They draw and send events; nothing else.

use forankring_core::address::{Page, Place, Route, View};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{AnsweredBy, Item, Subject, Variant};
use forankring_core::moment::Moment;
use forankring_core::texts::{Key, Lang, Texts};
use forankring_session::desk::{Event, MoreWords, Open, Origin};
use forankring_session::screens;
use forankring_session::{Desk, Message, Value};
use yew::prelude::*;

/// Handed down from the app.
pub struct Context<'a> {
    /// The words.
    pub texts: Texts,
    /// What is open.
    pub desk: &'a Desk,
    /// Says what happened.
    pub send: Callback<Event>,
    /// What clock and calendar say of a moment, in milliseconds since 1970.
    pub moment: fn(i64) -> Moment,
}

/// A screen with a state of its own: what it shows, and the way to say what happened.
#[derive(Clone)]
pub struct Sheet<'a, S, E: 'static> {
    /// The words, and what is open.
    pub ctx: &'a Context<'a>,
    /// What it shows besides.
    pub own: &'a S,
    /// Says what happened on it.
    pub send: Callback<E>,
}

/// The screen that is shown, whichever it is.
pub type Top<'a> = Sheet<'a, (), screens::Event>;

impl<S, E: Clone + 'static> Sheet<'_, S, E> {
    /// A click that says this.
    pub fn on(&self, event: E) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(event.clone()))
    }
}

impl<'a, S, E: 'static> Sheet<'a, S, E> {
    /// A part of the screen that has a state of its own.
    pub fn part<T, F: 'static>(&self, own: &'a T, said: fn(F) -> E) -> Sheet<'a, T, F> {
        let send = self.send.clone();
        Sheet {
            ctx: self.ctx,
            own,
            send: Callback::from(move |event| send.emit(said(event))),
        }
    }
}

impl Context<'_> {
    /// A text of the interface.
    pub fn t(&self, key: Key) -> &'static str {
        self.texts.get(key)
    }

    /// A text with its slots filled in.
    pub fn fill(&self, key: Key, values: &[(&str, &str)]) -> String {
        self.texts.fill(key, values)
    }

    /// A message in words.
    pub fn told(&self, message: &Message) -> String {
        let values: Vec<(&str, String)> = message
            .values
            .iter()
            .map(|(slot, value)| {
                let text = match value {
                    Value::Text(text) => text.clone(),
                    Value::Count(n) => n.to_string(),
                    Value::When(ms) => self.when(*ms),
                };
                (*slot, text)
            })
            .collect();
        let values: Vec<(&str, &str)> =
            values.iter().map(|(slot, text)| (*slot, &**text)).collect();
        self.fill(message.key, &values)
    }

    /// A moment as people write it.
    pub fn when(&self, ms: i64) -> String {
        let at = (self.moment)(ms);
        forankring_core::numbers::show_moment(at.day, at.hour, at.minute, self.lang())
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

    /// The screen that is shown.
    pub fn route(&self) -> Route {
        self.desk.page.route
    }

    /// What is open, if something is.
    pub fn open(&self) -> Option<&Open> {
        self.desk.session.open()
    }

    /// The open assessment, if there is one.
    pub fn assessment(&self) -> Option<&Assessment> {
        self.desk.assessment()
    }

    /// A click that tells what this makes.
    pub fn on(&self, event: impl Fn() -> Event + 'static) -> Callback<MouseEvent> {
        let send = self.send.clone();
        Callback::from(move |_| send.emit(event()))
    }

    /// A relative link to a screen in the same language; what is open stays open.
    pub fn href(&self, route: Route) -> String {
        let (page, place) = self.way_to(route);
        self.link(page, place)
    }

    /// The way to a screen in the same language; what is open stays open.
    pub fn way_to(&self, route: Route) -> (Page, Place) {
        let route = match (route, self.assessment()) {
            (Route::Answer, Some(open)) => self.answering(open.by),
            _ => route,
        };
        let place = match self.open() {
            Some(open) if route.shows() => match &open.origin {
                Origin::Kept(_) | Origin::Newer(_) => open.place(None),
                Origin::Link(_) | Origin::Sample if !route.edits() => open.place(None),
                Origin::New(_) if route.edits() => open.place(None),
                _ => Place::Nothing,
            },
            _ => Place::Nothing,
        };
        (self.page(route), place)
    }

    /// A page in the language of this one.
    pub fn page(&self, route: Route) -> Page {
        let lang = self.lang();
        Page { lang, route }
    }

    /// Where those who answer go on: a group to its meeting, one person to the view that
    /// this browser remembers.
    pub fn answering(&self, by: AnsweredBy) -> Route {
        match (by, self.desk.view) {
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
        let edition = self.desk.surroundings.edition;
        let relative = edition.link(self.desk.page, page);
        match place.to_string() {
            fragment if fragment.is_empty() => relative,
            fragment => format!("{relative}#{fragment}"),
        }
    }

    /// The whole address of a page, with a fragment.
    pub fn absolute(&self, page: Page, fragment: &str) -> String {
        format!("{}{}#{fragment}", self.desk.surroundings.site, page.path())
    }

    /// The place that shows an item of what is open.
    pub fn place_of(&self, item: Item) -> Place {
        match self.open() {
            Some(open) => open.place(Some(item)),
            None => Place::New(Variant::default(), Some(item)),
        }
    }

    /// A click that goes to an item of what is open, on the same page.
    pub fn go(&self, item: Item) -> Callback<MouseEvent> {
        let (page, place) = (self.desk.page, self.place_of(item));
        self.on(move || Event::Followed(page, place.clone()))
    }

    /// Whether all words are here, and not only because the page brought them.
    pub fn has_all_words(&self) -> bool {
        matches!(self.desk.more, MoreWords::Here(_))
    }
}

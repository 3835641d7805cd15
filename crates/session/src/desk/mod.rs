//! The desk: what is open, and everything that concerns it, the same on all screens.

mod again;
mod answerers;
mod carried;
mod command;
mod copying;
mod deleting;
mod earlier;
mod event;
mod going;
mod looking_back;
mod moving;
mod open;
mod opening;
mod replying;
mod state;
mod surroundings;
mod writing;

pub(crate) use again::Unbegun;
pub use command::{Command, CopyHow, FileOut, Focus, Told};
pub use earlier::{Earlier, Followed};
pub use event::{Arrival, Copied, Entered, Event, Field, Keeping, Loaded, Mended, Turn};
pub use open::{LastSaved, Open, Origin, Saving};
pub(crate) use replying::Stands;
pub use state::{Desk, Forgetting, MoreWords, Overlong, Said, Session, Signal};
pub use surroundings::{Bound, CopyState, Offer, Surroundings};
pub(crate) use writing::LONG;

use forankring_core::address::{Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::texts::Texts;

use crate::{Extent, Stamp, Ticket};

impl Desk {
    pub(crate) fn update<S: Extent>(&mut self, event: Event, stamp: &Stamp) {
        match event {
            Event::Started(arrival) => self.started::<S>(*arrival, stamp),
            Event::Followed(page, place) => self.followed::<S>(page, place, stamp),
            // Entries that another build of this site made in the same document, before it was
            // loaded anew: the address is right, what draws it is not here.
            Event::Moved(page, ..) if self.is_elsewhere::<S>(page) => {
                self.load_anew();
            }
            Event::Moved(page, place, fragment, draft, entered) => {
                self.fragment = fragment;
                self.arrive::<S>(page, place, draft, (entered, stamp));
            }
            Event::LastFound(ticket, found) => self.last_found(ticket, found),
            Event::Loaded(ticket, loaded) => self.loaded::<S>(ticket, loaded, stamp),
            Event::WordsWanted => self.want_words(),
            Event::WordsCame(ticket, texts) => self.words_came(ticket, texts),
            Event::LookedBack(ticket, earlier) => self.looked_back(ticket, earlier),
            Event::TimePassed(ticket) => self.time_passed(ticket),
            Event::Hidden => self.hidden(),
            Event::Shown => self.shown(),
            Event::Returned(left) => self.returned::<S>(left, stamp),
            Event::FileWanted => self.save_file(S::write_file),
            Event::Heard(told) => self.heard(told),
            Event::Written(ticket, id, result) => self.written(ticket, &id, result),
            Event::CopyMade(ticket, copied) => self.copied(ticket, copied),
            Event::Changed(action) => self.changed(action, stamp),
            Event::Overlong(field, text) => self.overlong_written(field, text),
            Event::TurnedBack(turn) => self.turned_back(turn, stamp),
            Event::Onward(item) => self.onward::<S>(item, stamp),
            Event::Pressed(key) => self.pressed::<S>(&key, stamp),
            Event::RetryWanted => self.retry_wanted(),
            Event::KeepWanted => self.keep_deleted(),
            // Known when the build is made: answering holds nothing of it.
            other if !S::only_answers() => self.update_beside_answering::<S>(other, stamp),
            _ => {}
        }
    }

    /// What only screens other than answering tell.
    fn update_beside_answering<S: Extent>(&mut self, event: Event, stamp: &Stamp) {
        match event {
            Event::Mended(ticket, mended) => self.mended(ticket, mended),
            Event::NewerLoaded(ticket, kept) => self.newer_loaded(ticket, kept),
            Event::ForgetAsked => self.ask_to_forget(Forgetting::Asked, "glem-fanen-ja"),
            Event::ForgetDenied => self.ask_to_forget(Forgetting::No, "glem-fanen"),
            Event::Forgotten => self.forgotten::<S>(stamp),
            Event::Sought(focus) => self.ask(Command::Focus(focus)),
            Event::PrintWanted => self.ask(Command::Print),
            Event::KeepingChosen(keeping) => {
                if let Session::Open(open) = &mut self.session {
                    open.keep_in(keeping);
                }
            }
            _ => {}
        }
    }

    /// What follows from how things stand now, whatever happened.
    pub(crate) fn conclude(&mut self) {
        self.want_words_where_needed();
        self.write_what_is_due();
        self.aside.retain(Open::has_unsaved);
        let asks = self.has_unsaved();
        if std::mem::replace(&mut self.told.asks, asks) != asks {
            self.ask(Command::AskBeforeLeaving(asks));
        }
        let settled = self.is_settled();
        if settled && !self.told.settled {
            self.ask(Command::Settled);
        }
        self.told.settled = settled;
        self.name_page();
        if settled {
            self.remember();
        }
    }

    /// Whether the page shows what its address asks for, or that it cannot. Before, it
    /// says "opening": a frame may fall between two renderings.
    fn is_settled(&self) -> bool {
        match &self.session {
            Session::Opening => false,
            Session::Nothing | Session::Failed(_) => true,
            Session::Open(_) => self.place.is_some(),
        }
    }

    /// The page is named after the screen and what is open there, whenever either changes.
    fn name_page(&mut self) {
        let route = self.page.route;
        let known = self.told.title.as_ref();
        // What is being opened again keeps its name meanwhile.
        let waits = matches!(self.session, Session::Opening);
        if waits && known.is_some_and(|(told, _)| *told == route) {
            return;
        }
        let named = route.shows() && !route.hides_names();
        let open = self.assessment().filter(|_| named);
        let name = open.and_then(Assessment::called);
        // The page came with a name of its own screen.
        let same = match known {
            Some((told, of)) => *told == route && of.as_ref() == name,
            None => name.is_none(),
        };
        let name = name.cloned();
        if !same {
            self.ask(Command::Title(route, name.clone()));
        }
        if !same || self.told.title.is_none() {
            self.told.title = Some((route, name));
        }
    }

    /// Remembers where the user is, to go on there next time.
    fn remember(&mut self) {
        let Some(open) = self.session.open() else {
            return;
        };
        let (Some(Place::Kept(id, item)), Origin::Kept(open_id)) = (&self.place, &open.origin)
        else {
            return;
        };
        if id != open_id || !self.page.route.shows() {
            return;
        }
        // Screens that name no item leave it at the one where the user was.
        let place = Place::Kept(id.clone(), item.or(open.at));
        if self.told.remembered.as_ref() != Some(&place) {
            self.told.remembered = Some(place.clone());
            self.ask(Command::Remember(place));
        }
    }

    fn want_words_where_needed(&mut self) {
        let lacks = self.assessment().is_some_and(|one| self.lacks_words(one));
        if self.more == MoreWords::Unasked && (lacks || self.page.route == Route::Method) {
            self.want_words();
        }
    }

    fn want_words(&mut self) {
        if matches!(self.more, MoreWords::Unasked | MoreWords::Missing) {
            let ticket = self.ticket();
            self.more = MoreWords::Asked(ticket);
            self.ask(Command::FetchWords(ticket));
            self.ask(Command::Wait(ticket, LONG));
        }
    }

    /// Words are good whenever they come.
    fn words_came(&mut self, ticket: Ticket, texts: Option<Texts>) {
        match texts {
            Some(texts) => self.more = MoreWords::Here(texts),
            None if self.more == MoreWords::Asked(ticket) => self.more = MoreWords::Missing,
            None => {}
        }
    }
}

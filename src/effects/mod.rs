//! What follows from what happened: opening what the address names, writing
//! what was changed, keeping the address true. All of it after a rendering,
//! none of it in a component.

mod opening;
mod writing;

pub use opening::{ask_for_more, open_link, open_newer, opened_from, refuse_link};
pub use writing::{FIRST, list, read_states};

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::catalogue::Scope;
use forankring_core::texts::Texts;
use yew::prelude::*;

use crate::app::{Screens, title};
use crate::platform::pointer::View;
use crate::platform::{address, page, pointer, tabs};
use crate::session::{Event, Listing, MoreWords, Saving, Session, State};
use opening::{Wanted, follow_place, remember, wanted};

/// What a build of the app can do besides drawing: see `app::Screens`.
#[derive(Clone, Copy)]
pub struct Abilities {
    /// What becomes of a link.
    pub read_link: fn(String) -> Event,
    /// Opens a record that a newer version wrote.
    pub read_newer: fn(UseReducerHandle<State>, Id),
    /// Reads what is kept, for screens that show it.
    pub list: fn(UseReducerHandle<State>),
    /// What follows when another tab wrote.
    pub others_wrote: fn() -> Option<Event>,
    /// Reads the earlier states of what is open.
    pub read_states: fn(UseReducerHandle<State>),
}

/// The part of the state from which something follows.
#[derive(Clone, PartialEq)]
struct Seen {
    route: Route,
    place: Option<Place>,
    moves: u32,
    settled: bool,
    /// With counters: an effect may run only after what it would have seen is over.
    waiting: Option<(u32, u32)>,
    unsaved: bool,
    listing: Option<u32>,
    states: Option<u32>,
    more: bool,
    view: View,
    heard: u32,
    failures: Option<u32>,
}

impl Seen {
    fn of(state: &State) -> Seen {
        let open = state.session.open();
        Seen {
            route: state.page.route,
            place: state.place.clone(),
            moves: state.moves,
            settled: is_settled(state),
            waiting: open
                .filter(|open| open.saving == Saving::Waiting)
                .map(|open| (open.writes, open.failures)),
            unsaved: open.is_some_and(|open| !open.unsaved.is_empty()),
            listing: matches!(
                state.page.route,
                Route::Start | Route::Privacy | Route::Compare
            )
            .then_some(state.besides.asked)
            .filter(|_| state.besides.kept == Listing::Unknown),
            states: (state.page.route == Route::History && state.besides.states.is_none())
                .then_some(state.besides.asked),
            more: wants_more(state),
            view: state.view,
            heard: open.map_or(0, |open| open.heard),
            failures: open.and_then(|open| match open.saving {
                Saving::Failed(problem, failures) if problem.may_pass() => Some(failures),
                _ => None,
            }),
        }
    }
}

/// Whether the words are needed that only some need, and were not asked for.
fn wants_more(state: &State) -> bool {
    let assessment = state.session.open().map(|open| &open.assessment);
    let procurement = assessment.is_some_and(|one| one.scope == Scope::Procurement);
    state.more == MoreWords::Unasked && (procurement || state.page.route == Route::Method)
}

/// Whether the page shows what its address asks for, or that it can not. Before,
/// it says "opening": a frame may fall between two renderings.
fn is_settled(state: &State) -> bool {
    match &state.session {
        Session::Opening => false,
        Session::Nothing | Session::Failed(_) => true,
        Session::Open(_) => state.place.is_some() && matches!(wanted(state), Wanted::AsItIs),
    }
}

/// Everything that follows from a change of the state. One effect for all: each
/// of Yew's effects is 1.5 KB to load.
#[hook]
pub fn use_consequences(state: &UseReducerHandle<State>, texts: Texts, abilities: Abilities) {
    let handle = state.clone();
    let before = use_mut_ref(|| None::<Seen>);
    use_effect_with(Seen::of(state), move |now| {
        let before = before.borrow_mut().replace(now.clone());
        let changed =
            |what: fn(&Seen, &Seen) -> bool| before.as_ref().is_none_or(|before| what(before, now));
        if changed(|a, b| a.route != b.route || a.place != b.place || (a.unsaved && !b.unsaved)) {
            follow_place(&handle, texts, abilities);
        }
        if changed(|a, b| a.waiting != b.waiting) && now.waiting.is_some() {
            writing::start(&handle);
        }
        if changed(|a, b| a.heard != b.heard) && now.heard > 0 {
            writing::read_again(&handle);
        }
        if changed(|a, b| a.failures != b.failures)
            && let Some(failures) = now.failures
        {
            writing::try_later(&handle, failures);
        }
        if changed(|a, b| a.more != b.more) && now.more {
            ask_for_more(&handle, texts);
        }
        if changed(|a, b| a.listing != b.listing || a.route != b.route) && now.listing.is_some() {
            (abilities.list)(handle.clone());
        }
        if changed(|a, b| a.states != b.states || a.settled != b.settled)
            && now.states.is_some()
            && now.settled
        {
            (abilities.read_states)(handle.clone());
        }
        if changed(|a, b| a.unsaved != b.unsaved) {
            page::ask_before_leaving(now.unsaved);
        }
        if now.settled {
            page::settled();
            if changed(|a, b| !a.settled || a.place != b.place) {
                remember(&handle);
            }
        }
        if before
            .as_ref()
            .is_some_and(|before| before.view != now.view)
        {
            pointer::like(now.view);
        }
        if before.is_none() {
            first_arrival(&handle);
        } else if changed(|a, b| a.route != b.route) {
            page::set_title(&title(&texts, now.route));
            page::focus("h1");
        } else if changed(|a, b| a.moves != b.moves) && now.route.answers() {
            page::focus("#sporsmal");
        }
    });
}

/// Reads the address, does again what was clicked before the app was alive, and
/// says that it is.
fn first_arrival(state: &UseReducerHandle<State>) {
    state.dispatch(Event::ViewRemembered(pointer::view()));
    state.dispatch(Event::Arrived(state.page, address::place()));
    page::alive();
    page::replay_early();
}

/// Follows links inside the site without loading pages anew, so that what is
/// open stays in memory even where nothing can be stored; follows back and
/// forth.
#[hook]
pub fn use_navigation(state: &UseReducerHandle<State>, known: Page, screens: Screens) {
    let (has, abilities) = (screens.has, screens.abilities);
    let dispatcher = state.dispatcher();
    let latest = use_mut_ref(|| state.clone());
    latest.replace(state.clone());
    use_effect_with((), move |()| {
        address::start_from(known);
        let (heard, leaving) = (dispatcher.clone(), dispatcher.clone());
        let arrived = move |to: Page, place: Place| dispatcher.dispatch(Event::Arrived(to, place));
        let moved = arrived.clone();
        let followed = move |to: Page, place: Place| {
            address::push(to, &place.to_string());
            arrived(to, place);
        };
        let listeners = (
            address::on_link(followed, move |page| {
                page.lang == known.lang && has(page.route)
            }),
            address::on_change(moved),
            tabs::on_written(move |name| {
                heard.dispatch(Event::HeardOf(name));
                if let Some(event) = (abilities.others_wrote)() {
                    heard.dispatch(event);
                }
            }),
            page::on_hidden(move || {
                // At once: what follows from an event may come after the page is gone.
                writing::hand_over(&latest.borrow());
                leaving.dispatch(Event::RetryWanted);
            }),
        );
        move || drop(listeners)
    });
}

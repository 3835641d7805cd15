//! What follows from what happened: opening what the address names, writing
//! what was changed, keeping the address true. All of it after a rendering,
//! none of it in a component.

use forankring_core::address::{Page, Place, Route};
use forankring_core::catalogue::{Scope, Variant};
use forankring_core::link;
use forankring_core::texts::Texts;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::app::title;
use crate::platform::pointer::View;
use crate::platform::storage::StorageProblem;
use crate::platform::{address, clock, page, pointer, random, storage, texts as words};
use crate::session::{
    Event, Kept, LastSaved, MoreWords, Open, Origin, Problem, Saving, Session, State,
};

/// What an address asks for, given what is open already.
enum Wanted {
    /// What is open is right.
    AsItIs,
    /// A new assessment.
    New(Variant),
    /// One that is kept; a pointer may be stale, an address is meant.
    Kept(forankring_core::address::Id, Asked),
    /// What a link carries.
    Link(String),
    /// Nothing.
    Nothing,
    /// Something that does not exist.
    Unknown,
}

/// Who named an assessment.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Asked {
    ByAddress,
    ByPointer,
}

fn wanted(state: &State) -> Wanted {
    let open = state.session.open();
    let route = state.page.route;
    if !route.shows() {
        return Wanted::AsItIs;
    }
    let Some(place) = &state.place else {
        return Wanted::AsItIs;
    };
    // Nothing else is opened before all of this is on the disk; then the place
    // is followed. Changes that can not be written are never left behind.
    if open.is_some_and(|open| !open.unsaved.is_empty()) {
        return Wanted::AsItIs;
    }
    match (place, open.map(|open| &open.origin)) {
        (Place::Kept(id, _), Some(Origin::Kept(open))) if id == open => Wanted::AsItIs,
        (Place::Kept(id, _), _) => Wanted::Kept(id.clone(), Asked::ByAddress),
        (Place::Link(text), Some(Origin::Link(open))) if text == open => Wanted::AsItIs,
        (Place::Link(text), _) => Wanted::Link(text.clone()),
        (Place::New(variant, _), Some(Origin::New))
            if open.is_some_and(|open| open.assessment.variant == *variant) =>
        {
            Wanted::AsItIs
        }
        (Place::New(variant, _), _) if route.edits() => Wanted::New(*variant),
        // Its bare address is the way to a new one.
        (_, Some(Origin::New)) if route == Route::Setup => Wanted::AsItIs,
        (Place::Nothing, _) if route == Route::Setup => Wanted::New(Variant::Full),
        (Place::New(..) | Place::Nothing, _) => match (open, pointer::read()) {
            (
                Some(Open {
                    origin: Origin::Kept(_),
                    ..
                }),
                _,
            ) => Wanted::AsItIs,
            (_, Some((id, _))) => Wanted::Kept(id, Asked::ByPointer),
            (
                Some(Open {
                    origin: Origin::New,
                    ..
                }),
                None,
            ) if route.edits() => Wanted::AsItIs,
            (_, None) if route.edits() => Wanted::New(Variant::Full),
            (_, None) => Wanted::Nothing,
        },
        (Place::Unknown, _) => Wanted::Unknown,
    }
}

/// What a build of the app can do besides drawing: see `app::Screens`.
#[derive(Clone, Copy)]
pub struct Abilities {
    /// What becomes of a link.
    pub read_link: fn(String) -> Event,
    /// Reads what is kept, for screens that show it.
    pub list: fn(UseReducerHandle<State>),
}

/// The part of the state from which something follows.
#[derive(Clone, PartialEq)]
struct Seen {
    route: Route,
    place: Option<Place>,
    moves: u32,
    settled: bool,
    waiting: bool,
    unsaved: bool,
    listing: bool,
    more: bool,
    view: View,
}

impl Seen {
    fn of(state: &State) -> Seen {
        let open = state.session.open();
        Seen {
            route: state.page.route,
            place: state.place.clone(),
            moves: state.moves,
            settled: is_settled(state),
            waiting: open.is_some_and(|open| open.saving == Saving::Waiting),
            unsaved: open.is_some_and(|open| !open.unsaved.is_empty()),
            listing: matches!(state.page.route, Route::Start | Route::Privacy)
                && state.kept == Kept::Unknown,
            more: wants_more(state),
            view: state.view,
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
        if changed(|a, b| a.waiting != b.waiting) && now.waiting {
            start_writing(&handle);
        }
        if changed(|a, b| a.more != b.more) && now.more {
            ask_for_more(&handle, texts);
        }
        if changed(|a, b| a.listing != b.listing) && now.listing {
            (abilities.list)(handle.clone());
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

/// Opens what the address names, and keeps the address true to what is open.
fn follow_place(state: &UseReducerHandle<State>, texts: Texts, abilities: Abilities) {
    if let Some(place @ Place::Kept(..)) = &state.place {
        address::replace(&place.to_string());
    }
    match wanted(state) {
        Wanted::AsItIs => {}
        Wanted::New(variant) => state.dispatch(Event::Started(variant)),
        Wanted::Nothing => state.dispatch(Event::NothingFound),
        Wanted::Kept(id, asked) => open_kept(state.clone(), texts, id, asked),
        Wanted::Link(text) => shown_with_words(state.clone(), texts, (abilities.read_link)(text)),
        Wanted::Unknown if state.page.route.edits() => {
            state.dispatch(Event::OpeningFailed(Problem::Place));
        }
        // A result link may be cut so short that it is no link any more.
        Wanted::Unknown => state.dispatch((abilities.read_link)(address::fragment())),
    }
}

/// Remembers where the user is, to go on there next time. Screens that name no
/// item leave it at the one that was remembered.
fn remember(state: &State) {
    let open = state.session.open().map(|open| &open.origin);
    if let (Some(Place::Kept(id, item)), Some(Origin::Kept(_))) = (&state.place, open) {
        let left = || pointer::read().filter(|(last, _)| last == id)?.1;
        pointer::write(&Place::Kept(id.clone(), item.or_else(left)));
    }
}

/// Opens what the link carries.
pub fn open_link(text: String) -> Event {
    match link::decode(&text) {
        Ok(assessment) => Event::Opened {
            assessment,
            origin: Origin::Link(text),
            at: None,
            last_saved: LastSaved::Never,
        },
        Err(problem) => Event::OpeningFailed(Problem::Link(problem)),
    }
}

/// A link where none can be shown.
pub fn refuse_link(_: String) -> Event {
    Event::OpeningFailed(Problem::Place)
}

/// Fetches the words that only some need, unless the page brought them.
pub fn ask_for_more(state: &UseReducerHandle<State>, texts: Texts) {
    if state.more != MoreWords::Unasked {
        return;
    }
    state.dispatch(Event::MoreWords(MoreWords::Asked));
    let state = state.clone();
    spawn_local(async move { state.dispatch(more_words(texts).await) });
}

async fn more_words(texts: Texts) -> Event {
    let found = if texts.has_more() {
        Some(texts)
    } else {
        words::more(texts).await
    };
    Event::MoreWords(found.map_or(MoreWords::Missing, MoreWords::Here))
}

/// Tells what was opened, its words first: its questions never change before
/// the reader's eyes.
fn shown_with_words(state: UseReducerHandle<State>, texts: Texts, event: Event) {
    match &event {
        Event::Opened { assessment, .. } if state.lacks_words(assessment) => {
            state.dispatch(Event::OpeningStarted);
            spawn_local(async move {
                state.dispatch(more_words(texts).await);
                state.dispatch(event);
            });
        }
        _ => state.dispatch(event),
    }
}

fn open_kept(
    state: UseReducerHandle<State>,
    texts: Texts,
    id: forankring_core::address::Id,
    asked: Asked,
) {
    state.dispatch(Event::OpeningStarted);
    let editing = state.page.route.edits();
    spawn_local(async move {
        state.dispatch(match (storage::load(&id).await, asked) {
            (Ok(Some(document)), _) => {
                let left = pointer::read().filter(|(last, _)| *last == id);
                if state.lacks_words(&document.assessment) {
                    state.dispatch(more_words(texts).await);
                }
                Event::Opened {
                    assessment: document.assessment,
                    origin: Origin::Kept(id),
                    at: left.and_then(|(_, item)| item),
                    last_saved: document
                        .saved
                        .map_or(LastSaved::Never, |ms| LastSaved::Before(clock::at(ms))),
                }
            }
            (Ok(None), Asked::ByPointer) => {
                pointer::clear();
                if editing {
                    Event::Started(Variant::Full)
                } else {
                    Event::NothingFound
                }
            }
            (Ok(None), Asked::ByAddress) => Event::OpeningFailed(Problem::NotFound),
            (Err(problem), _) => Event::OpeningFailed(Problem::Storage(problem)),
        });
    });
}

/// Writes what was changed, one transaction at a time.
fn start_writing(state: &UseReducerHandle<State>) {
    let Some(open) = state.session.open().cloned() else {
        return;
    };
    let state = state.clone();
    state.dispatch(Event::WritingStarted);
    spawn_local(async move {
        let written = write(open).await;
        state.dispatch(written.unwrap_or_else(Event::WritingFailed));
    });
}

async fn write(open: Open) -> Result<Event, StorageProblem> {
    let id = match open.origin {
        Origin::Kept(id) => id,
        Origin::New | Origin::Link(_) => random::id().ok_or(StorageProblem::Failed)?,
    };
    let at = clock::now();
    let stored = storage::commit(&id, &open.unsaved, &open.assessment, at.ms).await?;
    Ok(Event::Written {
        id,
        count: open.unsaved.len(),
        stored,
        at,
    })
}

/// Reads what is kept.
pub fn list(state: UseReducerHandle<State>) {
    spawn_local(async move { state.dispatch(Event::Listed(storage::list().await)) });
}

/// Follows links inside the site without loading pages anew, so that what is
/// open stays in memory even where nothing can be stored; follows back and
/// forth.
#[hook]
pub fn use_navigation(state: &UseReducerHandle<State>, known: Page, has: fn(Route) -> bool) {
    let dispatcher = state.dispatcher();
    use_effect_with((), move |()| {
        address::start_from(known);
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
        );
        move || drop(listeners)
    });
}

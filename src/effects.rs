//! What follows from what happened: opening what the address names, writing
//! what was changed, keeping the address true. All of it after a rendering,
//! none of it in a component.

use forankring_core::address::{Page, Place, Route};
use forankring_core::link;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::platform::storage::StorageProblem;
use crate::platform::{address, clock, page, pointer, random, storage};
use crate::session::{Event, Kept, Open, Origin, Problem, Saving, Session, State};

/// What an address asks for, given what is open already.
enum Wanted {
    /// What is open is right.
    AsItIs,
    /// A new assessment.
    New,
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
    match state.page.route {
        Route::Answer | Route::Result | Route::Plan | Route::Share => {}
        Route::Start | Route::Method | Route::Privacy | Route::Accessibility => return Wanted::AsItIs,
    }
    let answering = state.page.route == Route::Answer;
    let Some(place) = &state.place else {
        return Wanted::AsItIs;
    };
    match (place, open.map(|open| &open.origin)) {
        (Place::Kept(id, _), Some(Origin::Kept(open))) if id == open => Wanted::AsItIs,
        (Place::Kept(id, _), _) => Wanted::Kept(id.clone(), Asked::ByAddress),
        (Place::Link(text), Some(Origin::Link(open))) if text == open => Wanted::AsItIs,
        (Place::Link(text), _) => Wanted::Link(text.clone()),
        (Place::New(_), Some(Origin::New)) => Wanted::AsItIs,
        (Place::New(_), _) if answering => Wanted::New,
        (Place::New(_) | Place::Nothing, _) => match (open, pointer::read()) {
            // Changes that could not be written are never left behind.
            (Some(open), _) if !open.unsaved.is_empty() => Wanted::AsItIs,
            (Some(Open { origin: Origin::Kept(_), .. }), _) => Wanted::AsItIs,
            (_, Some(id)) => Wanted::Kept(id, Asked::ByPointer),
            (Some(Open { origin: Origin::New, .. }), None) if answering => Wanted::AsItIs,
            (_, None) if answering => Wanted::New,
            (_, None) => Wanted::Nothing,
        },
        (Place::Unknown, _) => Wanted::Unknown,
    }
}

/// Opens what the address names.
#[hook]
pub fn use_opening(state: &UseReducerHandle<State>, read_link: ReadLink) {
    let handle = state.clone();
    let deps = (state.page.route, state.place.clone());
    use_effect_with(deps, move |_| {
        match wanted(&handle) {
            Wanted::AsItIs => {}
            Wanted::New => handle.dispatch(Event::Started),
            Wanted::Nothing => handle.dispatch(Event::NothingFound),
            Wanted::Kept(id, asked) => open_kept(handle.clone(), id, asked),
            Wanted::Link(text) => handle.dispatch(read_link(text)),
            Wanted::Unknown if handle.page.route == Route::Answer => {
                handle.dispatch(Event::OpeningFailed(Problem::Place));
            }
            // A result link may be cut so short that it is no link any more.
            Wanted::Unknown => handle.dispatch(read_link(address::fragment())),
        }
    });
}

/// What becomes of a link.
pub type ReadLink = fn(String) -> Event;

/// Opens what the link carries.
pub fn open_link(text: String) -> Event {
    match link::decode(&text) {
        Ok(assessment) => Event::Opened(assessment, Origin::Link(text)),
        Err(problem) => Event::OpeningFailed(Problem::Link(problem)),
    }
}

/// A link where none can be shown.
pub fn refuse_link(_: String) -> Event {
    Event::OpeningFailed(Problem::Place)
}

fn open_kept(state: UseReducerHandle<State>, id: forankring_core::address::Id, asked: Asked) {
    state.dispatch(Event::OpeningStarted);
    let answering = state.page.route == Route::Answer;
    spawn_local(async move {
        state.dispatch(match (storage::load(&id).await, asked) {
            (Ok(Some(document)), _) => {
                pointer::write(&id);
                Event::Opened(document.assessment, Origin::Kept(id))
            }
            (Ok(None), Asked::ByPointer) => {
                pointer::clear();
                if answering { Event::Started } else { Event::NothingFound }
            }
            (Ok(None), Asked::ByAddress) => Event::OpeningFailed(Problem::NotFound),
            (Err(problem), _) => Event::OpeningFailed(Problem::Storage(problem)),
        });
    });
}

/// Writes what was changed, one transaction at a time.
#[hook]
pub fn use_writing(state: &UseReducerHandle<State>) {
    let handle = state.clone();
    let waiting = matches!(&state.session, Session::Open(open) if open.saving == Saving::Waiting);
    use_effect_with(waiting, move |waiting| {
        if let (true, Some(open)) = (*waiting, handle.session.open()) {
            let open = open.clone();
            handle.dispatch(Event::WritingStarted);
            spawn_local(async move {
                let written = write(open).await;
                handle.dispatch(written.unwrap_or_else(Event::WritingFailed));
            });
        }
    });
}

async fn write(open: Open) -> Result<Event, StorageProblem> {
    let id = match open.origin {
        Origin::Kept(id) => id,
        Origin::New | Origin::Link(_) => random::id().ok_or(StorageProblem::Failed)?,
    };
    let at = clock::now();
    let stored = storage::commit(&id, &open.unsaved, &open.assessment, at.ms).await?;
    pointer::write(&id);
    Ok(Event::Written {
        id,
        count: open.unsaved.len(),
        stored,
        at,
    })
}

/// Reads what is kept, for the screens that show it.
#[hook]
pub fn use_listing(state: &UseReducerHandle<State>, list: fn(UseReducerHandle<State>)) {
    let handle = state.clone();
    let shown = matches!(state.page.route, Route::Start | Route::Privacy);
    use_effect_with(shown && state.kept == Kept::Unknown, move |wanted| {
        if *wanted {
            list(handle);
        }
    });
}

/// Reads what is kept.
pub fn list(state: UseReducerHandle<State>) {
    spawn_local(async move { state.dispatch(Event::Listed(storage::list().await)) });
}

/// Keeps the address true to what is open, and the page's own word about
/// whether something is still to be opened.
#[hook]
pub fn use_address(state: &UseReducerHandle<State>) {
    let place = state.place.clone();
    use_effect_with(place, |place| {
        if let Some(place @ Place::Kept(..)) = place {
            address::replace(&place.to_string());
        }
    });
    let opening = state.session == Session::Opening;
    use_effect_with(opening, |opening| {
        if !opening {
            page::settled();
        }
    });
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
            address::on_link(followed, move |page| page.lang == known.lang && has(page.route)),
            address::on_change(moved),
        );
        move || drop(listeners)
    });
}

//! Opening what the address names.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Variant;
use forankring_core::link::{self, Carried, Found};
use forankring_core::texts::Texts;
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerHandle;

use super::{Abilities, writing};
use crate::platform::storage::StorageProblem;
use crate::platform::{address, clock, handover, pointer, storage, texts as words};
use crate::session::{Event, LastSaved, MoreWords, Open, Origin, Problem, State};

/// What an address asks for, given what is open already.
pub(super) enum Wanted {
    /// What is open is right.
    AsItIs,
    /// A new assessment.
    New(Variant),
    /// One that is kept; a pointer may be stale, an address is meant.
    Kept(Id, Asked),
    /// What a link carries.
    Link(String),
    /// Nothing.
    Nothing,
    /// Something that does not exist.
    Unknown,
}

/// Who named an assessment.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Asked {
    ByAddress,
    ByPointer,
}

pub(super) fn wanted(state: &State) -> Wanted {
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
        (Place::Kept(id, _), Some(Origin::Newer(open))) if id == open && !route.edits() => {
            Wanted::AsItIs
        }
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

/// Opens what the address names, and keeps the address true to what is open.
pub(super) fn follow_place(state: &UseReducerHandle<State>, texts: Texts, abilities: Abilities) {
    if let Some(place @ (Place::Kept(..) | Place::Link(_))) = &state.place {
        address::replace(&place.to_string());
    }
    match wanted(state) {
        Wanted::AsItIs => {}
        Wanted::New(variant) => state.dispatch(Event::Started(variant)),
        Wanted::Nothing => state.dispatch(Event::NothingFound),
        Wanted::Kept(id, asked) => open_kept(state.clone(), texts, abilities, id, asked),
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
pub(super) fn remember(state: &State) {
    let open = state.session.open().map(|open| &open.origin);
    if let (Some(Place::Kept(id, item)), Some(Origin::Kept(_))) = (&state.place, open) {
        let left = || pointer::read().filter(|(last, _)| last == id)?.1;
        pointer::write(&Place::Kept(id.clone(), item.or_else(left)));
    }
}

/// Opens what the link carries.
pub fn open_link(text: String) -> Event {
    match link::decode(&text) {
        Ok(assessment) => opened_from(text, assessment),
        Err(problem) => mended(&text).unwrap_or(Event::OpeningFailed(Problem::Link(problem))),
    }
}

/// Opens what a link carries that came mangled, or is locked.
fn mended(text: &str) -> Option<Event> {
    let Found { fragment, carried } = link::find(text).ok()?.into_iter().next()?;
    Some(match carried {
        Carried::Open(assessment) => opened_from(fragment, assessment),
        Carried::Locked(_) => Event::OpeningFailed(Problem::LinkLocked),
    })
}

/// What a link carried is open.
pub fn opened_from(fragment: String, assessment: Assessment) -> Event {
    Event::Opened {
        assessment,
        origin: Origin::Link(fragment),
        at: None,
        last_saved: LastSaved::Never,
        revision: 0,
    }
}

/// Opens a record of a newer version, as far as it is understood.
pub fn open_newer(state: UseReducerHandle<State>, id: Id) {
    spawn_local(async move {
        state.dispatch(match storage::load_newer(&id).await {
            Some(kept) => Event::Opened {
                assessment: kept.assessment,
                origin: Origin::Newer(id),
                at: None,
                last_saved: LastSaved::Before(clock::at(kept.saved)),
                revision: kept.revision,
            },
            None => Event::OpeningFailed(Problem::Storage(StorageProblem::Newer)),
        });
    });
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
    abilities: Abilities,
    id: Id,
    asked: Asked,
) {
    state.dispatch(Event::OpeningStarted);
    writing::say_later(&state, Event::OpeningSlow);
    let editing = state.page.route.edits();
    spawn_local(async move {
        let mut loaded = storage::load(&id).await;
        // Where it is gone, or nothing can be read: what the page before showed.
        let left = handover::take(&id).filter(|_| match loaded {
            Ok(Some(_)) => false,
            Ok(None) => true,
            Err(problem) => problem.may_pass(),
        });
        let gone = left.is_some();
        if gone {
            loaded = Ok(left);
        }
        state.dispatch(match (loaded, asked) {
            (Ok(Some(kept)), _) => {
                let left = pointer::read().filter(|(last, _)| *last == id);
                if state.lacks_words(&kept.assessment) {
                    state.dispatch(more_words(texts).await);
                }
                Event::Opened {
                    assessment: kept.assessment,
                    origin: Origin::Kept(id),
                    at: left.and_then(|(_, item)| item),
                    last_saved: LastSaved::Before(clock::at(kept.saved)),
                    revision: kept.revision,
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
            (Err(StorageProblem::Newer), _) if !editing => {
                return (abilities.read_newer)(state, id);
            }
            (Err(problem), _) => Event::OpeningFailed(Problem::Storage(problem)),
        });
        if gone {
            state.dispatch(Event::Gone);
        }
    });
}

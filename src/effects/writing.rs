//! Writing what was changed, and hearing of what other tabs wrote.

use forankring_core::address::Route;
use forankring_core::keeping::{Kept, retry_after};
use wasm_bindgen_futures::spawn_local;
use yew::UseReducerHandle;

use crate::platform::storage::StorageProblem;
use crate::platform::{clock, facts, handover, page, random, storage, tabs, timer};
use crate::session::{Beside, Event, Open, Origin, State};

/// The rest of a long list is read so many milliseconds after its beginning.
const AFTER_FIRST: u32 = 100;
/// After so many milliseconds, that writing takes long is said.
const LONG: u32 = 4000;

/// Writes what was changed, one transaction at a time.
pub(super) fn start(state: &UseReducerHandle<State>) {
    let Some(open) = state.session.open().cloned() else {
        return;
    };
    state.dispatch(Event::WritingStarted);
    let (writer, writes) = (state.clone(), open.writes);
    spawn_local(async move {
        // The frame that shows the change comes first; a hidden page has none.
        if !page::is_hidden() {
            timer::wait(0).await;
        }
        let written = write(open).await;
        writer.dispatch(written.unwrap_or_else(Event::WritingFailed));
    });
    say_later(state, Event::WritingSlow(writes));
}

/// Says something when a while has passed; the state knows whether it still holds.
pub(super) fn say_later(state: &UseReducerHandle<State>, event: Event) {
    let state = state.clone();
    spawn_local(async move {
        timer::wait(LONG).await;
        state.dispatch(event);
    });
}

async fn write(open: Open) -> Result<Event, StorageProblem> {
    let id = match open.origin {
        Origin::Kept(id) => id,
        Origin::New | Origin::Link(_) | Origin::Newer(_) => {
            random::id().ok_or(StorageProblem::Failed)?
        }
    };
    let at = clock::now();
    let stored =
        storage::commit(&id, &open.unsaved, &open.assessment, open.revision, at.ms).await?;
    tabs::tell_others(id.as_str());
    Ok(Event::Written {
        id,
        count: open.unsaved.len(),
        stored,
        at,
    })
}

/// Tries again after a while, less and less often.
pub(super) fn try_later(state: &UseReducerHandle<State>, failures: u32) {
    let state = state.clone();
    spawn_local(async move {
        timer::wait(retry_after(failures)).await;
        state.dispatch(Event::RetryDue(failures));
    });
}

/// Shows what another tab wrote.
pub(super) fn read_again(state: &UseReducerHandle<State>) {
    let Some(Origin::Kept(id)) = state.session.open().map(|open| open.origin.clone()) else {
        return;
    };
    let state = state.clone();
    spawn_local(async move {
        match storage::load(&id).await {
            Ok(Some(kept)) => state.dispatch(Event::WrittenElsewhere(id, kept)),
            Ok(None) => state.dispatch(Event::DeletedElsewhere),
            // What can not be read now is told when something is written.
            Err(_) => {}
        }
    });
}

/// Hands what is open over to the page that comes next.
pub(super) fn hand_over(state: &State) {
    if let Some(open) = state.session.open()
        && let Origin::Kept(id) = &open.origin
        && !open.deleted
    {
        let mut kept = Kept::new((*open.assessment).clone(), 0);
        kept.revision = open.revision;
        handover::leave(id, &kept);
    }
}

/// So many of what is kept are read before they are shown; the rest after.
pub const FIRST: usize = 50;

/// Reads what is kept, the latest first, and clears away what is kept no longer.
pub fn list(state: UseReducerHandle<State>) {
    say_later(&state, Beside::ListingSlow.into());
    spawn_local(async move {
        let found = storage::list().await;
        if let Ok(found) = &found
            && found.count() > FIRST
        {
            let first = found.read(FIRST);
            state.dispatch(Beside::ListedFirst(first, found.count()).into());
            timer::wait(AFTER_FIRST).await;
        }
        let listed = found.map(|found| found.read(usize::MAX));
        state.dispatch(Beside::Listed(listed.clone()).into());
        if state.page.route == Route::Privacy {
            state.dispatch(Beside::FactsRead(facts::facts().await).into());
        }
        if let Ok(records) = &listed {
            // A failure leaves more than is needed: nothing to tell.
            let _ = storage::tidy(records, clock::now().ms).await;
        }
    });
}

/// Reads the earlier states of what is open.
pub fn read_states(state: UseReducerHandle<State>) {
    let Some(Origin::Kept(id)) = state.session.open().map(|open| open.origin.clone()) else {
        return;
    };
    spawn_local(
        async move { state.dispatch(Beside::StatesRead(storage::states(&id).await).into()) },
    );
}

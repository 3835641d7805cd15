//! What is heard from the browser for as long as the page lives.

use forankring_browser::page::Seen;
use forankring_browser::{address, handover, page, tabs};
use forankring_core::address::Id;
use forankring_session::Event;
use forankring_session::desk::{self, Told};

use super::dispatch::{Dispatch, Run};

/// Hears from now on.
pub(super) fn listen<B: Run>(dispatch: &Dispatch<B>) {
    let said = |dispatch: &Dispatch<B>, event| dispatch.send(Event::Desk(event));
    let (links, moves, told, seen, keys) = (
        dispatch.clone(),
        dispatch.clone(),
        dispatch.clone(),
        dispatch.clone(),
        dispatch.clone(),
    );
    address::start_from(dispatch.state().desk.page);
    let listeners = (
        address::on_link(move |page, place| said(&links, desk::Event::Followed(page, place))),
        address::on_change(move |page| {
            let (place, fragment) = (address::place(), address::fragment());
            let moved = desk::Event::Moved(page, place, fragment, address::draft());
            said(&moves, moved);
        }),
        tabs::on_written(move |name| {
            let told_us = Id::parse(&name).map_or(Told::Changed, Told::Written);
            said(&told, desk::Event::Heard(told_us));
        }),
        page::on_seen(move |what| match what {
            Seen::Hidden => said(&seen, desk::Event::Hidden),
            Seen::Shown => said(&seen, desk::Event::Shown),
            Seen::Returned => said(&seen, desk::Event::Returned(handover::left())),
        }),
        page::on_key(move |key| said(&keys, desk::Event::Pressed(key))),
    );
    // They live as long as the page.
    std::mem::forget(listeners);
}

//! What is heard from the browser for as long as the page lives.

use forankring_browser::page::Seen;
use forankring_browser::{address, handover, page, tabs};
use forankring_core::address::{Id, Page};
use forankring_session::desk::{Event, Told};

use super::desk::entered;
use super::dispatch::Say;

/// Hears from now on.
pub(super) fn listen(page: Page, say: &Say) {
    let (links, moves, told, seen, keys) = (
        say.clone(),
        say.clone(),
        say.clone(),
        say.clone(),
        say.clone(),
    );
    address::start_from(page);
    let listeners = (
        address::on_link(move |page, place| links.emit(Event::Followed(page, place))),
        address::on_change(move |page| {
            let (place, fragment) = (address::place(), address::fragment());
            let draft = address::draft();
            moves.emit(Event::Moved(page, place, fragment, draft, entered()));
        }),
        tabs::on_written(move |name| {
            let told_us = Id::parse(&name).map_or(Told::Changed, Told::Written);
            told.emit(Event::Heard(told_us));
        }),
        page::on_seen(move |what| {
            seen.emit(match what {
                Seen::Hidden => Event::Hidden,
                Seen::Shown => Event::Shown,
                Seen::Returned => Event::Returned(handover::left()),
            });
        }),
        page::on_key(move |key| keys.emit(Event::Pressed(key))),
    );
    // They live as long as the page.
    std::mem::forget(listeners);
}

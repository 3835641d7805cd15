//! Links in a text that is none as it stands: a part of its own, for almost all are whole.

use forankring_core::link::{self, Found, LinkProblem};
use forankring_session::Ticket;
use forankring_session::desk::Event as At;
use wasm_bindgen_futures::spawn_local;

use super::dispatch::Say;
use crate::parts::part;

type Find = fn(&str) -> Result<Vec<Found>, LinkProblem>;

part!(mending: Find = link::find);

/// Looks for links, once the part is here.
pub(super) fn mend(ticket: Ticket, text: String, say: Say) {
    spawn_local(async move {
        let found = mending().await.ok().map(|find| find(&text));
        say.emit(At::Mended(ticket, found));
    });
}

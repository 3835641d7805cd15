//! Links in a text that is none as it stands, and whatever has texts to be inflated: a part of
//! its own, for almost all links are whole, and few hold more than a name.

use forankring_core::assessment::Assessment;
use forankring_core::link::{self, Found, LinkProblem, Locked};
use forankring_session::Ticket;
use forankring_session::desk::Event as At;
use wasm_bindgen_futures::spawn_local;

use super::dispatch::Say;
use crate::parts::{Missing, part};

type Find = fn(&str) -> Result<Vec<Found>, LinkProblem>;
type Open = fn(&[u8]) -> Result<Assessment, LinkProblem>;

part!(mending: (Find, Open) = (link::find, Locked::opened));

/// Looks for links, once the part is here.
pub(super) fn mend(ticket: Ticket, text: String, say: Say) {
    spawn_local(async move {
        let found = mending().await.ok().map(|(find, _)| find(&text));
        say.emit(At::Mended(ticket, found));
    });
}

/// What a passphrase has opened, once the part is here.
pub(super) async fn opened(
    payload: &[u8],
) -> Result<Result<Box<Assessment>, LinkProblem>, Missing> {
    let (_, open) = mending().await?;
    Ok(open(payload).map(Box::new))
}

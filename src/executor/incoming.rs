//! What comes in from elsewhere and is not as it went out: links that mails have mangled, and
//! tables for the plan. A part of its own, for almost all links are whole, and most who come
//! to the plan bring no table. One part for both: a further one would make the files smaller
//! that several parts share, and each is compressed by itself.

use forankring_browser::files;
use forankring_core::link::{self, Found, LinkProblem};
use forankring_core::plan::table_in::{
    Given, TABLE_MAX, Table, TableProblem, Understood, read_file, read_text, understand,
};
use forankring_session::Ticket;
use forankring_session::desk::Event as At;
use forankring_session::screens::planning::{Event as On, table_in};
use forankring_session::screens::tables::From;
use forankring_session::screens::{Command, Event};
use wasm_bindgen_futures::spawn_local;

use super::dispatch::Say;
use crate::parts::part;

/// What the part does.
struct Incoming {
    find: fn(&str) -> Result<Vec<Found>, LinkProblem>,
    read_text: fn(&str) -> Result<Table, TableProblem>,
    read_file: fn(&[u8]) -> Result<Table, TableProblem>,
    understand: fn(&Given) -> Understood,
}

part!(incoming: Incoming = Incoming {
    find: link::find,
    read_text,
    read_file,
    understand,
});

/// Looks for links, once the part is here.
pub(super) fn mend(ticket: Ticket, text: String, say: Say) {
    spawn_local(async move {
        let found = incoming().await.ok().map(|part| (part.find)(&text));
        say.emit(At::Mended(ticket, found));
    });
}

/// Reads or understands a table, once the part is here.
pub(super) async fn tabled(command: Command) -> Option<Event> {
    Some(Event::Plan(On::TableIn(match command {
        Command::ReadTable(ticket, From::Text(text)) => {
            let read = incoming().await.map(|part| (part.read_text)(&text));
            table_in::Event::Read(ticket, read.ok())
        }
        Command::ReadTable(ticket, From::File(field)) => {
            // First, so that the field is free for the same file whatever comes of it.
            let read = match files::chosen_bytes(field, TABLE_MAX).await {
                None => Some(Err(TableProblem::Unreadable)),
                Some(Err(files::TooLarge)) => Some(Err(TableProblem::TooLarge)),
                Some(Ok(bytes)) => incoming().await.map(|part| (part.read_file)(&bytes)).ok(),
            };
            table_in::Event::Read(ticket, read)
        }
        Command::Understand(ticket, asked) => {
            let found = incoming()
                .await
                .map(|part| (part.understand)(&asked.given()));
            table_in::Event::Understood(ticket, found.ok())
        }
        _ => return None,
    })))
}

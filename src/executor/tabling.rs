//! Tables that come in: a part of its own, for most who come to the plan bring none.

use forankring_browser::files;
use forankring_core::plan::table_in::{
    Given, TABLE_MAX, Table, TableProblem, Understood, read_file, read_text, understand,
};
use forankring_session::screens::planning::{Event as On, table_in};
use forankring_session::screens::{Command, Event};

use crate::parts::part;

/// Reads texts, reads files, understands.
type Tabling = (
    fn(&str) -> Result<Table, TableProblem>,
    fn(&[u8]) -> Result<Table, TableProblem>,
    fn(&Given) -> Understood,
);

part!(tabling: Tabling = (read_text, read_file, understand));

/// Does what is asked for, once the part is here.
pub(super) async fn tabled(command: Command) -> Option<Event> {
    Some(Event::Plan(On::TableIn(match command {
        Command::ReadTable(ticket, table_in::From::Text(text)) => {
            let read = tabling().await.map(|(read, ..)| read(&text));
            table_in::Event::Read(ticket, read.ok())
        }
        Command::ReadTable(ticket, table_in::From::File(field)) => {
            // First, so that the field is free for the same file whatever comes of it.
            let read = match files::chosen_bytes(field, TABLE_MAX).await {
                None => Some(Err(TableProblem::Unreadable)),
                Some(Err(files::TooLarge)) => Some(Err(TableProblem::TooLarge)),
                Some(Ok(bytes)) => tabling().await.map(|(_, read, _)| read(&bytes)).ok(),
            };
            table_in::Event::Read(ticket, read)
        }
        Command::Understand(ticket, asked) => {
            let found = tabling()
                .await
                .map(|(.., understand)| understand(&asked.given()));
            table_in::Event::Understood(ticket, found.ok())
        }
        _ => return None,
    })))
}

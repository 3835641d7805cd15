//! Tables for the plan: a part of its own, for most who come to the plan bring none.

use std::rc::Rc;

use forankring_browser::files;
use forankring_core::plan::table_in::{
    Given, TABLE_MAX, Table, TableProblem, Understood, read_file, read_text, understand,
};
use forankring_session::screens::planning::{Event as On, table_in};
use forankring_session::screens::tables::From;
use forankring_session::screens::{Command, Event};

use crate::parts::part;

/// What the part does.
struct Tables {
    read_text: fn(&str) -> Result<Table, TableProblem>,
    read_file: fn(&[u8]) -> Result<Table, TableProblem>,
    understand: fn(&Given) -> Understood,
}

part!(tables: Tables = Tables {
    read_text,
    read_file,
    understand,
});

/// Reads or understands a table, once the part is here.
pub(super) async fn tabled(command: Command) -> Option<Event> {
    Some(Event::Plan(On::TableIn(match command {
        Command::ReadTable(ticket, From::Text(text)) => {
            let read = tables().await.map(|part| (part.read_text)(&text));
            table_in::Event::Read(ticket, read.ok().map(|read| read.map(Rc::new)))
        }
        Command::ReadTable(ticket, From::File(field)) => {
            // First, so that the field is free for the same file whatever comes of it.
            let read = match files::chosen_bytes(field, TABLE_MAX).await {
                None => Some(Err(TableProblem::Unreadable)),
                Some(Err(files::TooLarge)) => Some(Err(TableProblem::TooLarge)),
                Some(Ok(bytes)) => tables().await.map(|part| (part.read_file)(&bytes)).ok(),
            };
            table_in::Event::Read(ticket, read.map(|read| read.map(Rc::new)))
        }
        Command::Understand(ticket, asked) => {
            let found = tables().await.map(|part| (part.understand)(&asked.given()));
            table_in::Event::Understood(ticket, found.ok().map(Rc::new))
        }
        _ => return None,
    })))
}

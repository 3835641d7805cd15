//! What the screen of a respondent asks for. What makes and draws a link is a part of its own,
//! for nobody needs it before she has answered.

use std::pin::Pin;

use forankring_browser::{page, share, storage};
use forankring_core::keeping::StorageProblem;
use forankring_core::link::{invitation, reply};
use forankring_session::Part;
use forankring_session::replying::{Around, Command, Event, Replying};

use super::dispatch::Dispatch;
use crate::components::last::draw;
use crate::parts::{Missing, part};
use crate::sending::{Draw, came};

type Done = fn(Command) -> Pin<Box<dyn Future<Output = Option<Event>>>>;

part!(sending: (Done, Draw) = (|command| Box::pin(done(command)), draw));

/// Does what is asked for.
pub(super) fn run(command: Command, dispatch: &Dispatch<Replying>) {
    match command {
        Command::Select(field) => page::select(&format!("#{field}")),
        Command::Sheet(title, address) => share::sheet(&title, &address),
        command => dispatch.later(replied(command)),
    }
}

/// What else of a panel is kept here is looked for at once; all else is done once its part is
/// here.
async fn replied(command: Command) -> Option<Event> {
    if let Command::LookAround(ticket, tag, meeting) = command {
        // Where nothing can be read, nothing is kept.
        let found = storage::around(tag, &meeting).await.unwrap_or_default();
        let (own, gathered, cleared) = found;
        let around = Around {
            own,
            gathered,
            cleared,
        };
        return Some(Event::Looked(ticket, around));
    }
    match sending().await {
        Ok((done, draw)) => {
            came(draw);
            done(command).await
        }
        Err(Missing) => undone(command),
    }
}

async fn done(command: Command) -> Option<Event> {
    Some(match command {
        Command::Unpack(ticket, link) => Event::Unpacked(ticket, Some(invitation::decode(&link))),
        Command::Make(ticket, made) => Event::Made(ticket, Some(reply::encode(&made))),
        Command::Copy(ticket, text) => Event::Copied(ticket, share::copy(&text).await),
        Command::Forget(ticket, id, ms) => {
            let result = storage::forget(id.as_str(), ms).await;
            Event::Cleared(ticket, id, result)
        }
        Command::FetchPart => Event::PartCame(Part::Here),
        Command::LookAround(..) | Command::Select(_) | Command::Sheet(..) => return None,
    })
}

/// What does it could not be fetched.
fn undone(command: Command) -> Option<Event> {
    Some(match command {
        Command::FetchPart => Event::PartCame(Part::Missing),
        Command::Unpack(ticket, _) => Event::Unpacked(ticket, None),
        Command::Make(ticket, _) => Event::Made(ticket, None),
        Command::Copy(ticket, _) => Event::Copied(ticket, false),
        Command::Forget(ticket, id, _) => Event::Cleared(ticket, id, Err(StorageProblem::Failed)),
        _ => return None,
    })
}

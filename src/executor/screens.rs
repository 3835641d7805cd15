//! What the screens other than answering ask for. Each family of commands has a task of its
//! own: what a task awaits is held by every build that has the task, asked for or not.

use forankring_browser::{crypto, facts, page, pointer, share, storage};
use forankring_core::address::Route;
use forankring_core::plan::Rich;
use forankring_session::screens::{
    Act, Command, Event as On, Held, history, passing, planning, privacy, shelf,
};
use forankring_session::{Event, Extent, Ticket};

use super::asking::{asked, watch};
use super::dispatch::Dispatch;
use super::grounds::grounded;
use super::kept::kept;
use super::reporting::reported;
use super::tables::tabled;
use super::trouble::trouble;

/// Does what is asked for. The families follow `Command::is_asked_in`.
pub fn run<G: Extent>(command: Command, dispatch: &Dispatch<Held<G>>) {
    match command {
        Command::BackedUp(ms) if G::keeps() => pointer::backed_up(ms),
        Command::NewPassphrase(ticket) if G::shares() => {
            let made = crypto::new_passphrase();
            let made = On::Share(passing::Event::PassphraseMade(ticket, made));
            dispatch.send(Event::Screen(made));
        }
        Command::Select(field) if G::shares() => page::select(&format!("#{field}")),
        Command::Sheet(title, address)
            if G::shares() || G::has(Route::Ask) || G::has(Route::Plan) =>
        {
            share::sheet(&title, &address)
        }
        Command::Lock(..) | Command::CopyText(..) if G::shares() => {
            dispatch.later(passed_on(command));
        }
        Command::States(..) | Command::GoBack(..) if G::has(Route::History) => {
            dispatch.later(gone_back(command));
        }
        Command::Facts(_) | Command::Act(_, Act::DeleteAll(..)) if G::has(Route::Privacy) => {
            dispatch.later(looked_after(command));
        }
        Command::ReadTable(..) | Command::Understand(..) if G::has(Route::Plan) => {
            dispatch.later(tabled(command));
        }
        Command::Report(ticket, wanted) if G::has(Route::Plan) => {
            dispatch.later(reported(ticket, *wanted));
        }
        Command::CopyTable(ticket, rich) if G::has(Route::Plan) => {
            dispatch.later(copied(ticket, rich));
        }
        Command::Watch(ticket, id) if G::has(Route::Ask) => watch(ticket, id, dispatch),
        Command::FindAddressees(_)
        | Command::ReadReplies(..)
        | Command::DoToReplies(..)
        | Command::CopyInvitation(..)
        | Command::ReadTexts(..)
        | Command::LookForCamera(_)
            if G::has(Route::Ask) =>
        {
            dispatch.later(asked(command));
        }
        Command::FetchGrounds(haste) if G::has(Route::Result) || G::shares() => {
            dispatch.later(grounded(haste));
        }
        Command::List(ticket, first) if G::keeps() => dispatch.later(listed(ticket, first)),
        command if G::keeps() || G::reads() => dispatch.later(kept(command, dispatch.texts())),
        _ => {}
    }
}

/// What is kept, to be shown.
async fn listed(ticket: Ticket, first: usize) -> Option<On> {
    let list = storage::list(first).await;
    Some(On::Shelf(shelf::Event::Listed(ticket, list)))
}

/// The plan in the clipboard.
async fn copied(ticket: Ticket, rich: Rich) -> Option<On> {
    let copied = match share::copy_table(&rich.html, &rich.plain).await {
        Ok(share::Copied::Table) => planning::Copied::Table,
        Ok(share::Copied::Text) => planning::Copied::Text,
        Err(share::Refused) => planning::Copied::Nothing,
    };
    Some(On::Plan(planning::Event::Copied(ticket, copied)))
}

/// What belongs to passing a result on.
async fn passed_on(command: Command) -> Option<On> {
    Some(On::Share(match command {
        Command::Lock(ticket, payload, passphrase) => {
            let locked = crypto::lock(&payload, &passphrase).await;
            passing::Event::Locked(ticket, locked.map(Box::new).map_err(trouble))
        }
        Command::CopyText(ticket, text) => passing::Event::Copied(ticket, share::copy(&text).await),
        _ => return None,
    }))
}

/// What belongs to earlier states.
async fn gone_back(command: Command) -> Option<On> {
    Some(On::History(match command {
        Command::States(ticket, id) => {
            history::Event::StatesRead(ticket, storage::states(&id).await)
        }
        Command::GoBack(ticket, id, state, ms) => {
            let went = storage::go_back(&id, *state, ms).await;
            history::Event::WentBack(ticket, id, went)
        }
        _ => return None,
    }))
}

/// What belongs to everything that is stored.
async fn looked_after(command: Command) -> Option<On> {
    Some(match command {
        Command::Facts(ticket) => {
            On::Privacy(privacy::Event::FactsRead(ticket, facts::facts().await))
        }
        Command::Act(ticket, Act::DeleteAll(ms, open)) => {
            let result = storage::delete_all(&open, ms).await;
            On::Done(ticket, result, Act::DeleteAll(ms, open))
        }
        _ => return None,
    })
}

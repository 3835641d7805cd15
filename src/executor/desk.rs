//! What the desk asks for.

use forankring_browser::file_copy::{self, Asked};
use forankring_browser::{
    address, clock, facts, files, handover, page, pointer, share, storage, tabs, texts, timer,
};
use forankring_core::address::{Id, Page};
use forankring_core::json::Json;
use forankring_core::keeping::{Handover, StorageProblem, Write, Written};
use forankring_core::texts::Texts;
use forankring_session::Ticket;
use forankring_session::desk::{
    Arrival, Bound, Command, Copied, CopyHow, CopyState, Entered, Event as At, FileOut, Focus,
    Loaded, Surroundings, Told,
};
use wasm_bindgen_futures::spawn_local;

use super::dispatch::{After, Drawing, Say};
use super::looking_back::looked_back;
use crate::titles::title;

/// What the page starts from.
pub(super) fn arrival(page: Page) -> Arrival {
    address::start_from(page);
    // Read before the draft: what is carried stands in its place.
    let handed = handover::take();
    Arrival {
        place: Some(address::place()),
        fragment: address::fragment(),
        draft: address::draft(),
        entered: entered(),
        handed,
        view: pointer::view(),
        surroundings: Surroundings {
            site: address::site(),
            edition: page::edition(),
            sheet: share::has_sheet().into(),
            files: file_copy::is_there().into(),
            secure: facts::is_secure().into(),
            last_backup: pointer::last_backup(),
            bound: pointer::bound_file().as_ref().and_then(bound),
        },
    }
}

/// Does what is asked for, on this page.
pub(super) fn run(command: Command, page: Page, own: Texts, drawing: &Drawing, say: &Say) {
    match command {
        Command::Push(page, place, draft) => {
            address::push(page, &place.to_string(), draft.as_ref());
        }
        Command::Replace(place, draft) => {
            address::replace(page, &place.to_string(), draft.as_ref());
        }
        Command::Visit(page, place, handed) => visit(page, &place.to_string(), &handed),
        Command::Reload(handed) => address::load_anew(carried(&handed).as_deref()),
        Command::Title(route, of) => page::set_title(&title(&own, route, of.as_ref())),
        Command::Focus(focus) => drawing.then(After::Focus(focus)),
        Command::Settled => drawing.then(After::Settled),
        Command::AskBeforeLeaving(asks) => page::ask_before_leaving(asks),
        Command::ForgetLast => pointer::clear(),
        Command::ForgetAll => pointer::clear_all(),
        Command::Remember(place) => pointer::write(&place),
        Command::Like(view) => pointer::like(view),
        Command::Tell(Told::Written(id)) => tabs::tell_others(id.as_str()),
        Command::Tell(Told::Changed) => tabs::tell_others(""),
        Command::HandOver(handed) => {
            handover::leave(&handover::write(&handed));
        }
        Command::Save(FileOut { name, media, text }) => {
            files::save(&name, media, &text);
        }
        Command::Print => page::print(),
        Command::FindLast(ticket) => match pointer::read() {
            // At once: what was clicked before the app was alive is done again after it.
            Some((id, _)) => say.emit(At::LastFound(ticket, Ok(Some(id)))),
            None => later(command, own, say.clone()),
        },
        Command::Load(..)
        | Command::LoadNewer(..)
        | Command::Commit(..)
        | Command::FetchWords(_)
        | Command::Wait(..)
        | Command::Copy(..)
        | Command::LookBack(..)
        | Command::Mend(..) => later(command, own, say.clone()),
    }
}

fn later(command: Command, own: Texts, say: Say) {
    spawn_local(async move {
        if let Some(event) = answered(command, own).await {
            say.emit(event);
        }
    });
}

/// Reads what a newer version wrote.
pub(super) fn load_newer(ticket: Ticket, id: Id, say: Say) {
    spawn_local(async move {
        let found = storage::load_newer(&id).await;
        say.emit(At::NewerLoaded(ticket, found.map(Box::new)));
    });
}

/// What is answered later: one task for all, for each kind of task costs a kilobyte to load.
async fn answered(command: Command, own: Texts) -> Option<At> {
    Some(match command {
        Command::FindLast(ticket) => At::LastFound(ticket, storage::last_unfinished().await),
        Command::Load(ticket, id) => {
            let found = storage::load(&id).await;
            let left = pointer::read().filter(|(last, _)| *last == id);
            let left = left.and_then(|(_, item)| item);
            At::Loaded(ticket, Loaded { found, left })
        }
        Command::Commit(ticket, write) => {
            let kept = commit(&write).await;
            At::Written(ticket, write.id, kept)
        }
        Command::FetchWords(ticket) => At::WordsCame(ticket, words(own).await),
        Command::Wait(ticket, ms) => {
            timer::wait(ms).await;
            At::TimePassed(ticket)
        }
        Command::Copy(ticket, how) => At::CopyMade(ticket, copy(how).await),
        Command::LookBack(ticket, parts) => At::LookedBack(ticket, looked_back(parts, own).await),
        _ => return None,
    })
}

async fn words(own: Texts) -> Option<Texts> {
    match own.has_more() {
        true => Some(own),
        false => texts::more(own).await,
    }
}

async fn commit(write: &Write) -> Result<Box<Written>, StorageProblem> {
    // The frame that shows the change comes first; a hidden page has none.
    if !page::is_hidden() {
        timer::wait(0).await;
    }
    let kept = storage::commit(write, clock::now().ms).await?;
    let (through, at) = (write.through, clock::now());
    Ok(Box::new(Written { kept, through, at }))
}

/// What is left is handed over by the store of the tab or, where that is refused, by the
/// entry of its history.
fn visit(page: Page, fragment: &str, handed: &[Handover]) {
    address::visit(page, fragment, carried(handed).as_deref());
}

/// What the entry is to carry: what the store of the tab does not take.
fn carried(handed: &[Handover]) -> Option<String> {
    let handed = handover::write(handed);
    (!handed.is_empty() && !handover::leave(&handed)).then_some(handed)
}

/// Whether one was at this entry of the tab's history before.
pub(super) fn entered() -> Entered {
    match address::is_noted() {
        true => Entered::Again,
        false => Entered::Anew,
    }
}

/// Moves focus; false where it is to be tried again with what is drawn next.
pub(super) fn move_focus(focus: &Focus, opening: bool) -> bool {
    match focus {
        // What is being opened brings a heading of its own.
        Focus::Heading => {
            page::focus("h1");
            page::to_top();
            return !opening;
        }
        Focus::Back => return page::go_back_to_where_one_was(!opening),
        Focus::Question => page::focus("#sporsmal"),
        Focus::Id(id) => page::focus(&format!("[id='{id}']")),
        Focus::First(selectors) => selectors.iter().any(|selector| page::focus(selector)),
    };
    true
}

async fn copy(how: CopyHow) -> Copied {
    let (asked, asks) = match how {
        CopyHow::Look => return Copied::Stands(pointer::bound_file().as_ref().and_then(bound)),
        CopyHow::Choose => (Asked::Bind, true),
        CopyHow::Quietly => (Asked::Write, false),
        CopyHow::Asking => (Asked::Write, true),
        CopyHow::Over => (Asked::Overwrite, true),
        CopyHow::End => (Asked::Unbind, false),
    };
    let text = match asked {
        Asked::Write | Asked::Overwrite => {
            let now = clock::now().ms;
            match super::kept::as_backup(now).await {
                Ok(text) => text,
                // What cannot be read now is not written over what the file holds.
                Err(_) => return Copied::Stands(stands(CopyState::Failed)),
            }
        }
        Asked::Bind | Asked::Unbind => String::new(),
    };
    let answer = file_copy::ask(asked, &text, asks).await;
    let state = answer
        .as_ref()
        .and_then(|answer| answer.field("state")?.text());
    match state {
        Some("cancelled") | None => Copied::Cancelled,
        Some("none" | "unbound") => Copied::Stands(None),
        Some("bound") => match pointer::bound_file().as_ref().and_then(bound) {
            Some(bound) => Copied::Chosen(bound),
            None => Copied::Cancelled,
        },
        Some(_) => Copied::Stands(pointer::bound_file().as_ref().and_then(bound)),
    }
}

/// The file of which a script has noted something, in this state.
fn stands(state: CopyState) -> Option<Bound> {
    let noted = pointer::bound_file().as_ref().and_then(bound);
    noted.map(|noted| Bound { state, ..noted })
}

/// What a script noted of the file.
fn bound(noted: &Json) -> Option<Bound> {
    let state = match noted.field("state").and_then(Json::text) {
        Some("asks") => CopyState::Asks,
        Some("failed") => CopyState::Failed,
        Some("changed") => CopyState::Changed,
        _ => CopyState::Written(pointer::last_backup()),
    };
    let name = noted.field("name")?.text()?.to_owned();
    Some(Bound { name, state })
}

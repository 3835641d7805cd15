//! What the screens other than answering ask for.

use forankring_browser::crypto::{self, CryptoProblem as Trouble};
use forankring_browser::{facts, files, json, page, pointer, share, storage};
use forankring_core::file::{self, FileProblem};
use forankring_core::keeping::StorageProblem;
use forankring_core::picture;
use forankring_session::Event;
use forankring_session::screens::reader::CryptoProblem;
use forankring_session::screens::{
    Act, Command, Event as On, Whole, history, intake, passing, privacy, reader, shelf,
};

use super::dispatch::Dispatch;

/// Does what is asked for.
pub fn run(command: Command, dispatch: Dispatch<Whole>) {
    match command {
        Command::Tidy(ms) => wasm_bindgen_futures::spawn_local(async move {
            // A failure leaves more than is needed: nothing to tell.
            let _ = storage::tidy(ms).await;
        }),
        Command::BackedUp(ms) => pointer::backed_up(ms),
        Command::Select(field) => page::select(&format!("#{field}")),
        Command::Sheet(title, address) => share::sheet(&title, &address),
        Command::NewPassphrase(ticket) => {
            let made = crypto::new_passphrase();
            let made = On::Share(passing::Event::PassphraseMade(ticket, made));
            dispatch.send(Event::Screen(made));
        }
        _ => dispatch.later(async move { Some(Event::Screen(answered(command).await?)) }),
    }
}

/// What is answered later.
async fn answered(command: Command) -> Option<On> {
    Some(match command {
        Command::List(ticket, first) => {
            On::Shelf(shelf::Event::Listed(ticket, storage::list(first).await))
        }
        Command::Facts(ticket) => {
            On::Privacy(privacy::Event::FactsRead(ticket, facts::facts().await))
        }
        Command::Act(ticket, act) => {
            let result = done(&act).await;
            On::Done(ticket, result, act)
        }
        Command::Raw(ticket, key) => {
            let text = storage::raw(&key).await.ok().flatten();
            On::Shelf(shelf::Event::RawRead(ticket, text))
        }
        Command::ReadAll(ticket) => On::Shelf(shelf::Event::AllRead(ticket, storage::all().await)),
        Command::ReadFile(ticket, field) => {
            let text = files::chosen(field, file::BACKUP_MAX).await;
            let read = text.map(|text| {
                let text = text.map_err(|_| FileProblem::TooLarge)?;
                file::read_backup(&text, json::parse)
            });
            On::Intake(intake::Event::FileRead(ticket, read))
        }
        Command::Weigh(ticket, documents) => {
            let fates = storage::weigh(&documents).await;
            On::Intake(intake::Event::Weighed(ticket, fates))
        }
        Command::TakeIn(ticket, documents, ms) => {
            let took = storage::take_in(documents, ms).await;
            On::Intake(intake::Event::TookIn(ticket, took))
        }
        Command::States(ticket, id) => On::History(history::Event::StatesRead(
            ticket,
            storage::states(&id).await,
        )),
        Command::GoBack(ticket, id, state, ms) => {
            let went = storage::go_back(&id, *state, ms).await;
            On::History(history::Event::WentBack(ticket, id, went))
        }
        other => return passed(other).await,
    })
}

/// What belongs to passing a result on.
async fn passed(command: Command) -> Option<On> {
    Some(match command {
        Command::Lock(ticket, payload, passphrase) => {
            let locked = crypto::lock(&payload, &passphrase).await;
            let locked = locked.map(Box::new).map_err(trouble);
            On::Share(passing::Event::Locked(ticket, locked))
        }
        Command::Unlock(ticket, locked, passphrase) => {
            let opened = crypto::unlock(&locked, &passphrase).await.map_err(trouble);
            On::Reader(reader::Event::Unlocked(ticket, opened))
        }
        Command::CopyText(ticket, text) => {
            On::Share(passing::Event::Copied(ticket, share::copy(&text).await))
        }
        Command::SavePng(ticket, name, svg) => {
            let size = (picture::WIDTH, picture::HEIGHT);
            let saved = files::save_as_png(&name, &svg, size).await.is_some();
            On::Reader(reader::Event::PictureSaved(ticket, saved))
        }
        _ => return None,
    })
}

async fn done(act: &Act) -> Result<(), StorageProblem> {
    match act {
        Act::Bin(id, ms) => storage::bin(id, Some(*ms)).await,
        Act::Unbin(id) => storage::bin(id, None).await,
        Act::Add(document, id, ms) => storage::add(document, id.clone(), *ms).await.map(drop),
        Act::Forget(name, ms) => storage::forget(name, *ms).await,
        Act::DeleteAll(ms, open) => storage::delete_all(open, *ms).await,
    }
}

fn trouble(problem: Trouble) -> CryptoProblem {
    match problem {
        Trouble::Missing => CryptoProblem::Missing,
        Trouble::Wrong => CryptoProblem::Wrong,
    }
}

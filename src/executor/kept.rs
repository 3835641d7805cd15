//! What is done to what is kept, with files, and with what is locked: a part of its own, for
//! most who come to the front page or to a result only look.

use std::pin::Pin;

use forankring_browser::{crypto, files, json, storage, texts};
use forankring_core::file::{self, FileProblem};
use forankring_core::keeping::StorageProblem;
use forankring_core::picture;
use forankring_core::texts::Texts;
use forankring_session::screens::reader::CryptoProblem;
use forankring_session::screens::trial::tool::tool;
use forankring_session::screens::trial::{Event as Tried, Tool};
use forankring_session::screens::{
    Act, Command, Event as On, again, intake, reader, shelf, status,
};

use super::answered::find;
use super::mending;
use super::trouble::trouble;
use crate::components::trial::draw;
use crate::parts::{Missing, part};
use crate::trying::{Draw, came};

type Done = fn(Command, Texts) -> Pin<Box<dyn Future<Output = Option<On>>>>;

type Written = fn(i64) -> Pin<Box<dyn Future<Output = Result<String, StorageProblem>>>>;

part!(keeping: (Done, Written) = (
    |command, own| Box::pin(done(command, own)),
    |ms| Box::pin(storage::as_backup(ms)),
));
// What begins the next assessment comes with a trial: in a part of its own, what it shares with
// others became files that the reader of a link loads, 900 bytes more. What finds one's own
// answers stands in the first part for the same reason.
part!(trial: (Draw, Tool, again::Tool) = (draw, tool(), again::tool::tool()));

/// Does what is asked for, once the part is here; what cannot be done is told like any
/// other failure.
pub async fn kept(command: Command, own: Texts) -> Option<On> {
    match keeping().await {
        Ok((done, _)) => done(command, own).await,
        Err(Missing) => undone(command),
    }
}

/// The running back-up as it stands at a moment; empty where nothing is kept.
pub async fn as_backup(ms: i64) -> Result<String, StorageProblem> {
    match keeping().await {
        Ok((_, written)) => written(ms).await,
        Err(Missing) => Err(StorageProblem::Failed),
    }
}

async fn done(command: Command, own: Texts) -> Option<On> {
    Some(match command {
        Command::Tidy(ms) => {
            // A failure leaves more than is needed: nothing to tell.
            let _ = storage::tidy(ms).await;
            return None;
        }
        Command::Act(ticket, act) => {
            let result = match &act {
                Act::Bin(id, ms) => storage::bin(id, Some(*ms)).await,
                Act::Unbin(id) => storage::bin(id, None).await,
                Act::Forget(name, ms) => storage::forget(name, *ms).await,
                Act::Add(document, id, ms) => {
                    storage::add(document, id.clone(), *ms).await.map(drop)
                }
                Act::DeleteAll(..) => return None,
            };
            On::Done(ticket, result, act)
        }
        Command::Raw(ticket, key) => {
            let text = storage::raw(&key).await.ok().flatten();
            On::Shelf(shelf::Event::RawRead(ticket, text))
        }
        Command::ReadAll(ticket) => {
            On::Shelf(shelf::Event::AllRead(ticket, storage::whole().await))
        }
        Command::Series(ticket) => {
            On::Status(status::Event::SeriesRead(ticket, storage::all().await))
        }
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
        Command::Unlock(ticket, locked, passphrase) => {
            let opened = match crypto::unlock(&locked, &passphrase).await {
                Ok(payload) => mending::opened(&payload).await.map_err(|_| UNFETCHED),
                Err(problem) => Err(trouble(problem)),
            };
            On::Reader(reader::Event::Unlocked(ticket, opened))
        }
        Command::SavePng(ticket, name, svg) => {
            let size = (picture::WIDTH, picture::HEIGHT);
            let saved = files::save_as_png(&name, &svg, size).await.is_some();
            On::Reader(reader::Event::PictureSaved(ticket, saved))
        }
        Command::FetchTrial(ticket) => {
            On::Reader(reader::Event::Trial(Tried::Came(ticket, trying(own).await)))
        }
        Command::FindAnswered(ticket, result) => On::Reader(reader::Event::AnsweredFound(
            ticket,
            find(result, own).await,
        )),
        Command::FetchAgain(ticket) => {
            let came = match trial().await {
                Ok((_, _, tool)) => Some((tool, storage::all().await)),
                Err(Missing) => None,
            };
            On::Reader(reader::Event::AgainCame(ticket, came))
        }
        _ => return None,
    })
}

const UNFETCHED: CryptoProblem = CryptoProblem::Unfetched;

/// What a trial needs, with the words that only some need: its own are among them.
async fn trying(own: Texts) -> Option<(Tool, Texts)> {
    let (draw, tool, _) = trial().await.ok()?;
    let words = match own.has_more() {
        true => own,
        false => texts::more(own).await?,
    };
    came(draw);
    Some((tool, words))
}

/// What does it could not be fetched.
fn undone(command: Command) -> Option<On> {
    let failed = StorageProblem::Failed;
    Some(match command {
        Command::Act(ticket, act) => On::Done(ticket, Err(failed), act),
        Command::Raw(ticket, _) => On::Shelf(shelf::Event::RawRead(ticket, None)),
        Command::ReadAll(ticket) => On::Shelf(shelf::Event::AllRead(ticket, Err(failed))),
        Command::Series(ticket) => On::Status(status::Event::SeriesRead(ticket, Err(failed))),
        Command::ReadFile(ticket, _) => On::Intake(intake::Event::FileRead(ticket, None)),
        Command::Weigh(ticket, _) => On::Intake(intake::Event::Weighed(ticket, Err(failed))),
        Command::TakeIn(ticket, ..) => On::Intake(intake::Event::TookIn(ticket, Err(failed))),
        Command::Unlock(ticket, ..) => On::Reader(reader::Event::Unlocked(ticket, Err(UNFETCHED))),
        Command::SavePng(ticket, ..) => On::Reader(reader::Event::PictureSaved(ticket, false)),
        Command::FetchTrial(ticket) => On::Reader(reader::Event::Trial(Tried::Came(ticket, None))),
        Command::FetchAgain(ticket) => On::Reader(reader::Event::AgainCame(ticket, None)),
        Command::FindAnswered(ticket, _) => On::Reader(reader::Event::AnsweredFound(ticket, None)),
        _ => return None,
    })
}

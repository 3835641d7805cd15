//! What is kept in this browser: one record for each assessment, in IndexedDB, beside it
//! its earlier states, and a note of what was deleted.
//!
//! A change is written by reading the record, applying what happened to it and putting it
//! back, all in one transaction: two tabs never erase each other's answers. Nothing counts
//! as saved before the transaction's complete event. What a record holds, how changes come
//! together and what becomes of a write is decided in the core (`keeping`).

mod archive;
mod around;
mod backup;
mod database;
mod deleted;
mod last;
mod record;
mod replies;

pub use archive::{
    add, all, bin, delete_all, forget, go_back, list, load_newer, raw, states, take_in, tidy, weigh,
};
pub use around::around;
pub use backup::{as_backup, whole};
pub use last::last_unfinished;
pub use replies::{addressees, do_to_replies, replies};

use forankring_core::address::Id;
use forankring_core::keeping::{self, Found, Kept, StorageProblem, Write};
use wasm_bindgen::JsValue;

use database::{Begun, Mode, Open};
use record::stored;

/// What is kept under an id.
pub async fn load(id: &Id) -> Result<Found, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadAll)?;
    let value = stored(&begun.assessments()?, id).await?;
    found(&begun, id, value.as_ref()).await
}

/// What a value under an id says; where there is none, whether it was deleted.
async fn found(begun: &Begun, id: &Id, value: Option<&JsValue>) -> Result<Found, StorageProblem> {
    match value {
        Some(value) => Ok(Found::Here(Box::new(record::read(value)?))),
        None if deleted::read(begun).await?.has(id) => Ok(Found::Deleted),
        None => Ok(Found::Absent),
    }
}

/// Writes, as the core says; returns what is stored now, with what other tabs have stored
/// meanwhile.
pub async fn commit(write: &Write, ms: i64) -> Result<Kept, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    let value = stored(&begun.assessments()?, &write.id).await?;
    let found = found(&begun, &write.id, value.as_ref()).await?;
    if found == Found::Deleted && write.revives {
        deleted::forget(&begun, &write.id).await?;
    }
    let before = match &found {
        Found::Here(kept) => Some(kept.revision),
        Found::Absent | Found::Deleted => None,
    };
    let committed = keeping::write(found, write, ms)?;
    for state in &committed.earlier {
        // What stands in the store is not written anew: this is the common case, and half
        // of the work.
        match &value {
            Some(value) if before == Some(state.revision) && record::is_of_today(value) => {
                record::put_as_it_is(&begun.states()?, value).await?;
            }
            _ => record::put(&begun.states()?, &write.id, state).await?,
        }
    }
    record::put(&begun.assessments()?, &write.id, &committed.kept).await?;
    begun.finished().await?;
    Ok(committed.kept)
}

//! Everything that is kept, with the replies beside it: what goes into back-ups.

use std::collections::BTreeMap;

use forankring_core::file::{self, Stored};
use forankring_core::keeping::{Record, StorageProblem};
use forankring_core::panel::{Replies, Row};
use js_sys::Array;

use super::archive::all;
use super::database::{Mode, Open, done};
use super::record::{self, text};
use super::replies;

/// Everything that is kept, each with its replies.
pub async fn whole() -> Result<Vec<(Record, Replies)>, StorageProblem> {
    let records = all().await?;
    let mut rows = rows().await?;
    let with = |record: Record| {
        let rows = rows.remove(&record.key).unwrap_or_default();
        (record, Replies::of(rows))
    };
    Ok(records.into_iter().map(with).collect())
}

/// Everything that is kept and can be read, as a back-up of this moment; empty where
/// nothing is. What cannot be read does not spoil the rest.
pub async fn as_backup(ms: i64) -> Result<String, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let values = Array::from(&done(begun.assessments()?.get_all()).await?);
    let mut rows = rows().await?;
    let mut documents: Vec<String> = Vec::new();
    for value in values.iter().filter(|value| record::read(value).is_ok()) {
        let document = text(&value, "document").unwrap_or_default();
        let key = text(&value, "id").unwrap_or_default();
        let rows = rows.remove(&key).unwrap_or_default();
        let stored = rows.iter().map(Stored::from).collect();
        documents.push(file::with_replies(&document, stored).trim().to_owned());
    }
    Ok(match documents.is_empty() {
        true => String::new(),
        false => file::backup_of(&documents.join(",\n"), ms),
    })
}

/// All replies that can be read, by the ids of what they are replies to. A database without a
/// store of them has none.
async fn rows() -> Result<BTreeMap<String, Vec<Row>>, StorageProblem> {
    let database = Open::database().await?;
    let mut found: BTreeMap<String, Vec<Row>> = BTreeMap::new();
    if !database.has_replies() {
        return Ok(found);
    }
    let begun = database.begin(Mode::ReadReplies)?;
    let values = Array::from(&done(begun.replies()?.get_all()).await?);
    for value in values.iter() {
        if let (Some(id), Some(row)) = (text(&value, "id"), replies::read(&value)) {
            found.entry(id).or_default().push(row);
        }
    }
    Ok(found)
}

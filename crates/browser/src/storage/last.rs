//! All that is kept at once, for what every build needs of it: what the user was at last,
//! where the note of that got lost, and the running back-up.

use forankring_core::address::Id;
use forankring_core::file;
use forankring_core::keeping::StorageProblem;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::database::{Mode, Open, done};
use super::record::{self, text};

async fn values() -> Result<Vec<JsValue>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let values = done(begun.assessments()?.get_all()).await?;
    Ok(Array::from(&values).to_vec())
}

/// The unfinished assessment that was saved last, if there is one outside the bin.
pub async fn last_unfinished() -> Result<Option<Id>, StorageProblem> {
    let mut last = None;
    for value in values().await? {
        let Ok(kept) = record::read(&value) else {
            continue;
        };
        let later = last.as_ref().is_none_or(|(saved, _)| *saved < kept.saved);
        let open = kept.binned.is_none() && kept.assessment.first_unanswered().is_some();
        if later && open {
            last = text(&value, "id").map(|id| (kept.saved, id));
        }
    }
    Ok(last.and_then(|(_, id)| Id::parse(&id)))
}

/// Everything that is kept and can be read, as a back-up of this moment; empty where
/// nothing is. What cannot be read does not spoil the rest.
pub async fn as_backup(ms: i64) -> Result<String, StorageProblem> {
    let mut documents = String::new();
    for value in values().await? {
        if record::read(&value).is_err() {
            continue;
        }
        if !documents.is_empty() {
            documents.push_str(",\n");
        }
        documents.push_str(text(&value, "document").unwrap_or_default().trim());
    }
    Ok(match documents.is_empty() {
        true => documents,
        false => file::backup_of(&documents, ms),
    })
}

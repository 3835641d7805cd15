//! What the user was at last, where the note of that got lost.

use forankring_core::address::Id;
use forankring_core::keeping::StorageProblem;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::database::{Mode, Open, done};
use super::record::{self, text};

pub(super) async fn values() -> Result<Vec<JsValue>, StorageProblem> {
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
        let open = kept.binned.is_none() && kept.assessment.is_unfinished();
        if later && open {
            last = text(&value, "id").map(|id| (kept.saved, id));
        }
    }
    Ok(last.and_then(|(_, id)| Id::parse(&id)))
}

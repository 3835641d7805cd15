//! The note of what was deleted for good. It stands among the earlier states, under a key
//! that no assessment has: versions that do not know it pass it over.

use forankring_core::address::Id;
use forankring_core::keeping::{Deleted, StorageProblem};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::database::{Begun, done};
use super::record;

const NAME: &str = "*";

fn key() -> JsValue {
    Array::of2(&JsValue::from_str(NAME), &JsValue::from_f64(0.0)).into()
}

/// What is noted; nothing where nothing is, or something else stands there.
pub async fn read(begun: &Begun) -> Result<Deleted, StorageProblem> {
    // A database without the store of states has no note either.
    let Ok(states) = begun.states() else {
        return Ok(Deleted::default());
    };
    let found = done(states.get(&key())).await?;
    let text = record::text(&found, "deleted");
    Ok(Deleted::read(&text.unwrap_or_default()))
}

async fn put(begun: &Begun, deleted: &Deleted) -> Result<(), StorageProblem> {
    let value = Object::new();
    for (name, part) in [
        ("id", NAME.into()),
        ("revision", JsValue::from_f64(0.0)),
        ("deleted", deleted.write().into()),
    ] {
        Reflect::set(&value, &name.into(), &part).map_err(|_| StorageProblem::Failed)?;
    }
    record::put_as_it_is(&begun.states()?, &value).await
}

/// Notes these.
pub async fn note(
    begun: &Begun,
    mut before: Deleted,
    ids: impl IntoIterator<Item = Id>,
    ms: i64,
) -> Result<(), StorageProblem> {
    before.note(ids, ms);
    put(begun, &before).await
}

/// It is there again.
pub async fn forget(begun: &Begun, id: &Id) -> Result<(), StorageProblem> {
    let mut deleted = read(begun).await?;
    match deleted.forget(id) {
        true => put(begun, &deleted).await,
        false => Ok(()),
    }
}

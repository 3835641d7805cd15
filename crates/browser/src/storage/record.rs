//! Records as the browser holds them: an object with flat fields.

use forankring_core::address::Id;
use forankring_core::keeping::{Fields, Kept, Record, StorageProblem};
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use web_sys::IdbObjectStore;

use super::database::done;

/// The key under which an assessment stands.
pub fn key(id: &Id) -> JsValue {
    JsValue::from_str(id.as_str())
}

/// A field that is a text.
pub fn text(value: &JsValue, name: &str) -> Option<String> {
    Reflect::get(value, &name.into()).ok()?.as_string()
}

/// A field that is a number.
pub fn number(value: &JsValue, name: &str) -> Option<f64> {
    Reflect::get(value, &name.into()).ok()?.as_f64()
}

/// What a record says.
pub fn read(value: &JsValue) -> Result<Kept, StorageProblem> {
    Ok(fields(value)?.read(crate::json::parse)?)
}

/// A record, whatever it holds.
pub fn of(value: &JsValue) -> Record {
    Record {
        key: text(value, "id").unwrap_or_default(),
        kept: read(value),
    }
}

/// What a record of a newer version says, as far as it is understood.
pub fn read_newer(value: &JsValue) -> Option<Kept> {
    fields(value).ok()?.read_newer(crate::json::parse)
}

/// When a record was saved, by the field beside the document.
pub fn saved(value: &JsValue) -> i64 {
    number(value, "saved").unwrap_or(-1.0) as i64
}

/// Whether a record is in the bin, by the field beside the document.
pub fn is_binned(value: &JsValue) -> bool {
    number(value, "binned").is_some()
}

fn fields(value: &JsValue) -> Result<Fields, StorageProblem> {
    let small = |name| number(value, name).map(|number| number as u32);
    Ok(Fields {
        schema: small("schema"),
        revision: small("revision").unwrap_or(0),
        saved: number(value, "saved").unwrap_or(0.0) as i64,
        binned: number(value, "binned").map(|ms| ms as i64),
        document: text(value, "document").ok_or(StorageProblem::Damaged)?,
        slots: text(value, "slots").unwrap_or_default(),
        typing: small("typing"),
        sum: small("sum"),
    })
}

/// What stands under an id, if something does.
pub async fn stored(store: &IdbObjectStore, id: &Id) -> Result<Option<JsValue>, StorageProblem> {
    let found = done(store.get(&key(id))).await?;
    Ok((!found.is_undefined()).then_some(found))
}

/// Puts a record or an earlier state in its store.
pub async fn put(store: &IdbObjectStore, id: &Id, kept: &Kept) -> Result<(), StorageProblem> {
    let fields = Fields::of(kept, id);
    let value = Object::new();
    let small = |number: Option<u32>| number.map(|number| JsValue::from_f64(number.into()));
    let large = |number: Option<i64>| number.map(|number| JsValue::from_f64(number as f64));
    for (name, part) in [
        ("id", Some(key(id))),
        ("schema", small(fields.schema)),
        ("revision", small(Some(fields.revision))),
        ("saved", large(Some(fields.saved))),
        ("binned", large(fields.binned)),
        ("document", Some(JsValue::from_str(&fields.document))),
        ("slots", Some(JsValue::from_str(&fields.slots))),
        ("typing", small(fields.typing)),
        ("sum", small(fields.sum)),
    ] {
        if let Some(part) = part {
            Reflect::set(&value, &name.into(), &part).map_err(|_| StorageProblem::Failed)?;
        }
    }
    put_as_it_is(store, &value).await
}

/// Whether a record has the fields of today's form.
pub fn is_of_today(value: &JsValue) -> bool {
    number(value, "revision").is_some()
}

/// Puts a record as it was read.
pub async fn put_as_it_is(store: &IdbObjectStore, value: &JsValue) -> Result<(), StorageProblem> {
    done(store.put(value)).await.map(drop)
}

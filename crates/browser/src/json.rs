//! Parsing JSON with the browser's own parser.

use forankring_core::json::Json;
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Deeper than any file of ours; what is deeper is not looked at.
const DEPTH_MAX: u32 = 8;

/// The tree of a text, if it is JSON.
pub fn parse(text: &str) -> Option<Json> {
    js_sys::JSON::parse(text).ok().map(|value| tree(&value, 0))
}

fn tree(value: &JsValue, depth: u32) -> Json {
    if depth > DEPTH_MAX || value.is_null() {
        Json::Null
    } else if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(number) = value.as_f64() {
        // Every whole number that a file may hold is far below 2^53.
        let whole = number as u32;
        if f64::from(whole) == number {
            Json::Whole(whole.into())
        } else {
            Json::OtherNumber
        }
    } else if let Some(value) = value.as_bool() {
        Json::Bool(value)
    } else if Array::is_array(value) {
        Json::List(
            Array::from(value)
                .iter()
                .map(|value| tree(&value, depth + 1))
                .collect(),
        )
    } else {
        let entries = Object::entries(value.unchecked_ref());
        let field = |entry: JsValue| {
            let entry = Array::from(&entry);
            Some((entry.get(0).as_string()?, tree(&entry.get(1), depth + 1)))
        };
        Json::Fields(entries.iter().filter_map(field).collect())
    }
}

//! What is open goes along from one page of the site to the next in the same tab,
//! for the case that the database is deleted under it meanwhile: by the browser,
//! or in its tools. It stands in sessionStorage from the moment the page is left
//! until the next one has read it.

use forankring_core::address::Id;
use forankring_core::keeping::{Fields, Kept};

use super::json;

const LEFT: &str = "forankring.left";

fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// Hands an assessment over to the page that comes next, where the browser lets us.
pub fn leave(id: &Id, kept: &Kept) {
    let fields = Fields::of(kept, id);
    let text = format!("{} {} {}", id.as_str(), fields.revision, fields.document);
    if let Some(storage) = storage() {
        let _ = storage.set_item(LEFT, &text);
    }
}

/// Forgets what was handed over.
pub fn forget() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(LEFT);
    }
}

/// What the page before handed over, if it is this one. Only the next page gets it.
pub fn take(id: &Id) -> Option<Kept> {
    let storage = storage()?;
    let text = storage.get_item(LEFT).ok()??;
    forget();
    let mut parts = text.splitn(3, ' ');
    let mine = parts.next() == Some(id.as_str());
    let fields = Fields {
        revision: parts.next()?.parse().ok()?,
        document: parts.next()?.to_owned(),
        ..Fields::default()
    };
    fields.read(json::parse).ok().filter(|_| mine)
}

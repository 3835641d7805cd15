//! What a page that is left hands over to the next one in the same tab. It stands in
//! sessionStorage or, where that is refused, in the entry of the tab's history, until
//! the next page has read it.

use forankring_core::keeping::Handover;
use forankring_core::keys::LEFT;

use super::{address, json};

/// No text of ours holds it: documents are JSON, which escapes it.
const BETWEEN: char = '\u{1e}';

fn storage() -> Option<web_sys::Storage> {
    super::window()?.session_storage().ok()?
}

/// As text.
pub fn write(handed: &[Handover]) -> String {
    let mut text = String::new();
    for one in handed {
        if !text.is_empty() {
            text.push(BETWEEN);
        }
        text.push_str(&one.write());
    }
    text
}

/// Leaves it for the page that comes next; nothing: what was left is forgotten. False
/// where the browser does not let us.
pub fn leave(handed: &str) -> bool {
    let Some(storage) = storage() else {
        return false;
    };
    match handed.is_empty() {
        true => storage.remove_item(LEFT).is_ok(),
        false => storage.set_item(LEFT, handed).is_ok(),
    }
}

/// What the page before left. Only the next page gets it.
pub fn take() -> Vec<Handover> {
    let stored = stored().filter(|text| !text.is_empty());
    read(&stored.or_else(address::take_carried).unwrap_or_default())
}

/// What the pages that were shown meanwhile left, for one that is shown again; none where
/// the browser does not let them leave anything.
pub fn left() -> Option<Vec<Handover>> {
    stored().map(|text| read(&text))
}

fn stored() -> Option<String> {
    let storage = storage()?;
    let text = storage.get_item(LEFT).ok()?;
    let _ = storage.remove_item(LEFT);
    Some(text.unwrap_or_default())
}

fn read(text: &str) -> Vec<Handover> {
    let parts = text.split(BETWEEN);
    parts
        .filter_map(|part| Handover::read(part, json::parse))
        .collect()
}

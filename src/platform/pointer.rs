//! Where the user was last. Only a pointer: the answers are never kept here. It
//! stands in localStorage because the start script must read it before the
//! first paint; where that is blocked, nothing is lost but the shortcut.

use forankring_core::address::{Id, Place};
use forankring_core::catalogue::Item;

/// How the user likes to answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum View {
    /// One item at a time.
    #[default]
    Items,
    /// A level on a page.
    Levels,
}

/// Also known to `early.js`, as are the values.
const CURRENT: &str = "forankring.current";
const VIEW: &str = "forankring.view";
const LEVELS: &str = "levels";
/// The language that was chosen; written by offline.js, read by reader.js.
const LANGUAGE: &str = "forankring.lang";
/// The file that is kept up to date; written by filecopy.js.
const FILE: &str = "forankring.file";
/// When the last back-up was made, in milliseconds since 1970.
const BACKUP: &str = "forankring.backup";

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok()?
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok()?
}

fn set(key: &str, value: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(key, value);
    }
}

/// The assessment that was open last, and at which item, if it is known.
pub fn read() -> Option<(Id, Option<Item>)> {
    match Place::parse(&get(CURRENT)?) {
        Place::Kept(id, item) => Some((id, item)),
        _ => None,
    }
}

/// Remembers what is open, where the browser lets us.
pub fn write(place: &Place) {
    set(CURRENT, &place.to_string());
}

/// How the user likes to answer.
pub fn view() -> View {
    match get(VIEW).as_deref() {
        Some(LEVELS) => View::Levels,
        _ => View::Items,
    }
}

/// Remembers how the user likes to answer.
pub fn like(view: View) {
    set(
        VIEW,
        if view == View::Levels {
            LEVELS
        } else {
            "items"
        },
    );
}

/// Forgets everything.
pub fn clear_all() {
    super::handover::forget();
    if let Some(storage) = storage() {
        for key in [CURRENT, VIEW, BACKUP, FILE, LANGUAGE] {
            let _ = storage.remove_item(key);
        }
    }
}

/// Forgets what was open.
pub fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(CURRENT);
    }
}

/// How the running back-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// It was written, at this moment if anything was.
    Written(Option<i64>),
    /// The browser wants the user's leave before it writes.
    Asks,
    /// The file could not be written.
    Failed,
}

/// The file that is kept up to date, by its name, if one is.
pub fn bound_file() -> Option<(String, Copying)> {
    let noted = super::json::parse(&get(FILE)?)?;
    let text = |name| noted.field(name).and_then(|field| field.text());
    let copying = match text("state") {
        Some("asks") => Copying::Asks,
        Some("failed") => Copying::Failed,
        _ => Copying::Written(last_backup()),
    };
    Some((text("name")?.to_owned(), copying))
}

/// When the last back-up was made here, in milliseconds since 1970.
pub fn last_backup() -> Option<i64> {
    get(BACKUP)?.parse().ok()
}

/// A back-up was made.
pub fn backed_up(ms: i64) {
    set(BACKUP, &ms.to_string());
}

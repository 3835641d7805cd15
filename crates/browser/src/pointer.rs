//! Small notes in localStorage: where the user was last, how she likes to answer, when a
//! back-up was made. Only notes: the answers are never kept here. They stand there
//! because the start script must read them before the first paint; where that is blocked,
//! nothing is lost but the shortcut.

use forankring_core::address::{Id, Place, View};
use forankring_core::catalogue::Item;
use forankring_core::json::Json;
use forankring_core::keys::{BACKUP, CURRENT, FILE, LANGUAGE, VIEW};

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
    View::parse(&get(VIEW).unwrap_or_default())
}

/// Remembers how the user likes to answer.
pub fn like(view: View) {
    set(VIEW, view.id());
}

/// Forgets everything.
pub fn clear_all() {
    super::handover::leave("");
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

/// What is noted of the file that is kept up to date, if there is one.
pub fn bound_file() -> Option<Json> {
    super::json::parse(&get(FILE)?)
}

/// When the last back-up was made here, in milliseconds since 1970.
pub fn last_backup() -> Option<i64> {
    get(BACKUP)?.parse().ok()
}

/// A back-up was made.
pub fn backed_up(ms: i64) {
    set(BACKUP, &ms.to_string());
}

//! Which assessment was open last. Only a pointer: the answers are never kept
//! here. It stands in localStorage because the start script must read it before
//! the first paint; where that is blocked, nothing is lost but the shortcut.

use forankring_core::address::Id;

/// Also known to `early.js`.
const KEY: &str = "forankring.current";

fn storage() -> Option<web_sys::Storage> {
    super::window()?.local_storage().ok()?
}

/// The assessment that was open last, if it is known.
pub fn read() -> Option<Id> {
    Id::parse(&storage()?.get_item(KEY).ok()??)
}

/// Remembers it, where the browser lets us.
pub fn write(id: &Id) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(KEY, id.as_str());
    }
}

/// Forgets it.
pub fn clear() {
    if let Some(storage) = storage() {
        let _ = storage.remove_item(KEY);
    }
}

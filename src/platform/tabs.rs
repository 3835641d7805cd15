//! Other tabs of the same browser: they hear of what was written.

use std::cell::RefCell;

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "forankring";

thread_local! {
    /// What this page hears by: what is said there, it does not hear itself.
    static HEARING: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Tells the other tabs that something was written under an id. Where there is
/// no such channel, tabs see it when they read again.
pub fn tell_others(id: &str) {
    HEARING.with_borrow(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&id.into());
        }
    });
}

/// Tells all tabs, this one too, that more than one assessment may have changed:
/// what is open here may be among them.
pub fn tell_all() {
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&"".into());
        channel.close();
    }
}

/// Hears of what other tabs wrote, for as long as the listener lives.
pub fn on_written(heard: impl Fn(String) + 'static) -> Option<(BroadcastChannel, EventListener)> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let listener = EventListener::new(&channel, "message", move |event| {
        let message: Option<&MessageEvent> = event.dyn_ref();
        if let Some(id) = message.and_then(|message| message.data().as_string()) {
            heard(id);
        }
    });
    HEARING.set(Some(channel.clone()));
    Some((channel, listener))
}

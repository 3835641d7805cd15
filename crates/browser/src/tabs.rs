//! Other tabs of the same browser: they hear of what was written.

use std::cell::RefCell;

use forankring_core::keys::CHANNEL;
use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

thread_local! {
    /// What this page hears by: what is said there, it does not hear itself.
    static HEARING: RefCell<Option<BroadcastChannel>> = const { RefCell::new(None) };
}

/// Tells the other tabs that something was written under an id; empty: that more than
/// one assessment may have changed. Where there is no such channel, tabs see it when they
/// read again.
pub fn tell_others(id: &str) {
    HEARING.with_borrow(|channel| {
        if let Some(channel) = channel {
            let _ = channel.post_message(&id.into());
        }
    });
}

/// Hears of what other tabs wrote, for as long as the listener lives.
pub fn on_written(heard: impl Fn(String) + 'static) -> Option<EventListener> {
    let channel = BroadcastChannel::new(CHANNEL).ok()?;
    let listener = EventListener::new(&channel, "message", move |event| {
        let message: Option<&MessageEvent> = event.dyn_ref();
        if let Some(id) = message.and_then(|message| message.data().as_string()) {
            heard(id);
        }
    });
    HEARING.set(Some(channel));
    Some(listener)
}

//! Other tabs of the same browser: they hear of what was written.

use gloo_events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{BroadcastChannel, MessageEvent};

const CHANNEL: &str = "forankring";

/// Tells the other tabs that something was written under an id.
pub fn tell(id: &str) {
    // Where there is no such channel, tabs see it when they read again.
    if let Ok(channel) = BroadcastChannel::new(CHANNEL) {
        let _ = channel.post_message(&id.into());
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
    Some((channel, listener))
}

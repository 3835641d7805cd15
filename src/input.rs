//! Events of fields as views want them: what was written or chosen, which key. The one
//! place between Yew's events and the browser's elements.

use forankring_browser::fields::{self, Where};
use yew::prelude::*;

/// Something was written: the whole text.
pub fn written(told: impl Fn(String) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| told(fields::text(&event)))
}

/// A day was entered, or taken away; none: what stands there is no day yet.
pub fn day(told: impl Fn(Option<String>) + 'static) -> Callback<InputEvent> {
    Callback::from(move |event: InputEvent| told(fields::day(&event)))
}

/// Something was chosen: its value.
pub fn chosen(told: impl Fn(String) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| told(fields::text(&event)))
}

/// What stands in the field that this comes from.
pub fn text(event: &Event) -> String {
    fields::text(event)
}

/// A form was sent: nothing is loaded.
pub fn sent(told: impl Fn() + 'static) -> Callback<SubmitEvent> {
    Callback::from(move |event: SubmitEvent| {
        event.prevent_default();
        told();
    })
}

/// A click by itself: the second of a double click was meant for what stood there before.
pub fn deliberate(click: Callback<MouseEvent>) -> Callback<MouseEvent> {
    Callback::from(move |event: MouseEvent| {
        if event.detail() < 2 {
            click.emit(event);
        }
    })
}

/// A part was unfolded, or folded.
pub fn folded(told: impl Fn(bool) + 'static) -> Callback<Event> {
    Callback::from(move |event: Event| told(fields::is_unfolded(&event)))
}

/// A key, with what it means here.
pub enum Key {
    /// Take the last change back.
    Undo,
    /// Do it again.
    Redo,
    /// Go on.
    Enter,
    /// Any other, by its name.
    Other(String),
}

/// Keys that are pressed where no text is written and that no button takes for itself; a
/// key that is held is one key. `told` says whether it took the key.
pub fn keys(told: impl Fn(Key) -> bool + 'static) -> Callback<KeyboardEvent> {
    Callback::from(move |event: KeyboardEvent| {
        let with_ctrl = event.ctrl_key() || event.meta_key();
        let key = event.key();
        let key = match (fields::pressed_in(&event), with_ctrl) {
            // A text that is being written takes its own letters back.
            (Where::Text, _) => return,
            (_, true) if key.eq_ignore_ascii_case("z") => match event.shift_key() {
                true => Key::Redo,
                false => Key::Undo,
            },
            (Where::Control, _) | (_, true) => return,
            (Where::Elsewhere, false) if event.alt_key() => return,
            (Where::Elsewhere, false) if key == "Enter" => Key::Enter,
            (Where::Elsewhere, false) => Key::Other(key),
        };
        if event.repeat() || told(key) {
            event.prevent_default();
        }
    })
}

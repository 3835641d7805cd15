//! The running back-up: a file on disk that the user chose. The work is done by
//! crates/prerender/src/filecopy.js, which also pages without the app run.

use wasm_bindgen::JsValue;
use web_sys::{CustomEvent, CustomEventInit};

/// What is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Choose a file, and write it from now on.
    Bind,
    /// Write it now; the browser may ask for leave.
    Again,
    /// Write it no more.
    Unbind,
}

/// Whether the browser lets a page write to a file again and again.
pub fn is_there() -> bool {
    super::window().is_some_and(|window| {
        js_sys::Reflect::has(&window, &JsValue::from_str("showSaveFilePicker")).unwrap_or(false)
    })
}

/// Asks for it; what came of it is heard as if another tab had written.
pub fn ask(asked: Asked) {
    let name = match asked {
        Asked::Bind => "bind",
        Asked::Again => "again",
        Asked::Unbind => "unbind",
    };
    let init = CustomEventInit::new();
    init.set_detail(&JsValue::from_str(name));
    if let (Some(document), Ok(event)) = (
        super::document(),
        CustomEvent::new_with_event_init_dict("forankring-file", &init),
    ) {
        let _ = document.dispatch_event(&event);
    }
}

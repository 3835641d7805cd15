//! The running back-up: a file on disk that the user chose. Choosing and writing it is
//! the work of `web/filecopy.js`, which is loaded when it is asked for; what goes into it
//! comes from here.

use forankring_core::json::Json;
use forankring_core::keys::FILE_EVENT;
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{CustomEvent, CustomEventInit};

/// What is asked of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asked {
    /// Choose a file.
    Bind,
    /// Write it, unless someone else has changed it.
    Write,
    /// Write it, whatever stands there.
    Overwrite,
    /// Write it no more.
    Unbind,
}

impl Asked {
    fn id(self) -> &'static str {
        match self {
            Asked::Bind => "bind",
            Asked::Write => "write",
            Asked::Overwrite => "overwrite",
            Asked::Unbind => "unbind",
        }
    }
}

/// Whether the browser lets a page write to a file again and again.
pub fn is_there() -> bool {
    super::window().is_some_and(|window| {
        Reflect::has(&window, &JsValue::from_str("showSaveFilePicker")).unwrap_or(false)
    })
}

/// Asks for it; `asks`: the browser may ask the user for permission. What came of it:
/// nothing where the script could not be loaded.
pub async fn ask(asked: Asked, text: &str, asks: bool) -> Option<Json> {
    let promise = Promise::new(&mut |resolve, _| {
        let detail = Object::new();
        for (name, value) in [
            ("what", asked.id().into()),
            ("text", text.into()),
            ("ask", asks.into()),
            ("done", resolve.clone().into()),
        ] {
            // A new object takes every field.
            let _ = Reflect::set(&detail, &JsValue::from_str(name), &value);
        }
        let init = CustomEventInit::new();
        init.set_detail(&detail);
        init.set_cancelable(true);
        if let (Some(document), Ok(event)) = (
            super::document(),
            CustomEvent::new_with_event_init_dict(FILE_EVENT, &init),
        ) {
            // The script says that it has heard; where it has not come, nobody answers.
            if document.dispatch_event(&event).unwrap_or(true) {
                let _ = resolve.call0(&JsValue::NULL);
            }
        }
    });
    let answer = JsFuture::from(promise).await.ok()?.as_string()?;
    super::json::parse(&answer)
}

//! What the browser says of the space that it gives us.

use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// How much is used, and whether the browser may clear it away.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Facts {
    /// In bytes, with the site's own files; rounded by some browsers.
    pub used: Option<u64>,
    /// Whether the browser has promised to keep it; none: it does not say.
    pub lasting: Option<bool>,
}

/// Asks the browser.
pub async fn facts() -> Facts {
    let manager = super::window().map(|window| window.navigator().storage());
    let Some(manager) = manager.filter(|manager| !JsValue::from(manager.clone()).is_undefined())
    else {
        return Facts {
            used: None,
            lasting: None,
        };
    };
    let used = match manager.estimate() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(_) => None,
    };
    let used = used
        .and_then(|found| js_sys::Reflect::get(&found, &"usage".into()).ok()?.as_f64())
        .map(|bytes| bytes as u64);
    let lasting = match manager.persisted() {
        Ok(promise) => JsFuture::from(promise).await.ok(),
        Err(_) => None,
    };
    Facts {
        used,
        lasting: lasting.and_then(|found| found.as_bool()),
    }
}

//! What the browser says of the space that it gives us.

use forankring_core::keeping::Facts;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

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

/// Whether the page was served securely: elsewhere clipboard and cryptography are missing.
pub fn is_secure() -> bool {
    super::window().is_some_and(|window| window.is_secure_context())
}

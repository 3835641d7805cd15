//! The clipboard and the system's sheet for sharing.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Copies a text; false where the browser refuses.
pub async fn copy(text: &str) -> bool {
    let Some(window) = super::window() else {
        return false;
    };
    let clipboard = window.navigator().clipboard();
    // Absent where the page is not served securely.
    if clipboard.is_undefined() {
        return false;
    }
    JsFuture::from(clipboard.write_text(text)).await.is_ok()
}

/// Whether the system has a share sheet that pages may open.
pub fn has_sheet() -> bool {
    super::window().is_some_and(|window| {
        Reflect::has(&window.navigator(), &JsValue::from_str("share")).unwrap_or(false)
    })
}

/// Opens the system's share sheet. Whether something was shared is the user's
/// business.
pub fn sheet(title: &str, url: &str) {
    let data = ShareData::new();
    data.set_title(title);
    data.set_url(url);
    if let Some(window) = super::window() {
        let _ = window.navigator().share_with_data(&data);
    }
}

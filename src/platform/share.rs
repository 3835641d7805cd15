//! The clipboard.

use wasm_bindgen_futures::JsFuture;

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

//! The clipboard and the system's sheet for sharing.

use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, ClipboardItem, ShareData};

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

/// As what a table was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// As a table.
    Table,
    /// As plain text: this browser copies nothing else.
    Text,
}

/// The browser copies nothing here, or the user does not let it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refused;

/// Copies a table: as HTML, and as plain text for programs that take no HTML.
///
/// # Errors
/// [`Refused`].
pub async fn copy_table(html: &str, plain: &str) -> Result<Copied, Refused> {
    if written(html, plain).await.is_some() {
        return Ok(Copied::Table);
    }
    match copy(plain).await {
        true => Ok(Copied::Text),
        false => Err(Refused),
    }
}

async fn written(html: &str, plain: &str) -> Option<()> {
    let window = super::window()?;
    let clipboard = window.navigator().clipboard();
    let has_items = Reflect::has(&window, &JsValue::from_str("ClipboardItem")).ok()?;
    if clipboard.is_undefined() || !has_items {
        return None;
    }
    let forms = Object::new();
    for (media, text) in [("text/html", html), ("text/plain", plain)] {
        let options = BlobPropertyBag::new();
        options.set_type(media);
        let parts = Array::of1(&text.into());
        let blob = Blob::new_with_str_sequence_and_options(&parts, &options).ok()?;
        Reflect::set(&forms, &media.into(), &blob).ok()?;
    }
    let item = ClipboardItem::new_with_record_from_str_to_blob_promise(&forms).ok()?;
    let done = clipboard.write(&Array::of1(&item));
    JsFuture::from(done).await.ok().map(drop)
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

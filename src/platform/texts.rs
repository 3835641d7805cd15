//! Loads the words of the page's language: one file, named in the page's head,
//! fetched while the WebAssembly arrives.

use forankring_core::texts::Texts;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;

/// The texts, unless the file is missing or of another build.
pub async fn load() -> Option<Texts> {
    let address = super::document()?
        .query_selector("link[data-texts]")
        .ok()??
        .get_attribute("href")?;
    let response = JsFuture::from(super::window()?.fetch_with_str(&address))
        .await
        .ok()?;
    let response: web_sys::Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    Texts::unpack(text.as_string()?).ok()
}

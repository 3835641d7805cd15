//! Loads the words of the page's language: the files that the page's head
//! names, fetched while the WebAssembly arrives.

use forankring_core::texts::Texts;
use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Response};

/// The texts, unless a file is missing or of another build.
pub async fn load() -> Option<Texts> {
    let links = super::document()?
        .query_selector_all("link[data-texts]")
        .ok()?;
    let mut files = Vec::new();
    for index in 0..links.length() {
        let link: Element = links.get(index)?.dyn_into().ok()?;
        files.push(fetch(&link.get_attribute("href")?).await?);
    }
    Texts::unpack(files).ok()
}

/// These texts and those that only some need, fetched when they are: the page's
/// head names their file.
pub async fn more(texts: Texts) -> Option<Texts> {
    let link = super::document()?
        .query_selector("link[data-more]")
        .ok()??;
    texts.with(fetch(&link.get_attribute("href")?).await?).ok()
}

async fn fetch(address: &str) -> Option<String> {
    let response = JsFuture::from(super::window()?.fetch_with_str(address))
        .await
        .ok()?;
    let response: Response = response.dyn_into().ok()?;
    let text = JsFuture::from(response.text().ok()?).await.ok()?;
    text.as_string()
}

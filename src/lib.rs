//! The shell of Forankring: pages and components draw what the session says, one executor
//! carries out what it asks for.

mod answered;
pub mod app;
pub mod build;
pub mod components;
pub mod context;
mod entries;
pub mod executor;
pub mod grounds;
pub mod input;
pub mod looking_back;
pub mod pages;
mod parts;
mod reporting;
mod sending;
pub mod titles;
pub mod trying;

use app::{App, AppProps};
use forankring_browser::{page, texts};
use forankring_core::address::{Page, Route};
use forankring_session::Entry;

/// A small allocator: the usual one is 2 KB more to load, measured.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Brings the page to life: loads the words, and draws the page beside what was rendered at
/// build time. It takes that place once it is drawn: whoever changed the page meanwhile
/// (translation, extensions) changed nothing that the app builds on.
pub async fn start() {
    let Some(texts) = texts::load().await else {
        return page::failed();
    };
    let page = page::rendered().unwrap_or(Page {
        lang: texts.lang(),
        route: Route::Start,
    });
    let Ok(build) = entries::fetch(Entry::of(page.route)).await else {
        return page::failed();
    };
    let Some(root) = page::beside() else {
        return page::failed();
    };
    let props = AppProps { page, texts, build };
    #[cfg(target_arch = "wasm32")]
    yew::Renderer::<App>::with_root_and_props(root, props).render();
    // Natively the app is only rendered to text, by forankring-prerender.
    #[cfg(not(target_arch = "wasm32"))]
    let _ = (root, props, std::marker::PhantomData::<App>);
}

//! The shell of Forankring: pages and components render, `platform` touches the
//! browser, `session` holds what is open, `effects` acts on what happened.

pub mod app;
pub mod components;
pub mod context;
pub mod effects;
pub mod pages;
pub mod platform;
pub mod session;

use app::{App, AppProps, Screens};
use forankring_core::address::{Page, Route};

/// A small allocator: the usual one is 2 KB more to load, measured.
#[cfg(target_arch = "wasm32")]
#[global_allocator]
static ALLOCATOR: rlsf::SmallGlobalTlsf = rlsf::SmallGlobalTlsf::new();

/// Brings the page to life: loads the words, then takes over what was rendered
/// at build time. Where the page was not rendered (Trunk's own `index.html`),
/// renders it.
pub async fn start(screens: Screens) {
    let rendered = platform::page::rendered();
    let (Some(root), Some(texts)) = (platform::page::root(), platform::texts::load().await) else {
        platform::page::failed();
        return;
    };
    let page = rendered.unwrap_or(Page {
        lang: texts.lang(),
        route: Route::Start,
    });
    mount(
        root,
        AppProps {
            page,
            texts,
            screens,
        },
    );
}

#[cfg(target_arch = "wasm32")]
fn mount(root: web_sys::Element, props: AppProps) {
    yew::Renderer::<App>::with_root_and_props(root, props).hydrate();
}

#[cfg(not(target_arch = "wasm32"))]
fn mount(_root: web_sys::Element, _props: AppProps) {
    // Natively the app is only rendered to text, by forankring-prerender.
    let _ = std::marker::PhantomData::<App>;
}

//! The browser's address bar and the links in the page.

use std::cell::RefCell;

use forankring_core::address::{Page, Place};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use super::page::MAIN;

/// What the fragment says.
pub fn place() -> Place {
    let fragment = fragment();
    // The skip link leads into the page, not to another place.
    if fragment == MAIN {
        return Place::Nothing;
    }
    Place::parse(&fragment)
}

/// The fragment as it stands, without `#`.
pub fn fragment() -> String {
    let hash = super::window().and_then(|window| window.location().hash().ok());
    hash.unwrap_or_default().trim_start_matches('#').to_owned()
}

/// The whole address of a page of this site, with a fragment.
pub fn absolute(from: Page, to: Page, fragment: &str) -> String {
    let location = super::window().and_then(|window| window.location().href().ok());
    let relative = format!("{}#{fragment}", from.href_to(to));
    web_sys::Url::new_with_base(&relative, &location.unwrap_or_default())
        .map(|url| url.href())
        .unwrap_or(relative)
}

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

/// Goes to a page of this site without loading it anew.
pub fn push(to: Page, fragment: &str) {
    let address = format!("{}{}{}", base(), to.path(), hash(fragment));
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

/// Makes the address say what is open, without a new entry in the history.
pub fn replace(fragment: &str) {
    let current = super::window().and_then(|window| window.location().hash().ok());
    if current.as_deref() == Some(&*hash(fragment)) {
        return;
    }
    let address = if fragment.is_empty() {
        "./".into()
    } else {
        hash(fragment)
    };
    if let Some(history) = history() {
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&address));
    }
}

fn hash(fragment: &str) -> String {
    if fragment.is_empty() {
        String::new()
    } else {
        format!("#{fragment}")
    }
}

/// Hears of going back and forth, and of a fragment that is typed.
pub fn on_change(heard: impl Fn(Page, Place) + 'static) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        let path = super::window().and_then(|window| window.location().pathname().ok());
        if let Some(page) = path.as_deref().and_then(page_of) {
            heard(page, place());
        }
    }))
}

/// Hears of plain clicks on links to those pages of this site that `ours` names.
pub fn on_link(
    heard: impl Fn(Page, Place) + 'static,
    ours: impl Fn(Page) -> bool + 'static,
) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let document = super::document()?;
    Some(EventListener::new_with_options(
        &document,
        "click",
        options,
        move |event| {
            let Some((page, fragment)) = followed(event).filter(|(page, _)| ours(*page)) else {
                return;
            };
            event.prevent_default();
            if fragment == format!("#{MAIN}") {
                super::page::focus(&fragment);
            } else {
                heard(page, Place::parse(&fragment));
            }
        },
    ))
}

/// The page and fragment of the link that this click follows, if it is one
/// that the browser would open in this tab.
fn followed(event: &Event) -> Option<(Page, String)> {
    let click = event.dyn_ref::<MouseEvent>()?;
    let plain = click.button() == 0
        && !(click.ctrl_key() || click.meta_key() || click.shift_key() || click.alt_key());
    if !plain || event.default_prevented() {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    let link: HtmlAnchorElement = target.closest("a[href]").ok()??.dyn_into().ok()?;
    let here = super::window()?.location().origin().ok()?;
    if link.origin() != here || link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    Some((page_of(&link.pathname())?, link.hash()))
}

thread_local! {
    /// The path under which the site lies, such as `/verktoy/forankring/`.
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Finds the path under which the site lies, from a page whose place is known.
pub fn start_from(known: Page) {
    let path = super::window().and_then(|window| window.location().pathname().ok());
    let path = path.unwrap_or_default();
    let path = path.strip_suffix("index.html").unwrap_or(&path);
    let found = path.strip_suffix(&*known.path()).unwrap_or(path).to_owned();
    BASE.with_borrow_mut(|base| *base = found);
}

fn base() -> String {
    BASE.with_borrow(String::clone)
}

fn page_of(path: &str) -> Option<Page> {
    Page::parse(path.strip_prefix(&*base())?)
}

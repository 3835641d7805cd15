//! The browser's address bar and the links in the page.

use std::cell::RefCell;

use forankring_core::address::{Edition, Id, Page, Place};
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlAnchorElement, MouseEvent};

use forankring_core::keys::MAIN;

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

/// What comes before the path of a page in its whole address: that of the folder in
/// which the site lies; of the one file, that of the site it was made from, if known.
pub fn site() -> String {
    super::page::site().unwrap_or_else(base)
}

fn history() -> Option<web_sys::History> {
    super::window()?.history().ok()
}

/// What an entry of the tab's history holds: the new assessment that it began, or (after
/// a space) what is carried to the page that is loaded next; and after a line break where
/// the reader was, which `web/early.js` notes.
fn state(draft: Option<&Id>, noted: &str) -> String {
    [draft.map_or("", Id::as_str), noted].concat()
}

fn held() -> Option<String> {
    history()?.state().ok()?.as_string()
}

/// The new assessment that this entry of the history began.
pub fn draft() -> Option<Id> {
    Id::parse(held()?.get(..Id::LENGTH)?)
}

/// Whether it is noted in this entry where the reader was.
pub fn is_noted() -> bool {
    held().is_some_and(|held| held.contains('\n'))
}

/// What this entry carries to the page, once.
pub fn take_carried() -> Option<String> {
    let history = history()?;
    let carried = history.state().ok()?.as_string()?;
    let carried = carried.strip_prefix(' ')?.to_owned();
    let _ = history.replace_state_with_url(&JsValue::NULL, "", None);
    Some(carried)
}

fn address_of(to: Page, fragment: &str) -> String {
    format!("{}{}{}", base(), to.path(), hash(fragment))
}

/// Goes to a page of this site without loading it anew.
pub fn push(to: Page, fragment: &str, draft: Option<&Id>) {
    if let Some(history) = history() {
        let address = address_of(to, fragment);
        let _ =
            history.push_state_with_url(&JsValue::from_str(&state(draft, "")), "", Some(&address));
    }
}

/// Loads a page of this site; where something is to be carried, in the entry itself.
pub fn visit(to: Page, fragment: &str, carried: Option<&str>) {
    let address = address_of(to, fragment);
    let Some(window) = super::window() else {
        return;
    };
    let Some(carried) = carried else {
        let _ = window.location().assign(&address);
        return;
    };
    if let Some(history) = history() {
        let _ = history.push_state_with_url(&carrying(carried), "", Some(&address));
        let _ = window.location().reload();
    }
}

/// Loads the page that the address names; where something is to be carried, in its entry.
pub fn load_anew(carried: Option<&str>) {
    if let Some((carried, history)) = carried.zip(history()) {
        let _ = history.replace_state_with_url(&carrying(carried), "", None);
    }
    if let Some(window) = super::window() {
        let _ = window.location().reload();
    }
}

/// The state of an entry that carries something to the page: [`take_carried`].
fn carrying(carried: &str) -> JsValue {
    JsValue::from_str(&format!(" {carried}"))
}

/// Makes the address say what is open, without a new entry in the history.
pub fn replace(to: Page, fragment: &str, draft: Option<&Id>) {
    let Some(history) = history() else { return };
    let current = super::window().and_then(|window| window.location().hash().ok());
    let held = held().unwrap_or_default();
    // Where the reader was stays noted.
    let noted = held.find('\n').and_then(|at| held.get(at..));
    let state = state(draft, noted.unwrap_or_default());
    if current.as_deref() == Some(&*hash(fragment)) && state == held {
        return;
    }
    let address = address_of(to, fragment);
    let _ = history.replace_state_with_url(&JsValue::from_str(&state), "", Some(&address));
}

fn hash(fragment: &str) -> String {
    if fragment.is_empty() {
        String::new()
    } else {
        format!("#{fragment}")
    }
}

/// Hears of going back and forth, and of a fragment that is typed.
pub fn on_change(heard: impl Fn(Page) + 'static) -> Option<EventListener> {
    let window = super::window()?;
    Some(EventListener::new(&window, "popstate", move |_| {
        if let Some(page) = page_of(&href()) {
            heard(page);
        }
    }))
}

/// Hears of plain clicks on links to pages of this site.
pub fn on_link(heard: impl Fn(Page, Place) + 'static) -> Option<EventListener> {
    let options = EventListenerOptions::enable_prevent_default();
    let document = super::document()?;
    Some(EventListener::new_with_options(
        &document,
        "click",
        options,
        move |event| {
            let Some((page, fragment)) = followed(event) else {
                return;
            };
            event.prevent_default();
            // The second of a double click was meant for what stood there before.
            if event
                .dyn_ref::<MouseEvent>()
                .is_some_and(|click| click.detail() > 1)
            {
                return;
            }
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
    if link.has_attribute("download") || link.has_attribute("target") {
        return None;
    }
    Some((page_of(&link.href())?, link.hash()))
}

thread_local! {
    /// What comes before the path of a page, such as `https://example.org/forankring/`;
    /// of the one file its own address and `?`.
    static BASE: RefCell<String> = const { RefCell::new(String::new()) };
}

fn href() -> String {
    let href = super::window().and_then(|window| window.location().href().ok());
    href.unwrap_or_default()
}

/// An address up to what it asks for, or to its fragment.
fn bare(href: &str) -> &str {
    let end = href.find(['?', '#']).unwrap_or(href.len());
    href.get(..end).unwrap_or(href)
}

/// Finds what comes before the path of a page, from a page whose place is known.
pub fn start_from(known: Page) {
    let href = href();
    let here = bare(&href);
    let found = match super::page::edition() {
        Edition::File => format!("{here}?"),
        Edition::Folders => {
            let here = here.strip_suffix("index.html").unwrap_or(here);
            here.strip_suffix(&*known.path()).unwrap_or(here).to_owned()
        }
    };
    BASE.with_borrow_mut(|base| *base = found);
}

fn base() -> String {
    BASE.with_borrow(String::clone)
}

fn page_of(href: &str) -> Option<Page> {
    let base = base();
    let address = match base.ends_with('?') {
        true => href.split('#').next()?,
        false => bare(href),
    };
    match address.strip_prefix(&*base) {
        Some(path) => Page::parse(path),
        // The file by itself asks for nothing: its first page.
        None if base.strip_suffix('?') == Some(address) => Page::parse(""),
        None => None,
    }
}

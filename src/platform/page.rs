//! The page around the app: which one it is, what was done in it before the
//! app was alive, and where the reader's attention goes.

use std::cell::RefCell;

use forankring_core::address::{Page, Route};
use forankring_core::texts::Lang;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement};

/// Id of the element that holds the app.
pub const ROOT: &str = "app";
/// Id of the main part, where the skip link leads.
pub const MAIN: &str = "innhold";

fn html() -> Option<HtmlElement> {
    super::document()?.document_element()?.dyn_into().ok()
}

/// The element that holds the app.
pub fn root() -> Option<Element> {
    super::document()?.get_element_by_id(ROOT)
}

/// Which page was rendered, by its own word.
pub fn rendered() -> Option<Page> {
    let html = html()?;
    Some(Page {
        lang: Lang::parse(&html.lang())?,
        route: Route::parse(&html.dataset().get("route")?)?,
    })
}

/// Says that the app is alive: from now on every click is heard.
pub fn alive() {
    if let Some(html) = html() {
        let _ = html.dataset().set("alive", "");
    }
}

/// Says that the app can not start; the page shows what to do.
pub fn failed() {
    if let Some(html) = html() {
        let _ = html.dataset().set("failed", "");
    }
}

/// Says that what was to be opened is open: the page stops saying "opening".
pub fn settled() {
    if let Some(html) = html() {
        html.dataset().delete("open");
    }
}

/// Does again what was done before the app was alive. The start script in the
/// page noted it as `[element, event, checked, value]`; the browser has shown
/// the choice already, so nothing moves.
pub fn replay_early() {
    let Some(window) = super::window() else {
        return;
    };
    let key = JsValue::from_str("forankringEarly");
    let noted = js_sys::Reflect::get(&window, &key).unwrap_or_default();
    let _ = js_sys::Reflect::set(&window, &key, &JsValue::NULL);
    for entry in js_sys::Array::from(&noted).iter() {
        let entry = js_sys::Array::from(&entry);
        let Ok(element) = entry.get(0).dyn_into::<HtmlElement>() else {
            continue;
        };
        let event = entry.get(1).as_string().unwrap_or_default();
        if event == "click" {
            element.click();
            continue;
        }
        if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
            if let Some(checked) = entry.get(2).as_bool() {
                input.set_checked(checked);
            }
            if let Some(value) = entry
                .get(3)
                .as_string()
                .filter(|_| input.type_() != "radio")
            {
                input.set_value(&value);
            }
        }
        let init = EventInit::new();
        init.set_bubbles(true);
        if let Ok(event) = Event::new_with_event_init_dict(&event, &init) {
            let _ = element.dispatch_event(&event);
        }
    }
}

/// Moves focus to the first element that matches, and shows its start.
pub fn focus(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
        element.scroll_into_view();
    }
}

/// Whether a part that can be folded is there and is not.
pub fn is_unfolded(selector: &str) -> bool {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    found.is_some_and(|found| found.has_attribute("open"))
}

/// What stands in a field; nothing where there is none.
pub fn value(selector: &str) -> String {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    let Some(field) = found else {
        return String::new();
    };
    let area = field.dyn_ref::<HtmlTextAreaElement>();
    let input = field.dyn_ref::<HtmlInputElement>();
    area.map(HtmlTextAreaElement::value)
        .or(input.map(HtmlInputElement::value))
        .unwrap_or_default()
}

/// Whether a box is there and ticked.
pub fn is_checked(selector: &str) -> bool {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    let input = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok());
    input.is_some_and(|input| input.checked())
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// Prints what is shown.
pub fn print() {
    if let Some(window) = super::window() {
        let _ = window.print();
    }
}

/// Follows a link in the page, as a click on it would.
pub fn follow(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) {
        element.click();
    }
}

/// Marks the whole text of a field, so that it can be copied by hand.
pub fn select(selector: &str) {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    if let Some(input) = found.and_then(|found| found.dyn_into::<HtmlInputElement>().ok()) {
        let _ = input.focus();
        input.select();
    }
}

thread_local! {
    /// Listens while there is something to ask about.
    static ASKING: RefCell<Option<EventListener>> = const { RefCell::new(None) };
}

/// Asks before the page is left, for as long as something is not on the disk;
/// and only then.
pub fn ask_before_leaving(ask: bool) {
    let listener = super::window().filter(|_| ask).map(|window| {
        let options = EventListenerOptions::enable_prevent_default();
        EventListener::new_with_options(&window, "beforeunload", options, |event| {
            event.prevent_default()
        })
    });
    ASKING.with_borrow_mut(|asking| *asking = listener);
}

/// Hears when the page is hidden: the last moment that is sure to come before it
/// is closed.
pub fn on_hidden(heard: impl Fn() + 'static) -> Option<EventListener> {
    let document = super::document()?;
    Some(EventListener::new(
        &document,
        "visibilitychange",
        move |_| {
            if is_hidden() {
                heard();
            }
        },
    ))
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    super::document().is_some_and(|document| document.hidden())
}

//! The page around the app: which one it is, what was done in it before the
//! app was alive, and where the reader's attention goes.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use forankring_core::address::{Edition, Page, Route};
use forankring_core::keys::{self, APP};
use forankring_core::texts::Lang;
use gloo_events::{EventListener, EventListenerOptions};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Element, Event, EventInit, HtmlElement, HtmlInputElement, HtmlTextAreaElement, NodeList,
};

thread_local! {
    /// What the app draws in, until it takes the place of what was rendered.
    static DRAWN: RefCell<Option<Element>> = const { RefCell::new(None) };
}

fn html() -> Option<HtmlElement> {
    super::document()?.document_element()?.dyn_into().ok()
}

/// An element for the app to draw in, beside the page as it was rendered.
pub fn beside() -> Option<Element> {
    let drawn = super::document()?.create_element("div").ok()?;
    drawn.set_id(APP);
    DRAWN.set(Some(drawn.clone()));
    Some(drawn)
}

/// The app has drawn the page: it takes the place of what was rendered, and the keys go on
/// where they were.
pub fn take_over() {
    let taken = DRAWN
        .take()
        .and_then(|drawn| call("forankringTakeOver", &drawn));
    if taken.is_none() {
        failed();
    }
}

/// What a script of the page answers.
fn call(name: &str, with: &JsValue) -> Option<JsValue> {
    let window = super::window()?;
    let script = js_sys::Reflect::get(&window, &JsValue::from_str(name)).ok()?;
    let script = script.dyn_into::<js_sys::Function>().ok()?;
    script.call1(&JsValue::NULL, with).ok()
}

/// Which page was rendered, by its own word.
pub fn rendered() -> Option<Page> {
    let html = html()?;
    Some(Page {
        lang: Lang::parse(&html.lang())?,
        route: Route::parse(&html.dataset().get("route")?)?,
    })
}

/// How the site's pages lie: the page that is all of them says so.
pub fn edition() -> Edition {
    match html().is_some_and(|html| html.has_attribute(keys::FILE_EDITION)) {
        true => Edition::File,
        false => Edition::Folders,
    }
}

/// The address of the site on the web, where the page knows it.
pub fn site() -> Option<String> {
    html()?
        .get_attribute(keys::FILE_EDITION)
        .filter(|site| !site.is_empty())
}

/// Says that the app is alive: from now on every click is heard.
pub fn alive() {
    if let Some(html) = html() {
        let _ = html.dataset().set("alive", "");
    }
}

/// Says that the app cannot start; the page shows what to do.
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

/// Does again what was done before the app was alive. The start script in the page noted
/// it as `[event, checked, value, selector]`: the app has drawn the page anew, and the selector
/// finds what stands in its place.
pub fn replay_early() {
    let Some(window) = super::window() else {
        return;
    };
    let key = JsValue::from_str("forankringEarly");
    let noted = js_sys::Reflect::get(&window, &key).unwrap_or_default();
    let _ = js_sys::Reflect::set(&window, &key, &JsValue::NULL);
    for entry in js_sys::Array::from(&noted).iter() {
        replay(&js_sys::Array::from(&entry));
    }
}

fn replay(entry: &js_sys::Array) -> Option<()> {
    let selector = entry.get(3).as_string()?;
    let found = super::document()?.query_selector(&selector).ok()??;
    let element: HtmlElement = found.dyn_into().ok()?;
    let event = entry.get(0).as_string()?;
    if event == "click" {
        element.click();
        return Some(());
    }
    let value = entry.get(2).as_string();
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        if let Some(checked) = entry.get(1).as_bool() {
            input.set_checked(checked);
        }
        if let Some(value) = value.filter(|_| input.type_() != "radio") {
            input.set_value(&value);
        }
    } else if let (Some(area), Some(value)) = (element.dyn_ref::<HtmlTextAreaElement>(), value) {
        area.set_value(&value);
    }
    let init = EventInit::new();
    init.set_bubbles(true);
    let event = Event::new_with_event_init_dict(&event, &init).ok()?;
    element.dispatch_event(&event).ok().map(drop)
}

/// Moves focus to the first of the elements that match, and shows its start; what it is folded
/// away in is unfolded. False where none matches.
pub fn focus(selector: &str) -> bool {
    let found = super::document().and_then(|document| document.query_selector(selector).ok()?);
    let Some(element) = found.and_then(|found| found.dyn_into::<HtmlElement>().ok()) else {
        return false;
    };
    while let Ok(Some(folded)) = element.closest("details:not([open])") {
        let _ = folded.set_attribute("open", "");
    }
    let _ = element.focus();
    element.scroll_into_view();
    true
}

/// Shows the top of the page.
pub fn to_top() {
    if let Some(window) = super::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Goes back to where the reader was when this entry of the tab's history was left, as far
/// as that stands there; false where it does not, or is not the last word yet.
pub fn go_back_to_where_one_was(last: bool) -> bool {
    call("forankringBack", &last.into()).is_none_or(|done| done != JsValue::FALSE)
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = super::document() {
        document.set_title(title);
    }
}

/// What each page says at its foot when it is printed: a text that styles take from the page.
pub fn set_paper(line: &str) {
    let line = line.replace('\\', "\\\\").replace('"', "\\\"");
    if let Some(page) = html() {
        let _ = page.style().set_property("--paper", &format!("\"{line}\""));
    }
}

/// Prints what is shown, and what of it is folded away: not every engine's paper unfolds it.
pub fn print() {
    let parts = super::document().and_then(|it| it.query_selector_all(".part:not([open])").ok());
    let parts = parts.as_ref();
    let folded: Vec<Element> = (0..parts.map_or(0, NodeList::length))
        .filter_map(|at| parts?.item(at)?.dyn_into().ok())
        .collect();
    for part in &folded {
        let _ = part.set_attribute("open", "");
    }
    if let Some(window) = super::window() {
        let _ = window.print();
    }
    for part in &folded {
        let _ = part.remove_attribute("open");
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

/// What is to be done where the app has failed, and whether nothing is lost then: a script
/// of the page calls it.
pub fn on_trap(rescue: impl FnMut() -> bool + 'static) {
    let closure = wasm_bindgen::closure::Closure::<dyn FnMut() -> bool>::new(rescue);
    if let Some(window) = super::window() {
        let key = JsValue::from_str("forankringRescue");
        let _ = js_sys::Reflect::set(&window, &key, &closure.into_js_value());
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

/// What became of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// It is hidden: the last moment that is sure to come before it is closed.
    Hidden,
    /// It is shown again.
    Shown,
    /// It is shown again after it was put away whole, and heard nothing meanwhile.
    Returned,
}

/// Hears when the page is hidden, shown again, or brought back from where the browser had
/// put it away. A page that is brought back hears only that: it becomes visible before,
/// and whoever takes that for "shown again" forgets what other pages left meanwhile.
pub fn on_seen(heard: impl Fn(Seen) + Clone + 'static) -> Option<[EventListener; 3]> {
    let (document, window) = (super::document()?, super::window()?);
    let again = heard.clone();
    let away = Rc::new(Cell::new(false));
    let (put_away, back) = (away.clone(), away.clone());
    let persisted = |event: &web_sys::Event| {
        let change = event.dyn_ref::<web_sys::PageTransitionEvent>();
        change.is_some_and(web_sys::PageTransitionEvent::persisted)
    };
    Some([
        EventListener::new(&document, "visibilitychange", move |_| {
            match (is_hidden(), away.get()) {
                (true, _) => heard(Seen::Hidden),
                (false, false) => heard(Seen::Shown),
                (false, true) => {}
            }
        }),
        EventListener::new(&window, "pagehide", move |event| {
            put_away.set(persisted(event))
        }),
        EventListener::new(&window, "pageshow", move |event| {
            back.set(false);
            if persisted(event) {
                again(Seen::Returned);
            }
        }),
    ])
}

/// Hears of keys that are pressed where nothing takes them; a key that is held is one. A
/// digit means nothing to a button either. Where one item is asked (`data-keys`), arrows
/// move its answer instead of the page.
pub fn on_key(heard: impl Fn(String) + 'static) -> Option<EventListener> {
    let document = super::document()?;
    let may_prevent = EventListenerOptions::enable_prevent_default();
    let hears = move |event: &web_sys::Event| {
        let Some(key) = event.dyn_ref::<web_sys::KeyboardEvent>() else {
            return;
        };
        let plain = !(key.ctrl_key() || key.meta_key() || key.alt_key());
        let name = key.key();
        let digit = name.len() == 1;
        let nowhere = |target: web_sys::EventTarget| {
            let at = target.dyn_ref::<Element>().map(Element::tag_name);
            match at.as_deref() {
                Some("BODY" | "H1" | "MAIN" | "SPAN") => true,
                Some("A" | "BUTTON" | "SUMMARY") => digit,
                _ => false,
            }
        };
        if !plain || event.default_prevented() || !key.target().is_some_and(nowhere) {
            return;
        }
        if name.starts_with("Arrow") {
            let asked =
                super::document().and_then(|page| page.query_selector("[data-keys]").ok()?);
            if asked.is_none() {
                return;
            }
            event.prevent_default();
        }
        if !key.repeat() {
            heard(name);
        }
    };
    Some(EventListener::new_with_options(
        &document,
        "keydown",
        may_prevent,
        hears,
    ))
}

/// Whether the page is hidden.
pub fn is_hidden() -> bool {
    super::document().is_some_and(|document| document.hidden())
}

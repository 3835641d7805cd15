//! What was entered in a field, read from the event that says so.

use wasm_bindgen::JsCast;
use web_sys::{Event, HtmlElement, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// The text of the field in which something was written or chosen; empty where there is
/// none.
pub fn text(event: &Event) -> String {
    let Some(target) = event.target() else {
        return String::new();
    };
    if let Some(area) = target.dyn_ref::<HtmlTextAreaElement>() {
        area.value()
    } else if let Some(input) = target.dyn_ref::<HtmlInputElement>() {
        input.value()
    } else if let Some(select) = target.dyn_ref::<HtmlSelectElement>() {
        select.value()
    } else {
        String::new()
    }
}

/// The day in a field for days, or nothing in it; none: what stands there is no day, such as
/// one of which a part is missing.
pub fn day(event: &Event) -> Option<String> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    (!input.validity().bad_input()).then(|| input.value())
}

/// What kind of element a key was pressed in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Where {
    /// One in which a text is written.
    Text,
    /// One that has keys of its own: a button, a link, a list.
    Control,
    /// A choice, or nothing that takes keys.
    Elsewhere,
}

/// Where a key was pressed.
pub fn pressed_in(event: &Event) -> Where {
    let target = event.target();
    let Some(element) = target.and_then(|target| target.dyn_into::<HtmlElement>().ok()) else {
        return Where::Elsewhere;
    };
    let input = element.dyn_ref::<HtmlInputElement>();
    let kind = input.map(HtmlInputElement::type_);
    match (element.tag_name().as_str(), kind.as_deref()) {
        ("TEXTAREA", _) => Where::Text,
        ("INPUT", Some("radio")) => Where::Elsewhere,
        ("INPUT", Some("checkbox" | "file")) => Where::Control,
        ("INPUT", _) => Where::Text,
        ("BUTTON" | "A" | "SELECT" | "SUMMARY", _) => Where::Control,
        _ => Where::Elsewhere,
    }
}

/// Whether a part that can be folded, and has just been, is open.
pub fn is_unfolded(event: &Event) -> bool {
    let target = event.target();
    let element = target.and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.has_attribute("open"))
}

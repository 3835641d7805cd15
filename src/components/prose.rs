//! Small elements as functions: what every screen is made of, written once.

use yew::prelude::*;

/// An element with a class (or none) and a text.
pub fn leaf(tag: &'static str, class: &'static str, text: impl Into<AttrValue>) -> Html {
    node(tag, class, vec![Html::from(text.into())])
}

/// An element with a class (or none) and children.
#[inline(never)]
pub fn node(tag: &'static str, class: &'static str, children: Vec<Html>) -> Html {
    let class = (!class.is_empty()).then_some(class);
    html! { <@{tag} {class}>{ for children }</@> }
}

/// What stands before and behind the first slot of a text, where an element comes.
pub fn around(text: &str) -> (&str, &str) {
    let (before, rest) = text.split_once('{').unwrap_or((text, ""));
    let (_, after) = rest.split_once('}').unwrap_or_default();
    (before, after)
}

/// A part that is folded away: what it is called, and what is in it.
#[inline(never)]
pub fn folded(class: &'static str, open: bool, name: &'static str, within: Vec<Html>) -> Html {
    html! {
        <details {class} {open}>
            <summary>{ name }</summary>
            { for within }
        </details>
    }
}

/// The heading of a screen: focus goes there when the screen changes.
#[inline(never)]
pub fn h1(text: &'static str) -> Html {
    html! { <h1 tabindex="-1">{ text }</h1> }
}

/// A list of texts.
#[inline(never)]
pub fn list(texts: &[&'static str]) -> Html {
    node(
        "ul",
        "",
        texts.iter().map(|text| leaf("li", "", *text)).collect(),
    )
}

/// An entry in a list of links; the one that is shown is marked.
#[inline(never)]
pub fn entry_link(id: Option<String>, href: String, name: Html, shown: bool) -> Html {
    let current = shown.then_some("page");
    node(
        "li",
        "",
        vec![html! {
            <a {id} class="ds-link" {href} aria-current={current}>{ name }</a>
        }],
    )
}

/// The head of a table.
#[inline(never)]
pub fn table_head(names: &[&'static str]) -> Html {
    let cells = names.iter().map(|name| head_cell("col", *name)).collect();
    node("thead", "", vec![node("tr", "", cells)])
}

/// A heading cell of a row or a column.
pub fn head_cell(scope: &'static str, text: impl Into<AttrValue>) -> Html {
    let text: AttrValue = text.into();
    html! { <th {scope}>{ text }</th> }
}

/// How a button looks.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Look {
    /// What most people want next.
    Primary,
    /// Another way on.
    Secondary,
    /// Something that cannot be undone.
    Danger,
}

impl Look {
    /// Designsystemet's attributes for variant and colour.
    fn attributes(self) -> (Option<&'static str>, Option<&'static str>) {
        match self {
            Look::Primary => (None, None),
            Look::Secondary => (Some("secondary"), None),
            Look::Danger => (None, Some("danger")),
        }
    }
}

/// A link that looks like a button.
#[inline(never)]
pub fn link_button(look: Look, id: &'static str, href: String, label: &'static str) -> Html {
    let (variant, colour) = look.attributes();
    let id = (!id.is_empty()).then_some(id);
    html! {
        <a {id} class="ds-button" data-variant={variant} data-color={colour} {href}>{ label }</a>
    }
}

/// A button.
#[inline(never)]
pub fn button(
    look: Look,
    id: &'static str,
    label: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label: AttrValue = label.into();
    let (variant, colour) = look.attributes();
    html! {
        <button type="button" {id} class="ds-button" data-variant={variant} data-color={colour}
            {onclick}>
            { label }
        </button>
    }
}

/// A button that looks like a link.
#[inline(never)]
pub fn text_button(
    class: &'static str,
    label: impl Into<AttrValue>,
    onclick: Callback<MouseEvent>,
) -> Html {
    let label: AttrValue = label.into();
    html! { <button type="button" {class} {onclick}>{ label }</button> }
}

/// A button that stands in each entry of a list: named by what it does, for an
/// id would stand there many times.
pub fn entry_button(
    look: Look,
    does: &'static str,
    label: &'static str,
    onclick: Callback<MouseEvent>,
) -> Html {
    let (variant, colour) = look.attributes();
    html! {
        <button type="button" class="ds-button" data-does={does} data-variant={variant}
            data-color={colour} {onclick}>
            { label }
        </button>
    }
}

//! A choice among a few.

use yew::prelude::*;

/// What can be chosen. An attribute says only what is chosen at first, and nothing once somebody
/// has chosen: so what becomes the choice, or is it no more, is made anew.
pub fn option(value: String, name: String, selected: bool) -> Html {
    let key = match selected {
        true => format!("+{value}"),
        false => format!("-{value}"),
    };
    html! { <option {key} {value} {selected}>{ name }</option> }
}

/// A field in which one of these is chosen, each with its name; `shown` is chosen now.
pub fn select(
    id: &str,
    label: &'static str,
    options: impl Iterator<Item = (String, String)>,
    shown: &str,
    onchange: Callback<yew::Event>,
) -> Html {
    let options = options.map(|(value, name)| {
        let selected = value == shown;
        option(value, name, selected)
    });
    html! {
        <div class="ds-field" key={id.to_owned()}>
            <label class="ds-label" for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} class="ds-input" {onchange}>{ for options }</select>
        </div>
    }
}

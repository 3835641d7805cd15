//! A choice among a few.

use yew::prelude::*;

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
        html! { <option key={value.clone()} {value} {selected}>{ name }</option> }
    });
    html! {
        <div class="ds-field" key={id.to_owned()}>
            <label class="ds-label" for={id.to_owned()}>{ label }</label>
            <select id={id.to_owned()} class="ds-input" {onchange}>{ for options }</select>
        </div>
    }
}

//! Choosing a file: its text is handed on, whatever it holds.

use forankring_core::texts::Key;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::leaf;
use crate::context::Context;
use crate::platform::files;
use crate::session::Aside;

/// A field that takes a file of ours; says why the last one was refused.
pub fn file_field(
    ctx: &Context,
    id: &'static str,
    (label, help): (Key, Key),
    chosen: Callback<String>,
) -> Html {
    let changed = Callback::from(move |event: Event| {
        let input: HtmlInputElement = event.target_unchecked_into();
        let chosen = chosen.clone();
        spawn_local(async move { chosen.emit(files::chosen(input).await.unwrap_or_default()) });
    });
    let help_id = format!("{id}-hjelp");
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for={id}>{ ctx.t(label) }</label>
            <p id={help_id.clone()} data-field="description">{ ctx.t(help) }</p>
            <input {id} type="file" accept=".json,application/json" aria-describedby={help_id} onchange={changed} />
            if let Aside::FileRefused(message) = &ctx.state.besides.aside {
                { notice(Tone::Warning, leaf("p", "", message.clone())) }
            }
        </div>
    }
}

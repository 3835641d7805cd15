//! Choosing a file.

use forankring_core::texts::{Key, key};
use forankring_session::screens::intake::{Event, Stage, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::leaf;
use crate::context::Sheet;
use crate::input;

/// A field that takes a file of ours; says why the last one was refused.
pub fn file_field(
    sheet: &Sheet<State, Event>,
    id: &'static str,
    (label, help): (Key, Key),
) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let send = sheet.send.clone();
    let changed = input::chosen(move |_| send.emit(Event::Chosen(id)));
    let help_id = format!("{id}-hjelp");
    let refused = match own.stage {
        Stage::Nothing => own.told.as_ref(),
        _ => None,
    };
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for={id}>{ ctx.t(label) }</label>
            <p id={help_id.clone()} data-field="description">{ ctx.t(help) }</p>
            <input {id} type="file" accept=".json,application/json" aria-describedby={help_id}
                onchange={changed} />
            { notice::told(ctx, Tone::Warning, refused) }
            if matches!(own.stage, Stage::Reading(_)) {
                { leaf("p", "working", ctx.t(key::BACKUP_READING)) }
            }
        </div>
    }
}

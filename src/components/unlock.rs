//! Opening a locked link with its passphrase.

use forankring_core::texts::key;
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, h1, leaf};
use crate::context::Sheet;
use crate::input;

const FIELD: &str = "passord";

/// Asks for the passphrase of the link in the address.
pub fn unlock(sheet: &Sheet<State, Event>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let working = own.is_unlocking();
    let (tried, typed) = (sheet.send.clone(), sheet.send.clone());
    let submit = input::sent(move || tried.emit(Event::UnlockWanted));
    let written = input::written(move |text| typed.emit(Event::PassphraseWritten(text)));
    let stop = sheet.on(Event::UnlockStopped);
    html! {
        <div class="unopened">
            { h1(ctx.t(key::UNLOCK_HEADING)) }
            { leaf("p", "", ctx.t(key::UNLOCK_LEAD)) }
            <form class="ds-field unlock" onsubmit={submit}>
                <label class="ds-label" for={FIELD}>{ ctx.t(key::UNLOCK_LABEL) }</label>
                <p id="passord-hjelp" data-field="description">{ ctx.t(key::UNLOCK_HELP) }</p>
                <input id={FIELD} class="ds-input" type="text" autocomplete="off"
                    autocapitalize="off" spellcheck="false" aria-describedby="passord-hjelp"
                    value={own.passphrase.clone()} oninput={written} />
                <p class="actions">
                    <button id="laas-opp" type="submit" class="ds-button"
                        aria-disabled={working.then_some("true")}>{ ctx.t(key::UNLOCK_GO) }</button>
                    if working {
                        { button(Look::Secondary, "stopp", ctx.t(key::BACKUP_STOP), stop) }
                    }
                </p>
                if working { { leaf("p", "working", ctx.t(key::UNLOCK_WORKING)) } }
            </form>
            { notice::told(ctx, Tone::Warning, own.told.as_ref()) }
        </div>
    }
}

//! Locking the link that is shared: open to all who have it, or to those who also know a
//! passphrase.

use forankring_core::link;
use forankring_core::texts::key;
use forankring_session::desk::Offer;
use forankring_session::screens::passing::{Event, Lock, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, node};
use crate::context::Sheet;
use crate::input;

const FIELD: &str = "passord";
/// Shorter passphrases are guessed sooner than one likes, in characters.
const SHORT: usize = 12;

/// Whether the link is locked, and the way to it.
pub fn lock(sheet: &Sheet<State, Event>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let send = sheet.send.clone();
    let ticked = input::chosen(move |_| send.emit(Event::LockSwitched));
    let insecure = ctx.desk.surroundings.secure == Offer::Missing;
    let known = !ctx.desk.surroundings.site.is_empty();
    html! {
        <div class="lock">
            <label class="choice">
                <input id="laas" class="ds-input" type="checkbox" checked={own.lock != Lock::Open}
                    onchange={ticked} />
                <span>
                    { ctx.t(key::LOCK_LABEL) }{ leaf("span", "choice-help", ctx.t(key::LOCK_HELP)) }
                </span>
            </label>
            if insecure && known { { leaf("p", "quiet-text", ctx.t(key::UNLOCK_MISSING)) } }
            { match &own.lock {
                Lock::Open => html! {},
                Lock::Received(_) => leaf("p", "locked", ctx.t(key::LOCK_RECEIVED)),
                Lock::Asked(passphrase) => asked(sheet, passphrase, false),
                Lock::Working(_, passphrase, _) => asked(sheet, passphrase, true),
                Lock::Locked { passphrase, .. } => html! {
                    <div class="locked">
                        <p>
                            { ctx.t(key::LOCK_DONE) }
                            { " " }
                            <code id="passordet">{ passphrase.clone() }</code>
                        </p>
                        { leaf("p", "quiet-text", ctx.t(key::LOCK_TELL)) }
                    </div>
                },
            } }
            { notice::told(ctx, Tone::Warning, own.trouble.as_ref()) }
        </div>
    }
}

fn asked(sheet: &Sheet<State, Event>, passphrase: &str, working: bool) -> Html {
    let ctx = sheet.ctx;
    let send = sheet.send.clone();
    let typed = input::written(move |text| send.emit(Event::PassphraseWritten(text)));
    let secret = link::passphrase(passphrase);
    let mut ways = Vec::new();
    if !secret.is_empty() && !working {
        let go = sheet.on(Event::LockWanted);
        ways.push(button(
            Look::Primary,
            "laas-lenken",
            ctx.t(key::LOCK_GO),
            go,
        ));
    }
    let another = sheet.on(Event::AnotherWanted);
    ways.push(button(
        Look::Secondary,
        "nytt-passord",
        ctx.t(key::LOCK_NEW),
        another,
    ));
    html! {
        <div class="ds-field">
            <label class="ds-label" for={FIELD}>{ ctx.t(key::UNLOCK_LABEL) }</label>
            <p id="passord-hjelp" data-field="description">{ ctx.t(key::LOCK_CHOOSE) }</p>
            <input id={FIELD} class="ds-input" type="text" autocomplete="off" autocapitalize="off"
                spellcheck="false"
                aria-describedby="passord-hjelp" value={passphrase.to_owned()} oninput={typed} />
            if secret.chars().count() < SHORT {
                { leaf("p", "quiet-text", ctx.t(key::LOCK_SHORT)) }
            }
            { node("p", "actions", ways) }
            if working { { leaf("p", "working", ctx.t(key::LOCK_WORKING)) } }
        </div>
    }
}

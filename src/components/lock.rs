//! Locking the link that is shared: open to all who have it, or to those who also
//! know a passphrase.

use forankring_core::assessment::Assessment;
use forankring_core::link;
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, node};
use crate::context::Context;
use crate::platform::crypto;
use crate::session::{Aside, Beside, Lock, Sharing};

const FIELD: &str = "passord";
/// Shorter passphrases are guessed sooner than one likes, in characters.
const SHORT: usize = 12;

/// Whether the link is locked, and the way to it.
pub fn lock(ctx: &Context, assessment: &Assessment) -> Html {
    let lock = &ctx.state.besides.sharing.lock;
    let ticked = {
        let ctx = ctx.clone();
        Callback::from(move |_| {
            let lock = match &ctx.state.besides.sharing.lock {
                Lock::Open => Lock::Asked(crypto::new_passphrase().unwrap_or_default()),
                _ => Lock::Open,
            };
            set(&ctx, lock);
        })
    };
    let locked = *lock != Lock::Open;
    html! {
        <div class="lock">
            <label class="choice">
                <input id="laas" class="ds-input" type="checkbox" checked={locked} onchange={ticked} />
                <span>{ ctx.t(key::LOCK_LABEL) }{ leaf("span", "choice-help", ctx.t(key::LOCK_HELP)) }</span>
            </label>
            { match lock {
                Lock::Open => html! {},
                Lock::Asked(passphrase) => asked(ctx, assessment, passphrase, false),
                Lock::Working(passphrase) => asked(ctx, assessment, passphrase, true),
                Lock::Locked { passphrase, .. } => html! {
                    <div class="locked" role="status">
                        <p>{ ctx.t(key::LOCK_DONE) }{ " " }<code id="passordet">{ passphrase.clone() }</code></p>
                        { leaf("p", "quiet-text", ctx.t(key::LOCK_TELL)) }
                    </div>
                },
            } }
            if ctx.state.besides.aside == Aside::NoCryptography {
                { notice::notice(Tone::Warning, leaf("p", "", ctx.t(key::UNLOCK_MISSING))) }
            }
        </div>
    }
}

fn set(ctx: &Context, lock: Lock) {
    let sharing = ctx.state.besides.sharing.clone();
    ctx.tell(Beside::SharingChanged(Sharing { lock, ..sharing }));
}

fn asked(ctx: &Context, assessment: &Assessment, passphrase: &str, working: bool) -> Html {
    let typed = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            set(&ctx, Lock::Asked(input.value()));
        })
    };
    let another = {
        let ctx = ctx.clone();
        Callback::from(move |_| {
            set(
                &ctx,
                Lock::Asked(crypto::new_passphrase().unwrap_or_default()),
            )
        })
    };
    let go = {
        let (ctx, assessment, passphrase) =
            (ctx.clone(), assessment.clone(), passphrase.to_owned());
        Callback::from(move |_| lock_with(&ctx, &assessment, passphrase.clone()))
    };
    let secret = link::passphrase(passphrase);
    let ways = match secret.is_empty() || working {
        true => vec![],
        false => vec![button(
            Look::Primary,
            "laas-lenken",
            ctx.t(key::LOCK_GO),
            go,
        )],
    };
    let ways = [
        ways,
        vec![button(
            Look::Secondary,
            "nytt-passord",
            ctx.t(key::LOCK_NEW),
            another,
        )],
    ]
    .concat();
    html! {
        <div class="ds-field">
            <label class="ds-label" for={FIELD}>{ ctx.t(key::UNLOCK_LABEL) }</label>
            <p id="passord-hjelp" data-field="description">{ ctx.t(key::LOCK_CHOOSE) }</p>
            <input id={FIELD} class="ds-input" type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
                aria-describedby="passord-hjelp" value={passphrase.to_owned()} oninput={typed} />
            if secret.chars().count() < SHORT { { leaf("p", "quiet-text", ctx.t(key::LOCK_SHORT)) } }
            { node("p", "actions", ways) }
            <p role="status">{ if working { ctx.t(key::LOCK_WORKING) } else { "" } }</p>
        </div>
    }
}

fn lock_with(ctx: &Context, assessment: &Assessment, passphrase: String) {
    let Ok(payload) = link::payload(assessment, &ctx.state.besides.sharing.disclosed) else {
        // The page says already that there is no link for so much text.
        return;
    };
    set(ctx, Lock::Working(passphrase.clone()));
    let ctx = ctx.clone();
    spawn_local(async move {
        match crypto::lock(&payload, &passphrase).await {
            Ok(locked) => {
                let fragment = locked.write();
                set(
                    &ctx,
                    Lock::Locked {
                        passphrase,
                        fragment,
                    },
                );
            }
            Err(_) => {
                set(&ctx, Lock::Open);
                ctx.tell(Beside::AsideChanged(Aside::NoCryptography));
            }
        }
    });
}

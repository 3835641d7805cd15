//! Opening a locked link with its passphrase.

use forankring_core::address::Place;
use forankring_core::link::{self, Carried, Found, Locked};
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{h1, leaf};
use crate::context::Context;
use crate::effects::opened_from;
use crate::platform::crypto::{self, CryptoProblem};
use crate::platform::page;
use crate::session::{Aside, Beside, Event, Problem};

const FIELD: &str = "passord";

/// Asks for the passphrase of the link in the address.
pub fn unlock(ctx: &Context) -> Html {
    let aside = &ctx.state.besides.aside;
    let working = *aside == Aside::Unlocking;
    let submit = {
        let ctx = ctx.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if !working {
                attempt(&ctx);
            }
        })
    };
    let message = match aside {
        Aside::WrongPassphrase => {
            notice::notice(Tone::Warning, leaf("p", "", ctx.t(key::UNLOCK_WRONG)))
        }
        Aside::NoCryptography => {
            notice::notice(Tone::Warning, leaf("p", "", ctx.t(key::UNLOCK_MISSING)))
        }
        _ => html! {},
    };
    html! {
        <div class="unopened">
            { h1(ctx.t(key::UNLOCK_HEADING)) }
            { leaf("p", "", ctx.t(key::UNLOCK_LEAD)) }
            <form class="ds-field unlock" onsubmit={submit}>
                <label class="ds-label" for={FIELD}>{ ctx.t(key::UNLOCK_LABEL) }</label>
                <p id="passord-hjelp" data-field="description">{ ctx.t(key::UNLOCK_HELP) }</p>
                <input id={FIELD} class="ds-input" type="text" autocomplete="off" autocapitalize="off" spellcheck="false"
                    aria-describedby="passord-hjelp" />
                <p class="actions">
                    <button id="laas-opp" type="submit" class="ds-button" aria-disabled={working.then_some("true")}>{ ctx.t(key::UNLOCK_GO) }</button>
                </p>
                <p role="status">{ if working { ctx.t(key::UNLOCK_WORKING) } else { "" } }</p>
            </form>
            { message }
        </div>
    }
}

fn attempt(ctx: &Context) {
    let Some((fragment, locked)) = locked_link(ctx) else {
        return;
    };
    let typed = page::value(&format!("#{FIELD}"));
    ctx.tell(Beside::AsideChanged(Aside::Unlocking));
    let ctx = ctx.clone();
    spawn_local(async move {
        let aside = match crypto::unlock(&locked, &typed).await {
            Ok(payload) => {
                ctx.tell(Beside::AsideChanged(Aside::Nothing));
                return ctx.state.dispatch(match Locked::opened(&payload) {
                    Ok(assessment) => opened_from(fragment, assessment),
                    Err(problem) => Event::OpeningFailed(Problem::Link(problem)),
                });
            }
            Err(CryptoProblem::Wrong) => Aside::WrongPassphrase,
            Err(CryptoProblem::Missing) => Aside::NoCryptography,
        };
        ctx.tell(Beside::AsideChanged(aside));
    });
}

/// The locked link in the address.
fn locked_link(ctx: &Context) -> Option<(String, Locked)> {
    let Some(Place::Link(text)) = &ctx.state.place else {
        return None;
    };
    let Found { fragment, carried } = link::find(text).ok()?.into_iter().next()?;
    match carried {
        Carried::Locked(locked) => Some((fragment, locked)),
        Carried::Open(_) => None,
    }
}

//! What someone can do who opened a link: keep a copy, compare, start an own one.
//! Nothing of it happens by itself: opening a link touches nothing that is kept.

use forankring_core::address::{Place, Route};
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::paste::paste_to_open;
use super::prose::{Look, button, leaf, link_button, node};
use super::unlock::unlock;
use super::unopened::unopened;
use crate::context::Context;
use crate::platform::storage::StorageProblem;
use crate::platform::{clock, random, storage, tabs};
use crate::session::{Aside, Beside, Problem, Session};

/// Where a result can not be shown: a locked link asks for its passphrase, and
/// for a damaged one there is the box for all that was received.
pub fn unread(ctx: &Context) -> Html {
    match ctx.state.session {
        Session::Failed(Problem::LinkLocked) => unlock(ctx),
        Session::Failed(Problem::Link(_)) => html! { <>{ unopened(ctx) }{ paste_to_open(ctx) }</> },
        _ => unopened(ctx),
    }
}

/// The ways on from a result that came in a link.
pub fn ways_on(ctx: &Context) -> Html {
    let keep = {
        let ctx = ctx.clone();
        Callback::from(move |_| keep(&ctx))
    };
    let compare = ctx.href(Route::Compare);
    html! {
        <>
            { node("p", "actions", vec![
                button(Look::Secondary, "ta-vare", ctx.t(key::RESULT_KEEP), keep),
                link_button(Look::Secondary, "sammenlign", compare, ctx.t(key::RESULT_COMPARE_OWN)),
            ]) }
            if ctx.state.besides.aside == Aside::KeepingFailed {
                { notice(Tone::Warning, leaf("p", "", ctx.t(key::KEPT_FAILED))) }
            }
        </>
    }
}

/// Keeps a copy, under an id of its own, and goes to it.
fn keep(ctx: &Context) {
    let Some(assessment) = ctx.assessment().cloned() else {
        return;
    };
    let ctx = ctx.clone();
    spawn_local(async move {
        let kept = match random::id() {
            Some(id) => storage::add(None, assessment, id, clock::now().ms).await,
            None => Err(StorageProblem::Failed),
        };
        match kept {
            Ok(id) => {
                tabs::tell_all();
                ctx.visit(Route::Result, Place::Kept(id, None));
            }
            Err(_) => ctx.tell(Beside::AsideChanged(Aside::KeepingFailed)),
        }
    });
}

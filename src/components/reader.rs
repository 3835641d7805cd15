//! What someone can do who opened a link: keep a copy, compare, start an own one.
//! Nothing of it happens by itself: opening a link touches nothing that is kept.

use forankring_core::address::{Place, Route};
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, button, leaf, link_button, node};
use crate::context::Context;
use crate::platform::storage::StorageProblem;
use crate::platform::{clock, random, storage, tabs};
use crate::session::{Aside, Beside};

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
                tabs::tell("");
                ctx.visit(Route::Result, Place::Kept(id, None));
            }
            Err(_) => ctx.tell(Beside::AsideChanged(Aside::KeepingFailed)),
        }
    });
}

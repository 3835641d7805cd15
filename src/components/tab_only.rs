//! What is in this tab only: said wherever it is shown, with the ways to keep it
//! and to be done with it.

use forankring_core::address::{Place, Route};
use forankring_core::file;
use forankring_core::texts::key;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, button, leaf, link_button, node};
use super::saved::download_button;
use crate::context::Context;
use crate::session::{Aside, Beside, Saving};

/// Nothing, unless what is open is to be kept nowhere and holds something.
pub fn tab_only(ctx: &Context) -> Html {
    let open = ctx.state.session.open();
    let in_tab = open.filter(|open| open.saving == Saving::TabOnly && !open.unsaved.is_empty());
    if in_tab.is_none() {
        return html! {};
    }
    let forget = {
        let ctx = ctx.clone();
        Callback::from(move |_| {
            ctx.tell(Beside::Forgotten);
            ctx.visit(Route::Start, Place::Nothing);
        })
    };
    let asked = ctx.state.besides.aside == Aside::ForgetTabAsked;
    let mut ways = match asked {
        true => {
            let (yes, no) = (ctx.t(key::KEPT_FORGET_YES), ctx.t(key::KEPT_FORGET_NO));
            vec![
                button(Look::Danger, "glem-fanen-ja", yes, forget),
                button(
                    Look::Secondary,
                    "glem-fanen-nei",
                    no,
                    ctx.telling(Aside::Nothing),
                ),
            ]
        }
        false => {
            let (label, ask) = (
                ctx.t(key::KEPT_TAB_FORGET),
                ctx.telling(Aside::ForgetTabAsked),
            );
            vec![
                download_button(ctx, file::write),
                button(Look::Secondary, "glem-fanen", label, ask),
            ]
        }
    };
    if ctx.state.page.route == Route::Start {
        let resume = ctx.t(key::KEPT_TAB_RESUME);
        let href = ctx.href(Route::Answer);
        ways.insert(
            0,
            link_button(Look::Primary, "fortsett-fanen", href, resume),
        );
    }
    notice(
        Tone::Info,
        html! {
            <>
                { leaf("p", "", ctx.t(key::KEPT_TAB_NOTICE)) }
                if asked { <p role="alert">{ ctx.t(key::KEPT_FORGET_ASK) }</p> }
                { node("p", "actions", ways) }
            </>
        },
    )
}

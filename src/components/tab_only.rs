//! What is in this tab only: said wherever it is shown, with the ways to keep it
//! and to be done with it.

use forankring_core::address::{Place, Route};
use forankring_core::texts::key;
use forankring_session::desk::{Event, Forgetting, Saving};
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, button, leaf, link_button, node};
use super::saved::download_button;
use crate::context::Context;
use crate::input;

/// Nothing, unless what is in this tab is to be kept nowhere and holds something.
pub fn tab_only(ctx: &Context) -> Html {
    let Some(in_tab) = ctx.desk.in_tab() else {
        return html! {};
    };
    let shown = ctx.open().is_some_and(|open| open.origin == in_tab.origin);
    let mut ways = match ctx.desk.forgetting {
        Forgetting::Asked => {
            let (yes, no) = (ctx.t(key::KEPT_FORGET_YES), ctx.t(key::KEPT_FORGET_NO));
            vec![
                button(
                    Look::Danger,
                    "glem-fanen-ja",
                    yes,
                    input::deliberate(ctx.on(|| Event::Forgotten)),
                ),
                button(
                    Look::Secondary,
                    "glem-fanen-nei",
                    no,
                    ctx.on(|| Event::ForgetDenied),
                ),
            ]
        }
        Forgetting::No => {
            let label = ctx.t(key::KEPT_TAB_FORGET);
            vec![button(
                Look::Secondary,
                "glem-fanen",
                label,
                ctx.on(|| Event::ForgetAsked),
            )]
        }
    };
    let unwritten = in_tab.saving != Saving::TabOnly;
    // Where it is worked on, that it cannot be kept is said already.
    if unwritten && shown && ctx.route().edits() {
        return html! {};
    }
    if unwritten {
        ways.clear();
    }
    if shown && ctx.desk.forgetting == Forgetting::No {
        ways.insert(0, download_button(ctx));
    }
    if ctx.route() == Route::Start || !shown {
        let resume = ctx.t(key::KEPT_TAB_RESUME);
        let (route, place) = match in_tab.is_reply() {
            true => (Route::Reply, in_tab.place(None)),
            false => (ctx.answering(in_tab.assessment.by), Place::Nothing),
        };
        let href = ctx.link(ctx.page(route), place);
        ways.insert(
            0,
            link_button(Look::Primary, "fortsett-fanen", href, resume),
        );
    }
    notice(
        Tone::Info,
        html! {
            <>
                {
                    leaf(
                        "p",
                        "",
                        ctx.t(match unwritten {
                            true => key::KEPT_ASIDE_NOTICE,
                            false => key::KEPT_TAB_NOTICE,
                        }),
                    )
                }
                if ctx.desk.forgetting == Forgetting::Asked {
                    { leaf("p", "", ctx.t(key::KEPT_FORGET_ASK)) }
                }
                { node("p", "actions", ways) }
            </>
        },
    )
}

//! Where there is nothing to show, or what was to be shown cannot be: what
//! happened, and the ways on.

use forankring_core::address::Route;
use forankring_core::catalogue::Variant;
use forankring_core::texts::key;
use yew::prelude::*;

use super::notice::{Tone, notice, problem};
use super::prose::{Look, button, h1, leaf, link_button, node};
use crate::context::Context;
use forankring_session::desk::{Event, Session};

/// What happened, and the ways on.
pub fn unopened(ctx: &Context) -> Html {
    let start = ctx.start(Variant::Full);
    let (heading, message) = match &ctx.desk.session {
        Session::Failed(found) => (
            key::PROBLEM_HEADING,
            notice(Tone::Warning, leaf("p", "", ctx.t(problem(*found)))),
        ),
        _ => (
            key::RESULT_NONE_HEADING,
            leaf("p", "", ctx.t(key::RESULT_NONE)),
        ),
    };
    html! {
        <div class="unopened">
            { h1(ctx.t(heading)) }
            { message }
            { node("p", "actions", vec![
                link_button(Look::Primary, "", ctx.href(Route::Start), ctx.t(key::PROBLEM_HOME)),
                link_button(Look::Secondary, "", start, ctx.t(key::START_GO)),
            ]) }
        </div>
    }
}

/// No question is asked in other words than its own: they are fetched again, or not at all.
pub fn words_missing(ctx: &Context) -> Html {
    let retry = ctx.on(|| Event::WordsWanted);
    notice(
        Tone::Warning,
        html! {
            <>
                { leaf("p", "", ctx.t(key::ANSWER_WORDS_RETRY)) }
                <p class="actions">
                    { button(Look::Secondary, "ord-igjen", ctx.t(key::PROBLEM_RETRY), retry) }
                </p>
            </>
        },
    )
}

//! What was answered to the five questions about the strategy document, beside the result.

use forankring_core::catalogue::{Checklist, Covered, Perspective};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::prose::leaf;
use crate::context::Context;

/// The question about a perspective, and the advice where it is not covered.
pub fn texts(perspective: Perspective) -> (Key, Key) {
    match perspective {
        Perspective::Plan => (key::STRATEGY_PLAN, key::STRATEGY_PLAN_ADVICE),
        Perspective::Contribution => (
            key::STRATEGY_CONTRIBUTION,
            key::STRATEGY_CONTRIBUTION_ADVICE,
        ),
        Perspective::Principles => (key::STRATEGY_PRINCIPLES, key::STRATEGY_PRINCIPLES_ADVICE),
        Perspective::Purposes => (key::STRATEGY_PURPOSES, key::STRATEGY_PURPOSES_ADVICE),
        Perspective::Reactions => (key::STRATEGY_REACTIONS, key::STRATEGY_REACTIONS_ADVICE),
    }
}

/// The name of an answer.
pub fn name(covered: Covered) -> Key {
    match covered {
        Covered::Yes => key::STRATEGY_YES,
        Covered::Partly => key::STRATEGY_PARTLY,
        Covered::No => key::STRATEGY_NO,
    }
}

/// What was answered, beside the result; nothing of what was not.
pub fn told(ctx: &Context, checklist: &Checklist) -> Html {
    if checklist.is_empty() {
        return html! {};
    }
    let answers = checklist.iter().filter_map(|(perspective, covered)| {
        let question = ctx.t(texts(perspective).0);
        let answer = leaf("strong", "", ctx.t(name(covered?)));
        Some(html! { <p key={perspective.id()}>{ question }{ " " }{ answer }</p> })
    });
    html! {
        <section class="checklist">
            { leaf("h2", "", ctx.t(key::STRATEGY_HEADING)) }
            { leaf("p", "", ctx.t(key::STRATEGY_LEAD)) }
            { for answers }
        </section>
    }
}

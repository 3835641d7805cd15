//! The five questions about the strategy document: asked after the items, told beside the
//! result.

use forankring_core::assessment::Action;
use forankring_core::catalogue::{Checklist, Covered, Perspective};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::prose::leaf;
use crate::context::Context;
use forankring_session::desk::Event;

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

fn name(covered: Covered) -> Key {
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

/// The five questions: folded away until one is answered, for they can be left out.
pub fn asked(ctx: &Context, checklist: &Checklist) -> Html {
    html! {
        <details class="more checklist" open={!checklist.is_empty()}>
            <summary>{ ctx.t(key::STRATEGY_HEADING) }</summary>
            <p>{ ctx.t(key::STRATEGY_LEAD) }{ " " }{ ctx.t(key::STRATEGY_OPTIONAL) }</p>
            { for checklist.iter().map(|(perspective, covered)| one(ctx, perspective, covered)) }
        </details>
    }
}

fn one(ctx: &Context, perspective: Perspective, covered: Option<Covered>) -> Html {
    let group = format!("strategy.{}", perspective.id());
    let (question, advice) = texts(perspective);
    let wanting = matches!(covered, Some(Covered::Partly | Covered::No));
    html! {
        <fieldset key={perspective.id()} class="ds-fieldset perspective">
            <legend>{ ctx.t(question) }</legend>
            <div class="three">
                { for Covered::ALL.into_iter().map(|option| {
                    let send = ctx.send.clone();
                    let chosen = Callback::from(move |_| {
                        send.emit(Event::Changed(Action::PerspectiveAnswered(perspective, option)));
                    });
                    html! {
                        <label key={option.id()} class="choice">
                            <input class="ds-input" type="radio" name={group.clone()}
                                value={option.id()}
                                checked={covered == Some(option)} onchange={chosen} />
                            { leaf("span", "", ctx.t(name(option))) }
                        </label>
                    }
                }) }
            </div>
            <p class="advice" role="status">{ if wanting { ctx.t(advice) } else { "" } }</p>
        </fieldset>
    }
}

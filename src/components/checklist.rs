//! The five questions about the strategy document, beside the result.

use forankring_core::assessment::Action;
use forankring_core::catalogue::{Checklist, Covered, Perspective};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::prose::leaf;
use super::saved::{save_failure, saved};
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

/// The checklist: to be answered, or (of a shared result) to be read. A shared
/// result says nothing of one that was not filled in.
pub fn checklist(ctx: &Context, checklist: &Checklist, shared: bool) -> Html {
    if shared && checklist.is_empty() {
        return html! {};
    }
    html! {
        <section class="checklist">
            { leaf("h2", "", ctx.t(key::STRATEGY_HEADING)) }
            { leaf("p", "", ctx.t(key::STRATEGY_LEAD)) }
            { for checklist.iter().map(|(perspective, covered)| {
                if shared {
                    told(ctx, perspective, covered)
                } else {
                    asked(ctx, perspective, covered)
                }
            }) }
            if !shared {
                { save_failure(ctx) }
                { saved(ctx) }
            }
        </section>
    }
}

fn told(ctx: &Context, perspective: Perspective, covered: Option<Covered>) -> Html {
    let answer = ctx.t(covered.map_or(key::STRATEGY_NONE, name));
    html! {
        <p key={perspective.id()}>
            { ctx.t(texts(perspective).0) }{ " " }{ leaf("strong", "", answer) }
        </p>
    }
}

fn asked(ctx: &Context, perspective: Perspective, covered: Option<Covered>) -> Html {
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

//! The five questions about the strategy document: asked after the items, told beside the
//! result.

use forankring_core::assessment::Action;
use forankring_core::catalogue::{Checklist, Covered, Perspective};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::prose::{folded, leaf, node};
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
    let lead = format!(
        "{} {}",
        ctx.t(key::STRATEGY_LEAD),
        ctx.t(key::STRATEGY_OPTIONAL)
    );
    let questions = checklist
        .iter()
        .map(|(perspective, covered)| one(ctx, perspective, covered));
    let within = [leaf("p", "", lead)].into_iter().chain(questions).collect();
    let name = ctx.t(key::STRATEGY_HEADING);
    folded("more checklist", !checklist.is_empty(), name, within)
}

fn one(ctx: &Context, perspective: Perspective, covered: Option<Covered>) -> Html {
    let group = format!("strategy.{}", perspective.id());
    let (question, advice) = texts(perspective);
    let wanting = matches!(covered, Some(Covered::Partly | Covered::No));
    let options = Covered::ALL.into_iter().map(|option| {
        let send = ctx.send.clone();
        let chosen = Callback::from(move |_| {
            send.emit(Event::Changed(Action::PerspectiveAnswered(
                perspective,
                option,
            )));
        });
        let checked = covered == Some(option);
        let field = html! {
            <input class="ds-input" type="radio" name={group.clone()} value={option.id()} {checked}
                onchange={chosen} />
        };
        node(
            "label",
            "choice",
            vec![field, leaf("span", "", ctx.t(name(option)))],
        )
    });
    let advice = if wanting { ctx.t(advice) } else { "" };
    let parts = vec![
        leaf("legend", "", ctx.t(question)),
        node("div", "three", options.collect()),
        html! { <p class="advice" role="status">{ advice }</p> },
    ];
    node("fieldset", "ds-fieldset perspective", parts)
}

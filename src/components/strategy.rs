//! The five questions about the strategy document: asked after the items.

use forankring_core::assessment::Action;
use forankring_core::catalogue::{Checklist, Covered, Perspective};
use forankring_core::texts::key;
use yew::prelude::*;

use super::checklist::{name, texts};
use super::prose::{folded, leaf, node};
use crate::context::Context;
use forankring_session::desk::Event;

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

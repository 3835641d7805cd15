//! What a result rests on, in four closed parts, and the list of them.

use forankring_core::assessment::Assessment;
use forankring_core::scoring::Outcome;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Event, Focus};
use yew::prelude::*;

use super::answers::answers;
use super::checklist::told;
use super::findings::{firmness, unknown};
use super::prose::{leaf, node, text_button};
use super::shown::Shown;
use super::why::stops;
use super::workings::workings;
use crate::context::Context;

/// A part: its id, and what it is called.
pub type Part = (&'static str, Key);

const STOPS: Part = ("stopper", key::RESULT_PART_STOPS);
/// All that was answered.
pub const ANSWERS: Part = ("svarene", key::RESULT_PART_ANSWERS);
const WORKINGS: Part = ("utregning", key::RESULT_PART_WORKINGS);
const FIRM: Part = ("sikkerhet", key::RESULT_PART_FIRM);

/// The list of the parts: each opens where one goes to it.
pub fn contents(ctx: &Context, scored: bool) -> Html {
    let parts = [STOPS, ANSWERS, WORKINGS, FIRM].into_iter();
    let parts = parts.filter(|part| scored || part.0 != STOPS.0);
    let entries = parts.map(|(id, name)| {
        let go = ctx.on(move || Event::Sought(Focus::Id(id.to_owned())));
        node(
            "li",
            "",
            vec![text_button("to-answer ds-link", ctx.t(name), go)],
        )
    });
    html! {
        <nav class="contents" aria-label={ctx.t(key::RESULT_CONTENTS)}>
            { leaf("span", "", format!("{}:", ctx.t(key::RESULT_CONTENTS))) }
            { node("ul", "", entries.collect()) }
        </nav>
    }
}

/// The parts, closed: on paper, open, answers before arithmetic.
pub fn parts(ctx: &Context, assessment: &Assessment, outcome: &Outcome, how: Shown) -> Html {
    let shared = how.is_shared();
    let headline = outcome.headline.as_ref();
    let mut all = Vec::new();
    if let Some(headline) = headline {
        all.push(part(ctx, STOPS, vec![stops(ctx, assessment, headline)]));
    }
    all.push(part(
        ctx,
        ANSWERS,
        vec![answers(ctx, assessment), told(ctx, &assessment.checklist)],
    ));
    all.push(part(
        ctx,
        WORKINGS,
        vec![workings(ctx, assessment, outcome)],
    ));
    let mut firm: Vec<Html> = headline
        .map(|headline| firmness(ctx, assessment.kind, headline))
        .into_iter()
        .collect();
    firm.push(unknown(ctx, assessment, shared));
    all.push(part(ctx, FIRM, firm));
    node("div", "result-parts", all)
}

/// A closed part.
pub fn part(ctx: &Context, (id, name): Part, body: Vec<Html>) -> Html {
    html! {
        <details class="ds-details part" key={id}>
            <summary {id}>{ leaf("h2", "", ctx.t(name)) }</summary>
            { node("div", "part-body", body) }
        </details>
    }
}

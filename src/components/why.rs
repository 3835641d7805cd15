//! Why a level has its stage, and which answers hold it there.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Level};
use forankring_core::scoring::{Answers, Headline, Outcome, ceilings};
use forankring_core::texts::{ItemText, key};
use yew::prelude::*;

use super::prose::leaf;
use super::words;
use crate::context::Context;

/// The stage of a level as a sentence with its reason; nothing where the level
/// is not scored.
pub fn stage(ctx: &Context, answers: &Answers, outcome: &Outcome, level: Level) -> Option<Html> {
    let found = outcome.levels.get(level);
    let (stage, mean) = (found.stage()?, found.mean?);
    let limits = ceilings(answers, level)?;
    let rated = level.items().into_iter();
    let low = rated
        .filter_map(|item| answers.get(item).and_then(Answer::step))
        .min()?;
    let text = ctx.fill(
        key::METHOD_EXAMPLE_STAGE,
        &[
            ("level", ctx.t(words::level(level))),
            ("mean", &mean.show(ctx.lang())),
            ("a", &limits.mean.number().to_string()),
            ("low", &low.number().to_string()),
            ("b", &limits.lowest.number().to_string()),
            ("stage", &stage.number().to_string()),
        ],
    );
    Some(html! { <data value={stage.number().to_string()} data-level={level.id()}>{ text }</data> })
}

/// What binds: for each binding level the rule, and the very answers.
pub fn binds(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    headline: &Headline,
) -> Html {
    let answers = assessment.answers();
    let level = |level: &Level| {
        let items = headline.binding_items.iter();
        let items = items.filter(|item| item.level == *level);
        html! {
            <div key={level.id()}>
                <p>{ stage(ctx, &answers, outcome, *level) }</p>
                <ul>{ for items.map(|item| holding(ctx, assessment, *item)) }</ul>
            </div>
        }
    };
    html! {
        <section class="binds">
            { leaf("h2", "", ctx.t(key::RESULT_BINDS_HEADING)) }
            if headline.binding_items.is_empty() {
                { leaf("p", "", ctx.t(key::RESULT_BINDS_NONE)) }
            } else {
                { for headline.binding.iter().map(level) }
            }
        </section>
    }
}

/// An answer that holds its level where it is.
fn holding(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let entry = assessment.entries.get(item);
    let Some(step) = entry.answer.and_then(|answer| answer.step()) else {
        return html! {};
    };
    let sentence = ctx
        .texts
        .item(item, ItemText::Step(step), assessment.subject());
    html! {
        <li key={item.id()} data-binds={item.id()}>
            { leaf("strong", "", ctx.t(words::theme(item.theme))) }
            { format!(", {} {}. {sentence}", step.number(), ctx.t(words::step(step))) }
        </li>
    }
}

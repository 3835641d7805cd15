//! Why a level has its stage, and which answers hold it there.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Kind, Level};
use forankring_core::numbers::show_halves;
use forankring_core::scoring::said::{self, Stop};
use forankring_core::scoring::{Answers, Headline, Outcome, ceilings};
use forankring_core::texts::{ItemText, key};
use yew::prelude::*;

use super::answers::stepped;
use super::findings::pattern;
use super::prose::{leaf, node};
use super::{moves, words};
use crate::context::Context;

/// The stage of a level as a sentence with its reason; nothing where the level
/// is not scored.
pub fn stage(
    ctx: &Context,
    kind: Kind,
    answers: &Answers,
    outcome: &Outcome,
    level: Level,
) -> Option<Html> {
    let found = outcome.levels.get(level);
    let (stage, mean) = (found.stage()?, found.mean?);
    let limits = ceilings(answers, level)?;
    let rated = level.items().into_iter();
    let low = rated
        .filter_map(|item| answers.get(item).and_then(Answer::halves))
        .min()?;
    let text = ctx.fill(
        key::METHOD_EXAMPLE_STAGE,
        &[
            ("level", ctx.t(words::level(level, kind))),
            ("mean", &mean.show(ctx.lang())),
            ("a", &limits.mean.number().to_string()),
            ("low", &show_halves(low)),
            ("b", &limits.lowest.number().to_string()),
            ("stage", &stage.number().to_string()),
        ],
    );
    Some(html! { <data value={stage.number().to_string()} data-level={level.id()}>{ text }</data> })
}

/// What stops the weakest links, and what lifts them: the very answers, and the measures.
pub fn stops(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    let answers = assessment.answers();
    let level = |level: &Level| {
        let stop = said::stop(&answers, headline, *level);
        let said = stop.map(|stop| {
            let (low, n) = match stop {
                Stop::Low(low) => (low, headline.stage),
                Stop::Mean(up) => (0, up),
            };
            let (low, n) = (show_halves(low), n.number().to_string());
            ctx.fill(stop.key(), &[("low", &low), ("n", &n)])
        });
        let held: Vec<Item> = headline.holding(*level).collect();
        let held = held.iter().map(|item| holding(ctx, assessment, *item));
        node(
            "section",
            "binds",
            vec![
                leaf("h3", "", ctx.t(words::level(*level, assessment.kind))),
                leaf("p", "", said.unwrap_or_default()),
                node("ul", "", held.collect()),
                moves::of_level(ctx, assessment, headline, *level).unwrap_or_default(),
            ],
        )
    };
    let mut parts = match headline.binding_items.is_empty() {
        true => vec![leaf("p", "", ctx.t(key::RESULT_BINDS_NONE))],
        false => headline.binding.iter().map(level).collect(),
    };
    parts.push(moves::terms(ctx, assessment, headline));
    parts.push(pattern(ctx, headline));
    html! { <>{ for parts }</> }
}

/// An answer that holds its level where it is.
fn holding(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let entry = assessment.entries.get(item);
    let Some((step, halves)) = entry.answer.and_then(|one| one.step().zip(one.halves())) else {
        return html! {};
    };
    let sentence = ctx
        .texts
        .item(item, ItemText::Step(step), assessment.subject());
    html! {
        <li key={item.id()} data-binds={item.id()}>
            { leaf("strong", "", ctx.t(words::theme(item.theme))) }
            { format!(", {} {}. {sentence}", show_halves(halves), stepped(ctx, entry.answer)) }
        </li>
    }
}

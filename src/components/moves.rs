//! What lifts the weakest link, with the measure for each step.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Step;
use forankring_core::scoring::{Headline, Move};
use forankring_core::texts::{ItemText, key, uncapitalised};
use yew::prelude::*;

use super::prose::leaf;
use super::{glossary, words};
use crate::context::Context;

/// The next moves of each binding level.
pub fn moves(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    html! {
        <section class="moves">
            { leaf("h2", "", ctx.t(key::RESULT_MOVES_HEADING)) }
            if headline.moves.is_empty() {
                { leaf("p", "", ctx.t(key::RESULT_MOVES_NONE)) }
            }
            { for headline.moves.iter().map(|(level, moves)| {
                let to = headline.stage.up();
                let to = to.map_or(String::new(), |step| step.number().to_string());
                let lead = ctx.fill(key::RESULT_MOVES_LEAD, &[
                    ("level", &uncapitalised(ctx.t(words::level(*level)))), ("to", &to),
                ]);
                html! {
                    <div key={level.id()}>
                        { leaf("h3", "", ctx.t(words::level(*level))) }
                        { leaf("p", "", lead) }
                        <ul class="move-list">
                            { for moves.iter().map(|rise| one_move(ctx, assessment, rise)) }
                        </ul>
                    </div>
                }
            }) }
            { terms(ctx, assessment, headline) }
        </section>
    }
}

/// The words of the measures, explained.
fn terms(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    let moves = headline.moves.iter().flat_map(|(_, moves)| moves);
    let mut terms: Vec<_> = moves
        .flat_map(|rise| ctx.texts.measure_terms(rise.item, assessment.scope))
        .collect();
    terms.sort();
    terms.dedup();
    glossary::folded(ctx, key::RESULT_WORDS, &terms)
}

/// A move: which item, from where to where, and the measure for each step.
fn one_move(ctx: &Context, assessment: &Assessment, rise: &Move) -> Html {
    let named = |step: Step| {
        format!(
            "{} {}",
            step.number(),
            uncapitalised(ctx.t(words::step(step)))
        )
    };
    let span = ctx.fill(
        key::RESULT_MOVE,
        &[("from", &named(rise.from)), ("to", &named(rise.to))],
    );
    html! {
        <li key={rise.item.id()} data-item={rise.item.id()}>
            <p>{ leaf("strong", "", ctx.t(words::theme(rise.item.theme))) }{ ". " }{ span }</p>
            { for rise.steps().map(|from| html! {
                <p key={from.number()} class="measure">
                    { ctx.texts.item(rise.item, ItemText::MeasureFrom(from), assessment.subject()) }
                </p>
            }) }
        </li>
    }
}

//! What lifts the weakest link, with the measure for each step: the first three where a result
//! begins, and all of them by level.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Level, Step};
use forankring_core::scoring::{Headline, Move, lowest_first};
use forankring_core::texts::{ItemText, key};
use yew::prelude::*;

use super::prose::{leaf, node};
use super::{glossary, words};
use crate::context::Context;

/// How many moves stand where a result begins.
const FIRST: usize = 3;

/// The three moves to begin with.
pub fn first_moves(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    let moves = lowest_first(&headline.moves);
    let to = headline.stage.up().map_or(0, Step::number).to_string();
    let heading = match &headline.moves[..] {
        [] => ctx.t(key::RESULT_MOVES_NONE).to_owned(),
        [(level, all)] if all.len() <= FIRST => {
            let link = ctx.t(words::level_link(*level, assessment.kind));
            ctx.fill(key::RESULT_MOVES_LIFT, &[("link", link), ("to", &to)])
        }
        _ => {
            let (n, total) = (FIRST.min(moves.len()), moves.len());
            let values = [
                ("n", &*n.to_string()),
                ("total", &total.to_string()),
                ("to", &to),
            ];
            ctx.fill(key::RESULT_MOVES_FIRST, &values)
        }
    };
    // Which level it is only needs to be told where several bind.
    let several = headline.moves.len() > 1;
    let moves = moves.iter().take(FIRST).map(|rise| {
        let measure = measure(ctx, assessment, rise, rise.from);
        let named = named(ctx, rise, several.then_some(assessment.kind));
        node(
            "li",
            "",
            vec![leaf("strong", "", named), leaf("p", "measure", measure)],
        )
    });
    node(
        "section",
        "moves",
        vec![
            leaf("h2", "", heading),
            node("ol", "move-list", moves.collect()),
        ],
    )
}

/// All moves of a binding level.
pub fn of_level(
    ctx: &Context,
    assessment: &Assessment,
    headline: &Headline,
    level: Level,
) -> Option<Html> {
    let (_, moves) = headline.moves.iter().find(|(one, _)| *one == level)?;
    let to = headline.stage.up()?.number().to_string();
    let moves = moves.iter().map(|rise| {
        let measures = rise.steps().map(|from| {
            let text = measure(ctx, assessment, rise, from);
            leaf("p", "measure", text)
        });
        html! {
            <li key={rise.item.id()} data-item={rise.item.id()}>
                { leaf("strong", "", named(ctx, rise, None)) }
                { for measures }
            </li>
        }
    });
    Some(node(
        "div",
        "",
        vec![
            leaf("p", "", ctx.fill(key::RESULT_LIFTS, &[("to", &to)])),
            node("ul", "move-list", moves.collect()),
        ],
    ))
}

/// The words of the measures, explained.
pub fn terms(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    let moves = headline.moves.iter().flat_map(|(_, moves)| moves);
    // Each once, in order: by places, which is less code than to sort.
    let mut terms = Vec::new();
    for term in moves.flat_map(|rise| ctx.texts.measure_terms(rise.item, assessment.subject())) {
        if let Err(place) = terms.binary_search(&term) {
            terms.insert(place, term);
        }
    }
    glossary::folded(ctx, key::RESULT_WORDS, &terms)
}

/// Which item is lifted, from where to where; with its level as this kind calls it.
fn named(ctx: &Context, rise: &Move, with_level: Option<Kind>) -> String {
    let theme = ctx.t(words::theme(rise.item.theme));
    let theme = match with_level {
        Some(kind) => format!("{theme} {}", ctx.t(words::level_in(rise.item.level, kind))),
        None => theme.to_owned(),
    };
    let [from, to] = [rise.from, rise.to].map(|step| step.number().to_string());
    ctx.fill(
        key::RESULT_MOVE,
        &[("theme", &theme), ("from", &from), ("to", &to)],
    )
}

fn measure(ctx: &Context, assessment: &Assessment, rise: &Move, from: Step) -> String {
    ctx.texts
        .item(rise.item, ItemText::MeasureFrom(from), assessment.subject())
}

//! The picture: three links that hang under one another. How solid a link is
//! drawn shows its stage; the weakest is marked by shape and words. A table
//! beside it says the same.

use forankring_core::catalogue::{Level, PerLevel, Step};
use forankring_core::scoring::Outcome;
use forankring_core::texts::key;
use yew::prelude::*;

use super::targets::aim;
use super::{figure, words};
use crate::components::prose::{head_cell, leaf, node, table_head};
use crate::context::Context;

/// Height of a link in the drawing, overlap included.
const PITCH: u32 = 100;

/// The chain of a result, with its table.
pub fn chain(ctx: &Context, outcome: &Outcome, targets: &PerLevel<Option<Step>>) -> Html {
    let aimed = *targets != PerLevel::default();
    let binding = outcome
        .headline
        .as_ref()
        .map(|headline| headline.binding.clone());
    let weakest = |level: Level| {
        binding
            .as_ref()
            .is_some_and(|levels| levels.contains(&level))
    };
    let rows = outcome.levels.iter().map(|(level, found)| {
        let stage = match found.stage() {
            Some(stage) => html! {
                <>{ node("span", "stage", vec![figure::step(stage)]) }{ " " }{ ctx.t(words::step(stage)) }</>
            },
            None => html! { ctx.t(key::RESULT_NOT_SCORED_SHORT) },
        };
        let mean = found.mean.filter(|_| found.stage().is_some());
        html! {
            <tr key={level.id()} id={format!("nivaa-{}", level.id())}>
                { head_cell("row", ctx.t(words::level(level))) }
                <td>
                    { stage }
                    if weakest(level) {
                        <span class="weakest">{ wedge() }{ ctx.t(key::RESULT_WEAKEST) }</span>
                    }
                </td>
                { match mean {
                    Some(mean) => node("td", "", vec![figure::mean(mean, ctx.lang())]),
                    None => leaf("td", "", "–"),
                } }
                if aimed {
                    { leaf("td", "", aim(ctx, found, *targets.get(level))) }
                }
            </tr>
        }
    });
    let heads = [
        key::RESULT_COL_LEVEL,
        key::RESULT_COL_STAGE,
        key::RESULT_COL_MEAN,
        key::TARGET_COL,
    ]
    .map(|key| ctx.t(key));
    html! {
        <div class="chain-figure">
            { drawing(
                Level::ALL.map(|level| outcome.levels.get(level).stage()),
                Level::ALL.map(weakest),
                Level::ALL.map(|level| *targets.get(level)),
                ctx.t(key::RESULT_CHAIN_TITLE),
            ) }
            <table class="ds-table chain-table">
                { leaf("caption", "", ctx.t(key::RESULT_CHAIN_CAPTION)) }
                { table_head(heads.get(..if aimed { 4 } else { 3 }).unwrap_or_default()) }
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// The sign of the weakest link, the same in the drawing and in the words.
fn wedge() -> Html {
    html! {
        <svg class="wedge" viewBox="0 0 12 12" aria-hidden="true" focusable="false"><path d="M0 6 12 0v12z" /></svg>
    }
}

/// The drawing alone: the stage of each level, top down (none is drawn as an
/// outline), which are the weakest, and what it is for those who do not see it.
pub fn drawing(
    stages: [Option<Step>; 3],
    weakest: [bool; 3],
    targets: [Option<Step>; 3],
    title: &'static str,
) -> Html {
    let links = stages.iter().zip(0u32..).map(|(stage, index)| {
        let y = 8 + index * PITCH;
        let stage = stage.map_or("none".to_owned(), |stage| stage.number().to_string());
        html! {
            <rect key={index} class="ring" data-stage={stage} x="24" y={y.to_string()} width="52" height="116" rx="26" />
        }
    });
    // The upper link passes in front on one side: so they hang in one another.
    let hooks = stages.iter().zip(0u32..).take(2).map(|(stage, index)| {
        let y = 8 + index * PITCH + 90;
        let stage = stage.map_or("none".to_owned(), |stage| stage.number().to_string());
        html! {
            <path key={index} class="ring" data-stage={stage} d={format!("M76 {}v{}A26 26 0 0 1 50 {}", y - 6, 6, y + 26)} />
        }
    });
    let wedges = weakest
        .iter()
        .zip(0u32..)
        .filter(|(weakest, _)| **weakest)
        .map(|(_, index)| {
            let y = 66 + index * PITCH;
            html! { <path key={index} class="wedge" d={format!("M92 {y}l20 -12v24z")} /> }
        });
    // As many ticks beside a link as its target has stages.
    let aims = targets.iter().zip(0u32..).filter_map(|(target, index)| {
        let count = u32::from(target.as_ref()?.number());
        let y = |n: u32| 84 + index * PITCH - 9 * n;
        let path: String = (0..count).map(|n| format!("M4 {}h10", y(n))).collect();
        Some(html! { <path key={index} class="aim" d={path} /> })
    });
    html! {
        <svg class="chain" viewBox="0 0 116 332" role="img" aria-label={title}>
            <g>{ for links }</g>
            <g>{ for hooks }</g>
            <g>{ for wedges }</g>
            <g>{ for aims }</g>
        </svg>
    }
}

//! The picture: three rings that hang under one another. How solid a ring is
//! drawn shows its stage; the weakest is marked by shape and words. A table
//! beside it says the same.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Level, PerLevel, Step};
use forankring_core::scoring::{Outcome, level_range};
use forankring_core::texts::key;
use yew::prelude::*;

use super::targets::aim;
use super::{figure, words};
use crate::components::prose::{head_cell, leaf, node, table_head};
use crate::context::Context;

/// Height of a ring in the drawing, overlap included.
const PITCH: u32 = 100;

/// One ring as it is drawn.
#[derive(Clone, Copy, Default)]
pub struct Ring {
    /// Its stage; none is drawn as an outline.
    pub stage: Option<Step>,
    /// Whether it is the weakest.
    pub weakest: bool,
    /// The stage that is aimed at.
    pub target: Option<Step>,
    /// What its stage would be with every don't-know at 1 and at 5, where that
    /// is not the same.
    pub range: Option<(Step, Step)>,
}

/// The chain of a result, with its table.
pub fn chain(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let targets = &assessment.targets;
    let aimed = *targets != PerLevel::default();
    let answers = assessment.answers();
    let binding = outcome.headline.as_ref().map(|headline| &headline.binding);
    let ring = |level: Level| Ring {
        stage: outcome.levels.get(level).stage(),
        weakest: binding.is_some_and(|levels| levels.contains(&level)),
        target: *targets.get(level),
        range: level_range(&answers, level).filter(|(low, high)| low != high),
    };
    let heads = [
        key::RESULT_COL_LEVEL,
        key::RESULT_COL_STAGE,
        key::RESULT_COL_MEAN,
        key::TARGET_COL,
    ]
    .map(|key| ctx.t(key));
    html! {
        <div class="chain-figure">
            { drawing(Level::ALL.map(ring), ctx.t(key::RESULT_CHAIN_TITLE)) }
            <table class="ds-table chain-table">
                { leaf("caption", "", ctx.t(key::RESULT_CHAIN_CAPTION)) }
                { table_head(heads.get(..if aimed { 4 } else { 3 }).unwrap_or_default()) }
                <tbody>
                    { for Level::ALL.map(|level| row(ctx, outcome, level, ring(level), aimed)) }
                </tbody>
            </table>
        </div>
    }
}

/// A level in the table: the same as in the drawing, in words.
fn row(ctx: &Context, outcome: &Outcome, level: Level, ring: Ring, aimed: bool) -> Html {
    let found = outcome.levels.get(level);
    let stage = match ring.stage {
        Some(stage) => html! {
            <>
                { node("span", "stage", vec![figure::step(stage)]) }
                { " " }
                { ctx.t(words::step(stage)) }
            </>
        },
        None => html! { ctx.t(key::RESULT_NOT_SCORED_SHORT) },
    };
    let mean = found.mean.filter(|_| ring.stage.is_some());
    html! {
        <tr key={level.id()} id={format!("nivaa-{}", level.id())}>
            { head_cell("row", ctx.t(words::level(level))) }
            <td>
                { stage }
                if ring.weakest {
                    <span class="weakest">{ wedge() }{ ctx.t(key::RESULT_WEAKEST) }</span>
                }
                if let Some((low, high)) = ring.range {
                    { leaf("span", "level-range", ctx.fill(key::RESULT_LEVEL_RANGE, &[
                        ("low", &low.number().to_string()),
                        ("high", &high.number().to_string()),
                    ])) }
                }
            </td>
            { match mean {
                Some(mean) => node("td", "", vec![figure::mean(mean, ctx.lang())]),
                None => leaf("td", "", "–"),
            } }
            if aimed { { leaf("td", "", aim(ctx, found, ring.target)) } }
        </tr>
    }
}

/// The sign of the weakest ring, the same in the drawing and in the words.
fn wedge() -> Html {
    html! {
        <svg class="wedge" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <path d="M0 6 12 0v12z" />
        </svg>
    }
}

/// The drawing alone: the rings top down, and what it is for those who do not
/// see it.
pub fn drawing(rings: [Ring; 3], title: &'static str) -> Html {
    let number = |ring: &Ring| {
        let number = ring.stage.map(|stage| stage.number().to_string());
        number.unwrap_or_else(|| "none".to_owned())
    };
    let each = || rings.iter().zip((0u32..).map(|index| index * PITCH));
    let rings = each().map(|(ring, top)| {
        let y = (top + 8).to_string();
        html! {
            <rect key={top} class="ring" data-stage={number(ring)} x="24" {y} width="52"
                height="116" rx="26" />
        }
    });
    // The upper ring passes in front on one side: so they hang in one another.
    let hooks = each().take(2).map(|(ring, top)| {
        let d = format!("M76 {}v6A26 26 0 0 1 50 {}", top + 92, top + 124);
        html! { <path key={top} class="ring" data-stage={number(ring)} {d} /> }
    });
    let wedges = each().filter(|(ring, _)| ring.weakest).map(|(_, top)| {
        html! { <path key={top} class="wedge" d={format!("M92 {}l20 -12v24z", top + 66)} /> }
    });
    let marked = each().filter(|(ring, _)| ring.target.is_some() || ring.range.is_some());
    let marks =
        marked.map(|(ring, top)| html! { <path key={top} class="aim" d={marks(ring, top)} /> });
    html! {
        <svg class="chain" viewBox="0 0 116 332" role="img" aria-label={title}>
            <g>{ for rings }</g>
            <g>{ for hooks }</g>
            <g>{ for wedges }</g>
            <g>{ for marks }</g>
        </svg>
    }
}

/// The thin marks beside a ring, on a scale of five: as many ticks as its target
/// has stages, and a bracket over the range.
fn marks(ring: &Ring, top: u32) -> String {
    let y = |step: u32| top + 114 - 18 * step;
    let target = ring.target.map_or(0, |target| u32::from(target.number()));
    let ticks: String = (1..=target).map(|n| format!("M3 {}h8", y(n))).collect();
    let range = ring.range.map_or(String::new(), |(low, high)| {
        let (low, high) = (y(u32::from(low.number())), y(u32::from(high.number())));
        format!("M14 {low}h4V{high}h-4")
    });
    ticks + &range
}

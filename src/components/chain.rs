//! The picture: three links that hang in one another, drawn by their stages, and beside each its
//! name, number, word and ruler. What stands beside them is a table that says the same.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Level, Step};
use forankring_core::picture::chain::{
    self, FLAG_AT, HEIGHT, NUMBERS_AT, RULER_HEIGHT, RULER_WIDTH, Reading, Stroke, WIDTH,
};
use forankring_core::scoring::{Aim, LevelOutcome, Outcome, level_range};
use forankring_core::texts::{key, uncapitalised};
use yew::prelude::*;

use super::{figure, words};
use crate::components::headline::replied;
use crate::components::prose::{head_cell, leaf, node, table_head};
use crate::context::Context;

/// What the ruler of a level shows.
pub fn reading(assessment: &Assessment, outcome: &Outcome, level: Level) -> Reading {
    Reading {
        stage: outcome.levels.get(level).stage(),
        range: level_range(&assessment.answers(), level).filter(|(low, high)| low != high),
        target: *assessment.targets.get(level),
    }
}

/// The chain of a result, with its table.
pub fn chain(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let stages = Level::ALL.map(|level| outcome.levels.get(level).stage());
    let headline = outcome.headline.as_ref();
    let binding = headline.map_or(&[][..], |headline| &headline.binding);
    // Where all hold alike, none is the weakest.
    let alike = binding.len() == Level::ALL.len();
    let heads = [
        key::RESULT_COL_LEVEL,
        key::RESULT_COL_STAGE,
        key::RESULT_COL_RANGE,
    ];
    let row = |level: Level| {
        let weakest = !alike && binding.contains(&level);
        row(ctx, assessment, outcome, level, weakest)
    };
    let figure = node(
        "div",
        "chain-figure",
        vec![
            drawing(ctx, assessment.kind, stages),
            html! {
                <table class="chain-table">
                    { leaf("caption", "unseen", ctx.t(key::RESULT_CHAIN_CAPTION)) }
                    { table_head(&heads.map(|key| ctx.t(key))) }
                    <tbody>{ for Level::ALL.map(row) }</tbody>
                </table>
            },
        ],
    );
    node("div", "chain-frame", vec![figure])
}

/// The links with the name and the stage of each: for what shows a result in small.
pub fn named(ctx: &Context, kind: Kind, stages: [Option<Step>; 3]) -> Html {
    let names = Level::ALL.iter().zip(stages).map(|(level, stage)| {
        let shown = match stage {
            Some(stage) => format!("{} {}", stage.number(), ctx.t(words::step(stage))),
            None => ctx.t(key::RESULT_NOT_SCORED_SHORT).to_owned(),
        };
        let level = leaf("strong", "", ctx.t(words::level(*level, kind)));
        node("li", "", vec![level, leaf("span", "", shown)])
    });
    let names = node("ul", "chain-names", names.collect());
    node(
        "div",
        "chain-named",
        vec![drawing(ctx, kind, stages), names],
    )
}

/// A level in the table: the same as in the drawing, in words.
fn row(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    level: Level,
    weakest: bool,
) -> Html {
    let reading = &reading(assessment, outcome, level);
    let mut stage = match reading.stage {
        Some(stage) => vec![
            node("span", "stage", vec![figure::step(stage)]),
            " ".into(),
            ctx.t(words::step(stage)).into(),
        ],
        None => vec![ctx.t(key::RESULT_NOT_SCORED_SHORT).into()],
    };
    if weakest {
        stage.push(" ".into());
        stage.push(node(
            "span",
            "weakest",
            vec![wedge(), ctx.t(key::RESULT_WEAKEST).into()],
        ));
    }
    let mut beside = vec![ruler(ctx, reading)];
    if let Some((low, high)) = reading.range {
        let values = [low, high].map(|step| step.number().to_string());
        let [low, high] = values.each_ref();
        let range = ctx.fill(key::RESULT_LEVEL_RANGE, &[("low", low), ("high", high)]);
        // Where there is little room it stands under the ruler, which is as wide as both.
        stage.push(leaf("span", "level-range roomy", range.clone()));
        beside.push(leaf("span", "level-range tight", range));
    }
    if reading.target.is_some() {
        let aim = aim(ctx, outcome.levels.get(level), reading.target);
        let aim = format!(" {}: {aim}", ctx.t(key::TARGET_COL));
        beside.push(leaf("span", "unseen", aim));
    }
    let name = replied(ctx, assessment, level)
        .unwrap_or_else(|| ctx.t(words::level(level, assessment.kind)).to_owned());
    html! {
        <tr key={level.id()} id={format!("nivaa-{}", level.id())}>
            { head_cell("row", name) }
            { node("td", "", stage) }
            { node("td", "", beside) }
        </tr>
    }
}

/// The sign of the weakest link, beside its words.
fn wedge() -> Html {
    html! {
        <svg class="wedge" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
            <path d="M0 6 12 0v12z" />
        </svg>
    }
}

/// The links alone, and what they are for those who do not see them.
pub fn drawing(ctx: &Context, kind: Kind, stages: [Option<Step>; 3]) -> Html {
    let told = Level::ALL.iter().zip(stages).map(|(level, stage)| {
        let level = ctx.t(words::level(*level, kind));
        match stage {
            Some(stage) => {
                let word = uncapitalised(ctx.t(words::step(stage)));
                format!("{level}: {} {word}", stage.number())
            }
            None => format!("{level}: {}", ctx.t(key::RESULT_NOT_SCORED_SHORT)),
        }
    });
    let told = told.collect::<Vec<_>>().join(". ");
    let label = format!("{}. {told}", title(ctx, kind));
    html! {
        <svg class="chain" viewBox={format!("0 0 {WIDTH} {HEIGHT}")} role="img" aria-label={label}>
            { for chain::links(stages).iter().map(stroke) }
        </svg>
    }
}

/// What the chain is, by the names of its links.
fn title(ctx: &Context, kind: Kind) -> String {
    let levels = Level::ALL.map(|level| uncapitalised(ctx.t(words::level(level, kind))));
    let levels = levels.join(", ");
    ctx.fill(key::RESULT_CHAIN_TITLE, &[("levels", &levels)])
}

/// The ruler beside a link. What it says stands in words beside it.
fn ruler(ctx: &Context, reading: &Reading) -> Html {
    let flag = reading.target.map(|target| {
        let (x, anchor) = chain::flag_name(target);
        let n = target.number().to_string();
        let name = ctx.fill(key::TARGET_FLAG, &[("n", &n)]);
        html! {
            <text x={x.to_string()} y={FLAG_AT.to_string()} text-anchor={anchor.id()}>
                { name }
            </text>
        }
    });
    let numbers = Step::ALL.map(|step| {
        let (x, y) = (chain::place(step).to_string(), NUMBERS_AT.to_string());
        html! { <text {x} {y} text-anchor="middle">{ step.number().to_string() }</text> }
    });
    html! {
        <svg class="ruler" viewBox={format!("0 0 {RULER_WIDTH} {RULER_HEIGHT}")} aria-hidden="true"
            focusable="false">
            { for chain::ruler(reading).iter().map(stroke) }
            { for numbers }
            { flag }
        </svg>
    }
}

/// A part of the drawing; its colours are the page's.
fn stroke(one: &Stroke) -> Html {
    let (class, width) = match one.line {
        Some(line) => ("line", Some(line.width.to_string())),
        None => ("form", None),
    };
    let dashes = one.line.and_then(|line| line.dashes.attributes());
    let [array, offset, cap] = dashes.map_or([None; 3], |all| all.map(Some));
    html! {
        <path {class} data-ink={one.ink.id()} d={one.path.clone()} stroke-width={width}
            stroke-dasharray={array} stroke-dashoffset={offset} stroke-linecap={cap} />
    }
}

/// How a level stands against its target, in words.
fn aim(ctx: &Context, found: &LevelOutcome, target: Option<Step>) -> String {
    let Some(target) = target else {
        return ctx.t(key::TARGET_NONE).to_owned();
    };
    let shown = target.number().to_string();
    let (key, n) = match found.aim(target) {
        Aim::Reached => (key::TARGET_REACHED, 0),
        Aim::Below(1) => (key::TARGET_BELOW1, 1),
        Aim::Below(n) => (key::TARGET_BELOW, n),
        Aim::Unknown => (key::TARGET_UNKNOWN, 0),
    };
    ctx.fill(key, &[("target", &shown), ("n", &n.to_string())])
}

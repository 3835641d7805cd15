//! The stages over time: a line for each level and one for the whole, each by itself and named
//! beside it, and a table with the same figures.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Level, Step};
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::picture::line::{HEIGHT, Point, WIDTH, height_of, lines, points};
use forankring_core::scoring::{Outcome, score};
use forankring_core::texts::key;
use forankring_session::screens::series::Member;
use yew::prelude::*;

use super::prose::{head_cell, leaf, node};
use super::words;
use crate::context::Context;

/// So many stages have room for their numbers beside the points; of more, the first and the last
/// have theirs.
const NUMBERED: usize = 8;

/// A line with its name.
struct Line {
    id: &'static str,
    name: &'static str,
    stages: Vec<Option<Step>>,
}

/// The part of the screen; nothing where there is one assessment only.
pub fn over_time(ctx: &Context, earlier: &[&Member], now: &Assessment) -> Html {
    if earlier.is_empty() {
        return Html::default();
    }
    let all: Vec<&Assessment> = earlier
        .iter()
        .map(|one| &*one.assessment)
        .chain([now])
        .collect();
    let outcomes: Vec<Outcome> = all.iter().map(|one| score(&one.answers())).collect();
    let days: Vec<Day> = all.iter().map(|one| one.date).collect();
    let levels = Level::ALL.map(|level| Line {
        id: level.id(),
        name: ctx.t(words::level(level, now.kind)),
        stages: outcomes
            .iter()
            .map(|one| one.levels.get(level).stage())
            .collect(),
    });
    let headline = |one: &Outcome| Some(one.headline.as_ref()?.stage);
    let whole = Line {
        id: "whole",
        name: ctx.t(key::STATUS_WHOLE),
        stages: outcomes.iter().map(headline).collect(),
    };
    let all: Vec<Line> = levels.into_iter().chain([whole]).collect();
    html! {
        <section id="over-tid" class="over-time">
            { leaf("h2", "", ctx.t(key::STATUS_TIME)) }
            <div class="time-lines">{ for all.iter().map(|line| figure(ctx, line, &days)) }</div>
            <details class="status-more">
                <summary>{ ctx.t(key::STATUS_TIME_TABLE) }</summary>
                { table(ctx, &all, &days) }
            </details>
        </section>
    }
}

fn told(ctx: &Context, stage: Option<Step>) -> String {
    stage.map_or_else(
        || ctx.t(key::STATUS_TIME_NONE).to_owned(),
        |stage| stage.number().to_string(),
    )
}

fn figure(ctx: &Context, line: &Line, days: &[Day]) -> Html {
    let stages: Vec<String> = line.stages.iter().map(|one| told(ctx, *one)).collect();
    let values = [("name", line.name), ("stages", &*stages.join(", "))];
    let label = ctx.fill(key::STATUS_TIME_TOLD, &values);
    let ends = [days.first(), days.last()].into_iter().flatten();
    let ends = ends.map(|day| leaf("span", "", show_day(*day, ctx.lang())));
    html! {
        <figure key={line.id} data-line={line.id}>
            <figcaption>{ line.name }</figcaption>
            { drawing(&points(&line.stages), label) }
            { node("p", "time-ends", ends.collect()) }
        </figure>
    }
}

fn drawing(points: &[Option<Point>], label: String) -> Html {
    let rules = (1..=5).filter_map(Step::new).map(|step| {
        let y = height_of(step).to_string();
        html! { <line class="time-rule" x1="0" x2={WIDTH.to_string()} y1={y.clone()} y2={y} /> }
    });
    let strokes = lines(points).into_iter().map(|(from, to)| {
        let [x1, y1, x2, y2] = [from.x, from.y, to.x, to.y].map(|at| at.to_string());
        html! { <line class="time-line" {x1} {y1} {x2} {y2} /> }
    });
    let last = points.len().saturating_sub(1);
    let few = points.len() <= NUMBERED;
    let marks = points.iter().enumerate().filter_map(|(n, point)| {
        let point = (*point)?;
        let number = (few || n == 0 || n == last).then(|| {
            let y = (point.y - 9).to_string();
            html! { <text x={point.x.to_string()} {y}>{ point.stage.number().to_string() }</text> }
        });
        let (cx, cy) = (point.x.to_string(), point.y.to_string());
        Some(html! { <><circle class="time-mark" {cx} {cy} r="4.5" />{ for number }</> })
    });
    let box_of = format!("0 0 {WIDTH} {HEIGHT}");
    html! {
        <svg class="time-drawing" viewBox={box_of} role="img" aria-label={label}>
            { for rules }{ for strokes }{ for marks }
        </svg>
    }
}

/// A row for each assessment, a column for each line.
fn table(ctx: &Context, all: &[Line], days: &[Day]) -> Html {
    let heads = [ctx.t(key::STATUS_ASSESSED)].into_iter();
    let heads = heads.chain(all.iter().map(|line| line.name));
    let heads = heads.map(|head| head_cell("col", head)).collect();
    let row = |(n, day): (usize, &Day)| {
        let cells = all.iter().map(|line| {
            let stage = line.stages.get(n).copied().flatten();
            leaf("td", "", told(ctx, stage))
        });
        let name = head_cell("row", show_day(*day, ctx.lang()));
        node("tr", "", [name].into_iter().chain(cells).collect())
    };
    let caption = ctx.t(key::STATUS_TIME);
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={caption}>
            <table class="ds-table status-table">
                { leaf("caption", "unseen", caption) }
                { node("thead", "", vec![node("tr", "", heads)]) }
                <tbody>{ for days.iter().enumerate().map(row) }</tbody>
            </table>
        </div>
    }
}

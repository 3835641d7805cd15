//! What the plan would give: the chain today, and when measures are done.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Level, Step};
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::plan::{Outlook, Plan, outlook};
use forankring_core::scoring::{Move, Outcome};
use forankring_core::texts::{Key, key};
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::chain::drawing;
use super::prose::{leaf, node};
use super::select::select;
use super::words;
use crate::context::{Context, Sheet};
use crate::input;

/// The part of the screen; nothing while there is no plan.
pub fn gives(sheet: &Sheet<State, Event>, assessment: &Assessment, plan: &Plan) -> Html {
    if plan.standing().next().is_none() {
        return Html::default();
    }
    let ctx = sheet.ctx;
    let (answers, by) = (assessment.answers(), sheet.own.by);
    let found = outlook(&answers, &assessment.targets, plan.standing(), by);
    let then = match by {
        None => ctx.t(key::PLAN_GIVES_THEN).to_owned(),
        Some(day) => ctx.fill(key::PLAN_GIVES_BY, &[("day", &show_day(day, ctx.lang()))]),
    };
    let kind = assessment.kind;
    let pictures = vec![
        picture(ctx, kind, &found.now, ctx.t(key::PLAN_GIVES_NOW).to_owned()),
        picture(ctx, kind, &found.then, then),
    ];
    let lines = Level::ALL
        .iter()
        .map(|level| level_line(ctx, kind, &found, *level));
    let lines = whole(ctx, &found).into_iter().chain(lines);
    let lines = lines.map(|line| leaf("li", "", line)).collect();
    let told = vec![
        leaf("h2", "", ctx.t(key::PLAN_GIVES)),
        when(sheet, plan),
        node(
            "div",
            "outlook-shown",
            vec![
                node("div", "outlook-pictures", pictures),
                node(
                    "div",
                    "outlook-told",
                    vec![
                        node("ul", "outlook-lines", lines),
                        missing(ctx, assessment, &found),
                    ],
                ),
            ],
        ),
    ];
    html! { <section class="outlook" data-outlook="">{ for told }</section> }
}

fn picture(ctx: &Context, kind: Kind, outcome: &Outcome, name: String) -> Html {
    let stages = Level::ALL.map(|level| outcome.levels.get(level).stage());
    let drawn = drawing(ctx, kind, stages);
    node("figure", "", vec![leaf("figcaption", "", name), drawn])
}

/// To which day one looks ahead: one of the deadlines, or the end.
fn when(sheet: &Sheet<State, Event>, plan: &Plan) -> Html {
    let ctx = sheet.ctx;
    let mut days: Vec<Day> = plan.standing().filter_map(|one| one.deadline).collect();
    days.sort_unstable();
    days.dedup();
    if days.is_empty() {
        return Html::default();
    }
    let send = sheet.send.clone();
    let chosen = input::chosen(move |value| send.emit(Event::ByChosen(Day::parse_iso(&value))));
    let all = (String::new(), ctx.t(key::PLAN_BY_ALL).to_owned());
    let days = days
        .into_iter()
        .map(|day| (day.iso(), show_day(day, ctx.lang())));
    let shown = sheet.own.by.map_or(String::new(), Day::iso);
    select(
        "se-fram",
        ctx.t(key::PLAN_BY_LABEL),
        [all].into_iter().chain(days),
        &shown,
        chosen,
    )
}

fn lift(ctx: &Context, keys: (Key, Key), level: &str, from: Step, to: Step) -> String {
    let [from_shown, to_shown] = [from, to].map(|step| step.number().to_string());
    let values = [("level", level), ("from", &*from_shown), ("to", &*to_shown)];
    ctx.fill(if from == to { keys.1 } else { keys.0 }, &values)
}

/// The chain as a whole, where all levels are scored.
fn whole(ctx: &Context, found: &Outlook) -> Option<String> {
    let (now, then) = (found.now.headline.as_ref()?, found.then.headline.as_ref()?);
    let keys = (key::PLAN_WHOLE_LIFTS, key::PLAN_WHOLE_SAME);
    Some(lift(ctx, keys, "", now.stage, then.stage))
}

fn level_line(ctx: &Context, kind: Kind, found: &Outlook, level: Level) -> String {
    let name = ctx.t(words::level(level, kind));
    let stage = |outcome: &Outcome| outcome.levels.get(level).stage();
    match stage(&found.now).zip(stage(&found.then)) {
        None => ctx.fill(key::PLAN_UNSCORED, &[("level", name)]),
        Some((from, to)) => lift(ctx, (key::PLAN_LIFTS, key::PLAN_SAME), name, from, to),
    }
}

/// What the plan lacks to reach the targets.
fn missing(ctx: &Context, assessment: &Assessment, found: &Outlook) -> Html {
    let levels = Level::ALL.into_iter().filter_map(|level| {
        let moves = found.missing.get(level);
        let target = (*assessment.targets.get(level)).filter(|_| !moves.is_empty())?;
        let values = [
            ("level", ctx.t(words::level_link(level, assessment.kind))),
            ("target", &*target.number().to_string()),
        ];
        let moves = moves
            .iter()
            .map(|rise| leaf("li", "", move_line(ctx, rise)));
        let told = leaf("p", "", ctx.fill(key::PLAN_MISSING, &values));
        Some(html! {
            <div class="outlook-missing" data-missing={level.id()}>
                { told }
                { node("ul", "", moves.collect()) }
            </div>
        })
    });
    levels.collect()
}

fn move_line(ctx: &Context, rise: &Move) -> String {
    let [from, to] = [rise.from, rise.to].map(|step| step.number().to_string());
    let theme = ctx.t(words::theme(rise.item.theme));
    ctx.fill(
        key::PLAN_MISSING_ITEM,
        &[("theme", theme), ("from", &from), ("to", &to)],
    )
}

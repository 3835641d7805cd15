//! What has changed since the assessment before: stages, answers, and which sub-goals of its plan
//! were reached.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Kind, Level, Step};
use forankring_core::compare::{Comparable, comparable};
use forankring_core::numbers::show_day;
use forankring_core::plan::{Attainment, Goal, Moved, Tally, Verdict, attainment, moved};
use forankring_core::scoring::{Outcome, score};
use forankring_core::texts::{Key, isolated, key};
use yew::prelude::*;

use super::measure_words::sub_goal;
use super::prose::{folded, head_cell, leaf, node};
use super::standing::{short, shortened};
use super::words;
use crate::context::Context;

/// The part of the screen.
pub fn since(ctx: &Context, before: &Assessment, now: &Assessment) -> Html {
    let day = show_day(before.date, ctx.lang());
    let heading = ctx.fill(key::STATUS_SINCE, &[("day", &day)]);
    if comparable(before, now) == Comparable::Nothing {
        let told = leaf("p", "", ctx.t(key::STATUS_OTHER_SCOPE));
        return node("section", "since", vec![leaf("h2", "", heading), told]);
    }
    let mut within = vec![leaf("h2", "", heading)];
    let (answered, total) = (now.answered(), now.variant.count());
    if answered < total {
        let values = [
            ("n", &*answered.to_string()),
            ("total", &*total.to_string()),
        ];
        within.push(leaf(
            "p",
            "quiet-text",
            ctx.fill(key::STATUS_UNFINISHED, &values),
        ));
    }
    within.extend([stages(ctx, before, now), moves(ctx, before, now)]);
    node("section", "since", within)
}

/// A stage as it is told: number and word.
fn stage_told(ctx: &Context, stage: Option<Step>) -> String {
    match stage {
        Some(stage) => format!("{} {}", stage.number(), ctx.t(words::step(stage))),
        None => ctx.t(key::STATUS_UNSCORED).to_owned(),
    }
}

/// The stages of the levels and the whole, then and now.
fn stages(ctx: &Context, before: &Assessment, now: &Assessment) -> Html {
    let both = [before, now].map(|one| score(&one.answers()));
    let row = |name: &'static str, of: &dyn Fn(&Outcome) -> Option<Step>| {
        let cells = both
            .iter()
            .map(|outcome| leaf("td", "", stage_told(ctx, of(outcome))));
        let cells = [head_cell("row", name)].into_iter().chain(cells);
        node("tr", "", cells.collect())
    };
    let whole = row(ctx.t(key::STATUS_WHOLE), &|one| {
        Some(one.headline.as_ref()?.stage)
    });
    let levels = Level::ALL.map(|level| {
        let name = ctx.t(words::level(level, now.kind));
        row(name, &|one| one.levels.get(level).stage())
    });
    let rows = levels.into_iter().chain([whole]).collect();
    let heads = heads(ctx, key::STATUS_BY_LEVEL, before);
    table(ctx.t(key::STATUS_STAGES), heads, rows)
}

/// The heads of a table: what its rows are, then and now.
fn heads(ctx: &Context, name: Key, before: &Assessment) -> Vec<String> {
    let (then, now) = (show_day(before.date, ctx.lang()), ctx.t(key::STATUS_NOW));
    vec![ctx.t(name).to_owned(), then, now.to_owned()]
}

/// A row: its name, and what stands in it.
#[inline(never)]
fn row(name: String, cells: Vec<String>) -> Html {
    let cells = cells.into_iter().map(|cell| leaf("td", "", cell));
    node(
        "tr",
        "",
        [head_cell("row", name)].into_iter().chain(cells).collect(),
    )
}

#[inline(never)]
fn table(caption: &'static str, heads: Vec<String>, rows: Vec<Html>) -> Html {
    let heads = heads
        .into_iter()
        .map(|head| head_cell("col", head))
        .collect();
    html! {
        <div class="wide" tabindex="0" role="region" aria-label={caption}>
            <table class="ds-table status-table">
                { leaf("caption", "unseen", caption) }
                { node("thead", "", vec![node("tr", "", heads)]) }
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

/// Where an item went, in words.
fn move_line(ctx: &Context, kind: Kind, one: Moved) -> String {
    let [from, to] = [one.from, one.to].map(|step| step.number().to_string());
    let values = [
        ("theme", ctx.t(words::theme(one.item.theme))),
        ("level", ctx.t(words::level_in(one.item.level, kind))),
        ("from", &*from),
        ("to", &*to),
    ];
    ctx.fill(key::PLAN_SUB_GOAL, &values)
}

fn listed(ctx: &Context, kind: Kind, heading: Key, all: &[Moved]) -> Html {
    let rows = all
        .iter()
        .map(|one| leaf("li", "", move_line(ctx, kind, *one)));
    let rows: Vec<Html> = rows.collect();
    match rows.is_empty() {
        true => Html::default(),
        false => html! { <>{ leaf("h3", "", ctx.t(heading)) }{ shortened(ctx, rows) }</> },
    }
}

/// Answers that went up or down.
fn moves(ctx: &Context, before: &Assessment, now: &Assessment) -> Html {
    let all = moved(before, now);
    let (up, down): (Vec<Moved>, Vec<Moved>) = all.into_iter().partition(|one| one.to > one.from);
    let none = up.is_empty() && down.is_empty();
    html! {
        <>
            { listed(ctx, now.kind, key::STATUS_UP, &up) }
            { listed(ctx, now.kind, key::STATUS_DOWN, &down) }
            if none { { leaf("p", "", ctx.t(key::STATUS_UNMOVED_ALL)) } }
        </>
    }
}

/// Each answer then and now: what was answered can be seen, and is not taken over.
fn every_answer(ctx: &Context, before: &Assessment, now: &Assessment) -> Html {
    let both = [before.answers(), now.answers()];
    let told = |answer: Option<Answer>| match answer {
        Some(Answer::Rated(step)) => stage_told(ctx, Some(step)),
        other => ctx.t(words::answer(other)).to_owned(),
    };
    let rows = Item::ALL.iter().map(|item| {
        let theme = ctx.t(words::theme(item.theme));
        let level = ctx.t(words::level_in(item.level, now.kind));
        let cells = both.iter().map(|answers| told(*answers.get(*item)));
        row(format!("{theme}, {level}"), cells.collect())
    });
    let name = ctx.t(key::STATUS_ANSWERS);
    let heads = heads(ctx, key::STATUS_QUESTION, before);
    let rows = rows.collect();
    folded("status-more", false, name, vec![table(name, heads, rows)])
}

/// The name of a verdict.
fn verdict(verdict: Verdict) -> Key {
    match verdict {
        Verdict::Reached => key::STATUS_REACHED,
        Verdict::Partly => key::STATUS_PARTLY,
        Verdict::Unmoved => key::STATUS_UNMOVED,
        Verdict::Fallen => key::STATUS_FALLEN,
        Verdict::Unknown => key::STATUS_UNKNOWN,
    }
}

/// What became of the sub-goals; nothing where the two are about something else.
pub fn reached(before: &Assessment, now: &Assessment) -> Option<Attainment> {
    (comparable(before, now) != Comparable::Nothing).then(|| attainment(before, now))
}

/// Which sub-goals were reached, by answers.
pub fn attained(ctx: &Context, now: &Assessment, found: &Attainment) -> Html {
    let tally = found.tally();
    let mut within = vec![leaf("h2", "", ctx.t(key::STATUS_ATTAINED))];
    if tally.total() == 0 {
        within.push(leaf("p", "", ctx.t(key::STATUS_ATTAINED_NONE)));
    } else {
        let n = tally.get(Verdict::Reached).to_string();
        let values = [("n", &*n), ("total", &*tally.total().to_string())];
        within.push(leaf("p", "", ctx.fill(key::STATUS_ATTAINED_TOLD, &values)));
    }
    let effectless = found.goals.iter().filter(|one| one.is_without_effect());
    let effectless = effectless.map(|one| goal_line(ctx, now, one));
    let effectless: Vec<Html> = effectless.collect();
    if !effectless.is_empty() {
        within.push(leaf("h3", "", ctx.t(key::STATUS_EFFECTLESS)));
        within.push(shortened(ctx, effectless));
    }
    within.push(listed(
        ctx,
        now.kind,
        key::STATUS_UNPLANNED,
        &found.unplanned,
    ));
    html! { <section id="maloppnaelse" class="attained">{ for within }</section> }
}

/// Folded: each sub-goal, how many there are of each kind, and all answers.
pub fn folds(ctx: &Context, before: &Assessment, now: &Assessment, found: &Attainment) -> Html {
    let mut within = Vec::new();
    if !found.goals.is_empty() {
        let each = found.goals.iter().map(|one| goal_line(ctx, now, one));
        let each = node("ul", "status-list", each.collect());
        let name = ctx.t(key::STATUS_EACH);
        within.push(folded("status-more", false, name, vec![each]));
        let name = ctx.t(key::STATUS_GROUPED);
        within.push(folded("status-more", false, name, groups(ctx, now, found)));
    }
    within.push(every_answer(ctx, before, now));
    node("section", "status-folds", within)
}

/// A sub-goal, its measure, and what became of it.
fn goal_line(ctx: &Context, now: &Assessment, goal: &Goal) -> Html {
    let told = ctx.t(verdict(goal.verdict));
    let aimed = sub_goal(ctx.texts, now, goal.aim);
    html! {
        <li data-verdict={goal.verdict.id()} key={goal.measure.id.as_str().to_owned()}>
            { leaf("strong", "", short(ctx, &goal.measure)) }
            { leaf("span", "quiet-text", format!("{aimed} · {told}")) }
        </li>
    }
}

/// How many sub-goals of each level, theme and so on had which verdict.
fn groups(ctx: &Context, now: &Assessment, found: &Attainment) -> Vec<Html> {
    let mut rows: Vec<(Key, String, Tally)> = Vec::new();
    for (level, tally) in found.by_level() {
        let name = ctx.t(words::level(level, now.kind));
        rows.push((key::STATUS_BY_LEVEL, name.to_owned(), tally));
    }
    for (theme, tally) in found.by_theme() {
        let name = ctx.t(words::theme(theme));
        rows.push((key::STATUS_BY_THEME, name.to_owned(), tally));
    }
    let by_name = [
        (key::STATUS_BY_RESPONSIBLE, found.by_responsible()),
        (key::STATUS_BY_AGREEMENT, found.by_agreement()),
    ];
    for (heading, tallies) in by_name {
        for (name, tally) in tallies {
            let name = match name.is_empty() {
                true => ctx.t(key::PLAN_NO_RESPONSIBLE).to_owned(),
                false => isolated(name.as_str()),
            };
            rows.push((heading, name, tally));
        }
    }
    let tables = rows.chunk_by(|(one, ..), (next, ..)| one == next);
    tables.map(|rows| group(ctx, rows)).collect()
}

fn group(ctx: &Context, rows: &[(Key, String, Tally)]) -> Html {
    let name = rows.first().map_or("", |(heading, ..)| ctx.t(*heading));
    let rows = rows.iter().map(|(_, name, tally)| {
        let counts = Verdict::ALL.map(|one| tally.get(one).to_string());
        row(name.clone(), counts.into())
    });
    let mut heads = vec![name.to_owned()];
    heads.extend(Verdict::ALL.map(|one| ctx.t(verdict(one)).to_owned()));
    table(name, heads, rows.collect())
}

//! How far measures have come, for those who lead: the late ones, the next deadlines, and what is
//! done. The first few of each are shown; the rest is folded.

use forankring_core::assessment::Assessment;
use forankring_core::numbers::{show_count, show_day};
use forankring_core::plan::{Measure, Order, Plan, done, in_order};
use forankring_core::texts::{Key, key, shortened as shortened_text};
use yew::prelude::*;

use super::measure_words::{goal, title};
use super::prose::{leaf, node};
use crate::context::Context;

/// So many of each are shown at first.
pub const SHOWN: usize = 4;

/// So many characters of a measure's text are shown.
const CHARACTERS: usize = 140;

/// What is late, the latest first.
pub fn late_ones(ctx: &Context, assessment: &Assessment, plan: &Plan) -> Html {
    let today = ctx.desk.today;
    let late = plan.standing().filter(|one| one.is_late(today));
    let late = in_order(late, Order::Deadline, today);
    let none = key::STATUS_LATE_NONE;
    told(ctx, assessment, "sent", (key::STATUS_LATE, none), &late)
}

/// Deadlines that lie ahead, the nearest first; today's is one of them.
pub fn next_ones(ctx: &Context, assessment: &Assessment, plan: &Plan) -> Html {
    let today = ctx.desk.today;
    let ahead = |one: &&Measure| one.due().is_some_and(|day| day >= today);
    let next = in_order(plan.standing().filter(ahead), Order::Deadline, today);
    let none = key::STATUS_NEXT_NONE;
    told(ctx, assessment, "neste", (key::STATUS_NEXT, none), &next)
}

/// What is done, here or in the plan of the assessment before.
pub fn done_ones(ctx: &Context, assessment: &Assessment, before: Option<&Assessment>) -> Html {
    let all = done(before, assessment);
    let all: Vec<&Measure> = all.iter().collect();
    let heading = match before {
        Some(_) => key::STATUS_DONE_SINCE,
        None => key::STATUS_DONE,
    };
    told(
        ctx,
        assessment,
        "gjort",
        (heading, key::STATUS_DONE_NONE),
        &all,
    )
}

fn told(
    ctx: &Context,
    assessment: &Assessment,
    id: &'static str,
    (heading, none): (Key, Key),
    measures: &[&Measure],
) -> Html {
    let count = show_count(measures.len(), ctx.lang());
    let heading = format!("{} ({count})", ctx.t(heading));
    let rows = measures.iter().map(|one| entry(ctx, assessment, one));
    let list = match measures.is_empty() {
        true => leaf("p", "quiet-text", ctx.t(none)),
        false => shortened(ctx, rows.collect()),
    };
    html! { <section {id}>{ leaf("h2", "", heading) }{ list }</section> }
}

/// A list of which the first few are shown and the rest is folded.
pub fn shortened(ctx: &Context, mut rows: Vec<Html>) -> Html {
    let rest = rows.split_off(rows.len().min(SHOWN));
    let n = rest.len().to_string();
    html! {
        <>
            { node("ul", "status-list", rows) }
            if !rest.is_empty() {
                <details class="status-more">
                    <summary>{ ctx.fill(key::STATUS_MORE, &[("n", &n)]) }</summary>
                    { node("ul", "status-list", rest) }
                </details>
            }
        </>
    }
}

/// What a measure is called here: its first words. All of it stands in the plan.
pub fn short(ctx: &Context, measure: &Measure) -> String {
    shortened_text(&title(ctx.texts, measure), CHARACTERS)
}

/// A measure in a line or two: what is to be done, by whom and when.
fn entry(ctx: &Context, assessment: &Assessment, measure: &Measure) -> Html {
    let day = measure.due().map(|day| show_day(day, ctx.lang()));
    let day = day.map(|day| ctx.fill(key::PLAN_BY_DAY, &[("day", &day)]));
    let who = measure.responsible.as_str().to_owned();
    let facts = [Some(goal(ctx.texts, assessment, measure)), Some(who), day];
    let facts: Vec<String> = facts
        .into_iter()
        .flatten()
        .filter(|one| !one.is_empty())
        .collect();
    html! {
        <li key={measure.id.as_str().to_owned()} data-measure={measure.id.as_str().to_owned()}>
            { leaf("strong", "", short(ctx, measure)) }
            { leaf("span", "quiet-text", facts.join(" · ")) }
        </li>
    }
}

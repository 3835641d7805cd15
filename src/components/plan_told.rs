//! A plan as it is told to others: read, not worked on.

use forankring_core::assessment::Assessment;
use forankring_core::numbers::show_day;
use forankring_core::plan::{Measure, Order, Plan, in_order};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::measure_words::{effort, goal, status, title};
use super::prose::{leaf, node};
use crate::context::Context;

/// All measures of a plan, as on its day; nothing where there are none.
pub fn plan_told(ctx: &Context, assessment: &Assessment) -> Html {
    let plan = Plan::of(&assessment.parts);
    let measures = in_order(plan.standing(), Order::Deadline, assessment.date);
    if measures.is_empty() {
        return Html::default();
    }
    let rows = measures.iter().map(|one| told(ctx, assessment, one));
    node(
        "section",
        "plan-told",
        vec![
            leaf("h2", "", ctx.t(key::PLAN_LIST)),
            node("ul", "measures", rows.collect()),
        ],
    )
}

fn told(ctx: &Context, assessment: &Assessment, measure: &Measure) -> Html {
    let day = |label: Key, day: Option<_>| (label, day.map(|day| show_day(day, ctx.lang())));
    let text = |label: Key, text: &str| (label, (!text.is_empty()).then(|| text.to_owned()));
    let size = measure.effort.map(|one| ctx.t(effort(one)).to_owned());
    let facts = [
        text(
            key::PLAN_COL_SUB_GOAL,
            &goal(ctx.texts, assessment, measure),
        ),
        text(key::PLAN_FIELD_RESPONSIBLE, measure.responsible.as_str()),
        text(key::PLAN_FIELD_CONTACT, measure.contact.as_str()),
        text(key::PLAN_FIELD_AGREEMENT, measure.agreement.as_str()),
        text(key::PLAN_FIELD_MEANS, measure.means.as_str()),
        (key::PLAN_FIELD_EFFORT, size),
        day(key::PLAN_FIELD_START, measure.start),
        day(key::PLAN_FIELD_DEADLINE, measure.deadline),
        text(key::PLAN_FIELD_STATUS, ctx.t(status(measure.status))),
        text(key::PLAN_FIELD_REASON, measure.reason.as_str()),
        text(key::PLAN_FIELD_LOG, measure.log.as_str()),
    ];
    let facts = facts.into_iter().filter_map(|(label, fact)| {
        let fact = leaf("dd", "", fact?);
        Some(node("div", "", vec![leaf("dt", "", ctx.t(label)), fact]))
    });
    let facts = node("dl", "told-facts", facts.collect());
    let title = leaf("h3", "measure-text", title(ctx.texts, measure));
    node("li", "measure-entry", vec![title, facts])
}

//! The plan out of the app: its deadlines for a calendar, its measures for a spreadsheet.

use forankring_core::assessment::Assessment;
use forankring_core::numbers::show_day;
use forankring_core::plan::{Entry, Field, Measure, Order, Plan, Status, in_order};
use forankring_core::texts::{Key, key};
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::measure_words::{effort, gives_told, status, title};
use super::proposals::sub_goal;
use super::prose::{Look, button};
use super::words;
use crate::context::{Context, Sheet};

/// The columns of the table, after the sub-goal and before the id.
const COLUMNS: [(Field, Key); 11] = [
    (Field::Text, key::PLAN_FIELD_TEXT),
    (Field::Status, key::PLAN_FIELD_STATUS),
    (Field::Responsible, key::PLAN_FIELD_RESPONSIBLE),
    (Field::Contact, key::PLAN_FIELD_CONTACT),
    (Field::Agreement, key::PLAN_FIELD_AGREEMENT),
    (Field::Means, key::PLAN_FIELD_MEANS),
    (Field::Effort, key::PLAN_FIELD_EFFORT),
    (Field::Start, key::PLAN_FIELD_START),
    (Field::Deadline, key::PLAN_FIELD_DEADLINE),
    (Field::Reason, key::PLAN_FIELD_REASON),
    (Field::Log, key::PLAN_FIELD_LOG),
];

/// The ways out of the app that there is something for.
pub fn ways_out(sheet: &Sheet<State, Event>, assessment: &Assessment, plan: &Plan) -> Vec<Html> {
    let ctx = sheet.ctx;
    let mut ways = Vec::new();
    let entries: Vec<Entry> = plan
        .standing()
        .filter_map(|one| due(ctx, assessment, one))
        .collect();
    if !entries.is_empty() {
        let label = ctx.t(key::PLAN_CALENDAR);
        let wanted = sheet.on(Event::CalendarWanted(called(ctx, assessment), entries));
        ways.push(button(Look::Secondary, "kalender", label, wanted));
    }
    if plan.standing().next().is_some() {
        let label = ctx.t(key::PLAN_TABLE);
        let wanted = sheet.on(Event::TableWanted(rows(ctx, assessment, plan)));
        ways.push(button(Look::Secondary, "tabell", label, wanted));
    }
    ways
}

/// What the calendar is called: the plan, and whose.
pub fn called(ctx: &Context, assessment: &Assessment) -> String {
    let plan = ctx.t(key::PLAN_HEADING);
    match assessment.called() {
        Some(name) => format!("{plan}: {}", name.as_str()),
        None => plan.to_owned(),
    }
}

/// The deadline of a measure, where it has one and is still to be done.
pub fn due(ctx: &Context, assessment: &Assessment, measure: &Measure) -> Option<Entry> {
    let day = measure.deadline.filter(|_| measure.status.is_open())?;
    // What is kept nowhere has no id; measures have one all the same.
    let whose = ctx.desk.open_id().map_or("fane", |id| id.as_str());
    let text = title(ctx, measure);
    let first = text.lines().next().unwrap_or_default();
    let line = |name: Key, value: &str| match value.is_empty() {
        true => None,
        false => Some(format!("{}: {value}", ctx.t(name))),
    };
    let told = [
        Some(text.clone()),
        line(key::PLAN_FIELD_AIM, &goal(ctx, assessment, measure)),
        line(key::PLAN_FIELD_RESPONSIBLE, measure.responsible.as_str()),
        line(key::PLAN_FIELD_MEANS, measure.means.as_str()),
    ];
    Some(Entry {
        uid: format!("{whose}-{}@forankring", measure.id.as_str()),
        day,
        summary: ctx.fill(key::PLAN_DUE, &[("text", first)]),
        description: told.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    })
}

fn goal(ctx: &Context, assessment: &Assessment, measure: &Measure) -> String {
    match measure.aim {
        Some(aim) => sub_goal(ctx, assessment, aim),
        None => measure.goal.as_str().to_owned(),
    }
}

/// A head, and a row for each measure, as they are ordered at first.
fn rows(ctx: &Context, assessment: &Assessment, plan: &Plan) -> Vec<Vec<String>> {
    let named = |key: Key| ctx.t(key).to_owned();
    let columns = COLUMNS.iter().map(|(_, name)| named(*name));
    let head = [named(key::PLAN_OF_LEVEL), named(key::PLAN_FIELD_AIM)].into_iter();
    let ends = [named(key::PLAN_GIVES), "Id".to_owned()];
    let head = head.chain(columns).chain(ends).collect();
    let measures = in_order(plan.standing(), Order::Deadline, ctx.desk.today);
    let rows = measures.into_iter().map(|one| {
        let level = one
            .aim
            .map(|aim| ctx.t(words::level(aim.item().level, assessment.kind)));
        let begins = [
            level.unwrap_or_default().to_owned(),
            goal(ctx, assessment, one),
        ];
        let cells = COLUMNS.iter().map(|(field, _)| cell(ctx, one, *field));
        let ends = [gives_told(ctx, assessment, one), one.id.as_str().to_owned()];
        begins.into_iter().chain(cells).chain(ends).collect()
    });
    [head].into_iter().chain(rows).collect()
}

/// What stands in a cell: in words, days as the language writes them.
fn cell(ctx: &Context, measure: &Measure, field: Field) -> String {
    let day = match field {
        Field::Start => measure.start,
        Field::Deadline => measure.deadline,
        _ => None,
    };
    match (field, day) {
        (_, Some(day)) => show_day(day, ctx.lang()),
        (Field::Status, _) => ctx.t(status(measure.status)).to_owned(),
        (Field::Effort, _) => measure
            .effort
            .map_or("", |one| ctx.t(effort(one)))
            .to_owned(),
        (Field::Reason, _) if measure.status != Status::Dropped => String::new(),
        _ => measure.value(field),
    }
}

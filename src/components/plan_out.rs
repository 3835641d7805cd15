//! The plan out of the app: its deadlines for a calendar, its measures for a spreadsheet.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::plan::{Entry, Field, Measure, Order, Plan, Status, in_order, rich};
use forankring_core::texts::{Key, Texts, key};
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::measure_words::{effort, gives_told, goal, status, title};
use super::prose::{Look, button, entry_button};
use super::words;
use crate::context::Sheet;

/// The columns of the table, after the sub-goal and before the id.
pub const COLUMNS: [(Field, Key); 11] = [
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

/// The ways out of the app that there is something for. What goes out is put together when
/// it is asked for.
pub fn ways_out(sheet: &Sheet<State, Event>, plan: &Plan) -> Vec<Html> {
    let ctx = sheet.ctx;
    let mut ways = Vec::new();
    if plan.standing().any(|one| one.due().is_some()) {
        let label = ctx.t(key::PLAN_CALENDAR);
        let wanted = calendar(sheet, None);
        ways.push(button(Look::Secondary, "kalender", label, wanted));
    }
    if let Some(open) = ctx.open().filter(|_| plan.standing().next().is_some()) {
        let (texts, send) = (ctx.texts, sheet.send.clone());
        let (assessment, today) = (open.assessment.clone(), ctx.desk.today);
        let wanted = Callback::from(move |_| {
            send.emit(Event::TableWanted(rows(texts, &assessment, today)));
        });
        let label = ctx.t(key::PLAN_TABLE);
        ways.push(button(Look::Secondary, "tabell", label, wanted));
        let (send, assessment) = (sheet.send.clone(), open.assessment.clone());
        let wanted = Callback::from(move |_| {
            let mut rows = rows(texts, &assessment, today);
            // Nobody reads ids in a document.
            rows.iter_mut().for_each(|row| drop(row.pop()));
            send.emit(Event::CopyWanted(rich(&called(texts, &assessment), &rows)));
        });
        let label = ctx.t(key::PLAN_COPY_TABLE);
        ways.push(button(Look::Secondary, "kopier-tabell", label, wanted));
    }
    ways
}

/// The way of one deadline; nothing where there is none to keep.
pub fn deadline_out(sheet: &Sheet<State, Event>, measure: &Measure) -> Option<Html> {
    measure.due()?;
    let label = sheet.ctx.t(key::PLAN_CALENDAR_ONE);
    let wanted = calendar(sheet, Some(measure.id.clone()));
    Some(entry_button(Look::Secondary, "kalender", label, wanted))
}

/// A click that asks for the deadlines of all measures, or of one.
fn calendar(sheet: &Sheet<State, Event>, one: Option<Id>) -> Callback<MouseEvent> {
    let (texts, send) = (sheet.ctx.texts, sheet.send.clone());
    let open = sheet.ctx.open().map(|open| open.assessment.clone());
    let whose = sheet.ctx.desk.open_id().cloned();
    Callback::from(move |_| {
        let Some((assessment, whose)) = open.as_ref().zip(whose.as_ref()) else {
            return;
        };
        let plan = Plan::of(&assessment.parts);
        let wanted = |measure: &&Measure| one.as_ref().is_none_or(|id| measure.id == *id);
        let measures = plan.standing().filter(wanted);
        let entries = measures.filter_map(|one| due(texts, assessment, whose, one));
        let named = called(texts, assessment);
        send.emit(Event::CalendarWanted(named, entries.collect()));
    })
}

/// What the calendar is called: the plan, and whose.
fn called(texts: Texts, assessment: &Assessment) -> String {
    let plan = texts.get(key::PLAN_HEADING);
    match assessment.called() {
        Some(name) => format!("{plan}: {}", name.as_str()),
        None => plan.to_owned(),
    }
}

/// The deadline of a measure, as it stands in a calendar.
fn due(texts: Texts, assessment: &Assessment, whose: &Id, measure: &Measure) -> Option<Entry> {
    let day = measure.due()?;
    let text = title(texts, measure);
    let first = text.lines().next().unwrap_or_default();
    let line = |name: Key, value: &str| match value.is_empty() {
        true => None,
        false => Some(format!("{}: {value}", texts.get(name))),
    };
    let told = [
        Some(text.clone()),
        line(key::PLAN_FIELD_AIM, &goal(texts, assessment, measure)),
        line(key::PLAN_FIELD_RESPONSIBLE, measure.responsible.as_str()),
        line(key::PLAN_FIELD_MEANS, measure.means.as_str()),
    ];
    Some(Entry {
        uid: format!("{}-{}@forankring", whose.as_str(), measure.id.as_str()),
        day,
        summary: texts.fill(key::PLAN_DUE, &[("text", first)]),
        description: told.into_iter().flatten().collect::<Vec<_>>().join("\n"),
    })
}

/// A head, and a row for each measure, as they are ordered at first.
pub fn rows(texts: Texts, assessment: &Assessment, today: Day) -> Vec<Vec<String>> {
    let plan = Plan::of(&assessment.parts);
    let named = |key: Key| texts.get(key).to_owned();
    let columns = COLUMNS.iter().map(|(_, name)| named(*name));
    let head = [named(key::PLAN_OF_LEVEL), named(key::PLAN_FIELD_AIM)].into_iter();
    let ends = [named(key::PLAN_GIVES), "Id".to_owned()];
    let head = head.chain(columns).chain(ends).collect();
    let answers = assessment.answers();
    let measures = in_order(plan.standing(), Order::Deadline, today);
    let rows = measures.into_iter().map(|one| {
        let level = one
            .aim
            .map(|aim| texts.get(words::level(aim.item().level, assessment.kind)));
        let begins = [
            level.unwrap_or_default().to_owned(),
            goal(texts, assessment, one),
        ];
        let cells = COLUMNS.iter().map(|(field, _)| cell(texts, one, *field));
        let ends = [gives_told(texts, &answers, one), one.id.as_str().to_owned()];
        begins.into_iter().chain(cells).chain(ends).collect()
    });
    [head].into_iter().chain(rows).collect()
}

/// What stands in a cell: in words, days as the language writes them.
fn cell(texts: Texts, measure: &Measure, field: Field) -> String {
    let day = match field {
        Field::Start => measure.start,
        Field::Deadline => measure.deadline,
        _ => None,
    };
    match (field, day) {
        (_, Some(day)) => show_day(day, texts.lang()),
        (Field::Status, _) => texts.get(status(measure.status)).to_owned(),
        (Field::Effort, _) => measure
            .effort
            .map_or("", |one| texts.get(effort(one)))
            .to_owned(),
        (Field::Log, _) => measure.told_notes(|day| show_day(day, texts.lang())),
        (Field::Reason, _) if measure.status != Status::Dropped => String::new(),
        _ => measure.value(field),
    }
}

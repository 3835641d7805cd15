//! One measure: what it is at a glance, and the form in which it is changed.

use forankring_core::assessment::{Assessment, Note};
use forankring_core::numbers::show_day;
use forankring_core::plan::{Effort, Field, FieldProblem, Gone, Measure, Status, next_steps};
use forankring_core::scoring::Answers;
use forankring_core::texts::{Key, key};
use forankring_session::desk;
use forankring_session::screens::planning::{Event, State, edit_id, field_id};
use yew::prelude::*;

use super::item::too_long;
use super::measure_notes::notes;
use super::measure_words::{effort, gives_told, goal, status, sub_goal, title};
use super::plan_out::deadline_out;
use super::prose::{Look, entry_button, leaf, node};
use super::select::{option, select};
use crate::context::{Context, Sheet};
use crate::input;

/// A measure in the list; the answers are those of the assessment.
pub fn entry(
    sheet: &Sheet<State, Event>,
    assessment: &Assessment,
    answers: &Answers,
    measure: &Measure,
) -> Html {
    let (ctx, id) = (sheet.ctx, &measure.id);
    let editing = sheet.own.editing.as_ref() == Some(id);
    let label = if editing {
        key::PLAN_CLOSE
    } else {
        key::PLAN_EDIT
    };
    // Many stand below each other: each says of which.
    let named = format!("{}: {}", ctx.t(label), title(ctx.texts, measure));
    let turn = sheet.on(Event::EditTurned(id.clone()));
    let contested = (measure.gone == Gone::Contested).then(|| contested(sheet, measure));
    html! {
        <li key={id.as_str().to_owned()} class="measure-entry" data-measure={id.as_str().to_owned()}
            data-status={measure.status.id()}>
            <div class="measure-head">
                <div>
                    { leaf("p", "measure-text", title(ctx.texts, measure)) }
                    { facts(ctx, assessment, answers, measure) }
                </div>
                { status_choice(sheet, measure) }
                <button type="button" id={edit_id(id)} class="ds-button"
                    data-variant="secondary" aria-expanded={editing.to_string()}
                    aria-label={named} onclick={turn}>{ ctx.t(label) }</button>
            </div>
            { for contested }
            if editing { { form(sheet, assessment, measure) } }
        </li>
    }
}

/// How far it has come: changed where it stands, for that is what is changed most.
fn status_choice(sheet: &Sheet<State, Event>, measure: &Measure) -> Html {
    let (ctx, id) = (sheet.ctx, measure.id.clone());
    let options = Status::ALL.iter().map(|one| {
        let (value, name) = (one.id().to_owned(), ctx.t(status(*one)).to_owned());
        option(value, name, *one == measure.status)
    });
    let label = format!(
        "{}: {}",
        ctx.t(key::PLAN_FIELD_STATUS),
        title(ctx.texts, measure)
    );
    let place = field_id(&id, Field::Status);
    let send = sheet.send.clone();
    let chosen = input::chosen(move |value| {
        send.emit(Event::Entered(id.clone(), Field::Status, value));
    });
    html! {
        <select id={place} class="ds-input status-choice" aria-label={label} onchange={chosen}>
            { for options }
        </select>
    }
}

/// What is known of it, in one line: what is missing is said too.
fn facts(ctx: &Context, assessment: &Assessment, answers: &Answers, measure: &Measure) -> Html {
    let mut facts = Vec::new();
    if measure.is_late(ctx.desk.today) {
        facts.push(leaf("strong", "flag late", ctx.t(key::PLAN_LATE)));
    }
    // On the screen it can be chosen, beside.
    facts.push(leaf("span", "flag status", ctx.t(status(measure.status))));
    let goal = goal(ctx.texts, assessment, measure);
    let is_open = measure.status.is_open();
    let responsible = match measure.responsible.is_empty() {
        true if is_open => ctx.t(key::PLAN_NO_RESPONSIBLE).to_owned(),
        _ => measure.responsible.as_str().to_owned(),
    };
    let deadline = match measure.deadline {
        Some(day) => ctx.fill(key::PLAN_BY_DAY, &[("day", &show_day(day, ctx.lang()))]),
        None if is_open => ctx.t(key::PLAN_NO_DEADLINE).to_owned(),
        None => String::new(),
    };
    let gives = gives_told(ctx.texts, answers, measure);
    let told = [goal, responsible, deadline, gives].into_iter();
    let told = told.filter(|told| !told.is_empty());
    facts.extend(told.map(|told| leaf("span", "fact", told)));
    node("p", "measure-facts", facts)
}

/// Taken away in one tab and changed in another: both are shown, and one says which counts.
fn contested(sheet: &Sheet<State, Event>, measure: &Measure) -> Html {
    let (ctx, id) = (sheet.ctx, &measure.id);
    let keep = sheet.on(Event::BackWanted(id.clone()));
    let remove = sheet.on(Event::RemoveWanted(id.clone()));
    html! {
        <div class="ds-alert notice" data-color="warning" role="alert">
            { leaf("p", "", ctx.t(key::PLAN_CONTESTED)) }
            { node("p", "actions", vec![
                entry_button(Look::Secondary, "behold", ctx.t(key::PLAN_KEEP), keep),
                entry_button(Look::Secondary, "ta-bort", ctx.t(key::PLAN_REMOVE), remove),
            ]) }
        </div>
    }
}

/// What the form is made of.
struct Form<'a, 'b> {
    sheet: &'a Sheet<'b, State, Event>,
    measure: &'a Measure,
}

fn form(sheet: &Sheet<State, Event>, assessment: &Assessment, measure: &Measure) -> Html {
    let form = Form { sheet, measure };
    let ctx = sheet.ctx;
    let named = |id: &str, key: Key| (id.to_owned(), ctx.t(key).to_owned());
    let efforts = Effort::ALL.iter().map(|one| named(one.id(), effort(*one)));
    let efforts = [named("", key::PLAN_EFFORT_NONE)]
        .into_iter()
        .chain(efforts);
    let remove = sheet.on(Event::RemoveWanted(measure.id.clone()));
    let mut fields = vec![
        form.text(Field::Text, key::PLAN_FIELD_TEXT, None, 3),
        form.choice(
            Field::Aim,
            key::PLAN_FIELD_AIM,
            aims(ctx, assessment, measure).into_iter(),
        ),
    ];
    if measure.aim.is_none() {
        fields.push(form.text(Field::Goal, key::PLAN_FIELD_GOAL, None, 1));
    }
    let role = Some(key::PLAN_RESPONSIBLE_HELP);
    fields.extend([
        form.text(Field::Responsible, key::PLAN_FIELD_RESPONSIBLE, role, 1),
        form.day(Field::Start, key::PLAN_FIELD_START),
        form.day(Field::Deadline, key::PLAN_FIELD_DEADLINE),
        form.choice(Field::Effort, key::PLAN_FIELD_EFFORT, efforts),
        form.text(
            Field::Means,
            key::PLAN_FIELD_MEANS,
            Some(key::PLAN_MEANS_HELP),
            1,
        ),
        form.text(Field::Contact, key::PLAN_FIELD_CONTACT, None, 1),
        form.text(Field::Agreement, key::PLAN_FIELD_AGREEMENT, None, 1),
    ]);
    if measure.status == Status::Dropped {
        fields.push(form.text(Field::Reason, key::PLAN_FIELD_REASON, None, 2));
    }
    // What was noted before notes had rows of their own stays as it is.
    if sheet.own.notes.log || !measure.log.is_empty() {
        fields.push(form.text(Field::Log, key::PLAN_FIELD_LOG, None, 3));
    }
    fields.push(notes(sheet, measure));
    let remove = entry_button(Look::Secondary, "ta-bort", ctx.t(key::PLAN_REMOVE), remove);
    let ways = deadline_out(sheet, measure).into_iter().chain([remove]);
    fields.push(node("p", "actions", ways.collect()));
    node("div", "measure-form", fields)
}

/// The sub-goals that can be chosen: each item by its next step, and the one that is chosen.
fn aims(ctx: &Context, assessment: &Assessment, measure: &Measure) -> Vec<(String, String)> {
    let mut aims = next_steps(assessment);
    if let Some(chosen) = measure.aim.filter(|chosen| !aims.contains(chosen)) {
        aims.push(chosen);
        aims.sort_by_key(|aim| aim.item().index());
    }
    let own = (String::new(), ctx.t(key::PLAN_AIM_OWN).to_owned());
    let aims = aims
        .iter()
        .map(|aim| (aim.text(), sub_goal(ctx.texts, assessment, *aim)));
    [own].into_iter().chain(aims).collect()
}

impl Form<'_, '_> {
    fn entered(&self, field: Field) -> impl Fn(String) + 'static + use<> {
        let (send, id) = (self.sheet.send.clone(), self.measure.id.clone());
        move |text| send.emit(Event::Entered(id.clone(), field, text))
    }

    fn choice(
        &self,
        field: Field,
        label: Key,
        options: impl Iterator<Item = (String, String)>,
    ) -> Html {
        let id = field_id(&self.measure.id, field);
        let chosen = input::chosen(self.entered(field));
        let shown = self.measure.value(field);
        select(&id, self.sheet.ctx.t(label), options, &shown, chosen)
    }

    /// A text of one line or more. What is longer than fits stays as it is written.
    fn text(&self, field: Field, label: Key, help: Option<Key>, rows: u8) -> Html {
        let (ctx, measure) = (self.sheet.ctx, &self.measure.id);
        let place = field.key(measure).map(desk::Field::Part);
        let overlong = place.as_ref().and_then(|place| ctx.desk.overlong(place));
        let told = overlong.map(|text| too_long(ctx, Note::parse(text).err()));
        let value = overlong.map_or_else(|| self.measure.value(field), str::to_owned);
        let id = field_id(measure, field);
        let (help_id, told_id) = (format!("{id}-hjelp"), format!("{id}-feil"));
        let described = match (&told, help) {
            (Some(_), _) => Some(told_id.clone()),
            (None, help) => help.map(|_| help_id.clone()),
        };
        let invalid = told.is_some().then_some("true");
        let written = input::written(self.entered(field));
        let control = match rows {
            1 => html! {
                <input id={id.clone()} class="ds-input" type="text" autocomplete="off" {value}
                    aria-describedby={described} aria-invalid={invalid} oninput={written} />
            },
            rows => html! {
                <textarea id={id.clone()} class="ds-input" rows={rows.to_string()} {value}
                    aria-describedby={described} aria-invalid={invalid} oninput={written} />
            },
        };
        let class = if rows > 1 {
            "ds-field wide"
        } else {
            "ds-field"
        };
        html! {
            <div key={id.clone()} {class}>
                <label class="ds-label" for={id}>{ ctx.t(label) }</label>
                if let Some(help) = help {
                    <p id={help_id} data-field="description">{ ctx.t(help) }</p>
                }
                { control }
                <p id={told_id} class="overlong" role="status">{ told }</p>
            </div>
        }
    }

    /// A day. One that cannot be meant stays as it was entered, and is said.
    fn day(&self, field: Field, label: Key) -> Html {
        let (ctx, id) = (self.sheet.ctx, field_id(&self.measure.id, field));
        let refused = self.sheet.own.refused(&self.measure.id, field);
        let value = refused.map_or_else(|| self.measure.value(field), |one| one.entered.clone());
        let turned = field == Field::Deadline && self.measure.ends_before_it_starts();
        let told = match refused.map(|one| one.problem) {
            Some(FieldProblem::FarOff) => Some(key::PLAN_FAR_OFF),
            Some(_) => Some(key::PLAN_NO_DAY),
            None => turned.then_some(key::PLAN_TURNED_ROUND),
        };
        let told_id = format!("{id}-feil");
        let (send, measure) = (self.sheet.send.clone(), self.measure.id.clone());
        let entered = input::day(move |day| {
            let measure = measure.clone();
            send.emit(match day {
                Some(day) => Event::Entered(measure, field, day),
                None => Event::HalfEntered(measure, field),
            });
        });
        html! {
            <div key={id.clone()} class="ds-field">
                <label class="ds-label" for={id.clone()}>{ ctx.t(label) }</label>
                <input {id} class="ds-input" type="date" {value} oninput={entered}
                    aria-describedby={told.map(|_| told_id.clone())}
                    aria-invalid={refused.map(|_| "true")} />
                <p id={told_id} class="overlong" role="status">{ told.map(|told| ctx.t(told)) }</p>
            </div>
        }
    }
}

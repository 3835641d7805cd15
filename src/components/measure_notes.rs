//! The notes of a measure, each with its day, as they stand in its form.

use forankring_core::assessment::Note;
use forankring_core::day::Day;
use forankring_core::numbers::show_day;
use forankring_core::plan::{FieldProblem, Measure, NoteCell, Noted};
use forankring_core::texts::key;
use forankring_session::desk;
use forankring_session::screens::planning::notes::{Event, State, note_button, note_field};
use forankring_session::screens::planning::{Event as On, State as Plan};
use yew::prelude::*;

use super::item::too_long;
use super::prose::node;
use crate::context::Sheet;
use crate::input;

/// All of them, and the way to one more.
pub fn notes(sheet: &Sheet<Plan, On>, measure: &Measure) -> Html {
    let sheet = &sheet.part(&sheet.own.notes, On::Note);
    let ctx = sheet.ctx;
    let shown = sheet.own.shown(measure);
    let rows: Vec<Html> = shown.iter().map(|one| entry(sheet, measure, one)).collect();
    let wanted = sheet.on(Event::Wanted(measure.id.clone()));
    let help = format!("notater-hjelp-{}", measure.id.as_str());
    html! {
        <fieldset class="ds-fieldset wide notes" aria-describedby={help.clone()}>
            <legend class="ds-label">{ ctx.t(key::PLAN_NOTES) }</legend>
            <p id={help} data-field="description">{ ctx.t(key::PLAN_LOG_HELP) }</p>
            if !rows.is_empty() { { node("ul", "note-list", rows) } }
            <p class="actions">
                <button type="button" id={note_button(&measure.id)} class="ds-button"
                    data-variant="secondary" data-does="notat" onclick={wanted}>
                    { ctx.t(key::PLAN_NOTE) }
                </button>
            </p>
        </fieldset>
    }
}

fn entry(sheet: &Sheet<State, Event>, measure: &Measure, one: &Noted) -> Html {
    let ctx = sheet.ctx;
    let day = one
        .day
        .map_or(String::new(), |day| show_day(day, ctx.lang()));
    let removing = Event::RemoveWanted(measure.id.clone(), one.id.clone());
    let named = ctx.fill(key::PLAN_NOTE_REMOVE_OF, &[("day", &day)]);
    html! {
        <li key={one.id.as_str().to_owned()} data-note={one.id.as_str().to_owned()}>
            { of_day(sheet, one) }
            { text(sheet, one, &day) }
            <button type="button" class="ds-button" data-variant="secondary" data-does="slett-notat"
                aria-label={named} onclick={sheet.on(removing)}>
                { ctx.t(key::PLAN_NOTE_REMOVE) }
            </button>
        </li>
    }
}

/// Its day. One that cannot be meant stays as it was entered, and is said.
fn of_day(sheet: &Sheet<State, Event>, one: &Noted) -> Html {
    let ctx = sheet.ctx;
    let id = note_field(&one.id, NoteCell::Day);
    let refused = sheet.own.refused(&one.id);
    let kept = one.day.map_or(String::new(), Day::iso);
    let value = refused.map_or(kept, |one| one.entered.clone());
    let told = refused.map(|one| match one.problem {
        FieldProblem::FarOff => key::PLAN_FAR_OFF,
        _ => key::PLAN_NO_DAY,
    });
    let told_id = format!("{id}-feil");
    let (send, note) = (sheet.send.clone(), one.id.clone());
    let entered = input::day(move |day| {
        let note = note.clone();
        send.emit(match day {
            Some(day) => Event::DayEntered(note, day),
            None => Event::DayHalfEntered(note),
        });
    });
    html! {
        <div class="ds-field">
            <label class="ds-label" for={id.clone()}>{ ctx.t(key::PLAN_NOTE_DAY) }</label>
            <input {id} class="ds-input" type="date" {value} oninput={entered}
                aria-describedby={told.map(|_| told_id.clone())}
                aria-invalid={refused.map(|_| "true")} />
            <p id={told_id} class="overlong" role="status">{ told.map(|told| ctx.t(told)) }</p>
        </div>
    }
}

/// What is noted. What is longer than fits stays as it is written.
fn text(sheet: &Sheet<State, Event>, one: &Noted, day: &str) -> Html {
    let ctx = sheet.ctx;
    let id = note_field(&one.id, NoteCell::Text);
    let place = NoteCell::Text.key(&one.id).map(desk::Field::Part);
    let overlong = place.as_ref().and_then(|place| ctx.desk.overlong(place));
    let told = overlong.map(|text| too_long(ctx, Note::parse(text).err()));
    let value = overlong.unwrap_or(one.text.as_str()).to_owned();
    let told_id = format!("{id}-feil");
    let (send, note) = (sheet.send.clone(), one.id.clone());
    let written = input::written(move |text| send.emit(Event::Written(note.clone(), text)));
    html! {
        <div class="ds-field">
            <label class="ds-label" for={id.clone()}>
                { ctx.fill(key::PLAN_NOTE_OF, &[("day", day)]) }
            </label>
            <textarea {id} class="ds-input" rows="2" {value} oninput={written}
                aria-describedby={told.is_some().then(|| told_id.clone())}
                aria-invalid={told.is_some().then_some("true")} />
            <p id={told_id} class="overlong" role="status">{ told }</p>
        </div>
    }
}

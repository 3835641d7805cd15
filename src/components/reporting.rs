//! The one who is responsible for measures says how far each has come, and sends it back.

use forankring_core::address::Route;
use forankring_core::assessment::{Assessment, Note};
use forankring_core::mail;
use forankring_core::numbers::show_day;
use forankring_core::plan::Status;
use forankring_core::plan::draft::DraftCell;
use forankring_core::plan::report::{Assigned, Assignment, Reported};
use forankring_core::texts::{Key, isolated, key};
use forankring_session::desk::{self, Offer};
use forankring_session::screens::reporting::Event;
use forankring_session::screens::reporting::asked::{FIELD, State as Asked};
use forankring_session::screens::reports::Handing;
use yew::prelude::*;

use super::item::too_long;
use super::measure_words::status;
use super::prose::{Look, button, h1, leaf, node};
use super::saved::{save_failure, saved};
use crate::context::Context;
use crate::input;
use crate::reporting::Reporting;

/// The measures, with what is said of each.
pub fn reporting(sheet: &Reporting, open: &Assessment) -> Html {
    let ctx = sheet.ctx;
    let own = &sheet.own.asked;
    let Some(told) = &own.told else {
        return Html::default();
    };
    let assignment = &told.assignment;
    let said = assignment.said(&open.parts);
    let total = said.len();
    let measures = assignment.measures.iter().zip(&said).enumerate();
    let measures = measures.map(|(at, (measure, said))| one(sheet, (at, total), measure, said));
    html! {
        <div class="reporting">
            { h1(ctx.t(key::REPORTING_HEADING)) }
            { welcome(ctx, assignment) }
            { save_failure(ctx) }
            { for measures }
            { sending(sheet, assignment, &said) }
            { saved(ctx) }
        </div>
    }
}

/// Who asks, until when, and who sees it.
fn welcome(ctx: &Context, assignment: &Assignment) -> Html {
    let lead = match assignment.name.as_str() {
        "" => ctx.t(key::REPORTING_LEAD).to_owned(),
        name => ctx.fill(key::REPORTING_LEAD_NAMED, &[("name", &isolated(name))]),
    };
    let role = assignment.responsible.as_str();
    let role = (!role.is_empty()).then(|| {
        let role = ctx.fill(key::REPORTING_ROLE, &[("role", &isolated(role))]);
        leaf("p", "", role)
    });
    let message = assignment.message.as_str();
    let message = (!message.is_empty()).then(|| leaf("blockquote", "", message.to_owned()));
    let until = assignment.last.map(|last| {
        let day = show_day(last, ctx.lang());
        let mut text = ctx.fill(key::REPORTING_UNTIL, &[("day", &day)]);
        if last < ctx.desk.today {
            text = format!("{text}. {}", ctx.t(key::REPORTING_UNTIL_OVER));
        }
        leaf("p", "", text)
    });
    html! {
        <>
            { leaf("p", "lead", lead) }
            { for message }
            { for role }
            { for until }
            { leaf("p", "quiet-text", ctx.t(key::REPORTING_STAYS)) }
        </>
    }
}

fn one(
    sheet: &Reporting,
    (at, total): (usize, usize),
    measure: &Assigned,
    said: &Reported,
) -> Html {
    let ctx = sheet.ctx;
    let number = (at + 1).to_string();
    let which = [("n", &*number), ("total", &*total.to_string())];
    let title = match measure.text.as_str() {
        "" => ctx.t(key::REPORTING_UNTITLED).to_owned(),
        text => text.to_owned(),
    };
    let planned = ctx.t(status(measure.status));
    let planned = ctx.fill(key::REPORTING_PLANNED, &[("status", planned)]);
    let facts = match measure.deadline {
        None => planned,
        Some(day) => {
            let day = show_day(day, ctx.lang());
            let deadline = ctx.fill(key::REPORTING_DEADLINE, &[("day", &day)]);
            format!("{deadline}. {planned}")
        }
    };
    let options = Status::ALL.map(|one| {
        let (send, measure) = (sheet.send.clone(), measure.measure);
        let chosen = input::chosen(move |id| {
            send.emit(Event::Said(measure, DraftCell::Status, id));
        });
        html! {
            <label key={one.id()} class="choice">
                <input class="ds-input" type="radio" name={format!("status-{number}")}
                    value={one.id()} checked={said.status == Some(one)} onchange={chosen} />
                <span>{ ctx.t(status(one)) }</span>
            </label>
        }
    });
    let texts = Texts {
        sheet,
        number: &number,
        measure,
    };
    html! {
        <section class="reported" key={number.clone()} aria-labelledby={format!("tiltak-{number}")}>
            { leaf("p", "quiet-text", ctx.fill(key::REPORTING_MEASURE, &which)) }
            <h2 id={format!("tiltak-{number}")}>{ title }</h2>
            { leaf("p", "", facts) }
            <fieldset class="ds-fieldset">
                <legend>{ ctx.t(key::REPORTING_STATUS) }</legend>
                <div class="choices">{ for options }</div>
            </fieldset>
            if said.status == Some(Status::Dropped) {
                { texts.field(DraftCell::Reason, key::REPORTING_REASON, None, &said.reason) }
            }
            { texts.field(
                DraftCell::Note,
                key::REPORTING_NOTE,
                Some(key::REPORTING_NOTE_HELP),
                &said.note,
            ) }
        </section>
    }
}

/// The texts that are said of a measure.
struct Texts<'a> {
    sheet: &'a Reporting<'a>,
    number: &'a str,
    measure: &'a Assigned,
}

impl Texts<'_> {
    /// What is longer than fits stays as it is written.
    fn field(&self, cell: DraftCell, label: Key, help: Option<Key>, kept: &Note) -> Html {
        let ctx = self.sheet.ctx;
        let place = cell.key(self.measure.measure).map(desk::Field::Part);
        let overlong = place.as_ref().and_then(|place| ctx.desk.overlong(place));
        let told = overlong.map(|text| too_long(ctx, Note::parse(text).err()));
        let value = overlong.unwrap_or(kept.as_str()).to_owned();
        let id = format!("{}-{}", cell.id(), self.number);
        let (help_id, told_id) = (format!("{id}-hjelp"), format!("{id}-feil"));
        let (send, measure) = (self.sheet.send.clone(), self.measure.measure);
        let written = input::written(move |text| send.emit(Event::Said(measure, cell, text)));
        html! {
            <div key={id.clone()} class="ds-field">
                <label class="ds-label" for={id.clone()}>{ ctx.t(label) }</label>
                if let Some(help) = help {
                    <p id={help_id.clone()} data-field="description">{ ctx.t(help) }</p>
                }
                <textarea {id} class="ds-input" rows="3" {value}
                    aria-describedby={format!("{help_id} {told_id}")}
                    aria-invalid={told.is_some().then_some("true")} oninput={written} />
                <p id={told_id} class="overlong" role="status">{ told }</p>
            </div>
        }
    }
}

/// How many measures are reported on, and the way to send it.
fn sending(sheet: &Reporting, assignment: &Assignment, said: &[Reported]) -> Html {
    let (ctx, own) = (sheet.ctx, &sheet.own.asked);
    let count = said.iter().filter(|one| !one.is_empty()).count();
    let count = [
        ("n", &*count.to_string()),
        ("total", &*said.len().to_string()),
    ];
    let ready = own.ready(ctx.desk);
    let changed = own.ready.is_some() && ready.is_none();
    let make = button(
        Look::Primary,
        "lag-melding",
        ctx.t(key::REPORTING_SEND),
        sheet.on(Event::SendWanted),
    );
    let receipt = own.receipt.as_ref().map(|receipt| ctx.told(receipt));
    html! {
        <section class="reported" aria-labelledby="send-overskrift">
            <h2 id="send-overskrift">{ ctx.t(key::REPORTING_SEND_HEADING) }</h2>
            { leaf("p", "", ctx.fill(key::REPORTING_COUNT, &count)) }
            if changed { { leaf("p", "", ctx.t(key::REPORTING_CHANGED)) } }
            if let Some(ready) = ready {
                { link(sheet, own, assignment, &ready.link) }
            } else {
                { node("p", "actions", vec![make]) }
            }
            <p class="receipt">{ receipt }</p>
        </section>
    }
}

fn link(sheet: &Reporting, own: &Asked, assignment: &Assignment, fragment: &str) -> Html {
    let ctx = sheet.ctx;
    let link = ctx.absolute(ctx.page(Route::Plan), fragment);
    let copied = sheet.on(Event::Handed(Handing::Copied, link.clone()));
    let mailed = sheet.on(Event::Handed(Handing::Mailed, String::new()));
    let shared = sheet.on(Event::Handed(Handing::Sheet, link.clone()));
    let subject = match assignment.responsible.as_str() {
        "" => ctx.t(key::REPORTING_SUBJECT).to_owned(),
        role => ctx.fill(key::REPORTING_SUBJECT_ROLE, &[("role", role)]),
    };
    let [hello, here] = [key::REPORTING_MAIL_HELLO, key::REPORTING_MAIL_HERE].map(|key| ctx.t(key));
    let body = format!("{hello}\n\n{here}\n{link}\n");
    let to = assignment.mail.as_ref().map(|mail| mail.as_str());
    let href = match to {
        Some(to) => mail::address_to(to, &subject, &body),
        None => mail::address(&subject, &body),
    };
    // What is told first when it was made is that it is ready.
    let ready = own
        .receipt
        .is_none()
        .then(|| leaf("p", "", ctx.t(key::REPORTING_READY)));
    html! {
        <>
            { for ready }
            <div class="ds-field">
                <label class="ds-label" for={FIELD}>{ ctx.t(key::REPORTING_LINK_LABEL) }</label>
                <input id={FIELD} class="ds-input" type="text" readonly=true value={link} />
            </div>
            <p class="actions">
                if ctx.desk.surroundings.sheet == Offer::There {
                    { button(Look::Secondary, "del-melding", ctx.t(key::REPORTING_SHEET), shared) }
                }
                { button(Look::Primary, "kopier-melding", ctx.t(key::REPORTING_COPY), copied) }
                <a id="e-post-melding" class="ds-button" data-variant="secondary" {href}
                    onclick={mailed}>
                    { ctx.t(key::REPORTING_MAIL) }
                </a>
            </p>
        </>
    }
}

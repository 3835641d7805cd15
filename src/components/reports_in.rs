//! Reports that come back: where they are pasted, what becomes of each, and what takes them in.

use forankring_core::numbers::show_day;
use forankring_core::plan::Status;
use forankring_core::plan::report::{Fate, Judged, Told};
use forankring_core::texts::{Key, key};
use forankring_session::screens::reporting::Event;
use forankring_session::screens::reporting::incoming::{BOX, FOUND};
use yew::prelude::*;

use super::measure_words::status;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, node};
use crate::input;
use crate::reporting::Reporting;

/// Where reports are pasted, and what was found.
pub fn reports_in(sheet: &Reporting) -> Html {
    let (ctx, own) = (sheet.ctx, &sheet.own.incoming);
    let send = sheet.send.clone();
    let written = input::written(move |text| send.emit(Event::Written(text)));
    let read = button(
        Look::Secondary,
        "les-meldinger",
        ctx.t(key::REPORTING_IN_READ),
        sheet.on(Event::ReadWanted),
    );
    html! {
        <div class="taking-in">
            { leaf("h3", "", ctx.t(key::REPORTING_IN_HEADING)) }
            <div class="ds-field">
                <label class="ds-label" for={BOX}>{ ctx.t(key::REPORTING_IN_PASTE) }</label>
                <p id="meldinger-hjelp" data-field="description">
                    { ctx.t(key::REPORTING_IN_PASTE_HELP) }
                </p>
                <textarea id={BOX} class="ds-input" rows="3" spellcheck="false" autocomplete="off"
                    aria-describedby="meldinger-hjelp" value={own.text.clone()} oninput={written} />
            </div>
            { node("p", "actions", vec![read]) }
            { notice::told(ctx, Tone::Warning, own.told.as_ref()) }
            { for own.judged(ctx.desk).map(|judged| found(sheet, &judged)) }
        </div>
    }
}

fn found(sheet: &Reporting, judged: &Judged) -> Html {
    let (ctx, own) = (sheet.ctx, &sheet.own.incoming);
    let n = |key: Key, n: usize| ctx.fill(key, &[("n", &n.to_string())]);
    let lines = judged.told.iter().enumerate();
    let lines = lines.map(|(at, told)| line(sheet, at, told));
    let (deed, count) = judged.deed(|at| own.is_chosen(at));
    let away = button(
        Look::Secondary,
        "forkast-meldinger",
        ctx.t(key::REPORTING_IN_PUT_AWAY),
        sheet.on(Event::PutAway),
    );
    let mut ways = vec![away];
    if count > 0 {
        let label = n(key::REPORTING_IN_TAKE, count);
        let taken = sheet.on(Event::TakeWanted(deed, count));
        ways.insert(0, button(Look::Primary, "ta-inn-meldinger", label, taken));
    }
    html! {
        <div class="found">
            <h4 id={FOUND} tabindex="-1">{ ctx.t(key::REPORTING_IN_FOUND) }</h4>
            { leaf("p", "", ctx.t(key::REPORTING_IN_ANYONE)) }
            if judged.elsewhere > 0 {
                { leaf("p", "", n(key::REPORTING_IN_ELSEWHERE, judged.elsewhere)) }
            }
            <ul class="reports">{ for lines }</ul>
            if judged.comes() == 0 { { leaf("p", "", ctx.t(key::REPORTING_IN_NOTHING)) } }
            { node("p", "actions", ways) }
        </div>
    }
}

fn line(sheet: &Reporting, at: usize, told: &Told) -> Html {
    let ctx = sheet.ctx;
    let text = told.measure.as_ref().map(|(_, text, _)| text.as_str());
    let text = text.filter(|text| !text.is_empty());
    let title = text.map_or_else(|| ctx.t(key::REPORTING_UNTITLED).to_owned(), str::to_owned);
    let day = show_day(told.sent.day(), ctx.lang());
    let sent = ctx.fill(key::REPORTING_IN_SENT, &[("day", &day)]);
    let now = told.measure.as_ref().map(|(_, _, status)| *status);
    let said = told.said.status.map(|said| change(sheet, now, said));
    let fate = format!("{sent}: {}", ctx.t(fate(told.fate)));
    let quoted = [&told.said.reason, &told.said.note].map(|text| text.as_str().to_owned());
    let quoted = quoted.into_iter().filter(|text| !text.is_empty());
    let quoted = quoted.map(|text| leaf("blockquote", "", text));
    let id = format!("melding-{at}");
    let comes = told.fate.comes_in().then(|| {
        let send = sheet.send.clone();
        let checked = sheet.own.incoming.is_chosen(at);
        let turned = input::chosen(move |_| send.emit(Event::LineChosen(at, !checked)));
        html! {
            <label class="choice">
                <input class="ds-input" type="checkbox" {checked} onchange={turned}
                    aria-describedby={id.clone()} />
                <span>{ ctx.t(key::REPORTING_IN_COMES) }</span>
            </label>
        }
    });
    html! {
        <li key={at} data-fate={fate_id(told.fate)}>
            <strong {id}>{ title }</strong>
            { for said.map(|said| leaf("p", "", said)) }
            { for quoted }
            { leaf("p", "quiet-text", fate) }
            { for comes }
        </li>
    }
}

/// What the status becomes.
fn change(sheet: &Reporting, now: Option<Status>, said: Status) -> String {
    let ctx = sheet.ctx;
    let to = ctx.t(status(said));
    match now {
        Some(now) if now != said => {
            let from = ctx.t(status(now));
            ctx.fill(key::REPORTING_IN_CHANGE, &[("from", from), ("to", to)])
        }
        Some(_) => ctx.fill(key::REPORTING_IN_STAYS, &[("status", to)]),
        None => to.to_owned(),
    }
}

fn fate(fate: Fate) -> Key {
    match fate {
        Fate::Changes => key::REPORTING_IN_CHANGES,
        Fate::Adds => key::REPORTING_IN_ADDS,
        Fate::NoteOnly => key::REPORTING_IN_NOTE_ONLY,
        Fate::Same => key::REPORTING_IN_SAME,
        Fate::Older => key::REPORTING_IN_OLDER,
        Fate::Gone => key::REPORTING_IN_GONE,
        Fate::Unknown => key::REPORTING_IN_UNKNOWN,
        Fate::Ahead => key::REPORTING_IN_AHEAD,
    }
}

/// For styles and tests.
fn fate_id(fate: Fate) -> &'static str {
    match fate {
        Fate::Changes => "changes",
        Fate::Adds => "adds",
        Fate::NoteOnly => "note",
        Fate::Same => "same",
        Fate::Older => "older",
        Fate::Gone => "gone",
        Fate::Unknown => "unknown",
        Fate::Ahead => "ahead",
    }
}

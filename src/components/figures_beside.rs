//! Figures beside the judgement: what they came to, and the fields in which they are entered.

use forankring_core::assessment::{Assessment, Note};
use forankring_core::figures::{Field, Figure, Figures, Offered, all};
use forankring_core::texts::{Key, key};
use forankring_session::screens::figures::{Event, Place, Problem, State};
use yew::prelude::*;

use super::item::too_long;
use super::notice::{self, Tone};
use super::prose::{Look, button, entry_button, leaf, node};
use super::saved::saved;
use crate::context::{Context, Sheet};
use crate::input;

/// The figures of what is open.
pub fn figures_beside(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let figures = all(&assessment.parts);
    let (year, ..) = ctx.desk.today.ymd();
    let years = figures.years(u16::try_from(year).unwrap_or_default());
    let begun = own.begun.clone().map(Figure::blank);
    let has_room = figures.has_room();
    let shown = figures.0.iter().chain(&begun);
    let fields = shown.map(|figure| fields(sheet, figure, &years)).collect();
    let add = button(
        Look::Secondary,
        "tall-legg-til",
        ctx.t(key::FIGURES_ADD),
        sheet.on(Event::AddWanted),
    );
    html! {
        <section id="tall" class="figures" tabindex="-1">
            { leaf("h2", "", ctx.t(key::FIGURES_HEADING)) }
            { leaf("p", "", ctx.t(key::FIGURES_LEAD)) }
            { notice::told(ctx, Tone::Info, own.told.as_ref()) }
            { told(ctx, &figures) }
            { saved(ctx) }
            <details class="ds-details figures-open">
                <summary>{ ctx.t(key::FIGURES_OPEN) }</summary>
                { node("div", "figures-fields", fields) }
                if has_room && begun.is_none() { { node("p", "actions", vec![add]) } }
            </details>
        </section>
    }
}

/// What is entered, a line for each figure.
fn told(ctx: &Context, figures: &Figures) -> Html {
    if figures.are_empty() {
        return leaf("p", "", ctx.t(key::FIGURES_NONE));
    }
    let entered = figures
        .0
        .iter()
        .filter(|one| !one.is_empty() || one.offered.is_none());
    let lines = entered.map(|figure| {
        let unit = unit(ctx, figure);
        let values = figure.values.iter().map(|(year, value)| {
            let (year, value) = (year.to_string(), value.show(ctx.lang()));
            let slots = [("year", &*year), ("value", &*value), ("unit", &*unit)];
            ctx.fill(key::FIGURES_VALUE, &slots)
        });
        let goal = figure.goal.map(|goal| {
            let goal = format!("{} {unit}", goal.show(ctx.lang()));
            ctx.fill(key::FIGURES_GOAL_TOLD, &[("goal", goal.trim_end())])
        });
        let facts: Vec<String> = values
            .map(|one| one.trim_end().to_owned())
            .chain(goal)
            .collect();
        let name = leaf("strong", "", name(ctx, figure));
        node("li", "", vec![name, leaf("span", "", facts.join(" · "))])
    });
    node("ul", "figures-told", lines.collect())
}

/// What a figure is called.
fn name(ctx: &Context, figure: &Figure) -> String {
    match figure.offered {
        Some(Offered::Begun) => ctx.t(key::FIGURES_BEGUN).to_owned(),
        Some(Offered::Dialogue) => ctx.t(key::FIGURES_DIALOGUE).to_owned(),
        Some(Offered::Trained) => ctx.t(key::FIGURES_TRAINED).to_owned(),
        None if figure.name.is_empty() => ctx.t(key::FIGURES_UNTOLD).to_owned(),
        None => figure.name.as_str().to_owned(),
    }
}

/// In what it is counted.
fn unit(ctx: &Context, figure: &Figure) -> String {
    match figure.offered {
        Some(Offered::Begun) => ctx.t(key::FIGURES_UNIT_BEGUN).to_owned(),
        Some(Offered::Dialogue) => ctx.t(key::FIGURES_UNIT_DIALOGUE).to_owned(),
        Some(Offered::Trained) => ctx.t(key::FIGURES_UNIT_TRAINED).to_owned(),
        None => figure.unit.as_str().to_owned(),
    }
}

fn fields(sheet: &Sheet<State, Event>, figure: &Figure, years: &[u16]) -> Html {
    let ctx = sheet.ctx;
    let id = &figure.id;
    let mut fields = Vec::new();
    if figure.offered.is_none() {
        for (one, label, kept) in [
            (Field::Name, key::FIGURES_NAME, &figure.name),
            (Field::Unit, key::FIGURES_UNIT, &figure.unit),
        ] {
            let place = Place::Field(id.clone(), one);
            fields.push(field(
                sheet,
                place,
                ctx.t(label).into(),
                kept.as_str().to_owned(),
            ));
        }
    }
    let number = |value: Option<_>| {
        let value: Option<forankring_core::figures::Amount> = value;
        value.map_or(String::new(), |value| value.show(ctx.lang()))
    };
    fields.extend(years.iter().map(|year| {
        let kept = number(figure.values.get(year).copied());
        field(
            sheet,
            Place::Value(id.clone(), *year),
            year.to_string().into(),
            kept,
        )
    }));
    let goal = Place::Field(id.clone(), Field::Goal);
    fields.push(field(
        sheet,
        goal,
        ctx.t(key::FIGURES_GOAL).into(),
        number(figure.goal),
    ));
    if figure.offered.is_none() {
        let remove = sheet.on(Event::RemoveWanted(id.clone()));
        fields.push(entry_button(
            Look::Secondary,
            "ta-bort",
            ctx.t(key::FIGURES_REMOVE),
            remove,
        ));
    }
    html! {
        <fieldset key={id.as_str().to_owned()} class="ds-fieldset figure-fields">
            { leaf("legend", "", name(ctx, figure)) }
            { for fields }
        </fieldset>
    }
}

/// A field. What cannot be taken stays as it was written, and is said.
fn field(sheet: &Sheet<State, Event>, place: Place, label: AttrValue, kept: String) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let problem = own
        .refused(&place)
        .map(|one| (one.problem, one.entered.as_str()));
    let told = problem.map(|(problem, entered)| wrong(ctx, problem, entered));
    let invalid = told.is_some().then_some("true");
    let id = place.id();
    let told_id = format!("{id}-feil");
    let described = told.is_some().then(|| told_id.clone());
    let value = own.shown(&place, kept);
    let mode = match place {
        Place::Field(_, Field::Name | Field::Unit) => "text",
        _ => "decimal",
    };
    let (send, at) = (sheet.send.clone(), place.clone());
    let written = input::written(move |text| send.emit(Event::Entered(at.clone(), text)));
    let send = sheet.send.clone();
    let left = input::chosen(move |text| send.emit(Event::Left(place.clone(), text)));
    html! {
        <div key={id.clone()} class="ds-field">
            <label class="ds-label" for={id.clone()}>{ label }</label>
            <input id={id} class="ds-input" type="text" inputmode={mode} autocomplete="off"
                {value} aria-describedby={described} aria-invalid={invalid}
                oninput={written} onchange={left} />
            <p id={told_id} class="overlong" role="status">{ told }</p>
        </div>
    }
}

fn wrong(ctx: &Context, problem: Problem, entered: &str) -> String {
    let plain = |key: Key| ctx.t(key).to_owned();
    match problem {
        Problem::NoNumber => plain(key::FIGURES_NO_NUMBER),
        Problem::NoShare => plain(key::FIGURES_NO_SHARE),
        Problem::NoName => plain(key::FIGURES_NO_NAME),
        Problem::Long => too_long(ctx, Note::parse(entered).err()),
    }
}

//! A table that comes into the plan: where it is given, how its columns are understood, and
//! what would come of it.

use forankring_core::assessment::Assessment;
use forankring_core::plan::table_in::{Choice, Column, Target, Understood, Why};
use forankring_core::texts::{Key, Texts, key};
use forankring_session::screens::planning::table_in::{
    Event as In, Shown, Stage, State as Table, counted,
};
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::plan_in_lines::{lines, target_name};
use super::prose::{Look, button, leaf, node};
use super::select::option;
use crate::context::Sheet;
use crate::input;

/// The button that opens it, and closes it again.
pub fn way_in(sheet: &Sheet<State, Event>) -> Html {
    let open = sheet.own.table_in.stage != Stage::Closed;
    let onclick = sheet.on(Event::TableIn(In::Turned));
    html! {
        <button id="hent-inn" type="button" class="ds-button" data-variant="secondary"
            aria-expanded={open.to_string()} {onclick}>
            { sheet.ctx.t(key::PLAN_IN_OPEN) }
        </button>
    }
}

/// Where a table is given, and what was understood of it; nothing while nobody wants to.
pub fn table_in(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let sheet = &sheet.part(&sheet.own.table_in, Event::TableIn);
    let (ctx, own) = (sheet.ctx, sheet.own);
    let shown = match &own.stage {
        Stage::Closed => return Html::default(),
        Stage::Open => Html::default(),
        Stage::Reading(_) => leaf("p", "working", ctx.t(key::PLAN_IN_WORKING)),
        Stage::Shown(shown) => match &shown.understood {
            Some(found) => understood(sheet, assessment, shown, found),
            None => leaf("p", "working", ctx.t(key::PLAN_IN_WORKING)),
        },
    };
    html! {
        <section class="table-in" aria-labelledby="inn-overskrift">
            <h2 id="inn-overskrift">{ ctx.t(key::PLAN_IN_OPEN) }</h2>
            { leaf("p", "", ctx.t(key::PLAN_IN_LEAD)) }
            { pasted(sheet) }
            { file(sheet) }
            { notice::told(ctx, Tone::Warning, own.told.as_ref()) }
            { shown }
        </section>
    }
}

fn pasted(sheet: &Sheet<Table, In>) -> Html {
    let ctx = sheet.ctx;
    let send = sheet.send.clone();
    let written = input::written(move |text| send.emit(In::Written(text)));
    let ways = vec![
        button(
            Look::Secondary,
            "les-tabell",
            ctx.t(key::PLAN_IN_READ),
            sheet.on(In::ReadWanted),
        ),
        button(
            Look::Secondary,
            "lukk-inn",
            ctx.t(key::PLAN_IN_CLOSE),
            sheet.on(In::Turned),
        ),
    ];
    html! {
        <div class="ds-field">
            <label class="ds-label" for="inn-tekst">{ ctx.t(key::PLAN_IN_PASTE) }</label>
            <p id="inn-tekst-hjelp" data-field="description">{ ctx.t(key::PLAN_IN_PASTE_HELP) }</p>
            <textarea id="inn-tekst" class="ds-input" rows="4" spellcheck="false" autocomplete="off"
                wrap="off" aria-describedby="inn-tekst-hjelp" value={sheet.own.text.clone()}
                oninput={written} />
            { node("p", "actions", ways) }
        </div>
    }
}

fn file(sheet: &Sheet<Table, In>) -> Html {
    let ctx = sheet.ctx;
    let send = sheet.send.clone();
    let changed = input::chosen(move |_| send.emit(In::Chosen("inn-fil")));
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for="inn-fil">{ ctx.t(key::PLAN_IN_FILE) }</label>
            <p id="inn-fil-hjelp" data-field="description">{ ctx.t(key::PLAN_IN_FILE_HELP) }</p>
            <input id="inn-fil" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain"
                aria-describedby="inn-fil-hjelp" onchange={changed} />
        </div>
    }
}

fn understood(
    sheet: &Sheet<Table, In>,
    assessment: &Assessment,
    shown: &Shown,
    found: &Understood,
) -> Html {
    let ctx = sheet.ctx;
    let n = |key: Key, n: usize| ctx.fill(key, &[("n", &n.to_string())]);
    let count = found.count;
    let take = match count.comes {
        0 => leaf("span", "", ctx.t(key::PLAN_IN_NONE)),
        comes => {
            let label = n(key::PLAN_IN_TAKE, comes);
            button(
                Look::Primary,
                "ta-inn-tabell",
                label,
                sheet.on(In::TakeWanted),
            )
        }
    };
    let columns = shown.columns.iter().enumerate();
    let columns = columns.map(|(at, one)| column(sheet, at, one)).collect();
    let also = [
        ("alike", Choice::Alike, count.alike, key::PLAN_IN_ALSO_ALIKE),
        ("gone", Choice::Gone, count.gone, key::PLAN_IN_ALSO_GONE),
        (
            "faulty",
            Choice::Faulty,
            count.faulty,
            key::PLAN_IN_ALSO_FAULTY,
        ),
    ];
    let also = also.into_iter().filter(|(_, _, count, _)| *count > 0);
    let also = also.map(|(name, choice, count, key)| {
        let send = sheet.send.clone();
        let turned = Callback::from(move |_: yew::Event| send.emit(In::AlsoTurned(choice)));
        html! {
            <label class="choice">
                <input class="ds-input" type="checkbox" data-also={name}
                    checked={shown.also.contains(&choice)} onchange={turned} />
                <span>{ n(key, count) }</span>
            </label>
        }
    });
    html! {
        <>
            <h3 id="inn-funn" tabindex="-1">{ ctx.t(key::PLAN_IN_FOUND) }</h3>
            { leaf("p", "in-counts", ctx.told(&counted(found))) }
            if shown.table.seems_head { { leaf("p", "", ctx.t(key::PLAN_IN_SEEMS_HEAD)) } }
            if shown.table.more > 0 { { leaf("p", "", n(key::PLAN_IN_MORE, shown.table.more)) } }
            if count.no_room > 0 { { leaf("p", "", n(key::PLAN_IN_ROOM, count.no_room)) } }
            { leaf("h4", "", ctx.t(key::PLAN_IN_COLUMNS)) }
            { node("div", "in-columns", columns) }
            { node("div", "in-also", also.collect()) }
            { lines(sheet, assessment, shown, found) }
            { node("p", "actions", vec![take]) }
        </>
    }
}

/// What a column is taken for, and why; it can be taken for something else.
fn column(sheet: &Sheet<Table, In>, at: usize, column: &Column) -> Html {
    let texts = sheet.ctx.texts;
    let id = format!("inn-kolonne-{at}");
    let send = sheet.send.clone();
    let chosen = input::chosen(move |id| send.emit(In::ColumnChosen(at, Target::parse(&id))));
    let offered = |target: Option<Target>| {
        let (value, name) = target.map_or(("", left_out(texts)), |one| {
            (one.id(), target_name(texts, one))
        });
        option(value.to_owned(), name.to_owned(), column.target == target)
    };
    let options = [None].into_iter().chain(Target::ALL.map(Some)).map(offered);
    let why = match column.why {
        Why::Unknown => Some(key::PLAN_IN_UNKNOWN),
        Why::Computed => Some(key::PLAN_IN_COMPUTED),
        Why::Twice => Some(key::PLAN_IN_TWICE),
        Why::Understood | Why::Chosen => None,
    };
    let name: String = column.name.chars().take(60).collect();
    let name = match name.trim().is_empty() {
        true => (at + 1).to_string(),
        false => name,
    };
    html! {
        <div class="ds-field" key={at}>
            <label class="ds-label" for={id.clone()}>{ name }</label>
            <select {id} class="ds-input" onchange={chosen}>{ for options }</select>
            { for why.map(|key| leaf("p", "in-why", texts.get(key))) }
        </div>
    }
}

fn left_out(texts: Texts) -> &'static str {
    texts.get(key::PLAN_IN_COLUMN_OUT)
}

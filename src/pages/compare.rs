//! Two or more results side by side: over time, or between organisations.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::compare::{has_other_scope, is_over_time};
use forankring_core::keeping::Record;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Origin, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::compare::{Compared, Event, Source, State};
use forankring_session::screens::shelf::Listing;
use yew::prelude::*;

use crate::components::file_field::file_field;
use crate::components::kept::name_of;
use crate::components::notice::{self, Tone};
use crate::components::paste::paste_box;
use crate::components::prose::{Look, entry_button, h1, leaf};
use crate::components::side_by_side::{chains, map, moves, table};
use crate::context::{Context, Sheet, Top};
use crate::input;

/// What the screen is called.
pub const TITLE: Key = key::COMPARE_TITLE;

/// The screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    if ctx.desk.session == Session::Opening {
        return html! { <div>{ h1(ctx.t(key::COMPARE_HEADING)) }</div> };
    }
    let open = ctx.open().map(|open| open.assessment.clone());
    let others = own.compared.iter().map(|one| one.assessment.clone());
    let all: Vec<Rc<Assessment>> = open.into_iter().chain(others).collect();
    let mut all: Vec<&Assessment> = all.iter().map(|one| &**one).collect();
    // One organisation over time: from the earliest on.
    if is_over_time(&all) {
        all.sort_by_key(|one| one.date);
    }
    html! {
        <article class="compare">
            { h1(ctx.t(key::COMPARE_HEADING)) }
            { leaf("p", "lead", ctx.t(key::COMPARE_LEAD)) }
            if let Session::Failed(problem) = &ctx.desk.session {
                { notice::notice(Tone::Warning, leaf("p", "", ctx.t(notice::problem(*problem)))) }
            }
            { side_by_side(ctx, &all) }
            { choices(top, own, all.len()) }
        </article>
    }
}

fn side_by_side(ctx: &Context, all: &[&Assessment]) -> Html {
    match all {
        [] => html! {},
        [_] => html! { <>{ chains(ctx, all) }{ leaf("p", "", ctx.t(key::COMPARE_ONE_MORE)) }</> },
        [first, others @ ..] => html! {
            <>
                if has_other_scope(all) {
                    { notice::notice(Tone::Info, leaf("p", "", ctx.t(key::COMPARE_SCOPES))) }
                }
                if all.iter().any(|one| one.variant != first.variant) {
                    { notice::notice(Tone::Info, leaf("p", "", ctx.t(key::COMPARE_VARIANTS))) }
                }
                { chains(ctx, all) }
                { table(ctx, all) }
                { for others.iter().map(|other| moves(ctx, first, other)) }
                { map(ctx, all) }
            </>
        },
    }
}

/// What else can be put beside it: what is kept, links, files.
fn choices(top: &Top, own: &State, count: usize) -> Html {
    let ctx = top.ctx;
    let sheet = top.part(own, On::Compare);
    let heading = if count == 0 {
        key::COMPARE_CHOOSE
    } else {
        key::COMPARE_MORE
    };
    let files = top.part(&own.intake, On::Intake);
    html! {
        <section class="kept compare-more">
            { leaf("h2", "", ctx.t(heading)) }
            { brought(&sheet) }
            { kept_here(&sheet) }
            { paste_box(&top.part(&own.finder, On::Finder)) }
            { file_field(&files, "sammenlign-fil", (key::COMPARE_FILE, key::COMPARE_FILE_HELP)) }
        </section>
    }
}

/// What was brought from outside, with the way to take it out again.
fn brought(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    let entry = |one: &Compared| {
        let Source::Brought(number) = one.source else {
            return None;
        };
        let out = sheet.on(Event::TakenOut(one.source.clone()));
        Some(html! {
            <li key={number}>
                <div>{ leaf("strong", "", name_of(ctx, &one.assessment)) }</div>
                <p class="actions">
                    { entry_button(Look::Secondary, "ta-ut", ctx.t(key::COMPARE_OUT), out) }
                </p>
            </li>
        })
    };
    let entries: Vec<Html> = sheet.own.compared.iter().filter_map(entry).collect();
    match entries.is_empty() {
        true => html! {},
        false => html! { <ul class="kept-list">{ for entries }</ul> },
    }
}

/// What is kept here, each by a switch; not what is open already.
fn kept_here(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    let Listing::Read(records, _) = &sheet.own.shelf.listing else {
        return html! {};
    };
    let open = ctx.open().map(|open| &open.origin);
    let switches: Vec<Html> = records
        .iter()
        .filter_map(|record| {
            let id = Id::parse(&record.key)?;
            let shown = open != Some(&Origin::Kept(id.clone()));
            shown.then(|| switch(sheet, id, record)).flatten()
        })
        .collect();
    match switches.is_empty() {
        true => leaf("p", "", ctx.t(key::COMPARE_NONE_KEPT)),
        false => html! {
            <fieldset class="ds-fieldset">
                <legend>{ ctx.t(key::KEPT_HEADING) }</legend>
                <div class="choices">{ for switches }</div>
            </fieldset>
        },
    }
}

fn switch(sheet: &Sheet<State, Event>, id: Id, record: &Record) -> Option<Html> {
    let kept = record
        .shown()
        .filter(|kept| !kept.assessment.is_asked_for())?;
    let ctx = sheet.ctx;
    let source = Source::Kept(id.clone());
    let chosen = sheet.own.compared.iter().any(|one| one.source == source);
    let name = id.as_str().to_owned();
    let send = sheet.send.clone();
    let changed = input::chosen(move |_| send.emit(Event::Switched(id.clone())));
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &ctx.when(kept.saved))]);
    Some(html! {
        <label key={name.clone()} class="choice">
            <input class="ds-input" type="checkbox" name={name} checked={chosen}
                onchange={changed} />
            <span>{ name_of(ctx, &kept.assessment) }{ leaf("span", "choice-help", saved) }</span>
        </label>
    })
}

//! Two or more results beside each other: over time, or between organisations.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::compare::{has_other_scope, is_over_time};
use forankring_core::file;
use forankring_core::link::{Carried, Found};
use forankring_core::texts::key;
use yew::prelude::*;

use crate::components::beside::{chains, map, moves, table};
use crate::components::file_field::file_field;
use crate::components::kept::{name_of, when};
use crate::components::notice::{self, Tone};
use crate::components::paste::paste_box;
use crate::components::prose::{Look, entry_button, h1, leaf};
use crate::context::Context;
use crate::platform::json;
use crate::session::{Aside, Beside, Compared, Listing, Origin, Session, Source};

/// The screen.
pub fn view(ctx: &Context) -> Html {
    if ctx.state.session == Session::Opening {
        return html! { <div>{ h1(ctx.t(key::COMPARE_HEADING)) }</div> };
    }
    let open = ctx.state.session.open().map(|open| open.assessment.clone());
    let others = ctx
        .state
        .besides
        .compared
        .iter()
        .map(|one| one.assessment.clone());
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
            if let Session::Failed(problem) = &ctx.state.session {
                { notice::notice(Tone::Warning, leaf("p", "", ctx.t(notice::problem(*problem)))) }
            }
            { side_by_side(ctx, &all) }
            { choices(ctx, all.len()) }
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
fn choices(ctx: &Context, count: usize) -> Html {
    let found = {
        let ctx = ctx.clone();
        Callback::from(move |found: Vec<Found>| {
            let open = found.into_iter().filter_map(|one| match one.carried {
                Carried::Open(assessment) => Some(assessment),
                Carried::Locked(_) => None,
            });
            bring(&ctx, open.collect(), key::COMPARE_LOCKED);
        })
    };
    let filed = {
        let ctx = ctx.clone();
        Callback::from(
            move |text: String| match file::read_backup(&text, json::parse) {
                Ok(read) => {
                    let all = read.into_iter().map(|one| one.document.assessment);
                    bring(&ctx, all.collect(), key::COMPARE_EMPTY_FILE);
                }
                Err(problem) => {
                    let (key, place) = notice::file(&problem);
                    let message = ctx.fill(key, &[("place", place)]);
                    ctx.tell(Beside::AsideChanged(Aside::FileRefused(message)));
                }
            },
        )
    };
    html! {
        <section class="kept compare-more">
            { leaf("h2", "", ctx.t(if count == 0 { key::COMPARE_CHOOSE } else { key::COMPARE_MORE })) }
            { brought(ctx) }
            { kept_here(ctx) }
            { paste_box(ctx, found) }
            { file_field(ctx, "sammenlign-fil", (key::COMPARE_FILE, key::COMPARE_FILE_HELP), filed) }
        </section>
    }
}

/// Puts results from outside beside the others; says so where there were none.
fn bring(ctx: &Context, found: Vec<Assessment>, none: forankring_core::texts::Key) {
    if found.is_empty() {
        let message = ctx.t(none).to_owned();
        return ctx.tell(Beside::AsideChanged(Aside::FileRefused(message)));
    }
    let mut compared = ctx.state.besides.compared.clone();
    let next = compared.iter().filter_map(|one| match one.source {
        Source::Brought(number) => Some(number + 1),
        Source::Kept(_) => None,
    });
    let next = next.max().unwrap_or(0);
    for (number, assessment) in (next..).zip(found) {
        compared.push(Compared {
            source: Source::Brought(number),
            assessment: Rc::new(assessment),
        });
    }
    ctx.tell(Beside::ComparedChanged(compared));
}

/// What was brought from outside, with the way to take it out again.
fn brought(ctx: &Context) -> Html {
    let compared = &ctx.state.besides.compared;
    let entry = |one: &Compared| {
        let Source::Brought(number) = one.source else {
            return None;
        };
        let left = without(ctx, &one.source);
        let out = {
            let ctx = ctx.clone();
            Callback::from(move |_| ctx.tell(Beside::ComparedChanged(left.clone())))
        };
        Some(html! {
            <li key={number}>
                <div>{ leaf("strong", "", name_of(ctx, &one.assessment)) }</div>
                <p class="actions">{ entry_button(Look::Secondary, "ta-ut", ctx.t(key::COMPARE_OUT), out) }</p>
            </li>
        })
    };
    let entries: Vec<Html> = compared.iter().filter_map(entry).collect();
    match entries.is_empty() {
        true => html! {},
        false => html! { <ul class="kept-list">{ for entries }</ul> },
    }
}

fn without(ctx: &Context, source: &Source) -> Vec<Compared> {
    let compared = ctx.state.besides.compared.iter();
    compared
        .filter(|one| one.source != *source)
        .cloned()
        .collect()
}

/// What is kept here, each by a switch; not what is open already.
fn kept_here(ctx: &Context) -> Html {
    let records = match &ctx.state.besides.kept {
        Listing::First(records, _) | Listing::Ready(records) => records.clone(),
        Listing::Unknown | Listing::Failed(_) => return html! {},
    };
    let open = ctx.state.session.open().map(|open| &open.origin);
    let switches: Vec<Html> = records
        .iter()
        .filter_map(|record| {
            let kept = record.kept.as_ref().ok()?;
            let id = Id::parse(&record.key)?;
            let shown = kept.binned.is_none() && open != Some(&Origin::Kept(id.clone()));
            let saved = when(ctx, kept.saved);
            shown.then(|| switch(ctx, id, &kept.assessment, saved))
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

fn switch(ctx: &Context, id: Id, assessment: &Assessment, saved: String) -> Html {
    let source = Source::Kept(id.clone());
    let chosen = ctx
        .state
        .besides
        .compared
        .iter()
        .any(|one| one.source == source);
    let changed = {
        let (ctx, assessment) = (ctx.clone(), Rc::new(assessment.clone()));
        Callback::from(move |_| {
            let mut compared = without(&ctx, &source);
            if !chosen {
                compared.push(Compared {
                    source: source.clone(),
                    assessment: assessment.clone(),
                });
            }
            ctx.tell(Beside::ComparedChanged(compared));
        })
    };
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &saved)]);
    html! {
        <label key={id.as_str().to_owned()} class="choice">
            <input class="ds-input" type="checkbox" name={id.as_str().to_owned()} checked={chosen} onchange={changed} />
            <span>{ name_of(ctx, assessment) }{ leaf("span", "choice-help", saved) }</span>
        </label>
    }
}

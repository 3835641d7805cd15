//! What is kept in this browser, with all that can be done to it; and the bin.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Assessment, Name};
use forankring_core::keeping::{Kept, Record, StorageProblem};
use forankring_core::numbers::{show_count, show_day};
use forankring_core::series::{Member, together};
use forankring_core::texts::{isolated, key, uncapitalised};
use forankring_session::screens::shelf::{Event, Listing, State};
use forankring_session::storage;
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, entry_button, leaf, link_button, node};
use super::words;
use crate::context::{Context, Sheet};
use crate::input;

type Shelf<'a> = Sheet<'a, State, Event>;

/// The list of what is kept and not in the bin.
pub fn list_of(sheet: &Shelf) -> Html {
    html! {
        <div id="liste" tabindex="-1">
            { notice::told(sheet.ctx, Tone::Info, sheet.own.told.as_ref()) }
            { list(sheet) }
        </div>
    }
}

fn list(sheet: &Shelf) -> Html {
    let ctx = sheet.ctx;
    let (records, count) = match &sheet.own.listing {
        Listing::Unknown => return html! { <p class="opening quiet" /> },
        Listing::Failed(problem) => {
            let text = leaf("p", "", ctx.t(storage(*problem)));
            return notice::notice(Tone::Warning, text);
        }
        Listing::Read(records, count) => (records, *count),
    };
    let listed: Vec<&Record> = records
        .iter()
        .filter(|record| record.kept.is_err() || record.shown().is_some())
        .collect();
    // What follows each other stands together, the latest first.
    let members: Vec<Option<Member>> = listed
        .iter()
        .map(|record| {
            let id = Id::parse(&record.key)?;
            Some(Member::of(id, &record.shown()?.assessment.parts))
        })
        .collect();
    let mut shown: Vec<Html> = Vec::new();
    for group in together(&members) {
        for (n, place) in group.iter().enumerate() {
            let Some(record) = listed.get(*place) else {
                continue;
            };
            shown.extend(match &record.kept {
                Ok(kept) => {
                    Id::parse(&record.key).map(|id| entry(sheet, &id, kept, (n, group.len())))
                }
                Err(problem) => Some(unreadable(sheet, record, *problem)),
            });
        }
    }
    if shown.is_empty() {
        let none = match records.is_empty() {
            true => key::KEPT_NONE,
            false => key::KEPT_ALL_BINNED,
        };
        return leaf("p", "", ctx.t(none));
    }
    let several = shown.len() > 1;
    let left = count.saturating_sub(shown.len());
    let more = ctx.fill(key::KEPT_SHOW_MORE, &[("n", &show_count(left, ctx.lang()))]);
    html! {
        <>
            <ul class="kept-list">{ for shown }</ul>
            if left > 0 {
                { node("p", "actions", vec![
                    button(Look::Secondary, "vis-flere", more, sheet.on(Event::MoreWanted)),
                ]) }
            }
            if several { { compare(ctx) } }
        </>
    }
}

fn compare(ctx: &Context) -> Html {
    let href = ctx.link(ctx.page(Route::Compare), Place::Nothing);
    let label = ctx.t(key::RESULT_COMPARE);
    node(
        "p",
        "actions",
        vec![link_button(Look::Secondary, "sammenlign", href, label)],
    )
}

/// What an assessment is called in lists.
pub fn name_of(ctx: &Context, assessment: &Assessment) -> String {
    match assessment.name.as_str() {
        "" => format!(
            "{}, {}",
            ctx.t(key::KEPT_UNNAMED),
            uncapitalised(ctx.t(words::kind(assessment.kind)))
        ),
        // Isolated: a name may turn the direction of writing.
        name => isolated(name),
    }
}

/// How many of its items are answered.
pub fn answered(ctx: &Context, assessment: &Assessment) -> String {
    let (n, total) = (assessment.answered(), assessment.variant.count());
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    ctx.fill(key::KEPT_ANSWERED, &values)
}

/// What is said of one of several that follow each other: it is the latest, or an earlier one.
fn placed(ctx: &Context, assessment: &Assessment, (n, of): (usize, usize)) -> Option<String> {
    match (n, of) {
        (_, 1) => None,
        (0, of) => Some(ctx.fill(key::KEPT_LATEST, &[("n", &of.to_string())])),
        _ => {
            let day = show_day(assessment.date, ctx.lang());
            Some(ctx.fill(key::KEPT_EARLIER, &[("day", &day)]))
        }
    }
}

/// An entry, with its place among those that follow each other: the latest is the first.
fn entry(sheet: &Shelf, id: &Id, kept: &Kept, place: (usize, usize)) -> Html {
    if kept.assessment.is_asked_for() {
        return asked_for(sheet, id, kept);
    }
    let ctx = sheet.ctx;
    let class = (place.0 > 0).then_some("followed");
    let placed = placed(ctx, &kept.assessment, place);
    let assessment = &kept.assessment;
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &ctx.when(kept.saved))]);
    let link = |route| ctx.link(ctx.page(route), Place::Kept(id.clone(), None));
    let (first, second) = match assessment.first_unanswered() {
        None => (Look::Secondary, Look::Primary),
        Some(_) => (Look::Primary, Look::Secondary),
    };
    let copy = sheet.on(Event::CopyWanted(id.clone(), copy_name(ctx, assessment)));
    let binned = sheet.on(Event::Binned(id.clone()));
    html! {
        <li key={id.as_str().to_owned()} data-key={id.as_str().to_owned()} {class}>
            <div>
                { leaf("strong", "", name_of(ctx, assessment)) }
                { for placed.map(|placed| leaf("span", "", placed)) }
                { leaf("span", "", format!("{}. {saved}.", answered(ctx, assessment))) }
            </div>
            { node("p", "actions", vec![
                link_button(first, "", link(ctx.answering(assessment.by)), ctx.t(key::KEPT_OPEN)),
                link_button(second, "", link(Route::Result), ctx.t(key::KEPT_RESULT)),
            ]) }
            <details class="ds-details kept-more">
                <summary>{ ctx.t(key::KEPT_MORE) }</summary>
                { node("p", "actions", vec![
                    link_button(Look::Secondary, "", link(Route::Setup), ctx.t(key::KEPT_EDIT)),
                    link_button(
                        Look::Secondary,
                        "",
                        link(Route::History),
                        ctx.t(key::HISTORY_LINK),
                    ),
                    link_button(Look::Secondary, "", link(Route::Status), ctx.t(key::KEPT_AGAIN)),
                    entry_button(Look::Secondary, "kopi", ctx.t(key::KEPT_COPY), copy),
                    entry_button(Look::Secondary, "kast", ctx.t(key::KEPT_DELETE), binned),
                ]) }
            </details>
        </li>
    }
}

/// A reply to somebody who asked: no result.
fn asked_for(sheet: &Shelf, id: &Id, kept: &Kept) -> Html {
    let (ctx, assessment) = (sheet.ctx, &kept.assessment);
    let called = assessment.called().map(|name| isolated(name.as_str()));
    let (route, name) = match (assessment.variant.asked(), called) {
        (Some(asked), called) => {
            let kind = || uncapitalised(ctx.t(words::kind(assessment.kind)));
            let level = ctx.t(words::level(asked.level(), assessment.kind));
            let values = [("name", &*called.unwrap_or_else(kind)), ("level", level)];
            (Route::Reply, ctx.fill(key::KEPT_REPLY, &values))
        }
        (None, Some(called)) => {
            let name = format!("{}: {called}", ctx.t(key::REPORTING_KEPT));
            (Route::Plan, name)
        }
        (None, None) => (Route::Plan, ctx.t(key::REPORTING_KEPT).to_owned()),
    };
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &ctx.when(kept.saved))]);
    let href = ctx.link(ctx.page(route), Place::Kept(id.clone(), None));
    let binned = sheet.on(Event::Binned(id.clone()));
    let id = id.as_str().to_owned();
    html! {
        <li key={id.clone()} data-key={id}>
            <div>{ leaf("strong", "", name) }{ leaf("span", "", format!("{saved}.")) }</div>
            { node("p", "actions", vec![
                link_button(Look::Secondary, "", href, ctx.t(key::KEPT_OPEN)),
                entry_button(Look::Secondary, "kast", ctx.t(key::KEPT_DELETE), binned),
            ]) }
        </li>
    }
}

/// What a copy is called; a name that would be too long is kept as it was.
fn copy_name(ctx: &Context, assessment: &Assessment) -> Name {
    let name = match assessment.name.as_str() {
        "" => name_of(ctx, assessment),
        name => name.to_owned(),
    };
    let name = ctx.fill(key::KEPT_COPY_NAME, &[("name", &name)]);
    Name::parse(&name).unwrap_or(assessment.name.clone())
}

/// A record that cannot be read: left as it is, and given out as it is.
fn unreadable(sheet: &Shelf, record: &Record, problem: StorageProblem) -> Html {
    let ctx = sheet.ctx;
    let text = match problem {
        StorageProblem::Newer => key::KEPT_NEWER,
        _ => key::KEPT_UNREADABLE,
    };
    let save = sheet.on(Event::RawWanted(record.key.clone()));
    let mut ways = vec![entry_button(
        Look::Secondary,
        "raa",
        ctx.t(key::KEPT_RAW),
        save,
    )];
    if let (StorageProblem::Newer, Some(id)) = (problem, Id::parse(&record.key)) {
        let href = ctx.link(ctx.page(Route::Result), Place::Kept(id, None));
        ways.push(link_button(
            Look::Secondary,
            "",
            href,
            ctx.t(key::KEPT_LOOK),
        ));
    }
    html! {
        <li key={record.key.clone()} class="unreadable">
            { leaf("div", "", ctx.t(text)) }
            { node("p", "actions", ways) }
        </li>
    }
}

/// What is in the bin; nothing where it is empty.
pub fn bin(sheet: &Shelf) -> Html {
    let ctx = sheet.ctx;
    let binned: Vec<Html> = sheet
        .own
        .records()
        .iter()
        .filter_map(|record| {
            let kept = record.kept.as_ref().ok()?;
            Some(in_bin(sheet, Id::parse(&record.key)?, kept, kept.binned?))
        })
        .collect();
    if binned.is_empty() {
        return html! {};
    }
    html! {
        <section class="kept bin">
            { leaf("h2", "", ctx.t(key::KEPT_BIN_HEADING)) }
            { leaf("p", "", ctx.t(key::KEPT_BIN_LEAD)) }
            <ul class="kept-list">{ for binned }</ul>
        </section>
    }
}

fn in_bin(sheet: &Shelf, id: Id, kept: &Kept, since: i64) -> Html {
    let ctx = sheet.ctx;
    let since = ctx.fill(key::KEPT_BINNED, &[("when", &ctx.when(since))]);
    let name = id.as_str().to_owned();
    let asked = sheet.own.asked.as_ref() == Some(&name);
    let way = |look, does, label, event| {
        let click = input::deliberate(sheet.on(event));
        entry_button(look, does, ctx.t(label), click)
    };
    let ways = if asked {
        let yes = Event::ForgetConfirmed(name.clone());
        vec![
            way(Look::Danger, "glem-ja", key::KEPT_FORGET_YES, yes),
            way(
                Look::Secondary,
                "glem-nei",
                key::KEPT_FORGET_NO,
                Event::ForgetDenied,
            ),
        ]
    } else {
        let ask = Event::ForgetAsked(name.clone());
        vec![
            way(
                Look::Secondary,
                "hent",
                key::KEPT_RESTORE,
                Event::Unbinned(id),
            ),
            way(Look::Secondary, "glem", key::KEPT_FORGET, ask),
        ]
    };
    html! {
        <li key={name.clone()} data-key={name}>
            <div>
                { leaf("strong", "", name_of(ctx, &kept.assessment)) }
                { leaf("span", "", format!("{}. {since}.", answered(ctx, &kept.assessment))) }
                if asked { { leaf("span", "", ctx.t(key::KEPT_FORGET_ASK)) } }
            </div>
            { node("p", "actions", ways) }
        </li>
    }
}

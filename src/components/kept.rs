//! What is kept in this browser, with all that can be done to it; and the bin.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Assessment, Name};
use forankring_core::keeping::Kept;
use forankring_core::numbers::show_moment;
use forankring_core::texts::{key, uncapitalised};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::notice::{self, Tone};
use super::prose::{Look, button, entry_button, leaf, link_button, node};
use super::words;
use crate::context::Context;
use crate::effects::FIRST;
use crate::platform::storage::{Record, StorageProblem};
use crate::platform::{clock, files, handover, pointer, random, storage, tabs};
use crate::session::{Aside, Beside, Listing};

/// The list of what is kept and not in the bin.
pub fn list_of(ctx: &Context) -> Html {
    let records = match &ctx.state.besides.kept {
        Listing::Unknown => return html! { <p class="opening quiet" /> },
        Listing::Failed(problem) => {
            let text = leaf("p", "", ctx.t(notice::storage(*problem)));
            return notice::notice(Tone::Warning, text);
        }
        Listing::First(records, count) => (records, *count),
        Listing::Ready(records) => (records, 0),
    };
    let (records, count) = records;
    let shown: Vec<Html> = records
        .iter()
        .filter_map(|record| match &record.kept {
            Ok(kept) if kept.binned.is_some() => None,
            Ok(kept) => Id::parse(&record.key).map(|id| entry(ctx, &id, kept)),
            Err(problem) => Some(unreadable(ctx, record, *problem)),
        })
        .collect();
    let several = shown.len() > 1;
    html! {
        <>
            if ctx.state.besides.aside == Aside::KeepingFailed {
                { notice::notice(Tone::Warning, leaf("p", "", ctx.t(key::KEPT_FAILED))) }
            }
            if shown.is_empty() {
                { leaf("p", "", ctx.t(key::KEPT_NONE)) }
            } else {
                { some_of(ctx, shown, count) }
                if several { { compare(ctx) } }
            }
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

/// As many as are read first: more take their time to draw. `count` is how many
/// there are at least.
fn some_of(ctx: &Context, mut shown: Vec<Html>, count: usize) -> Html {
    let count = shown.len().max(count);
    let all = count <= FIRST || ctx.state.besides.aside == Aside::AllShown;
    if !all {
        shown.truncate(FIRST);
    }
    let show = ctx.telling(Aside::AllShown);
    let label = ctx.fill(key::KEPT_SHOW_ALL, &[("n", &count.to_string())]);
    html! {
        <>
            <ul class="kept-list">{ for shown }</ul>
            if !all { { node("p", "actions", vec![button(Look::Secondary, "vis-alle", label, show)]) } }
        </>
    }
}

/// What an assessment is called in lists.
pub fn name_of(ctx: &Context, assessment: &Assessment) -> String {
    match assessment.name.as_str() {
        "" => format!(
            "{}, {}",
            ctx.t(key::KEPT_UNNAMED),
            uncapitalised(ctx.t(words::kind(assessment.kind)))
        ),
        name => name.to_owned(),
    }
}

/// How many of its items are answered.
pub fn answered(ctx: &Context, assessment: &Assessment) -> String {
    let (n, total) = (assessment.answered(), assessment.variant.count());
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    ctx.fill(key::KEPT_ANSWERED, &values)
}

/// A moment as people write it.
pub fn when(ctx: &Context, ms: i64) -> String {
    let at = clock::at(ms);
    show_moment(at.day, at.hour, at.minute, ctx.lang())
}

fn entry(ctx: &Context, id: &Id, kept: &Kept) -> Html {
    let assessment = &kept.assessment;
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &when(ctx, kept.saved))]);
    let link = |route| ctx.link(ctx.page(route), Place::Kept(id.clone(), None));
    let (first, second) = match assessment.first_unanswered() {
        None => (Look::Secondary, Look::Primary),
        Some(_) => (Look::Primary, Look::Secondary),
    };
    let copy = {
        let (ctx, assessment) = (ctx.clone(), assessment.clone());
        Callback::from(move |_| copy(&ctx, assessment.clone()))
    };
    let binned = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |_| {
            let id = id.clone();
            pointer::clear();
            act(&ctx, async move {
                storage::bin(&id, Some(clock::now().ms)).await.map(drop)
            });
        })
    };
    html! {
        <li key={id.as_str().to_owned()}>
            <div>
                { leaf("strong", "", name_of(ctx, assessment)) }
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
                    link_button(Look::Secondary, "", link(Route::History), ctx.t(key::HISTORY_LINK)),
                    entry_button(Look::Secondary, "kopi", ctx.t(key::KEPT_COPY), copy),
                    entry_button(Look::Secondary, "kast", ctx.t(key::KEPT_DELETE), binned),
                ]) }
            </details>
        </li>
    }
}

/// A record that can not be read: left as it is, and given out as it is.
fn unreadable(ctx: &Context, record: &Record, problem: StorageProblem) -> Html {
    let text = match problem {
        StorageProblem::Newer => key::KEPT_NEWER,
        _ => key::KEPT_UNREADABLE,
    };
    let name = record.key.clone();
    let save = Callback::from(move |_| {
        let name = name.clone();
        spawn_local(async move {
            if let Ok(Some(text)) = storage::raw(&name).await {
                files::save("forankring-uleselig.json", "application/json", &text);
            }
        });
    });
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
pub fn bin(ctx: &Context) -> Html {
    let Listing::Ready(records) = &ctx.state.besides.kept else {
        return html! {};
    };
    let binned: Vec<Html> = records
        .iter()
        .filter_map(|record| {
            let kept = record.kept.as_ref().ok()?;
            Some(in_bin(ctx, Id::parse(&record.key)?, kept, kept.binned?))
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

fn in_bin(ctx: &Context, id: Id, kept: &Kept, since: i64) -> Html {
    let since = ctx.fill(key::KEPT_BINNED, &[("when", &when(ctx, since))]);
    let name = id.as_str().to_owned();
    let asked = ctx.state.besides.aside == Aside::ForgetAsked(name.clone());
    let back = {
        let (ctx, id) = (ctx.clone(), id.clone());
        Callback::from(move |_| {
            let id = id.clone();
            act(&ctx, async move { storage::bin(&id, None).await.map(drop) });
        })
    };
    let forget = {
        let (ctx, name) = (ctx.clone(), name.clone());
        Callback::from(move |_| {
            let name = name.clone();
            act(&ctx, async move { storage::forget(&name).await });
        })
    };
    let ways = if asked {
        vec![
            entry_button(Look::Danger, "glem-ja", ctx.t(key::KEPT_FORGET_YES), forget),
            entry_button(
                Look::Secondary,
                "glem-nei",
                ctx.t(key::KEPT_FORGET_NO),
                ctx.telling(Aside::Nothing),
            ),
        ]
    } else {
        vec![
            entry_button(Look::Secondary, "hent", ctx.t(key::KEPT_RESTORE), back),
            entry_button(
                Look::Secondary,
                "glem",
                ctx.t(key::KEPT_FORGET),
                ctx.telling(Aside::ForgetAsked(name.clone())),
            ),
        ]
    };
    html! {
        <li key={name}>
            <div>
                { leaf("strong", "", name_of(ctx, &kept.assessment)) }
                { leaf("span", "", format!("{}. {since}.", answered(ctx, &kept.assessment))) }
                if asked { <span role="alert">{ ctx.t(key::KEPT_FORGET_ASK) }</span> }
            </div>
            { node("p", "actions", ways) }
        </li>
    }
}

fn copy(ctx: &Context, mut assessment: Assessment) {
    let name = name_of(ctx, &assessment);
    let name = ctx.fill(key::KEPT_COPY_NAME, &[("name", &name)]);
    // A name that would be too long is kept as it was.
    if let Ok(name) = Name::parse(&name) {
        assessment.name = name;
    }
    act(ctx, async move {
        let id = random::id().ok_or(StorageProblem::Failed)?;
        storage::add(None, assessment, id, clock::now().ms)
            .await
            .map(drop)
    });
}

/// Does something to what is kept, then shows what is there; tells other tabs.
fn act(ctx: &Context, done: impl Future<Output = Result<(), StorageProblem>> + 'static) {
    let ctx = ctx.clone();
    spawn_local(async move {
        let aside = match done.await {
            Ok(()) => Aside::Nothing,
            Err(_) => Aside::KeepingFailed,
        };
        // What is deleted for good does not come back from there.
        handover::forget();
        tabs::tell_all();
        ctx.tell(Beside::AsideChanged(aside));
        ctx.tell(Beside::KeptChanged);
    });
}

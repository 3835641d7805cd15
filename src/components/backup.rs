//! Back-ups: everything to a file, and back from one. What would come in is shown
//! first, and nothing that is kept is lost by it.

use forankring_core::file::{self, Document};
use forankring_core::keeping::Fate;
use forankring_core::texts::{Key, key};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::file_field::file_field;
use super::kept::{name_of, when};
use super::notice;
use super::prose::{Look, button, leaf, node, table_head};
use super::running::{running_backup, running_trouble};
use crate::context::Context;
use crate::platform::storage::{Record, StorageProblem};
use crate::platform::{clock, files, json, pointer, random, storage, tabs};
use crate::session::{Aside, Beside, Listing};

/// Ways to make a back-up and to bring one in.
pub fn backup(ctx: &Context) -> Html {
    // The first rendering knows nothing of what is stored.
    let last = match &ctx.state.besides.kept {
        Listing::Ready(_) => match pointer::last_backup() {
            Some(ms) => ctx.fill(key::BACKUP_LAST, &[("when", &when(ctx, ms))]),
            None => ctx.t(key::BACKUP_NEVER).to_owned(),
        },
        Listing::Unknown | Listing::First(..) | Listing::Failed(_) => String::new(),
    };
    html! {
        <section class="backup">
            { leaf("h2", "", ctx.t(key::BACKUP_HEADING)) }
            { leaf("p", "", ctx.t(key::BACKUP_LEAD)) }
            { leaf("p", "", last) }
            { left_out(ctx) }
            { node("p", "actions", vec![save_button(ctx)]) }
            if ctx.state.besides.kept != Listing::Unknown { { running_backup(ctx) } }
            { chooser(ctx) }
            { outcome(ctx) }
        </section>
    }
}

/// What can not be read does not go along: said, so that nobody relies on it.
fn left_out(ctx: &Context) -> Html {
    let Listing::Ready(records) = &ctx.state.besides.kept else {
        return html! {};
    };
    match records.iter().filter(|record| record.kept.is_err()).count() {
        0 => html! {},
        n => leaf(
            "p",
            "",
            ctx.fill(key::BACKUP_LEFT, &[("n", &n.to_string())]),
        ),
    }
}

/// How many kept assessments were changed since the last back-up.
pub fn changed_since_backup(records: &[Record]) -> usize {
    let last = pointer::last_backup().unwrap_or(i64::MIN);
    let kept = records
        .iter()
        .filter_map(|record| record.kept.as_ref().ok());
    kept.filter(|kept| {
        kept.binned.is_none() && kept.saved > last && kept.assessment.answered() >= 6
    })
    .count()
}

/// Saves everything that is kept and can be read, also what is in the bin.
pub fn save_button(ctx: &Context) -> Html {
    let label = ctx.t(key::BACKUP_SAVE);
    let ctx = ctx.clone();
    let save = Callback::from(move |_| {
        let ctx = ctx.clone();
        // Read anew: the list on the screen may still be on its way.
        spawn_local(async move {
            match storage::list().await {
                Ok(found) => {
                    if save_all(&found.read(usize::MAX)) {
                        ctx.tell(Beside::KeptChanged);
                    }
                }
                Err(problem) => {
                    let said = ctx.t(notice::storage(problem)).to_owned();
                    ctx.tell(Beside::AsideChanged(Aside::FileRefused(said)));
                }
            }
        });
    });
    button(Look::Secondary, "sikkerhetskopi", label, save)
}

/// Gives everything that can be read out as a back-up; whether the browser took it.
fn save_all(records: &[Record]) -> bool {
    let documents = records.iter().filter_map(|record| {
        let kept = record.kept.as_ref().ok()?;
        Some(Document {
            id: forankring_core::address::Id::parse(&record.key),
            saved: Some(kept.saved),
            assessment: kept.assessment.clone(),
        })
    });
    let documents: Vec<Document> = documents.collect();
    let now = clock::now();
    let name = format!("forankring-{}-alt.json", now.day.iso());
    let text = file::write_backup(&documents, now.ms);
    let given = files::save(&name, "application/json", &text);
    if given {
        pointer::backed_up(now.ms);
    }
    given
}

fn chooser(ctx: &Context) -> Html {
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |text: String| {
            let ctx = ctx.clone();
            spawn_local(async move {
                let aside = weighed(&ctx, &text)
                    .await
                    .unwrap_or_else(Aside::FileRefused);
                ctx.tell(Beside::AsideChanged(aside));
            });
        })
    };
    let words = (key::BACKUP_OPEN, key::BACKUP_OPEN_HELP);
    file_field(ctx, "kopifil", words, chosen)
}

async fn weighed(ctx: &Context, text: &str) -> Result<Aside, String> {
    let found = file::read_backup(text, json::parse).map_err(|problem| {
        let (key, place) = notice::file(&problem);
        ctx.fill(key, &[("place", place)])
    })?;
    let mut incoming = Vec::new();
    let mut unknown = Vec::new();
    for read in found {
        let fate = storage::weigh(&read.document).await;
        let fate = fate.map_err(|problem| ctx.t(notice::storage(problem)).to_owned())?;
        incoming.push((read.document, fate));
        unknown.extend(read.unknown);
    }
    Ok(Aside::Incoming(incoming.into(), unknown.into()))
}

/// What came of choosing a file.
fn outcome(ctx: &Context) -> Html {
    match &ctx.state.besides.aside {
        Aside::TakenIn(count) => {
            let text = ctx.fill(key::BACKUP_TAKEN, &[("n", &count.to_string())]);
            html! { <p role="status">{ text }</p> }
        }
        Aside::Incoming(incoming, unknown) => preview(ctx, incoming, unknown),
        _ => html! { <p role="status" /> },
    }
}

fn said(fate: Fate) -> Key {
    match fate {
        Fate::New => key::BACKUP_NEW,
        Fate::Same => key::BACKUP_SAME,
        Fate::Newer => key::BACKUP_NEWER,
        Fate::Older => key::BACKUP_OLDER,
        Fate::Conflicting => key::BACKUP_CONFLICTING,
    }
}

fn preview(
    ctx: &Context,
    incoming: &std::rc::Rc<Vec<(Document, Fate)>>,
    unknown: &[String],
) -> Html {
    let rows = incoming
        .iter()
        .enumerate()
        .map(|(place, (document, fate))| {
            let saved = document.saved.map_or(String::new(), |ms| when(ctx, ms));
            html! {
                <tr key={place}>
                    <td>{ name_of(ctx, &document.assessment) }</td>
                    <td>{ saved }</td>
                    <td data-fate={format!("{fate:?}").to_lowercase()}>{ ctx.t(said(*fate)) }</td>
                </tr>
            }
        });
    let heads = [
        key::BACKUP_COL_NAME,
        key::BACKUP_COL_SAVED,
        key::BACKUP_COL_FATE,
    ];
    let take = {
        let (ctx, incoming) = (ctx.clone(), incoming.clone());
        Callback::from(move |_| take_in(&ctx, incoming.to_vec()))
    };
    let leave = ctx.telling(Aside::Nothing);
    html! {
        <div class="incoming" role="status">
            { leaf("p", "", ctx.t(key::BACKUP_PREVIEW)) }
            <table class="ds-table">
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for rows }</tbody>
            </table>
            if !unknown.is_empty() {
                { leaf("p", "", ctx.fill(key::BACKUP_UNKNOWN, &[("fields", &unknown.join(", "))])) }
            }
            { node("p", "actions", vec![
                button(Look::Primary, "ta-inn", ctx.t(key::BACKUP_TAKE), take),
                button(Look::Secondary, "la-vaere", ctx.t(key::BACKUP_LEAVE), leave),
            ]) }
        </div>
    }
}

fn take_in(ctx: &Context, incoming: Vec<(Document, Fate)>) {
    let ctx = ctx.clone();
    spawn_local(async move {
        let aside = match take_all(incoming).await {
            Ok(count) => Aside::TakenIn(count),
            Err(problem) => Aside::FileRefused(ctx.t(notice::storage(problem)).to_owned()),
        };
        tabs::tell_all();
        ctx.tell(Beside::AsideChanged(aside));
        ctx.tell(Beside::KeptChanged);
    });
}

async fn take_all(incoming: Vec<(Document, Fate)>) -> Result<usize, StorageProblem> {
    let mut count = 0;
    for (document, fate) in incoming {
        let id = random::id().ok_or(StorageProblem::Failed)?;
        storage::take_in(document, fate, id, clock::now().ms).await?;
        count += usize::from(!matches!(fate, Fate::Same | Fate::Older));
    }
    Ok(count)
}

/// A gentle word where much has changed since the last back-up.
pub fn reminder(ctx: &Context) -> Html {
    let Listing::Ready(records) = &ctx.state.besides.kept else {
        return html! {};
    };
    match changed_since_backup(records) {
        0 => running_trouble(ctx),
        n => html! {
            <div class="reminder">
                { leaf("p", "", ctx.fill(key::BACKUP_REMIND, &[("n", &n.to_string())])) }
                { node("p", "actions", vec![save_button(ctx)]) }
            </div>
        },
    }
}

/// What the browser says of the space, in plain words.
pub fn facts(ctx: &Context) -> Html {
    let Some(facts) = ctx.state.besides.facts else {
        return html! {};
    };
    let used = facts.used.map(|bytes| {
        let megabytes = bytes.div_ceil(1_000_000).to_string();
        ctx.fill(key::PRIVACY_USED, &[("n", &megabytes)])
    });
    let lasting = match facts.lasting {
        Some(true) => key::PRIVACY_LASTING,
        Some(false) => key::PRIVACY_NOT_LASTING,
        None => key::PRIVACY_LASTING_UNKNOWN,
    };
    let lasting = ctx.t(lasting).to_owned();
    let lines = used.into_iter().chain([lasting]);
    html! { <ul class="facts">{ for lines.map(|line| leaf("li", "", line)) }</ul> }
}

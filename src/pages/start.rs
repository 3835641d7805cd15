//! Start: one sentence, the chain, the way in; below, what is kept here.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::{Step, Variant};
use forankring_core::file;
use forankring_core::numbers::{show_day, show_time};
use forankring_core::texts::{key, uncapitalised};
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::chain::{Link, drawing};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, h1, leaf, link_button, list, node};
use crate::components::words;
use crate::context::Context;
use crate::platform::storage::{Record, StorageProblem};
use crate::platform::{clock, files, json, random, storage};
use crate::session::{self, Aside, Kept};

/// The start screen.
pub fn view(ctx: &Context) -> Html {
    let new = |variant| ctx.start(variant);
    html! {
        <div class="start">
            <div class="hero">
                <div>
                    { h1(ctx.t(key::START_HEADING)) }
                    { leaf("p", "lead", ctx.t(key::START_LEAD)) }
                    { node("p", "actions", vec![link_button(Look::Primary, "start", new(Variant::Full), ctx.t(key::START_GO))]) }
                    { leaf("p", "time", ctx.t(key::START_TIME)) }
                    <p class="time">
                        <a id="hurtig" class="ds-link" href={new(Variant::Quick)}>{ ctx.t(key::START_QUICK) }</a>
                        { ". " }{ ctx.t(key::START_QUICK_TIME) }
                    </p>
                </div>
                <figure>
                    { leaf("figcaption", "", ctx.t(key::START_ABOVE)) }
                    { drawing([4, 3, 2].map(|stage| Link { stage: Step::new(stage), ..Link::default() }), ctx.t(key::START_CHAIN_ALT)) }
                    <p aria-hidden="true">{ ctx.t(key::START_BELOW) }</p>
                </figure>
            </div>
            { kept(ctx) }
            <section>
                { leaf("h2", "", ctx.t(key::START_WHY_HEADING)) }
                { leaf("p", "", ctx.t(key::START_WHY)) }
            </section>
            <section>
                { leaf("h2", "", ctx.t(key::START_GET_HEADING)) }
                { list(&[key::START_GET1, key::START_GET2, key::START_GET3].map(|key| ctx.t(key))) }
            </section>
        </div>
    }
}

fn kept(ctx: &Context) -> Html {
    let body = match &ctx.state.kept {
        Kept::Unknown => html! { <p class="opening quiet" /> },
        Kept::Failed(problem) => notice::notice(
            Tone::Warning,
            leaf("p", "", ctx.t(notice::storage(*problem))),
        ),
        Kept::Ready(records) if records.is_empty() => leaf("p", "", ctx.t(key::KEPT_NONE)),
        Kept::Ready(records) => html! {
            <ul class="kept-list">{ for records.iter().map(|record| entry(ctx, record)) }</ul>
        },
    };
    html! {
        <section class="kept">
            { leaf("h2", "", ctx.t(key::KEPT_HEADING)) }
            { body }
            { open_file(ctx) }
        </section>
    }
}

fn entry(ctx: &Context, record: &Record) -> Html {
    let Ok(document) = &record.document else {
        return html! { <li key={record.key.clone()} class="unreadable">{ ctx.t(key::KEPT_UNREADABLE) }</li> };
    };
    let assessment = &document.assessment;
    let name = match assessment.name.as_str() {
        "" => format!(
            "{}, {}",
            ctx.t(key::KEPT_UNNAMED),
            uncapitalised(ctx.t(words::kind(assessment.kind)))
        ),
        name => name.to_owned(),
    };
    let answered = ctx.fill(
        key::KEPT_ANSWERED,
        &[
            ("n", &assessment.answered().to_string()),
            ("total", &assessment.variant.count().to_string()),
        ],
    );
    let when = document.saved.map(clock::at).map_or(String::new(), |at| {
        format!(
            "{} {}",
            show_day(at.day, ctx.lang()),
            show_time(at.hour, at.minute, ctx.lang())
        )
    });
    let saved = ctx.fill(key::KEPT_SAVED, &[("when", &when)]);
    let link = |route| match &document.id {
        Some(id) => ctx.link(ctx.page(route), Place::Kept(id.clone(), None)),
        None => ctx.href(Route::Start),
    };
    let (first, second) = match assessment.first_unanswered() {
        None => (Look::Secondary, Look::Primary),
        Some(_) => (Look::Primary, Look::Secondary),
    };
    html! {
        <li key={record.key.clone()}>
            <div>{ leaf("strong", "", name) }{ leaf("span", "", format!("{answered}. {saved}.")) }</div>
            { node("p", "actions", vec![
                link_button(first, "", link(ctx.answering(assessment.by)), ctx.t(key::KEPT_OPEN)),
                link_button(second, "", link(Route::Result), ctx.t(key::KEPT_RESULT)),
            ]) }
        </li>
    }
}

/// Opens a file: it is kept as an assessment of its own, then shown.
fn open_file(ctx: &Context) -> Html {
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |event: Event| {
            let input: HtmlInputElement = event.target_unchecked_into();
            let ctx = ctx.clone();
            spawn_local(async move {
                match open(&ctx, input).await {
                    Ok(place) => ctx.visit(Route::Result, place),
                    Err(message) => ctx.state.dispatch(session::Event::FileRefused(message)),
                }
            });
        })
    };
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for="fil">{ ctx.t(key::KEPT_FILE_OPEN) }</label>
            <p id="fil-hjelp" data-field="description">{ ctx.t(key::KEPT_FILE_HELP) }</p>
            <input id="fil" type="file" accept=".json,application/json" aria-describedby="fil-hjelp" onchange={chosen} />
            if let Aside::FileRefused(message) = &ctx.state.aside {
                { notice::notice(Tone::Warning, leaf("p", "", message.clone())) }
            }
        </div>
    }
}

async fn open(ctx: &Context, input: HtmlInputElement) -> Result<Place, String> {
    let text = files::chosen(input).await.unwrap_or_default();
    let read = file::read_with(&text, json::parse).map_err(|problem| {
        let (key, place) = notice::file(&problem);
        ctx.fill(key, &[("place", place)])
    })?;
    let failed = |problem| ctx.t(notice::storage(problem)).to_owned();
    let id = random::id().ok_or(StorageProblem::Failed).map_err(failed)?;
    let ms = clock::now().ms;
    let id = storage::add(&read.document, id, ms).await.map_err(failed)?;
    Ok(Place::Kept(id, None))
}

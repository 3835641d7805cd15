//! Start: one sentence, the chain, the way in; below, what is kept here.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::{Step, Variant};
use forankring_core::file;
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::components::backup::reminder;
use crate::components::chain::{Link, drawing};
use crate::components::kept::{bin, list_of};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, h1, leaf, link_button, list, node};
use crate::components::tab_only::tab_only;
use crate::context::Context;
use crate::platform::storage::StorageProblem;
use crate::platform::{clock, files, json, random, storage};
use crate::session::{Aside, Beside};

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
    html! {
        <>
            { tab_only(ctx) }
            <section class="kept">
                { leaf("h2", "", ctx.t(key::KEPT_HEADING)) }
                { list_of(ctx) }
                { reminder(ctx) }
                { open_file(ctx) }
            </section>
            { bin(ctx) }
        </>
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
                    Err(message) => ctx.tell(Beside::AsideChanged(Aside::FileRefused(message))),
                }
            });
        })
    };
    html! {
        <div class="ds-field open-file">
            <label class="ds-label" for="fil">{ ctx.t(key::KEPT_FILE_OPEN) }</label>
            <p id="fil-hjelp" data-field="description">{ ctx.t(key::KEPT_FILE_HELP) }</p>
            <input id="fil" type="file" accept=".json,application/json" aria-describedby="fil-hjelp" onchange={chosen} />
            if let Aside::FileRefused(message) = &ctx.state.besides.aside {
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
    let document = read.document;
    let id = storage::add(document.id, document.assessment, id, ms).await;
    let id = id.map_err(failed)?;
    Ok(Place::Kept(id, None))
}

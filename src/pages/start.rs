//! Start: one sentence, the chain, the way in; below, what is kept here.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::{Step, Variant};
use forankring_core::file;
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::backup::reminder;
use crate::components::chain::{Link, drawing};
use crate::components::file_field::file_field;
use crate::components::kept::{bin, list_of};
use crate::components::notice;
use crate::components::paste::paste_to_open;
use crate::components::prose::{Look, h1, leaf, link_button, list, node};
use crate::components::tab_only::tab_only;
use crate::context::Context;
use crate::platform::storage::StorageProblem;
use crate::platform::{clock, json, random, storage};
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
                { paste_to_open(ctx) }
            </section>
            { bin(ctx) }
        </>
    }
}

/// Opens a file: it is kept as an assessment of its own, then shown.
fn open_file(ctx: &Context) -> Html {
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |text: String| {
            let ctx = ctx.clone();
            spawn_local(async move {
                match open(&ctx, &text).await {
                    Ok(place) => ctx.visit(Route::Result, place),
                    Err(message) => ctx.tell(Beside::AsideChanged(Aside::FileRefused(message))),
                }
            });
        })
    };
    let words = (key::KEPT_FILE_OPEN, key::KEPT_FILE_HELP);
    file_field(ctx, "fil", words, chosen)
}

async fn open(ctx: &Context, text: &str) -> Result<Place, String> {
    let read = file::read_with(text, json::parse).map_err(|problem| {
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

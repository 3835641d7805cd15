//! Start: one sentence, the chain, the way in; what is kept here comes first for whoever
//! has something kept.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::{Step, Subject, Variant};
use forankring_core::sample;
use forankring_core::texts::{Key, key};
use forankring_session::screens::Event as On;
use forankring_session::screens::intake::Stage;
use forankring_session::screens::start::State;
use yew::prelude::*;

use crate::components::backup::reminder;
use crate::components::chain::named;
use crate::components::file_field::file_field;
use crate::components::intake::intake;
use crate::components::kept::{bin, list_of};
use crate::components::paste::paste_box;
use crate::components::prose::{Look, h1, leaf, link_button, list, node};
use crate::components::tab_only::tab_only;
use crate::context::{Context, Top};

/// What the screen is called.
pub const TITLE: Key = key::START_TITLE;

/// The start screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    // The heading stays the same element: focus is on it when the list comes.
    let mut first = vec![h1(ctx.t(key::START_HEADING))];
    let lead = leaf("p", "lead", ctx.t(key::START_LEAD));
    let returning = own.shelf.lists_something();
    match returning {
        true => first.extend([ways_in(ctx), kept(top, own), quick(ctx)]),
        false => first.extend([
            lead.clone(),
            ways_in(ctx),
            leaf("p", "time", ctx.t(key::START_TIME)),
            quick(ctx),
        ]),
    }
    html! {
        <div class="start">
            {
                node(
                    "div",
                    if returning { "hero returning" } else { "hero" },
                    vec![node("div", "", first), picture(ctx)],
                )
            }
            if returning { { lead } } else { { kept(top, own) } }
            { received(top, own) }
            { bin(&top.part(&own.shelf, On::Shelf)) }
            <div class="reasons">
                <section>
                    { leaf("h2", "", ctx.t(key::START_WHY_HEADING)) }
                    { leaf("p", "", ctx.t(key::START_WHY)) }
                </section>
                <section>
                    { leaf("h2", "", ctx.t(key::START_GET_HEADING)) }
                    {
                        list(
                            &[key::START_GET1, key::START_GET2, key::START_GET3]
                                .map(|key| ctx.t(key)),
                        )
                    }
                </section>
            </div>
        </div>
    }
}

/// To an own one, and to one that can be looked at before.
fn ways_in(ctx: &Context) -> Html {
    let (new, sample) = (
        ctx.start(Variant::Full),
        ctx.link(ctx.page(Route::Result), Place::Sample),
    );
    let (go, look) = (ctx.t(key::START_GO), ctx.t(key::START_SAMPLE));
    node(
        "p",
        "actions",
        vec![
            link_button(Look::Primary, "start", new, go),
            link_button(Look::Secondary, "eksempel", sample, look),
        ],
    )
}

fn quick(ctx: &Context) -> Html {
    html! {
        <p class="time">
            <a id="hurtig" class="ds-link" href={ctx.start(Variant::Quick)}>
                { ctx.t(key::START_QUICK) }
            </a>
            { ". " }{ ctx.t(key::START_QUICK_TIME) }
        </p>
    }
}

/// The chain of the invented result.
fn picture(ctx: &Context) -> Html {
    html! {
        <figure>
            { leaf("figcaption", "", ctx.t(key::START_ABOVE)) }
            { named(ctx, Subject::MUNICIPALITY.kind, sample::STAGES.map(Step::new)) }
            <p aria-hidden="true">{ ctx.t(key::START_BELOW) }</p>
        </figure>
    }
}

fn kept(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    html! {
        <>
            { tab_only(ctx) }
            <section class="kept">
                { leaf("h2", "", ctx.t(key::KEPT_HEADING)) }
                { list_of(&top.part(&own.shelf, On::Shelf)) }
                { reminder(top, &own.shelf) }
            </section>
        </>
    }
}

/// A file, a link, a whole e-mail. What is to be said about one unfolds it.
fn received(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let files = top.part(&own.intake, On::Intake);
    let (taken, found) = (&own.intake, &own.finder);
    let quiet = taken.stage == Stage::Nothing && taken.told.is_none();
    let speaks = !quiet || found.told.is_some() || !found.found.is_empty();
    let dragged = top.send.reform(|_: DragEvent| On::Dragged);
    html! {
        <details id="fatt" class="ds-details received" open={speaks || own.dragged}
            ondragenter={dragged}>
            <summary>{ ctx.t(key::KEPT_RECEIVED) }</summary>
            <div>
                { file_field(&files, "fil", (key::KEPT_FILE_OPEN, key::KEPT_FILE_HELP)) }
                { intake(&files) }
                { paste_box(&top.part(&own.finder, On::Finder)) }
            </div>
        </details>
    }
}

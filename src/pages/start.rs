//! Start: one sentence, the chain, the way in; below, what is kept here.

use forankring_core::catalogue::{Step, Variant};
use forankring_core::texts::{Key, key};
use forankring_session::screens::Event as On;
use forankring_session::screens::start::State;
use yew::prelude::*;

use crate::components::backup::reminder;
use crate::components::chain::drawing;
use crate::components::file_field::file_field;
use crate::components::intake::intake;
use crate::components::kept::{bin, list_of};
use crate::components::paste::paste_box;
use crate::components::prose::{Look, h1, leaf, link_button, list, node};
use crate::components::tab_only::tab_only;
use crate::context::Top;

/// What the screen is called.
pub const TITLE: Key = key::START_TITLE;

/// The start screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let new = |variant| ctx.start(variant);
    html! {
        <div class="start">
            <div class="hero">
                <div>
                    { h1(ctx.t(key::START_HEADING)) }
                    { leaf("p", "lead", ctx.t(key::START_LEAD)) }
                    {
                        node(
                            "p",
                            "actions",
                            vec![link_button(
                                Look::Primary,
                                "start",
                                new(Variant::Full),
                                ctx.t(key::START_GO),
                            )],
                        )
                    }
                    { leaf("p", "time", ctx.t(key::START_TIME)) }
                    <p class="time">
                        <a id="hurtig" class="ds-link" href={new(Variant::Quick)}>
                            { ctx.t(key::START_QUICK) }
                        </a>
                        { ". " }{ ctx.t(key::START_QUICK_TIME) }
                    </p>
                </div>
                <figure>
                    { leaf("figcaption", "", ctx.t(key::START_ABOVE)) }
                    {
                        drawing(ctx, [4, 3, 2].map(Step::new))
                    }
                    <p aria-hidden="true">{ ctx.t(key::START_BELOW) }</p>
                </figure>
            </div>
            { kept(top, own) }
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

fn kept(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let shelf = top.part(&own.shelf, On::Shelf);
    let files = top.part(&own.intake, On::Intake);
    html! {
        <>
            { tab_only(ctx) }
            <section class="kept">
                { leaf("h2", "", ctx.t(key::KEPT_HEADING)) }
                { list_of(&shelf) }
                { reminder(top, &own.shelf) }
                { file_field(&files, "fil", (key::KEPT_FILE_OPEN, key::KEPT_FILE_HELP)) }
                { intake(&files) }
                { paste_box(&top.part(&own.finder, On::Finder)) }
            </section>
            { bin(&shelf) }
        </>
    }
}

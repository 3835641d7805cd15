//! Passing a result on: a link that carries the answers, a file that carries
//! everything.

use forankring_core::address::{Page, Route};
use forankring_core::texts::key;
use forankring_core::{file, link};
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use super::result::unopened;
use crate::components::prose::{Look, button, h1, leaf, node};
use crate::components::saved::download_button;
use crate::components::tab_only::tab_only;
use crate::context::Context;
use crate::platform::{address, page, share};
use crate::session::{Aside, Beside, Session};

/// The share screen.
pub fn view(ctx: &Context) -> Html {
    match &ctx.state.session {
        Session::Opening => html! {
            <div>{ h1(ctx.t(key::SHARE_HEADING)) }</div>
        },
        Session::Nothing | Session::Failed(_) => unopened(ctx),
        Session::Open(_) => html! {
            <div class="share">
                { h1(ctx.t(key::SHARE_HEADING)) }
                { tab_only(ctx) }
                { by_link(ctx) }
                <section>
                    { leaf("h2", "", ctx.t(key::SHARE_FILE_HEADING)) }
                    { leaf("p", "", ctx.t(key::SHARE_FILE_LEAD)) }
                    { node("p", "actions", vec![download_button(ctx, file::write)]) }
                </section>
            </div>
        },
    }
}

fn by_link(ctx: &Context) -> Html {
    let Some(assessment) = ctx.assessment() else {
        return html! { <p /> };
    };
    // Without texts it is never too long.
    let Ok(fragment) = link::encode(assessment, &link::Disclosed::default()) else {
        return html! { <p /> };
    };
    let to = Page {
        lang: ctx.lang(),
        route: Route::Result,
    };
    let whole = address::absolute(ctx.state.page, to, &fragment);
    let copy = {
        let (ctx, whole) = (ctx.clone(), whole.clone());
        Callback::from(move |_| {
            let (ctx, whole) = (ctx.clone(), whole.clone());
            spawn_local(async move {
                let copied = share::copy(&whole).await;
                if !copied {
                    page::select("#lenke");
                }
                ctx.tell(if copied {
                    Beside::AsideChanged(Aside::Copied)
                } else {
                    Beside::AsideChanged(Aside::CopyRefused)
                });
            });
        })
    };
    let receipt = match ctx.state.besides.aside {
        Aside::Copied => ctx.t(key::SHARE_COPIED),
        Aside::CopyRefused => ctx.t(key::SHARE_COPY_FAILED),
        _ => "",
    };
    let length = whole.chars().count().to_string();
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_LINK_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_LINK_LEAD)) }
            { leaf("p", "", ctx.t(key::SHARE_DISCLOSES)) }
            <div class="ds-field">
                <label class="ds-label" for="lenke">{ ctx.t(key::SHARE_LINK_LABEL) }</label>
                <p id="lenke-hjelp" data-field="description">{ ctx.fill(key::SHARE_LINK_LENGTH, &[("n", &length)]) }</p>
                <input id="lenke" class="ds-input" type="text" readonly=true
                    aria-describedby="lenke-hjelp" value={whole.clone()} />
            </div>
            <p class="actions">
                { button(Look::Primary, "kopier", ctx.t(key::SHARE_COPY), copy) }
                <a id="apne-lenke" class="ds-button" data-variant="secondary" target="_blank" rel="noopener" href={whole}>
                    { ctx.t(key::SHARE_OPEN) }
                </a>
            </p>
            <p role="status" class="receipt">{ receipt }</p>
        </section>
    }
}

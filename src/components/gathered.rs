//! What a meeting gathered on one machine, when all are done: a list of links.

use forankring_core::address::{Place, Route};
use forankring_core::panel::invited;
use forankring_core::texts::key;
use forankring_session::replying::{Event, Handing};
use yew::prelude::*;

use super::clear::clear;
use super::prose::{Look, button, leaf, link_button, node};
use super::sending::codes;
use crate::sending::{Last, Lent, Replying};

/// The list, and the ways to give it to whoever asked.
pub fn gathered(own: &Replying, Last { open, told, .. }: Last, lent: Lent) -> Html {
    let ctx = own.ctx;
    let links = invited::gathered(&open.parts);
    let page = ctx.page(Route::Ask);
    let links: Vec<String> = links.iter().map(|link| ctx.absolute(page, link)).collect();
    let all = links.join("\n");
    let copied = own.on(Event::Handed(Handing::AllCopied, all.clone()));
    let heading = ctx.fill(key::REPLY_ALL_HEADING, &[("n", &links.len().to_string())]);
    let on = ctx.link(ctx.page(Route::Reply), Place::Link(told.link.clone()));
    html! {
        <div class="reply">
            <h1 tabindex="-1">{ heading }</h1>
            { leaf("p", "", ctx.t(key::REPLY_ALL_LEAD)) }
            { (lent.unsaved)(own) }
            { collected_here(own) }
            <div class="ds-field">
                <label class="ds-label" for="svarlenke">{ ctx.t(key::REPLY_ALL_LABEL) }</label>
                <textarea id="svarlenke" class="ds-input" readonly=true rows="6" value={all} />
            </div>
            { node("p", "actions", vec![
                button(Look::Primary, "kopier-alle", ctx.t(key::REPLY_ALL_COPY), copied),
                link_button(Look::Secondary, "motet-videre", on, ctx.t(key::REPLY_MEETING_ON)),
            ]) }
            <p class="receipt">{ own.own.receipt.as_ref().map(|said| ctx.told(said)) }</p>
            { codes(own, &links) }
            { clear(own) }
        </div>
    }
}

/// The assessment that they belong to is in this browser.
fn collected_here(own: &Replying) -> Html {
    let ctx = own.ctx;
    let Some(id) = &own.own.around.own else {
        return html! {};
    };
    let href = ctx.link(ctx.page(Route::Ask), Place::Kept(id.clone(), None));
    html! {
        <p class="told">
            { ctx.t(key::REPLY_ALL_OWN) }{ " " }
            <a class="ds-link" {href}>{ ctx.t(key::REPLY_TO_COLLECTING) }</a>
        </p>
    }
}

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
    let fragments = invited::gathered(&open.parts);
    let page = ctx.page(Route::Ask);
    let links = fragments.iter().map(|link| ctx.absolute(page, link));
    let links: Vec<String> = links.collect();
    let all = links.join("\n");
    let copied = own.on(Event::Handed(Handing::AllCopied, all.clone()));
    let copy = match own.own.around.own {
        Some(_) => Look::Secondary,
        None => Look::Primary,
    };
    let heading = ctx.fill(key::REPLY_ALL_HEADING, &[("n", &links.len().to_string())]);
    let on = ctx.link(ctx.page(Route::Reply), Place::Link(told.link.clone()));
    html! {
        <div class="reply">
            <h1 tabindex="-1">{ heading }</h1>
            { leaf("p", "", ctx.t(key::REPLY_ALL_LEAD)) }
            { (lent.unsaved)(own) }
            { collected_here(own, &fragments) }
            <div class="ds-field">
                <label class="ds-label" for="svarlenke">{ ctx.t(key::REPLY_ALL_LABEL) }</label>
                <textarea id="svarlenke" class="ds-input" readonly=true rows="6" value={all} />
            </div>
            { node("p", "actions", vec![
                button(copy, "kopier-alle", ctx.t(key::REPLY_ALL_COPY), copied),
                link_button(Look::Secondary, "motet-videre", on, ctx.t(key::REPLY_MEETING_ON)),
            ]) }
            <p class="receipt">{ own.own.receipt.as_ref().map(|said| ctx.told(said)) }</p>
            { codes(own, &links) }
            { clear(own) }
        </div>
    }
}

/// The assessment that they belong to is in this browser: where replies are collected they are
/// found in the address, all at once.
fn collected_here(own: &Replying, fragments: &[String]) -> Html {
    let ctx = own.ctx;
    if own.own.around.own.is_none() {
        return html! {};
    }
    let href = ctx.link(ctx.page(Route::Ask), Place::Link(fragments.join("&")));
    let label = ctx.t(key::REPLY_TO_COLLECTING);
    node(
        "div",
        "told",
        vec![
            leaf("p", "", ctx.t(key::REPLY_ALL_OWN)),
            node(
                "p",
                "actions",
                vec![link_button(Look::Primary, "hent-inn", href, label)],
            ),
        ],
    )
}

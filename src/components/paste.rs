//! "Paste what you received": mail, chats and filters mangle links. What can be
//! repaired is; the checksum decides.

use std::rc::Rc;

use forankring_core::address::{Place, Route};
use forankring_core::link::{self, Carried, Found};
use forankring_core::numbers::show_day;
use forankring_core::texts::key;
use yew::prelude::*;

use super::kept::name_of;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, link_button, node};
use crate::context::Context;
use crate::platform::page;
use crate::session::{Aside, Beside, Problem};

const BOX: &str = "lim-inn";

/// A box for what was received; what is found in it is handed on.
pub fn paste_box(ctx: &Context, taken: Callback<Vec<Found>>) -> Html {
    let read = {
        let ctx = ctx.clone();
        Callback::from(move |_| {
            let text = page::value(&format!("#{BOX}"));
            match link::find(&text) {
                Ok(found) => taken.emit(found),
                Err(problem) => ctx.tell(Beside::AsideChanged(Aside::PasteRefused(problem))),
            }
        })
    };
    let refused = match &ctx.state.besides.aside {
        Aside::PasteRefused(problem) => {
            let text = ctx.t(notice::problem(Problem::Link(*problem)));
            notice::notice(Tone::Warning, leaf("p", "", text))
        }
        _ => html! {},
    };
    html! {
        <div class="ds-field paste">
            <label class="ds-label" for={BOX}>{ ctx.t(key::PASTE_LABEL) }</label>
            <p id="lim-inn-hjelp" data-field="description">{ ctx.t(key::PASTE_HELP) }</p>
            <textarea id={BOX} class="ds-input" rows="3" spellcheck="false" autocomplete="off" aria-describedby="lim-inn-hjelp" />
            { node("p", "actions", vec![button(Look::Secondary, "les-lim", ctx.t(key::PASTE_READ), read)]) }
            { refused }
        </div>
    }
}

/// The box where what is found is opened: the only one at once, of several the
/// one that is chosen.
pub fn paste_to_open(ctx: &Context) -> Html {
    let taken = {
        let ctx = ctx.clone();
        Callback::from(
            move |found: Vec<Found>| match <[Found; 1]>::try_from(found) {
                Ok([one]) => ctx.visit(Route::Result, Place::Link(one.fragment)),
                Err(several) => {
                    ctx.tell(Beside::AsideChanged(Aside::PastedSeveral(Rc::new(several))))
                }
            },
        )
    };
    html! {
        <>
            { paste_box(ctx, taken) }
            if let Aside::PastedSeveral(found) = &ctx.state.besides.aside {
                <div role="status">
                    { leaf("p", "", ctx.fill(key::PASTE_SEVERAL, &[("n", &found.len().to_string())])) }
                    <ul class="kept-list">{ for found.iter().map(|one| entry(ctx, one)) }</ul>
                </div>
            }
        </>
    }
}

fn entry(ctx: &Context, found: &Found) -> Html {
    let (name, when) = match &found.carried {
        Carried::Open(assessment) => (
            name_of(ctx, assessment),
            show_day(assessment.date, ctx.lang()),
        ),
        Carried::Locked(_) => (ctx.t(key::PASTE_LOCKED).to_owned(), String::new()),
    };
    let href = ctx.link(ctx.page(Route::Result), Place::Link(found.fragment.clone()));
    html! {
        <li key={found.fragment.clone()}>
            <div>{ leaf("strong", "", name) }{ leaf("span", "", when) }</div>
            { node("p", "actions", vec![link_button(Look::Secondary, "", href, ctx.t(key::PASTE_OPEN))]) }
        </li>
    }
}

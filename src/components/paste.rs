//! "Paste what you received": mail, chats and filters mangle links. What can be repaired
//! is; the checksum decides.

use forankring_core::address::{Place, Route};
use forankring_core::link::{Carried, Found};
use forankring_core::numbers::show_day;
use forankring_core::texts::key;
use forankring_session::screens::finder::{Event, State};
use yew::prelude::*;

use super::kept::name_of;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, link_button, node};
use crate::context::{Context, Sheet};
use crate::input;

const BOX: &str = "lim-inn";

/// A box for what was received; of several links that are found one is chosen.
pub fn paste_box(sheet: &Sheet<State, Event>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let send = sheet.send.clone();
    let written = input::written(move |text| send.emit(Event::Written(text)));
    let read = sheet.on(Event::ReadWanted);
    let count = own.found.len();
    html! {
        <div class="ds-field paste">
            <label class="ds-label" for={BOX}>{ ctx.t(key::PASTE_LABEL) }</label>
            <p id="lim-inn-hjelp" data-field="description">{ ctx.t(key::PASTE_HELP) }</p>
            <textarea id={BOX} class="ds-input" rows="3" spellcheck="false" autocomplete="off"
                aria-describedby="lim-inn-hjelp" value={own.text.clone()} oninput={written} />
            {
                node(
                    "p",
                    "actions",
                    vec![button(Look::Secondary, "les-lim", ctx.t(key::PASTE_READ), read)],
                )
            }
            { notice::told(ctx, Tone::Warning, own.told.as_ref()) }
            if count > 0 {
                { leaf("p", "", ctx.fill(key::PASTE_SEVERAL, &[("n", &count.to_string())])) }
                <ul class="kept-list">{ for own.found.iter().map(|one| entry(ctx, one)) }</ul>
            }
        </div>
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
            {
                node(
                    "p",
                    "actions",
                    vec![link_button(Look::Secondary, "", href, ctx.t(key::PASTE_OPEN))],
                )
            }
        </li>
    }
}

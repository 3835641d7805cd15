//! Deleting what is kept of a reply on this device: asked once.

use forankring_core::texts::key;
use forankring_session::replying::{Clearing, Event};
use yew::prelude::*;

use super::prose::{Look, button, leaf, node};
use crate::input;
use crate::sending::Replying;

/// The way to delete it, or the question whether it is to be.
pub fn clear(own: &Replying) -> Html {
    let ctx = own.ctx;
    let way = |look, id, label, event| {
        let click = input::deliberate(own.on(event));
        button(look, id, ctx.t(label), click)
    };
    match own.own.clearing {
        Clearing::Under(_) => leaf("p", "", ctx.t(key::REPLY_CLEARING)),
        Clearing::Asked => {
            let yes = key::REPLY_CLEAR_YES;
            let ways = vec![
                way(Look::Primary, "slett-svar-ja", yes, Event::ClearConfirmed),
                way(
                    Look::Secondary,
                    "slett-svar-nei",
                    key::REPLY_CLEAR_NO,
                    Event::ClearDenied,
                ),
            ];
            html! {
                <div class="told">
                    { leaf("p", "", ctx.t(key::REPLY_CLEAR_ASK)) }
                    { node("p", "actions", ways) }
                </div>
            }
        }
        Clearing::No | Clearing::Done => {
            let click = own.on(Event::ClearAsked);
            let label = ctx.t(key::REPLY_CLEAR);
            node(
                "p",
                "actions",
                vec![button(Look::Secondary, "slett-svar", label, click)],
            )
        }
    }
}

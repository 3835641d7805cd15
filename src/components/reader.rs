//! What someone can do who opened a link: keep a copy, compare, start an own one. Nothing
//! of it happens by itself: opening a link touches nothing that is kept.

use forankring_core::address::Route;
use forankring_core::texts::key;
use forankring_session::Problem;
use forankring_session::desk::Session;
use forankring_session::screens::Event as On;
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use super::notice::{self, Tone};
use super::paste::paste_box;
use super::prose::{Look, button, link_button, node};
use super::unlock::unlock;
use super::unopened::unopened;
use crate::context::{Sheet, Top};

/// Where a result cannot be shown: a locked link asks for its passphrase, and for a damaged
/// one there is the box for all that was received.
pub fn unread(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match ctx.desk.session {
        Session::Failed(Problem::LinkLocked) => unlock(&top.part(own, On::Reader)),
        Session::Failed(Problem::Link(_)) => {
            let finder = top.part(&own.finder, On::Finder);
            html! { <>{ unopened(ctx) }{ paste_box(&finder) }</> }
        }
        _ => unopened(ctx),
    }
}

/// The ways on from a result that came in a link.
pub fn ways_on(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    let compare = ctx.href(Route::Compare);
    html! {
        <>
            { node("p", "actions", vec![
                button(
                    Look::Secondary,
                    "ta-vare",
                    ctx.t(key::RESULT_KEEP),
                    sheet.on(Event::KeepWanted),
                ),
                link_button(Look::Secondary, "sammenlign", compare, ctx.t(key::RESULT_COMPARE_OWN)),
            ]) }
            { notice::told(ctx, Tone::Warning, sheet.own.told.as_ref()) }
        </>
    }
}

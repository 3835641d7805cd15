//! Answering for one level, for somebody who asked: who asks, the items one at a time, what was
//! answered and how it is sent.

use forankring_core::address::Place;
use forankring_core::assessment::Assessment;
use forankring_core::panel::Invited;
use forankring_core::texts::{Key, key};
use forankring_session::Part;
use forankring_session::desk::{MoreWords, Session};
use forankring_session::replying::{Clearing, Event, Meeting, Told};
use yew::prelude::*;

use super::answer;
use crate::components::invitation::{LENT, welcome};
use crate::components::item::{Asked, item_form};
use crate::components::progress::progress;
use crate::components::prose::{Look, button, h1, leaf, link_button, node};
use crate::components::saved::save_failure;
use crate::components::unopened::words_missing;
use crate::components::unreplied::unreplied;
use crate::context::Context;
use crate::sending::{Last, Replying, drawing};
use forankring_core::address::Route;

/// What the screen is called.
pub const TITLE: Key = key::REPLY_TITLE;

/// The screen of a respondent.
pub fn view(own: &Replying) -> Html {
    let (ctx, state) = (own.ctx, own.own);
    match (&ctx.desk.session, ctx.assessment(), &state.told) {
        (Session::Open(_), Some(open), _) if ctx.desk.lacks_words(open) => match ctx.desk.more {
            MoreWords::Missing => node("div", "reply", vec![words_missing(ctx)]),
            _ => opening(ctx),
        },
        (Session::Open(_), Some(open), told) => opened(own, open, told.as_deref()),
        (Session::Nothing, ..) if state.clearing == Clearing::Done => cleared(ctx),
        (Session::Failed(problem), ..) => unreplied(own, *problem),
        _ => opening(ctx),
    }
}

/// As the page is rendered, and while something is being opened.
fn opening(ctx: &Context) -> Html {
    node(
        "div",
        "reply",
        vec![
            h1(ctx.t(key::REPLY_HEADING)),
            leaf("p", "lead", ctx.t(key::REPLY_LEAD)),
            leaf("p", "waiting", ctx.t(key::REPLY_OPENING)),
        ],
    )
}

fn opened(own: &Replying, open: &Assessment, told: Option<&Told>) -> Html {
    let ctx = own.ctx;
    let invited = Invited::of(&open.parts);
    let (place, seat) = (&ctx.desk.place, own.own.meeting == Meeting::On);
    match (place, told, &invited) {
        (Some(Place::Kept(_, Some(_))), ..) => asking(own, open, told),
        (Some(Place::Kept(..)), Some(told), Some(invited)) if !seat || open.answered() > 0 => {
            let last = Last {
                open,
                told,
                invited,
            };
            at_last(own, last)
        }
        (_, Some(told), _) => welcome(own, open, told, invited.as_ref()),
        _ => opening(ctx),
    }
}

/// The last screen, once what draws it is here.
fn at_last(own: &Replying, last: Last) -> Html {
    let ctx = own.ctx;
    if let Some(draw) = drawing() {
        return draw(own, last, LENT);
    }
    let heading = h1(ctx.t(key::REPLY_TITLE));
    let rest = match own.own.part {
        Part::Missing => {
            let again = ctx.t(key::PROBLEM_RETRY);
            let again = button(Look::Primary, "igjen", again, own.on(Event::PartWanted));
            vec![
                leaf("p", "", ctx.t(key::REPLY_PART_MISSING)),
                node("p", "actions", vec![again]),
            ]
        }
        _ => vec![leaf("p", "waiting", ctx.t(key::REPLY_OPENING))],
    };
    node("div", "reply", [vec![heading], rest].concat())
}

/// An item, as wherever one answers.
fn asking(own: &Replying, open: &Assessment, told: Option<&Told>) -> Html {
    let ctx = own.ctx;
    let asked = Asked::of(open, ctx.desk.item());
    let main = vec![
        about(ctx, open, told),
        save_failure(ctx),
        item_form(ctx, &asked),
        answer::bar(ctx, &asked),
    ];
    let parts = vec![node("div", "asking-main", main), progress(ctx)];
    node(
        "div",
        "answer reply",
        vec![h1(ctx.t(key::REPLY_TITLE)), node("div", "asking", parts)],
    )
}

/// Whose questions they are, and the way back to the invitation.
fn about(ctx: &Context, open: &Assessment, told: Option<&Told>) -> Html {
    // Isolated: a name may turn the direction of writing.
    let name = open
        .called()
        .map(|name| leaf("bdi", "", name.as_str().to_owned()));
    let back = told.map(|told| {
        let place = Place::Link(told.link.clone());
        let href = ctx.link(ctx.page(Route::Reply), place);
        html! { <a id="invitasjon" class="ds-link" {href}>{ ctx.t(key::REPLY_TO_INVITATION) }</a> }
    });
    html! { <p class="about">{ for name }{ for back }</p> }
}

/// Nothing is left on this device.
fn cleared(ctx: &Context) -> Html {
    let home = ctx.href(Route::Start);
    let ways = vec![link_button(
        Look::Secondary,
        "",
        home,
        ctx.t(key::PROBLEM_HOME),
    )];
    node(
        "div",
        "reply",
        vec![
            h1(ctx.t(key::REPLY_CLEARED)),
            leaf("p", "", ctx.t(key::REPLY_CLEARED_MORE)),
            node("p", "actions", ways),
        ],
    )
}

//! Where nothing can be answered: what happened, and the way on.

use forankring_core::address::{Place, Route};
use forankring_core::keeping::StorageProblem;
use forankring_core::link::LinkProblem;
use forankring_core::texts::{Key, key};
use forankring_session::Problem;
use forankring_session::replying::Wrong;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, h1, leaf, link_button, node};
use crate::sending::Replying;

/// What happened, and the ways on.
pub fn unreplied(own: &Replying, problem: Problem) -> Html {
    let ctx = own.ctx;
    let link = |route, place| ctx.link(ctx.page(route), place);
    let (said, way): (Key, Option<(String, Key)>) = match (&own.own.wrong, &ctx.desk.place) {
        (Some(Wrong::NoLink), _) => (key::REPLY_NO_LINK, None),
        (Some(Wrong::Unfetched), _) => (key::REPLY_UNFETCHED_TEXT, None),
        (Some(Wrong::Result(text)), _) => {
            let to = link(Route::Result, Place::Link(text.clone()));
            (key::REPLY_IS_RESULT, Some((to, key::REPLY_TO_RESULT)))
        }
        (Some(Wrong::Reply(text)), _) => {
            let to = link(Route::Ask, Place::Link(text.clone()));
            (key::REPLY_IS_REPLY, Some((to, key::REPLY_TO_REPLIES)))
        }
        (None, Some(place @ Place::Kept(..))) if problem == Problem::Place => {
            let to = link(Route::Answer, place.clone());
            (key::REPLY_IS_OWN, Some((to, key::REPLY_TO_OWN)))
        }
        _ => (said(problem), None),
    };
    let mut ways = Vec::new();
    ways.extend(way.map(|(href, label)| link_button(Look::Primary, "videre", href, ctx.t(label))));
    let home = ctx.t(key::PROBLEM_HOME);
    ways.push(link_button(
        Look::Secondary,
        "",
        ctx.href(Route::Start),
        home,
    ));
    node(
        "div",
        "reply",
        vec![
            h1(ctx.t(key::REPLY_BAD_HEADING)),
            notice(Tone::Warning, leaf("p", "", ctx.t(said))),
            node("p", "actions", ways),
        ],
    )
}

fn said(problem: Problem) -> Key {
    match problem {
        Problem::Place | Problem::LinkLocked => key::REPLY_NO_LINK,
        Problem::NotFound => key::REPLY_NOT_HERE,
        Problem::Link(LinkProblem::Newer) => key::REPLY_NEWER,
        Problem::Link(LinkProblem::Older) => key::REPLY_OLDER,
        Problem::Link(LinkProblem::NoData | LinkProblem::NoLink) => key::REPLY_NO_LINK,
        Problem::Link(LinkProblem::Damaged | LinkProblem::Packed) => key::REPLY_DAMAGED,
        Problem::Storage(StorageProblem::Deleted) => key::REPLY_DELETED_HERE,
        Problem::Storage(StorageProblem::Damaged | StorageProblem::Newer) => key::REPLY_UNREADABLE,
        Problem::Storage(StorageProblem::Slow) => key::REPLY_SLOW,
        Problem::Storage(_) => key::REPLY_UNREACHED,
    }
}

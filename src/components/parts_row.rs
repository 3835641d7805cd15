//! Under the header: what is open, and its parts, with the one that is shown marked. It
//! stands in the rendered page too, so that nothing jumps when the app comes alive.

use forankring_core::address::Route;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Origin, Session};
use yew::prelude::*;

use super::prose::{entry_link, leaf, node};
use super::words;
use crate::context::Context;

/// The parts, in the order in which one comes to them.
const PARTS: [(Route, Key); 8] = [
    (Route::Answer, key::PARTS_ANSWER),
    (Route::Result, key::PARTS_RESULT),
    (Route::Plan, key::PARTS_PLAN),
    (Route::Status, key::PARTS_STATUS),
    (Route::Ask, key::PARTS_ASK),
    (Route::Share, key::PARTS_SHARE),
    (Route::Compare, key::PARTS_COMPARE),
    (Route::History, key::PARTS_HISTORY),
];

/// The row; nothing on screens that show no assessment, or where there is none.
pub fn parts_row(ctx: &Context) -> Html {
    let here = ctx.route();
    let none = matches!(ctx.desk.session, Session::Nothing | Session::Failed(_));
    // What somebody else asked for has no other parts.
    let none = none || ctx.open().is_some_and(|open| open.is_reply());
    if !here.shows() || none {
        return html! {};
    }
    let origin = ctx.open().map(|open| &open.origin);
    let mut entries = vec![name(ctx)];
    for (route, name) in PARTS {
        if !works(origin, route) {
            continue;
        }
        let shown = match route {
            Route::Answer => here.edits(),
            Route::Ask => matches!(here, Route::Ask | Route::Talk),
            _ => here == route,
        };
        let id = format!("rad-{}", route.id());
        let name = ctx.t(name).into();
        entries.push(entry_link(Some(id), ctx.href(route), name, shown));
    }
    let list = node("ul", "", entries);
    html! { <nav class="parts" aria-label={ctx.t(key::PARTS_NAV)}>{ list }</nav> }
}

/// What a part does for whoever has this open: a reader of a link changes nothing, what is
/// understood in part or invented is not passed on.
fn works(origin: Option<&Origin>, route: Route) -> bool {
    let Some(origin) = origin else { return true };
    match route {
        Route::Answer | Route::Status | Route::Ask | Route::History => !origin.is_read_only(),
        Route::Share => origin.can_be_passed_on(),
        Route::Compare => *origin != Origin::Sample,
        _ => true,
    }
}

/// What it is called: leads to where that can be changed, for those who may.
fn name(ctx: &Context) -> Html {
    let name = match ctx.assessment().map(|open| (open.called(), open.kind)) {
        Some((Some(name), _)) if !ctx.route().hides_names() => name.as_str().to_owned(),
        Some((_, kind)) => ctx.t(words::kind(kind)).to_owned(),
        None => "\u{a0}".to_owned(),
    };
    let name = leaf("bdi", "", name);
    match ctx.open().is_some_and(|open| !open.origin.is_read_only()) {
        true => entry_link(
            Some("rad-setup".to_owned()),
            ctx.href(Route::Setup),
            name,
            false,
        ),
        false => node("li", "", vec![name]),
    }
}

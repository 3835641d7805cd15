//! To whom a result is shown, and what can be done with it.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Variant;
use forankring_core::texts::key;
use forankring_session::desk::{Event, Origin};
use forankring_session::screens::reader;
use yew::prelude::*;

use super::prose::{Look, button, link_button, node};
use crate::context::{Context, Sheet};

/// To whom a result is shown.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Shown {
    /// To those who made it.
    Own,
    /// To the reader of a link.
    Shared,
    /// To those who share it, as the reader will see it: without ways on.
    Preview,
}

impl Shown {
    /// Whether it is told to others: of what was not told along, nothing can be said.
    pub fn is_shared(self) -> bool {
        self != Shown::Own
    }
}

/// What can be done next.
pub fn ways_on(
    ctx: &Context,
    assessment: &Assessment,
    how: Shown,
    reader: Option<&Sheet<reader::State, reader::Event>>,
) -> Html {
    let unanswered = assessment.first_unanswered().filter(|_| how == Shown::Own);
    let full = assessment.variant == Variant::Full;
    let mut ways = Vec::new();
    if let Some(next) = unanswered.filter(|_| full) {
        let page = ctx.page(ctx.answering(assessment.by));
        let (href, label) = (ctx.link(page, ctx.place_of(next)), ctx.t(key::RESULT_REST));
        ways.push(link_button(Look::Primary, "resten", href, label));
    }
    // Six answers point to no measures.
    if full {
        let look = match unanswered {
            None => Look::Primary,
            Some(_) => Look::Secondary,
        };
        let label = ctx.t(key::RESULT_PLAN);
        ways.push(link_button(look, "tiltak", ctx.href(Route::Plan), label));
    }
    // What is only partly understood is not passed on.
    let origin = ctx.open().map(|open| &open.origin);
    if origin.is_some_and(Origin::can_be_passed_on) {
        let (href, label) = (ctx.href(Route::Share), ctx.t(key::RESULT_SHARE));
        ways.push(link_button(Look::Secondary, "del", href, label));
    }
    let print = ctx.on(|| Event::PrintWanted);
    ways.push(button(
        Look::Secondary,
        "skriv-ut",
        ctx.t(key::RESULT_PRINT),
        print,
    ));
    if let Some(reader) = reader.filter(|_| how == Shown::Own && unanswered.is_none()) {
        let (again, label) = (
            reader.on(reader::Event::AgainWanted),
            ctx.t(key::KEPT_AGAIN),
        );
        ways.push(button(Look::Secondary, "pa-nytt", label, again));
    }
    // One's own answers are a part of what is open, in the row under the header.
    // The mark of what is invented has that way already.
    if how == Shown::Shared && !matches!(origin, Some(Origin::Sample)) {
        let (href, label) = (ctx.start(Variant::Full), ctx.t(key::RESULT_START_OWN));
        ways.push(link_button(Look::Secondary, "svar", href, label));
    }
    node("p", "actions", ways)
}

//! Reports on measures where what draws them is not here, or has nothing to draw.

use forankring_core::address::Route;
use forankring_core::link::{LinkProblem, Other};
use forankring_core::texts::{Key, key};
use forankring_session::screens::asking::Whose;
use forankring_session::screens::planning::Event as Plans;
use forankring_session::screens::reporting::Event;
use forankring_session::screens::reporting::asked::Wrong;
use forankring_session::screens::reporting::asking::Stage;
use forankring_session::storage;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, h1, leaf, link_button, node};
use crate::context::Context;
use crate::reporting::Planning;

/// The button that opens asking for status, and closes it again.
pub fn way_to_ask(sheet: &Planning) -> Html {
    let open = sheet.own.reporting.asking.stage == Stage::Open;
    let onclick = sheet.on(Plans::Report(Event::Turned));
    html! {
        <button id="be-om-status" type="button" class="ds-button" data-variant="secondary"
            aria-expanded={open.to_string()} {onclick}>
            { sheet.ctx.t(key::REPORTING_ASK_OPEN) }
        </button>
    }
}

/// What draws asking for status did not come, or comes yet; nothing where nobody asks.
pub fn undrawn(sheet: &Planning) -> Html {
    let (ctx, asking) = (sheet.ctx, &sheet.own.reporting.asking);
    match (asking.stage, asking.is_making()) {
        (Stage::Closed, _) => Html::default(),
        (Stage::Open, true) => leaf("p", "waiting", ctx.t(key::REPORTING_ASK_MAKING)),
        (Stage::Open, false) => {
            let text = leaf("p", "", ctx.t(key::REPORTING_ASK_UNFETCHED));
            notice(Tone::Warning, text)
        }
    }
}

/// While the measures are being read.
pub fn opening(ctx: &Context) -> Html {
    let waiting = leaf("p", "waiting", ctx.t(key::REPORTING_OPENING));
    let parts = vec![h1(ctx.t(key::REPORTING_HEADING)), waiting];
    node("div", "reporting", parts)
}

/// Why nothing can be reported here.
pub fn wrong(ctx: &Context, wrong: Wrong) -> Html {
    let text = match wrong {
        Wrong::Link(LinkProblem::Newer) => key::REPORTING_WRONG_NEWER,
        Wrong::Link(_) => key::REPORTING_WRONG_DAMAGED,
        Wrong::Unfetched => key::REPORTING_WRONG_UNFETCHED,
    };
    nowhere(ctx, key::REPORTING_HEADING, text)
}

/// What became of a report in the address that leads nowhere; nothing while it is looked for.
pub fn astray(ctx: &Context, whose: Whose) -> Option<Html> {
    let why = match whose {
        Whose::Nobodys | Whose::Sought => return None,
        Whose::NoReply(Some(Other::Problem(LinkProblem::Newer))) => key::REPORTING_WRONG_NEWER,
        Whose::NoReply(_) => key::REPORTING_ASTRAY_DAMAGED,
        Whose::Unknown => key::REPORTING_ASTRAY,
        Whose::Bin => key::REPORTING_ASTRAY_BIN,
        Whose::Unreadable => key::PROBLEM_RECORD,
        Whose::Deleted => key::REPORTING_ASTRAY_DELETED,
        Whose::Failed(problem) => storage(problem),
    };
    Some(nowhere(ctx, key::REPORTING_IN_HEADING, why))
}

/// Why a link leads nowhere, and the way to the front page.
fn nowhere(ctx: &Context, heading: Key, why: Key) -> Html {
    let told = notice(Tone::Warning, leaf("p", "", ctx.t(why)));
    let home = (ctx.href(Route::Start), ctx.t(key::PROBLEM_HOME));
    let home = link_button(Look::Secondary, "til-forsiden", home.0, home.1);
    let actions = node("p", "actions", vec![home]);
    node("div", "reporting", vec![h1(ctx.t(heading)), told, actions])
}

//! Asking others: invitations, and the replies that come back.

use forankring_core::address::{LinkKind, Place, Route};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Level, PerLevel, Variant};
use forankring_core::link::{LinkProblem, Other};
use forankring_core::panel::Themes;
use forankring_core::panel::rounds::Settings;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Event as At, Open, Saving, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::asking::{Event, State, Whose};
use forankring_session::storage;
use yew::prelude::*;

use super::result::unworded;
use crate::components::collecting::{collecting, received};
use crate::components::inviting::{beginning, earlier, round};
use crate::components::notice::{Tone, notice, problem};
use crate::components::prose::{Look, button, h1, leaf, link_button, node};
use crate::components::saved::{save_failure, saved};
use crate::context::{Context, Sheet, Top};

/// What the screen is called.
pub const TITLE: Key = key::ASK_TITLE;

/// The screen that asks others.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let sheet = top.part(own, On::Ask);
    let opening = || node("div", "", vec![h1(ctx.t(key::ASK_HEADING))]);
    match &ctx.desk.session {
        Session::Opening => opening(),
        Session::Nothing => nothing(&sheet, whose(own.whose)),
        Session::Failed(failed) => nothing(&sheet, Some(problem(*failed))),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => unworded(ctx, opening()),
        Session::Open(open) => opened(&sheet, open),
    }
}

/// What became of what stands in the address; nothing while it is being looked for.
fn whose(whose: Whose) -> Option<Key> {
    Some(match whose {
        Whose::Nobodys => key::ASK_NOTHING,
        Whose::Sought => return None,
        Whose::NoReply(Some(Other::Kind(LinkKind::Result | LinkKind::Locked))) => {
            key::ASK_OTHER_RESULT
        }
        Whose::NoReply(Some(Other::Kind(LinkKind::Invitation))) => key::ASK_OTHER_INVITATION,
        Whose::NoReply(Some(Other::Kind(LinkKind::Assignment | LinkKind::Report))) => {
            key::ASK_OTHER_REPORT
        }
        Whose::NoReply(Some(Other::Problem(LinkProblem::Newer))) => key::ASK_OTHER_NEWER,
        Whose::NoReply(_) => key::ASK_ASTRAY_NONE,
        Whose::Unknown => key::ASK_ASTRAY,
        Whose::Bin => key::ASK_ASTRAY_BIN,
        Whose::Unreadable => key::PROBLEM_RECORD,
        Whose::Deleted => key::ASK_ASTRAY_DELETED,
        Whose::Failed(problem) => storage(problem),
    })
}

/// Nothing is open: why, and where replies may be pasted all the same.
fn nothing(sheet: &Sheet<State, Event>, why: Option<Key>) -> Html {
    let ctx = sheet.ctx;
    let Some(why) = why else {
        return node("div", "", vec![h1(ctx.t(key::ASK_HEADING))]);
    };
    let why = match sheet.own.whose {
        // What the address holds may open elsewhere.
        Whose::NoReply(Some(Other::Kind(kind))) => vec![leaf("p", "", ctx.t(why)), to(ctx, kind)],
        _ => vec![leaf("p", "", ctx.t(why))],
    };
    node(
        "div",
        "ask",
        vec![
            h1(ctx.t(key::ASK_HEADING)),
            notice(Tone::Info, html! { <>{ for why }</> }),
            node("p", "actions", vec![to_start(ctx)]),
            received(sheet, None),
        ],
    )
}

fn to_start(ctx: &Context) -> Html {
    let href = ctx.href(Route::Start);
    link_button(
        Look::Secondary,
        "til-forsiden",
        href,
        ctx.t(key::PROBLEM_HOME),
    )
}

/// The way to where a link of another kind is opened.
fn to(ctx: &Context, kind: LinkKind) -> Html {
    let (route, label) = match kind {
        LinkKind::Invitation => (Route::Reply, key::ASK_TO_INVITATION),
        LinkKind::Result | LinkKind::Locked => (Route::Result, key::ASK_TO_RESULT),
        LinkKind::Assignment | LinkKind::Report => (Route::Plan, key::ASK_TO_PLAN),
        LinkKind::Reply => return Html::default(),
    };
    let Some(place @ Place::Link(_)) = ctx.desk.place.clone() else {
        return Html::default();
    };
    let href = ctx.link(ctx.page(route), place);
    let way = link_button(Look::Secondary, "apne-lenken", href, ctx.t(label));
    node("p", "actions", vec![way])
}

/// Why there is nothing to be done here, and the way to the front page.
pub(super) fn told(ctx: &Context, text: Key) -> Html {
    let mut ways = vec![to_start(ctx)];
    if text == key::ASK_QUICK {
        let full = ctx.on(|| At::Changed(Action::VariantChosen(Variant::Full)));
        let label = ctx.t(key::ASK_QUICK_FULL);
        ways.insert(0, button(Look::Primary, "alle-sporsmal", label, full));
    }
    node(
        "div",
        "ask",
        vec![
            h1(ctx.t(key::ASK_HEADING)),
            notice(Tone::Info, leaf("p", "", ctx.t(text))),
            node("p", "actions", ways),
        ],
    )
}

/// Why what is open cannot be sent to others; nothing where it can.
pub(super) fn hindrance(open: &Open) -> Option<Key> {
    if open.origin.is_read_only() || open.origin.id().is_none() || open.is_reply() {
        return Some(key::ASK_NOT_YOURS);
    }
    if open.saving == Saving::TabOnly {
        return Some(key::ASK_TAB_ONLY);
    }
    (open.assessment.variant == Variant::Quick).then_some(key::ASK_QUICK)
}

fn opened(sheet: &Sheet<State, Event>, open: &Open) -> Html {
    let ctx = sheet.ctx;
    if let Some(why) = hindrance(open) {
        return told(ctx, why);
    }
    let Some(id) = open.origin.id() else {
        return Html::default();
    };
    let assessment = &open.assessment;
    let mut parts = vec![h1(ctx.t(key::ASK_HEADING)), saved(ctx), save_failure(ctx)];
    match Settings::latest(&assessment.parts) {
        None => {
            parts.insert(1, leaf("p", "lead", ctx.t(key::ASK_LEAD)));
            parts.push(beginning(sheet, assessment));
            // Without a round a reply still has its verdict.
            if sheet.own.collecting.finding.is_some() {
                parts.push(collecting(sheet, assessment, None));
            }
        }
        Some(set) => {
            let invite = round(sheet, id, assessment, &set);
            let collect = collecting(sheet, assessment, Some(&set));
            let sent = Level::ALL.into_iter().any(|level| {
                let asked = set.levels.get(level).as_ref();
                asked.is_some_and(|asked| asked.sent.is_some())
            });
            // What one comes for stands first, also on a phone.
            let columns = match sent || sheet.own.replies().is_some_and(|all| !all.is_empty()) {
                true => vec![collect, invite],
                false => vec![invite, collect],
            };
            parts.push(node("div", "ask-screen", columns));
            parts.push(earlier(sheet, assessment, &set));
            parts.push(ways(sheet));
        }
    }
    node("article", "ask", parts)
}

fn ways(sheet: &Sheet<State, Event>) -> Html {
    let ctx = sheet.ctx;
    let all = PerLevel::from_fn(|_| Some(Themes::ALL));
    let again = sheet.on(Event::RoundWanted(Box::new(all)));
    html! {
        <section class="again">
            { leaf("h2", "", ctx.t(key::ASK_AGAIN)) }
            { leaf("p", "", ctx.t(key::ASK_AGAIN_LEAD)) }
            {
                node(
                    "p",
                    "actions",
                    vec![button(Look::Secondary, "ny-runde", ctx.t(key::ASK_AGAIN), again)],
                )
            }
        </section>
    }
}

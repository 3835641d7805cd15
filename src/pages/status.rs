//! For those who lead: what is late, what is done, what has changed since the assessment before,
//! and which sub-goals were reached, on one screen and one sheet of paper.

use forankring_core::address::{Id, Place, Route};
use forankring_core::numbers::show_day;
use forankring_core::plan::Plan;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Event as At, Open, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::series::{Member, Others, Standing};
use forankring_session::screens::status::{Event, State};
use forankring_session::storage;
use yew::prelude::*;

use super::result::unworded;
use crate::components::figures_beside::figures_beside;
use crate::components::measures::counted;
use crate::components::notice::{Tone, notice, told};
use crate::components::over_time::over_time;
use crate::components::prose::{Look, button, h1, leaf, link_button, node};
use crate::components::reader::unread;
use crate::components::saved::save_failure;
use crate::components::since::{attained, folds, reached, since};
use crate::components::standing::{done_ones, late_ones, next_ones};
use crate::context::{Context, Sheet, Top};

/// What the screen is called.
pub const TITLE: Key = key::STATUS_TITLE;

/// The status screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match &ctx.desk.session {
        Session::Opening => opening(ctx),
        Session::Nothing | Session::Failed(_) => unread(top, &own.reader),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => {
            unworded(ctx, opening(ctx))
        }
        Session::Open(open) => match open.origin.id().filter(|_| !open.origin.is_read_only()) {
            Some(id) => worked_on(&top.part(own, On::Status), id, open),
            None => of_link(ctx),
        },
    }
}

fn opening(ctx: &Context) -> Html {
    node("div", "", vec![h1(ctx.t(key::STATUS_HEADING))])
}

/// What came in a link has no past.
fn of_link(ctx: &Context) -> Html {
    let (href, label) = (ctx.href(Route::Result), ctx.t(key::STATUS_TO_RESULT));
    let way = link_button(Look::Primary, "til-resultatet", href, label);
    node(
        "div",
        "status",
        vec![
            h1(ctx.t(key::STATUS_HEADING)),
            leaf("p", "lead", ctx.t(key::STATUS_OF_LINK)),
            node("p", "actions", vec![way]),
        ],
    )
}

fn worked_on(sheet: &Sheet<State, Event>, id: &Id, open: &Open) -> Html {
    let (ctx, now) = (sheet.ctx, &*open.assessment);
    let plan = Plan::of(&now.parts);
    let found = sheet.own.standing(id, now);
    let before = found.before.map(|one| &*one.assessment);
    let reached = before.and_then(|before| reached(before, now));
    let left = vec![
        late_ones(ctx, now, &plan),
        next_ones(ctx, now, &plan),
        done_ones(ctx, now, before),
    ];
    let others = of_others(sheet, &found);
    let again = again(sheet, id, &found);
    let mut columns = vec![node("div", "", left)];
    match before {
        Some(before) => {
            let changed = vec![others, since(ctx, before, now)];
            columns.push(node("div", "", changed));
            let goals = reached.as_ref().map(|found| attained(ctx, now, found));
            columns.push(node("div", "", goals.into_iter().chain([again]).collect()));
        }
        None => columns.push(node("div", "", vec![others, again])),
    }
    let folded = before.zip(reached.as_ref());
    let folded = folded.map(|(before, found)| folds(ctx, before, now, found));
    let members: Vec<&Member> = found.earlier.clone();
    html! {
        <article class="status">
            { h1(ctx.t(key::STATUS_HEADING)) }
            { counted(ctx, &plan) }
            { save_failure(ctx) }
            { node("div", "status-screen", columns) }
            { over_time(ctx, &members, now) }
            { for folded }
            { figures_beside(&sheet.part(&sheet.own.figures, Event::Figures), now) }
            { ways(ctx) }
        </article>
    }
}

fn ways(ctx: &Context) -> Html {
    let wanted = ctx.on(|| At::PrintWanted);
    let plan = ctx.href(Route::Plan);
    node(
        "p",
        "actions",
        vec![
            link_button(
                Look::Secondary,
                "til-planen",
                plan,
                ctx.t(key::STATUS_TO_PLAN),
            ),
            button(Look::Secondary, "skriv-ut", ctx.t(key::PLAN_PRINT), wanted),
        ],
    )
}

/// What is to be said of the others of the series; nothing while they are being read.
fn of_others(sheet: &Sheet<State, Event>, found: &Standing) -> Html {
    let ctx = sheet.ctx;
    let texts = |texts: &[Key]| {
        let texts: Vec<&str> = texts.iter().map(|key| ctx.t(*key)).collect();
        texts.join(" ")
    };
    match &sheet.own.others {
        Others::Unknown => Html::default(),
        Others::Failed(problem, _) => {
            let text = texts(&[key::STATUS_UNREAD, storage(*problem)]);
            notice(Tone::Warning, leaf("p", "", text))
        }
        Others::Read(_) if found.misses => {
            let other = found.before.map(|_| key::STATUS_MISSES_OTHER);
            let keys: Vec<Key> = [key::STATUS_MISSES].into_iter().chain(other).collect();
            notice(Tone::Info, leaf("p", "", texts(&keys)))
        }
        Others::Read(_) if found.before.or(found.latest).is_none() => {
            leaf("p", "", ctx.t(key::STATUS_ALONE))
        }
        Others::Read(_) => Html::default(),
    }
}

/// The way to the next assessment, or to the latest where there are later ones already.
fn again(sheet: &Sheet<State, Event>, id: &Id, found: &Standing) -> Html {
    let ctx = sheet.ctx;
    let within = match found.latest {
        Some(latest) => {
            let day = show_day(latest.assessment.date, ctx.lang());
            let place = Place::Kept(latest.id.clone(), None);
            let href = ctx.link(ctx.page(Route::Status), place);
            let label = ctx.t(key::STATUS_NEWER_LINK);
            vec![
                leaf("p", "", ctx.fill(key::STATUS_NEWER, &[("day", &day)])),
                node(
                    "p",
                    "actions",
                    vec![link_button(Look::Secondary, "til-nyeste", href, label)],
                ),
            ]
        }
        None => {
            let label = ctx.t(key::STATUS_AGAIN);
            let wanted = sheet.on(Event::AgainWanted(id.clone()));
            vec![
                leaf("h2", "", label),
                leaf("p", "", ctx.t(key::STATUS_AGAIN_LEAD)),
                node(
                    "p",
                    "actions",
                    vec![button(Look::Secondary, "pa-nytt", label, wanted)],
                ),
                told(ctx, Tone::Warning, sheet.own.told.as_ref()),
            ]
        }
    };
    node("section", "again", within)
}

//! Understanding: on one screen what the result is, why, and what to do; below it, closed, what it
//! rests on.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Variant;
use forankring_core::scoring::score;
use forankring_core::texts::{Key, key, uncapitalised};
use yew::prelude::*;

use crate::answered::beside;
use crate::components::chain::{chain, drawing};
use crate::components::findings::strengths;
use crate::components::headline::heading;
use crate::components::matrix::{grid, matrix};
use crate::components::moves::first_moves;
use crate::components::notice::{Tone, notice};
use crate::components::parts::waiting;
use crate::components::prose::{Look, button, h1, leaf, node};
use crate::components::quick::quick;
use crate::components::sample::sample_mark;
use crate::components::saved::{save_failure, saved};
use crate::components::shown::{Shown, ways_on};
use crate::components::unopened::{unopened, words_missing};
use crate::components::{parts, reader};
use crate::context::{Context, Sheet, Top};
use crate::grounds::grounds;
use crate::input::text;
use crate::trying::{Lent, figures, trying};
use forankring_session::Problem;
use forankring_session::desk::{MoreWords, Origin, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::reader::{Event as OnReader, State};
use forankring_session::screens::trial::{self, START};

/// What the screen is called.
pub const TITLE: Key = key::RESULT_TITLE;

/// What belongs to reading a result, where one can act on it: not in a preview.
type Reader<'a> = Sheet<'a, State, OnReader>;

/// The result screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match &ctx.desk.session {
        Session::Opening => opening(ctx),
        Session::Failed(Problem::LinkLocked | Problem::Link(_)) => match grounds() {
            Some(grounds) => (grounds.unread)(top, own),
            None => unread(&top.part(own, On::Reader)),
        },
        Session::Nothing | Session::Failed(_) => unopened(ctx),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => {
            unworded(ctx, opening(ctx))
        }
        Session::Open(open) => {
            let how = match open.origin.is_read_only() {
                true => Shown::Shared,
                false => Shown::Own,
            };
            let reader = top.part(own, On::Reader);
            shown(ctx, &open.assessment, how, Some(&reader))
        }
    }
}

/// Until what draws the rest has come. As many elements as are drawn then: the keys stay where they
/// are.
fn unread(reader: &Reader) -> Html {
    let ctx = reader.ctx;
    let waiting = node("div", "", waiting(ctx, Some(reader)));
    match ctx.desk.session {
        Session::Failed(Problem::LinkLocked) => node(
            "div",
            "unopened",
            vec![
                h1(ctx.t(key::UNLOCK_HEADING)),
                leaf("p", "", ctx.t(key::UNLOCK_LEAD)),
                waiting,
                html! {},
            ],
        ),
        _ => html! { <>{ unopened(ctx) }{ waiting }</> },
    }
}

fn opening(ctx: &Context) -> Html {
    html! {
        <div><h1 class="quiet-heading" tabindex="-1">{ ctx.t(key::RESULT_OPENING) }</h1></div>
    }
}

/// What stands where an assessment would read in other words than its own: those are on
/// their way, or could not be fetched.
pub fn unworded(ctx: &Context, opening: Html) -> Html {
    match ctx.desk.more {
        MoreWords::Missing => html! {
            <div class="unopened">{ h1(ctx.t(key::PROBLEM_HEADING)) }{ words_missing(ctx) }</div>
        },
        _ => opening,
    }
}

/// The result of an assessment: with ways to work on it, or as it is shared.
pub fn shown(ctx: &Context, assessment: &Assessment, how: Shown, reader: Option<&Reader>) -> Html {
    let mut parts = match assessment.variant {
        Variant::Full => whole(ctx, assessment, how, reader),
        Variant::Quick | Variant::Asked(_) => quick(ctx, assessment, how, reader),
    };
    let own = reader.filter(|reader| reader.own.trial.trying().is_none());
    if let Some(own) = own.and_then(|reader| beside(reader, assessment)) {
        // Behind the first screen, before what it rests on.
        parts.insert(parts.len().min(1), own);
    }
    if how != Shown::Preview {
        parts.push(grounds().map_or_else(Html::default, |grounds| (grounds.tab_only)(ctx)));
    }
    parts.extend(reader.map(whence));
    if how == Shown::Own {
        parts.extend([save_failure(ctx), saved(ctx)]);
    }
    // What is invented says so before anything else.
    parts.insert(0, sample_mark(ctx));
    node("article", "result", parts)
}

/// Where it came from, when it is not the reader's own, and what can be done with it.
fn whence(reader: &Reader) -> Html {
    let ctx = reader.ctx;
    match ctx.open().map(|open| &open.origin) {
        Some(Origin::Link(_)) => notice(
            Tone::Info,
            html! {
                <>
                    { leaf("p", "", ctx.t(key::RESULT_SHOWN_LINK)) }
                    { reader::ways_on(reader) }
                </>
            },
        ),
        Some(Origin::Newer(_)) => {
            notice(Tone::Info, leaf("p", "", ctx.t(key::RESULT_NEWER_NOTICE)))
        }
        _ => html! {},
    }
}

/// The way into a trial of other answers.
fn trial_wanted(reader: &Reader) -> Html {
    let ctx = reader.ctx;
    let wanted = reader.on(OnReader::Trial(trial::Event::Wanted));
    let mut label = ctx.t(key::RESULT_TRY).to_owned();
    if matches!(reader.own.trial, trial::State::Fetching(_)) {
        label.push_str(" …");
    }
    let mut told = vec![button(Look::Secondary, START, label, wanted)];
    if reader.own.trial == trial::State::Missing {
        let missing = leaf("p", "", ctx.t(key::RESULT_TRY_MISSING));
        told.push(notice(Tone::Warning, missing));
    }
    node("div", "actions", told)
}

/// All that eighteen answers tell: one screen, and below it what it rests on; or a trial.
fn whole(ctx: &Context, assessment: &Assessment, how: Shown, reader: Option<&Reader>) -> Vec<Html> {
    let mut all = Vec::new();
    match reader.and_then(trying) {
        Some((draw, sheet)) => draw(&sheet, assessment, &LENT, &mut all),
        None => result(ctx, assessment, how, reader, &mut all),
    }
    all
}

/// What a trial draws with.
const LENT: Lent = Lent {
    figures,
    drawing,
    grid,
    uncapitalised,
    text,
    result: |ctx, assessment, all| result(ctx, assessment, Shown::Preview, None, all),
};

fn result(
    ctx: &Context,
    assessment: &Assessment,
    how: Shown,
    reader: Option<&Reader>,
    all: &mut Vec<Html>,
) {
    let assessment = &assessment.as_counted();
    let outcome = score(&assessment.answers());
    let headline = outcome.headline.as_ref();
    let mut first = vec![
        heading(ctx, assessment, &outcome, how),
        chain(ctx, assessment, &outcome),
    ];
    first.extend(headline.map(|headline| first_moves(ctx, assessment, headline)));
    let mut beside = vec![
        leaf("h2", "", ctx.t(key::RESULT_MAP_HEADING)),
        matrix(ctx, assessment, reader),
    ];
    beside.push(strengths(ctx, assessment, &outcome, how.is_shared()));
    if how != Shown::Preview {
        beside.push(ways_on(ctx, assessment, how, reader));
    }
    first.push(node("section", "map", beside));
    all.extend([
        node("div", "first-screen", first),
        reader.map(trial_wanted).unwrap_or_default(),
        parts::contents(ctx, headline.is_some()),
        parts::parts(ctx, assessment, &outcome, how, reader),
    ]);
}

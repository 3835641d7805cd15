//! Understanding: the headline as a sentence, the chain, what binds, the map.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{AnsweredBy, Scope, Variant};
use forankring_core::numbers::show_day;
use forankring_core::scoring::{Headline, Outcome, score};
use forankring_core::texts::{Key, isolated, key};
use yew::prelude::*;

use crate::components::answers::answers;
use crate::components::chain::chain;
use crate::components::checklist::checklist;
use crate::components::findings::{firmness, pattern, unknown};
use crate::components::headline::heading;
use crate::components::matrix::matrix;
use crate::components::moves::moves;
use crate::components::notice::{Tone, notice};
use crate::components::picture::saving;
use crate::components::prose::{Look, h1, leaf, link_button, node};
use crate::components::quick::quick;
use crate::components::tab_only::tab_only;
use crate::components::targets::targets;
use crate::components::themes::themes;
use crate::components::why::binds;
use crate::components::{figure, reader, words, workings};
use crate::context::{Context, Sheet, Top};
use forankring_session::desk::{MoreWords, Origin, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::reader::{Event, State};

use super::answer::words_missing;

/// What the screen is called.
pub const TITLE: Key = key::RESULT_TITLE;

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
    fn is_shared(self) -> bool {
        self != Shown::Own
    }
}

/// What belongs to reading a result, where one can act on it: not in a preview.
type Reader<'a> = Sheet<'a, State, Event>;

/// The result screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match &ctx.desk.session {
        Session::Opening => opening(ctx),
        Session::Nothing | Session::Failed(_) => reader::unread(top, own),
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
    let date = show_day(assessment.date, ctx.lang());
    let body = match assessment.variant {
        Variant::Full => whole(ctx, assessment, how, reader),
        Variant::Quick => html! {
            <>
                { quick(ctx, assessment, how.is_shared()) }
                if how != Shown::Preview { { ways_on(ctx, assessment.variant, how) } }
            </>
        },
    };
    html! {
        <article class="result">
            { reader.map(|reader| whence(reader, &date)) }
            if how != Shown::Preview { { tab_only(ctx) } }
            <p class="eyebrow">
                { subject(ctx, assessment) }{ ". " }
                { leaf("span", "date", ctx.fill(key::RESULT_DATE, &[("date", &date)])) }
                if assessment.by == AnsweredBy::Group {
                    { ". " }{ ctx.t(key::RESULT_BY_GROUP) }
                }
            </p>
            { body }
        </article>
    }
}

/// Where it came from, when it is not the reader's own.
fn whence(reader: &Reader, date: &str) -> Html {
    let ctx = reader.ctx;
    let text = match ctx.open().map(|open| &open.origin) {
        Some(Origin::Link(_)) => ctx.fill(key::RESULT_LINK_NOTICE, &[("date", date)]),
        Some(Origin::Newer(_)) => ctx.t(key::RESULT_NEWER_NOTICE).to_owned(),
        _ => return html! {},
    };
    let linked = matches!(ctx.open().map(|open| &open.origin), Some(Origin::Link(_)));
    notice(
        Tone::Info,
        html! {
            <>
                { leaf("p", "", text) }
                if linked { { reader::ways_on(reader) } }
            </>
        },
    )
}

/// All that eighteen answers tell.
fn whole(ctx: &Context, assessment: &Assessment, how: Shown, reader: Option<&Reader>) -> Html {
    let outcome = score(&assessment.answers());
    html! {
        <>
            { heading(ctx, &outcome) }
            if let Some(next) = assessment.first_unanswered().filter(|_| how == Shown::Own) {
                { node("p", "actions", vec![link_button(
                    Look::Primary,
                    "resten",
                    ctx.link(ctx.page(ctx.answering(assessment.by)), ctx.place_of(next)),
                    ctx.t(key::RESULT_REST),
                )]) }
            }
            { levels(ctx, assessment, &outcome, how, reader) }
            if let Some(headline) = &outcome.headline {
                { binds(ctx, assessment, &outcome, headline) }
                { moves(ctx, assessment, headline) }
                { pattern(ctx, headline) }
            }
            if how != Shown::Preview { { ways_on(ctx, assessment.variant, how) } }
            <section class="map">
                { leaf("h2", "", ctx.t(key::RESULT_MAP_HEADING)) }
                { matrix(ctx, assessment) }
            </section>
            { workings::of_levels_on_paper(ctx, assessment, &outcome) }
            { themes(ctx, assessment, &outcome) }
            { checklist(ctx, &assessment.checklist, how.is_shared()) }
            if let Some(headline) = &outcome.headline {
                { firmness(ctx, headline) }
            }
            { unknown(ctx, assessment, how.is_shared()) }
            { answers(ctx, assessment) }
        </>
    }
}

fn levels(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    how: Shown,
    reader: Option<&Reader>,
) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::RESULT_CHAIN_HEADING)) }
            { chain(ctx, assessment, outcome) }
            { of_means(ctx, outcome.headline.as_ref()) }
            { workings::of_levels(ctx, assessment, outcome) }
            if how == Shown::Own { { targets(ctx, assessment) } }
            if let (Some(headline), Some(reader)) = (&outcome.headline, reader) {
                { saving(reader, assessment, outcome, headline) }
            }
        </section>
    }
}

fn subject(ctx: &Context, assessment: &Assessment) -> String {
    let who = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)).to_owned(),
        name => isolated(name),
    };
    let what = match assessment.procurement.as_str() {
        name if assessment.scope == Scope::Procurement && !name.is_empty() => isolated(name),
        _ => ctx.t(words::scope(assessment.scope)).to_owned(),
    };
    format!("{who}, {what}")
}

fn of_means(ctx: &Context, headline: Option<&Headline>) -> Html {
    let Some(headline) = headline else {
        return html! {};
    };
    // The number stands in the sentence as an element of its own.
    let text = ctx.t(key::RESULT_OF_MEANS);
    let (before, after) = text.split_once("{mean}").unwrap_or((text, ""));
    html! { <p class="of-means">{ before }{ figure::mean(headline.mean, ctx.lang()) }{ after }</p> }
}

fn ways_on(ctx: &Context, variant: Variant, how: Shown) -> Html {
    let own = ctx.start(Variant::Full);
    let (back, label) = if how == Shown::Shared {
        (own, key::RESULT_START_OWN)
    } else {
        (ctx.href(Route::Answer), key::RESULT_EDIT)
    };
    let plan = || {
        let label = ctx.t(key::RESULT_PLAN);
        link_button(Look::Primary, "tiltak", ctx.href(Route::Plan), label)
    };
    // Six answers point to no measures.
    let mut ways: Vec<Html> = (variant == Variant::Full).then(plan).into_iter().collect();
    // What is only partly understood is not passed on.
    let origin = ctx.open().map(|open| &open.origin);
    if !matches!(origin, Some(Origin::Newer(_))) {
        let (href, label) = (ctx.href(Route::Share), ctx.t(key::RESULT_SHARE));
        ways.push(link_button(Look::Secondary, "del", href, label));
    }
    if how == Shown::Own {
        let (href, label) = (ctx.href(Route::Compare), ctx.t(key::RESULT_COMPARE));
        ways.push(link_button(Look::Secondary, "sammenlign", href, label));
    }
    ways.push(link_button(Look::Secondary, "svar", back, ctx.t(label)));
    node("p", "actions", ways)
}

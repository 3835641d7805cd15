//! Understanding: the headline as a sentence, the chain, what binds, the map.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{AnsweredBy, Scope, Variant};
use forankring_core::numbers::show_day;
use forankring_core::scoring::{Headline, Outcome, score};
use forankring_core::texts::key;
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
use crate::components::progress::place_of;
use crate::components::prose::{Look, leaf, link_button, node};
use crate::components::quick::quick;
use crate::components::tab_only::tab_only;
use crate::components::targets::targets;
use crate::components::themes::themes;
use crate::components::why::binds;
use crate::components::{figure, reader, words, workings};
use crate::context::Context;
use crate::session::{Origin, Session};

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

/// The result screen.
pub fn view(ctx: &Context) -> Html {
    match &ctx.state.session {
        Session::Opening => html! {
            <div><h1 class="quiet-heading" tabindex="-1">{ ctx.t(key::RESULT_OPENING) }</h1></div>
        },
        Session::Nothing | Session::Failed(_) => reader::unread(ctx),
        Session::Open(open) => {
            let how = match open.origin.is_read_only() {
                true => Shown::Shared,
                false => Shown::Own,
            };
            shown(ctx, &open.assessment, how)
        }
    }
}

/// The result of an assessment: with ways to work on it, or as it is shared.
pub fn shown(ctx: &Context, assessment: &Assessment, how: Shown) -> Html {
    let date = show_day(assessment.date, ctx.lang());
    let body = match assessment.variant {
        Variant::Full => whole(ctx, assessment, how),
        Variant::Quick => html! {
            <>
                { quick(ctx, assessment, how.is_shared()) }
                if how != Shown::Preview { { ways_on(ctx, assessment.variant, how) } }
            </>
        },
    };
    html! {
        <article class="result">
            if how != Shown::Preview {
                { whence(ctx, &date) }
                { tab_only(ctx) }
            }
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
fn whence(ctx: &Context, date: &str) -> Html {
    let text = match ctx.state.session.open().map(|open| &open.origin) {
        Some(Origin::Link(_)) => ctx.fill(key::RESULT_LINK_NOTICE, &[("date", date)]),
        Some(Origin::Newer(_)) => ctx.t(key::RESULT_NEWER_NOTICE).to_owned(),
        _ => return html! {},
    };
    let linked = matches!(
        ctx.state.session.open().map(|open| &open.origin),
        Some(Origin::Link(_))
    );
    notice(
        Tone::Info,
        html! {
            <>
                { leaf("p", "", text) }
                if linked { { reader::ways_on(ctx) } }
            </>
        },
    )
}

/// All that eighteen answers tell.
fn whole(ctx: &Context, assessment: &Assessment, how: Shown) -> Html {
    let outcome = score(&assessment.answers());
    html! {
        <>
            { heading(ctx, &outcome) }
            if let Some(next) = assessment.first_unanswered().filter(|_| how == Shown::Own) {
                { node("p", "actions", vec![link_button(
                    Look::Primary,
                    "resten",
                    ctx.link(ctx.page(ctx.answering(assessment.by)), place_of(ctx, next)),
                    ctx.t(key::RESULT_REST),
                )]) }
            }
            { levels(ctx, assessment, &outcome, how) }
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

fn levels(ctx: &Context, assessment: &Assessment, outcome: &Outcome, how: Shown) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::RESULT_CHAIN_HEADING)) }
            { chain(ctx, assessment, outcome) }
            { of_means(ctx, outcome.headline.as_ref()) }
            { workings::of_levels(ctx, assessment, outcome) }
            if how == Shown::Own { { targets(ctx, assessment) } }
            if let Some(headline) = outcome.headline.as_ref().filter(|_| how != Shown::Preview) {
                { saving(ctx, assessment, outcome, headline) }
            }
        </section>
    }
}

fn subject(ctx: &Context, assessment: &Assessment) -> String {
    let who = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)),
        name => name,
    };
    let what = match assessment.procurement.as_str() {
        name if assessment.scope == Scope::Procurement && !name.is_empty() => name,
        _ => ctx.t(words::scope(assessment.scope)),
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
    let origin = ctx.state.session.open().map(|open| &open.origin);
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

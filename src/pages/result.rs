//! Understanding: the headline as a sentence, the chain, what binds, the map.

use forankring_core::address::{Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Level, Step};
use forankring_core::numbers::show_day;
use forankring_core::scoring::{Headline, Move, Outcome, Pattern, score};
use forankring_core::texts::{ItemText, capitalised, key, uncapitalised};
use yew::prelude::*;

use crate::components::chain::chain;
use crate::components::matrix::matrix;
use crate::components::notice::{Tone, notice, problem};
use crate::components::prose::{Look, h1, leaf, link_button, node};
use crate::components::{figure, words};
use crate::context::Context;
use crate::session::{Origin, Session};

/// The result screen.
pub fn view(ctx: &Context) -> Html {
    match &ctx.state.session {
        Session::Opening => html! {
            <div><h1 class="quiet-heading" tabindex="-1">{ ctx.t(key::RESULT_OPENING) }</h1></div>
        },
        Session::Nothing | Session::Failed(_) => unopened(ctx),
        Session::Open(open) => html! {
            { shown(ctx, &open.assessment, matches!(open.origin, Origin::Link(_))) }
        },
    }
}

/// Where there is nothing to show, or what was to be shown can not be: what
/// happened, and the ways on.
pub fn unopened(ctx: &Context) -> Html {
    let start = ctx.link(
        Page {
            lang: ctx.lang(),
            route: Route::Answer,
        },
        Place::New(None),
    );
    let (heading, message) = match &ctx.state.session {
        Session::Failed(found) => (
            key::PROBLEM_HEADING,
            notice(Tone::Warning, leaf("p", "", ctx.t(problem(*found)))),
        ),
        _ => (
            key::RESULT_NONE_HEADING,
            leaf("p", "", ctx.t(key::RESULT_NONE)),
        ),
    };
    html! {
        <div class="unopened">
            { h1(ctx.t(heading)) }
            { message }
            { node("p", "actions", vec![
                link_button(Look::Primary, "", ctx.href(Route::Start), ctx.t(key::PROBLEM_HOME)),
                link_button(Look::Secondary, "", start, ctx.t(key::START_GO)),
            ]) }
        </div>
    }
}

fn shown(ctx: &Context, assessment: &Assessment, shared: bool) -> Html {
    let outcome = score(&assessment.answers());
    let date = show_day(assessment.date, ctx.lang());
    html! {
        <article class="result">
            if shared {
                { notice(Tone::Info, html! {
                    { leaf("p", "", ctx.fill(key::RESULT_LINK_NOTICE, &[("date", &date)])) }
                }) }
            }
            { leaf("p", "eyebrow", subject(ctx, assessment)) }
            { heading(ctx, &outcome) }
            <section>
                { leaf("h2", "", ctx.t(key::RESULT_CHAIN_HEADING)) }
                { chain(ctx, &outcome) }
                { of_means(ctx, outcome.headline.as_ref()) }
            </section>
            if let Some(headline) = &outcome.headline {
                { moves(ctx, assessment, headline) }
                { pattern(ctx, headline) }
            }
            <section>
                { leaf("h2", "", ctx.t(key::RESULT_MAP_HEADING)) }
                { matrix(ctx, assessment) }
                if let Some(headline) = &outcome.headline {
                    { firmness(ctx, headline) }
                }
            </section>
            { leaf("p", "date", ctx.fill(key::RESULT_DATE, &[("date", &date)])) }
            { ways_on(ctx, shared) }
        </article>
    }
}

fn subject(ctx: &Context, assessment: &Assessment) -> String {
    let who = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)),
        name => name,
    };
    format!("{who}, {}", ctx.t(words::scope(assessment.scope)))
}

fn heading(ctx: &Context, outcome: &Outcome) -> Html {
    match &outcome.headline {
        None => html! {
            <header class="headline">
                { h1(ctx.t(key::RESULT_NOT_SCORED_HEADING)) }
                { leaf("p", "lead", ctx.t(key::RESULT_NOT_SCORED)) }
                <ul>{ for missing(ctx, outcome) }</ul>
            </header>
        },
        Some(headline) => {
            let open: usize = outcome
                .levels
                .iter()
                .map(|(_, level)| level.tally.unanswered)
                .sum();
            html! {
                <header class="headline">
                    <h1 tabindex="-1">
                        <data id="trinn" value={headline.stage.number().to_string()}>
                            { ctx.t(words::headline(headline.stage)) }
                        </data>
                    </h1>
                    <p class="lead">
                        { binding(ctx, &headline.binding) }{ " " }
                        { ctx.t(words::headline_meaning(headline.stage)) }
                    </p>
                    if open > 0 {
                        <p class="provisional">
                            { ctx.fill(key::RESULT_PROVISIONAL, &[("n", &open.to_string())]) }
                        </p>
                    }
                </header>
            }
        }
    }
}

/// What is missing, by level, in words.
fn missing(ctx: &Context, outcome: &Outcome) -> Vec<Html> {
    outcome
        .levels
        .iter()
        .filter(|(_, found)| found.stage().is_none())
        .map(|(level, found)| {
            let tally = found.tally;
            let text = ctx.fill(
                key::RESULT_MISSING_LEVEL,
                &[
                    ("level", ctx.t(words::level(level))),
                    ("rated", &tally.rated.to_string()),
                    ("dk", &tally.dont_know.to_string()),
                    ("na", &tally.not_applicable.to_string()),
                    ("open", &tally.unanswered.to_string()),
                ],
            );
            html! { <li key={level.id()}>{ text }</li> }
        })
        .collect()
}

fn binding(ctx: &Context, levels: &[Level]) -> String {
    let names: Vec<&str> = levels
        .iter()
        .map(|level| ctx.t(words::level_in(*level)))
        .collect();
    match names.as_slice() {
        [one] => ctx.fill(key::RESULT_BINDING1, &[("a", one)]),
        [one, two] => ctx.fill(key::RESULT_BINDING2, &[("a", one), ("b", two)]),
        _ => ctx.t(key::RESULT_BINDING3).to_owned(),
    }
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

fn moves(ctx: &Context, assessment: &Assessment, headline: &Headline) -> Html {
    html! {
        <section class="moves">
            { leaf("h2", "", ctx.t(key::RESULT_MOVES_HEADING)) }
            if headline.moves.is_empty() {
                { leaf("p", "", ctx.t(key::RESULT_MOVES_NONE)) }
            }
            { for headline.moves.iter().map(|(level, moves)| {
                let to = headline.stage.up().map_or(String::new(), |step| step.number().to_string());
                let lead = ctx.fill(key::RESULT_MOVES_LEAD, &[
                    ("level", &uncapitalised(ctx.t(words::level(*level)))), ("to", &to),
                ]);
                html! {
                    <div key={level.id()}>
                        { leaf("h3", "", ctx.t(words::level(*level))) }
                        { leaf("p", "", lead) }
                        <ul class="move-list">{ for moves.iter().map(|rise| one_move(ctx, assessment, rise)) }</ul>
                    </div>
                }
            }) }
        </section>
    }
}

/// A move: which item, from where to where, and the measure for each step.
fn one_move(ctx: &Context, assessment: &Assessment, rise: &Move) -> Html {
    let named = |step: Step| {
        format!(
            "{} {}",
            step.number(),
            uncapitalised(ctx.t(words::step(step)))
        )
    };
    let span = ctx.fill(
        key::RESULT_MOVE,
        &[("from", &named(rise.from)), ("to", &named(rise.to))],
    );
    html! {
        <li key={rise.item.id()} data-item={rise.item.id()}>
            <p>{ leaf("strong", "", ctx.t(words::theme(rise.item.theme))) }{ ". " }{ span }</p>
            { for rise.steps().map(|from| html! {
                <p key={from.number()} class="measure">
                    { ctx.texts.item(rise.item, ItemText::MeasureFrom(from), assessment.kind) }
                </p>
            }) }
        </li>
    }
}

fn pattern(ctx: &Context, headline: &Headline) -> Html {
    let text = match headline.pattern {
        Pattern::Anchored => key::RESULT_PATTERN_ANCHORED,
        Pattern::Unrealised => key::RESULT_PATTERN_UNREALISED,
        Pattern::Emergent => key::RESULT_PATTERN_EMERGENT,
        Pattern::NotStarted => key::RESULT_PATTERN_NOT_STARTED,
    };
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::RESULT_PATTERN_HEADING)) }
            { leaf("p", "", ctx.t(text)) }
        </section>
    }
}

/// How firm the headline is: range, and the answers on which it hangs.
fn firmness(ctx: &Context, headline: &Headline) -> Html {
    let (low, high) = headline.range;
    let known = low == high;
    let range = ctx.fill(
        key::RESULT_RANGE,
        &[
            ("low", &low.number().to_string()),
            ("high", &high.number().to_string()),
        ],
    );
    let names: Vec<String> = headline
        .sensitive
        .iter()
        .map(|item| {
            let theme = uncapitalised(ctx.t(words::theme(item.theme)));
            format!("{theme} ({})", ctx.t(words::level_in(item.level)))
        })
        .collect();
    let number = names.len().to_string();
    html! {
        <div class="firmness">
            if !known { { leaf("p", "", range) } }
            { match names.as_slice() {
                [] => leaf("p", "", ctx.t(key::RESULT_FIRM)),
                [one] => leaf("p", "", ctx.fill(key::RESULT_SENSITIVE1, &[("items", one)])),
                _ => html! {
                    <>
                        { leaf("p", "", ctx.fill(key::RESULT_SENSITIVE, &[("n", &number)])) }
                        <details class="ds-details">
                            <summary>{ ctx.t(key::RESULT_SENSITIVE_LIST) }</summary>
                            <ul>{ for names.iter().map(|name| html! { <li key={name.clone()}>{ capitalised(name) }</li> }) }</ul>
                        </details>
                    </>
                },
            } }
        </div>
    }
}

fn ways_on(ctx: &Context, shared: bool) -> Html {
    let own = ctx.link(
        Page {
            lang: ctx.lang(),
            route: Route::Answer,
        },
        Place::New(None),
    );
    let (back, label) = if shared {
        (own, key::RESULT_START_OWN)
    } else {
        (ctx.href(Route::Answer), key::RESULT_EDIT)
    };
    node(
        "p",
        "actions",
        vec![
            link_button(
                Look::Primary,
                "tiltak",
                ctx.href(Route::Plan),
                ctx.t(key::RESULT_PLAN),
            ),
            link_button(
                Look::Secondary,
                "del",
                ctx.href(Route::Share),
                ctx.t(key::RESULT_SHARE),
            ),
            link_button(Look::Secondary, "svar", back, ctx.t(label)),
        ],
    )
}

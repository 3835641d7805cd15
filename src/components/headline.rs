//! The headline as a sentence that a councillor understands; or what is missing
//! before there is one.

use forankring_core::catalogue::{Level, PerLevel};
use forankring_core::scoring::{LevelOutcome, Outcome, Standing};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::prose::{h1, leaf};
use super::words;
use crate::context::Context;

/// The heading of the result.
pub fn heading(ctx: &Context, outcome: &Outcome) -> Html {
    match &outcome.headline {
        None => html! {
            <header class="headline">
                { h1(ctx.t(key::RESULT_NOT_SCORED_HEADING)) }
                { leaf("p", "lead", ctx.t(key::RESULT_NOT_SCORED)) }
                { missing_list(ctx, outcome) }
            </header>
        },
        Some(headline) => {
            let open = unanswered(&outcome.levels);
            html! {
                <header class="headline">
                    <h1 tabindex="-1">
                        <data id="trinn" value={headline.stage.number().to_string()}>
                            { ctx.t(words::headline(headline.stage)) }
                        </data>
                    </h1>
                    <p class="lead">
                        { ctx.t(binding(&headline.binding)) }{ " " }
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

fn unanswered(levels: &PerLevel<LevelOutcome>) -> usize {
    levels.iter().map(|(_, level)| level.tally.unanswered).sum()
}

/// What keeps each level from being scored, in words.
pub fn missing(ctx: &Context, outcome: &Outcome) -> Vec<(Level, String)> {
    let levels = outcome.levels.iter();
    levels
        .filter_map(|(level, found)| {
            let Standing::NotScored(short) = found.standing else {
                return None;
            };
            let say = |key: Key, n: usize| {
                let level = ctx.t(words::level(level));
                ctx.fill(key, &[("level", level), ("n", &n.to_string())])
            };
            let rated = match short.rated {
                0 => None,
                1 => Some(say(key::RESULT_MISSING_RATED1, 1)),
                n => Some(say(key::RESULT_MISSING_RATED, n)),
            };
            let too_many = (short.not_applicable > 0)
                .then(|| say(key::RESULT_MISSING_NA, found.tally.not_applicable));
            let reasons: Vec<String> = rated.into_iter().chain(too_many).collect();
            Some((level, reasons.join(" ")))
        })
        .collect()
}

/// The same as a list, with how things stand now.
fn missing_list(ctx: &Context, outcome: &Outcome) -> Html {
    let lines = missing(ctx, outcome).into_iter().map(|(level, reasons)| {
        html! {
            <li key={level.id()} data-missing={level.id()}>
                { reasons }
                { " " }
                { leaf("span", "quiet-text", now(ctx, outcome.levels.get(level))) }
            </li>
        }
    });
    html! { <ul>{ for lines }</ul> }
}

fn now(ctx: &Context, found: &LevelOutcome) -> String {
    let tally = found.tally;
    ctx.fill(
        key::RESULT_MISSING_NOW,
        &[
            ("rated", &tally.rated.to_string()),
            ("dk", &tally.dont_know.to_string()),
            ("na", &tally.not_applicable.to_string()),
            ("open", &tally.unanswered.to_string()),
        ],
    )
}

/// The sentence for the levels that bind; there is always one.
fn binding(levels: &[Level]) -> Key {
    use Level::{Executive, Operational, Political};
    match levels {
        [Political] => key::BINDING_P,
        [Executive] => key::BINDING_E,
        [Operational] => key::BINDING_O,
        [Political, Executive] => key::BINDING_PE,
        [Political, Operational] => key::BINDING_PO,
        [Executive, Operational] => key::BINDING_EO,
        _ => key::BINDING_PEO,
    }
}

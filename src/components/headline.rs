//! The first thing of a result: what was assessed and of whom, what it came to, and which
//! answers hold the weakest links there; or what is missing before there is a result.

use forankring_core::assessment::{Assessment, Medians};
use forankring_core::catalogue::{AnsweredBy, Kind, Level, PerLevel, Scope, Variant};
use forankring_core::numbers::{show_day, show_halves};
use forankring_core::scoring::said::{self, Held, Weakest};
use forankring_core::scoring::{Headline, LevelOutcome, Outcome, Standing};
use forankring_core::texts::{Key, isolated, key, uncapitalised};
use yew::prelude::*;

use super::prose::{leaf, node};
use super::shown::Shown;
use super::words;
use crate::context::Context;

/// The head of a result: whose it is and of what, with its sentence.
pub fn head(
    ctx: &Context,
    assessment: &Assessment,
    how: Shown,
    said: (String, Option<u8>),
    below: Vec<Html>,
) -> Html {
    let (said, value) = said;
    let mut children = vec![
        leaf("p", "eyebrow", about(ctx, assessment, how)),
        html! {
            <h1 tabindex="-1">
                { match value {
                    Some(value) => html! {
                        <data id={figure_id(assessment)} value={value.to_string()}>{ said }</data>
                    },
                    None => said.into(),
                } }
            </h1>
        },
    ];
    children.extend(below);
    node("header", "headline", children)
}

/// The quick variant tells the lowest answer, the whole a stage.
fn figure_id(assessment: &Assessment) -> &'static str {
    match assessment.variant {
        Variant::Full => "trinn",
        Variant::Quick | Variant::Asked(_) => "lavest",
    }
}

/// What was done, how much of it, when, and by whom.
fn about(ctx: &Context, assessment: &Assessment, how: Shown) -> String {
    let date = show_day(assessment.date, ctx.lang());
    let (n, total) = (assessment.answered(), assessment.variant.count());
    let what = match assessment.scope {
        Scope::Organisation => key::RESULT_OF_ORGANISATION,
        Scope::Procurement => key::RESULT_OF_PROCUREMENT,
    };
    let mut parts = vec![
        ctx.t(what).to_owned(),
        ctx.fill(
            key::RESULT_ANSWERS_GIVEN,
            &[("n", &n.to_string()), ("total", &total.to_string())],
        ),
        date,
    ];
    let replies = |level| replied(ctx, assessment, level);
    let levels: Vec<String> = Level::ALL.into_iter().filter_map(replies).collect();
    // A link does not tell that one person answered; it would only be assumed.
    match (assessment.by, how) {
        _ if !levels.is_empty() => {
            let levels = levels.join(", ");
            parts.push(ctx.fill(key::RESULT_BY_REPLIES, &[("levels", &levels)]));
        }
        (AnsweredBy::Group, _) => parts.push(ctx.t(key::RESULT_BY_GROUP).to_owned()),
        (AnsweredBy::Alone, Shown::Own) => parts.push(ctx.t(key::RESULT_BY_ALONE).to_owned()),
        (AnsweredBy::Alone, Shown::Shared | Shown::Preview) => {}
    }
    parts.join(" · ")
}

/// A level and how many replied for it, where others answered it.
pub fn replied(ctx: &Context, assessment: &Assessment, level: Level) -> Option<String> {
    let medians = Medians::of(&assessment.parts);
    let count = (*medians.0.get(level))?.replies.to_string();
    let name = ctx.t(words::level(level, assessment.kind));
    let values = [("level", name), ("n", &*count)];
    Some(ctx.fill(key::RESULT_REPLIES, &values))
}

/// A sentence on what was assessed, of whom.
pub fn of_whom(ctx: &Context, assessment: &Assessment, said: &str) -> String {
    let who = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)).to_owned(),
        name => isolated(name),
    };
    let what = uncapitalised(said);
    let procurement = assessment.procurement.as_str();
    let (key, procurement) = match assessment.scope {
        Scope::Procurement if !procurement.is_empty() => {
            (key::RESULT_HEADING_PROCUREMENT, isolated(procurement))
        }
        _ => (key::RESULT_HEADING, String::new()),
    };
    let values = [
        ("who", &*who),
        ("what", &what),
        ("procurement", &procurement),
    ];
    ctx.fill(key, &values)
}

/// The heading of the whole result.
pub fn heading(ctx: &Context, assessment: &Assessment, outcome: &Outcome, how: Shown) -> Html {
    let Some(headline) = &outcome.headline else {
        let said = of_whom(ctx, assessment, ctx.t(key::RESULT_NOT_SCORED_HEADING));
        let below = vec![
            leaf("p", "lead", ctx.t(key::RESULT_NOT_SCORED)),
            missing_list(ctx, outcome, assessment.kind),
        ];
        return head(ctx, assessment, how, (said, None), below);
    };
    let said = of_whom(ctx, assessment, ctx.t(words::headline(headline.stage)));
    let mut below = vec![leaf("p", "lead", lead(ctx, assessment, headline))];
    let open = unanswered(&outcome.levels);
    if open > 0 {
        let text = ctx.fill(key::RESULT_PROVISIONAL, &[("n", &open.to_string())]);
        below.push(leaf("p", "provisional", text));
    }
    let said = (said, Some(headline.stage.number()));
    head(ctx, assessment, how, said, below)
}

/// Which links are the weakest, which answers hold them there, and what that means.
fn lead(ctx: &Context, assessment: &Assessment, headline: &Headline) -> String {
    let meaning = ctx.t(said::meaning(headline.stage));
    let (key, links) = match said::weakest(&assessment.answers(), headline) {
        Weakest::Nothing => return meaning.to_owned(),
        Weakest::Same(n) => {
            let n = n.number().to_string();
            return format!(
                "{} {meaning}",
                ctx.fill(key::RESULT_WEAK_SAME, &[("n", &n)])
            );
        }
        Weakest::Alike(links) => (key::RESULT_WEAK_ALIKE, links),
        Weakest::Links(links) => (key::RESULT_WEAK, links),
    };
    let links: Vec<String> = links
        .iter()
        .map(|link| held(ctx, assessment, link))
        .collect();
    let weakest = ctx.fill(key, &[("links", &listed(ctx, &links))]);
    format!("{weakest} {meaning}")
}

/// A link, and the answers that hold it where it is.
fn held(ctx: &Context, assessment: &Assessment, link: &Held) -> String {
    let themes: Vec<String> = link
        .items
        .iter()
        .map(|item| uncapitalised(ctx.t(words::theme(item.theme))))
        .collect();
    ctx.fill(
        link.key,
        &[
            (
                "link",
                ctx.t(words::level_link(link.level, assessment.kind)),
            ),
            ("themes", &listed(ctx, &themes)),
            ("count", &link.items.len().to_string()),
            ("n", &stand(link.at)),
        ],
    )
}

/// Where answers stand: at a step, or between two of them.
fn stand((low, high): (u8, u8)) -> String {
    match low == high {
        true => show_halves(low),
        false => format!("{}–{}", show_halves(low), show_halves(high)),
    }
}

/// Several as people name them: with a word before the last.
pub fn listed(ctx: &Context, parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => {
            format!("{}{}{last}", first.join(", "), ctx.t(key::RESULT_AND))
        }
    }
}

fn unanswered(levels: &PerLevel<LevelOutcome>) -> usize {
    levels.iter().map(|(_, level)| level.tally.unanswered).sum()
}

/// What keeps each level from being scored, in words.
pub fn missing(ctx: &Context, outcome: &Outcome, kind: Kind) -> Vec<(Level, String)> {
    let levels = outcome.levels.iter();
    levels
        .filter_map(|(level, found)| {
            let Standing::NotScored(short) = found.standing else {
                return None;
            };
            let say = |key: Key, n: usize| {
                let level = ctx.t(words::level(level, kind));
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
fn missing_list(ctx: &Context, outcome: &Outcome, kind: Kind) -> Html {
    let lines = missing(ctx, outcome, kind)
        .into_iter()
        .map(|(level, reasons)| {
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

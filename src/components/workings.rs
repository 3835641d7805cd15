//! Every figure can be opened to the answers and the rule that made it.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Level, Theme};
use forankring_core::numbers::Ratio;
use forankring_core::scoring::{Headline, Outcome};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::answers::show;
use super::prose::leaf;
use super::{why, words};
use crate::context::Context;

/// How the stage and the mean of each level came about: folded under the chain.
pub fn of_levels(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let body = levels(ctx, assessment, outcome);
    folded(
        ctx,
        "ds-details workings",
        key::RESULT_WORKINGS_LEVELS,
        body,
    )
}

/// The same for paper, where the first page has no room for it.
pub fn of_levels_on_paper(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    html! {
        <section class="paper-only">
            { leaf("h2", "", ctx.t(key::RESULT_WORKINGS_LEVELS)) }
            { levels(ctx, assessment, outcome) }
        </section>
    }
}

fn levels(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let level = |level: Level| {
        let found = outcome.levels.get(level);
        let stage = why::stage(ctx, &assessment.answers(), outcome, level);
        let items = level.items().into_iter();
        html! {
            <section key={level.id()}>
                { leaf("h3", "", ctx.t(words::level(level))) }
                if let Some(stage) = stage { <p>{ stage }</p> }
                { mean_of(ctx, assessment, found.mean, items.clone().collect()) }
                <ul>
                    {
                        for items.map(
                            |item| answered(ctx, assessment, item, words::theme(item.theme)),
                        )
                    }
                </ul>
            </section>
        }
    };
    html! {
        <>
            { leaf("p", "", ctx.t(key::METHOD_RULE_STAGE)) }
            { for Level::ALL.map(level) }
            if let Some(headline) = &outcome.headline {
                <section>
                    {
                        for whole(ctx, outcome, headline).into_iter().map(
                            |text| leaf("p", "", text),
                        )
                    }
                </section>
            }
        </>
    }
}

/// The headline, and the mean of the means.
fn whole(ctx: &Context, outcome: &Outcome, headline: &Headline) -> Vec<String> {
    let means = outcome.levels.iter().filter_map(|(_, found)| found.mean);
    let means: Vec<String> = means.map(|mean| mean.show(ctx.lang())).collect();
    vec![
        ctx.fill(
            key::METHOD_EXAMPLE_HEADLINE,
            &[("n", &headline.stage.number().to_string())],
        ),
        sum(
            ctx,
            key::RESULT_WORKINGS_MEANS,
            &means,
            &headline.mean.show(ctx.lang()),
        ),
    ]
}

/// How the mean and the gap of each theme came about.
pub fn of_themes(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let theme = |theme: Theme| {
        let items = Level::ALL.map(|level| Item { level, theme });
        html! {
            <section key={theme.id()}>
                { leaf("h3", "", ctx.t(words::theme(theme))) }
                { mean_of(ctx, assessment, outcome.themes.get(theme).mean, items.into()) }
                <ul>
                    {
                        for items.into_iter().map(
                            |item| answered(ctx, assessment, item, words::level(item.level)),
                        )
                    }
                </ul>
            </section>
        }
    };
    folded(
        ctx,
        "ds-details workings printed",
        key::RESULT_WORKINGS_THEMES,
        html! {
            <>
                { leaf("p", "", ctx.t(key::METHOD_RULE_THEME)) }
                { for Theme::ALL.map(theme) }
            </>
        },
    )
}

fn folded(ctx: &Context, class: &'static str, summary: Key, body: Html) -> Html {
    html! {
        <details {class}>
            <summary>{ ctx.t(summary) }</summary>
            <div>{ body }</div>
        </details>
    }
}

/// A mean as the division that it is.
fn mean_of(ctx: &Context, assessment: &Assessment, mean: Option<Ratio>, items: Vec<Item>) -> Html {
    let answers = assessment.answers();
    let steps = items
        .iter()
        .filter_map(|item| answers.get(*item).and_then(Answer::step))
        .map(|step| step.number().to_string());
    let steps: Vec<String> = steps.collect();
    match mean {
        Some(mean) => leaf(
            "p",
            "",
            sum(
                ctx,
                key::RESULT_WORKINGS_MEAN,
                &steps,
                &mean.show(ctx.lang()),
            ),
        ),
        None => leaf("p", "", ctx.t(key::RESULT_WORKINGS_NO_MEAN)),
    }
}

fn sum(ctx: &Context, key: Key, parts: &[String], mean: &str) -> String {
    ctx.fill(
        key,
        &[
            ("sum", &parts.join(" + ")),
            ("n", &parts.len().to_string()),
            ("mean", mean),
        ],
    )
}

/// An answer, as a link to what was answered and with which evidence.
fn answered(ctx: &Context, assessment: &Assessment, item: Item, name: Key) -> Html {
    let answer = assessment.answers().get(item).to_owned();
    let word = ctx.t(words::answer(answer));
    let shown = match answer.and_then(Answer::step) {
        Some(step) => format!("{}: {} {word}", ctx.t(name), step.number()),
        None => format!("{}: {word}", ctx.t(name)),
    };
    let onclick = show(ctx, item);
    html! {
        <li key={item.id()}>
            <button type="button" class="to-answer ds-link" {onclick}>{ shown }</button>
        </li>
    }
}

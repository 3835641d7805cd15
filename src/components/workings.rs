//! Every figure can be opened to the answers and the rule that made it.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Level, Theme};
use forankring_core::numbers::{Ratio, show_halves};
use forankring_core::scoring::{Headline, Outcome};
use forankring_core::texts::{Key, key, uncapitalised};
use yew::prelude::*;

use super::answers::show;
use super::findings::pattern_figures;
use super::prose::{around, head_cell, leaf, node, table_head, text_button};
use super::{figure, why, words};
use crate::context::Context;

/// How stages and means came about, of the levels and then of the themes.
pub fn workings(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let heads = [
        key::RESULT_COL_LEVEL,
        key::RESULT_COL_STAGE,
        key::RESULT_COL_MEAN,
    ];
    let row = |level: Level| {
        let found = outcome.levels.get(level);
        let stage = found.stage();
        let mean = found.mean.filter(|_| stage.is_some());
        let stage = match stage {
            Some(stage) => node("td", "", vec![figure::step(stage)]),
            None => leaf("td", "", ctx.t(key::RESULT_NOT_SCORED_SHORT)),
        };
        let mean = figure_cell(mean.map(|mean| figure::mean(mean, ctx.lang())));
        node(
            "tr",
            "",
            vec![
                head_cell("row", ctx.t(words::level(level, assessment.kind))),
                stage,
                mean,
            ],
        )
    };
    html! {
        <>
            { leaf("p", "", ctx.t(key::METHOD_RULE_STAGE)) }
            <table class="ds-table level-means">
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for Level::ALL.map(row) }</tbody>
            </table>
            { for Level::ALL.map(|level| of_level(ctx, assessment, outcome, level)) }
            if let Some(headline) = &outcome.headline {
                { node("section", "", whole(ctx, outcome, headline)) }
            }
            { of_themes(ctx, assessment, outcome) }
        </>
    }
}

/// A figure in a table, or that there is none.
fn figure_cell(figure: Option<Html>) -> Html {
    node("td", "", vec![figure.unwrap_or_else(|| "–".into())])
}

fn of_level(ctx: &Context, assessment: &Assessment, outcome: &Outcome, level: Level) -> Html {
    let items = level.items();
    let stage = why::stage(ctx, assessment.kind, &assessment.answers(), outcome, level);
    let mean = outcome.levels.get(level).mean;
    node(
        "section",
        "",
        vec![
            leaf("h3", "", ctx.t(words::level(level, assessment.kind))),
            node("p", "", stage.into_iter().collect()),
            mean_of(ctx, assessment, mean, &items),
            answered(ctx, assessment, &items, |item| words::theme(item.theme)),
        ],
    )
}

/// The headline, the mean of the means, and what stands beside it.
fn whole(ctx: &Context, outcome: &Outcome, headline: &Headline) -> Vec<Html> {
    let means = outcome.levels.iter().filter_map(|(_, found)| found.mean);
    let means: Vec<String> = means.map(|mean| mean.show(ctx.lang())).collect();
    let stage = headline.stage.number().to_string();
    let mean = headline.mean.show(ctx.lang());
    vec![
        leaf("h3", "", ctx.t(key::COMPARE_WHOLE)),
        leaf(
            "p",
            "",
            ctx.fill(key::METHOD_EXAMPLE_HEADLINE, &[("n", &stage)]),
        ),
        leaf("p", "", sum(ctx, key::RESULT_WORKINGS_MEANS, &means, &mean)),
        of_means(ctx, headline),
        pattern_figures(ctx, headline),
    ]
}

/// The mean stands in its sentence as an element of its own.
fn of_means(ctx: &Context, headline: &Headline) -> Html {
    let text = ctx.t(key::RESULT_OF_MEANS);
    let (before, after) = around(text);
    let mean = figure::mean(headline.mean, ctx.lang());
    node("p", "of-means", vec![before.into(), mean, after.into()])
}

/// Mean and gap of every theme, and how they came about.
fn of_themes(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let heads = [
        key::RESULT_COL_THEME,
        key::RESULT_COL_MEAN,
        key::RESULT_COL_GAP,
    ];
    let row = |theme: Theme| {
        let found = outcome.themes.get(theme);
        let gap = found.gap.map(show_halves);
        let mean = figure_cell(found.mean.map(|mean| figure::mean(mean, ctx.lang())));
        let gap = figure_cell(gap.map(|gap| html! { <data value={gap.clone()}>{ gap }</data> }));
        node(
            "tr",
            "",
            vec![head_cell("row", ctx.t(words::theme(theme))), mean, gap],
        )
    };
    let theme = |theme: Theme| {
        let items = Level::ALL.map(|level| Item { level, theme });
        node(
            "section",
            "",
            vec![
                leaf("h3", "", ctx.t(words::theme(theme))),
                mean_of(ctx, assessment, outcome.themes.get(theme).mean, &items),
                answered(ctx, assessment, &items, |item| {
                    words::level(item.level, assessment.kind)
                }),
            ],
        )
    };
    html! {
        <section class="themes">
            { leaf("h3", "", ctx.t(key::RESULT_THEMES_HEADING)) }
            { leaf("p", "", ctx.t(key::METHOD_RULE_THEME)) }
            <table class="ds-table">
                { leaf("caption", "", ctx.t(key::RESULT_THEMES_CAPTION)) }
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for Theme::ALL.map(row) }</tbody>
            </table>
            { for Theme::ALL.map(theme) }
        </section>
    }
}

/// A mean as the division that it is.
fn mean_of(ctx: &Context, assessment: &Assessment, mean: Option<Ratio>, items: &[Item]) -> Html {
    let answers = assessment.answers();
    let steps = items
        .iter()
        .filter_map(|item| answers.get(*item).and_then(Answer::halves))
        .map(show_halves);
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

/// Answers, each as a way to what was answered and with which evidence.
fn answered(
    ctx: &Context,
    assessment: &Assessment,
    items: &[Item],
    name: impl Fn(Item) -> Key,
) -> Html {
    let answers = assessment.answers();
    let one = |item: &Item| {
        let answer = *answers.get(*item);
        let name = ctx.t(name(*item));
        let shown = match answer.and_then(Answer::halves) {
            Some(halves) => format!("{name}: {}", show_halves(halves)),
            None => format!("{name}: {}", uncapitalised(ctx.t(words::answer(answer)))),
        };
        let onclick = show(ctx, *item);
        node(
            "li",
            "",
            vec![text_button("to-answer ds-link", shown, onclick)],
        )
    };
    node("ul", "to-answers", items.iter().map(one).collect())
}

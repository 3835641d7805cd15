//! What stands beside the headline: the pattern, and how firm it all is.

use forankring_core::assessment::{Assessment, Entry};
use forankring_core::catalogue::{Answer, Item, Kind};
use forankring_core::scoring::{Headline, Outcome, said, strongest};
use forankring_core::texts::{Key, capitalised, key, uncapitalised};
use yew::prelude::*;

use super::headline::listed;
use super::prose::{around, leaf, node};
use super::{figure, words};
use crate::context::Context;

/// Intended against realised, in words.
pub fn pattern(ctx: &Context, headline: &Headline) -> Html {
    let [name, meaning, call] = said::pattern(headline.pattern).map(|key| ctx.t(key));
    node(
        "section",
        "",
        vec![
            leaf("h3", "", ctx.t(key::RESULT_PATTERN_HEADING)),
            node(
                "p",
                "",
                vec![
                    leaf("strong", "", format!("{name}.")),
                    format!(" {meaning} {call}").into(),
                ],
            ),
        ],
    )
}

/// The two means that make the pattern. They stand in the sentence as elements of their own.
pub fn pattern_figures(ctx: &Context, headline: &Headline) -> Html {
    let text = ctx.t(key::PATTERN_FIGURES);
    let (before, rest) = around(text);
    let (between, after) = around(rest);
    node(
        "p",
        "",
        vec![
            before.into(),
            figure::mean(headline.intended, ctx.lang()),
            between.into(),
            figure::mean(headline.realised, ctx.lang()),
            after.into(),
        ],
    )
}

/// What is strongest, and how much is documented and unknown: three short lines.
pub fn strengths(ctx: &Context, assessment: &Assessment, outcome: &Outcome, shared: bool) -> Html {
    let line = |label: Key, text: String| {
        node(
            "p",
            "",
            vec![leaf("strong", "", ctx.t(label)), format!(" {text}").into()],
        )
    };
    let mut lines = Vec::new();
    if let Some((themes, mean)) = strongest(&assessment.answers(), &outcome.themes) {
        let names = themes.into_iter().map(words::theme);
        let names: Vec<String> = names.map(|name| uncapitalised(ctx.t(name))).collect();
        let text = format!("{} ({})", listed(ctx, &names), mean.show(ctx.lang()));
        lines.push(line(key::RESULT_STRONGEST, text));
    }
    let (n, total) = assessment.documented();
    // A link carries no evidence, so of a shared result nothing can be said of it.
    if total > 0 && !shared {
        let values = [("n", &*n.to_string()), ("total", &total.to_string())];
        let text = ctx.fill(key::RESULT_DOCUMENTED_OF, &values);
        lines.push(line(key::RESULT_DOCUMENTED, text));
    }
    let tallies = outcome.levels.iter();
    match tallies
        .map(|(_, level)| level.tally.dont_know)
        .sum::<usize>()
    {
        0 => {}
        n => lines.push(line(key::RESULT_UNKNOWN, n.to_string())),
    }
    node("div", "strengths", lines)
}

/// How each list of answers is headed, and led in.
const UNKNOWN: [Key; 2] = [
    key::RESULT_QUICK_DONT_KNOW,
    key::RESULT_QUICK_DONT_KNOW_LEAD,
];
const UNDOCUMENTED: [Key; 2] = [key::RESULT_UNDOCUMENTED, key::RESULT_UNDOCUMENTED_LEAD];

/// Don't know and answers without evidence: findings, nothing is deducted. A
/// link carries no evidence, so of a shared result nothing can be said of it.
pub fn unknown(ctx: &Context, assessment: &Assessment, shared: bool) -> Html {
    let having = |wanted: &dyn Fn(&Entry) -> bool| -> Vec<Item> {
        let asked = assessment.variant.items();
        asked
            .filter(|item| wanted(assessment.entries.get(*item)))
            .collect()
    };
    let dont_know = having(&|entry| entry.answer == Some(Answer::DontKnow));
    let undocumented = match shared {
        true => Vec::new(),
        false => having(&Entry::is_undocumented),
    };
    if dont_know.is_empty() && undocumented.is_empty() {
        return html! {};
    }
    html! {
        <section class="unknown">
            { items(ctx, assessment.kind, UNKNOWN, &dont_know) }
            { items(ctx, assessment.kind, UNDOCUMENTED, &undocumented) }
        </section>
    }
}

fn items(ctx: &Context, kind: Kind, [heading, lead]: [Key; 2], items: &[Item]) -> Html {
    if items.is_empty() {
        return html! {};
    }
    html! {
        <section>
            { leaf("h3", "", ctx.t(heading)) }
            { leaf("p", "", ctx.t(lead)) }
            <ul>{ for items.iter().map(|item| html! {
                <li key={item.id()} data-finding={item.id()}>
                    {
                        format!(
                            "{} ({})",
                            ctx.t(words::theme(item.theme)),
                            ctx.t(words::level_in(item.level, kind)),
                        )
                    }
                </li>
            }) }</ul>
        </section>
    }
}

/// How firm the headline is: range, and the answers on which it hangs.
pub fn firmness(ctx: &Context, kind: Kind, headline: &Headline) -> Html {
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
            format!("{theme} ({})", ctx.t(words::level_in(item.level, kind)))
        })
        .collect();
    let number = names.len().to_string();
    html! {
        <section class="firmness">
            if !known { { leaf("p", "", range) } }
            { match names.as_slice() {
                [] => leaf("p", "", ctx.t(key::RESULT_FIRM)),
                [one] => leaf("p", "", ctx.fill(key::RESULT_SENSITIVE1, &[("items", one)])),
                _ => html! {
                    <>
                        { leaf("p", "", ctx.fill(key::RESULT_SENSITIVE, &[("n", &number)])) }
                        { node("ul", "", names.iter().map(
                            |name| leaf("li", "", capitalised(name)),
                        ).collect()) }
                    </>
                },
            } }
        </section>
    }
}

//! All answers before the result: what is missing first, then everything by level, then the
//! questions about the strategy document.

use forankring_core::address::Route;
use forankring_core::assessment::{Assessment, Entry};
use forankring_core::catalogue::{Answer, Item, Level, Variant};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::answer::{about, opened};
use crate::components::prose::{Look, leaf, link_button, node};
use crate::components::saved::{save_failure, saved};
use crate::components::strategy;
use crate::components::words;
use crate::context::Context;

/// What the screen is called.
pub const TITLE: Key = key::REVIEW_TITLE;

/// Whether something is missing of what was entered for an item.
type Lacks = fn(&Entry) -> bool;

/// What may be missing, each with what it is called: what is not, is not listed.
const GAPS: [(Key, Lacks); 4] = [
    (key::REVIEW_UNANSWERED, |entry| entry.answer.is_none()),
    (key::REVIEW_UNREASONED, Entry::is_unreasoned),
    (key::REVIEW_UNDOCUMENTED, Entry::is_undocumented),
    (key::REVIEW_DONT_KNOW, |entry| {
        entry.answer == Some(Answer::DontKnow)
    }),
];

/// The screen.
pub fn view(ctx: &Context) -> Html {
    opened(ctx, "answer review", key::REVIEW_HEADING, reviewed)
}

fn reviewed(ctx: &Context, assessment: &Assessment) -> Html {
    let mut parts = vec![
        about(ctx, assessment),
        save_failure(ctx),
        count(ctx, assessment),
    ];
    parts.extend(
        GAPS.iter()
            .map(|(name, lacks)| gap(ctx, assessment, *name, *lacks)),
    );
    let finish = ctx.t(key::ANSWER_FINISH);
    let result = link_button(Look::Primary, "resultat", ctx.href(Route::Result), finish);
    parts.push(node("p", "actions", vec![result]));
    let levels = Level::ALL.map(|level| {
        let items = assessment.variant.items();
        let items = items.filter(|item| item.level == level).collect();
        let heading = leaf("h3", "", ctx.t(words::level(level, assessment.kind)));
        node(
            "section",
            "",
            vec![heading, list(ctx, assessment, items, Among::Level)],
        )
    });
    parts.push(leaf("h2", "", ctx.t(key::REVIEW_ALL)));
    parts.push(node("div", "review-levels", Vec::from(levels)));
    if assessment.variant == Variant::Full {
        parts.push(strategy::asked(ctx, &assessment.checklist));
    }
    parts.push(saved(ctx));
    node("div", "asking-main", parts)
}

/// How many are answered.
fn count(ctx: &Context, assessment: &Assessment) -> Html {
    let answered = |item: &Item| assessment.entries.get(*item).answer.is_some();
    let n = assessment.variant.items().filter(answered).count();
    let total = assessment.variant.count();
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    leaf("p", "lead", ctx.fill(key::REVIEW_COUNT, &values))
}

/// The items that lack something, each a way to it.
fn gap(ctx: &Context, assessment: &Assessment, name: Key, lacks: Lacks) -> Html {
    let items = assessment.variant.items();
    let items: Vec<Item> = items
        .filter(|item| lacks(assessment.entries.get(*item)))
        .collect();
    if items.is_empty() {
        return Html::default();
    }
    let heading = format!("{} ({})", ctx.t(name), items.len());
    let list = list(ctx, assessment, items, Among::All);
    node("section", "gap", vec![leaf("h2", "", heading), list])
}

/// Among what items stand: what they have in common is said above them.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// Others of all levels.
    All,
    /// Others of their level.
    Level,
}

/// Items with their answers: links to where they are answered.
fn list(ctx: &Context, assessment: &Assessment, items: Vec<Item>, among: Among) -> Html {
    let page = ctx.page(ctx.answering(assessment.by));
    let line = |item: Item| {
        let answer = assessment.entries.get(item).answer;
        let name = ctx.t(words::answer(answer));
        let told = match answer {
            Some(Answer::Rated(step)) => format!("{} {name}", step.number()),
            _ => name.to_owned(),
        };
        let theme = ctx.t(words::theme(item.theme));
        let label = match among {
            Among::All => format!(
                "{}: {theme}",
                ctx.t(words::level(item.level, assessment.kind))
            ),
            Among::Level => theme.to_owned(),
        };
        // A gap that is no step is what the heading says.
        let tells = among == Among::Level || matches!(answer, Some(Answer::Rated(_)));
        html! {
            <li data-item={item.id()} data-answer={answer.map_or("none", Answer::code)}>
                <a class="ds-link" href={ctx.link(page, ctx.place_of(item))}>{ label }</a>
                { " " }
                { tells.then(|| leaf("span", "told", told)) }
            </li>
        }
    };
    node("ul", "review-list", items.into_iter().map(line).collect())
}

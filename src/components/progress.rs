//! How far one has come at each level, and the way to any item.

use forankring_core::address::Route;
use forankring_core::assessment::Entry;
use forankring_core::catalogue::{Answer, Item, Kind, Level, Subject};
use forankring_core::texts::key;
use yew::prelude::*;

use super::prose::{leaf, node};
use super::words;
use crate::context::Context;

/// Three rows of six: each is a dot that leads to its item, and names what was answered.
pub fn progress(ctx: &Context) -> Html {
    let level = |level| {
        let dots = asked(ctx, level).map(|item| entry(ctx, item)).collect();
        let name = node("h2", "", vec![level_line(ctx, level)]);
        node("section", "", vec![name, node("ol", "", dots)])
    };
    // Of a respondent, those that she answers for.
    let levels = Level::ALL
        .into_iter()
        .filter(|level| asked(ctx, *level).next().is_some());
    html! {
        <nav class="progress" aria-label={ctx.t(key::ANSWER_JUMP)}>
            { for levels.map(level) }
        </nav>
    }
}

/// Whose names the levels have: while nothing is open, a municipality's.
fn kind(ctx: &Context) -> Kind {
    let usual = Subject::MUNICIPALITY.kind;
    ctx.assessment().map_or(usual, |assessment| assessment.kind)
}

/// The items of a level that are asked.
fn asked(ctx: &Context, level: Level) -> impl Iterator<Item = Item> {
    let variant = ctx.assessment().map(|assessment| assessment.variant);
    let items = variant.unwrap_or_default().items();
    items.filter(move |item| item.level == level)
}

fn level_line(ctx: &Context, level: Level) -> Html {
    let answered = ctx.assessment().map_or(0, |assessment| {
        let has = |item: &Item| assessment.entries.get(*item).answer.is_some();
        asked(ctx, level).filter(has).count()
    });
    let text = ctx.fill(
        key::ANSWER_PROGRESS_LEVEL,
        &[
            ("level", ctx.t(words::level(level, kind(ctx)))),
            ("n", &answered.to_string()),
            ("total", &asked(ctx, level).count().to_string()),
        ],
    );
    html! { <span data-level={level.id()} data-answered={answered.to_string()}>{ text }</span> }
}

fn entry(ctx: &Context, item: Item) -> Html {
    let entry = ctx.assessment().map(|one| one.entries.get(item));
    let answer = entry.and_then(|entry| entry.answer);
    let undocumented = entry.is_some_and(Entry::is_undocumented);
    let here = ctx.desk.item() == item;
    let (level, theme) = (
        ctx.t(words::level(item.level, kind(ctx))),
        ctx.t(words::theme(item.theme)),
    );
    let state = ctx.t(words::answer(answer));
    let go = ctx.go(item);
    let shown = match answer {
        Some(Answer::Rated(step) | Answer::Between(step)) => step.number().to_string(),
        Some(Answer::DontKnow) => "?".to_owned(),
        Some(Answer::NotApplicable) => "–".to_owned(),
        None => String::new(),
    };
    // In a meeting the names are seen; elsewhere the dots stand close.
    let class = match ctx.route() {
        Route::Meeting => "named",
        _ => "unseen",
    };
    let mut named = vec![
        theme.into(),
        leaf("span", "unseen", format!(", {level}, {state}")),
    ];
    if undocumented {
        named.push(leaf("span", "unseen", ", "));
        named.push(leaf("span", "lacks", ctx.t(key::ANSWER_UNDOCUMENTED)));
    }
    let button = html! {
        <button type="button" id={format!("til-{}", item.id())} class="jump" onclick={go}
            title={format!("{level}: {theme}")} data-answer={answer.map_or("none", Answer::code)}
            aria-current={here.then_some("step")}>
            <span class="dot" aria-hidden="true">{ shown }</span>{ node("span", class, named) }
        </button>
    };
    node("li", "", vec![button])
}

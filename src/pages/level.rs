//! Answering, a level on a page.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Level};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::answer::{about, opened};
use crate::components::item::{Asked, item_form};
use crate::components::progress::progress;
use crate::components::prose::{Look, button, leaf};
use crate::components::saved::{save_failure, saved};
use crate::components::words;
use crate::context::Context;
use forankring_session::desk::Event;

/// What the screen is called.
pub const TITLE: Key = key::LEVELS_TITLE;

/// The screen: the items of the level at which the address is.
pub fn view(ctx: &Context) -> Html {
    opened(ctx, "answer by-level", key::ANSWER_HEADING, asking)
}

fn asking(ctx: &Context, assessment: &Assessment) -> Html {
    let level = ctx.desk.item().level;
    let items = assessment.variant.items();
    let items = items.filter(|item| item.level == level);
    let kind = assessment.kind;
    let body = ctx.texts.bodies(kind).body;
    html! {
        <div class="asking">
            <div class="asking-main">
                { about(ctx, assessment) }
                { save_failure(ctx) }
                <div class="level-head">
                    { leaf("h2", "", ctx.t(words::level(level, kind))) }
                    { leaf("p", "", ctx.fill(words::level_intro(level, kind), &[("body", body)])) }
                </div>
                { for items.map(|item| html! {
                    <section key={item.id()} class="one-of-level">
                        { item_form(ctx, &Asked::of(assessment, item)) }
                    </section>
                }) }
                { ways_on(ctx, assessment, level) }
                { leaf("p", "keys", ctx.t(key::ANSWER_KEYS)) }
                { saved(ctx) }
            </div>
            { progress(ctx) }
        </div>
    }
}

/// To the level before, and to the next; from the last to the overview of all.
fn ways_on(ctx: &Context, assessment: &Assessment, level: Level) -> Html {
    let items = || assessment.variant.items();
    let named = |label: Key, item: Item| {
        ctx.fill(
            label,
            &[("level", ctx.t(words::level(item.level, assessment.kind)))],
        )
    };
    let before = Level::ALL.into_iter().rev().find(|other| *other < level);
    let before = before.and_then(|before| items().find(|item| item.level == before));
    let last = items().rfind(|item| item.level == level);
    html! {
        <p class="actions">
            if let Some(first) = before {
                {
                    button(
                        Look::Secondary,
                        "forrige",
                        named(key::LEVELS_PREVIOUS, first),
                        ctx.go(first),
                    )
                }
            }
            if let Some(last) = last {
                {
                    button(
                        Look::Primary,
                        "neste",
                        match assessment.variant.next(last) {
                            Some(first) => named(key::LEVELS_NEXT, first),
                            None => ctx.t(key::ANSWER_NEXT).to_owned(),
                        },
                        ctx.on(move || Event::Onward(last)),
                    )
                }
            }
        </p>
    }
}

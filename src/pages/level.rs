//! Answering, a level on a page.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Level};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::answer::{about, onward, opened};
use crate::components::item::{Asked, item_form};
use crate::components::progress::progress;
use crate::components::prose::{Look, button, leaf, link_button};
use crate::components::saved::{save_failure, saved};
use crate::components::words;
use crate::context::Context;

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
    let (body, _) = ctx.texts.bodies(assessment.kind);
    html! {
        <div class="asking">
            <div class="asking-main">
                { about(ctx, assessment) }
                { save_failure(ctx) }
                <div class="level-head">
                    { leaf("h2", "", ctx.t(words::level(level))) }
                    { leaf("p", "", ctx.fill(words::level_intro(level), &[("body", body)])) }
                </div>
                { for items.map(|item| html! {
                    <section key={item.id()} class="one-of-level">
                        {
                            item_form(
                                ctx,
                                &Asked::of(assessment, item, onward(ctx, assessment.variant, item)),
                            )
                        }
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

/// To the level before, to the next, and to the result.
fn ways_on(ctx: &Context, assessment: &Assessment, level: Level) -> Html {
    let first = |level: Level| {
        let mut items = assessment.variant.items();
        items.find(|item| item.level == level)
    };
    let place = Level::ALL.iter().position(|other| *other == level);
    let other = |step: isize| {
        let at = place.and_then(|place| place.checked_add_signed(step))?;
        Level::ALL.get(at).copied()
    };
    let to = |other: Option<Level>, id, look, label: Key| {
        let (level, item) = (other?, first(other?)?);
        Some(go(
            ctx,
            item,
            id,
            look,
            ctx.fill(label, &[("level", ctx.t(words::level(level)))]),
        ))
    };
    let complete = assessment.first_unanswered().is_none();
    html! {
        <p class="actions">
            { to(other(-1), "forrige", Look::Secondary, key::LEVELS_PREVIOUS) }
            { to(other(1), "neste", Look::Primary, key::LEVELS_NEXT) }
            if complete || other(1).is_none() {
                { link_button(
                    if other(1).is_none() { Look::Primary } else { Look::Secondary },
                    "resultat",
                    ctx.href(Route::Result),
                    ctx.t(key::ANSWER_FINISH),
                ) }
            }
        </p>
    }
}

fn go(ctx: &Context, item: Item, id: &'static str, look: Look, label: String) -> Html {
    button(look, id, label, ctx.go(item))
}

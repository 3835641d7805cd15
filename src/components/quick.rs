//! The result of the quick variant: an indication, and the way to the whole.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::{Action, Assessment};
use forankring_core::catalogue::{Item, Variant};
use forankring_core::scoring::{Indication, indication};
use forankring_core::texts::{ItemText, key, uncapitalised};
use yew::prelude::*;

use super::answers::answers;
use super::matrix::matrix;
use super::prose::{Look, button, h1, leaf};
use super::words;
use crate::context::Context;
use forankring_session::desk::{Event, Origin};

/// Where there is least to show, and what nobody knew.
pub fn quick(ctx: &Context, assessment: &Assessment, shared: bool) -> Html {
    let found = indication(&assessment.answers());
    html! {
        <>
            <header class="headline">
                { heading(ctx, &found) }
                { leaf("p", "lead", ctx.t(key::RESULT_QUICK_LEAD)) }
            </header>
            if !found.at_lowest.is_empty() {
                <section>
                    { leaf("h2", "", ctx.t(key::RESULT_QUICK_LOWEST)) }
                    <ul class="move-list">
                        { for found.at_lowest.iter().map(|item| lowest(ctx, assessment, *item)) }
                    </ul>
                </section>
            }
            if !found.dont_know.is_empty() {
                <section>
                    { leaf("h2", "", ctx.t(key::RESULT_QUICK_DONT_KNOW)) }
                    { leaf("p", "", ctx.t(key::RESULT_QUICK_DONT_KNOW_LEAD)) }
                    <ul>{ for found.dont_know.iter().map(|item| html! {
                        <li key={item.id()}>{ name(ctx, *item) }</li>
                    }) }</ul>
                </section>
            }
            <section>
                { leaf("h2", "", ctx.t(key::RESULT_QUICK_MAP)) }
                { matrix(ctx, assessment) }
            </section>
            { answers(ctx, assessment) }
            if !shared { { upgrade(ctx, assessment) } }
        </>
    }
}

fn heading(ctx: &Context, found: &Indication) -> Html {
    let Some(step) = found.lowest else {
        return h1(ctx.t(key::RESULT_QUICK_NONE_HEADING));
    };
    let number = step.number().to_string();
    let name = uncapitalised(ctx.t(words::step(step)));
    let text = ctx.fill(
        key::RESULT_QUICK_HEADING,
        &[("n", &number), ("step", &name)],
    );
    html! { <h1 tabindex="-1"><data id="lavest" value={number}>{ text }</data></h1> }
}

fn name(ctx: &Context, item: Item) -> String {
    let (theme, level) = (words::theme(item.theme), words::level_in(item.level));
    format!("{} ({})", ctx.t(theme), ctx.t(level))
}

/// An answer on the lowest step: its own sentence, and the measure for the next.
fn lowest(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let answer = *assessment.answers().get(item);
    let Some(step) = answer.and_then(|answer| answer.step()) else {
        return html! {};
    };
    let text = |field| ctx.texts.item(item, field, assessment.subject());
    html! {
        <li key={item.id()} data-item={item.id()}>
            <p>{ leaf("strong", "", name(ctx, item)) }{ ". " }{ text(ItemText::Step(step)) }</p>
            { leaf("p", "measure", text(ItemText::MeasureFrom(step))) }
        </li>
    }
}

/// To all eighteen: nothing of the six is lost. Goes to the first of the others.
fn upgrade(ctx: &Context, assessment: &Assessment) -> Html {
    let open = |item: &Item| assessment.entries.get(*item).answer.is_none();
    let next = Variant::Full.items().find(open);
    let kept = match ctx.open().map(|open| &open.origin) {
        Some(Origin::Kept(id)) => Some(Place::Kept(id.clone(), next)),
        _ => None,
    };
    let (send, page) = (ctx.send.clone(), ctx.page(Route::Answer));
    let onclick = Callback::from(move |_| {
        send.emit(Event::Changed(Action::VariantChosen(Variant::Full)));
        if let Some(place) = &kept {
            send.emit(Event::Followed(page, place.clone()));
        }
    });
    html! {
        <section>
            <p class="actions">
                { button(Look::Primary, "utvid", ctx.t(key::RESULT_QUICK_UPGRADE), onclick) }
            </p>
            { leaf("p", "quiet-text", ctx.t(key::RESULT_QUICK_UPGRADE_HELP)) }
        </section>
    }
}

//! Answering: one item at a time.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, Scope, Variant};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use crate::components::item::{Asked, item_form};
use crate::components::progress::{place_of, progress};
use crate::components::prose::{Look, button, h1, leaf, link_button};
use crate::components::saved::{save_failure, saved};
use crate::components::unopened::unopened;
use crate::components::words;
use crate::context::Context;
use crate::platform::page;
use crate::session::Session;

/// The answering screen.
pub fn view(ctx: &Context) -> Html {
    opened(ctx, "answer", key::ANSWER_HEADING, asking)
}

/// A screen on which an assessment is worked on. The line that says "opening"
/// stands in the page from the start and is shown only while something is being
/// opened.
pub fn opened(
    ctx: &Context,
    class: &'static str,
    heading: Key,
    body: fn(&Context, &Assessment) -> Html,
) -> Html {
    // The set-up asks no item: it waits for no wording.
    let answers = ctx.state.page.route.answers();
    let waits = |open: &Assessment| answers && ctx.state.lacks_words(open);
    let (opening, shown) = match (&ctx.state.session, ctx.assessment()) {
        (Session::Opening, _) => ("opening", html! {}),
        (Session::Open(_), Some(open)) if waits(open) => ("opening", html! {}),
        (Session::Open(_), Some(open)) => ("opening quiet", body(ctx, open)),
        _ => ("opening quiet", unopened(ctx)),
    };
    html! {
        <div {class}>
            { h1(ctx.t(heading)) }
            <p class={opening}>{ ctx.t(key::ANSWER_OPENING) }</p>
            <div class="opened">{ shown }</div>
        </div>
    }
}

fn asking(ctx: &Context, assessment: &Assessment) -> Html {
    let item = ctx.state.item();
    let asked = Asked::of(assessment, item, onward(ctx, assessment.variant, item));
    html! {
        <div class="asking">
            <div class="asking-main">
                { about(ctx, assessment) }
                { save_failure(ctx) }
                { item_form(ctx, &asked) }
                { steps(ctx, &asked.onnext) }
                { saved(ctx) }
                { leaf("p", "keys", ctx.t(key::ANSWER_KEYS)) }
            </div>
            { progress(ctx) }
        </div>
    }
}

/// What is assessed, the way to change it, and the other ways to answer.
pub fn about(ctx: &Context, assessment: &Assessment) -> Html {
    let name = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)),
        name => name,
    };
    let scope = match assessment.procurement.as_str() {
        name if assessment.scope == Scope::Procurement && !name.is_empty() => name,
        _ => ctx.t(words::scope(assessment.scope)),
    };
    html! {
        <div class="about">
            <p>
                { format!("{}: {name}, {scope}. ", ctx.t(key::ANSWER_ABOUT)) }
                <a id="endre" class="ds-link" href={ctx.href(Route::Setup)}>{ ctx.t(key::ANSWER_ABOUT_CHANGE) }</a>
            </p>
            { views(ctx) }
            if assessment.variant == Variant::Quick { { leaf("p", "", ctx.t(key::ANSWER_QUICK_NOTE)) } }
        </div>
    }
}

/// The ways to answer, at the same item.
pub fn views(ctx: &Context) -> Html {
    let place = place_of(ctx, ctx.state.item());
    let views = [
        (Route::Answer, key::ANSWER_VIEW_ITEM),
        (Route::Level, key::ANSWER_VIEW_LEVEL),
        (Route::Meeting, key::ANSWER_VIEW_MEETING),
    ];
    html! {
        <nav class="views" aria-label={ctx.t(key::ANSWER_VIEW)}>
            { format!("{}: ", ctx.t(key::ANSWER_VIEW)) }
            <ul>
                { for views.into_iter().map(|(route, name)| {
                    let here = (route == ctx.state.page.route).then_some("page");
                    html! {
                        <li key={route.id()}>
                            <a id={format!("vis-{}", route.id())} class="ds-link" aria-current={here}
                                href={ctx.link(ctx.page(route), place.clone())}>{ ctx.t(name) }</a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// From an item to the next, or to the result.
pub fn onward(ctx: &Context, variant: Variant, item: Item) -> Callback<()> {
    let ctx = ctx.clone();
    Callback::from(move |()| match variant.next(item) {
        Some(next) => ctx.go(place_of(&ctx, next)),
        None => page::follow("#resultat"),
    })
}

/// Previous, next, and to the result from the last item or when all is answered.
pub fn steps(ctx: &Context, next: &Callback<()>) -> Html {
    let item = ctx.state.item();
    let assessment = ctx.assessment();
    let complete = assessment.is_some_and(|one| one.first_unanswered().is_none());
    let variant = assessment.map(|one| one.variant).unwrap_or_default();
    let last = variant.next(item).is_none();
    let onnext = next.reform(|_| ());
    html! {
        <p class="actions">
            if let Some(previous) = variant.previous(item) {
                { button(Look::Secondary, "forrige", ctx.t(key::ANSWER_PREVIOUS), {
                    let ctx = ctx.clone();
                    Callback::from(move |_| ctx.go(place_of(&ctx, previous)))
                }) }
            }
            if !last {
                { button(Look::Primary, "neste", ctx.t(key::ANSWER_NEXT), onnext) }
            }
            if complete || last {
                { link_button(
                    if last { Look::Primary } else { Look::Secondary },
                    "resultat",
                    ctx.href(Route::Result),
                    ctx.t(key::ANSWER_FINISH),
                ) }
            }
        </p>
    }
}

//! Answering: one item at a time.

use forankring_core::address::Route;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Scope, Variant};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use crate::components::item::{Asked, item_form, place};
use crate::components::notice::{Tone, notice};
use crate::components::progress::progress;
use crate::components::prose::{Look, button, h1, leaf, node};
use crate::components::saved::{save_failure, saved};
use crate::components::unopened::{unopened, words_missing};
use crate::components::words;
use crate::context::Context;
use forankring_core::address::Place;
use forankring_session::desk::{Event, MoreWords, Session};

/// What the screen is called.
pub const TITLE: Key = key::ANSWER_TITLE;

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
    let answers = ctx.route().answers();
    let waits = |open: &Assessment| answers && ctx.desk.lacks_words(open);
    let (opening, shown) = match (&ctx.desk.session, ctx.assessment()) {
        (Session::Opening, _) => ("opening", html! {}),
        (Session::Open(_), Some(open)) if waits(open) && ctx.desk.more == MoreWords::Missing => {
            ("opening quiet", words_missing(ctx))
        }
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

/// An unfinished one that was found when a new one was begun already.
fn offered(ctx: &Context) -> Html {
    let Some(id) = &ctx.desk.offer else {
        return html! {};
    };
    let href = ctx.link(ctx.desk.page, Place::Kept(id.clone(), None));
    notice(
        Tone::Info,
        html! {
            <p>
                { ctx.t(key::ANSWER_OFFER) }{ " " }
                <a id="tilbud" class="ds-link" {href}>{ ctx.t(key::ANSWER_OFFER_GO) }</a>
            </p>
        },
    )
}

fn asking(ctx: &Context, assessment: &Assessment) -> Html {
    let asked = Asked::of(assessment, ctx.desk.item());
    let main = vec![
        offered(ctx),
        about(ctx, assessment),
        save_failure(ctx),
        item_form(ctx, &asked),
        bar(ctx, &asked),
    ];
    node(
        "div",
        "asking",
        vec![node("div", "asking-main", main), progress(ctx)],
    )
}

/// The way on, where one is and whether it is kept: in view however far one scrolls.
pub fn bar(ctx: &Context, asked: &Asked) -> Html {
    let parts = vec![
        leaf("p", "where", place(ctx, asked)),
        steps(ctx),
        saved(ctx),
        leaf("p", "keys", ctx.t(key::ANSWER_KEYS)),
    ];
    node("div", "bar", parts)
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
                // Isolated: a name may turn the direction of writing.
                { ctx.t(key::ANSWER_ABOUT) }{ ": " }<bdi>{ name.to_owned() }</bdi>
                { ", " }<bdi>{ scope.to_owned() }</bdi>{ ". " }
                <a id="endre" class="ds-link" href={ctx.href(Route::Setup)}>
                    { ctx.t(key::ANSWER_ABOUT_CHANGE) }
                </a>
            </p>
            { views(ctx) }
            if assessment.variant == Variant::Quick {
                { leaf("p", "", ctx.t(key::ANSWER_QUICK_NOTE)) }
            }
        </div>
    }
}

/// The ways to answer, at the same item, and the overview of all answers.
pub fn views(ctx: &Context) -> Html {
    let place = ctx.place_of(ctx.desk.item());
    let views = [
        (Route::Answer, key::ANSWER_VIEW_ITEM),
        (Route::Level, key::ANSWER_VIEW_LEVEL),
        (Route::Meeting, key::ANSWER_VIEW_MEETING),
        (Route::Review, key::ANSWER_VIEW_REVIEW),
    ];
    html! {
        <nav class="views" aria-label={ctx.t(key::ANSWER_VIEW)}>
            <ul>
                { for views.into_iter().map(|(route, name)| {
                    let here = (route == ctx.route()).then_some("page");
                    html! {
                        <li key={route.id()}>
                            <a id={format!("vis-{}", route.id())} class="ds-link"
                                aria-current={here}
                                href={ctx.link(ctx.page(route), place.clone())}>{ ctx.t(name) }</a>
                        </li>
                    }
                }) }
            </ul>
        </nav>
    }
}

/// Previous and next; from the last item to the overview of all.
pub fn steps(ctx: &Context) -> Html {
    let item = ctx.desk.item();
    let variant = ctx.assessment().map(|one| one.variant).unwrap_or_default();
    let variant = variant.within(item.level);
    let back = |item| {
        let label = ctx.t(key::ANSWER_PREVIOUS);
        button(Look::Secondary, "forrige", label, ctx.go(item))
    };
    let onnext = ctx.on(move || Event::Onward(item));
    let next = button(Look::Primary, "neste", ctx.t(key::ANSWER_NEXT), onnext);
    let ways = variant.previous(item).map(back).into_iter();
    node("p", "actions", ways.chain([next]).collect())
}

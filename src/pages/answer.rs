//! Answering: one item at a time.

use forankring_core::address::Route;
use forankring_core::assessment::{Action, Name};
use forankring_core::catalogue::Kind;
use forankring_core::texts::key;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::result::unopened;
use crate::components::item::{Asked, item_form};
use crate::components::progress::{place_of, progress};
use crate::components::prose::{Look, button, h1, leaf, link_button};
use crate::components::saved::{save_failure, saved};
use crate::components::words;
use crate::context::Context;
use crate::platform::page;
use crate::session::Session;

/// The answering screen. The line that says "opening" stands in the page from
/// the start and is shown only while something is being opened.
pub fn view(ctx: &Context) -> Html {
    let body = match &ctx.state.session {
        Session::Opening => html! {},
        Session::Nothing | Session::Failed(_) => unopened(ctx),
        Session::Open(_) => asking(ctx),
    };
    let opening = match ctx.state.session {
        Session::Opening => "opening",
        _ => "opening quiet",
    };
    html! {
        <div class="answer">
            { h1(ctx.t(key::ANSWER_HEADING)) }
            <p class={opening}>{ ctx.t(key::ANSWER_OPENING) }</p>
            <div class="opened">{ body }</div>
        </div>
    }
}

fn asking(ctx: &Context) -> Html {
    let item = ctx.state.item();
    let Some(assessment) = ctx.assessment() else {
        return html! { <p /> };
    };
    let next = {
        let ctx = ctx.clone();
        Callback::from(move |()| match ctx.state.item().next() {
            Some(next) => ctx.go(place_of(&ctx, next)),
            None => page::follow("#resultat"),
        })
    };
    html! {
        <div class="asking">
            <div class="asking-main">
                { about(ctx) }
                { save_failure(ctx) }
                { item_form(ctx, &Asked {
                    item,
                    kind: assessment.kind,
                    entry: assessment.entries.get(item),
                    onnext: next.clone(),
                }) }
                { steps(ctx, &next) }
                { saved(ctx) }
                { leaf("p", "keys", ctx.t(key::ANSWER_KEYS)) }
            </div>
            { progress(ctx) }
        </div>
    }
}

/// Previous, next, and to the result from the last item or when all is answered.
fn steps(ctx: &Context, next: &Callback<()>) -> Html {
    let item = ctx.state.item();
    let complete = ctx
        .assessment()
        .is_some_and(|assessment| assessment.first_unanswered().is_none());
    let onnext = next.reform(|_| ());
    html! {
        <p class="actions">
            if let Some(previous) = item.previous() {
                { button(Look::Secondary, "forrige", ctx.t(key::ANSWER_PREVIOUS), {
                    let ctx = ctx.clone();
                    Callback::from(move |_| ctx.go(place_of(&ctx, previous)))
                }) }
            }
            if item.next().is_some() {
                { button(Look::Primary, "neste", ctx.t(key::ANSWER_NEXT), onnext) }
            }
            if complete || item.next().is_none() {
                { link_button(
                    if item.next().is_some() { Look::Secondary } else { Look::Primary },
                    "resultat",
                    ctx.href(Route::Result),
                    ctx.t(key::ANSWER_FINISH),
                ) }
            }
        </p>
    }
}

/// What the assessment is about: folded away until it is to be changed.
fn about(ctx: &Context) -> Html {
    let Some(assessment) = ctx.assessment() else {
        return html! { <p /> };
    };
    let name = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)).to_owned(),
        name => name.to_owned(),
    };
    let scope = ctx.t(words::scope(assessment.scope));
    html! {
        <details class="about">
            <summary>
                { format!("{}: {name}, {scope}. ", ctx.t(key::ANSWER_ABOUT)) }
                { leaf("span", "ds-link", ctx.t(key::ANSWER_ABOUT_CHANGE)) }
            </summary>
            { kind_field(ctx, assessment.kind) }
            { name_field(ctx, &assessment.name) }
        </details>
    }
}

fn kind_field(ctx: &Context, kind: Kind) -> Html {
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |event: web_sys::Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(kind) = Kind::parse(&select.value()) {
                ctx.changed(Action::KindChosen(kind));
            }
        })
    };
    html! {
        <div class="ds-field">
            <label class="ds-label" for="slag">{ ctx.t(key::ANSWER_KIND) }</label>
            <select id="slag" class="ds-input" onchange={chosen}>
                { for Kind::ALL.into_iter().map(|option| html! {
                    <option key={option.id()} value={option.id()} selected={option == kind}>
                        { ctx.t(words::kind(option)) }
                    </option>
                }) }
            </select>
        </div>
    }
}

fn name_field(ctx: &Context, name: &Name) -> Html {
    let written = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(name) = Name::parse(&input.value()) {
                ctx.changed(Action::NameWritten(name));
            }
        })
    };
    html! {
        <div class="ds-field">
            <label class="ds-label" for="navn">{ ctx.t(key::ANSWER_NAME) }</label>
            <p id="navn-hjelp" data-field="description">{ ctx.t(key::ANSWER_NAME_HELP) }</p>
            <input id="navn" class="ds-input" type="text" maxlength="120" autocomplete="organization"
                aria-describedby="navn-hjelp" value={name.as_str().to_owned()} oninput={written} />
        </div>
    }
}

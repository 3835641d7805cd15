//! Answering: one item at a time.

use forankring_core::address::Route;
use forankring_core::assessment::{Action, Name};
use forankring_core::catalogue::{Kind, Scope, Variant};
use forankring_core::texts::{Key, capitalised, key};
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
    let variant = assessment.variant;
    let next = {
        let ctx = ctx.clone();
        Callback::from(move |()| match variant.next(ctx.state.item()) {
            Some(next) => ctx.go(place_of(&ctx, next)),
            None => page::follow("#resultat"),
        })
    };
    html! {
        <div class="asking">
            <div class="asking-main">
                { about(ctx) }
                if variant == Variant::Quick { { leaf("p", "who", ctx.t(key::ANSWER_QUICK_NOTE)) } }
                { save_failure(ctx) }
                { item_form(ctx, &Asked {
                    item,
                    subject: assessment.subject(),
                    variant,
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

/// What the assessment is about: folded away until it is to be changed.
fn about(ctx: &Context) -> Html {
    let Some(assessment) = ctx.assessment() else {
        return html! { <p /> };
    };
    let name = match assessment.name.as_str() {
        "" => ctx.t(words::kind(assessment.kind)).to_owned(),
        name => name.to_owned(),
    };
    let scope = match assessment.procurement.as_str() {
        name if assessment.scope == Scope::Procurement && !name.is_empty() => name,
        _ => ctx.t(words::scope(assessment.scope)),
    };
    html! {
        <details class="about">
            <summary>
                { format!("{}: {name}, {scope}. ", ctx.t(key::ANSWER_ABOUT)) }
                { leaf("span", "ds-link", ctx.t(key::ANSWER_ABOUT_CHANGE)) }
            </summary>
            { choose(ctx, &KIND, assessment.kind.id()) }
            { choose(ctx, &SCOPE, assessment.scope.id()) }
            { choose(ctx, &VARIANT, assessment.variant.id()) }
            { name_field(ctx, &NAME, &assessment.name) }
            if assessment.scope == Scope::Procurement {
                { name_field(ctx, &PROCUREMENT, &assessment.procurement) }
            }
            { leaf("p", "", ctx.t(key::ANSWER_KEEPS)) }
        </details>
    }
}

/// A question with a few answers about what is assessed.
struct Choice {
    id: &'static str,
    label: Key,
    /// The ids and names of the answers.
    options: fn() -> Vec<(&'static str, Key)>,
    /// What happened when one was chosen.
    chosen: fn(&str) -> Option<Action>,
}

const KIND: Choice = Choice {
    id: "slag",
    label: key::ANSWER_KIND,
    options: || Kind::ALL.map(|kind| (kind.id(), words::kind(kind))).into(),
    chosen: |id| Kind::parse(id).map(Action::KindChosen),
};

const SCOPE: Choice = Choice {
    id: "gjelder",
    label: key::ANSWER_SCOPE,
    options: || {
        Scope::ALL
            .map(|scope| (scope.id(), words::scope(scope)))
            .into()
    },
    chosen: |id| Scope::parse(id).map(Action::ScopeChosen),
};

const VARIANT: Choice = Choice {
    id: "omfang",
    label: key::ANSWER_VARIANT,
    options: || {
        Variant::ALL
            .map(|one| (one.id(), words::variant(one)))
            .into()
    },
    chosen: |id| Variant::parse(id).map(Action::VariantChosen),
};

fn choose(ctx: &Context, choice: &Choice, current: &'static str) -> Html {
    let parse = choice.chosen;
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |event: web_sys::Event| {
            let select: HtmlSelectElement = event.target_unchecked_into();
            if let Some(action) = parse(&select.value()) {
                ctx.changed(action);
            }
        })
    };
    html! {
        <div class="ds-field" key={choice.id}>
            <label class="ds-label" for={choice.id}>{ ctx.t(choice.label) }</label>
            <select id={choice.id} class="ds-input" onchange={chosen}>
                { for (choice.options)().into_iter().map(|(id, name)| html! {
                    <option key={id} value={id} selected={id == current}>{ capitalised(ctx.t(name)) }</option>
                }) }
            </select>
        </div>
    }
}

/// A name that may be given.
struct Naming {
    id: &'static str,
    help_id: &'static str,
    label: Key,
    help: Key,
    autocomplete: &'static str,
    written: fn(Name) -> Action,
}

const NAME: Naming = Naming {
    id: "navn",
    help_id: "navn-hjelp",
    label: key::ANSWER_NAME,
    help: key::ANSWER_NAME_HELP,
    autocomplete: "organization",
    written: Action::NameWritten,
};

const PROCUREMENT: Naming = Naming {
    id: "anskaffelse",
    help_id: "anskaffelse-hjelp",
    label: key::ANSWER_PROCUREMENT,
    help: key::ANSWER_PROCUREMENT_HELP,
    autocomplete: "off",
    written: Action::ProcurementWritten,
};

fn name_field(ctx: &Context, naming: &Naming, name: &Name) -> Html {
    let action = naming.written;
    let written = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let input: HtmlInputElement = event.target_unchecked_into();
            if let Ok(name) = Name::parse(&input.value()) {
                ctx.changed(action(name));
            }
        })
    };
    html! {
        <div class="ds-field" key={naming.id}>
            <label class="ds-label" for={naming.id}>{ ctx.t(naming.label) }</label>
            <p id={naming.help_id} data-field="description">{ ctx.t(naming.help) }</p>
            <input id={naming.id} class="ds-input" type="text" maxlength="120" autocomplete={naming.autocomplete}
                aria-describedby={naming.help_id} value={name.as_str().to_owned()} oninput={written} />
        </div>
    }
}

//! Before the first item, and whenever it is to be changed: where the answers are kept, for
//! machines that several people use, what is assessed, and who answers.

use forankring_core::address::Route;
use forankring_core::assessment::{Action, Assessment, Name};
use forankring_core::catalogue::{AnsweredBy, Kind, Scope, Variant};
use forankring_core::texts::{Key, capitalised, key};
use yew::prelude::*;

use super::answer::opened;
use crate::components::item::too_long;
use crate::components::prose::{Look, leaf, link_button, node};
use crate::components::saved::{save_failure, saved};
use crate::components::tab_only::tab_only;
use crate::components::words;
use crate::context::Context;
use crate::input;
use forankring_session::desk::{Event as Did, Field, Keeping, Origin, Saving};

/// What the screen is called.
pub const TITLE: Key = key::SETUP_TITLE;

/// The set-up screen.
pub fn view(ctx: &Context) -> Html {
    opened(ctx, "setup", key::SETUP_HEADING, form)
}

fn form(ctx: &Context, assessment: &Assessment) -> Html {
    let one = assessment.scope == Scope::Procurement;
    html! {
        <div class="setup-form">
            { leaf("p", "", ctx.t(key::SETUP_LEAD)) }
            { save_failure(ctx) }
            { keeping(ctx) }
            { choose(ctx, &KIND, assessment.kind.id()) }
            { name_field(ctx, &NAME, &assessment.name) }
            { choose(ctx, &SCOPE, assessment.scope.id()) }
            if one { { name_field(ctx, &PROCUREMENT, &assessment.procurement) } }
            { choose(ctx, &VARIANT, assessment.variant.id()) }
            { choose(ctx, &BY, assessment.by.id()) }
            { ways_on(ctx, assessment) }
            { saved(ctx) }
            { tab_only(ctx) }
        </div>
    }
}

/// To the items: to the first, or to where one was.
fn ways_on(ctx: &Context, assessment: &Assessment) -> Html {
    let label = match assessment.answered() {
        0 => key::SETUP_GO,
        _ => key::SETUP_RESUME,
    };
    node(
        "p",
        "actions",
        vec![link_button(
            Look::Primary,
            "svar",
            ctx.href(Route::Answer),
            ctx.t(label),
        )],
    )
}

/// An answer that can be chosen: its id, its name, and what is said of it.
type Offered = (&'static str, Key, Option<Key>);

/// A question with a few answers about what is assessed.
struct Choice {
    name: &'static str,
    label: Key,
    options: fn() -> Vec<Offered>,
    /// What happened when one was chosen.
    chosen: fn(&str) -> Option<Action>,
}

const KIND: Choice = Choice {
    name: "kind",
    label: key::SETUP_KIND,
    options: || {
        Kind::ALL
            .map(|kind| (kind.id(), words::kind(kind), of_government(kind)))
            .into()
    },
    chosen: |id| Kind::parse(id).map(Action::KindChosen),
};

/// Some are led by a government of politicians: how they read "chief executive".
fn of_government(kind: Kind) -> Option<Key> {
    match kind {
        Kind::Municipality => Some(key::SETUP_MUNICIPALITY_HELP),
        Kind::County => Some(key::SETUP_COUNTY_HELP),
        Kind::State | Kind::Joint | Kind::Other => None,
    }
}

const SCOPE: Choice = Choice {
    name: "scope",
    label: key::SETUP_SCOPE,
    options: || {
        Scope::ALL
            .map(|scope| (scope.id(), words::scope(scope), None))
            .into()
    },
    chosen: |id| Scope::parse(id).map(Action::ScopeChosen),
};

const VARIANT: Choice = Choice {
    name: "variant",
    label: key::SETUP_VARIANT,
    options: || {
        Variant::ALL
            .map(|one| (one.id(), words::variant(one), None))
            .into()
    },
    chosen: |id| Variant::parse(id).map(Action::VariantChosen),
};

const BY: Choice = Choice {
    name: "by",
    label: key::SETUP_BY,
    options: || {
        AnsweredBy::ALL
            .map(|by| {
                let (name, help) = words::answered_by(by);
                (by.id(), name, Some(help))
            })
            .into()
    },
    chosen: |id| AnsweredBy::parse(id).map(Action::AnsweredByChosen),
};

fn choose(ctx: &Context, choice: &Choice, current: &'static str) -> Html {
    let parse = choice.chosen;
    let options = (choice.options)().into_iter().map(|offered| {
        let (send, id) = (ctx.send.clone(), offered.0);
        let chosen = Callback::from(move |_| {
            if let Some(action) = parse(id) {
                send.emit(Did::Changed(action));
            }
        });
        option(choice.name, offered, id == current, ctx, chosen)
    });
    html! {
        <fieldset class="ds-fieldset" key={choice.name}>
            <legend>{ ctx.t(choice.label) }</legend>
            <div class="choices">{ for options }</div>
        </fieldset>
    }
}

fn option(
    group: &'static str,
    (id, name, help): Offered,
    checked: bool,
    ctx: &Context,
    chosen: Callback<Event>,
) -> Html {
    html! {
        <label key={id} class="choice">
            <input class="ds-input" type="radio" name={group} value={id} {checked}
                onchange={chosen} />
            <span>
                { capitalised(ctx.t(name)) }
                if let Some(help) = help { { leaf("span", "choice-help", ctx.t(help)) } }
            </span>
        </label>
    }
}

/// Whether several people use the machine: where the answers of a new one are to be kept;
/// once something is, where they are.
fn keeping(ctx: &Context) -> Html {
    let Some(open) = ctx.open() else {
        return html! {};
    };
    if !matches!(open.origin, Origin::New(_)) {
        let said = vec![
            leaf("h2", "ds-label", ctx.t(key::SETUP_SHARED_MACHINE)),
            leaf("p", "", ctx.t(key::SETUP_KEPT)),
        ];
        return html! { <div key="keeping" class="keeping">{ for said }</div> };
    }
    let tab = open.saving == Saving::TabOnly;
    let offered = [
        (
            Keeping::Browser,
            "browser",
            key::SETUP_KEEPING_BROWSER,
            key::SETUP_KEEPING_BROWSER_HELP,
        ),
        (
            Keeping::Tab,
            "tab",
            key::SETUP_KEEPING_TAB,
            key::SETUP_KEEPING_TAB_HELP,
        ),
    ];
    let options = offered.into_iter().map(|(keeping, id, name, help)| {
        let send = ctx.send.clone();
        let chosen = Callback::from(move |_| send.emit(Did::KeepingChosen(keeping)));
        option(
            "keeping",
            (id, name, Some(help)),
            tab == (keeping == Keeping::Tab),
            ctx,
            chosen,
        )
    });
    html! {
        <fieldset class="ds-fieldset" key="keeping">
            <legend>{ ctx.t(key::SETUP_SHARED_MACHINE) }</legend>
            { leaf("p", "", ctx.t(key::SETUP_KEEPING)) }
            <div class="choices">{ for options }</div>
        </fieldset>
    }
}

/// A name that may be given.
struct Naming {
    id: &'static str,
    help_id: &'static str,
    label: Key,
    help: Key,
    autocomplete: &'static str,
    field: Field,
    written: fn(Name) -> Action,
}

const NAME: Naming = Naming {
    id: "navn",
    help_id: "navn-hjelp",
    label: key::SETUP_NAME,
    help: key::SETUP_NAME_HELP,
    autocomplete: "organization",
    field: Field::Name,
    written: Action::NameWritten,
};

const PROCUREMENT: Naming = Naming {
    id: "anskaffelse",
    help_id: "anskaffelse-hjelp",
    label: key::SETUP_PROCUREMENT,
    help: key::SETUP_PROCUREMENT_HELP,
    autocomplete: "off",
    field: Field::Procurement,
    written: Action::ProcurementWritten,
};

fn name_field(ctx: &Context, naming: &Naming, name: &Name) -> Html {
    let (action, field) = (naming.written, naming.field.clone());
    let overlong = ctx.desk.overlong(&field);
    let value = overlong.unwrap_or(name.as_str()).to_owned();
    let send = ctx.send.clone();
    let written = input::written(move |text| {
        send.emit(match Name::parse(&text) {
            Ok(name) => Did::Changed(action(name)),
            Err(_) => Did::Overlong(field.clone(), text),
        });
    });
    html! {
        <div class="ds-field" key={naming.id}>
            <label class="ds-label" for={naming.id}>{ ctx.t(naming.label) }</label>
            <p id={naming.help_id} data-field="description">{ ctx.t(naming.help) }</p>
            <input id={naming.id} class="ds-input" type="text" autocomplete={naming.autocomplete}
                aria-describedby={naming.help_id}
                aria-invalid={overlong.is_some().then_some("true")} {value} oninput={written} />
            <p class="overlong" role="status">
                { overlong.map(|text| too_long(ctx, Name::parse(text).err())) }
            </p>
        </div>
    }
}

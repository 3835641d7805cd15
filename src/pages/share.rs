//! Passing a result on: what the reader will see, a link that carries just that,
//! and a file that carries everything.

use forankring_core::address::Route;
use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::catalogue::{Item, Variant};
use forankring_core::link::{Disclosed, Part};
use forankring_core::plan::Plan;
use forankring_core::reach::{Reach, reach};
use forankring_core::scoring::score;
use forankring_core::texts::{Key, isolated, key};
use forankring_session::desk::{MoreWords, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::passing::{Event, Passable, Preview, State};
use yew::prelude::*;

use super::result::shown;
use crate::components::lock::lock;
use crate::components::passing::passing;
use crate::components::picture::saving;
use crate::components::plan_told::plan_told;
use crate::components::prose::{h1, leaf, node};
use crate::components::reader::unread;
use crate::components::saved::download_button;
use crate::components::shown::Shown;
use crate::components::tab_only::tab_only;
use crate::components::unopened::words_missing;
use crate::context::{Context, Sheet, Top};
use crate::input;

/// What the screen is called.
pub const TITLE: Key = key::SHARE_TITLE;

/// The share screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match &ctx.desk.session {
        Session::Opening => html! {
            <div>{ h1(ctx.t(key::SHARE_HEADING)) }</div>
        },
        Session::Nothing | Session::Failed(_) => unread(top, &own.reader),
        Session::Open(open) => opened(top, own, &open.assessment.as_shown()),
    }
}

fn opened(top: &Top, own: &State, assessment: &Assessment) -> Html {
    let ctx = top.ctx;
    let passable = own.passable(assessment);
    let link = match &passable {
        Passable::Fragment(fragment) => ctx.absolute(ctx.page(Route::Result), fragment),
        Passable::LockFirst | Passable::TooLong => String::new(),
    };
    let long = passable == Passable::TooLong || reach(link.chars().count()) == Reach::File;
    let by_link = by_link(top, own, assessment, &passable, &link);
    // Where the link is too long to travel, the file comes first.
    let parts = match long {
        false => [by_link, by_file(ctx)],
        true => [by_file(ctx), by_link],
    };
    html! {
        <div class="share">
            { h1(ctx.t(key::SHARE_HEADING)) }
            { tab_only(ctx) }
            { told(&top.part(own, On::Share), assessment) }
            { for parts }
            { as_picture(top, own, assessment) }
        </div>
    }
}

/// What goes along, each by a switch; and all of it, as the reader will see it.
fn told(sheet: &Sheet<State, Event>, assessment: &Assessment) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let send = sheet.send.clone();
    let folded = input::folded(move |open| {
        send.emit(Event::Folded(match open {
            true => Preview::Drawn,
            false => Preview::Folded,
        }));
    });
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_TOLD_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_TOLD_LEAD)) }
            <fieldset class="ds-fieldset">
                <legend>{ ctx.t(key::SHARE_PARTS) }</legend>
                <div class="choices">
                    { for Part::ALL.map(|part| switch(sheet, assessment, part)) }
                </div>
            </fieldset>
            <details class="ds-details preview" ontoggle={folded}>
                <summary>{ ctx.t(key::SHARE_PREVIEW) }</summary>
                if own.preview == Preview::Drawn {
                    <div class="preview-page">{ preview(ctx, &own.disclosed, assessment) }</div>
                }
            </details>
        </section>
    }
}

fn preview(ctx: &Context, disclosed: &Disclosed, assessment: &Assessment) -> Html {
    match (ctx.desk.lacks_words(assessment), ctx.desk.more) {
        (false, _) => {
            let told = disclosed.of(assessment);
            html! {
                <>
                    { shown(ctx, &told, Shown::Preview, None) }
                    { plan_told(ctx, &told) }
                </>
            }
        }
        (true, MoreWords::Missing) => words_missing(ctx),
        (true, _) => html! {},
    }
}

fn switch(sheet: &Sheet<State, Event>, assessment: &Assessment, part: Part) -> Html {
    let ctx = sheet.ctx;
    let (label, help) = label(ctx, assessment, part);
    let disclosed = sheet.own.disclosed;
    // Who answers for measures is told of no plan that is not.
    let disabled = part == Part::People && !disclosed.has(Part::Plan);
    let has = disclosed.has(part) && !disabled;
    let send = sheet.send.clone();
    let changed = input::chosen(move |_| send.emit(Event::Switched(part)));
    html! {
        <label key={part.id()} class="choice">
            <input class="ds-input" type="checkbox" name={part.id()} checked={has}
                {disabled} onchange={changed} />
            <span>{ ctx.t(label) }{ leaf("span", "choice-help", help) }</span>
        </label>
    }
}

/// What a switch is called, and what is there to tell.
fn label(ctx: &Context, assessment: &Assessment, part: Part) -> (Key, String) {
    let count = |fields: &[NoteField]| {
        let told = Disclosed::all().of(assessment);
        let texts = Item::all().flat_map(|item| {
            let entry = told.entries.get(item);
            fields
                .iter()
                .filter(|field| !entry.note(**field).is_empty())
        });
        let count = texts.count();
        match count {
            0 => ctx.t(key::SHARE_NO_TEXTS).to_owned(),
            n => ctx.fill(key::SHARE_TEXTS, &[("n", &n.to_string())]),
        }
    };
    match part {
        Part::Names => {
            let names = [&assessment.name, &assessment.procurement];
            let names: Vec<String> = names
                .iter()
                .filter(|name| !name.is_empty())
                .map(|name| isolated(name.as_str()))
                .collect();
            let help = match names.is_empty() {
                true => ctx.t(key::SHARE_NO_NAME).to_owned(),
                false => names.join(", "),
            };
            (key::SHARE_NAMES, help)
        }
        Part::Comments => (
            key::SHARE_COMMENTS,
            count(&[NoteField::Reason, NoteField::Comment]),
        ),
        Part::Evidence => (key::SHARE_EVIDENCE, count(&[NoteField::Evidence])),
        Part::Plan => {
            let help = match Plan::of(&assessment.parts).standing().count() {
                0 => ctx.t(key::SHARE_NO_PLAN).to_owned(),
                n => ctx.fill(key::SHARE_MEASURES, &[("n", &n.to_string())]),
            };
            (key::SHARE_PLAN, help)
        }
        Part::People => (key::SHARE_PEOPLE, ctx.t(key::SHARE_PEOPLE_HELP).to_owned()),
    }
}

fn by_link(
    top: &Top,
    own: &State,
    assessment: &Assessment,
    passable: &Passable,
    link: &str,
) -> Html {
    let ctx = top.ctx;
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_LINK_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_LINK_LEAD)) }
            { lock(&top.part(own, On::Share)) }
            { match passable {
                Passable::Fragment(_) => passing(top, own, assessment, link),
                // While a passphrase is chosen the link would still be open: none is offered.
                Passable::LockFirst => leaf("p", "", ctx.t(key::LOCK_FIRST)),
                Passable::TooLong => leaf("p", "", ctx.t(key::SHARE_NO_LINK)),
            } }
        </section>
    }
}

/// The chain for a slide, where there is a result.
fn as_picture(top: &Top, own: &State, assessment: &Assessment) -> Html {
    let outcome = score(&assessment.answers());
    let headline = outcome.headline.as_ref();
    let shown = headline.filter(|_| assessment.variant == Variant::Full);
    let reader = top.part(&own.reader, On::Reader);
    shown.map_or_else(Html::default, |headline| {
        node(
            "section",
            "picture",
            vec![
                leaf("h2", "", top.ctx.t(key::PICTURE_LEAD)),
                saving(&reader, assessment, &outcome, headline),
            ],
        )
    })
}

fn by_file(ctx: &Context) -> Html {
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::SHARE_FILE_HEADING)) }
            { leaf("p", "", ctx.t(key::SHARE_FILE_LEAD)) }
            { node("p", "actions", vec![download_button(ctx)]) }
        </section>
    }
}

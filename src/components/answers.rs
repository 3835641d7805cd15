//! All answers, with everything that was written, and the next step up: what
//! every figure can be traced to.

use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::catalogue::{Answer, Item, Level, Step};
use forankring_core::texts::{ItemText, key};
use yew::prelude::*;

use super::prose::leaf;
use super::words;
use crate::context::Context;
use forankring_session::desk::{Event, Focus};

/// The id of an item's answer in the page.
pub fn anchor(item: Item) -> String {
    format!("svar-{}", item.id())
}

/// A click that shows what was answered there.
pub fn show(ctx: &Context, item: Item) -> Callback<MouseEvent> {
    ctx.on(move || Event::Sought(Focus::Id(anchor(item))))
}

/// All answers to the items that are asked.
pub fn answers(ctx: &Context, assessment: &Assessment) -> Html {
    let level = |level: Level| {
        let items = assessment.variant.items();
        let items = items.filter(|item| item.level == level);
        html! {
            <section key={level.id()}>
                { leaf("h3", "", ctx.t(words::level(level))) }
                { for items.map(|item| answer(ctx, assessment, item)) }
            </section>
        }
    };
    html! {
        <section class="all-answers">
            { leaf("h2", "", ctx.t(key::RESULT_ALL_HEADING)) }
            { for Level::ALL.into_iter().map(level) }
        </section>
    }
}

fn answer(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let entry = assessment.entries.get(item);
    let text = |field| ctx.texts.item(item, field, assessment.subject());
    let name = ctx.t(words::answer(entry.answer));
    let step = entry.answer.and_then(|answer| answer.step());
    let (shown, sentence) = match step {
        Some(step) => (
            format!("{} {name}", step.number()),
            text(ItemText::Step(step)),
        ),
        None => (name.to_owned(), String::new()),
    };
    let notes = NoteField::ALL
        .into_iter()
        .filter(|field| !entry.note(*field).is_empty());
    html! {
        <article key={item.id()} id={anchor(item)} class="one-answer" tabindex="-1"
            data-answer={entry.answer.map_or("none", Answer::code)}>
            <h4>
                { format!("{}: {}", ctx.t(words::theme(item.theme)), text(ItemText::Question)) }
            </h4>
            <p>{ leaf("strong", "", format!("{shown}.")) }{ " " }{ sentence }</p>
            { for notes.map(|field| html! {
                <p key={field.id()} class="note-shown">
                    { leaf("span", "quiet-text", before(ctx.t(words::note(field)))) }
                    { entry.note(field).as_str().to_owned() }
                </p>
            }) }
            { step.map(|step| next(ctx, step, &text)) }
        </article>
    }
}

/// A label before its text: a question needs no colon.
fn before(label: &str) -> String {
    match label.ends_with('?') {
        true => format!("{label} "),
        false => format!("{label}: "),
    }
}

/// The next step up, and the measure that leads there.
fn next(ctx: &Context, step: Step, text: &impl Fn(ItemText) -> String) -> Html {
    let Some(up) = step.up() else {
        return html! {};
    };
    let line = |label, text: String| {
        html! { <p class="quiet-text">{ format!("{label}: {text}") }</p> }
    };
    html! {
        <>
            {
                line(
                    format!("{}, {}", ctx.t(key::RESULT_NEXT_STEP), up.number()),
                    text(ItemText::Step(up)),
                )
            }
            { line(ctx.t(key::RESULT_MEASURE).to_owned(), text(ItemText::MeasureFrom(step))) }
        </>
    }
}

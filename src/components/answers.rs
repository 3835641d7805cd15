//! All answers, with everything that was written, and the next step up: what
//! every figure can be traced to.

use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::catalogue::{Answer, Item, Level, Step};
use forankring_core::numbers::show_halves;
use forankring_core::texts::{ItemText, key, uncapitalised};
use yew::prelude::*;

use super::prose::{leaf, node};
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

/// All answers to the items that are asked, by level.
pub fn answers(ctx: &Context, assessment: &Assessment) -> Html {
    let level = |level: Level| {
        let items = assessment.variant.items();
        let items = items.filter(|item| item.level == level);
        html! {
            <section key={level.id()}>
                { leaf("h3", "", ctx.t(words::level(level, assessment.kind))) }
                { for items.map(|item| html! {
                    <article key={item.id()} id={anchor(item)} class="one-answer" tabindex="-1"
                        data-answer={code(assessment, item)}>
                        { told(ctx, assessment, item, "h4") }
                    </article>
                }) }
            </section>
        }
    };
    node("div", "all-answers", Level::ALL.map(level).into())
}

fn code(assessment: &Assessment, item: Item) -> &'static str {
    let answer = assessment.entries.get(item).answer;
    answer.map_or("none", Answer::code)
}

/// What was answered to an item, all that was written, and the next step up; under a heading of
/// this level.
pub fn told(ctx: &Context, assessment: &Assessment, item: Item, heading: &'static str) -> Html {
    let entry = assessment.entries.get(item);
    let text = |field| ctx.texts.item(item, field, assessment.subject());
    let name = stepped(ctx, entry.answer);
    let step = entry.answer.and_then(Answer::step);
    let (shown, sentence) = match step.zip(entry.answer.and_then(Answer::halves)) {
        Some((step, halves)) => (
            format!("{} {name}.", show_halves(halves)),
            text(ItemText::Step(step)),
        ),
        None => (format!("{name}."), String::new()),
    };
    let theme = ctx.t(words::theme(item.theme));
    let mut children = vec![
        leaf(
            heading,
            "",
            format!("{theme}: {}", text(ItemText::Question)),
        ),
        node(
            "p",
            "",
            vec![leaf("strong", "", shown), format!(" {sentence}").into()],
        ),
    ];
    for field in NoteField::ALL {
        let note = entry.note(field);
        if !note.is_empty() {
            children.push(node(
                "p",
                "note-shown",
                vec![
                    leaf("span", "quiet-text", before(ctx.t(words::note(field)))),
                    note.as_str().to_owned().into(),
                ],
            ));
        }
    }
    children.extend(step.map(|step| next(ctx, step, &text)));
    html! { <>{ for children }</> }
}

/// What an answer is called; half a step lies between two.
pub fn stepped(ctx: &Context, answer: Option<Answer>) -> String {
    let name = ctx.t(words::answer(answer));
    match answer {
        Some(Answer::Between(low)) => {
            let up = words::step(low.up().unwrap_or(low));
            format!("{name} – {}", uncapitalised(ctx.t(up)))
        }
        _ => name.to_owned(),
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

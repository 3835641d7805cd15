//! One item: the question, its five steps in words, the two answers without a
//! number, and the texts that go with it.

use forankring_core::assessment::{Action, Entry, Note, NoteField};
use forankring_core::catalogue::{Answer, Item, Subject, Variant};
use forankring_core::texts::{ItemText, capitalised, key};
use web_sys::{HtmlElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::{glossary, words};
use crate::components::prose::leaf;
use crate::context::Context;
use crate::session::Turn;

/// What is asked, and what was answered so far.
pub struct Asked<'a> {
    /// The item.
    pub item: Item,
    /// The wording in which it is asked.
    pub subject: Subject,
    /// Which items are asked.
    pub variant: Variant,
    /// What was entered.
    pub entry: &'a Entry,
    /// The user wants the next item (Enter).
    pub onnext: Callback<()>,
}

/// The item as a group of native radio buttons.
pub fn item_form(ctx: &Context, props: &Asked) -> Html {
    let Asked {
        item,
        subject,
        variant,
        entry,
        ..
    } = *props;
    let text = |field| ctx.texts.item(item, field, subject);
    let (body, chief) = ctx.texts.bodies(subject.kind);
    let count = ctx.fill(
        key::ANSWER_ITEM_OF,
        &[
            ("n", &variant.number(item).to_string()),
            ("total", &variant.count().to_string()),
        ],
    );
    let who = ctx.fill(
        words::level_who(item.level),
        &[("body", body), ("chief", chief)],
    );
    html! {
        <div class="item" onkeydown={keys(ctx, item, props.onnext.clone())}>
            <fieldset class="ds-fieldset">
                <legend>
                    <span class="eyebrow">
                        { format!("{} · {}", ctx.t(words::level(item.level)), ctx.t(words::theme(item.theme))) }
                        { leaf("span", "count", count) }
                    </span>
                    <span class="question" id="sporsmal" tabindex="-1">{ text(ItemText::Question) }</span>
                </legend>
                <p class="who">{ who }{ " " }{ ctx.t(key::ANSWER_CHOOSE) }</p>
                <div class="steps">
                    { for Answer::all().map(|answer| choice(ctx, props, answer)) }
                </div>
            </fieldset>
            if entry.answer == Some(Answer::NotApplicable) || !entry.reason.is_empty() {
                { note(ctx, item, entry, NoteField::Reason, None) }
            }
            <details class="ds-details more">
                <summary>{ ctx.t(key::ANSWER_WHY) }</summary>
                { leaf("p", "", text(ItemText::Why)) }
                { leaf("p", "", ctx.t(words::theme_intro(item.theme))) }
                { leaf("p", "", ctx.fill(words::level_intro(item.level), &[("body", body)])) }
            </details>
            { glossary::folded(ctx, key::ANSWER_WORDS, &ctx.texts.terms(item, subject.scope)) }
            <details class="ds-details more" open={!entry.evidence.is_empty() || !entry.comment.is_empty()}>
                <summary>{ ctx.t(key::ANSWER_NOTES) }</summary>
                { note(ctx, item, entry, NoteField::Evidence, Some(text(ItemText::Evidence))) }
                { note(ctx, item, entry, NoteField::Comment, None) }
            </details>
        </div>
    }
}

fn choice(ctx: &Context, props: &Asked, answer: Answer) -> Html {
    let item = props.item;
    let chosen = {
        let ctx = ctx.clone();
        Callback::from(move |_| ctx.changed(Action::AnswerChosen(item, answer)))
    };
    let sentence = match answer {
        Answer::Rated(step) => ctx.texts.item(item, ItemText::Step(step), props.subject),
        Answer::DontKnow => ctx.t(key::STEP_DK_HELP).to_owned(),
        Answer::NotApplicable => ctx.t(key::STEP_NA_HELP).to_owned(),
    };
    html! {
        <label key={format!("{}:{}", item.id(), answer.code())} class="step" data-value={answer.code()}>
            <input class="ds-input" type="radio" name={item.id()} value={answer.code()}
                checked={props.entry.answer == Some(answer)} onchange={chosen} />
            <span class="step-words">
                <span class="step-name">
                    if let Answer::Rated(step) = answer {
                        { leaf("span", "step-number", step.number().to_string()) }{ " " }
                    }
                    { ctx.t(words::answer(Some(answer))) }
                </span>
                { leaf("span", "unseen", ". ") }
                { leaf("span", "step-text", sentence) }
            </span>
        </label>
    }
}

fn note(ctx: &Context, item: Item, entry: &Entry, field: NoteField, list: Option<String>) -> Html {
    let id = format!("{}-{}", field.id(), item.id());
    let help = format!("{id}-help");
    let written = {
        let ctx = ctx.clone();
        Callback::from(move |event: InputEvent| {
            let area: HtmlTextAreaElement = event.target_unchecked_into();
            if let Ok(note) = Note::parse(&area.value()) {
                ctx.changed(Action::NoteWritten(item, field, note));
            }
        })
    };
    html! {
        <div class="ds-field note" key={id.clone()}>
            <label class="ds-label" for={id.clone()}>{ ctx.t(words::note(field)) }</label>
            if let Some(list) = &list {
                <p id={help.clone()} data-field="description">
                    { capitalised(&ctx.fill(key::ANSWER_EVIDENCE_HELP, &[("list", list)])) }
                </p>
            }
            <textarea {id} class="ds-input" rows="3" maxlength="2000" oninput={written}
                aria-describedby={list.is_some().then_some(help)}
                value={entry.note(field).as_str().to_owned()} />
        </div>
    }
}

/// 1 to 5 choose a step, Enter goes on; not while a text is being written.
fn keys(ctx: &Context, item: Item, onnext: Callback<()>) -> Callback<KeyboardEvent> {
    let ctx = ctx.clone();
    Callback::from(move |event: KeyboardEvent| {
        let target: HtmlElement = event.target_unchecked_into();
        let choosing = ["INPUT", "SPAN"].contains(&target.tag_name().as_str());
        let with_ctrl = event.ctrl_key() || event.meta_key();
        // A text that is being written takes its own letters back.
        if with_ctrl && target.tag_name() != "TEXTAREA" && event.key().eq_ignore_ascii_case("z") {
            event.prevent_default();
            ctx.turn(if event.shift_key() {
                Turn::Redo
            } else {
                Turn::Undo
            });
            return;
        }
        if !choosing || with_ctrl || event.alt_key() {
            return;
        }
        match event.key().as_str() {
            "Enter" => {
                event.prevent_default();
                onnext.emit(());
            }
            digit @ ("1" | "2" | "3" | "4" | "5") => {
                if let Some(answer) = Answer::parse(digit) {
                    ctx.changed(Action::AnswerChosen(item, answer));
                }
            }
            _ => {}
        }
    })
}

//! One item: the question, its five steps in words, the two answers without a
//! number, and the texts that go with it.

use forankring_core::address::Route;
use forankring_core::assessment::{Action, Assessment, Entry, Note, NoteField, TextProblem};
use forankring_core::catalogue::{Answer, Item, Subject, Variant};
use forankring_core::numbers::show_count;
use forankring_core::texts::{Bodies, ItemText, capitalised, key};
use yew::prelude::*;

use super::{glossary, words};
use crate::components::prose::{folded, leaf, node};
use crate::context::Context;
use crate::input::{self, Key};
use crate::looking_back::before;
use forankring_session::desk::{Event as Did, Field, Turn};

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
}

impl<'a> Asked<'a> {
    /// An item of an assessment.
    pub fn of(assessment: &'a Assessment, item: Item) -> Asked<'a> {
        Asked {
            item,
            subject: assessment.subject(),
            variant: assessment.variant.within(item.level),
            entry: assessment.entries.get(item),
        }
    }
}

/// The item as a group of native radio buttons, with what explains it and what
/// can be written.
pub fn item_form(ctx: &Context, props: &Asked) -> Html {
    // Where it stands alone, keys that are pressed elsewhere are meant for it.
    let alone = matches!(ctx.route(), Route::Answer | Route::Reply).then_some("");
    let more = vec![
        before(ctx, props.item),
        explained(ctx, props),
        notes(ctx, props),
    ];
    html! {
        <div class="item" data-keys={alone} onkeydown={keys(ctx, props)}>
            { question(ctx, props) }
            { node("div", "mores", more) }
        </div>
    }
}

/// The question and its answers, and the reason where one is asked for.
pub fn question(ctx: &Context, props: &Asked) -> Html {
    let Asked { item, entry, .. } = *props;
    // Where several stand on the page, focus goes to the one that is named.
    let id = (ctx.desk.item() == item).then_some("sporsmal");
    let hint = format!("hvem-{}", item.id());
    html! {
        <>
            <fieldset class="ds-fieldset" aria-describedby={hint.clone()}>
                <legend>
                    { eyebrow(ctx, props) }
                    { leaf("span", "unseen", ". ") }
                    <span class="question" {id} tabindex="-1">
                        { ctx.texts.item(item, ItemText::Question, props.subject) }
                    </span>
                </legend>
                <p id={hint} class="who">{ who(ctx, props) }{ " " }{ ctx.t(key::ANSWER_CHOOSE) }</p>
                <div class="steps">
                    { for Answer::all().map(|answer| choice(ctx, props, answer)) }
                </div>
            </fieldset>
            if entry.answer == Some(Answer::NotApplicable) || !entry.reason.is_empty() {
                { note(ctx, props, NoteField::Reason, ctx.t(words::note(NoteField::Reason)), None) }
            }
        </>
    }
}

/// Which of the items it is.
fn count(ctx: &Context, props: &Asked) -> String {
    let Asked { item, variant, .. } = *props;
    let (n, total) = (variant.number(item), variant.count());
    let values = [("n", &*n.to_string()), ("total", &*total.to_string())];
    ctx.fill(key::ANSWER_ITEM_OF, &values)
}

/// Its level and theme.
fn level_and_theme(ctx: &Context, props: &Asked) -> String {
    let Asked { item, subject, .. } = *props;
    let (level, theme) = (
        words::level(item.level, subject.kind),
        words::theme(item.theme),
    );
    format!(" · {} · {}", ctx.t(level), ctx.t(theme))
}

/// Which of the items it is, its level and its theme, in one line.
pub fn place(ctx: &Context, props: &Asked) -> String {
    count(ctx, props) + &level_and_theme(ctx, props)
}

fn eyebrow(ctx: &Context, props: &Asked) -> Html {
    let parts = vec![
        leaf("span", "count", count(ctx, props)),
        Html::from(level_and_theme(ctx, props)),
    ];
    node("span", "eyebrow", parts)
}

fn who(ctx: &Context, props: &Asked) -> String {
    let Bodies { body, chief, .. } = ctx.texts.bodies(props.subject.kind);
    let key = words::level_who(props.item.level, props.subject.kind);
    ctx.fill(key, &[("body", body), ("chief", chief)])
}

/// Why it is asked, and what its words mean: folded away.
pub fn explained(ctx: &Context, props: &Asked) -> Html {
    let Asked { item, subject, .. } = *props;
    let body = ctx.texts.bodies(subject.kind).body;
    let why = vec![
        leaf("p", "", ctx.texts.item(item, ItemText::Why, subject)),
        leaf("p", "", ctx.t(words::theme_intro(item.theme))),
        leaf(
            "p",
            "",
            ctx.fill(
                words::level_intro(item.level, subject.kind),
                &[("body", body)],
            ),
        ),
    ];
    [
        folded("more", false, ctx.t(key::ANSWER_WHY), why),
        glossary::folded(ctx, key::ANSWER_WORDS, &ctx.texts.terms(item, subject)),
    ]
    .into_iter()
    .collect()
}

/// Evidence and comment: folded away until something is written there.
fn notes(ctx: &Context, props: &Asked) -> Html {
    let entry = props.entry;
    let open = !entry.evidence.is_empty() || !entry.comment.is_empty();
    let label = ctx.t(words::note(NoteField::Comment));
    let within = vec![
        evidence(ctx, props),
        note(ctx, props, NoteField::Comment, label, None),
    ];
    folded("more", open, ctx.t(key::ANSWER_NOTES), within)
}

/// What shows the answer, with what could.
pub fn evidence(ctx: &Context, props: &Asked) -> Html {
    let list = ctx
        .texts
        .item(props.item, ItemText::Evidence, props.subject);
    let help = capitalised(&ctx.fill(key::ANSWER_EVIDENCE_HELP, &[("list", &list)]));
    let label = ctx.t(words::note(NoteField::Evidence));
    note(ctx, props, NoteField::Evidence, label, Some(help))
}

fn choice(ctx: &Context, props: &Asked, answer: Answer) -> Html {
    let item = props.item;
    let send = ctx.send.clone();
    let chosen =
        Callback::from(move |_| send.emit(Did::Changed(Action::AnswerChosen(item, answer))));
    let sentence = match answer {
        Answer::Rated(step) | Answer::Between(step) => {
            ctx.texts.item(item, ItemText::Step(step), props.subject)
        }
        Answer::DontKnow => ctx.t(key::STEP_DK_HELP).to_owned(),
        Answer::NotApplicable => ctx.t(key::STEP_NA_HELP).to_owned(),
    };
    html! {
        <label key={format!("{}:{}", item.id(), answer.code())} class="step"
            data-value={answer.code()}>
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

/// One of the item's texts. What is longer than fits stays as it is written, and is said
/// not to be kept.
pub fn note(
    ctx: &Context,
    props: &Asked,
    field: NoteField,
    label: &'static str,
    help: Option<String>,
) -> Html {
    let item = props.item;
    let id = format!("{}-{}", field.id(), item.id());
    let help_id = format!("{id}-help");
    let place = Field::Note(item, field);
    let overlong = ctx.desk.overlong(&place);
    let value = overlong
        .unwrap_or(props.entry.note(field).as_str())
        .to_owned();
    let said = format!("{id}-for-lang");
    let wanted = field == NoteField::Reason && ctx.desk.wanting == Some(item);
    let described = match (&help, overlong) {
        (_, Some(_)) => Some(said.clone()),
        (Some(_), None) => Some(help_id.clone()),
        (None, None) => wanted.then(|| help_id.clone()),
    };
    let send = ctx.send.clone();
    let written = input::written(move |text| {
        send.emit(match Note::parse(&text) {
            Ok(note) => Did::Changed(Action::NoteWritten(item, field, note)),
            Err(_) => Did::Overlong(place.clone(), text),
        });
    });
    html! {
        <div class="ds-field note" key={id.clone()}>
            <label class="ds-label" for={id.clone()}>{ label }</label>
            if let Some(help) = &help {
                <p id={help_id} data-field="description">{ help.clone() }</p>
            } else if wanted {
                <p id={help_id} class="wanting">{ ctx.t(key::ANSWER_REASON_FIRST) }</p>
            }
            <textarea {id} class="ds-input" rows="2" oninput={written} aria-describedby={described}
                aria-invalid={(wanted || overlong.is_some()).then_some("true")} {value} />
            <p id={said} class="overlong" role="status">
                { overlong.map(|text| too_long(ctx, Note::parse(text).err())) }
            </p>
        </div>
    }
}

/// By how much a text is too long.
pub fn too_long(ctx: &Context, problem: Option<TextProblem>) -> String {
    let Some(TextProblem::TooLong { limit, excess }) = problem else {
        return String::new();
    };
    let values = [("limit", limit), ("excess", excess)];
    let values = values.map(|(slot, n)| (slot, show_count(n, ctx.lang())));
    let values: Vec<(&str, &str)> = values.iter().map(|(slot, n)| (*slot, &**n)).collect();
    ctx.fill(key::ANSWER_OVERLONG, &values)
}

/// 1 to 5 choose a step, Enter goes on; not while a text is being written.
pub fn keys(ctx: &Context, props: &Asked) -> Callback<KeyboardEvent> {
    let (send, item) = (ctx.send.clone(), props.item);
    input::keys(move |key| {
        send.emit(match key {
            Key::Undo => Did::TurnedBack(Turn::Undo),
            Key::Redo => Did::TurnedBack(Turn::Redo),
            Key::Enter => Did::Onward(item),
            Key::Other(key) => match Answer::parse(&key) {
                Some(answer @ Answer::Rated(_)) => Did::Changed(Action::AnswerChosen(item, answer)),
                _ => return false,
            },
        });
        true
    })
}

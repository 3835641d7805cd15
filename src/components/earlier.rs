//! What was answered to an item before, where what is open follows another assessment: folded
//! away, and never taken over. Fetched with its words when it is wanted, so nothing else names
//! this.

use std::cell::Cell;

use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::catalogue::{Answer, Item};
use forankring_core::numbers::{show_day, show_halves};
use forankring_core::series::Sequel;
use forankring_core::texts::{Texts, key};
use yew::prelude::*;

use super::prose::leaf;
use super::words;
use crate::context::Context;

thread_local! {
    static TEXTS: Cell<Option<Texts>> = const { Cell::new(None) };
}

/// The words came with which it is told, for as long as the page lives.
pub fn came(texts: Texts) {
    TEXTS.set(Some(texts));
}

/// Whether they did.
pub fn has_words() -> bool {
    TEXTS.get().is_some()
}

/// Draws it; nothing where it is not here, was not answered, or was about something else.
pub fn draw(ctx: &Context, item: Item) -> Html {
    let drawn = || {
        let (now, texts) = (ctx.assessment()?, TEXTS.get()?);
        let follows = Sequel::of(&now.parts)?.follows;
        // What is set aside here may not be written yet, or never.
        let aside = ctx.desk.aside.iter();
        let aside = aside.filter(|open| open.origin.id() == Some(&follows));
        let mut aside = aside.map(|open| &*open.assessment);
        let read = || {
            let (id, read) = &**ctx.desk.earlier.found.as_ref()?;
            (*id == follows).then_some(read)
        };
        let before = aside.next().or_else(read)?;
        let same = before.scope == now.scope;
        let answer = before.answers().get(item).filter(|_| same)?;
        Some(told(texts, before, item, answer))
    };
    drawn().unwrap_or_default()
}

fn told(texts: Texts, before: &Assessment, item: Item, answer: Answer) -> Html {
    let name = texts.get(words::answer(Some(answer)));
    let name = match answer.halves() {
        Some(halves) => format!("{} ({name})", show_halves(halves)),
        None => format!("«{name}»"),
    };
    let day = show_day(before.date, texts.lang());
    let values = [("answer", &*name), ("day", &*day)];
    let entry = before.entries.get(item);
    let notes = NoteField::ALL.into_iter().filter_map(|field| {
        let note = entry.note(field);
        let label = texts.get(words::note(field));
        (!note.is_empty()).then(|| {
            html! { <>{ leaf("h3", "", label) }{ leaf("p", "", note.as_str().to_owned()) }</> }
        })
    });
    let mut within: Vec<Html> = notes.collect();
    if within.is_empty() {
        within.push(leaf("p", "", texts.get(key::ANSWER_EARLIER_BARE)));
    }
    html! {
        <details class="more" key={format!("for-{}", item.id())} data-earlier={item.id()}>
            <summary>{ texts.fill(key::ANSWER_EARLIER, &values) }</summary>
            { for within }
        </details>
    }
}

//! What the reader of a result answered herself, beside what the replies came to. Fetched with
//! its words where there is something to tell, so nothing else names this.

use std::cell::Cell;
use std::cmp::Ordering;

use forankring_core::answered::{Answered, Fit};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Theme};
use forankring_core::numbers::{show_day, show_halves};
use forankring_core::texts::{Key, Texts, key};
use yew::prelude::*;

use super::prose::{folded, head_cell, leaf, node};
use super::words;

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

/// Draws them: at once where it is sure that they belong to the result, folded away where only
/// the reader can know.
pub fn draw(result: &Assessment, found: &[Answered]) -> Html {
    let Some(texts) = TEXTS.get() else {
        return Html::default();
    };
    let one = |one: &Answered| match one.fit {
        Fit::Named => told(texts, result, one, key::ANSWERED_LEAD),
        Fit::Possible => {
            let within = told(texts, result, one, key::ANSWERED_PERHAPS);
            folded("more", false, texts.get(key::ANSWERED_SHOW), vec![within])
        }
    };
    html! {
        <section id="dine-svar">
            { leaf("h2", "", texts.get(key::ANSWERED_HEADING)) }
            { for found.iter().map(one) }
            { leaf("p", "quiet-text", texts.get(key::ANSWERED_HERE)) }
        </section>
    }
}

/// Of one level: what the replies came to, what she answered, and how far that is apart.
fn told(texts: Texts, result: &Assessment, one: &Answered, lead: Key) -> Html {
    let level = texts.get(words::level(one.level, result.kind));
    let day = show_day(one.day, texts.lang());
    let lead = texts.fill(lead, &[("level", level), ("day", &day)]);
    let heads = [key::ANSWERED_THEME, key::ANSWERED_ALL, key::ANSWERED_OWN];
    let heads = heads.map(|head| head_cell("col", texts.get(head)));
    let answers = result.answers();
    let row = |theme: Theme| {
        let item = Item {
            level: one.level,
            theme,
        };
        let (all, own) = (*answers.get(item), *one.answers.get(theme));
        html! {
            <tr key={theme.id()} data-item={item.id()}>
                { head_cell("row", texts.get(words::theme(theme))) }
                { leaf("td", "", number(texts, all)) }
                { leaf("td", "", format!("{}{}", number(texts, own), apart(texts, all, own))) }
            </tr>
        }
    };
    let caption = texts.fill(key::ANSWERED_CAPTION, &[("level", level)]);
    html! {
        <div key={level}>
            { leaf("p", "", lead) }
            <div class="wide" tabindex="0" role="region" aria-label={caption.clone()}>
                <table class="ds-table">
                    { leaf("caption", "unseen", caption) }
                    <thead>{ node("tr", "", heads.into()) }</thead>
                    { node("tbody", "", Theme::ALL.map(row).into()) }
                </table>
            </div>
        </div>
    }
}

fn number(texts: Texts, answer: Option<Answer>) -> String {
    match answer.and_then(Answer::halves) {
        Some(halves) => show_halves(halves),
        None => texts.get(words::answer(answer)).to_owned(),
    }
}

/// How much higher or lower she answered, behind her answer; nothing where one of both is no step.
fn apart(texts: Texts, all: Option<Answer>, own: Option<Answer>) -> String {
    let halves = |answer: Option<Answer>| answer.and_then(Answer::halves);
    let Some((all, own)) = halves(all).zip(halves(own)) else {
        return String::new();
    };
    let by = show_halves(own.abs_diff(all));
    let said = match own.cmp(&all) {
        Ordering::Equal => texts.get(key::ANSWERED_SAME).to_owned(),
        Ordering::Greater => texts.fill(key::ANSWERED_HIGHER, &[("n", &by)]),
        Ordering::Less => texts.fill(key::ANSWERED_LOWER, &[("n", &by)]),
    };
    format!(", {said}")
}

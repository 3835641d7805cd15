//! The words of the field, explained where they stand: folded under an item, and
//! all together on the method page.

use forankring_core::texts::{Key, Term, capitalised, key};
use yew::prelude::*;

use super::prose::{leaf, node};
use crate::context::Context;
use crate::input;
use forankring_session::desk::{Event, MoreWords};

/// The terms of an item, folded away; nothing where it has none. The glossary
/// is fetched when it is opened for the first time.
pub fn folded(ctx: &Context, summary: Key, terms: &[Term]) -> Html {
    if terms.is_empty() {
        return html! {};
    }
    let (send, lacks) = (ctx.send.clone(), !ctx.has_all_words());
    let opened = input::folded(move |open| {
        if open && lacks {
            send.emit(Event::WordsWanted);
        }
    });
    // Not where the page brought them all the same: it is rendered with all words
    // and comes alive with some.
    let body = match ctx.desk.more {
        MoreWords::Here(_) => list(ctx, terms),
        MoreWords::Missing => leaf("p", "", ctx.t(key::ANSWER_WORDS_MISSING)),
        _ => html! { <p /> },
    };
    html! {
        <details class="more words" ontoggle={opened}>
            <summary>{ ctx.t(summary) }</summary>
            { body }
        </details>
    }
}

/// Terms with their meaning.
pub fn list(ctx: &Context, terms: &[Term]) -> Html {
    let one = |term: &Term| {
        let (word, meaning) = ctx.texts.term(*term);
        html! {
            <div key={term.number()} id={format!("ord-{}", term.number())}>
                { leaf("dt", "", capitalised(word)) }
                { leaf("dd", "", meaning) }
            </div>
        }
    };
    node("dl", "glossary", terms.iter().map(one).collect())
}

//! What stands beside the headline: the pattern, and how firm it all is.

use forankring_core::scoring::{Headline, Pattern};
use forankring_core::texts::{Key, capitalised, key, uncapitalised};
use yew::prelude::*;

use super::prose::leaf;
use super::{figure, words};
use crate::context::Context;

/// Name, meaning, and what it calls for.
pub fn pattern_texts(pattern: Pattern) -> [Key; 3] {
    match pattern {
        Pattern::Anchored => [
            key::PATTERN_ANCHORED,
            key::PATTERN_ANCHORED_MEANING,
            key::PATTERN_ANCHORED_CALL,
        ],
        Pattern::Unrealised => [
            key::PATTERN_UNREALISED,
            key::PATTERN_UNREALISED_MEANING,
            key::PATTERN_UNREALISED_CALL,
        ],
        Pattern::Emergent => [
            key::PATTERN_EMERGENT,
            key::PATTERN_EMERGENT_MEANING,
            key::PATTERN_EMERGENT_CALL,
        ],
        Pattern::NotStarted => [
            key::PATTERN_NOT_STARTED,
            key::PATTERN_NOT_STARTED_MEANING,
            key::PATTERN_NOT_STARTED_CALL,
        ],
    }
}

/// Intended against realised.
pub fn pattern(ctx: &Context, headline: &Headline) -> Html {
    let [name, meaning, call] = pattern_texts(headline.pattern).map(|key| ctx.t(key));
    // The figures stand in the sentence as elements of their own.
    let text = ctx.t(key::PATTERN_FIGURES);
    let (before, rest) = text.split_once("{intended}").unwrap_or((text, ""));
    let (between, after) = rest.split_once("{realised}").unwrap_or((rest, ""));
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::RESULT_PATTERN_HEADING)) }
            <p>{ leaf("strong", "", format!("{name}.")) }{ format!(" {meaning} {call}") }</p>
            <p class="quiet-text">
                { before }{ figure::mean(headline.intended, ctx.lang()) }
                { between }{ figure::mean(headline.realised, ctx.lang()) }{ after }
            </p>
        </section>
    }
}

/// How firm the headline is: range, and the answers on which it hangs.
pub fn firmness(ctx: &Context, headline: &Headline) -> Html {
    let (low, high) = headline.range;
    let known = low == high;
    let range = ctx.fill(
        key::RESULT_RANGE,
        &[
            ("low", &low.number().to_string()),
            ("high", &high.number().to_string()),
        ],
    );
    let names: Vec<String> = headline
        .sensitive
        .iter()
        .map(|item| {
            let theme = uncapitalised(ctx.t(words::theme(item.theme)));
            format!("{theme} ({})", ctx.t(words::level_in(item.level)))
        })
        .collect();
    let number = names.len().to_string();
    html! {
        <div class="firmness">
            if !known { { leaf("p", "", range) } }
            { match names.as_slice() {
                [] => leaf("p", "", ctx.t(key::RESULT_FIRM)),
                [one] => leaf("p", "", ctx.fill(key::RESULT_SENSITIVE1, &[("items", one)])),
                _ => html! {
                    <>
                        { leaf("p", "", ctx.fill(key::RESULT_SENSITIVE, &[("n", &number)])) }
                        <details class="ds-details">
                            <summary>{ ctx.t(key::RESULT_SENSITIVE_LIST) }</summary>
                            <ul>{ for names.iter().map(|name| html! { <li key={name.clone()}>{ capitalised(name) }</li> }) }</ul>
                        </details>
                    </>
                },
            } }
        </div>
    }
}

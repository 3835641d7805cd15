//! The closed parts of a result, in which it is told what it rests on, and the list of them. What
//! stands in them comes later ([`crate::grounds`]).

use forankring_core::assessment::Assessment;
use forankring_core::scoring::Outcome;
use forankring_core::texts::{Key, key};
use forankring_session::Part as Fetched;
use forankring_session::desk::{Event, Focus};
use forankring_session::screens::reader;
use yew::prelude::*;

use super::prose::{Look, button, leaf, node, text_button};
use super::shown::Shown;
use crate::context::{Context, Sheet};
use crate::grounds::{Part, grounds};

/// On paper answers come before arithmetic.
const ALL: [Part; 4] = [Part::Stops, Part::Answers, Part::Workings, Part::Firm];

/// The id of a part, and what it is called.
fn named(part: Part) -> (&'static str, Key) {
    match part {
        Part::Stops => ("stopper", key::RESULT_PART_STOPS),
        Part::Answers => ("svarene", key::RESULT_PART_ANSWERS),
        Part::Workings => ("utregning", key::RESULT_PART_WORKINGS),
        Part::Firm => ("sikkerhet", key::RESULT_PART_FIRM),
    }
}

/// Those that there are: without a result nothing stops.
fn of(scored: bool) -> impl Iterator<Item = Part> {
    let all = ALL.into_iter();
    all.filter(move |part| scored || *part != Part::Stops)
}

/// What belongs to reading a result.
type Reader<'a> = Sheet<'a, reader::State, reader::Event>;

/// The list of the parts: each opens where one goes to it.
pub fn contents(ctx: &Context, scored: bool) -> Html {
    let entries = of(scored).map(|part| {
        let (id, name) = named(part);
        let go = ctx.on(move || Event::Sought(Focus::Id(id.to_owned())));
        node(
            "li",
            "",
            vec![text_button("to-answer ds-link", ctx.t(name), go)],
        )
    });
    html! {
        <nav class="contents" aria-label={ctx.t(key::RESULT_CONTENTS)}>
            { leaf("span", "", format!("{}:", ctx.t(key::RESULT_CONTENTS))) }
            { node("ul", "", entries.collect()) }
        </nav>
    }
}

/// The parts, closed; on paper, open.
pub fn parts(
    ctx: &Context,
    assessment: &Assessment,
    outcome: &Outcome,
    how: Shown,
    reader: Option<&Reader>,
) -> Html {
    let all = of(outcome.headline.is_some());
    let all = all.map(|part| closed(ctx, part, assessment, Some(outcome), how, reader));
    node("div", "result-parts", all.collect())
}

/// A part, closed.
pub fn closed(
    ctx: &Context,
    part: Part,
    assessment: &Assessment,
    outcome: Option<&Outcome>,
    how: Shown,
    reader: Option<&Reader>,
) -> Html {
    let (id, name) = named(part);
    let body = match grounds() {
        Some(grounds) => (grounds.body)(ctx, part, assessment, outcome, how.is_shared()),
        None => waiting(ctx, reader),
    };
    html! {
        <details class="ds-details part" key={id}>
            <summary {id}>{ leaf("h2", "", ctx.t(name)) }</summary>
            { node("div", "part-body", body) }
        </details>
    }
}

/// What stands there until it has come, or where it did not.
pub fn waiting(ctx: &Context, reader: Option<&Reader>) -> Vec<Html> {
    match reader.filter(|reader| reader.own.grounds == Fetched::Missing) {
        None => vec![leaf("p", "waiting", ctx.t(key::RESULT_GROUNDS_OPENING))],
        Some(reader) => {
            let again = reader.on(reader::Event::GroundsWanted);
            let again = button(Look::Secondary, "", ctx.t(key::PROBLEM_RETRY), again);
            vec![
                leaf("p", "", ctx.t(key::RESULT_GROUNDS_MISSING)),
                node("p", "actions", vec![again]),
            ]
        }
    }
}

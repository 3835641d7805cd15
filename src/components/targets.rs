//! The stage that the organisation aims at, for each level; nobody must.

use forankring_core::assessment::{Action, Assessment};
use forankring_core::catalogue::{Kind, Level, PerLevel, Step};
use forankring_core::texts::key;
use yew::prelude::*;

use super::prose::leaf;
use super::saved::line;
use super::select::select;
use super::words;
use crate::context::Context;
use crate::input;
use forankring_session::desk::{Event, Open, Saving};

/// A choice for each level.
pub fn targets(ctx: &Context, assessment: &Assessment) -> Html {
    let changed = |open: &&Open| open.saving != Saving::Untouched;
    let open = ctx.open().filter(changed);
    let kind = assessment.kind;
    html! {
        <details class="ds-details targets" open={assessment.targets != PerLevel::default()}>
            <summary>{ ctx.t(key::TARGET_HEADING) }</summary>
            { leaf("p", "", ctx.t(key::TARGET_LEAD)) }
            <div class="three">
                { for assessment.targets.iter().map(|(level, target)| {
                    choice(ctx, kind, level, *target)
                }) }
            </div>
            // What to do where it fails stands in a message of its own, below.
            if let Some(open) = open { { line(ctx, open) } }
        </details>
    }
}

fn choice(ctx: &Context, kind: Kind, level: Level, target: Option<Step>) -> Html {
    let id = format!("sikte-{}", level.id());
    let send = ctx.send.clone();
    let chosen = input::chosen(move |value| {
        let target = value.parse().ok().and_then(Step::new);
        send.emit(Event::Changed(Action::TargetChosen(level, target)));
    });
    let options = [None].into_iter().chain(Step::ALL.map(Some)).map(|option| {
        let value = value_of(option);
        let name = match option {
            None => ctx.t(key::TARGET_NONE).to_owned(),
            Some(step) => format!("{value} {}", ctx.t(words::step(step))),
        };
        (value, name)
    });
    let label = ctx.t(words::level(level, kind));
    select(&id, label, options, &value_of(target), chosen)
}

fn value_of(target: Option<Step>) -> String {
    target.map_or(String::new(), |step| step.number().to_string())
}

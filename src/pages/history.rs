//! Earlier states of an assessment: see them, and go back.

use forankring_core::assessment::Assessment;
use forankring_core::keeping::Kept;
use forankring_core::numbers::{show_day, show_time};
use forankring_core::scoring::score;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Origin, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::history::{Event, State, sittings};
use forankring_session::storage;
use yew::prelude::*;

use crate::components::changes::changes;
use crate::components::kept::{answered, name_of};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, entry_button, h1, leaf, node};
use crate::components::reader::unread;
use crate::context::{Context, Sheet, Top};

/// What the screen is called.
pub const TITLE: Key = key::HISTORY_TITLE;

/// The screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let open = match &ctx.desk.session {
        Session::Opening => {
            return html! { <div>{ h1(ctx.t(key::HISTORY_HEADING)) }</div> };
        }
        Session::Nothing | Session::Failed(_) => return unread(top, &own.reader),
        Session::Open(open) => open,
    };
    let sheet = top.part(own, On::History);
    let body = match (&own.states, &open.origin) {
        (Some(Ok(states)), Origin::Kept(_)) if !states.is_empty() => days(&sheet, states),
        (Some(Err(problem)), _) => {
            notice::notice(Tone::Warning, leaf("p", "", ctx.t(storage(*problem))))
        }
        (None, Origin::Kept(_)) => html! { <p class="opening quiet" /> },
        _ => leaf("p", "", ctx.t(key::HISTORY_NONE)),
    };
    html! {
        <article>
            { h1(ctx.t(key::HISTORY_HEADING)) }
            { leaf("p", "lead", ctx.t(key::HISTORY_LEAD)) }
            <p>
                { leaf("strong", "", format!("{}: ", ctx.t(key::HISTORY_NOW))) }
                {
                    format!(
                        "{}. {}.",
                        name_of(ctx, &open.assessment),
                        answered(ctx, &open.assessment),
                    )
                }
            </p>
            { since_then(ctx, own, &open.assessment) }
            { notice::told(ctx, Tone::Info, own.told.as_ref()) }
            { body }
        </article>
    }
}

/// What was changed since the latest of the earlier states.
fn since_then(ctx: &Context, own: &State, now: &Assessment) -> Html {
    let latest = own
        .states
        .as_ref()
        .and_then(|states| states.as_ref().ok()?.first());
    match latest {
        Some(latest) => changed(ctx, Some(&latest.assessment), now),
        None => html! {},
    }
}

/// The states, by the day and the sitting in which they were written. The latest sitting is
/// unfolded.
fn days(sheet: &Sheet<State, Event>, states: &[Kept]) -> Html {
    let ctx = sheet.ctx;
    let mut shown = Vec::new();
    let mut day = None;
    let mut rest = states;
    for sitting in sittings(states) {
        rest = rest.get(sitting.len()..).unwrap_or_default();
        let Some((last, first)) = sitting.first().zip(sitting.last()) else {
            continue;
        };
        let on = (ctx.moment)(last.saved).day;
        if day.replace(on) != Some(on) {
            shown.push(leaf("h2", "", show_day(on, ctx.lang())));
        }
        let time = |kept: &Kept| {
            let at = (ctx.moment)(kept.saved);
            show_time(at.hour, at.minute, ctx.lang())
        };
        let (from, to) = (time(first), time(last));
        let time = match from == to {
            true => to,
            false => format!("{from}–{to}"),
        };
        let said = match sitting.len() {
            1 => ctx.fill(key::HISTORY_SITTING_ONE, &[("time", &time)]),
            n => {
                let n = n.to_string();
                ctx.fill(key::HISTORY_SITTING, &[("time", &time), ("n", &n)])
            }
        };
        let before = sitting.iter().skip(1).chain(rest.first()).map(Some);
        let entries = sitting.iter().zip(before.chain([None]));
        sitting_of(
            &mut shown,
            said,
            entries.map(|(one, before)| entry(sheet, one, before)),
        );
    }
    node("div", "days", shown)
}

/// A sitting, folded but for the latest.
fn sitting_of(shown: &mut Vec<Html>, said: String, entries: impl Iterator<Item = Html>) {
    let first = shown.len() == 1;
    shown.push(html! {
        <details class="ds-details" open={first}>
            <summary>{ said }</summary>
            <ol class="kept-list states">{ for entries }</ol>
        </details>
    });
}

/// What was changed, a line for each.
fn changed(ctx: &Context, before: Option<&Assessment>, after: &Assessment) -> Html {
    let lines = match before {
        Some(before) => changes(ctx, before, after),
        None => vec![ctx.t(key::HISTORY_FIRST).to_owned()],
    };
    let lines = lines.into_iter().map(|line| leaf("span", "", line));
    node("p", "changes", lines.collect())
}

fn entry(sheet: &Sheet<State, Event>, state: &Kept, before: Option<&Kept>) -> Html {
    let ctx = sheet.ctx;
    let assessment = &state.assessment;
    let result = match score(&assessment.answers()).headline {
        Some(headline) => {
            let stage = headline.stage.number().to_string();
            ctx.fill(key::HISTORY_STAGE, &[("n", &stage)])
        }
        None => ctx.t(key::HISTORY_NO_STAGE).to_owned(),
    };
    let values = [
        ("answered", &*answered(ctx, assessment)),
        ("result", &result),
    ];
    let line = ctx.fill(key::HISTORY_STATE, &values);
    let back = sheet.on(Event::BackWanted(state.revision));
    html! {
        <li key={state.revision.to_string()} data-revision={state.revision.to_string()}>
            <div>
                { leaf("strong", "", ctx.when(state.saved)) }
                { changed(ctx, before.map(|kept| &kept.assessment), assessment) }
                { leaf("span", "quiet-text", line) }
            </div>
            <p class="actions">
                { entry_button(Look::Secondary, "tilbake", ctx.t(key::HISTORY_GO_BACK), back) }
            </p>
        </li>
    }
}

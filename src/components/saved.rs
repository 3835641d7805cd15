//! Whether what was entered is on the disk. "Saved" is said only after the
//! transaction completed.

use forankring_core::numbers::show_time;
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::notice::{Tone, notice};
use crate::components::prose::{Look, button, leaf, node};
use crate::context::Context;
use forankring_core::keeping::StorageProblem;
use forankring_session::desk::{Event, LastSaved, Open, Saving, Turn};
use forankring_session::storage;

/// The state of saving, in words, and the ways back and forth; nothing while
/// nothing is open.
pub fn saved(ctx: &Context) -> Html {
    let Some(open) = ctx.open() else {
        return html! {};
    };
    // Said once: the words do not change with the next answers. A failure is a
    // message of its own.
    let told = match (&open.saving, open.last_saved) {
        (Saving::Failed(_), _) | (_, LastSaved::Never | LastSaved::Before(_)) => "",
        (_, LastSaved::Here(_)) => ctx.t(key::ANSWER_SAVED_STATUS),
    };
    html! {
        <div class="saving">
            { line(ctx, open) }
            <p class="unseen" role="status">{ told }</p>
            { turns(ctx) }
        </div>
    }
}

/// The state of saving, in words.
pub fn line(ctx: &Context, open: &Open) -> Html {
    let lang = ctx.lang();
    let (state, text) = match (&open.saving, open.last_saved) {
        _ if !ctx.desk.overlong.is_empty() => ("failed", ctx.t(key::ANSWER_SAVE_FAILED).to_owned()),
        (Saving::Waiting | Saving::Slow, _) => ("saving", ctx.t(key::ANSWER_SAVING).to_owned()),
        (Saving::Failed(_), _) => ("failed", ctx.t(key::ANSWER_SAVE_FAILED).to_owned()),
        (Saving::TabOnly, _) => ("tab", ctx.t(key::ANSWER_TAB_ONLY).to_owned()),
        (_, LastSaved::Never) => ("untouched", ctx.t(key::ANSWER_FRESH).to_owned()),
        (_, LastSaved::Here(at)) => {
            let time = show_time(at.hour, at.minute, lang);
            ("saved", ctx.fill(key::ANSWER_SAVED, &[("time", &time)]))
        }
        (_, LastSaved::Before(ms)) => {
            let when = ctx.when(ms);
            (
                "before",
                ctx.fill(key::ANSWER_SAVED_BEFORE, &[("when", &when)]),
            )
        }
    };
    html! { <p class="saved" data-saved={state}>{ text }</p> }
}

/// The ways back and forth through the changes.
fn turns(ctx: &Context) -> Html {
    let Some(open) = ctx.open() else {
        return html! {};
    };
    let turns = [
        (
            Turn::Undo,
            "angre",
            key::ANSWER_UNDO,
            open.history.can_undo(),
        ),
        (
            Turn::Redo,
            "gjenta",
            key::ANSWER_REDO,
            open.history.can_redo(),
        ),
    ];
    html! {
        { for turns.into_iter().map(|(turn, id, label, can)| {
            let label = ctx.t(label);
            // It stays where it is, or focus would be lost with the last step.
            let onclick = ctx.on(move || Event::TurnedBack(turn));
            html! {
                <button key={id} {id} type="button" class="turn ds-link"
                    aria-disabled={(!can).then_some("true")}
                    {onclick}>{ label }</button>
            }
        }) }
    }
}

/// What to do while nothing can be kept: try again, or take the file.
pub fn save_failure(ctx: &Context) -> Html {
    let (message, again, id, label): (Key, fn() -> Event, _, _) =
        match ctx.open().map(|open| open.saving) {
            Some(Saving::Failed(problem @ StorageProblem::Deleted)) => (
                storage(problem),
                || Event::KeepWanted,
                "behold",
                key::PROBLEM_KEEP_ANYWAY,
            ),
            Some(Saving::Failed(problem)) => (
                storage(problem),
                || Event::RetryWanted,
                "igjen",
                key::PROBLEM_RETRY,
            ),
            Some(Saving::Slow) => (
                key::PROBLEM_STORAGE_SLOW,
                || Event::RetryWanted,
                "igjen",
                key::PROBLEM_RETRY,
            ),
            _ => return html! {},
        };
    notice(
        Tone::Warning,
        html! {
            <>
                { leaf("p", "", ctx.t(message)) }
                { node("p", "actions", vec![
                    button(Look::Secondary, id, ctx.t(label), ctx.on(again)),
                    download_button(ctx),
                ]) }
            </>
        },
    )
}

/// Saves the open assessment as a file, with all that was entered.
pub fn download_button(ctx: &Context) -> Html {
    let label = ctx.t(key::SHARE_DOWNLOAD);
    button(
        Look::Secondary,
        "last-ned",
        label,
        ctx.on(|| Event::FileWanted),
    )
}

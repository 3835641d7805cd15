//! Whether what was entered is on the disk. "Saved" is said only after the
//! transaction completed.

use forankring_core::file::{self, Document};
use forankring_core::numbers::{show_moment, show_time};
use forankring_core::texts::key;
use yew::prelude::*;

use super::notice::{Tone, notice, storage};
use crate::components::prose::{Look, button, leaf, node};
use crate::context::Context;
use crate::platform::files;
use crate::session::{Event, LastSaved, Open, Origin, Saving, Turn};

/// The state of saving, in words, and the ways back and forth; nothing while
/// nothing is open.
pub fn saved(ctx: &Context) -> Html {
    let Some(open) = ctx.state.session.open() else {
        return html! {};
    };
    // Said once: the words do not change with the next answers. A failure is a
    // message of its own.
    let told = match (&open.saving, open.last_saved) {
        (Saving::Failed(..), _) | (_, LastSaved::Never | LastSaved::Before(_)) => "",
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
        (Saving::Waiting | Saving::Writing | Saving::Slow, _) => {
            ("saving", ctx.t(key::ANSWER_SAVING).to_owned())
        }
        (Saving::Failed(..), _) => ("failed", ctx.t(key::ANSWER_SAVE_FAILED).to_owned()),
        (Saving::TabOnly, _) => ("tab", ctx.t(key::ANSWER_TAB_ONLY).to_owned()),
        (_, LastSaved::Never) => ("untouched", ctx.t(key::ANSWER_FRESH).to_owned()),
        (_, LastSaved::Here(at)) => {
            let time = show_time(at.hour, at.minute, lang);
            ("saved", ctx.fill(key::ANSWER_SAVED, &[("time", &time)]))
        }
        (_, LastSaved::Before(at)) => {
            let when = show_moment(at.day, at.hour, at.minute, lang);
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
    let Some(open) = ctx.state.session.open() else {
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
            let ctx = ctx.clone();
            let label = ctx.t(label);
            let onclick = Callback::from(move |_| ctx.turn(turn));
            html! {
                <button key={id} {id} type="button" class="turn ds-link" disabled={!can} {onclick}>{ label }</button>
            }
        }) }
    }
}

/// What to do while nothing can be kept: try again, or take the file.
pub fn save_failure(ctx: &Context) -> Html {
    let message = match ctx.state.session.open().map(|open| &open.saving) {
        Some(Saving::Failed(problem, _)) => storage(*problem),
        Some(Saving::Slow) => key::PROBLEM_STORAGE_SLOW,
        _ => return html! {},
    };
    let retry = {
        let ctx = ctx.clone();
        Callback::from(move |_| ctx.state.dispatch(Event::RetryWanted))
    };
    notice(
        Tone::Warning,
        html! {
            <>
                { leaf("p", "", ctx.t(message)) }
                { node("p", "actions", vec![
                    button(Look::Secondary, "igjen", ctx.t(key::PROBLEM_RETRY), retry),
                    download_button(ctx, file::write_bare),
                ]) }
            </>
        },
    )
}

/// Saves the open assessment as a file, with all that was entered. The page
/// says how it is written: answering does without the computed result.
pub fn download_button(ctx: &Context, write: fn(&Document) -> String) -> Html {
    let label = ctx.t(key::SHARE_DOWNLOAD);
    let ctx = ctx.clone();
    let onclick = Callback::from(move |_| download(&ctx, write));
    button(Look::Secondary, "last-ned", label, onclick)
}

fn download(ctx: &Context, write: fn(&Document) -> String) {
    let Some(open) = ctx.state.session.open() else {
        return;
    };
    let document = Document {
        id: match &open.origin {
            Origin::Kept(id) => Some(id.clone()),
            Origin::New | Origin::Link(_) | Origin::Newer(_) => None,
        },
        saved: None,
        assessment: (*open.assessment).clone(),
    };
    let name = format!("forankring-{}.json", open.assessment.date.iso());
    files::save(&name, "application/json", &write(&document));
}

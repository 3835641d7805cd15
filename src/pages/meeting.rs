//! Answering together, on a projector: one item in large type, its steps side by
//! side, no names, and room for what the group said.

use forankring_core::assessment::{Assessment, NoteField};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::answer::{opened, steps, views};
use crate::components::item::{Asked, evidence, explained, keys, note, question};
use crate::components::progress::progress;
use crate::components::prose::leaf;
use crate::components::saved::{save_failure, saved};
use crate::context::Context;
use crate::looking_back::before;

/// What the screen is called.
pub const TITLE: Key = key::MEETING_TITLE;

/// The screen.
pub fn view(ctx: &Context) -> Html {
    opened(ctx, "answer meeting", key::ANSWER_HEADING, asking)
}

fn asking(ctx: &Context, assessment: &Assessment) -> Html {
    let asked = Asked::of(assessment, ctx.desk.item());
    let help = ctx.t(key::MEETING_NOTE_HELP).to_owned();
    html! {
        <div class="asking">
            <div class="asking-main">
                { save_failure(ctx) }
                <div class="item" data-keys="" onkeydown={keys(ctx, &asked)}>
                    { question(ctx, &asked) }
                    { steps(ctx) }
                    { note(ctx, &asked, NoteField::Comment, ctx.t(key::MEETING_NOTE), Some(help)) }
                    { before(ctx, asked.item) }
                    { explained(ctx, &asked) }
                    <details class="more" open={!asked.entry.evidence.is_empty()}>
                        <summary>{ ctx.t(key::ANSWER_EVIDENCE) }</summary>
                        { evidence(ctx, &asked) }
                    </details>
                </div>
                { saved(ctx) }
                { leaf("p", "keys", ctx.t(key::ANSWER_KEYS)) }
                { views(ctx) }
            </div>
            { progress(ctx) }
        </div>
    }
}

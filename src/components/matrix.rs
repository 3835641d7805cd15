//! The map: levels down, themes across, each cell what was answered, and the way
//! to all that was written. On a narrow screen the same table turns into three
//! lists.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Level, Theme};
use forankring_core::texts::{Key, key};
use yew::prelude::*;

use super::{answers, words};
use crate::components::prose::{head_cell, leaf};
use crate::context::Context;

/// The map of all eighteen answers.
pub fn matrix(ctx: &Context, assessment: &Assessment) -> Html {
    grid(ctx, key::RESULT_MAP_CAPTION, |item| {
        cell(ctx, assessment, item)
    })
}

/// Levels down, themes across, and a cell for each item.
pub fn grid(ctx: &Context, caption: Key, cell: impl Fn(Item) -> Html) -> Html {
    html! {
        <table class="matrix">
            { leaf("caption", "", ctx.t(caption)) }
            <thead>
                <tr>
                    { head_cell("col", ctx.t(key::RESULT_COL_LEVEL)) }
                    { for Theme::ALL.into_iter().map(|theme| html! {
                        <th key={theme.id()} scope="col">{ ctx.t(words::theme(theme)) }</th>
                    }) }
                </tr>
            </thead>
            <tbody>
                { for Level::ALL.into_iter().map(|level| html! {
                    <tr key={level.id()}>
                        { head_cell("row", ctx.t(words::level(level))) }
                        { for level.items().into_iter().map(&cell) }
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn cell(ctx: &Context, assessment: &Assessment, item: Item) -> Html {
    let answer = assessment.entries.get(item).answer;
    let name = ctx.t(words::answer(answer));
    let code = answer.map_or("none", Answer::code);
    let theme = ctx.t(words::theme(item.theme));
    if !assessment.variant.asks(item) {
        return html! {
            <td key={item.id()} class="cell" data-answer="unasked" data-theme={theme}>
                { leaf("span", "cell-name", ctx.t(key::RESULT_NOT_ASKED)) }
            </td>
        };
    }
    // What was answered, why, and the next step stand further down.
    let open = answers::show(ctx, item);
    let title = ctx.fill(
        key::RESULT_SHOW_ANSWER,
        &[
            ("theme", theme),
            ("level", ctx.t(words::level_in(item.level))),
        ],
    );
    html! {
        <td key={item.id()} class="cell" data-answer={code} data-theme={theme}>
            <button type="button" class="cell-open" onclick={open} title={title}>
                { match answer {
                    Some(Answer::Rated(step)) => html! {
                        <>
                            { super::figure::step(step) }
                            { leaf("span", "cell-name", format!(" {name}")) }
                        </>
                    },
                    _ => leaf("span", "cell-name", name),
                } }
            </button>
        </td>
    }
}

//! The themes across the levels: means, and how far the answers lie apart.

use forankring_core::assessment::Assessment;
use forankring_core::scoring::Outcome;
use forankring_core::texts::key;
use yew::prelude::*;

use super::prose::{head_cell, leaf, node, table_head};
use super::{figure, words, workings};
use crate::context::Context;

/// Mean and gap of every theme.
pub fn themes(ctx: &Context, assessment: &Assessment, outcome: &Outcome) -> Html {
    let heads = [
        key::RESULT_COL_THEME,
        key::RESULT_COL_MEAN,
        key::RESULT_COL_GAP,
    ];
    html! {
        <section class="themes">
            { leaf("h2", "", ctx.t(key::RESULT_THEMES_HEADING)) }
            <table class="ds-table">
                { leaf("caption", "", ctx.t(key::RESULT_THEMES_CAPTION)) }
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for outcome.themes.iter().map(|(theme, found)| html! {
                    <tr key={theme.id()}>
                        { head_cell("row", ctx.t(words::theme(theme))) }
                        { match found.mean {
                            Some(mean) => node("td", "", vec![figure::mean(mean, ctx.lang())]),
                            None => leaf("td", "", "–"),
                        } }
                        { match found.gap {
                            Some(gap) => html! {
                                <td><data value={gap.to_string()}>{ gap.to_string() }</data></td>
                            },
                            None => leaf("td", "", "–"),
                        } }
                    </tr>
                }) }</tbody>
            </table>
            { workings::of_themes(ctx, assessment, outcome) }
        </section>
    }
}

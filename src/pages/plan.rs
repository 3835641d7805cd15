//! The measures that the result points to, ready for an action plan.

use forankring_core::catalogue::Variant;
use forankring_core::scoring::score;
use forankring_core::texts::{ItemText, Key, key};
use yew::prelude::*;

use super::result::unworded;
use crate::components::chain::chain;
use crate::components::prose::{Look, button, h1, head_cell, leaf, node, table_head};
use crate::components::reader::unread;
use crate::components::sample::sample_mark;
use crate::components::saved::save_failure;
use crate::components::targets::targets;
use crate::components::words;
use crate::context::{Context, Top};
use forankring_session::desk::{Event, Open, Session};
use forankring_session::screens::reader::State;

/// What the screen is called.
pub const TITLE: Key = key::PLAN_TITLE;

/// The plan screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    match &ctx.desk.session {
        Session::Opening => opening(ctx),
        Session::Nothing | Session::Failed(_) => unread(top, own),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => {
            unworded(ctx, opening(ctx))
        }
        Session::Open(open) => measures(ctx, open),
    }
}

fn opening(ctx: &Context) -> Html {
    html! {
        <div>{ h1(ctx.t(key::PLAN_HEADING)) }{ leaf("p", "lead", ctx.t(key::PLAN_LEAD)) }</div>
    }
}

fn measures(ctx: &Context, open: &Open) -> Html {
    let assessment = &open.assessment;
    let outcome = score(&assessment.answers());
    let moves: Vec<_> = outcome
        .headline
        .iter()
        .flat_map(|h| &h.moves)
        .flat_map(|(_, moves)| moves)
        .collect();
    let empty = if outcome.headline.is_some() {
        key::PLAN_EMPTY
    } else {
        key::RESULT_NOT_SCORED
    };
    let steps = moves
        .iter()
        .flat_map(|rise| rise.steps().map(move |from| (rise.item, from)));
    let rows = steps.map(|(item, from)| {
        let to = from
            .up()
            .map_or(String::new(), |step| step.number().to_string());
        let goal = ctx.fill(
            key::PLAN_SUB_GOAL,
            &[
                ("theme", ctx.t(words::theme(item.theme))),
                ("level", ctx.t(words::level_in(item.level, assessment.kind))),
                ("from", &from.number().to_string()),
                ("to", &to),
            ],
        );
        html! {
            <tr key={format!("{}:{to}", item.id())}>
                { head_cell("row", goal) }
                {
                    leaf(
                        "td",
                        "",
                        ctx.texts.item(item, ItemText::MeasureFrom(from), assessment.subject()),
                    )
                }
            </tr>
        }
    });
    html! {
        <div class="plan">
            { sample_mark(ctx) }
            { h1(ctx.t(key::PLAN_HEADING)) }
            { leaf("p", "lead", ctx.t(key::PLAN_LEAD)) }
            // What came in a link is not worked on.
            if assessment.variant == Variant::Full {
                { chain(ctx, assessment, &outcome) }
                if !open.origin.is_read_only() {
                    { targets(ctx, assessment) }
                    { save_failure(ctx) }
                }
            }
            if moves.is_empty() {
                { leaf("p", "", ctx.t(empty)) }
            } else {
                <table class="ds-table measures">
                    {
                        table_head(
                            &[key::PLAN_COL_SUB_GOAL, key::PLAN_COL_MEASURE].map(|key| ctx.t(key)),
                        )
                    }
                    <tbody>{ for rows }</tbody>
                </table>
                { node("p", "actions", vec![
                    button(
                        Look::Secondary,
                        "skriv-ut",
                        ctx.t(key::PLAN_PRINT),
                        ctx.on(|| Event::PrintWanted),
                    ),
                ]) }
            }
        </div>
    }
}

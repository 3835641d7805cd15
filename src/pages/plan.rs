//! The action plan: what is late and next, and what the plan would give. Of a result that came
//! in a link, the plan that came along, or the measures that the result points to.

use forankring_core::address::Route;
use forankring_core::catalogue::Variant;
use forankring_core::numbers::show_day;
use forankring_core::plan::draft::is_draft;
use forankring_core::plan::{Plan, Source, proposals};
use forankring_core::scoring::score;
use forankring_core::texts::{Key as Text, key};
use forankring_session::desk::{Event as At, Open, Session, Turn};
use forankring_session::screens::Event as On;
use forankring_session::screens::planning::{Event, State};
use yew::prelude::*;

use super::result::unworded;
use crate::components::chain::chain;
use crate::components::measure_words::{proposed_text, sub_goal};
use crate::components::measures::{counted, measures};
use crate::components::notice::{self, Tone};
use crate::components::outlook::gives;
use crate::components::plan_in::{table_in, way_in};
use crate::components::plan_out::ways_out;
use crate::components::plan_told::plan_told;
use crate::components::proposals::filling;
use crate::components::prose::{Look, button, h1, head_cell, leaf, link_button, node, table_head};
use crate::components::reader::unread;
use crate::components::sample::sample_mark;
use crate::components::saved::{save_failure, saved};
use crate::components::targets::targets;
use crate::components::unreported::{self, astray, undrawn, way_to_ask};
use crate::context::{Context, Sheet, Top};
use crate::input::{self, Key};
use crate::reporting::drawing;

/// What the screen is called.
pub const TITLE: Text = key::PLAN_TITLE;

/// The plan screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    if let Some(shown) = of_reports(top, own) {
        return shown;
    }
    match &ctx.desk.session {
        Session::Opening => opening(ctx),
        Session::Nothing | Session::Failed(_) => unread(top, &own.reader),
        Session::Open(open) if ctx.desk.lacks_words(&open.assessment) => {
            unworded(ctx, opening(ctx))
        }
        // What came in a link is not worked on.
        Session::Open(open) if open.origin.is_read_only() => match open.assessment.parts.is_empty()
        {
            true => pointed_to(ctx, open),
            false => came_along(ctx, open),
        },
        Session::Open(open) => worked_on(&top.part(own, On::Plan), open),
    }
}

/// A report that is written, or a link of reports that leads somewhere yet, or nowhere; none where
/// the plan is one's own.
fn of_reports(top: &Top, own: &State) -> Option<Html> {
    let (ctx, asked) = (top.ctx, &own.reporting.asked);
    if let Some(wrong) = asked.wrong {
        return Some(unreported::wrong(ctx, wrong));
    }
    match &ctx.desk.session {
        Session::Opening if asked.is_reading() => Some(unreported::opening(ctx)),
        Session::Failed(_) => astray(ctx, own.reporting.incoming.whose),
        Session::Open(open) if is_draft(&open.assessment) => {
            let sheet = top.part(own, On::Plan);
            let sheet = sheet.part(&*own.reporting, Event::Report);
            let drawn = drawing().filter(|_| asked.told.is_some());
            let drawn = drawn.map(|draw| (draw.reporting)(&sheet, &open.assessment));
            Some(drawn.unwrap_or_else(|| unreported::opening(ctx)))
        }
        _ => None,
    }
}

fn opening(ctx: &Context) -> Html {
    html! {
        <div>{ h1(ctx.t(key::PLAN_HEADING)) }{ leaf("p", "lead", ctx.t(key::PLAN_LEAD)) }</div>
    }
}

/// The plan of one's own assessment.
fn worked_on(sheet: &Sheet<State, Event>, open: &Open) -> Html {
    let (ctx, assessment) = (sheet.ctx, &open.assessment);
    let plan = Plan::of(&assessment.parts);
    let full = assessment.variant == Variant::Full;
    let send = ctx.send.clone();
    let keys = input::keys(move |key| {
        let turn = match key {
            Key::Undo => Turn::Undo,
            Key::Redo => Turn::Redo,
            _ => return false,
        };
        send.emit(At::TurnedBack(turn));
        true
    });
    let add = button(
        Look::Secondary,
        "nytt-tiltak",
        ctx.t(key::PLAN_ADD),
        sheet.on(Event::AddWanted),
    );
    let mut ways = vec![add];
    ways.push(way_in(sheet));
    ways.push(way_to_ask(sheet));
    ways.extend(ways_out(sheet, &plan));
    let status = (ctx.href(Route::Status), ctx.t(key::PLAN_STATUS_LINK));
    ways.push(link_button(Look::Secondary, "status", status.0, status.1));
    ways.push(print(ctx));
    let list = node(
        "div",
        "plan-list",
        vec![
            measures(sheet, assessment, &plan),
            node("p", "actions", ways),
            table_in(sheet, assessment),
            match drawing() {
                Some(draw) => (draw.asked)(sheet, assessment, &plan),
                None => undrawn(sheet),
            },
        ],
    );
    let empty = plan.measures.is_empty();
    let mut ways_in = Vec::new();
    if full {
        // With a plan, the chain stands beside what the plan makes of it.
        if empty {
            ways_in.push(chain(ctx, assessment, &score(&assessment.answers())));
        }
        ways_in.extend([targets(ctx, assessment), filling(sheet, assessment)]);
    }
    let ways_in = node("div", "plan-ways", ways_in);
    // What is there comes first; where nothing is, what could be.
    let parts = match empty {
        true => [ways_in, list],
        false => [list, ways_in],
    };
    html! {
        <div class="plan" onkeydown={keys}>
            { h1(ctx.t(key::PLAN_HEADING)) }
            { leaf("p", "lead", ctx.t(key::PLAN_LEAD)) }
            { counted(ctx, &plan) }
            <div id="plan-melding" tabindex="-1">
                { notice::told(ctx, Tone::Info, sheet.own.told.as_ref()) }
            </div>
            { save_failure(ctx) }
            { saved(ctx) }
            { gives(sheet, assessment, &plan) }
            { for parts }
        </div>
    }
}

fn print(ctx: &Context) -> Html {
    let label = ctx.t(key::PLAN_PRINT);
    let wanted = ctx.on(|| At::PrintWanted);
    button(Look::Secondary, "skriv-ut", label, wanted)
}

/// The plan that came along with somebody else's result.
fn came_along(ctx: &Context, open: &Open) -> Html {
    let assessment = &open.assessment;
    let date = show_day(assessment.date, ctx.lang());
    html! {
        <div class="plan">
            { sample_mark(ctx) }
            { h1(ctx.t(key::PLAN_HEADING)) }
            { leaf("p", "lead", ctx.fill(key::PLAN_CAME, &[("date", &date)])) }
            if assessment.variant == Variant::Full {
                { chain(ctx, assessment, &score(&assessment.answers())) }
            }
            { plan_told(ctx, assessment) }
            { node("p", "actions", vec![print(ctx)]) }
        </div>
    }
}

/// The measures that somebody else's result points to.
fn pointed_to(ctx: &Context, open: &Open) -> Html {
    let assessment = &open.assessment;
    let outcome = score(&assessment.answers());
    let found = proposals(assessment, &Plan::default(), Source::Binding);
    let empty = match outcome.headline {
        Some(_) => key::PLAN_EMPTY,
        None => key::RESULT_NOT_SCORED,
    };
    let rows = found.iter().map(|one| {
        html! {
            <tr key={one.aim.text()}>
                { head_cell("row", sub_goal(ctx.texts, assessment, one.aim)) }
                { leaf("td", "", proposed_text(ctx.texts, assessment, one.aim)) }
            </tr>
        }
    });
    html! {
        <div class="plan">
            { sample_mark(ctx) }
            { h1(ctx.t(key::PLAN_HEADING)) }
            { leaf("p", "lead", ctx.t(key::PLAN_LEAD)) }
            if assessment.variant == Variant::Full { { chain(ctx, assessment, &outcome) } }
            if found.is_empty() {
                { leaf("p", "", ctx.t(empty)) }
            } else {
                { leaf("p", "", ctx.t(key::PLAN_PROPOSED)) }
                <table class="ds-table pointed-to">
                    {
                        table_head(
                            &[key::PLAN_COL_SUB_GOAL, key::PLAN_COL_MEASURE].map(|key| ctx.t(key)),
                        )
                    }
                    <tbody>{ for rows }</tbody>
                </table>
                { node("p", "actions", vec![print(ctx)]) }
            }
        </div>
    }
}

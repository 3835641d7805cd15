//! Results side by side: chains, a table of the levels, who moved where, the
//! map with what differs.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Kind, Level, Step};
use forankring_core::compare::{Changes, Comparable, changes, is_over_time};
use forankring_core::numbers::show_day;
use forankring_core::scoring::{Outcome, score};
use forankring_core::texts::key;
use yew::prelude::*;

use super::answers::stepped;
use super::chain::named;
use super::kept::name_of;
use super::prose::{head_cell, leaf};
use super::{figure, words};
use crate::context::Context;

/// Name and date, as the head of a column.
fn title(ctx: &Context, assessment: &Assessment) -> String {
    let date = show_day(assessment.date, ctx.lang());
    let name = name_of(ctx, assessment);
    ctx.fill(key::COMPARE_TITLE_OF, &[("name", &name), ("date", &date)])
}

/// Whose names the levels have here.
fn kind_of(all: &[&Assessment]) -> Kind {
    words::kind_of_all(all.iter().map(|one| one.kind))
}

/// The chains, side by side.
pub fn chains(ctx: &Context, all: &[&Assessment]) -> Html {
    html! {
        <div class="chains">
            { for all.iter().enumerate().map(|(place, one)| chain(ctx, place, one)) }
        </div>
    }
}

fn chain(ctx: &Context, place: usize, assessment: &Assessment) -> Html {
    let outcome = score(&assessment.answers());
    let stages = Level::ALL.map(|level| outcome.levels.get(level).stage());
    let said = match &outcome.headline {
        Some(headline) => ctx.t(words::headline(headline.stage)),
        None => ctx.t(key::RESULT_NOT_SCORED_SHORT),
    };
    html! {
        <figure key={place}>
            <figcaption>
                { leaf("strong", "", title(ctx, assessment)) }
                { leaf("span", "", said) }
            </figcaption>
            { named(ctx, assessment.kind, stages) }
        </figure>
    }
}

/// The stage of every level and the headline, with what differs from the first.
pub fn table(ctx: &Context, all: &[&Assessment]) -> Html {
    let kind = kind_of(all);
    let outcomes: Vec<Outcome> = all.iter().map(|one| score(&one.answers())).collect();
    let found: Vec<Option<Changes>> = differences(all);
    let level_row = |level: Level| {
        let cells = outcomes.iter().zip(&found).map(|(outcome, changes)| {
            let by = changes
                .as_ref()
                .and_then(|changes| *changes.levels.get(level));
            stage(ctx, outcome.levels.get(level).stage(), by)
        });
        html! {
            <tr key={level.id()}>
                { head_cell("row", ctx.t(words::level(level, kind))) }{ for cells }
            </tr>
        }
    };
    let headlines = outcomes.iter().zip(&found).map(|(outcome, changes)| {
        let by = changes.as_ref().and_then(|changes| changes.headline);
        let headline = outcome.headline.as_ref();
        stage(ctx, headline.map(|found| found.stage), by)
    });
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::COMPARE_LEVELS)) }
            <div class="wide" tabindex="0" role="region" aria-label={ctx.t(key::COMPARE_LEVELS)}>
                <table class="ds-table compare-levels">
                    { leaf("caption", "", ctx.t(key::COMPARE_CAPTION)) }
                    { heads(ctx, key::RESULT_COL_LEVEL, all) }
                    <tbody>
                        { for Level::ALL.map(level_row) }
                        <tr>{ head_cell("row", ctx.t(key::COMPARE_WHOLE)) }{ for headlines }</tr>
                    </tbody>
                </table>
            </div>
        </section>
    }
}

/// From the first to each; nothing for the first itself.
fn differences(all: &[&Assessment]) -> Vec<Option<Changes>> {
    let first = all.first();
    let of = |(place, one): (usize, &&Assessment)| {
        first.filter(|_| place > 0).map(|first| changes(first, one))
    };
    all.iter().enumerate().map(of).collect()
}

fn heads(ctx: &Context, first: forankring_core::texts::Key, all: &[&Assessment]) -> Html {
    html! {
        <thead>
            <tr>
                { head_cell("col", ctx.t(first)) }
                { for all.iter().map(|one| head_cell("col", title(ctx, one))) }
            </tr>
        </thead>
    }
}

fn stage(ctx: &Context, stage: Option<Step>, by: Option<i8>) -> Html {
    html! {
        <td>
            { match stage {
                Some(stage) => html! {
                    <>{ figure::step(stage) }{ " " }{ ctx.t(words::step(stage)) }</>
                },
                None => html! { ctx.t(key::RESULT_NOT_SCORED_SHORT) },
            } }
            { difference(ctx, by) }
        </td>
    }
}

/// How much higher or lower than the first, in words and by shape.
fn difference(ctx: &Context, by: Option<i8>) -> Html {
    let (way, text) = match by {
        None | Some(0) => return html! {},
        Some(by @ 1..) => ("up", ctx.fill(key::COMPARE_UP, &[("n", &by.to_string())])),
        Some(by) => (
            "down",
            ctx.fill(key::COMPARE_DOWN, &[("n", &by.unsigned_abs().to_string())]),
        ),
    };
    html! {
        <span class="difference" data-way={way} data-by={by.unwrap_or_default().to_string()}>
            { text }
        </span>
    }
}

/// Who moved where between two: from the first to the other.
pub fn moves(ctx: &Context, first: &Assessment, other: &Assessment) -> Html {
    let found = changes(first, other);
    if found.comparable == Comparable::Nothing {
        return html! {};
    }
    let kind = kind_of(&[first, other]);
    let names = [("from", &*title(ctx, first)), ("to", &*title(ctx, other))];
    let heading = match is_over_time(&[first, other]) {
        true => key::COMPARE_MOVED,
        false => key::COMPARE_AGAINST,
    };
    let list = |way: fn(i8) -> bool| -> Vec<Html> {
        found
            .moved(way)
            .map(|(item, by)| moved(ctx, kind, item, by))
            .collect()
    };
    let (up, down) = (list(|by| by > 0), list(|by| by < 0));
    let same = found.moved(|by| by == 0).count();
    let open = Item::COUNT - same - up.len() - down.len();
    let counts = [("same", &*same.to_string()), ("open", &*open.to_string())];
    html! {
        <section class="moved">
            { leaf("h2", "", ctx.fill(heading, &names)) }
            { part(ctx.t(key::COMPARE_HIGHER), up) }
            { part(ctx.t(key::COMPARE_LOWER), down) }
            { leaf("p", "quiet-text", ctx.fill(key::COMPARE_COUNTS, &counts)) }
        </section>
    }
}

fn part(heading: &'static str, lines: Vec<Html>) -> Html {
    match lines.is_empty() {
        true => html! {},
        false => html! { <>{ leaf("h3", "", heading) }<ul>{ for lines }</ul></> },
    }
}

fn moved(ctx: &Context, kind: Kind, item: Item, by: i8) -> Html {
    html! {
        <li key={item.id()} data-moved={item.id()}>
            {
                format!(
                    "{}, {} ",
                    ctx.t(words::theme(item.theme)),
                    ctx.t(words::level_in(item.level, kind)),
                )
            }
            { difference(ctx, Some(by)) }
        </li>
    }
}

/// Every item with what each answered.
pub fn map(ctx: &Context, all: &[&Assessment]) -> Html {
    let kind = kind_of(all);
    let found = differences(all);
    let row = |item: Item| {
        let cells = all.iter().zip(&found).map(|(one, changes)| {
            let by = changes
                .as_ref()
                .and_then(|changes| *changes.items.get(item));
            cell(ctx, one, item, by)
        });
        html! {
            <tr key={item.id()}>
                { head_cell("row", ctx.t(words::theme(item.theme))) }{ for cells }
            </tr>
        }
    };
    let group = |level: Level| {
        html! {
            <tbody key={level.id()}>
                <tr>
                    <th scope="rowgroup" colspan={(all.len() + 1).to_string()}>
                        { ctx.t(words::level(level, kind)) }
                    </th>
                </tr>
                { for level.items().map(row) }
            </tbody>
        }
    };
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::COMPARE_MAP)) }
            <div class="wide" tabindex="0" role="region" aria-label={ctx.t(key::COMPARE_MAP)}>
                <table class="ds-table compare-map">
                    { leaf("caption", "", ctx.t(key::COMPARE_CAPTION)) }
                    { heads(ctx, key::COMPARE_COL_ITEM, all) }
                    { for Level::ALL.map(group) }
                </table>
            </div>
        </section>
    }
}

fn cell(ctx: &Context, assessment: &Assessment, item: Item, by: Option<i8>) -> Html {
    if !assessment.variant.asks(item) {
        return html! {
            <td class="cell" data-answer="unasked">{ ctx.t(key::RESULT_NOT_ASKED) }</td>
        };
    }
    let answer = *assessment.answers().get(item);
    let code = answer.map_or("none", Answer::code);
    html! {
        <td class="cell" data-answer={code}>
            if let Some(halves) = answer.and_then(Answer::halves) {
                { figure::halves(halves) }{ " " }
            }
            { stepped(ctx, answer) }
            { difference(ctx, by) }
        </td>
    }
}

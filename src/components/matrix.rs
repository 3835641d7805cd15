//! The map: levels down, themes across, each cell what was answered. On a narrow screen the same
//! table is laid out the other way: themes down, levels across. A cell opens below the map, and
//! closes to where one was.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Answer, Item, Kind, Level, Theme};
use forankring_core::texts::{Key, key};
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use super::parts::waiting;
use super::words;
use crate::components::prose::{Look, button, leaf, node};
use crate::context::{Context, Sheet};
use crate::grounds::grounds;

/// The map of the answers; where one can act on them, each opens.
pub fn matrix(
    ctx: &Context,
    assessment: &Assessment,
    reader: Option<&Sheet<State, Event>>,
) -> Html {
    let captions = [key::RESULT_MAP_CAPTION, key::RESULT_MAP_CAPTION_NARROW];
    let map = grid(ctx, assessment.kind, captions, "map-frame", &|item| {
        answered(ctx, assessment, item, reader)
    });
    let shown = reader.and_then(|reader| opened(reader, assessment));
    html! { <>{ map }{ shown }</> }
}

/// Levels down, themes across, and a cell for each item. Laid out as a grid, so that it can be
/// turned: what each part is must be told.
pub fn grid(
    ctx: &Context,
    kind: Kind,
    [wide, narrow]: [Key; 2],
    class: &'static str,
    cell: &dyn Fn(Item) -> Html,
) -> Html {
    let head = |role, name| html! { <div {role} class="map-head">{ leaf("span", "", name) }</div> };
    let heads = Theme::ALL.map(|theme| head("columnheader", ctx.t(words::theme(theme))));
    // Only those who listen need a name for what the corner heads.
    let corner = leaf("span", "unseen", ctx.t(key::RESULT_COL_LEVEL));
    let corner = html! { <div role="columnheader">{ corner }</div> };
    let first = html! { <div role="row">{ corner }{ for heads }</div> };
    let rows = Level::ALL.into_iter().map(|level| {
        html! {
            <div key={level.id()} role="row">
                { head("rowheader", ctx.t(words::level(level, kind))) }
                { for level.items().into_iter().map(cell) }
            </div>
        }
    });
    html! {
        <div {class}>
            <p class="map-caption">
                { leaf("span", "map-wide", ctx.t(wide)) }
                { leaf("span", "map-narrow", ctx.t(narrow)) }
            </p>
            <div role="table" class="matrix" aria-label={ctx.t(key::RESULT_MAP_HEADING)}>
                { first }{ for rows }
            </div>
        </div>
    }
}

/// The id of a cell that opens.
fn id(item: Item) -> String {
    format!("kart-{}", item.id())
}

fn answered(
    ctx: &Context,
    assessment: &Assessment,
    item: Item,
    reader: Option<&Sheet<State, Event>>,
) -> Html {
    let answer = assessment.entries.get(item).answer;
    let asked = assessment.variant.asks(item);
    let (code, name) = match asked {
        true => (answer.map_or("none", Answer::code), words::answer(answer)),
        false => ("unasked", key::RESULT_NOT_ASKED),
    };
    let shown = match (answer.and_then(Answer::halves), answer) {
        (Some(halves), _) => super::figure::halves(halves),
        (None, Some(Answer::DontKnow)) => "?".into(),
        (None, Some(_)) => "–".into(),
        (None, None) => html! {},
    };
    let content = vec![shown, leaf("span", "unseen", format!(" {}", ctx.t(name)))];
    let content = match reader.filter(|_| asked) {
        None => node("span", "cell-shown", content),
        Some(reader) => {
            let open = reader.own.opened == Some(item);
            let onclick = reader.on(Event::CellTurned(item));
            let (theme, level) = (
                words::theme(item.theme),
                words::level_in(item.level, assessment.kind),
            );
            let title = format!("{} {}", ctx.t(theme), ctx.t(level));
            html! {
                <button type="button" class="cell-shown" id={id(item)} {title} {onclick}
                    aria-expanded={if open { "true" } else { "false" }}>
                    { for content }
                </button>
            }
        }
    };
    html! {
        <div role="cell" key={item.id()} class="cell" data-answer={code}>{ content }</div>
    }
}

/// What was answered in the cell that is open.
fn opened(reader: &Sheet<State, Event>, assessment: &Assessment) -> Option<Html> {
    let item = reader.own.opened?;
    let ctx = reader.ctx;
    let close = reader.on(Event::CellTurned(item));
    let answer = match grounds() {
        Some(grounds) => vec![(grounds.answer)(ctx, assessment, item)],
        None => waiting(ctx, Some(reader)),
    };
    Some(html! {
        <div class="cell-opened" id="celle" tabindex="-1">
            { leaf("p", "eyebrow", ctx.t(words::level(item.level, assessment.kind))) }
            { for answer }
            { node("p", "actions", vec![
                button(Look::Secondary, "celle-lukk", ctx.t(key::RESULT_CELL_CLOSE), close),
            ]) }
        </div>
    })
}

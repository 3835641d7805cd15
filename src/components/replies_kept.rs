//! The replies that are kept, by level and round: whoever coordinates may take one out.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Level;
use forankring_core::panel::{FEWEST, Replies, Round, Row, counting};
use forankring_core::texts::key;
use forankring_session::screens::asking::{Event, State, list_id};
use yew::prelude::*;

use super::pager::{from, pager};
use super::prose::{folded, leaf, node};
use super::verdicts::round_of;
use super::words;
use crate::context::Sheet;

type Asking<'a> = Sheet<'a, State, Event>;

/// So many of a level are shown at a time.
const SHOWN: usize = 50;

/// All of them, folded away.
pub fn one_by_one(sheet: &Asking, open: &Assessment, replies: &Replies) -> Html {
    let ctx = sheet.ctx;
    let mut within = vec![
        leaf("p", "", ctx.t(key::ASK_LIST_LEAD)),
        leaf("p", "", ctx.t(key::ASK_BACKED_UP)),
        leaf("p", "quiet-text", ctx.t(key::ASK_TIMES)),
    ];
    let rounds = Round::FIRST.number()..=Round::LAST.number();
    for round in rounds.rev().filter_map(Round::new) {
        for level in Level::ALL {
            let rows = replies.all().iter();
            let of = |row: &&Row| (row.reply.level, row.reply.round) == (level, round);
            let rows: Vec<&Row> = rows.filter(of).collect();
            if !rows.is_empty() {
                within.push(of_level(sheet, open, (level, round), &rows, replies));
            }
        }
    }
    folded("more", false, ctx.t(key::ASK_LIST), within)
}

fn of_level(
    sheet: &Asking,
    open: &Assessment,
    (level, round): (Level, Round),
    rows: &[&Row],
    replies: &Replies,
) -> Html {
    let ctx = sheet.ctx;
    let counting = counting(replies, level, round);
    // Of fewer, when each came would tell whose it is.
    let timed = counting.len() >= FEWEST;
    let counts = |row: &Row| counting.iter().any(|other| other.link == row.link);
    let page = sheet.own.page(level, round);
    let first = from(page, SHOWN, rows.len());
    let lines = rows.iter().enumerate().skip(first).take(SHOWN);
    let lines = lines.map(|(n, row)| line(sheet, n + 1, row, counts(row), timed));
    let name = ctx.t(words::level(level, open.kind));
    let pages = pager(
        ctx,
        &list_id(level, round),
        (page, SHOWN, rows.len()),
        &sheet.send,
        move |page| Event::ListPage(level, round, page),
    );
    html! {
        <div key={list_id(level, round)}>
            <h3 id={list_id(level, round)} tabindex="-1">
                { format!("{name}, {}", round_of(ctx, round)) }
            </h3>
            { node("ul", "replies", lines.collect()) }
            { pages }
        </div>
    }
}

fn line(sheet: &Asking, n: usize, row: &Row, counts: bool, timed: bool) -> Html {
    let ctx = sheet.ctx;
    let number = n.to_string();
    let mut parts = vec![ctx.fill(key::ASK_ROW, &[("n", &number)])];
    if timed {
        let when = ctx.when(row.came);
        parts.push(ctx.fill(key::ASK_ROW_WHEN, &[("when", &when)]));
    }
    let (state, action) = match (row.out, counts) {
        (Some(_), _) => (Some(key::ASK_ROW_OUT), key::ASK_BRING),
        (None, false) => (Some(key::ASK_ROW_REPLACED), key::ASK_OUT),
        (None, true) => (None, key::ASK_OUT),
    };
    parts.extend(state.map(|state| ctx.t(state).to_owned()));
    let turn = sheet.on(Event::TurnWanted(row.link.clone()));
    let label = format!("{}: {number}", ctx.t(action));
    html! {
        <li key={row.link.clone()} data-out={row.out.is_some().to_string()}>
            <span>{ parts.join(", ") }</span>
            <button type="button" class="ds-button" data-variant="secondary" data-does="snu"
                aria-label={label} onclick={turn} disabled={sheet.own.is_busy()}>
                { ctx.t(action) }
            </button>
        </li>
    }
}

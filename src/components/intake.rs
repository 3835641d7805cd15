//! What would come in from a file, and how far taking it in has come.

use forankring_core::file::Unknown;
use forankring_core::keeping::Fate;
use forankring_core::numbers::show_count;
use forankring_core::texts::{Key, key};
use forankring_session::screens::intake::{Event, Incoming, SHOWN, Stage, State};
use yew::prelude::*;

use super::kept::name_of;
use super::notice::{self, Tone};
use super::prose::{Look, button, leaf, node, table_head};
use crate::context::{Context, Sheet};
use crate::input;

/// What came of choosing a file.
pub fn intake(sheet: &Sheet<State, Event>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let body = match &own.stage {
        Stage::Nothing | Stage::Reading(_) => html! {},
        Stage::Weighing { rest, weighed, .. } => {
            let of = weighed.len() + rest.len();
            working(sheet, key::BACKUP_WEIGHING, weighed.len(), of)
        }
        Stage::TakingIn { done, of, .. } => working(sheet, key::BACKUP_TAKING, *done, *of),
        Stage::Shown(incoming) => preview(sheet, incoming),
    };
    let taken = match own.stage {
        Stage::Nothing => own
            .told
            .as_ref()
            .filter(|told| told.key == key::BACKUP_TAKEN),
        _ => None,
    };
    html! {
        <div id="inntak" tabindex="-1">
            { notice::told(ctx, Tone::Info, taken) }
            { body }
        </div>
    }
}

/// Long work: how far it has come, and the way to stop it.
fn working(sheet: &Sheet<State, Event>, text: Key, done: usize, of: usize) -> Html {
    let ctx = sheet.ctx;
    let [n, of_all] = [done, of].map(|n| show_count(n, ctx.lang()));
    let label = ctx.fill(text, &[("n", &n), ("of", &of_all)]);
    let stop = input::deliberate(sheet.on(Event::Left));
    html! {
        <div class="working">
            <label for="fremgang">{ label }</label>
            <progress id="fremgang" value={done.to_string()} max={of.to_string()} />
            { node("p", "actions", vec![
                button(Look::Secondary, "la-vaere", ctx.t(key::BACKUP_STOP), stop),
            ]) }
        </div>
    }
}

fn said(fate: Fate) -> Key {
    match fate {
        Fate::New => key::BACKUP_NEW,
        Fate::Same => key::BACKUP_SAME,
        Fate::Newer => key::BACKUP_NEWER,
        Fate::Older => key::BACKUP_OLDER,
        Fate::Conflicting => key::BACKUP_CONFLICTING,
    }
}

fn preview(sheet: &Sheet<State, Event>, incoming: &[Incoming]) -> Html {
    let ctx = sheet.ctx;
    let rows = incoming.iter().take(SHOWN).enumerate().map(|(place, one)| {
        let saved = one.document.saved.map_or(String::new(), |ms| ctx.when(ms));
        html! {
            <tr key={place}>
                <td>{ name_of(ctx, &one.document.assessment) }</td>
                <td>{ saved }</td>
                <td data-fate={one.fate.id()}>
                    { ctx.t(said(one.fate)) }
                </td>
            </tr>
        }
    });
    let heads = [
        key::BACKUP_COL_NAME,
        key::BACKUP_COL_SAVED,
        key::BACKUP_COL_FATE,
    ];
    let more = incoming.len().saturating_sub(SHOWN);
    let unknown = &sheet.own.unknown;
    html! {
        <div class="incoming">
            { leaf("p", "", ctx.t(key::BACKUP_PREVIEW)) }
            <table class="ds-table">
                { table_head(&heads.map(|key| ctx.t(key))) }
                <tbody>{ for rows }</tbody>
            </table>
            if more > 0 {
                {
                    leaf(
                        "p",
                        "",
                        ctx.fill(key::BACKUP_MORE, &[("n", &show_count(more, ctx.lang()))]),
                    )
                }
            }
            if unknown.count() > 0 {
                {
                    leaf(
                        "p",
                        "",
                        ctx.fill(key::BACKUP_UNKNOWN, &[("fields", &named(ctx, unknown))]),
                    )
                }
            }
            { node("p", "actions", vec![
                button(
                    Look::Primary,
                    "ta-inn",
                    ctx.t(key::BACKUP_TAKE),
                    sheet.on(Event::TakeWanted),
                ),
                button(
                    Look::Secondary,
                    "la-vaere",
                    ctx.t(key::BACKUP_LEAVE),
                    sheet.on(Event::Left),
                ),
            ]) }
        </div>
    }
}

/// The first of the fields that are not known, and how many more there are.
fn named(ctx: &Context, unknown: &Unknown) -> String {
    let fields = unknown.first().join(", ");
    match unknown.more() {
        0 => fields,
        more => {
            let more = show_count(more, ctx.lang());
            ctx.fill(
                key::BACKUP_UNKNOWN_MORE,
                &[("fields", &fields), ("n", &more)],
            )
        }
    }
}

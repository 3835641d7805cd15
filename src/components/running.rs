//! The running back-up: a file that is kept up to date, where the browser can.

use forankring_core::texts::key;
use forankring_session::desk::{Bound, CopyState, Offer};
use forankring_session::screens::Event as On;
use forankring_session::screens::running::Event;
use yew::prelude::*;

use super::prose::{Look, button, leaf, node};
use crate::context::Top;

/// On the storage page: choosing a file, how it stands, ending it.
pub fn running_backup(top: &Top) -> Html {
    let ctx = top.ctx;
    let surroundings = &ctx.desk.surroundings;
    if surroundings.files == Offer::Missing {
        let insecure = surroundings.secure == Offer::Missing && !surroundings.site.is_empty();
        return match insecure {
            true => leaf("p", "quiet-text", ctx.t(key::BACKUP_RUN_INSECURE)),
            false => html! {},
        };
    }
    let (state, ways) = match &surroundings.bound {
        None => (
            ctx.t(key::BACKUP_RUN_LEAD).to_owned(),
            vec![ask(top, Event::BindWanted)],
        ),
        Some(bound) => (ctx.told(&bound.message()), {
            let mut ways = again(top, bound);
            ways.push(ask(top, Event::EndWanted));
            ways
        }),
    };
    html! {
        <section class="running">
            { leaf("h3", "", ctx.t(key::BACKUP_RUN_HEADING)) }
            { leaf("p", "", state) }
            { node("p", "actions", ways) }
        </section>
    }
}

/// What can be done to bring the file up to date.
fn again(top: &Top, bound: &Bound) -> Vec<Html> {
    match bound.state {
        // Told first: what someone else wrote there would be gone.
        CopyState::Changed => vec![ask(top, Event::OverwriteWanted)],
        _ => vec![ask(top, Event::WriteWanted)],
    }
}

/// On the start page: a word where the file is not up to date and can be.
pub fn running_trouble(top: &Top) -> Option<Html> {
    let ctx = top.ctx;
    let bound = ctx.desk.surroundings.bound.as_ref();
    let bound = bound.filter(|bound| !matches!(bound.state, CopyState::Written(_)))?;
    Some(html! {
        <div class="reminder">
            { leaf("p", "", ctx.told(&bound.message())) }
            { node("p", "actions", again(top, bound)) }
        </div>
    })
}

fn ask(top: &Top, event: Event) -> Html {
    let (id, label) = match event {
        Event::BindWanted => ("kopi-velg", key::BACKUP_RUN_BIND),
        Event::WriteWanted => ("kopi-skriv", key::BACKUP_RUN_AGAIN),
        Event::OverwriteWanted => ("kopi-over", key::BACKUP_RUN_OVER),
        Event::EndWanted => ("kopi-slutt", key::BACKUP_RUN_END),
    };
    button(
        Look::Secondary,
        id,
        top.ctx.t(label),
        top.on(On::Running(event)),
    )
}

//! The running back-up: a file that is kept up to date, where the browser can.

use forankring_core::texts::key;
use yew::prelude::*;

use super::kept::when;
use super::prose::{Look, button, leaf, node};
use crate::context::Context;
use crate::platform::file_copy::{self, Asked};
use crate::platform::pointer::{self, Copying};

/// On the storage page: choosing a file, how it stands, ending it.
pub fn running_backup(ctx: &Context) -> Html {
    if !file_copy::is_there() {
        return html! {};
    }
    let (state, ways) = match pointer::bound_file() {
        None => (
            leaf("p", "", ctx.t(key::BACKUP_RUN_LEAD)),
            vec![ask(ctx, Look::Secondary, Asked::Bind)],
        ),
        Some((name, copying)) => (
            leaf("p", "", said(ctx, &name, copying)),
            vec![
                ask(ctx, Look::Secondary, Asked::Again),
                ask(ctx, Look::Secondary, Asked::Unbind),
            ],
        ),
    };
    html! {
        <section class="running">
            { leaf("h3", "", ctx.t(key::BACKUP_RUN_HEADING)) }
            <div role="status">{ state }</div>
            { node("p", "actions", ways) }
        </section>
    }
}

/// On the start page: a word where the file is not up to date and can be.
pub fn running_trouble(ctx: &Context) -> Html {
    match pointer::bound_file() {
        Some((name, copying @ (Copying::Asks | Copying::Failed))) => html! {
            <div class="reminder">
                { leaf("p", "", said(ctx, &name, copying)) }
                { node("p", "actions", vec![ask(ctx, Look::Secondary, Asked::Again)]) }
            </div>
        },
        _ => html! {},
    }
}

fn said(ctx: &Context, name: &str, copying: Copying) -> String {
    let (text, at) = match copying {
        Copying::Written(Some(ms)) => (key::BACKUP_RUN_WRITTEN, when(ctx, ms)),
        Copying::Written(None) => (key::BACKUP_RUN_EMPTY, String::new()),
        Copying::Asks => (key::BACKUP_RUN_ASKS, String::new()),
        Copying::Failed => (key::BACKUP_RUN_FAILED, String::new()),
    };
    ctx.fill(text, &[("name", name), ("when", &at)])
}

fn ask(ctx: &Context, look: Look, asked: Asked) -> Html {
    let (id, label) = match asked {
        Asked::Bind => ("kopi-velg", key::BACKUP_RUN_BIND),
        Asked::Again => ("kopi-skriv", key::BACKUP_RUN_AGAIN),
        Asked::Unbind => ("kopi-slutt", key::BACKUP_RUN_END),
    };
    let act = Callback::from(move |_| file_copy::ask(asked));
    button(look, id, ctx.t(label), act)
}

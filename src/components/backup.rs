//! Back-ups: everything to a file, and back from one. What would come in is shown first,
//! and nothing that is kept is lost by it.

use forankring_core::texts::key;
use forankring_session::screens::Event as On;
use forankring_session::screens::privacy::State;
use forankring_session::screens::shelf::{self, Listing};
use yew::prelude::*;

use super::file_field::file_field;
use super::intake::intake;
use super::prose::{Look, button, leaf, node};
use super::running::{running_backup, running_trouble};
use crate::context::{Sheet, Top};

/// Ways to make a back-up and to bring one in.
pub fn backup(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let shelf = top.part(&own.shelf, On::Shelf);
    let files = top.part(&own.intake, On::Intake);
    // The first rendering knows nothing of what is stored.
    let last = match (&own.shelf.listing, ctx.desk.surroundings.last_backup) {
        (Listing::Read(..), Some(ms)) => ctx.fill(key::BACKUP_LAST, &[("when", &ctx.when(ms))]),
        (Listing::Read(..), None) => ctx.t(key::BACKUP_NEVER).to_owned(),
        (Listing::Unknown | Listing::Failed(_), _) => String::new(),
    };
    html! {
        <section class="backup">
            { leaf("h2", "", ctx.t(key::BACKUP_HEADING)) }
            { leaf("p", "", ctx.t(key::BACKUP_LEAD)) }
            { leaf("p", "", last) }
            { left_out(&shelf) }
            { node("p", "actions", vec![save_button(&shelf)]) }
            if own.shelf.listing != Listing::Unknown { { running_backup(top) } }
            { file_field(&files, "kopifil", (key::BACKUP_OPEN, key::BACKUP_OPEN_HELP)) }
            { intake(&files) }
        </section>
    }
}

/// What cannot be read does not go along: said, so that nobody relies on it.
fn left_out(sheet: &Sheet<shelf::State, shelf::Event>) -> Html {
    let records = sheet.own.records();
    match records.iter().filter(|record| record.kept.is_err()).count() {
        0 => html! {},
        n => {
            let text = sheet.ctx.fill(key::BACKUP_LEFT, &[("n", &n.to_string())]);
            leaf("p", "", text)
        }
    }
}

/// Saves everything that is kept and can be read, also what is in the bin.
pub fn save_button(sheet: &Sheet<shelf::State, shelf::Event>) -> Html {
    let label = sheet.ctx.t(key::BACKUP_SAVE);
    let wanted = sheet.on(shelf::Event::BackupWanted);
    button(Look::Secondary, "sikkerhetskopi", label, wanted)
}

/// A gentle word where much has changed since the last back-up; that the running one is not
/// up to date comes first.
pub fn reminder(top: &Top, own: &shelf::State) -> Html {
    let ctx = top.ctx;
    let trouble = running_trouble(top);
    match own.changed_since(ctx.desk.surroundings.last_backup) {
        n if n == 0 || trouble.is_some() => trouble.unwrap_or_default(),
        n => html! {
            <div class="reminder">
                { leaf("p", "", ctx.fill(key::BACKUP_REMIND, &[("n", &n.to_string())])) }
                { node("p", "actions", vec![save_button(&top.part(own, On::Shelf))]) }
            </div>
        },
    }
}

/// What the browser says of the space, in plain words.
pub fn facts(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let Some(facts) = own.facts else {
        return html! {};
    };
    let used = facts.used.map(|bytes| {
        let megabytes = bytes.div_ceil(1_000_000).to_string();
        ctx.fill(key::PRIVACY_USED, &[("n", &megabytes)])
    });
    let lasting = match facts.lasting {
        Some(true) => key::PRIVACY_LASTING,
        Some(false) => key::PRIVACY_NOT_LASTING,
        None => key::PRIVACY_LASTING_UNKNOWN,
    };
    let lasting = ctx.t(lasting).to_owned();
    let lines = used.into_iter().chain([lasting]);
    html! { <ul class="facts">{ for lines.map(|line| leaf("li", "", line)) }</ul> }
}

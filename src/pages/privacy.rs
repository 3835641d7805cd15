//! What is stored, where, for how long; and deleting it all.

use forankring_core::texts::{Key, key};
use forankring_session::screens::Event as On;
use forankring_session::screens::privacy::{Deletion, Event, State};
use forankring_session::screens::shelf::Listing;
use forankring_session::storage;
use yew::prelude::*;

use crate::components::backup::{backup, facts};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, button, h1, leaf, node};
use crate::context::{Sheet, Top};
use crate::input;

/// What the screen is called.
pub const TITLE: Key = key::PRIVACY_TITLE;

/// The storage and privacy screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    html! {
        <article>
            { h1(ctx.t(key::PRIVACY_HEADING)) }
            { leaf("p", "lead", ctx.t(key::PRIVACY_LEAD)) }
            <section id="lagret-her" tabindex="-1">
                { leaf("h2", "", ctx.t(key::PRIVACY_STORED_HEADING)) }
                { facts(top, own) }
                { stored_here(&top.part(own, On::Privacy)) }
            </section>
            { backup(top, own) }
            { leaf("h2", "", ctx.t(key::PRIVACY_WHO_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_WHO)) }
            { leaf("h2", "", ctx.t(key::PRIVACY_PEOPLE_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_PEOPLE)) }
            { leaf("h2", "", ctx.t(key::PRIVACY_ASKED_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_ASKED)) }
            { leaf("p", "", ctx.t(key::PRIVACY_ASKED_KEPT)) }
            { leaf("p", "", ctx.t(key::PRIVACY_ASKED_DELETE)) }
            { leaf("p", "", ctx.t(key::PRIVACY_PLAN_ASKED)) }
            { leaf("h2", "", ctx.t(key::PRIVACY_EVICT_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_EVICT)) }
        </article>
    }
}

fn stored_here(sheet: &Sheet<State, Event>) -> Html {
    let (ctx, own) = (sheet.ctx, sheet.own);
    let ways = |ways| node("p", "actions", ways);
    let body = match (&own.shelf.listing, own.deletion) {
        (_, Deletion::Done) => html! {},
        (_, Deletion::Under(_)) => leaf("p", "working", ctx.t(key::PRIVACY_DELETING)),
        (Listing::Unknown, _) => html! { <p class="opening quiet" /> },
        (Listing::Failed(problem), _) => {
            notice::notice(Tone::Warning, leaf("p", "", ctx.t(storage(*problem))))
        }
        (Listing::Read(records, _), _) if records.is_empty() => {
            leaf("p", "", ctx.t(key::PRIVACY_STORED_NONE))
        }
        (Listing::Read(..), Deletion::Asked) => html! {
            <div class="ds-alert notice" data-color="warning">
                { leaf("p", "", ctx.t(key::PRIVACY_DELETE_ASK)) }
                { ways(vec![
                    button(
                        Look::Danger,
                        "slett-ja",
                        ctx.t(key::PRIVACY_DELETE_CONFIRM),
                        input::deliberate(sheet.on(Event::DeleteConfirmed)),
                    ),
                    button(
                        Look::Secondary,
                        "slett-nei",
                        ctx.t(key::PRIVACY_DELETE_CANCEL),
                        sheet.on(Event::DeleteDenied),
                    ),
                ]) }
            </div>
        },
        (Listing::Read(records, count), Deletion::Nothing) => {
            let binned = records
                .iter()
                .filter_map(|record| record.kept.as_ref().ok()?.binned);
            let n = (count + binned.count()).to_string();
            html! {
                <>
                    { leaf("p", "", ctx.fill(key::PRIVACY_STORED, &[("n", &n)])) }
                    { leaf("p", "", ctx.t(key::PRIVACY_DELETE_LEAD)) }
                    { ways(vec![
                        button(
                            Look::Secondary,
                            "slett",
                            ctx.t(key::PRIVACY_DELETE),
                            sheet.on(Event::DeleteAsked),
                        ),
                    ]) }
                </>
            }
        }
    };
    html! { <>{ notice::told(ctx, Tone::Info, own.told.as_ref()) }{ body }</> }
}

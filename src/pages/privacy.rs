//! What is stored, where, for how long; and deleting it all.

use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::backup::{backup, facts};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, button, h1, leaf, node};
use crate::context::Context;
use crate::platform::{file_copy, pointer, storage, tabs};
use crate::session::{Aside, Beside, Listing};

/// The storage and privacy screen.
pub fn view(ctx: &Context) -> Html {
    html! {
        <article>
            { h1(ctx.t(key::PRIVACY_HEADING)) }
            { leaf("p", "lead", ctx.t(key::PRIVACY_LEAD)) }
            { stored_here(ctx) }
            { backup(ctx) }
            { leaf("h2", "", ctx.t(key::PRIVACY_WHO_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_WHO)) }
            { leaf("h2", "", ctx.t(key::PRIVACY_EVICT_HEADING)) }
            { leaf("p", "", ctx.t(key::PRIVACY_EVICT)) }
        </article>
    }
}

fn stored_here(ctx: &Context) -> Html {
    let delete = {
        let ctx = ctx.clone();
        Callback::from(move |_: MouseEvent| {
            let ctx = ctx.clone();
            spawn_local(async move {
                ctx.tell(match storage::delete_all().await {
                    Ok(()) => {
                        file_copy::ask(file_copy::Asked::Unbind);
                        pointer::clear_all();
                        tabs::tell_all();
                        Beside::AllDeleted
                    }
                    Err(problem) => Beside::Listed(Err(problem)),
                });
            });
        })
    };
    let body = match (&ctx.state.besides.kept, &ctx.state.besides.aside) {
        (_, Aside::Deleted) => html! { <p role="status">{ ctx.t(key::PRIVACY_DELETED) }</p> },
        (Listing::Unknown | Listing::First(..), _) => html! { <p class="opening quiet" /> },
        (Listing::Failed(problem), _) => notice::notice(
            Tone::Warning,
            leaf("p", "", ctx.t(notice::storage(*problem))),
        ),
        (Listing::Ready(records), _) if records.is_empty() => {
            leaf("p", "", ctx.t(key::PRIVACY_STORED_NONE))
        }
        (Listing::Ready(_), Aside::DeleteAsked) => notice::notice(
            Tone::Warning,
            html! {
                <>
                    { leaf("p", "", ctx.t(key::PRIVACY_DELETE_ASK)) }
                    { node("p", "actions", vec![
                        button(Look::Danger, "slett-ja", ctx.t(key::PRIVACY_DELETE_CONFIRM), delete),
                        button(Look::Secondary, "slett-nei", ctx.t(key::PRIVACY_DELETE_CANCEL), ctx.telling(Aside::Nothing)),
                    ]) }
                </>
            },
        ),
        (Listing::Ready(records), _) => html! {
            <>
                { leaf("p", "", ctx.fill(key::PRIVACY_STORED, &[("n", &records.len().to_string())])) }
                { leaf("p", "", ctx.t(key::PRIVACY_DELETE_LEAD)) }
                { node("p", "actions", vec![
                    button(Look::Secondary, "slett", ctx.t(key::PRIVACY_DELETE), ctx.telling(Aside::DeleteAsked)),
                ]) }
            </>
        },
    };
    html! {
        <section>
            { leaf("h2", "", ctx.t(key::PRIVACY_STORED_HEADING)) }
            { facts(ctx) }
            { body }
        </section>
    }
}

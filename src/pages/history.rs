//! Earlier states of an assessment: see them, and go back.

use forankring_core::keeping::Kept;
use forankring_core::scoring::score;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Origin, Session};
use forankring_session::screens::Event as On;
use forankring_session::screens::history::{Event, State};
use forankring_session::storage;
use yew::prelude::*;

use crate::components::kept::{answered, name_of};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, entry_button, h1, leaf};
use crate::components::reader::unread;
use crate::context::{Sheet, Top};

/// What the screen is called.
pub const TITLE: Key = key::HISTORY_TITLE;

/// The screen.
pub fn view(top: &Top, own: &State) -> Html {
    let ctx = top.ctx;
    let open = match &ctx.desk.session {
        Session::Opening => {
            return html! { <div>{ h1(ctx.t(key::HISTORY_HEADING)) }</div> };
        }
        Session::Nothing | Session::Failed(_) => return unread(top, &own.reader),
        Session::Open(open) => open,
    };
    let sheet = top.part(own, On::History);
    let body = match (&own.states, &open.origin) {
        (Some(Ok(states)), Origin::Kept(_)) if !states.is_empty() => html! {
            <ol class="kept-list states">
                { for states.iter().map(|state| entry(&sheet, state)) }
            </ol>
        },
        (Some(Err(problem)), _) => {
            notice::notice(Tone::Warning, leaf("p", "", ctx.t(storage(*problem))))
        }
        (None, Origin::Kept(_)) => html! { <p class="opening quiet" /> },
        _ => leaf("p", "", ctx.t(key::HISTORY_NONE)),
    };
    html! {
        <article>
            { h1(ctx.t(key::HISTORY_HEADING)) }
            { leaf("p", "lead", ctx.t(key::HISTORY_LEAD)) }
            <p>
                { leaf("strong", "", format!("{}: ", ctx.t(key::HISTORY_NOW))) }
                {
                    format!(
                        "{}. {}.",
                        name_of(ctx, &open.assessment),
                        answered(ctx, &open.assessment),
                    )
                }
            </p>
            { notice::told(ctx, Tone::Info, own.told.as_ref()) }
            { body }
        </article>
    }
}

fn entry(sheet: &Sheet<State, Event>, state: &Kept) -> Html {
    let ctx = sheet.ctx;
    let assessment = &state.assessment;
    let result = match score(&assessment.answers()).headline {
        Some(headline) => {
            let stage = headline.stage.number().to_string();
            ctx.fill(key::HISTORY_STAGE, &[("n", &stage)])
        }
        None => ctx.t(key::HISTORY_NO_STAGE).to_owned(),
    };
    let values = [
        ("answered", &*answered(ctx, assessment)),
        ("result", &result),
    ];
    let line = ctx.fill(key::HISTORY_STATE, &values);
    let back = sheet.on(Event::BackWanted(state.revision));
    html! {
        <li key={state.revision.to_string()} data-revision={state.revision.to_string()}>
            <div>
                { leaf("strong", "", ctx.when(state.saved)) }
                { leaf("span", "", format!("{}. {line}", name_of(ctx, assessment))) }
            </div>
            <p class="actions">
                { entry_button(Look::Secondary, "tilbake", ctx.t(key::HISTORY_GO_BACK), back) }
            </p>
        </li>
    }
}

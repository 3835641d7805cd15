//! Earlier states of an assessment: see them, and go back.

use forankring_core::address::Id;
use forankring_core::keeping::Kept;
use forankring_core::scoring::score;
use forankring_core::texts::key;
use wasm_bindgen_futures::spawn_local;
use yew::prelude::*;

use crate::components::kept::{answered, name_of, when};
use crate::components::notice::{self, Tone};
use crate::components::prose::{Look, entry_button, h1, leaf};
use crate::components::reader::unread;
use crate::context::Context;
use crate::platform::{clock, storage, tabs};
use crate::session::{Aside, Beside, Event, Origin, Session};

/// The screen.
pub fn view(ctx: &Context) -> Html {
    let open = match &ctx.state.session {
        Session::Opening => {
            return html! { <div>{ h1(ctx.t(key::HISTORY_HEADING)) }</div> };
        }
        Session::Nothing | Session::Failed(_) => return unread(ctx),
        Session::Open(open) => open,
    };
    let went = match &ctx.state.besides.aside {
        Aside::WentBack(at) => ctx.fill(key::HISTORY_WENT, &[("when", &when(ctx, at.ms))]),
        _ => String::new(),
    };
    let body = match (&ctx.state.besides.states, &open.origin) {
        (Some(Ok(states)), Origin::Kept(id)) if !states.is_empty() => html! {
            <ol class="kept-list states">{ for states.iter().map(|state| entry(ctx, id, state)) }</ol>
        },
        (Some(Err(problem)), _) => notice::notice(
            Tone::Warning,
            leaf("p", "", ctx.t(notice::storage(*problem))),
        ),
        (None, Origin::Kept(_)) => html! { <p class="opening quiet" /> },
        _ => leaf("p", "", ctx.t(key::HISTORY_NONE)),
    };
    html! {
        <article>
            { h1(ctx.t(key::HISTORY_HEADING)) }
            { leaf("p", "lead", ctx.t(key::HISTORY_LEAD)) }
            <p>
                { leaf("strong", "", format!("{}: ", ctx.t(key::HISTORY_NOW))) }
                { format!("{}. {}.", name_of(ctx, &open.assessment), answered(ctx, &open.assessment)) }
            </p>
            <p role="status">{ went }</p>
            if ctx.state.besides.aside == Aside::KeepingFailed {
                { notice::notice(Tone::Warning, leaf("p", "", ctx.t(key::KEPT_FAILED))) }
            }
            { body }
        </article>
    }
}

fn entry(ctx: &Context, id: &Id, state: &Kept) -> Html {
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
    let back = {
        let (ctx, id, state) = (ctx.clone(), id.clone(), state.clone());
        Callback::from(move |_| go_back(&ctx, id.clone(), state.clone()))
    };
    html! {
        <li key={state.revision.to_string()} data-revision={state.revision.to_string()}>
            <div>
                { leaf("strong", "", when(ctx, state.saved)) }
                { leaf("span", "", format!("{}. {line}", name_of(ctx, assessment))) }
            </div>
            <p class="actions">{ entry_button(Look::Secondary, "tilbake", ctx.t(key::HISTORY_GO_BACK), back) }</p>
        </li>
    }
}

fn go_back(ctx: &Context, id: Id, state: Kept) {
    let ctx = ctx.clone();
    let at = clock::at(state.saved);
    spawn_local(async move {
        match storage::go_back(&id, state.assessment, clock::now().ms).await {
            Ok(kept) => {
                tabs::tell_others(id.as_str());
                ctx.tell(Beside::AsideChanged(Aside::WentBack(at)));
                ctx.state
                    .dispatch(Event::WrittenElsewhere(id.clone(), kept));
                ctx.tell(Beside::StatesRead(storage::states(&id).await));
            }
            Err(_) => ctx.tell(Beside::AsideChanged(Aside::KeepingFailed)),
        }
    });
}

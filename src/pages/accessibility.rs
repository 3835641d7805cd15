//! What was done so that everyone can use it, and how it was tried.

use forankring_core::texts::key;
use yew::prelude::*;

use crate::components::prose::{h1, leaf};
use crate::context::Context;

/// The accessibility screen.
pub fn view(ctx: &Context) -> Html {
    html! {
        <article>
            { h1(ctx.t(key::ACCESS_HEADING)) }
            { leaf("p", "lead", ctx.t(key::ACCESS_LEAD)) }
            { leaf("h2", "", ctx.t(key::ACCESS_TESTED_HEADING)) }
            { leaf("p", "", ctx.t(key::ACCESS_TESTED)) }
            { leaf("h2", "", ctx.t(key::ACCESS_NOT_HEADING)) }
            { leaf("p", "", ctx.t(key::ACCESS_NOT)) }
            { leaf("h2", "", ctx.t(key::ACCESS_NOTICE_HEADING)) }
            { leaf("p", "", ctx.t(key::ACCESS_NOTICE)) }
        </article>
    }
}

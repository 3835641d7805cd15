//! The mark of the invented result: said at its top, with the way to an own one.

use forankring_core::catalogue::Variant;
use forankring_core::texts::key;
use forankring_session::desk::Origin;
use yew::prelude::*;

use super::notice::{Tone, notice};
use super::prose::{Look, leaf, link_button, node};
use crate::context::Context;

/// That it is invented, and the way to an own one.
pub fn sample_notice(ctx: &Context) -> Html {
    let own = ctx.start(Variant::Full);
    let said = vec![
        leaf("strong", "sample-mark", ctx.t(key::RESULT_SAMPLE_MARK)),
        leaf("p", "", ctx.t(key::RESULT_SAMPLE)),
        node(
            "p",
            "actions",
            vec![link_button(
                Look::Primary,
                "egen",
                own,
                ctx.t(key::START_GO),
            )],
        ),
    ];
    notice(Tone::Info, node("div", "sample", said))
}

/// The same on other screens that show it; nothing where something else is open.
pub fn sample_mark(ctx: &Context) -> Html {
    match ctx.open().map(|open| &open.origin) {
        Some(Origin::Sample) => sample_notice(ctx),
        _ => html! {},
    }
}

//! What shows the earlier answer to an item, once it was fetched: the code of a part, as in
//! [`crate::trying`], for most who answer follow no other assessment.

use std::cell::Cell;

use forankring_core::catalogue::Item;
use yew::prelude::*;

use crate::context::Context;

/// Draws it.
pub type Draw = fn(&Context, Item) -> Html;

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(draw: Draw) {
    DRAW.set(Some(draw));
}

/// The earlier answer, where there is one and what draws it has come.
pub fn before(ctx: &Context, item: Item) -> Html {
    DRAW.get()
        .map_or_else(Html::default, |draw| draw(ctx, item))
}

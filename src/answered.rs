//! What draws the reader's own answers beside a result, once it was fetched: the code of a part,
//! as in [`crate::trying`], for most who open a link were asked nothing.

use std::cell::Cell;

use forankring_core::answered::Answered;
use forankring_core::assessment::Assessment;
use forankring_session::screens::reader::{Event, State};
use yew::prelude::*;

use crate::context::Sheet;

/// Draws them.
pub type Draw = fn(&Assessment, &[Answered]) -> Html;

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(draw: Draw) {
    DRAW.set(Some(draw));
}

/// Her own answers, where there are some.
pub fn beside(reader: &Sheet<State, Event>, result: &Assessment) -> Option<Html> {
    let found = reader.own.answered.found.as_ref()?;
    Some(DRAW.get()?(result, found.shown()))
}

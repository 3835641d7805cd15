//! What draws reports on measures, once it was fetched: the code of a part, as in
//! [`crate::trying`]. Most who come to the plan neither ask for status nor report it.

use std::cell::Cell;

use forankring_core::assessment::Assessment;
use forankring_core::plan::Plan;
use forankring_session::screens::planning;
use forankring_session::screens::reporting::{Event, State};
use yew::prelude::*;

use crate::context::Sheet;

/// The plan's screen.
pub type Planning<'a> = Sheet<'a, planning::State, planning::Event>;
/// What belongs to reports on it.
pub type Reporting<'a> = Sheet<'a, State, Event>;

/// What draws them.
#[derive(Clone, Copy)]
pub struct Draw {
    /// The measures of somebody who is responsible, with what is said of each.
    pub reporting: fn(&Reporting, &Assessment) -> Html,
    /// Who is asked, and what came back.
    pub asked: fn(&Planning, &Assessment, &Plan) -> Html,
}

thread_local! {
    static DRAW: Cell<Option<Draw>> = const { Cell::new(None) };
}

/// It came, for as long as the page lives.
pub fn came(draw: Draw) {
    DRAW.set(Some(draw));
}

/// What draws them, where that has come.
pub fn drawing() -> Option<Draw> {
    DRAW.get()
}

//! Answering alone: the build that `/vurdering/` loads holds the items one at a time, and no
//! other screen.

use forankring_core::address::{Page, Route};
use forankring_core::link::Carried;

use crate::desk::Signal;
use crate::{Desk, Extent, Problem, Screens, Stamp};

/// No other screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Answering;

/// What cannot happen, and cannot be asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Never {}

impl Extent for Answering {
    /// One's own, or for somebody who asked: what is done at the desk is the same, and so is the
    /// code.
    fn has(route: Route) -> bool {
        matches!(route, Route::Answer | Route::Reply)
    }

    fn read_link(_: &str) -> Result<Carried, Problem> {
        Err(Problem::Place)
    }

    fn only_answers() -> bool {
        true
    }
}

impl Screens for Answering {
    type Extent = Answering;
    type Event = Never;
    type Command = Never;

    fn first(_: Page) -> Answering {
        Answering
    }

    fn react(&mut self, _: &mut Desk, _: Signal) -> Vec<Never> {
        Vec::new()
    }

    fn update(&mut self, _: &mut Desk, event: Never, _: &Stamp) -> Vec<Never> {
        match event {}
    }
}

//! A page that was loaded, with the build that its route loads.

use forankring_core::address::{Page, Route};
use forankring_session::answering::Answering;
use forankring_session::screens::Whole;
use forankring_session::{Desk, Stamp, State, update};

use super::{Command, Event};

/// One of both builds.
#[derive(Clone, Debug)]
pub enum Live {
    Answering(Box<State<Answering>>),
    Whole(Box<State<Whole>>),
}

/// What was asked for, or what came of it and was not told yet.
#[derive(Clone, Debug)]
pub enum Pending {
    Asked(Command),
    Told(Event),
}

/// A page in a tab.
#[derive(Clone, Debug)]
pub struct Doc {
    pub number: u32,
    pub live: Live,
    pub pending: Vec<Pending>,
    /// Everything that the session asked for.
    pub log: Vec<Command>,
}

impl Live {
    pub fn first(page: Page) -> Live {
        match page.route {
            Route::Answer => Live::Answering(Box::new(State::first(page))),
            _ => Live::Whole(Box::new(State::first(page))),
        }
    }

    pub fn desk(&self) -> &Desk {
        match self {
            Live::Answering(state) => &state.desk,
            Live::Whole(state) => &state.desk,
        }
    }

    pub fn screens(&self) -> Option<&Whole> {
        match self {
            Live::Answering(_) => None,
            Live::Whole(state) => Some(&state.screens),
        }
    }

    pub fn update(&mut self, event: Event, stamp: &Stamp) -> Vec<Command> {
        use forankring_session::Command as Asked;
        match self {
            Live::Whole(state) => update(state, event, stamp),
            Live::Answering(state) => {
                let event = match event {
                    Event::Desk(event) => forankring_session::Event::Desk(event),
                    // It holds no screen on which that could happen.
                    Event::Screen(_) => return Vec::new(),
                };
                let only_desk = |command| match command {
                    Asked::Desk(command) => Asked::Desk(command),
                    Asked::Screen(never) => match never {},
                };
                let asked = update(state, event, stamp);
                asked.into_iter().map(only_desk).collect()
            }
        }
    }
}

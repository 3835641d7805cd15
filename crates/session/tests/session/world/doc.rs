//! A page that was loaded, with the build that its route loads.

use forankring_core::address::{Page, Route};
use forankring_session::answering::Answering;
use forankring_session::screens::{Held, Screen};
use forankring_session::{
    Desk, Entry, Extent, Front, Overview, Planning, Reading, Rest, Sharing, Stamp, State, update,
};

use super::{Command, Event};

/// One of the builds.
#[derive(Clone, Debug)]
pub enum Live {
    Answering(Box<State<Answering>>),
    Overview(Box<State<Held<Overview>>>),
    Reading(Box<State<Held<Reading>>>),
    Front(Box<State<Held<Front>>>),
    Planning(Box<State<Held<Planning>>>),
    Sharing(Box<State<Held<Sharing>>>),
    Rest(Box<State<Held<Rest>>>),
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
        match Entry::of(page.route) {
            Entry::Answering => Live::Answering(Box::new(State::first(page))),
            Entry::Overview => Live::Overview(Box::new(State::first(page))),
            Entry::Reading => Live::Reading(Box::new(State::first(page))),
            Entry::Front => Live::Front(Box::new(State::first(page))),
            Entry::Planning => Live::Planning(Box::new(State::first(page))),
            Entry::Sharing => Live::Sharing(Box::new(State::first(page))),
            Entry::Rest => Live::Rest(Box::new(State::first(page))),
        }
    }

    /// Whether its build draws this screen.
    pub fn holds(&self, route: Route) -> bool {
        match self {
            Live::Answering(_) => Answering::has(route),
            Live::Overview(_) => Overview::has(route),
            Live::Reading(_) => Reading::has(route),
            Live::Front(_) => Front::has(route),
            Live::Planning(_) => Planning::has(route),
            Live::Sharing(_) => Sharing::has(route),
            Live::Rest(_) => Rest::has(route),
        }
    }

    pub fn desk(&self) -> &Desk {
        match self {
            Live::Answering(state) => &state.desk,
            Live::Overview(state) => &state.desk,
            Live::Reading(state) => &state.desk,
            Live::Front(state) => &state.desk,
            Live::Planning(state) => &state.desk,
            Live::Sharing(state) => &state.desk,
            Live::Rest(state) => &state.desk,
        }
    }

    pub fn screen(&self) -> Option<&Screen> {
        match self {
            Live::Answering(_) => None,
            Live::Overview(state) => Some(&state.screens.screen),
            Live::Reading(state) => Some(&state.screens.screen),
            Live::Front(state) => Some(&state.screens.screen),
            Live::Planning(state) => Some(&state.screens.screen),
            Live::Sharing(state) => Some(&state.screens.screen),
            Live::Rest(state) => Some(&state.screens.screen),
        }
    }

    pub fn update(&mut self, event: Event, stamp: &Stamp) -> Vec<Command> {
        use forankring_session::Command as Asked;
        match self {
            Live::Rest(state) => held::<Rest>(update(state, event, stamp)),
            Live::Planning(state) => held::<Planning>(update(state, event, stamp)),
            Live::Sharing(state) => held::<Sharing>(update(state, event, stamp)),
            Live::Front(state) => held::<Front>(update(state, event, stamp)),
            Live::Overview(state) => held::<Overview>(update(state, event, stamp)),
            Live::Reading(state) => held::<Reading>(update(state, event, stamp)),
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
                held::<Answering>(asked.into_iter().map(only_desk).collect())
            }
        }
    }
}

/// A build holds what carries out whatever it asks for.
fn held<G: Extent>(asked: Vec<Command>) -> Vec<Command> {
    for command in &asked {
        let holds = match command {
            Command::Desk(command) => command.is_asked_in::<G>(),
            Command::Screen(command) => command.is_asked_in::<G>(),
        };
        assert!(holds, "nothing carries out {command:?}");
    }
    asked
}

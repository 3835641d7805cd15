//! A page that was loaded, with the build that its route loads.

use forankring_core::address::{Page, Route};
use forankring_session::answering::Answering;
use forankring_session::replying::Replying;
use forankring_session::screens::{Held, Screen};
use forankring_session::{
    Desk, Entry, Extent, Front, Overview, Panel, Planning, Reading, Rest, Sharing, Stamp, State,
    update,
};

use forankring_session::{Command as Asked, Event as Happened, screens};

use super::{Command, Event};

/// One of the builds.
#[derive(Clone, Debug)]
pub enum Live {
    Answering(Box<State<Answering>>),
    Overview(Box<State<Held<Overview>>>),
    Reading(Box<State<Held<Reading>>>),
    Front(Box<State<Held<Front>>>),
    Planning(Box<State<Held<Planning>>>),
    Panel(Box<State<Held<Panel>>>),
    Replying(Box<State<Replying>>),
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
            Entry::Panel => Live::Panel(Box::new(State::first(page))),
            Entry::Replying => Live::Replying(Box::new(State::first(page))),
            Entry::Sharing => Live::Sharing(Box::new(State::first(page))),
            Entry::Rest => Live::Rest(Box::new(State::first(page))),
        }
    }

    /// Whether its build draws this screen.
    pub fn holds(&self, route: Route) -> bool {
        match self {
            Live::Answering(_) => route == Route::Answer,
            Live::Overview(_) => Overview::has(route),
            Live::Reading(_) => Reading::has(route),
            Live::Front(_) => Front::has(route),
            Live::Planning(_) => Planning::has(route),
            Live::Panel(_) => Panel::has(route),
            Live::Replying(_) => route == Route::Reply,
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
            Live::Panel(state) => &state.desk,
            Live::Replying(state) => &state.desk,
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
            Live::Panel(state) => Some(&state.screens.screen),
            Live::Replying(_) => None,
            Live::Sharing(state) => Some(&state.screens.screen),
            Live::Rest(state) => Some(&state.screens.screen),
        }
    }

    /// What a respondent's screen shows.
    pub fn replying(&self) -> Option<&Replying> {
        match self {
            Live::Replying(state) => Some(&state.screens),
            _ => None,
        }
    }

    pub fn update(&mut self, event: Event, stamp: &Stamp) -> Vec<Command> {
        let happened = match event.clone() {
            Event::Desk(event) => Happened::Desk(event),
            Event::Screen(event) => Happened::Screen(event),
            // It happens on one screen alone.
            Event::Reply(event) => match self {
                Live::Replying(state) => {
                    let asked = update(state, Happened::Screen(event), stamp);
                    return held::<Answering, _>(asked, Command::Reply);
                }
                _ => return Vec::new(),
            },
        };
        match self {
            Live::Rest(state) => on_screens::<Rest>(update(state, happened, stamp)),
            Live::Planning(state) => on_screens::<Planning>(update(state, happened, stamp)),
            Live::Panel(state) => on_screens::<Panel>(update(state, happened, stamp)),
            Live::Sharing(state) => on_screens::<Sharing>(update(state, happened, stamp)),
            Live::Front(state) => on_screens::<Front>(update(state, happened, stamp)),
            Live::Overview(state) => on_screens::<Overview>(update(state, happened, stamp)),
            Live::Reading(state) => on_screens::<Reading>(update(state, happened, stamp)),
            // They hold no screen on which anything else could happen.
            Live::Replying(state) => match event {
                Event::Desk(event) => held::<Answering, _>(
                    update(state, Happened::Desk(event), stamp),
                    Command::Reply,
                ),
                Event::Screen(_) | Event::Reply(_) => Vec::new(),
            },
            Live::Answering(state) => match event {
                Event::Desk(event) => {
                    let asked = update(state, Happened::Desk(event), stamp);
                    held::<Answering, _>(asked, |never| match never {})
                }
                Event::Screen(_) | Event::Reply(_) => Vec::new(),
            },
        }
    }
}

/// A build with these screens holds what carries out whatever it asks for.
fn on_screens<G: Extent>(asked: Vec<Asked<screens::Command>>) -> Vec<Command> {
    for command in &asked {
        if let Asked::Screen(command) = command {
            assert!(
                command.is_asked_in::<G>(),
                "nothing carries out {command:?}"
            );
        }
    }
    held::<G, _>(asked, Command::Screen)
}

/// The same of what is asked for at the desk.
fn held<G: Extent, C>(asked: Vec<Asked<C>>, screen: impl Fn(C) -> Command) -> Vec<Command> {
    let one = |command| match command {
        Asked::Desk(command) => {
            assert!(
                command.is_asked_in::<G>(),
                "nothing carries out {command:?}"
            );
            Command::Desk(command)
        }
        Asked::Screen(command) => screen(command),
    };
    asked.into_iter().map(one).collect()
}

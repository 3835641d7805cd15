//! A trial on a result: what would follow from other answers. Nothing of it is kept. What it
//! does and how it is drawn is fetched when it is wanted, for most only read: the session holds
//! what came as a value, and names nothing of it ([`Tool`]).

pub mod tool;

use forankring_core::catalogue::{Item, Step};
use forankring_core::plan::Trial;
use forankring_core::texts::{Texts, key};

use super::Command;
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp, Ticket};

/// The button that starts it, by its id.
pub const START: &str = "prov";
/// Its heading, by its id.
pub const HEAD: &str = "prove";
/// What is said of the plan, by its id.
pub const PLAN: &str = "prove-plan";

/// What a trial does, once it is here: [`tool::tool`].
#[derive(Clone, Copy, Debug)]
pub struct Tool {
    pub(super) update: fn(&mut State, &mut Desk, Event, &Stamp),
}

impl PartialEq for Tool {
    /// There is one.
    fn eq(&self, _: &Tool) -> bool {
        true
    }
}

/// How a trial stands.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub enum State {
    /// There is none.
    #[default]
    Off,
    /// What it needs is being fetched.
    Fetching(Ticket),
    /// That could not be fetched.
    Missing,
    /// There is one.
    On(Tool, Trying),
}

/// A trial under way.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct Trying {
    /// The steps that are tried.
    pub trial: Trial,
    /// How often all was taken back.
    pub round: u32,
    /// Whether the plan has room for it.
    pub room: Room,
}

/// Whether what was tried went into the plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Room {
    /// It would, or did.
    #[default]
    There,
    /// It did not: no more fits.
    Full,
}

/// What happened. Nothing of it is to be dropped, so the part that tells it shares no code for
/// that with what hears it.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Event {
    /// A trial is wanted.
    Wanted,
    /// What it needs came, with its words, or did not.
    Came(Ticket, Option<(Tool, Texts)>),
    /// A step is tried for an item; none: as it was answered.
    Tried(Item, Option<Step>),
    /// All that is tried is taken back.
    TakenBack,
    /// What is tried is to stand in the plan.
    ToPlan,
    /// The trial is over.
    Ended,
}

impl State {
    /// The trial, where there is one.
    pub fn trying(&self) -> Option<&Trying> {
        match self {
            State::On(_, trying) => Some(trying),
            _ => None,
        }
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match (&*self, event) {
            (State::Off | State::Missing, Event::Wanted) => {
                let ticket = desk.ticket();
                *self = State::Fetching(ticket);
                return vec![Command::FetchTrial(ticket)];
            }
            (State::Fetching(awaited), Event::Came(ticket, came)) if *awaited == ticket => {
                match came {
                    Some((tool, words)) => {
                        desk.more = desk::MoreWords::Here(words);
                        *self = State::On(tool, Trying::default());
                        desk.ask(desk::Command::Focus(Focus::Id(HEAD.to_owned())));
                    }
                    None => {
                        *self = State::Missing;
                        desk.say(Message::plain(key::RESULT_TRY_MISSING));
                    }
                }
            }
            (State::On(tool, _), event) => (tool.update)(self, desk, event, stamp),
            _ => {}
        }
        Vec::new()
    }
}

//! All screens but answering: what each shows besides what is open, and what happens
//! there. A screen's state begins anew whenever the screen is shown; parts that stand on
//! several screens (what is kept, files, what was received) are modules of their own.

pub mod again;
pub mod answered;
pub mod asking;
pub mod compare;
pub mod figures;
pub mod finder;
pub mod history;
pub mod intake;
pub mod method;
pub mod passing;
pub mod planning;
pub mod privacy;
pub mod reader;
pub mod reporting;
pub mod reports;
pub mod running;
pub mod series;
pub mod shelf;
pub mod start;
pub mod status;
pub mod tables;
pub mod trial;

mod command;
mod held;
mod underway;

pub use command::{Act, Command, Haste};
pub use held::{Held, Whole};

use forankring_core::keeping::StorageProblem;

use crate::Ticket;

/// The screen that is shown, with its state.
#[derive(Clone, Debug, PartialEq)]
pub enum Screen {
    /// One that shows nothing besides what is open.
    Plain,
    /// The front page.
    Start(start::State),
    /// One that shows a result: of one's own, or of a link.
    Reading(reader::State),
    /// The action plan.
    Plan(planning::State),
    /// How far it has come.
    Status(status::State),
    /// Asking others.
    Ask(asking::State),
    /// What they replied.
    Talk(asking::State),
    /// Passing a result on.
    Share(passing::State),
    /// Several results side by side.
    Compare(compare::State),
    /// Earlier states.
    History(history::State),
    /// The method.
    Method(method::State),
    /// What is stored.
    Privacy(privacy::State),
}

/// What happened on a screen, by its part.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// To what is kept.
    Shelf(shelf::Event),
    /// What was asked for was done to it, or not, for whichever part had asked.
    Done(Ticket, Result<(), StorageProblem>, Act),
    /// With a file that was opened.
    Intake(intake::Event),
    /// In the box for what was received.
    Finder(finder::Event),
    /// Something is dragged over where it can be opened.
    Dragged,
    /// To the running back-up.
    Running(running::Event),
    /// On a screen that shows a result.
    Reader(reader::Event),
    /// On the plan screen.
    Plan(planning::Event),
    /// On the status screen.
    Status(status::Event),
    /// On the screens that ask others, and tell what they replied.
    Ask(asking::Event),
    /// On the share screen.
    Share(passing::Event),
    /// On the screen that compares.
    Compare(compare::Event),
    /// On the history screen.
    History(history::Event),
    /// On the method screen.
    Method(method::Event),
    /// On the privacy screen.
    Privacy(privacy::Event),
}

impl Screen {
    /// What is kept, on screens that show it.
    pub fn shelf(&self) -> Option<&shelf::State> {
        match self {
            Screen::Start(screen) => Some(&screen.shelf),
            Screen::Compare(screen) => Some(&screen.shelf),
            Screen::Privacy(screen) => Some(&screen.shelf),
            _ => None,
        }
    }

    /// Files that are opened, on screens where that can be done.
    pub fn intake(&self) -> Option<&intake::State> {
        match self {
            Screen::Start(screen) => Some(&screen.intake),
            Screen::Compare(screen) => Some(&screen.intake),
            Screen::Privacy(screen) => Some(&screen.intake),
            _ => None,
        }
    }

    /// What belongs to reading a result.
    pub fn reader(&self) -> Option<&reader::State> {
        match self {
            Screen::Reading(reader) => Some(reader),
            Screen::Plan(screen) => Some(&screen.reader),
            Screen::Status(screen) => Some(&screen.reader),
            Screen::Ask(screen) | Screen::Talk(screen) => Some(&screen.reader),
            Screen::Share(screen) => Some(&screen.reader),
            Screen::History(screen) => Some(&screen.reader),
            _ => None,
        }
    }

    /// The box for what was received.
    pub fn finder(&self) -> Option<&finder::State> {
        match self {
            Screen::Start(screen) => Some(&screen.finder),
            Screen::Compare(screen) => Some(&screen.finder),
            _ => self.reader().map(|reader| &reader.finder),
        }
    }
}

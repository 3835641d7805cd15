//! All screens but answering: what each shows besides what is open, and what happens
//! there. A screen's state begins anew whenever the screen is shown; parts that stand on
//! several screens (what is kept, files, what was received) are modules of their own.

pub mod compare;
pub mod finder;
pub mod history;
pub mod intake;
pub mod method;
pub mod passing;
pub mod privacy;
pub mod reader;
pub mod running;
pub mod shelf;
pub mod start;

mod command;
mod underway;

pub use command::{Act, Command};

use forankring_core::address::{Page, Route};
use forankring_core::keeping::StorageProblem;

use crate::desk::Signal;
use crate::extent::All;
use crate::{Desk, Screens, Stamp, Ticket};

/// The screen that is shown, with its state.
#[derive(Clone, Debug, PartialEq)]
pub enum Whole {
    /// One that shows nothing besides what is open.
    Plain,
    /// The front page.
    Start(start::State),
    /// One that shows a result: of one's own, or of a link.
    Reading(reader::State),
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
    /// To the running back-up.
    Running(running::Event),
    /// On a screen that shows a result.
    Reader(reader::Event),
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

impl Whole {
    fn of(route: Route) -> Whole {
        match route {
            Route::Start => Whole::Start(start::State::default()),
            Route::Result | Route::Plan => Whole::Reading(reader::State::default()),
            Route::Share => Whole::Share(passing::State::default()),
            Route::Compare => Whole::Compare(compare::State::default()),
            Route::History => Whole::History(history::State::default()),
            Route::Method => Whole::Method(method::State::default()),
            Route::Privacy => Whole::Privacy(privacy::State::default()),
            Route::Setup | Route::Answer | Route::Level | Route::Meeting | Route::Accessibility => {
                Whole::Plain
            }
        }
    }

    /// What is kept, on screens that show it.
    pub fn shelf(&self) -> Option<&shelf::State> {
        match self {
            Whole::Start(screen) => Some(&screen.shelf),
            Whole::Compare(screen) => Some(&screen.shelf),
            Whole::Privacy(screen) => Some(&screen.shelf),
            _ => None,
        }
    }

    /// Files that are opened, on screens where that can be done.
    pub fn intake(&self) -> Option<&intake::State> {
        match self {
            Whole::Start(screen) => Some(&screen.intake),
            Whole::Compare(screen) => Some(&screen.intake),
            Whole::Privacy(screen) => Some(&screen.intake),
            _ => None,
        }
    }

    /// What belongs to reading a result.
    pub fn reader(&self) -> Option<&reader::State> {
        match self {
            Whole::Reading(reader) => Some(reader),
            Whole::Share(screen) => Some(&screen.reader),
            Whole::History(screen) => Some(&screen.reader),
            _ => None,
        }
    }

    /// The box for what was received.
    pub fn finder(&self) -> Option<&finder::State> {
        match self {
            Whole::Start(screen) => Some(&screen.finder),
            Whole::Compare(screen) => Some(&screen.finder),
            _ => self.reader().map(|reader| &reader.finder),
        }
    }

    fn shelf_mut(&mut self) -> Option<&mut shelf::State> {
        match self {
            Whole::Start(screen) => Some(&mut screen.shelf),
            Whole::Compare(screen) => Some(&mut screen.shelf),
            Whole::Privacy(screen) => Some(&mut screen.shelf),
            _ => None,
        }
    }

    fn intake_mut(&mut self) -> Option<&mut intake::State> {
        match self {
            Whole::Start(screen) => Some(&mut screen.intake),
            Whole::Compare(screen) => Some(&mut screen.intake),
            Whole::Privacy(screen) => Some(&mut screen.intake),
            _ => None,
        }
    }

    fn reader_mut(&mut self) -> Option<&mut reader::State> {
        match self {
            Whole::Reading(reader) => Some(reader),
            Whole::Share(screen) => Some(&mut screen.reader),
            Whole::History(screen) => Some(&mut screen.reader),
            _ => None,
        }
    }

    fn finder_mut(&mut self) -> Option<&mut finder::State> {
        match self {
            Whole::Start(screen) => Some(&mut screen.finder),
            Whole::Compare(screen) => Some(&mut screen.finder),
            _ => self.reader_mut().map(|reader| &mut reader.finder),
        }
    }

    /// What is to be read for the screen that is shown.
    fn arrived(&mut self, desk: &mut Desk) -> Vec<Command> {
        let mut commands = Vec::new();
        if let Some(shelf) = self.shelf_mut() {
            commands.extend(shelf.read(desk));
        }
        match self {
            Whole::Privacy(screen) => commands.extend(screen.arrived(desk)),
            Whole::History(screen) => commands.extend(screen.read(desk)),
            Whole::Share(screen) => screen.opened(desk),
            _ => {}
        }
        commands
    }
}

impl Screens for Whole {
    type Extent = All;
    type Event = Event;
    type Command = Command;

    fn first(page: Page) -> Whole {
        Whole::of(page.route)
    }

    fn react(&mut self, desk: &mut Desk, signal: Signal) -> Vec<Command> {
        match signal {
            Signal::Arrived => {
                *self = Whole::of(desk.page.route);
                self.arrived(desk)
            }
            Signal::Moved => {
                if let Some(reader) = self.reader_mut() {
                    *reader = reader::State::default();
                }
                if let Whole::Compare(screen) = self {
                    screen.moved();
                }
                Vec::new()
            }
            Signal::Opened => match self {
                Whole::History(screen) => screen.read(desk),
                Whole::Share(screen) => {
                    screen.opened(desk);
                    Vec::new()
                }
                _ => Vec::new(),
            },
            Signal::KeptChanged => {
                let mut commands = Vec::new();
                if let Some(shelf) = self.shelf_mut() {
                    commands.extend(shelf.read(desk));
                }
                match self {
                    Whole::History(screen) => commands.extend(screen.read(desk)),
                    // What other tabs entered comes with a receipt, too.
                    Whole::Share(screen) => screen.opened(desk),
                    _ => {}
                }
                commands
            }
            Signal::TimePassed(ticket) => {
                if let Some(shelf) = self.shelf_mut() {
                    shelf.time_passed(desk, ticket);
                }
                if let Some(intake) = self.intake_mut() {
                    intake.time_passed(desk, ticket);
                }
                if let Some(reader) = self.reader_mut() {
                    reader.time_passed(desk, ticket);
                }
                match self {
                    Whole::Privacy(screen) => screen.time_passed(desk, ticket),
                    Whole::History(screen) => screen.time_passed(desk, ticket),
                    _ => {}
                }
                Vec::new()
            }
        }
    }

    fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        // What was done is told to all, once, also where the screen that asked is left.
        if let Event::Done(ticket, result, act) = &event {
            if !desk.acted(*ticket) {
                return Vec::new();
            }
            if result.is_ok() {
                shelf::done(desk, *ticket, act);
            }
        }
        if let Event::Intake(intake::Event::TookIn(_, Ok(_))) = &event {
            desk.wrote(crate::desk::Told::Changed);
        }
        match event {
            Event::Done(ticket, result, act) => {
                if let Some(shelf) = self.shelf_mut() {
                    shelf.acted(desk, ticket, result, &act);
                }
                if let (Whole::Privacy(screen), Act::DeleteAll(..)) = (&mut *self, &act) {
                    screen.deleted(desk, result);
                }
                if let Some(reader) = self.reader_mut() {
                    reader.kept(desk, ticket, result, stamp);
                }
                Vec::new()
            }
            Event::Shelf(event) => match self.shelf_mut() {
                Some(shelf) => shelf.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Intake(event) => match self {
                Whole::Compare(screen) => screen.filed(desk, event),
                _ => match self.intake_mut() {
                    Some(intake) => intake.update(desk, event, stamp),
                    None => Vec::new(),
                },
            },
            Event::Finder(event) => match self {
                Whole::Compare(screen) => screen.found(desk, event),
                _ => match self.finder_mut() {
                    Some(finder) => finder.update(desk, event, stamp),
                    None => Vec::new(),
                },
            },
            Event::Running(event) => running::update(desk, event),
            Event::Reader(event) => match self.reader_mut() {
                Some(reader) => reader.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Share(event) => match self {
                Whole::Share(screen) => screen.update(desk, event),
                _ => Vec::new(),
            },
            Event::Compare(event) => match self {
                Whole::Compare(screen) => screen.update(event),
                _ => Vec::new(),
            },
            Event::History(event) => match self {
                Whole::History(screen) => screen.update(desk, event, stamp),
                _ => history::left(desk, event),
            },
            Event::Method(event) => match self {
                Whole::Method(screen) => screen.update(event),
                _ => Vec::new(),
            },
            Event::Privacy(event) => match self {
                Whole::Privacy(screen) => screen.update(desk, event, stamp),
                _ => Vec::new(),
            },
        }
    }
}

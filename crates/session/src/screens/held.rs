//! The screens of one build: which of them hears what.

use std::marker::PhantomData;

use forankring_core::address::{Page, Route};

use super::{
    Act, Command, Event, Screen, asking, compare, finder, history, intake, method, passing,
    planning, privacy, reader, running, shelf, start, status,
};
use crate::desk::Signal;
use crate::{All, Desk, Extent, Screens, Stamp};

/// A screen's state, where it is shown: nothing of one that the build does not hold, which
/// is known when it is made.
macro_rules! shown {
    ($($name:ident: $screen:ident($state:ty);)*) => {$(
        fn $name(&mut self) -> Option<&mut $state> {
            match &mut self.screen {
                Screen::$screen(screen) if G::has(Route::$screen) => Some(screen),
                _ => None,
            }
        }
    )*};
}

/// The screens that a build holds, by its extent. Which these are is known when the build
/// is made, so it has the code of no others.
#[derive(Clone, Debug, PartialEq)]
pub struct Held<G> {
    /// The one that is shown.
    pub screen: Screen,
    extent: PhantomData<G>,
}

/// All of them.
pub type Whole = Held<All>;

impl<G: Extent> Held<G> {
    fn of(route: Route) -> Held<G> {
        let screen = match route {
            Route::Start if G::has(Route::Start) => Screen::Start(start::State::default()),
            Route::Result if G::has(Route::Result) => Screen::Reading(reader::State::default()),
            Route::Plan if G::has(Route::Plan) => Screen::Plan(planning::State::default()),
            Route::Status if G::has(Route::Status) => Screen::Status(status::State::default()),
            Route::Ask if G::has(Route::Ask) => Screen::Ask(asking::State::default()),
            Route::Talk if G::has(Route::Talk) => Screen::Talk(asking::State::default()),
            Route::Share if G::has(Route::Share) => Screen::Share(passing::State::default()),
            Route::Compare if G::has(Route::Compare) => Screen::Compare(compare::State::default()),
            Route::History if G::has(Route::History) => Screen::History(history::State::default()),
            Route::Method if G::has(Route::Method) => Screen::Method(method::State::default()),
            Route::Privacy if G::has(Route::Privacy) => Screen::Privacy(privacy::State::default()),
            _ => Screen::Plain,
        };
        Held {
            screen,
            extent: PhantomData,
        }
    }

    shown! {
        plan: Plan(planning::State);
        status: Status(status::State);
        share: Share(passing::State);
        compare: Compare(compare::State);
        history: History(history::State);
        method: Method(method::State);
        privacy: Privacy(privacy::State);
    }

    fn reading(&mut self) -> Option<&mut reader::State> {
        match &mut self.screen {
            Screen::Reading(screen) if G::has(Route::Result) => Some(screen),
            _ => None,
        }
    }

    fn asking(&mut self) -> Option<&mut asking::State> {
        match &mut self.screen {
            Screen::Ask(screen) | Screen::Talk(screen) if G::has(Route::Ask) => Some(screen),
            _ => None,
        }
    }

    fn shelf(&mut self) -> Option<&mut shelf::State> {
        match &mut self.screen {
            Screen::Start(screen) if G::has(Route::Start) => Some(&mut screen.shelf),
            Screen::Compare(screen) if G::has(Route::Compare) => Some(&mut screen.shelf),
            Screen::Privacy(screen) if G::has(Route::Privacy) => Some(&mut screen.shelf),
            _ => None,
        }
    }

    fn intake(&mut self) -> Option<&mut intake::State> {
        match &mut self.screen {
            Screen::Start(screen) if G::has(Route::Start) => Some(&mut screen.intake),
            Screen::Compare(screen) if G::has(Route::Compare) => Some(&mut screen.intake),
            Screen::Privacy(screen) if G::has(Route::Privacy) => Some(&mut screen.intake),
            _ => None,
        }
    }

    fn reader(&mut self) -> Option<&mut reader::State> {
        match &mut self.screen {
            Screen::Reading(reader) if G::has(Route::Result) => Some(reader),
            Screen::Plan(screen) if G::has(Route::Plan) => Some(&mut screen.reader),
            Screen::Status(screen) if G::has(Route::Status) => Some(&mut screen.reader),
            Screen::Ask(screen) | Screen::Talk(screen) if G::has(Route::Ask) => {
                Some(&mut screen.reader)
            }
            Screen::Share(screen) if G::has(Route::Share) => Some(&mut screen.reader),
            Screen::History(screen) if G::has(Route::History) => Some(&mut screen.reader),
            _ => None,
        }
    }

    fn finder(&mut self) -> Option<&mut finder::State> {
        match &mut self.screen {
            Screen::Start(screen) if G::has(Route::Start) => Some(&mut screen.finder),
            Screen::Compare(screen) if G::has(Route::Compare) => Some(&mut screen.finder),
            Screen::Reading(reader) if G::has(Route::Result) => Some(&mut reader.finder),
            Screen::Plan(screen) if G::has(Route::Plan) => Some(&mut screen.reader.finder),
            Screen::Status(screen) if G::has(Route::Status) => Some(&mut screen.reader.finder),
            Screen::Share(screen) if G::has(Route::Share) => Some(&mut screen.reader.finder),
            Screen::History(screen) if G::has(Route::History) => Some(&mut screen.reader.finder),
            _ => None,
        }
    }

    /// What is open is another one, or was changed: what is to be read for it.
    fn changed(&mut self, desk: &mut Desk) -> Vec<Command> {
        if let Some(screen) = self.share() {
            screen.opened(desk);
        }
        if let Some(screen) = self.plan() {
            screen.drawn.opened(desk);
            return screen.reporting.opened(desk);
        }
        if let Some(screen) = self.status() {
            return screen.read(desk);
        }
        if let Some(screen) = self.asking() {
            return screen.read(desk);
        }
        if let Some(screen) = self.history() {
            return screen.read(desk);
        }
        match self.reading() {
            Some(screen) => screen.shown(desk),
            None => Vec::new(),
        }
    }

    /// What is to be read for the screen that is shown.
    fn arrived(&mut self, desk: &mut Desk) -> Vec<Command> {
        let mut commands = Vec::new();
        if let Some(shelf) = self.shelf() {
            commands.extend(shelf.read(desk));
        }
        if let Some(screen) = self.privacy() {
            commands.extend(screen.arrived(desk));
        }
        if let Some(screen) = self.history() {
            commands.extend(screen.read(desk));
        }
        if let Some(screen) = self.status() {
            commands.extend(screen.read(desk));
        }
        if let Some(screen) = self.asking() {
            commands.extend(screen.read(desk));
        }
        if let Some(screen) = self.reading() {
            commands.extend(screen.shown(desk));
        }
        if let Some(screen) = self.share() {
            screen.opened(desk);
        }
        if let Some(screen) = self.plan() {
            screen.drawn.opened(desk);
            commands.extend(screen.reporting.opened(desk));
        }
        commands
    }
}

impl<G: Extent> Screens for Held<G> {
    type Extent = G;
    type Event = Event;
    type Command = Command;

    fn first(page: Page) -> Held<G> {
        Held::of(page.route)
    }

    fn react(&mut self, desk: &mut Desk, signal: Signal) -> Vec<Command> {
        match signal {
            Signal::Arrived => {
                *self = Held::of(desk.page.route);
                self.arrived(desk)
            }
            Signal::Moved => {
                if let Some(reader) = self.reader() {
                    reader.moved();
                }
                if let Some(screen) = self.plan() {
                    *screen = std::mem::take(screen).moved();
                }
                if let Some(screen) = self.status() {
                    *screen = status::State::default();
                }
                if let Some(screen) = self.compare() {
                    screen.moved();
                }
                if let Some(screen) = self.asking() {
                    screen.moved();
                    // A reply may stand there now.
                    return screen.read(desk);
                }
                Vec::new()
            }
            Signal::Opened => self.changed(desk),
            Signal::KeptChanged => {
                let mut commands = Vec::new();
                if let Some(shelf) = self.shelf() {
                    commands.extend(shelf.read(desk));
                }
                if let Some(screen) = self.plan() {
                    screen.reporting.kept_changed(desk);
                }
                // What other tabs entered comes with a receipt, too.
                commands.extend(self.changed(desk));
                commands
            }
            // Of the screen of a respondent, which is a build of its own, or of reports.
            Signal::Sought => match self.plan() {
                Some(screen) => screen.reporting.sought(desk),
                None => Vec::new(),
            },
            Signal::ReplyLoaded(id, loaded) => {
                if let Some(screen) = self.plan() {
                    screen.reporting.loaded(desk, id, *loaded);
                }
                Vec::new()
            }
            Signal::TimePassed(ticket) => {
                if let Some(shelf) = self.shelf() {
                    shelf.time_passed(desk, ticket);
                }
                if let Some(intake) = self.intake() {
                    intake.time_passed(desk, ticket);
                }
                if let Some(finder) = self.finder() {
                    finder.time_passed(desk, ticket);
                }
                if let Some(reader) = self.reader() {
                    reader.time_passed(desk, ticket);
                }
                if let Some(screen) = self.privacy() {
                    screen.time_passed(desk, ticket);
                }
                if let Some(screen) = self.history() {
                    screen.time_passed(desk, ticket);
                }
                if let Some(screen) = self.plan() {
                    screen.drawn.time_passed(ticket);
                }
                if let Some(screen) = self.status() {
                    screen.time_passed(ticket);
                }
                if let Some(screen) = self.asking() {
                    screen.time_passed(desk, ticket);
                }
                Vec::new()
            }
            Signal::Mended(ticket, mended) => {
                match self.compare() {
                    Some(screen) => screen.mended(desk, ticket, mended),
                    None => {
                        if let Some(finder) = self.finder() {
                            finder.mended(desk, ticket, mended);
                        }
                    }
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
        if event == Event::Intake(intake::Event::TakeWanted) {
            let last = desk.surroundings.last_backup;
            let shelf = self.shelf();
            let all = shelf.is_some_and(|shelf| shelf.changed_since(last) == 0);
            if let Some(intake) = self.intake().filter(|_| all) {
                intake.completes_the_backup();
            }
        }
        if let Event::Intake(intake::Event::TookIn(_, Ok(_))) = &event {
            desk.wrote(crate::desk::Told::Changed);
        }
        match event {
            Event::Done(ticket, result, act) => {
                if let Some(shelf) = self.shelf() {
                    shelf.acted(desk, ticket, result, &act);
                }
                if let (Some(screen), Act::DeleteAll(..)) = (self.privacy(), &act) {
                    screen.deleted(desk, result);
                }
                if let Some(reader) = self.reader() {
                    reader.kept(desk, ticket, result);
                }
                Vec::new()
            }
            Event::Shelf(event) => match self.shelf() {
                Some(shelf) => shelf.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Intake(event) => match self.compare() {
                Some(screen) => screen.filed(desk, event),
                None => match self.intake() {
                    Some(intake) => intake.update(desk, event, stamp),
                    None => Vec::new(),
                },
            },
            Event::Finder(event) => match self.compare() {
                Some(screen) => screen.found(desk, event),
                None => match self.finder() {
                    Some(finder) => finder.update(desk, event),
                    None => Vec::new(),
                },
            },
            Event::Dragged => {
                if let Screen::Start(screen) = &mut self.screen {
                    screen.dragged = true;
                }
                Vec::new()
            }
            Event::Running(event) if G::has(Route::Start) => running::update(desk, event),
            Event::Reader(event) => match self.reader() {
                Some(reader) => reader.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Plan(event) => match self.plan() {
                Some(screen) => screen.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Status(event) => match self.status() {
                Some(screen) => screen.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Ask(event) if G::has(Route::Ask) => match self.asking() {
                Some(screen) => screen.update(desk, event, stamp),
                None => {
                    asking::left(desk, &event);
                    Vec::new()
                }
            },
            Event::Share(event) => match self.share() {
                Some(screen) => screen.update(desk, event),
                None => Vec::new(),
            },
            Event::Compare(event) => match self.compare() {
                Some(screen) => screen.update(event),
                None => Vec::new(),
            },
            Event::History(event) if G::has(Route::History) => match self.history() {
                Some(screen) => screen.update(desk, event, stamp),
                None => history::left(desk, event),
            },
            Event::Method(event) => match self.method() {
                Some(screen) => screen.update(event),
                None => Vec::new(),
            },
            Event::Privacy(event) => match self.privacy() {
                Some(screen) => screen.update(desk, event, stamp),
                None => Vec::new(),
            },
            Event::Running(_) | Event::History(_) | Event::Ask(_) => Vec::new(),
        }
    }
}

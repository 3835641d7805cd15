//! A world around the session: one store, some tabs with their history, pages that are
//! hidden, put away, loaded anew or killed, and results that come when they like.

mod carry;
mod doc;
mod panel;
mod reports;
mod store;
mod tab;
mod user;

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Kind, Scope};
use forankring_core::day::Day;
use forankring_core::moment::Moment;
use forankring_core::texts::Lang;
use forankring_session::desk::{CopyState, Told};
use forankring_session::{Stamp, desk, replying, screens};

pub use carry::{PASSPHRASE, lock, unlock};
pub use doc::{Doc, Live, Pending};
pub use panel::{asking, invitation, invitation_link, packed_link};
pub use reports::assignment_link;
pub use store::{Mode, Store};
pub use tab::{Entry, Leaving, Tab, read};
pub use user::*;

/// Something that happens: on whichever screen.
#[derive(Clone, Debug)]
pub enum Event {
    Desk(desk::Event),
    Screen(screens::Event),
    /// On that of a respondent.
    Reply(replying::Event),
}

/// Something that is asked for: by whichever screen.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    Desk(desk::Command),
    Screen(screens::Command),
    /// By that of a respondent.
    Reply(replying::Command),
}

/// How a pending result comes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// It is carried out, and told.
    Comes,
    /// It is carried out; what came of it is told another time.
    Late,
    /// It is told, and told again another time.
    Twice,
    /// It fails.
    Fails,
    /// It is carried out, and never told.
    Lost,
    /// It is neither carried out nor told.
    Never,
}

/// Whether the browser lets the page keep small things: sessionStorage and localStorage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notes {
    There,
    Blocked,
}

pub struct World {
    pub store: Store,
    pub tabs: Vec<Tab>,
    pub notes: Notes,
    /// What localStorage says was open last.
    pub last: Option<Place>,
    /// The file of the running back-up: its state, and how often it was written.
    pub file: Option<(CopyState, u32)>,
    /// Files that were given out.
    pub saved: Vec<String>,
    /// What stands in the file that the user chooses.
    pub chosen: String,
    now: i64,
    drawn: u32,
    documents: u32,
}

pub fn page(route: Route) -> Page {
    let lang = Lang::Nb;
    Page { lang, route }
}

impl World {
    /// One tab at a page.
    pub fn at(route: Route, fragment: &str) -> World {
        let mut world = World {
            store: Store::default(),
            tabs: Vec::new(),
            notes: Notes::There,
            last: None,
            file: None,
            saved: Vec::new(),
            chosen: String::new(),
            now: 1_800_000_000_000,
            drawn: 0,
            documents: 0,
        };
        world.open_tab(route, fragment);
        world
    }

    /// Time goes on with everything that happens.
    pub fn stamp(&mut self) -> Stamp {
        self.now += 1_000;
        self.drawn += 1;
        let mut bytes = [0; 10];
        bytes[..4].copy_from_slice(&self.drawn.to_be_bytes());
        Stamp {
            at: self.moment(),
            fresh: Id::from_bytes(bytes),
        }
    }

    pub fn moment(&self) -> Moment {
        Moment {
            ms: self.now,
            day: Day::from_number((self.now / 86_400_000) as u16),
            hour: 12,
            minute: 0,
        }
    }

    pub fn ms(&self) -> i64 {
        self.now
    }

    fn document(&mut self) -> u32 {
        self.documents += 1;
        self.documents
    }

    /// Something happens on the page that a tab shows; what follows is done at once, or
    /// waits for its turn.
    pub fn happen(&mut self, tab: usize, event: Event) {
        let stamp = self.stamp();
        let Some(doc) = &mut self.tabs[tab].doc else {
            return;
        };
        let number = doc.number;
        let commands = doc.live.update(event, &stamp);
        doc.log.extend(commands.iter().cloned());
        let mut visit = None;
        for command in commands {
            match command {
                // The page goes on to the end of what was asked for.
                Command::Desk(desk::Command::Visit(..) | desk::Command::Reload(_)) => {
                    visit = Some(command);
                }
                other => self.run(tab, other),
            }
        }
        if let Some(visit) = visit {
            self.run(tab, visit);
        }
        if let Some(doc) = &self.tabs[tab].doc {
            let route = doc.live.desk().page.route;
            assert!(doc.live.holds(route), "nothing draws {route:?}");
        }
        // What was answered at once comes after everything that was asked for with it.
        while let Some(event) = self.tabs[tab].at_once.pop() {
            let here = self.tabs[tab].doc.as_ref();
            if here.is_some_and(|doc| doc.number == number) {
                self.happen(tab, event);
            }
        }
    }

    pub fn desk(&mut self, tab: usize, event: desk::Event) {
        self.happen(tab, Event::Desk(event));
    }

    pub fn screen(&mut self, tab: usize, event: screens::Event) {
        self.happen(tab, Event::Screen(event));
    }

    /// The other tabs are told; each hears of it in its own time. Pages that are put away
    /// hear nothing.
    fn tell(&mut self, from: usize, told: &Told) {
        for (n, tab) in self.tabs.iter_mut().enumerate() {
            if let Some(doc) = tab.doc.as_mut().filter(|_| n != from) {
                let heard = Event::Desk(desk::Event::Heard(told.clone()));
                doc.pending.push(Pending::Told(heard));
            }
        }
    }
}

/// A new assessment of a municipality.
pub fn blank() -> Assessment {
    Assessment::blank(Kind::Municipality, Scope::Organisation, Day::from_number(0))
}

//! A tab: its history, what lies ready for its next page, the page that it shows and
//! those that were put away whole.

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::json;
use forankring_core::keeping::Handover;
use forankring_session::desk::{self, Arrival, Bound, Entered, Surroundings};

use super::carry::writes;
use super::{Doc, Event, How, Live, Notes, Pending, World, page};

/// What an entry of the history holds beside the address.
#[derive(Clone, Debug, PartialEq)]
pub enum Carries {
    Nothing,
    Draft(Id),
    Carried(Vec<String>),
}

#[derive(Clone, Debug)]
pub struct Entry {
    pub page: Page,
    pub fragment: String,
    pub carries: Carries,
    pub document: u32,
}

impl Entry {
    fn draft(&self) -> Option<Id> {
        match &self.carries {
            Carries::Draft(id) => Some(id.clone()),
            Carries::Nothing | Carries::Carried(_) => None,
        }
    }
}

pub struct Tab {
    pub entries: Vec<Entry>,
    pub at: usize,
    /// What sessionStorage holds for the next page.
    pub left: Vec<String>,
    pub doc: Option<Doc>,
    /// Pages that may be shown again as they were.
    pub away: Vec<Doc>,
    /// What the browser answers before anything else happens.
    pub at_once: Vec<Event>,
}

/// What becomes of a page that is left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Leaving {
    /// It is put away whole.
    Away,
    /// It is gone; what it was about to write is written.
    Written,
    /// It is gone, with what it was about to write.
    Gone,
}

impl Tab {
    pub fn doc(&self) -> &Doc {
        self.doc.as_ref().expect("a page is shown")
    }

    pub fn entry(&self) -> &Entry {
        &self.entries[self.at]
    }
}

impl World {
    /// A new tab; its number.
    pub fn open_tab(&mut self, route: Route, fragment: &str) -> usize {
        let entry = self.entry(page(route), fragment, Carries::Nothing);
        self.tabs.push(Tab {
            entries: vec![entry],
            at: 0,
            left: Vec::new(),
            doc: None,
            away: Vec::new(),
            at_once: Vec::new(),
        });
        let tab = self.tabs.len() - 1;
        self.load(tab);
        tab
    }

    pub(super) fn entry(&mut self, page: Page, fragment: &str, carries: Carries) -> Entry {
        Entry {
            page,
            fragment: fragment.to_owned(),
            carries,
            document: self.document(),
        }
    }

    /// Loads the page of the entry at which the tab is.
    fn load(&mut self, tab: usize) {
        let here = &mut self.tabs[tab];
        let entry = &mut here.entries[here.at];
        let mut handed = match self.notes {
            Notes::There => std::mem::take(&mut here.left),
            Notes::Blocked => Vec::new(),
        };
        if let Carries::Carried(carried) = &entry.carries {
            handed = match handed.is_empty() {
                true => carried.clone(),
                false => handed,
            };
            entry.carries = Carries::Nothing;
        }
        let bound = self.file.map(|(state, _)| Bound {
            name: "kopi.json".to_owned(),
            state,
        });
        let arrival = Arrival {
            place: Some(Place::parse(&entry.fragment)),
            fragment: entry.fragment.clone(),
            draft: entry.draft(),
            handed: read(&handed),
            surroundings: Surroundings {
                site: "https://example.org/".to_owned(),
                bound,
                ..Surroundings::default()
            },
            ..Arrival::default()
        };
        let doc = Doc {
            number: entry.document,
            live: Live::first(entry.page),
            pending: Vec::new(),
            log: Vec::new(),
        };
        here.doc = Some(doc);
        self.desk(tab, desk::Event::Started(Box::new(arrival)));
    }

    pub(super) fn leave(&mut self, tab: usize, handed: &[Handover]) -> bool {
        if self.notes == Notes::There {
            self.tabs[tab].left = handed.iter().map(Handover::write).collect();
        }
        self.notes == Notes::There
    }

    /// The page goes.
    fn unload(&mut self, tab: usize, leaving: Leaving) {
        self.desk(tab, desk::Event::Hidden);
        let Some(doc) = self.tabs[tab].doc.take() else {
            return;
        };
        match leaving {
            Leaving::Away => self.tabs[tab].away.push(doc),
            Leaving::Gone => {}
            Leaving::Written => {
                for one in doc.pending {
                    if let Pending::Asked(command) = one
                        && writes(&command)
                    {
                        self.come_of(command, How::Lost);
                    }
                }
            }
        }
    }

    pub fn reload(&mut self, tab: usize, leaving: Leaving) {
        let leaving = match leaving {
            Leaving::Away => Leaving::Gone,
            other => other,
        };
        self.unload(tab, leaving);
        let number = self.document();
        let here = &mut self.tabs[tab];
        let before = here.entries[here.at].document;
        for entry in here.entries.iter_mut().filter(|one| one.document == before) {
            entry.document = number;
        }
        self.load(tab);
    }

    /// Loads the page of the entry again, as the session asks for it.
    pub(super) fn load_anew(&mut self, tab: usize, handed: &[Handover]) {
        if !handed.is_empty() && !self.leave(tab, handed) {
            let here = &mut self.tabs[tab];
            let carried = handed.iter().map(Handover::write).collect();
            here.entries[here.at].carries = Carries::Carried(carried);
        }
        self.reload(tab, Leaving::Away);
    }

    /// Loads another page of the site: what the session asks for with `Visit`.
    pub(super) fn visit(&mut self, tab: usize, to: Page, place: &Place, handed: &[Handover]) {
        let kept = handed.is_empty() || self.leave(tab, handed);
        let carries = match kept {
            true => Carries::Nothing,
            false => Carries::Carried(handed.iter().map(Handover::write).collect()),
        };
        let entry = self.entry(to, &place.to_string(), carries);
        self.unload(tab, Leaving::Away);
        let here = &mut self.tabs[tab];
        here.entries.truncate(here.at + 1);
        here.entries.push(entry);
        here.at += 1;
        self.load(tab);
    }

    /// Back or forth in the history of the tab.
    pub fn go(&mut self, tab: usize, by: isize, leaving: Leaving) {
        let here = &self.tabs[tab];
        let Some(at) = here.at.checked_add_signed(by) else {
            return;
        };
        let Some(entry) = here.entries.get(at).cloned() else {
            return;
        };
        if here.doc().number == entry.document {
            self.tabs[tab].at = at;
            let place = Place::parse(&entry.fragment);
            let draft = entry.draft();
            let moved =
                desk::Event::Moved(entry.page, place, entry.fragment, draft, Entered::Again);
            return self.desk(tab, moved);
        }
        self.unload(tab, leaving);
        let here = &mut self.tabs[tab];
        here.at = at;
        let found = here
            .away
            .iter()
            .position(|one| one.number == entry.document);
        match found {
            Some(found) => {
                let doc = here.away.remove(found);
                here.doc = Some(doc);
                self.returned(tab);
            }
            None => self.load(tab),
        }
    }

    /// A page that was put away is shown again as it was.
    fn returned(&mut self, tab: usize) {
        let left = match self.notes {
            Notes::There => Some(read(&std::mem::take(&mut self.tabs[tab].left))),
            Notes::Blocked => None,
        };
        self.desk(tab, desk::Event::Returned(left));
    }

    /// The page is hidden, and shown again.
    pub fn hide(&mut self, tab: usize) {
        self.desk(tab, desk::Event::Hidden);
    }

    pub fn show(&mut self, tab: usize) {
        self.desk(tab, desk::Event::Shown);
    }

    /// The browser throws away what it had put away.
    pub fn evict(&mut self, tab: usize) {
        self.tabs[tab].away.clear();
    }

    /// The browser is killed: only the store survives, and one opens the site anew.
    pub fn crash(&mut self, route: Route) {
        self.tabs.clear();
        self.open_tab(route, "");
    }
}

/// What stands there, read as the next page reads it.
pub fn read(texts: &[String]) -> Vec<Handover> {
    let handed = texts.iter();
    handed
        .filter_map(|text| Handover::read(text, json::parse))
        .collect()
}

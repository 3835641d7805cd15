//! What is kept in this browser, as a list, and all that can be done to it.

use forankring_core::address::Id;
use forankring_core::assessment::Name;
use forankring_core::file::{self, Document};
use forankring_core::keeping::{Listed, Record, StorageProblem};
use forankring_core::panel::Replies;
use forankring_core::series;
use forankring_core::texts::{Key, key};
use std::rc::Rc;

use super::underway::Underway;
use super::{Act, Command};
use crate::desk::{self, FileOut, Focus, Told};
use crate::{Desk, Message, Stamp, Ticket};

/// So many are read and shown at first, and with each further page.
pub const PAGE: usize = 50;
/// After so many milliseconds, that reading takes long is said.
const LONG: u32 = 4000;

/// What is kept, as far as it is known.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub enum Listing {
    /// Not read yet.
    #[default]
    Unknown,
    /// It could not be read.
    Failed(StorageProblem),
    /// The first of them were, of so many in all.
    Read(Rc<Vec<Record>>, usize),
}

/// What is kept, and what is being done to it.
#[derive(Clone, Debug, PartialEq)]
pub struct State {
    /// What is kept.
    pub listing: Listing,
    /// So many are shown.
    pub shown: usize,
    /// The record whose deletion for good waits for a yes, by its key.
    pub asked: Option<String>,
    /// What went wrong, or well, last.
    pub told: Option<Message>,
    reading: Option<Ticket>,
    acting: Underway<()>,
    backing_up: Underway<()>,
    raw: Option<Ticket>,
    tidied: Tidied,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Tidied {
    #[default]
    NotYet,
    Asked,
}

/// What happened to it.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// It was read.
    Listed(Ticket, Result<Listed, StorageProblem>),
    /// The user wants to see more of a long list.
    MoreWanted,
    /// The user put this in the bin.
    Binned(Id),
    /// The user took it out.
    Unbinned(Id),
    /// The user wants a copy of this, named as the text says.
    CopyWanted(Id, Name),
    /// The user wants this deleted for good: it is asked first.
    ForgetAsked(String),
    /// No.
    ForgetDenied,
    /// Yes.
    ForgetConfirmed(String),
    /// The user wants a record that cannot be read as it stands.
    RawWanted(String),
    /// It was read.
    RawRead(Ticket, Option<String>),
    /// The user wants everything in a file.
    BackupWanted,
    /// Everything was read.
    AllRead(Ticket, Result<Vec<(Record, Replies)>, StorageProblem>),
}

impl Default for State {
    fn default() -> State {
        State {
            listing: Listing::Unknown,
            shown: PAGE,
            asked: None,
            told: None,
            reading: None,
            acting: Underway::default(),
            backing_up: Underway::default(),
            raw: None,
            tidied: Tidied::NotYet,
        }
    }
}

/// What follows from something that was done, whatever screen is shown by now.
pub(super) fn done(desk: &mut Desk, ticket: Ticket, act: &Act) {
    match act {
        Act::Forget(name, _) => desk.deleted(Id::parse(name).as_slice(), ticket),
        Act::DeleteAll(_, open) => {
            desk.deleted(open, ticket);
            desk.all_forgotten();
        }
        Act::Bin(..) => desk.ask(desk::Command::ForgetLast),
        Act::Unbin(_) | Act::Add(..) => {}
    }
    desk.wrote(Told::Changed);
}

impl State {
    /// The records that are known.
    pub fn records(&self) -> &[Record] {
        match &self.listing {
            Listing::Read(records, _) => records,
            Listing::Unknown | Listing::Failed(_) => &[],
        }
    }

    /// Whether there is something in the list: also what cannot be read, not what is in the
    /// bin.
    pub fn lists_something(&self) -> bool {
        let listed = |record: &Record| record.kept.is_err() || record.shown().is_some();
        self.records().iter().any(listed)
    }

    /// How many kept assessments were changed since the last back-up.
    pub fn changed_since(&self, last: Option<i64>) -> usize {
        let last = last.unwrap_or(i64::MIN);
        let kept = self.records().iter().filter_map(Record::shown);
        // A reply is sent, and then done with.
        let worked_on = kept.filter(|kept| !kept.assessment.is_asked_for());
        worked_on
            .filter(|kept| kept.saved > last && kept.assessment.answered() >= 6)
            .count()
    }

    /// Whether something is being done that may not be started twice.
    pub fn is_acting(&self) -> bool {
        self.acting.is_on() || self.backing_up.is_on()
    }

    /// Reads what is kept, anew where it was read before.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        let ticket = desk.ticket();
        self.reading = Some(ticket);
        desk.ask(desk::Command::Wait(ticket, LONG));
        vec![Command::List(ticket, self.shown)]
    }

    /// Reading takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if self.reading == Some(ticket) && self.listing == Listing::Unknown {
            self.listing = Listing::Failed(StorageProblem::Slow);
        }
        let both = [&mut self.acting, &mut self.backing_up];
        for slow in both
            .into_iter()
            .filter_map(|one| one.time_passed(desk, ticket))
        {
            self.told = Some(slow);
        }
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::Listed(ticket, listed) => return self.listed(ticket, listed, stamp),
            Event::MoreWanted => {
                self.shown = self.shown.saturating_add(PAGE);
                return self.read(desk);
            }
            Event::Binned(id) => return self.act(desk, Act::Bin(id, stamp.at.ms)),
            Event::Unbinned(id) => return self.act(desk, Act::Unbin(id)),
            Event::CopyWanted(id, name) => return self.copy(desk, &id, name, stamp),
            Event::ForgetAsked(name) => {
                let yes = Focus::First(vec![format!("[data-key='{name}'] [data-does='glem-ja']")]);
                self.asked = Some(name);
                desk.say_at(Message::plain(key::KEPT_FORGET_ASK), yes);
            }
            Event::ForgetDenied => {
                if let Some(name) = self.asked.take() {
                    let back = format!("[data-key='{name}'] [data-does='glem']");
                    desk.say_at(
                        Message::plain(key::KEPT_NOT_FORGOTTEN),
                        Focus::First(vec![back]),
                    );
                }
            }
            Event::ForgetConfirmed(name) => {
                self.asked = None;
                return self.act(desk, Act::Forget(name, stamp.at.ms));
            }
            Event::RawWanted(name) => {
                let ticket = desk.ticket();
                self.raw = Some(ticket);
                return vec![Command::Raw(ticket, name)];
            }
            Event::RawRead(ticket, text) => {
                if self.raw.take_if(|one| *one == ticket).is_some() {
                    self.raw_read(desk, text);
                }
            }
            Event::BackupWanted if !self.backing_up.is_on() => {
                let ticket = self.backing_up.begin(desk, ());
                return vec![Command::ReadAll(ticket)];
            }
            Event::BackupWanted => {}
            Event::AllRead(ticket, records) => return self.all_read(desk, ticket, records, stamp),
        }
        Vec::new()
    }

    fn listed(
        &mut self,
        ticket: Ticket,
        listed: Result<Listed, StorageProblem>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        if self.reading.take_if(|one| *one == ticket).is_none() {
            return Vec::new();
        }
        self.listing = match listed {
            Ok(listed) => Listing::Read(Rc::new(listed.records), listed.count),
            Err(problem) => Listing::Failed(problem),
        };
        // Where nothing is kept there is nothing to clear away, and nothing is fetched for it.
        let kept = matches!(&self.listing, Listing::Read(records, _) if !records.is_empty());
        if !kept || self.tidied == Tidied::Asked {
            return Vec::new();
        }
        self.tidied = Tidied::Asked;
        vec![Command::Tidy(stamp.at.ms)]
    }

    /// One thing at a time: an impatient second click does nothing.
    fn act(&mut self, desk: &mut Desk, act: Act) -> Vec<Command> {
        if self.acting.is_on() {
            return Vec::new();
        }
        self.told = None;
        let ticket = self.acting.begin(desk, ());
        desk.acts(ticket);
        vec![Command::Act(ticket, act)]
    }

    fn copy(&mut self, desk: &mut Desk, id: &Id, name: Name, stamp: &Stamp) -> Vec<Command> {
        let found = self.records().iter().find(|one| one.key == id.as_str());
        let Some(kept) = found.and_then(|record| record.kept.as_ref().ok()) else {
            return Vec::new();
        };
        let mut assessment = kept.assessment.clone();
        assessment.name = name;
        // A copy follows nothing.
        series::leave(&mut assessment.parts);
        let document = Document {
            id: None,
            saved: None,
            assessment,
            replies: Replies::default(),
        };
        let (fresh, ms) = (stamp.fresh.clone(), stamp.at.ms);
        self.act(desk, Act::Add(Box::new(document), fresh, ms))
    }

    pub(super) fn acted(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        result: Result<(), StorageProblem>,
        act: &Act,
    ) {
        if self.acting.end(ticket).is_none() {
            return;
        }
        let message = match result {
            Ok(()) => Message::plain(said(act)),
            Err(_) => Message::plain(key::KEPT_FAILED),
        };
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("liste".to_owned()));
    }

    fn raw_read(&mut self, desk: &mut Desk, text: Option<String>) {
        match text {
            Some(text) => desk.ask(desk::Command::Save(FileOut {
                name: "forankring-uleselig.json".to_owned(),
                media: "application/json",
                text,
            })),
            None => {
                let message = Message::plain(key::KEPT_FAILED);
                self.told = Some(message.clone());
                desk.say(message);
            }
        }
    }

    /// Gives everything that can be read out as a back-up.
    fn all_read(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        records: Result<Vec<(Record, Replies)>, StorageProblem>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        if self.backing_up.end(ticket).is_none() {
            return Vec::new();
        }
        let records = match records {
            Ok(records) => records,
            Err(problem) => {
                self.told = Some(problem.into());
                desk.say(problem.into());
                return Vec::new();
            }
        };
        let documents: Vec<Document> = records.iter().filter_map(whole).collect();
        desk.ask(desk::Command::Save(FileOut {
            name: format!("forankring-{}-alt.json", stamp.at.day.iso()),
            media: "application/json",
            text: file::write_backup(&documents, stamp.at.ms),
        }));
        desk.surroundings.last_backup = Some(stamp.at.ms);
        let message = Message::count(key::BACKUP_SAVED, documents.len());
        self.told = Some(message.clone());
        desk.say(message);
        vec![Command::BackedUp(stamp.at.ms)]
    }
}

/// A record with its replies as it goes into a back-up; nothing where it cannot be read.
fn whole((record, replies): &(Record, Replies)) -> Option<Document> {
    let replies = replies.clone();
    document(record).map(|document| Document {
        replies,
        ..document
    })
}

/// A record without them; nothing where it cannot be read.
pub fn document(record: &Record) -> Option<Document> {
    let kept = record.kept.as_ref().ok()?;
    Some(Document {
        id: Id::parse(&record.key),
        saved: Some(kept.saved),
        assessment: kept.assessment.clone(),
        replies: Replies::default(),
    })
}

fn said(act: &Act) -> Key {
    match act {
        Act::Bin(..) => key::KEPT_BINNED_NOW,
        Act::Unbin(_) => key::KEPT_RESTORED,
        Act::Add(..) => key::KEPT_COPIED,
        Act::Forget(..) => key::KEPT_FORGOTTEN,
        Act::DeleteAll(..) => key::PRIVACY_DELETED,
    }
}

//! Files that are opened: one assessment or a back-up of many. What would come in is
//! shown first where there are several; it is taken in once, in portions, and can be
//! stopped between them. Nothing that is kept is lost by it.

use std::rc::Rc;

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::file::{Document, FileProblem, Read, Unknown};
use forankring_core::keeping::{Fate, StorageProblem};
use forankring_core::texts::key;

use super::Command;
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp, Ticket};

/// So many are weighed, or taken in, at a time.
const PORTION: usize = 100;
/// So many of those that would come in are shown.
pub const SHOWN: usize = 100;

/// Something that would come in.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The assessment, as the file has it.
    pub document: Document,
    /// How it stands to what is kept.
    pub fate: Fate,
}

/// How far a file has come.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Stage {
    /// No file is open.
    #[default]
    Nothing,
    /// It is being read.
    Reading(Ticket),
    /// What it holds is weighed against what is kept.
    Weighing {
        /// What is awaited.
        ticket: Ticket,
        /// What is not weighed yet.
        rest: Vec<Document>,
        /// What is.
        weighed: Vec<Incoming>,
    },
    /// It is shown, and waits for a yes.
    Shown(Rc<Vec<Incoming>>),
    /// It is being taken in.
    TakingIn {
        /// What is awaited.
        ticket: Ticket,
        /// What is still to come.
        rest: Vec<Document>,
        /// So many were looked at.
        done: usize,
        /// So many of them are new here.
        taken: usize,
        /// How many there are in all.
        of: usize,
    },
}

/// A file that is opened, and what became of the last one.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// How far it has come.
    pub stage: Stage,
    /// What is to be told.
    pub told: Option<Message>,
    /// Fields of the file that are not known.
    pub unknown: Unknown,
    opening: Opening,
    /// When the latest of what is taken in was saved, where with it all is in a file.
    backed: Option<i64>,
}

/// What is opened once it is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
enum Opening {
    #[default]
    Nothing,
    /// The only assessment of a file.
    TheOne,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A file was chosen in the field with this id.
    Chosen(&'static str),
    /// It was read; nothing: it could not be.
    FileRead(Ticket, Option<Result<Vec<Read>, FileProblem>>),
    /// So they stand to what is kept.
    Weighed(Ticket, Result<Vec<Fate>, StorageProblem>),
    /// The user wants them taken in.
    TakeWanted,
    /// The user leaves it, or stops it.
    Left,
    /// A portion was taken in: so each of them stood, and under which id it is kept now.
    TookIn(Ticket, Result<Vec<(Fate, Option<Id>)>, StorageProblem>),
}

impl State {
    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::Chosen(field) => return self.chosen(desk, field),
            Event::FileRead(ticket, read) if self.stage == Stage::Reading(ticket) => {
                return self.read(desk, read, stamp);
            }
            Event::Weighed(ticket, fates) => return self.weighed(desk, ticket, fates, stamp),
            Event::TakeWanted => return self.take(desk, stamp),
            Event::Left => self.leave(desk),
            Event::TookIn(ticket, result) => return self.took_in(desk, ticket, result, stamp),
            Event::FileRead(..) => {}
        }
        Vec::new()
    }

    /// A file is read unless one is being taken in.
    pub(super) fn chosen(&mut self, desk: &mut Desk, field: &'static str) -> Vec<Command> {
        if matches!(self.stage, Stage::TakingIn { .. }) {
            return Vec::new();
        }
        let ticket = desk.ticket();
        *self = State {
            stage: Stage::Reading(ticket),
            ..State::default()
        };
        vec![Command::ReadFile(ticket, field)]
    }

    /// What the file holds; nothing where that is told to the user instead.
    pub(super) fn held(
        &mut self,
        desk: &mut Desk,
        read: Option<Result<Vec<Read>, FileProblem>>,
    ) -> Option<Vec<Document>> {
        self.stage = Stage::Nothing;
        let read = match read {
            None => return self.refuse(desk, Message::plain(key::FILE_PROBLEM_UNREADABLE)),
            Some(Err(problem)) => return self.refuse(desk, (&problem).into()),
            Some(Ok(read)) => read,
        };
        let mut documents = Vec::new();
        for one in read {
            self.unknown.extend(one.unknown);
            documents.push(one.document);
        }
        Some(documents)
    }

    fn refuse<T>(&mut self, desk: &mut Desk, message: Message) -> Option<T> {
        self.stage = Stage::Nothing;
        self.told = Some(message.clone());
        desk.say(message);
        None
    }

    fn read(
        &mut self,
        desk: &mut Desk,
        read: Option<Result<Vec<Read>, FileProblem>>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let Some(documents) = self.held(desk, read) else {
            return Vec::new();
        };
        // One by itself is kept and opened: what it holds is seen there. What would be lost of
        // it is said first.
        self.opening = match (desk.page.route, documents.len(), self.unknown.count()) {
            (Route::Start, 1, 0) => Opening::TheOne,
            _ => Opening::Nothing,
        };
        self.weigh(desk, documents, Vec::new(), stamp)
    }

    fn weigh(
        &mut self,
        desk: &mut Desk,
        mut rest: Vec<Document>,
        weighed: Vec<Incoming>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        if rest.is_empty() && self.opening == Opening::TheOne {
            return self.open_the_one(desk, weighed, stamp);
        }
        if rest.is_empty() {
            desk.say_at(
                Message::count(key::BACKUP_FOUND, weighed.len()),
                Focus::Id("ta-inn".to_owned()),
            );
            self.stage = Stage::Shown(Rc::new(weighed));
            return Vec::new();
        }
        let later = rest.split_off(rest.len().min(PORTION));
        let ticket = desk.ticket();
        let command = Command::Weigh(ticket, rest.clone());
        let mut weighed = weighed;
        // Their fates come with the answer.
        weighed.extend(rest.into_iter().map(|document| Incoming {
            document,
            fate: Fate::New,
        }));
        self.stage = Stage::Weighing {
            ticket,
            rest: later,
            weighed,
        };
        vec![command]
    }

    fn weighed(
        &mut self,
        desk: &mut Desk,
        awaited: Ticket,
        fates: Result<Vec<Fate>, StorageProblem>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        match std::mem::take(&mut self.stage) {
            Stage::Weighing {
                ticket,
                rest,
                mut weighed,
            } if ticket == awaited => match fates {
                Ok(fates) => {
                    let from = weighed.len().saturating_sub(fates.len());
                    for (one, fate) in weighed.iter_mut().skip(from).zip(fates) {
                        one.fate = fate;
                    }
                    self.weigh(desk, rest, weighed, stamp)
                }
                Err(problem) => {
                    let _: Option<()> = self.refuse(desk, problem.into());
                    Vec::new()
                }
            },
            other => {
                self.stage = other;
                Vec::new()
            }
        }
    }

    /// Keeps the only assessment of a file and opens it: the very same that is kept already
    /// is opened as it is, and nothing that is kept is changed.
    fn open_the_one(
        &mut self,
        desk: &mut Desk,
        weighed: Vec<Incoming>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let Some(Incoming { mut document, fate }) = weighed.into_iter().next() else {
            return Vec::new();
        };
        match fate {
            Fate::Same => return self.open(desk, document.id),
            Fate::New => {}
            Fate::Newer | Fate::Older | Fate::Conflicting => document.id = None,
        }
        self.portion(desk, vec![document], (0, 0, 1), stamp)
    }

    fn take(&mut self, desk: &mut Desk, stamp: &Stamp) -> Vec<Command> {
        let Stage::Shown(incoming) = &self.stage else {
            return Vec::new();
        };
        let all: Vec<Document> = incoming.iter().map(|one| one.document.clone()).collect();
        let of = all.len();
        self.told = None;
        desk.ask(desk::Command::Focus(Focus::Id("la-vaere".to_owned())));
        self.portion(desk, all, (0, 0, of), stamp)
    }

    /// Takes the next portion in.
    fn portion(
        &mut self,
        desk: &mut Desk,
        mut rest: Vec<Document>,
        (done, taken, of): (usize, usize, usize),
        stamp: &Stamp,
    ) -> Vec<Command> {
        let later = rest.split_off(rest.len().min(PORTION));
        let ticket = desk.ticket();
        desk.ask(desk::Command::Wait(ticket, desk::LONG));
        self.told = None;
        let fresh = rest
            .into_iter()
            .enumerate()
            .map(|(n, document)| (document, stamp.fresh.nth(n)))
            .collect();
        self.stage = Stage::TakingIn {
            ticket,
            rest: later,
            done,
            taken,
            of,
        };
        vec![Command::TakeIn(ticket, fresh, stamp.at.ms)]
    }

    fn took_in(
        &mut self,
        desk: &mut Desk,
        awaited: Ticket,
        result: Result<Vec<(Fate, Option<Id>)>, StorageProblem>,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let (rest, done, taken, of) = match std::mem::take(&mut self.stage) {
            Stage::TakingIn {
                ticket,
                rest,
                done,
                taken,
                of,
            } if ticket == awaited => (rest, done, taken, of),
            other => {
                self.stage = other;
                return Vec::new();
            }
        };
        let took = match result {
            Ok(took) => took,
            Err(problem) => {
                let _: Option<()> = self.refuse(desk, problem.into());
                return Vec::new();
            }
        };
        let new = |(fate, _): &&(Fate, Option<Id>)| !matches!(fate, Fate::Same | Fate::Older);
        let (done, taken) = (done + took.len(), taken + took.iter().filter(new).count());
        if !rest.is_empty() {
            return self.portion(desk, rest, (done, taken, of), stamp);
        }
        if self.opening == Opening::TheOne {
            let id = took.into_iter().next().and_then(|(_, id)| id);
            return self.open(desk, id);
        }
        self.ended(desk, taken);
        self.backed_up(desk)
    }

    /// What was taken in stands in a file: there is nothing to back up at once.
    fn backed_up(&mut self, desk: &mut Desk) -> Vec<Command> {
        let Some(ms) = self.backed.take() else {
            return Vec::new();
        };
        let last = desk.surroundings.last_backup;
        let ms = last.map_or(ms, |last| last.max(ms));
        desk.surroundings.last_backup = Some(ms);
        vec![Command::BackedUp(ms)]
    }

    /// What is shown, and will be taken in, is a back-up of all that is kept by then.
    pub(super) fn completes_the_backup(&mut self) {
        if let Stage::Shown(incoming) = &self.stage {
            let saved = incoming.iter().map(|one| one.document.saved);
            self.backed = saved.max().flatten();
        }
    }

    fn ended(&mut self, desk: &mut Desk, taken: usize) {
        let message = Message::count(key::BACKUP_TAKEN, taken);
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("inntak".to_owned()));
    }

    fn open(&mut self, desk: &mut Desk, id: Option<Id>) -> Vec<Command> {
        self.opening = Opening::Nothing;
        let Some(id) = id else { return Vec::new() };
        let page = Page {
            route: Route::Result,
            ..desk.page
        };
        desk.go_to(page, Place::Kept(id, None), None);
        Vec::new()
    }

    /// Taking in takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, awaited: Ticket) {
        if matches!(self.stage, Stage::TakingIn { ticket, .. } if ticket == awaited) {
            self.told = Some(StorageProblem::Slow.into());
            desk.say(StorageProblem::Slow.into());
        }
    }

    /// What is shown is left; what is being taken in stops after the portion that is
    /// under way, or at once where that takes long.
    fn leave(&mut self, desk: &mut Desk) {
        match &mut self.stage {
            Stage::TakingIn { rest, .. } if self.told.is_none() => rest.clear(),
            _ => {
                *self = State::default();
                desk.say_at(
                    Message::plain(key::BACKUP_LEFT_OUT),
                    Focus::Id("inntak".to_owned()),
                );
            }
        }
    }
}

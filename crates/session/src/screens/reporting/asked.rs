//! The one who is responsible for measures says how far they have come. What she enters is kept
//! under an id that follows from the link, as an assessment in which nothing is assessed.

use std::rc::Rc;

use forankring_core::address::{Id, Place};
use forankring_core::assessment::Note;
use forankring_core::link::{LinkProblem, TooLong};
use forankring_core::panel::{Invited, Respondent, Sending, Tag};
use forankring_core::plan::draft::{DraftCell, begins, draft_id, is_draft, saying};
use forankring_core::plan::report::Assignment;
use forankring_core::texts::{Key, key};

use super::super::Command;
use super::super::reports::{Came, Handing, Wanted};
use crate::desk::{self, Focus, Loaded};
use crate::{Desk, Message, Problem, Stamp, Ticket};

/// An assignment, with the link that it came as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What stands behind `#`.
    pub link: String,
    /// What it says.
    pub assignment: Assignment,
}

/// Why nothing can be reported here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The link cannot be read.
    Link(LinkProblem),
    /// What reads it could not be fetched.
    Unfetched,
}

/// A link that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What stands behind `#`.
    pub link: String,
    /// What it says, as an id that stands for it.
    content: Id,
}

/// How a report stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What is asked, once it was read.
    pub told: Option<Rc<Told>>,
    /// Why nothing can be reported here.
    pub wrong: Option<Wrong>,
    /// The link of the report, once it was made.
    pub ready: Option<Ready>,
    /// What is to be told.
    pub receipt: Option<Message>,
    /// What stood under the id was deleted for good: it comes back with what is entered.
    revives: bool,
    reading: Option<(Ticket, String)>,
    making: Option<(Ticket, Id)>,
    copying: Option<Ticket>,
}

impl State {
    pub(super) fn awaits(&self, ticket: Ticket) -> bool {
        let of = |one: Option<Ticket>| one == Some(ticket);
        of(self.reading.as_ref().map(|one| one.0))
            || of(self.making.as_ref().map(|one| one.0))
            || of(self.copying)
    }

    /// Whether a link is being read.
    pub fn is_reading(&self) -> bool {
        self.reading.is_some()
    }

    /// An assignment stands in the address.
    pub(super) fn seek(&mut self, desk: &mut Desk, link: String) -> Vec<Command> {
        self.wrong = None;
        let known = self.told.as_ref().is_some_and(|told| told.link == link);
        if known && desk.open_id() == Some(&draft_id(&link)) {
            return Vec::new();
        }
        desk.open_later();
        self.read(desk, link)
    }

    fn read(&mut self, desk: &mut Desk, link: String) -> Vec<Command> {
        let ticket = desk.ticket();
        self.reading = Some((ticket, link.clone()));
        vec![Command::Report(ticket, Box::new(Wanted::Read(link)))]
    }

    /// What is open is a report whose assignment the address does not hold.
    pub(super) fn opened(&mut self, desk: &mut Desk) -> Vec<Command> {
        let assessment = desk.assessment().filter(|one| is_draft(one));
        let Some(invited) = assessment.and_then(|one| Invited::of(&one.parts)) else {
            return Vec::new();
        };
        let known = self
            .told
            .as_ref()
            .is_some_and(|told| told.link == invited.link);
        if known || self.reading.is_some() {
            return Vec::new();
        }
        self.read(desk, invited.link)
    }

    pub(super) fn came(&mut self, desk: &mut Desk, ticket: Ticket, came: Option<Came>) {
        if let Some((_, link)) = self.reading.take_if(|one| one.0 == ticket) {
            match came {
                Some(Came::Read(Ok(assignment))) => self.take(desk, link, assignment),
                Some(Came::Read(Err(problem))) => self.fail(desk, Wrong::Link(problem)),
                _ => self.fail(desk, Wrong::Unfetched),
            }
        } else if let Some((_, content)) = self.making.take_if(|one| one.0 == ticket) {
            self.made(desk, came, content);
        } else if self.copying.take_if(|one| *one == ticket).is_some() {
            self.copied(desk, came == Some(Came::Copied(true)));
        }
    }

    fn copied(&mut self, desk: &mut Desk, done: bool) {
        if !done {
            desk.ask(desk::Command::Focus(Focus::Id(FIELD.to_owned())));
        }
        self.tell(
            desk,
            match done {
                true => key::REPORTING_COPIED,
                false => key::REPORTING_COPY_FAILED,
            },
        );
    }

    pub(super) fn fail(&mut self, desk: &mut Desk, wrong: Wrong) {
        self.wrong = Some(wrong);
        desk.fail_reply(match wrong {
            Wrong::Link(problem) => Problem::Link(problem),
            Wrong::Unfetched => Problem::Place,
        });
    }

    /// It was read: what was begun of it is opened, or it is begun.
    fn take(&mut self, desk: &mut Desk, link: String, assignment: Assignment) {
        let id = draft_id(&link);
        if self.told.as_ref().is_none_or(|told| told.link != link) {
            (self.ready, self.receipt) = (None, None);
        }
        self.told = Some(Rc::new(Told { link, assignment }));
        // Else what is open had named it.
        if !matches!(desk.place, Some(Place::Kept(..))) {
            desk.open_reply(id);
        }
    }

    /// What is kept under the id that was to be opened was read.
    pub(super) fn loaded(&mut self, desk: &mut Desk, id: Id, loaded: Loaded) {
        let told = self.told.as_ref();
        let blank = told.map(|told| told.assignment.blank(&told.link, desk.today));
        self.revives = desk.show_or_begin(id, loaded, blank);
    }

    /// What fits is kept at once; what does not stays as it was entered, and is said.
    pub(super) fn said(
        &mut self,
        desk: &mut Desk,
        measure: Tag,
        cell: DraftCell,
        text: String,
        stamp: &Stamp,
    ) {
        let Some((told, parts)) = self.told.clone().zip(desk.own_parts()) else {
            return;
        };
        let Some(value) = Note::parse(&text).ok() else {
            if let Some(place) = cell.key(measure) {
                desk.overlong_written(desk::Field::Part(place), text);
            }
            return;
        };
        if Invited::of(&parts).is_none_or(|invited| invited.respondent.is_none()) {
            if std::mem::take(&mut self.revives) {
                desk.revive_reply();
            }
            let who = Respondent::drawn(&stamp.fresh);
            desk.note_parts(&begins(&told.link, Some(who)), stamp);
        }
        self.receipt = None;
        if let Some(action) = saying(measure, cell, value) {
            desk.changed(action, stamp);
        }
    }

    /// The link, as long as it says what stands there now.
    pub fn ready(&self, desk: &Desk) -> Option<&Ready> {
        let told = self.told.as_ref()?;
        let content = told.assignment.content(&desk.assessment()?.parts);
        self.ready.as_ref().filter(|ready| ready.content == content)
    }

    /// The link is made, of what stands there now.
    pub(super) fn make(&mut self, desk: &mut Desk, stamp: &Stamp) -> Vec<Command> {
        let Some((told, parts)) = self.told.clone().zip(desk.own_parts()) else {
            return Vec::new();
        };
        let assignment = &told.assignment;
        let invited = Invited::of(&parts);
        let said = assignment.said(&parts);
        let Some((invited, respondent)) = invited
            .filter(|_| said.iter().any(|one| !one.is_empty()))
            .and_then(|invited| Some((invited.clone(), invited.respondent?)))
        else {
            self.tell(desk, key::REPORTING_NOTHING);
            return Vec::new();
        };
        let content = assignment.content(&parts);
        if matches!(&self.making, Some((_, of)) if *of == content) {
            return Vec::new();
        }
        let sending = Sending::after(invited.sending.as_ref(), content.clone(), stamp.at.ms);
        if invited.sending.as_ref() != Some(&sending) {
            desk.note_parts(&invited.sends(&sending), stamp);
        }
        let report = assignment.report(&parts, respondent, &sending);
        let ticket = desk.ticket();
        self.receipt = None;
        self.making = Some((ticket, content));
        vec![Command::Report(
            ticket,
            Box::new(Wanted::Report(Box::new(report))),
        )]
    }

    fn made(&mut self, desk: &mut Desk, came: Option<Came>, content: Id) {
        match came {
            Some(Came::Report(Ok(link))) => {
                self.ready = Some(Ready { link, content });
                let to = Focus::Id(FIELD.to_owned());
                desk.say_at(Message::plain(key::REPORTING_READY), to);
            }
            Some(Came::Report(Err(TooLong))) => self.tell(desk, key::REPORTING_TOO_LONG),
            _ => self.tell(desk, key::REPORTING_UNFETCHED),
        }
    }

    /// The link is passed on: what was done is told, and that it is not delivered by that.
    pub(super) fn handed(
        &mut self,
        desk: &mut Desk,
        handing: Handing,
        text: String,
    ) -> Vec<Command> {
        match handing {
            Handing::Copied => {
                let ticket = desk.ticket();
                self.copying = Some(ticket);
                vec![Command::Report(ticket, Box::new(Wanted::Copy(text)))]
            }
            Handing::Mailed => {
                self.tell(desk, key::REPORTING_MAILED);
                Vec::new()
            }
            Handing::Sheet => {
                self.tell(desk, key::REPORTING_SHEET_OPENED);
                vec![Command::Sheet(String::new(), text)]
            }
        }
    }

    fn tell(&mut self, desk: &mut Desk, said: Key) {
        let message = Message::plain(said);
        self.receipt = Some(message.clone());
        desk.say(message);
    }
}

/// The field in which the link of a report stands.
pub const FIELD: &str = "melding-lenke";

//! How far the plan has come, what came of it since the assessment before, and beginning the
//! next one. What others of the series are kept is read whenever something may have changed.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Record, StorageProblem};
use forankring_core::series::{self, Sequel, in_order, series_of};

use super::{Command, figures, reader};
use crate::desk::{Command as At, LONG};
use crate::{Desk, Stamp, Ticket};

/// Another assessment of the series.
#[derive(Clone, Debug, PartialEq)]
pub struct Member {
    /// Under which id it is kept.
    pub id: Id,
    /// What it holds.
    pub assessment: Rc<Assessment>,
}

/// The others of the series, as far as they are known.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Others {
    /// Not read yet.
    #[default]
    Unknown,
    /// They could not be read; those that are set aside in this tab are known.
    Failed(StorageProblem, Vec<Member>),
    /// They were read.
    Read(Vec<Member>),
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What belongs to reading, where nothing is open.
    pub reader: reader::State,
    /// The others of the series.
    pub others: Others,
    /// Figures beside the judgement.
    pub figures: figures::State,
    reading: Option<(Ticket, Id)>,
    /// The one that was begun here: a second click leads to it, and begins no other.
    begun: Option<Id>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// What is kept of the series was read.
    SeriesRead(Ticket, Result<Vec<Record>, StorageProblem>),
    /// The user begins the assessment that follows this one.
    AgainWanted(Id),
    /// With the figures beside the judgement.
    Figures(figures::Event),
}

/// What is open among the others of its series.
#[derive(Clone, Debug, PartialEq)]
pub struct Standing<'a> {
    /// The one that it is held against: the one that it follows or, where that is not here, the
    /// latest of those before it.
    pub before: Option<&'a Member>,
    /// Those before it, the earliest first.
    pub earlier: Vec<&'a Member>,
    /// The latest of those after it.
    pub latest: Option<&'a Member>,
    /// Whether it follows one that is not here.
    pub misses: bool,
}

impl State {
    /// Reads the series of what is open, where it is worked on.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        let open = desk.session.open();
        let own = open.filter(|open| !open.origin.is_read_only());
        let Some(id) = own.and_then(|open| open.origin.id()).cloned() else {
            self.reading = None;
            return Vec::new();
        };
        if self.reading.as_ref().is_some_and(|(_, other)| *other != id) {
            (self.others, self.begun) = (Others::Unknown, None);
            self.figures = figures::State::default();
        }
        let ticket = desk.ticket();
        self.reading = Some((ticket, id));
        desk.ask(At::Wait(ticket, LONG));
        vec![Command::Series(ticket)]
    }

    /// Reading takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, ticket: Ticket) {
        let awaited = self.reading.as_ref().is_some_and(|(one, _)| *one == ticket);
        if awaited && self.others == Others::Unknown {
            self.others = Others::Failed(StorageProblem::Slow, Vec::new());
        }
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::SeriesRead(ticket, records) => self.series_read(desk, ticket, records),
            Event::AgainWanted(id) if desk.open_id() == Some(&id) => self.again(desk, stamp),
            Event::AgainWanted(_) => {}
            Event::Figures(event) => self.figures.update(desk, event, stamp),
        }
        Vec::new()
    }

    fn series_read(
        &mut self,
        desk: &Desk,
        ticket: Ticket,
        records: Result<Vec<Record>, StorageProblem>,
    ) {
        let awaited = self.reading.as_ref().filter(|(one, _)| *one == ticket);
        let Some((Some(open), (_, id))) = awaited.map(|awaited| (desk.assessment(), awaited))
        else {
            return;
        };
        let series = series_of(id, &open.parts);
        let of_it =
            |one: &Member| one.id != *id && series_of(&one.id, &one.assessment.parts) == series;
        // What is set aside here may not be written yet, or never.
        let aside = desk.aside.iter().filter_map(|open| {
            let assessment = open.assessment.clone();
            let id = open.origin.id()?.clone();
            Some(Member { id, assessment })
        });
        let mut members: Vec<Member> = aside.filter(&of_it).collect();
        let kept = |record: &Record| {
            let assessment = Rc::new(record.shown()?.assessment.clone());
            let id = Id::parse(&record.key)?;
            Some(Member { id, assessment })
        };
        let problem = match records {
            Ok(records) => {
                let kept = records.iter().filter_map(kept).filter(&of_it);
                for one in kept {
                    if !members.iter().any(|other| other.id == one.id) {
                        members.push(one);
                    }
                }
                None
            }
            Err(problem) => Some(problem),
        };
        // What was begun and is there no more may be begun again.
        self.begun
            .take_if(|begun| problem.is_none() && !members.iter().any(|one| one.id == *begun));
        self.others = match problem {
            None => Others::Read(members),
            Some(problem) => Others::Failed(problem, members),
        };
    }

    /// Begins the next one, once.
    fn again(&mut self, desk: &mut Desk, stamp: &Stamp) {
        match &self.begun {
            Some(begun) => desk.lead_to_begun(&begun.clone()),
            None => self.begun = desk.begin_again(stamp),
        }
    }

    /// The others that are known.
    pub fn known(&self) -> &[Member] {
        match &self.others {
            Others::Unknown => &[],
            Others::Failed(_, members) | Others::Read(members) => members,
        }
    }

    /// How what is open stands among the others.
    pub fn standing(&self, id: &Id, open: &Assessment) -> Standing<'_> {
        let known = self.known();
        let mut all: Vec<series::Member> = known
            .iter()
            .map(|one| series::Member::of(one.id.clone(), &one.assessment.parts))
            .collect();
        let own = all.len();
        all.push(series::Member::of(id.clone(), &open.parts));
        let order = in_order(&all);
        let place = order.iter().position(|one| *one == own).unwrap_or_default();
        let (before, after) = order.split_at(place);
        let earlier: Vec<&Member> = before.iter().filter_map(|one| known.get(*one)).collect();
        let latest = after.iter().rev().find_map(|one| known.get(*one));
        let follows = Sequel::of(&open.parts).map(|sequel| sequel.follows);
        let named = known.iter().find(|one| Some(&one.id) == follows.as_ref());
        Standing {
            before: named.or(earlier.last().copied()),
            misses: follows.is_some() && named.is_none(),
            earlier,
            latest,
        }
    }
}

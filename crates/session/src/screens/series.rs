//! The others of the series of what is open: which are known, and how it stands among them.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Record, StorageProblem};
use forankring_core::series::{self, Sequel, in_order, series_of};

use crate::Desk;

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

impl Others {
    /// Those that are known.
    pub fn known(&self) -> &[Member] {
        match self {
            Others::Unknown => &[],
            Others::Failed(_, members) | Others::Read(members) => members,
        }
    }
}

/// Everything that is kept, as it was read for those of one series.
pub type Kept = Result<Vec<Record>, StorageProblem>;

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

/// The others of the series of what is open: those that are kept, and those that are set aside
/// here, which may not be written yet, or never.
pub(super) fn others(desk: &Desk, id: &Id, open: &Assessment, kept: Kept) -> Others {
    let series = series_of(id, &open.parts);
    let of_it = |one: &Member| one.id != *id && series_of(&one.id, &one.assessment.parts) == series;
    let aside = desk.aside.iter().filter_map(|open| {
        let assessment = open.assessment.clone();
        let id = open.origin.id()?.clone();
        Some(Member { id, assessment })
    });
    let mut members: Vec<Member> = aside.filter(&of_it).collect();
    let records = match kept {
        Ok(records) => records,
        Err(problem) => return Others::Failed(problem, members),
    };
    let kept = |record: &Record| {
        let assessment = Rc::new(record.shown()?.assessment.clone());
        let id = Id::parse(&record.key)?;
        Some(Member { id, assessment })
    };
    for one in records.iter().filter_map(kept).filter(&of_it) {
        if !members.iter().any(|other| other.id == one.id) {
            members.push(one);
        }
    }
    Others::Read(members)
}

/// How what is open stands among the others that are known.
pub(super) fn standing<'a>(known: &'a [Member], id: &Id, open: &Assessment) -> Standing<'a> {
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

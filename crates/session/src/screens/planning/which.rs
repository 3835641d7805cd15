//! Which measures of a plan are shown, and how many are how far.

use forankring_core::day::Day;
use forankring_core::plan::{Measure, Plan, Status};

/// Which measures are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Which {
    /// All of them.
    #[default]
    All,
    /// Those past their deadline.
    Late,
    /// Those that are still to be done.
    Open,
    /// Those that nobody is responsible for, or that have no deadline.
    Unsettled,
    /// Those that are done or dropped.
    Closed,
}

impl Which {
    /// All of them, the usual first.
    pub const ALL: [Which; 5] = [
        Which::All,
        Which::Late,
        Which::Open,
        Which::Unsettled,
        Which::Closed,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Which::All => "all",
            Which::Late => "late",
            Which::Open => "open",
            Which::Unsettled => "unsettled",
            Which::Closed => "closed",
        }
    }

    /// The one with this name.
    pub fn parse(id: &str) -> Option<Which> {
        Which::ALL.into_iter().find(|one| one.id() == id)
    }

    /// Whether a measure is among them.
    pub fn has(self, measure: &Measure, today: Day) -> bool {
        let is_open = measure.status.is_open();
        match self {
            Which::All => true,
            Which::Late => measure.is_late(today),
            Which::Open => is_open,
            Which::Unsettled => {
                is_open && (measure.responsible.is_empty() || measure.deadline.is_none())
            }
            Which::Closed => !is_open,
        }
    }
}

/// How many measures are how far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// All that stand in the plan.
    pub all: usize,
    /// Past their deadline.
    pub late: usize,
    /// Being done.
    pub under_way: usize,
    /// Done.
    pub done: usize,
}

/// Counts the measures of a plan.
pub fn count(plan: &Plan, today: Day) -> Count {
    let mut count = Count::default();
    for measure in plan.standing() {
        count.all += 1;
        count.late += usize::from(measure.is_late(today));
        count.under_way += usize::from(measure.status == Status::UnderWay);
        count.done += usize::from(measure.status == Status::Done);
    }
    count
}

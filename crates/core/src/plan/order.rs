//! In which order measures are shown.

use super::{Gain, Measure, Status, gain};
use crate::day::Day;
use crate::scoring::Answers;

/// By what they are ordered. What lacks it comes last; equals stand by deadline, then by what
/// they lift.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Order {
    /// Late ones first, then what is due next.
    #[default]
    Deadline,
    /// Level, then theme.
    Item,
    /// How far it has come.
    Status,
    /// Who is responsible, by name.
    Responsible,
    /// The least work first.
    Effort,
    /// What lifts a link by itself first, and of those the least work.
    Effect,
}

impl Order {
    /// All of them, the usual first.
    pub const ALL: [Order; 6] = [
        Order::Deadline,
        Order::Item,
        Order::Status,
        Order::Responsible,
        Order::Effort,
        Order::Effect,
    ];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Order::Deadline => "deadline",
            Order::Item => "item",
            Order::Status => "status",
            Order::Responsible => "responsible",
            Order::Effort => "effort",
            Order::Effect => "effect",
        }
    }

    /// The order with this name.
    pub fn parse(id: &str) -> Option<Order> {
        Order::ALL.into_iter().find(|one| one.id() == id)
    }
}

/// Orders measures by what each gives by itself on these answers, and by effort where they give
/// alike; what is done or dropped comes last.
pub fn by_effect<'a>(
    measures: impl Iterator<Item = &'a Measure>,
    answers: &Answers,
    today: Day,
) -> Vec<&'a Measure> {
    let mut measures = in_order(measures, Order::Effect, today);
    measures.sort_by_cached_key(|one| {
        let rank = match gain(answers, one) {
            Gain::Lifts(Some((from, to))) if from < to => 0,
            Gain::Lifts(Some(_)) => 1,
            Gain::Lifts(None) | Gain::Unknown => 2,
            Gain::Later => 3,
            Gain::Reached => 4,
        };
        (!one.status.is_open(), rank)
    });
    measures
}

/// Orders measures; what is done or dropped comes after what is open, but where one orders by
/// status.
pub fn in_order<'a>(
    measures: impl Iterator<Item = &'a Measure>,
    order: Order,
    today: Day,
) -> Vec<&'a Measure> {
    let mut measures: Vec<&Measure> = measures.collect();
    measures.sort_by_cached_key(|one| {
        let aim = one.aim.map(|aim| (aim.item().index(), aim.from()));
        let deadline = one.deadline.map_or(u16::MAX, Day::number);
        let usual = (
            !one.is_late(today),
            deadline,
            aim.is_none(),
            aim,
            one.id.clone(),
        );
        let closed = match one.status {
            Status::NotStarted | Status::UnderWay => 0,
            Status::Done => 1,
            Status::Dropped => 2,
        };
        let first = match order {
            Order::Deadline => (closed, 0, String::new()),
            Order::Item => (0, aim.map_or(usize::MAX, |(item, _)| item), String::new()),
            Order::Status => (one.status as usize, 0, String::new()),
            Order::Responsible => {
                let name = one.responsible.as_str().chars();
                // Letter by letter: `str::to_lowercase` brings tables along for Greek alone.
                let name: String = name.flat_map(char::to_lowercase).collect();
                (closed, usize::from(name.is_empty()), name)
            }
            Order::Effort | Order::Effect => {
                let effort = one.effort.map_or(usize::MAX, |effort| effort as usize);
                (closed, effort, String::new())
            }
        };
        (first, usual)
    });
    measures
}

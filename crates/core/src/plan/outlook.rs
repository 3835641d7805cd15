//! What the plan would give, on the organisation's own answers: answers that measures would
//! lift are lifted, and the result is worked out from them like any other.

use super::{Measure, Status};
use crate::catalogue::{Answer, Level, PerLevel, Step};
use crate::day::Day;
use crate::scoring::{Answers, Move, Outcome, moves_to, score};

/// Now, and when the plan is done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outlook {
    /// As it was answered.
    pub now: Outcome,
    /// As it would be.
    pub then: Outcome,
    /// For each level with a target that the plan does not reach: the moves that are missing
    /// in it. Empty where the target is reached, there is none, or the level is not scored.
    pub missing: PerLevel<Vec<Move>>,
}

/// What a measure gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Gain {
    /// It lifts no item: its sub-goal stands in words.
    Unknown,
    /// It starts at a step at which the item does not stand: lower ones come first, or the
    /// item has no step.
    Later,
    /// The item stands there already.
    Reached,
    /// It lifts its item; the stage of the level before and after, where it is scored.
    Lifts(Option<(Step, Step)>),
}

/// The answers when these measures are done. Each lifts its item from its first step to its
/// last, if the item stands at that first step or above it by then; none ever lowers one.
fn lifted<'a>(answers: &Answers, measures: impl Iterator<Item = &'a Measure>) -> Answers {
    let mut aims: Vec<_> = measures.filter_map(|one| one.aim).collect();
    aims.sort_by_key(|aim| aim.from());
    let mut then = *answers;
    for aim in aims {
        let answer = then.get_mut(aim.item());
        if let Some(Answer::Rated(step)) = *answer
            && step >= aim.from()
        {
            *answer = Some(Answer::Rated(step.max(aim.to())));
        }
    }
    then
}

/// Whether a measure counts in what the plan would give by a day: what is dropped gives
/// nothing, what is done is done by every day.
fn counts(measure: &Measure, by: Option<Day>) -> bool {
    let in_time = |by: Day| measure.deadline.is_some_and(|day| day <= by);
    match measure.status {
        Status::Dropped => false,
        Status::Done => true,
        Status::NotStarted | Status::UnderWay => by.is_none_or(in_time),
    }
}

/// What a plan would give by a day, or when all of it is done.
pub fn outlook<'a>(
    answers: &Answers,
    targets: &PerLevel<Option<Step>>,
    measures: impl Iterator<Item = &'a Measure>,
    by: Option<Day>,
) -> Outlook {
    let reached = lifted(answers, measures.filter(|one| counts(one, by)));
    let then = score(&reached);
    let missing = PerLevel::from_fn(|level: Level| {
        match (*targets.get(level), then.levels.get(level).stage()) {
            (Some(target), Some(stage)) if stage < target => moves_to(&reached, level, target),
            _ => Vec::new(),
        }
    });
    Outlook {
        now: score(answers),
        then,
        missing,
    }
}

/// What a measure gives by itself.
pub fn gain(answers: &Answers, measure: &Measure) -> Gain {
    let Some(aim) = measure.aim else {
        return Gain::Unknown;
    };
    let level = aim.item().level;
    let stage = |answers: &Answers| score(answers).levels.get(level).stage();
    match answers.get(aim.item()).and_then(Answer::step) {
        Some(step) if step >= aim.to() => Gain::Reached,
        Some(step) if step >= aim.from() => {
            let then = lifted(answers, std::iter::once(measure));
            Gain::Lifts(stage(answers).zip(stage(&then)))
        }
        _ => Gain::Later,
    }
}

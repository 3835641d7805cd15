//! A plan that starts filled in: from what binds, one stage up, or all the way to the targets.

use super::{Aim, Plan};
use crate::address::Id;
use crate::assessment::Assessment;
use crate::catalogue::{Answer, Item, Level};
use crate::scoring::{Move, lowest_first, moves_to, next_moves, score};

/// Where proposals come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Source {
    /// What lifts the binding levels by one stage.
    Binding,
    /// What lifts every level by one stage.
    OneUp,
    /// What lifts every level with a target to it.
    Targets,
    /// One item, by one step.
    Item(Item),
}

/// A measure that could be added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What it would lift.
    pub aim: Aim,
    /// Whether the plan has one for it already.
    pub is_there: bool,
}

/// What would come, those from the lowest answers first. Nothing where nothing is to be
/// lifted, or where levels are not scored.
pub fn proposals(assessment: &Assessment, plan: &Plan, source: Source) -> Vec<Proposal> {
    let answers = assessment.answers();
    let outcome = score(&answers);
    let stage = |level: Level| outcome.levels.get(level).stage();
    let moves: Vec<(Level, Vec<Move>)> = match source {
        Source::Binding => outcome.headline.map_or_else(Vec::new, |head| head.moves),
        Source::OneUp => Level::ALL
            .into_iter()
            .filter_map(|level| Some((level, next_moves(&answers, level, stage(level)?))))
            .collect(),
        Source::Targets => Level::ALL
            .into_iter()
            .filter_map(|level| {
                let target = (*assessment.targets.get(level))?;
                (stage(level)? < target).then(|| (level, moves_to(&answers, level, target)))
            })
            .collect(),
        Source::Item(item) => {
            let next = next_steps(assessment);
            let rise = next.into_iter().find(|aim| aim.item() == item);
            return rise
                .into_iter()
                .map(|aim| Proposal::of(plan, aim))
                .collect();
        }
    };
    let aims = lowest_first(&moves);
    let aims = aims.iter().flat_map(Aim::of_move);
    aims.map(|aim| Proposal::of(plan, aim)).collect()
}

impl Proposal {
    /// A measure with this aim, beside what the plan has.
    pub(super) fn of(plan: &Plan, aim: Aim) -> Proposal {
        let is_there = has(plan, aim);
        Proposal { aim, is_there }
    }
}

/// Under which id a measure with this aim is to stand: the same in every tab, and under none
/// whose measure was given another aim since.
pub fn id_for(plan: &Plan, aim: Aim) -> Id {
    let ids = (0..=plan.measures.len()).map(|turn| aim.id(turn));
    let free = |id: &Id| plan.get(id).is_none_or(|one| one.aim == Some(aim));
    ids.clone().find(free).unwrap_or_else(|| aim.id(0))
}

/// Each item that is asked and can rise, by its next step.
pub fn next_steps(assessment: &Assessment) -> Vec<Aim> {
    let answers = assessment.answers();
    let next = |item: Item| {
        let from = answers.get(item).and_then(Answer::step)?;
        Aim::new(item, from, from.up()?)
    };
    assessment.variant.items().filter_map(next).collect()
}

/// Whether a measure of the plan lifts the item over this step.
fn has(plan: &Plan, aim: Aim) -> bool {
    let covers = |other: Aim| {
        other.item() == aim.item() && other.from() <= aim.from() && other.to() >= aim.to()
    };
    // Also one that is to be decided about: what is entered in it is not written over.
    plan.standing().filter_map(|one| one.aim).any(covers)
}

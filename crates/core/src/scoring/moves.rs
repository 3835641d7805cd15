//! Next moves: the fewest steps that lift a binding level by one stage.

use serde::Serialize;

use super::answers::Answers;
use crate::catalogue::{Answer, Item, Level, Step};

/// An item to be lifted, and how far. Each step has its own measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Move {
    /// Which item.
    pub item: Item,
    /// Where it stands; of half a step, the step below.
    pub from: Step,
    /// Where it must come to.
    pub to: Step,
}

impl Move {
    /// The single steps of this move: from where each one starts.
    pub fn steps(&self) -> impl Iterator<Item = Step> {
        let (from, to) = (self.from, self.to);
        Step::ALL
            .into_iter()
            .filter(move |&step| step >= from && step < to)
    }
}

/// The moves of several levels, those from the lowest answers first; of equal ones each level's
/// in turn, so that none has to wait for another.
pub fn lowest_first(moves: &[(Level, Vec<Move>)]) -> Vec<Move> {
    let mut all = Vec::new();
    for from in Step::ALL {
        let begins = |rise: &&Move| rise.from == from;
        let levels = moves.iter().map(|(_, moves)| moves.iter().filter(begins));
        let mut levels: Vec<_> = levels.collect();
        loop {
            let before = all.len();
            all.extend(levels.iter_mut().filter_map(Iterator::next).copied());
            if all.len() == before {
                break;
            }
        }
    }
    all
}

/// The moves that lift a level from stage `stage` to the next. Empty at the
/// highest stage.
pub fn next_moves(answers: &Answers, level: Level, stage: Step) -> Vec<Move> {
    stage
        .up()
        .map_or_else(Vec::new, |next| moves_to(answers, level, next))
}

/// The fewest single steps that bring a level to a stage, in theme order: first
/// every rated item that is more than one step below it rises that far; then,
/// while the mean is below it, the lowest item rises by one (ties in theme
/// order). Empty where the level is there, or where nothing is rated.
pub fn moves_to(answers: &Answers, level: Level, next: Step) -> Vec<Move> {
    let stage = next.down().unwrap_or(Step::LOWEST).number() * 2;
    // From where to where, in half steps: what rises comes to a whole step.
    let rated = level.items().into_iter().filter_map(|item| {
        let from = answers.get(item).and_then(Answer::halves)?;
        Some((item, from, from.max(stage)))
    });
    let mut rising: Vec<(Item, u8, u8)> = rated.collect();
    let wanted = rising.len() * usize::from(next.number()) * 2;
    let total = |rising: &[(Item, u8, u8)]| -> usize {
        rising.iter().map(|(.., to)| usize::from(*to)).sum()
    };
    while total(&rising) < wanted {
        // `min_by_key` takes the first of equals: ties in theme order.
        let Some((.., lowest)) = rising.iter_mut().min_by_key(|(.., to)| *to) else {
            break;
        };
        if *lowest >= Step::HIGHEST.number() * 2 {
            break;
        }
        *lowest = (*lowest / 2 + 1) * 2;
    }
    let moved = rising.into_iter().filter(|(_, from, to)| to > from);
    let moves = moved.filter_map(|(item, from, to)| {
        let (from, to) = (Step::new(from / 2)?, Step::new(to / 2)?);
        Some(Move { item, from, to })
    });
    moves.collect()
}

//! Which sentences are said of a result. Each claims only what holds for every set of
//! answers that leads to it: its condition stands as a predicate beside the tests
//! (`said_tests.rs`), which try all combinations of a level.

use super::{Answers, Headline, Pattern};
use crate::catalogue::{Answer, Item, Level, Step};
use crate::texts::{Key, key};

/// Themes that are named in a sentence; of more only the number is told.
const NAMED: usize = 3;

/// What the headline means, beside it.
pub fn meaning(stage: Step) -> Key {
    match stage.number() {
        1 => key::RESULT_S1,
        2 => key::RESULT_S2,
        3 => key::RESULT_S3,
        4 => key::RESULT_S4,
        _ => key::RESULT_S5,
    }
}

/// Name of the pattern, what it means, and what it calls for.
pub fn pattern(pattern: Pattern) -> [Key; 3] {
    match pattern {
        Pattern::Anchored => [
            key::PATTERN_ANCHORED,
            key::PATTERN_ANCHORED_MEANING,
            key::PATTERN_ANCHORED_CALL,
        ],
        Pattern::Unrealised => [
            key::PATTERN_UNREALISED,
            key::PATTERN_UNREALISED_MEANING,
            key::PATTERN_UNREALISED_CALL,
        ],
        Pattern::Emergent => [
            key::PATTERN_EMERGENT,
            key::PATTERN_EMERGENT_MEANING,
            key::PATTERN_EMERGENT_CALL,
        ],
        Pattern::NotStarted => [
            key::PATTERN_NOT_STARTED,
            key::PATTERN_NOT_STARTED_MEANING,
            key::PATTERN_NOT_STARTED_CALL,
        ],
    }
}

/// A weakest link, with the answers that hold it there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Held {
    /// The level.
    pub level: Level,
    /// Its lowest answers, in theme order.
    pub items: Vec<Item>,
    /// Where they stand, from and to, in half steps. One person's answers all stand at one step.
    pub at: (u8, u8),
    /// How it is said: which of them are named.
    pub key: Key,
}

/// What is said of the weakest links.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Weakest {
    /// Nothing holds them: every rated answer is at the highest step.
    Nothing,
    /// All links hold alike, and so does every answer with a step.
    Same(Step),
    /// All links hold alike.
    Alike(Vec<Held>),
    /// These hold least.
    Links(Vec<Held>),
}

/// Which links are weakest, and what holds each.
pub fn weakest(answers: &Answers, headline: &Headline) -> Weakest {
    let mut rated = Item::all().filter_map(|item| answers.get(item).and_then(Answer::halves));
    if headline.binding_items.is_empty() {
        Weakest::Nothing
    } else if rated.all(|halves| halves == headline.stage.number() * 2) {
        Weakest::Same(headline.stage)
    } else {
        let binding = headline.binding.iter();
        let links = binding.filter_map(|level| held(answers, headline, *level));
        match headline.binding.len() == Level::ALL.len() {
            true => Weakest::Alike(links.collect()),
            false => Weakest::Links(links.collect()),
        }
    }
}

fn held(answers: &Answers, headline: &Headline, level: Level) -> Option<Held> {
    let halves = |item: &Item| answers.get(*item).and_then(Answer::halves);
    let items: Vec<Item> = headline.holding(level).collect();
    let stand = || items.iter().filter_map(halves);
    let at = (stand().min()?, stand().max()?);
    let rated = level.items().iter().filter_map(halves).count();
    let key = match items.len() {
        count if count == rated => key::RESULT_WEAK_ALL,
        1 => key::RESULT_WEAK_NAMED1,
        count if count <= NAMED => key::RESULT_WEAK_NAMED,
        _ => key::RESULT_WEAK_COUNT,
    };
    Some(Held {
        level,
        items,
        at,
        key,
    })
}

/// What keeps a weakest link from the next stage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// Answers at this step, in half steps: the level comes no higher whatever the others are.
    Low(u8),
    /// The mean, which these answers keep below this step.
    Mean(Step),
}

impl Stop {
    /// How it is said.
    pub fn key(self) -> Key {
        match self {
            Stop::Low(_) => key::RESULT_STOPS_LOW,
            Stop::Mean(_) => key::RESULT_STOPS_MEAN,
        }
    }
}

/// What keeps a binding level where it is; nothing where it is at the highest stage.
pub fn stop(answers: &Answers, headline: &Headline, level: Level) -> Option<Stop> {
    let halves = |item: Item| answers.get(item).and_then(Answer::halves);
    let lowest = headline.holding(level).filter_map(halves).min()?;
    match lowest < headline.stage.number() * 2 {
        true => Some(Stop::Low(lowest)),
        false => headline.stage.up().map(Stop::Mean),
    }
}

#[cfg(test)]
#[path = "said_tests.rs"]
mod tests;

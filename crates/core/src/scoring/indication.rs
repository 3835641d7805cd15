//! What six answers can tell: where to look first, and nothing more
//! (docs/method.md, "The quick variant").

use super::answers::Answers;
use crate::catalogue::{Answer, Item, Step};

/// The finding of the quick variant. It claims no stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indication {
    /// The lowest step among the answers, when any is rated.
    pub lowest: Option<Step>,
    /// The items on that step.
    pub at_lowest: Vec<Item>,
    /// The items that nobody could answer: a finding too.
    pub dont_know: Vec<Item>,
}

/// Reads the answers to any items as an indication.
pub fn indication(answers: &Answers) -> Indication {
    let having = |wanted: Answer| -> Vec<Item> {
        let found = answers.iter().filter(|(_, a)| **a == Some(wanted));
        found.map(|(item, _)| item).collect()
    };
    let lowest = answers
        .iter()
        .filter_map(|(_, answer)| answer.and_then(|answer| answer.step()))
        .min();
    Indication {
        lowest,
        at_lowest: lowest.map_or_else(Vec::new, |step| having(Answer::Rated(step))),
        dont_know: having(Answer::DontKnow),
    }
}

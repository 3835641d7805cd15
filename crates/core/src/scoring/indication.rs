//! What six answers can tell: where to look first, and nothing more
//! (docs/method.md, "The quick variant").

use super::answers::Answers;
use crate::catalogue::{Answer, Item, Step};

/// The finding of the quick variant. It claims no stage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Indication {
    /// The lowest step among the answers, when any is rated.
    pub lowest: Option<Step>,
    /// The items on that step, or half a step above it.
    pub at_lowest: Vec<Item>,
    /// The items that nobody could answer: a finding too.
    pub dont_know: Vec<Item>,
}

/// Reads the answers to any items as an indication.
pub fn indication(answers: &Answers) -> Indication {
    let having = |wanted: &dyn Fn(Answer) -> bool| -> Vec<Item> {
        let found = answers.iter().filter(|(_, a)| a.is_some_and(wanted));
        found.map(|(item, _)| item).collect()
    };
    let lowest = answers
        .iter()
        .filter_map(|(_, answer)| answer.and_then(Answer::step))
        .min();
    Indication {
        lowest,
        at_lowest: lowest.map_or_else(Vec::new, |step| having(&|a| a.step() == Some(step))),
        dont_know: having(&|a| a == Answer::DontKnow),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::PerItem;

    #[test]
    fn a_half_stands_at_the_step_below() {
        let mut given: Answers = PerItem::from_fn(|_| Answer::parse("4"));
        let first = Item::all().next().unwrap();
        *given.get_mut(first) = Answer::of_halves(5);
        let found = indication(&given);
        assert_eq!(found.lowest, Step::new(2));
        assert_eq!(found.at_lowest, [first]);
    }
}

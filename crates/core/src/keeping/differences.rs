//! What is other between two states of an assessment, part by part.

use std::collections::BTreeSet;

use super::Slot;
use crate::assessment::{Action, Assessment, Key};

/// A part that is other: the actions that give it the value before, and the one after.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// As it was.
    pub from: Action,
    /// As it is.
    pub to: Action,
}

/// What is other in the later state, in the order in which parts stand in records.
pub fn differences(before: &Assessment, after: &Assessment) -> Vec<Difference> {
    let keys: BTreeSet<Key> = before.parts.keys().chain(after.parts.keys()).collect();
    let slots = Slot::all().chain(keys.into_iter().map(Slot::Keyed));
    let both = slots.map(|slot| (slot.said_by(before), slot.said_by(after)));
    both.filter(|(from, to)| from != to)
        .map(|(from, to)| Difference { from, to })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::{Name, Note, NoteField};
    use crate::catalogue::{Answer, Item, Kind, Level, Scope, Step};
    use crate::day::Day;

    fn rated(step: u8) -> Answer {
        Answer::Rated(Step::new(step).unwrap())
    }

    #[test]
    fn every_part_that_was_changed_is_told_from_what_to_what() {
        let day = Day::from_number(9000);
        let blank = Assessment::blank(Kind::County, Scope::Organisation, day);
        let before = blank.apply(&Action::AnswerChosen(Item::FIRST, rated(2)), day);
        assert_eq!(differences(&before, &before), []);
        let done = [
            Action::AnswerChosen(Item::FIRST, rated(3)),
            Action::NoteWritten(
                Item::FIRST,
                NoteField::Evidence,
                Note::parse("1/26").unwrap(),
            ),
            Action::NameWritten(Name::parse("Fjordvik").unwrap()),
            Action::ScopeChosen(Scope::Procurement),
            Action::TargetChosen(Level::Political, Step::new(4)),
        ];
        let later = Day::from_number(9001);
        let after = done
            .iter()
            .fold(before.clone(), |now, one| now.apply(one, later));
        let told = differences(&before, &after);
        let to: Vec<Action> = told.iter().map(|one| one.to.clone()).collect();
        assert_eq!(to, done);
        assert_eq!(
            told.first().map(|one| one.from.clone()),
            Some(Action::AnswerChosen(Item::FIRST, rated(2)))
        );
        // The day alone is no change.
        let same = before
            .clone()
            .apply(&Action::KindChosen(Kind::County), later);
        assert_eq!(differences(&before, &same), []);
    }
}

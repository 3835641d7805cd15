//! Two results side by side: what has moved, and what can be compared at
//! all. Over time, or between organisations.

use crate::assessment::Assessment;
use crate::catalogue::{Answer, Item, Level, PerItem, PerLevel, Scope, Variant};
use crate::scoring::{Outcome, score};

/// How far two results can be compared. Versions of the instrument need no case
/// of their own yet: there is one, and a newer one is refused where it comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparable {
    /// Items, levels and headline.
    Whole,
    /// The items that both ask: one of them is of the quick variant, which has
    /// no stages.
    Items,
    /// Nothing: one is about the organisation, the other about one procurement,
    /// so the same item asks about something else.
    Nothing,
}

/// How far these two can be compared.
pub fn comparable(a: &Assessment, b: &Assessment) -> Comparable {
    if a.scope != b.scope {
        return Comparable::Nothing;
    }
    match (a.variant, b.variant) {
        (Variant::Full, Variant::Full) => Comparable::Whole,
        _ => Comparable::Items,
    }
}

/// What moved from one result to the other, in steps and stages; none where one
/// of the two has no number there, or they cannot be compared.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Changes {
    /// How far they can be compared.
    pub comparable: Comparable,
    /// By how many steps each item moved, -4 to 4.
    pub items: PerItem<Option<i8>>,
    /// By how many stages each level moved, -4 to 4.
    pub levels: PerLevel<Option<i8>>,
    /// By how many stages the headline moved, -4 to 4.
    pub headline: Option<i8>,
}

impl Changes {
    /// Items that moved by this sort of number, in their order, and by how much.
    pub fn moved(&self, way: fn(i8) -> bool) -> impl Iterator<Item = (Item, i8)> {
        let found = move |item: Item| Some((item, (*self.items.get(item)).filter(|by| way(*by))?));
        Item::all().filter_map(found)
    }
}

/// What moved from one result to the other.
pub fn changes(from: &Assessment, to: &Assessment) -> Changes {
    let comparable = comparable(from, to);
    let (before, after) = (from.answers(), to.answers());
    let (was, is) = (score(&before), score(&after));
    let step = |answer: Option<Answer>| Some(answer?.step()?.number());
    let stage = |outcome: &Outcome, level: Level| Some(outcome.levels.get(level).stage()?.number());
    let headline = |outcome: &Outcome| Some(outcome.headline.as_ref()?.stage.number());
    let whole = comparable == Comparable::Whole;
    let items = comparable != Comparable::Nothing;
    Changes {
        comparable,
        items: PerItem::from_fn(|item| {
            difference(step(*before.get(item)), step(*after.get(item))).filter(|_| items)
        }),
        levels: PerLevel::from_fn(|level| {
            difference(stage(&was, level), stage(&is, level)).filter(|_| whole)
        }),
        headline: difference(headline(&was), headline(&is)).filter(|_| whole),
    }
}

fn difference(from: Option<u8>, to: Option<u8>) -> Option<i8> {
    let number = |number: u8| i8::try_from(number).ok();
    number(to?)?.checked_sub(number(from?)?)
}

/// Whether these are of one organisation, as far as names tell: then they are
/// read in the order of their dates.
pub fn is_over_time(all: &[&Assessment]) -> bool {
    let about = |one: &&Assessment| (one.kind, one.name.clone(), one.procurement.clone());
    let first = all.first().map(about);
    all.iter()
        .all(|one| Some(about(one)) == first && !one.name.is_empty())
}

/// Whether any of these is about another scope than the first.
pub fn has_other_scope(all: &[&Assessment]) -> bool {
    let scope = |one: &&Assessment| one.scope;
    let first: Option<Scope> = all.first().map(scope);
    all.iter().any(|one| Some(one.scope) != first)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Name;
    use crate::catalogue::{Kind, Step};
    use crate::day::Day;
    use proptest::prelude::*;

    fn of(codes: &[u8; 18]) -> Assessment {
        let mut one = Assessment::blank(Kind::County, Scope::Organisation, Day::from_number(9000));
        for (item, code) in Item::all().zip(codes) {
            one.entries.get_mut(item).answer = match code {
                6 => Some(Answer::DontKnow),
                7 => Some(Answer::NotApplicable),
                number => Step::new(*number).map(Answer::Rated),
            };
        }
        one
    }

    #[test]
    fn what_moved_is_told_in_steps_and_stages() {
        let before = of(&[2, 2, 2, 2, 2, 6, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3]);
        let after = of(&[3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3, 0]);
        let changes = changes(&before, &after);
        assert_eq!(changes.comparable, Comparable::Whole);
        let up: Vec<_> = changes
            .moved(|by| by > 0)
            .map(|(item, _)| item.id())
            .collect();
        assert_eq!(up.len(), 5);
        assert_eq!(up[0], "political.goal");
        let down: Vec<_> = changes
            .moved(|by| by < 0)
            .map(|(item, by)| (item.id(), by))
            .collect();
        assert_eq!(down, [("executive.cooperation".to_owned(), -1)]);
        // Don't know has no number, and neither has what is not answered.
        assert_eq!(*changes.items.get(Item::ALL[5]), None);
        assert_eq!(*changes.items.get(Item::ALL[17]), None);
        assert_eq!(*changes.levels.get(Level::Political), Some(1));
        assert_eq!(changes.headline, Some(1));
    }

    #[test]
    fn what_is_not_of_the_same_kind_is_not_compared() {
        let full = of(&[3; 18]);
        let mut quick = full.clone();
        quick.variant = Variant::Quick;
        let found = changes(&full, &quick);
        assert_eq!(found.comparable, Comparable::Items);
        assert_eq!(found.moved(|by| by == 0).count(), 6);
        assert_eq!(
            (found.headline, *found.levels.get(Level::Political)),
            (None, None)
        );
        let mut procurement = full.clone();
        procurement.scope = Scope::Procurement;
        let found = changes(&full, &procurement);
        assert_eq!(found.comparable, Comparable::Nothing);
        assert_eq!(found.moved(|_| true).count(), 0);
        assert!(has_other_scope(&[&full, &procurement]));
        assert!(!has_other_scope(&[&full, &quick]));
    }

    #[test]
    fn one_name_is_one_organisation() {
        let named = |name| {
            let mut one = of(&[1; 18]);
            one.name = Name::parse(name).unwrap();
            one
        };
        let (fosen, again, other) = (named("Fosen"), named("Fosen"), named("Ørland"));
        assert!(is_over_time(&[&fosen, &again]));
        assert!(!is_over_time(&[&fosen, &again, &other]));
        // Without names nothing says that they are the same.
        assert!(!is_over_time(&[&named(""), &named("")]));
    }

    proptest! {
        #[test]
        fn there_and_back_is_nothing(
            a in prop::array::uniform18(0u8..8),
            b in prop::array::uniform18(0u8..8),
        ) {
            let (a, b) = (of(&a), of(&b));
            let (there, back) = (changes(&a, &b), changes(&b, &a));
            for item in Item::all() {
                prop_assert_eq!(there.items.get(item).map(|by| -by), *back.items.get(item));
            }
            for level in Level::ALL {
                prop_assert_eq!(there.levels.get(level).map(|by| -by), *back.levels.get(level));
            }
            prop_assert_eq!(there.headline.map(|by| -by), back.headline);
            prop_assert!(changes(&a, &a).moved(|by| by != 0).next().is_none());
        }
    }
}

//! Properties that hold for every assessment, and searches that leave nothing
//! out.

use super::tests::answers;
use super::*;
use crate::catalogue::PerItem;
use proptest::prelude::*;

/// One person's answer, or in half steps what several came to.
fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop_oneof![
        prop::sample::select(vec!["1", "2", "3", "4", "5", "3", "4", "dk", "na", "-"])
            .prop_map(Answer::parse),
        (2u8..=10).prop_map(Answer::of_halves),
    ]
}

fn any_answers() -> impl Strategy<Value = Answers> {
    prop::collection::vec(any_answer(), Item::COUNT).prop_map(|list| {
        let mut list = list.into_iter();
        PerItem::from_fn(|_| list.next().flatten())
    })
}

fn with(answers: &Answers, item: Item, answer: Answer) -> Answers {
    let mut changed = *answers;
    *changed.get_mut(item) = Some(answer);
    changed
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(2000)
    })]

    #[test]
    fn raising_an_answer_never_lowers_a_stage(given in any_answers()) {
        let before = score(&given);
        for (item, answer) in given.iter() {
            let halves = answer.and_then(|a| a.halves());
            let Some(up) = halves.and_then(|one| Answer::of_halves(one + 1)) else { continue };
            let after = score(&with(&given, item, up));
            for level in Level::ALL {
                prop_assert!(after.levels.get(level).stage() >= before.levels.get(level).stage());
            }
        }
    }

    /// What the sentences on a result say of the weakest links.
    #[test]
    fn a_link_is_held_by_answers_of_one_step_not_above_its_stage(given in any_answers()) {
        if let Some(headline) = score(&given).headline {
            let highest = headline.stage == Step::HIGHEST;
            for level in &headline.binding {
                let step = |item: Item| given.get(item).and_then(Answer::step);
                let held: Vec<Step> = headline.holding(*level).filter_map(step).collect();
                prop_assert_eq!(held.is_empty(), highest);
                prop_assert!(held.windows(2).all(|pair| pair[0] == pair[1]));
                prop_assert!(held.iter().all(|step| *step <= headline.stage));
                // No answer of the level is lower: these are its lowest.
                let lowest = level.items().into_iter().filter_map(step).min();
                prop_assert!(highest || held.first().copied() == lowest);
            }
        }
    }

    #[test]
    fn the_first_moves_are_all_moves_from_the_lowest_answers(given in any_answers()) {
        if let Some(headline) = score(&given).headline {
            let first = lowest_first(&headline.moves);
            let all: usize = headline.moves.iter().map(|(_, moves)| moves.len()).sum();
            prop_assert_eq!(first.len(), all);
            prop_assert!(first.windows(2).all(|pair| pair[0].from <= pair[1].from));
            // Where all begin alike, each binding level is among the first.
            let alike = first.iter().all(|rise| rise.from == first[0].from);
            let levels = headline.moves.len();
            let begun: Vec<Level> = first.iter().take(levels).map(|rise| rise.item.level).collect();
            prop_assert!(!alike || headline.moves.iter().all(|(level, _)| begun.contains(level)));
        }
    }

    #[test]
    fn the_range_contains_the_headline(given in any_answers()) {
        if let Some(headline) = score(&given).headline {
            prop_assert!(headline.range.0 <= headline.stage);
            prop_assert!(headline.stage <= headline.range.1);
        }
    }

    #[test]
    fn the_ranges_of_the_levels_make_that_of_the_headline(given in any_answers()) {
        let outcome = score(&given);
        let ranges = Level::ALL.map(|level| level_range(&given, level));
        for (level, range) in Level::ALL.into_iter().zip(ranges) {
            let stage = outcome.levels.get(level).stage();
            prop_assert_eq!(range.is_some(), stage.is_some());
            if let Some((low, high)) = range {
                prop_assert!(Some(low) <= stage && stage <= Some(high));
            }
        }
        if let Some(headline) = outcome.headline {
            let of = |end: fn((Step, Step)) -> Step| {
                ranges.iter().flatten().copied().map(end).min()
            };
            prop_assert_eq!(Some(headline.range.0), of(|range| range.0));
            prop_assert_eq!(Some(headline.range.1), of(|range| range.1));
        }
    }

    #[test]
    fn what_is_no_number_never_counts_as_one(given in any_answers()) {
        // The means and stages are those of the rated items alone.
        let rated = |item| given.get(item).filter(|answer| answer.step().is_some());
        let rated = PerItem::from_fn(rated);
        let (with, without) = (score(&given), score(&rated));
        for level in Level::ALL {
            let (one, other) = (with.levels.get(level), without.levels.get(level));
            prop_assert_eq!(one.mean, other.mean);
            if one.tally.not_applicable <= NOT_APPLICABLE_MAX {
                prop_assert_eq!(one.stage(), other.stage());
            }
        }
        prop_assert_eq!(with.themes, without.themes);
    }

    #[test]
    fn the_stage_is_what_the_ceilings_say(given in any_answers()) {
        let outcome = score(&given);
        for level in Level::ALL {
            if let Some(stage) = outcome.levels.get(level).stage() {
                let found = ceilings(&given, level);
                prop_assert_eq!(Some(stage), found.map(|c| c.mean.min(c.lowest)));
            }
        }
    }

    #[test]
    fn without_the_items_below_the_stage_a_binding_level_never_rises(given in any_answers()) {
        let Some(headline) = score(&given).headline else { return Ok(()) };
        let mut lifted = given;
        for (item, answer) in given.iter() {
            let below = |step: Step| step < headline.stage;
            if answer.and_then(|a| a.step()).is_some_and(|step| !below(step)) {
                *lifted.get_mut(item) = Some(Answer::Rated(Step::HIGHEST));
            }
        }
        let after = score(&lifted);
        for &level in &headline.binding {
            let holds = headline.binding_items.iter().any(|item| {
                let step = given.get(*item).and_then(|answer| answer.step());
                item.level == level && step < Some(headline.stage)
            });
            if holds {
                prop_assert_eq!(after.levels.get(level).stage(), Some(headline.stage));
            }
        }
    }

    #[test]
    fn moves_to_a_target_reach_it(given in any_answers(), target in 1u8..=5) {
        let target = Step::new(target).unwrap();
        for level in Level::ALL {
            let Some(stage) = level_stage(&given, level) else { continue };
            let moves = moves_to(&given, level, target);
            prop_assert_eq!(moves.is_empty(), stage >= target);
            let mut lifted = given;
            for rise in &moves {
                *lifted.get_mut(rise.item) = Some(Answer::Rated(rise.to));
            }
            prop_assert!(level_stage(&lifted, level) >= Some(target));
        }
    }

    #[test]
    fn sensitivity_agrees_with_scoring_the_whole_again(given in any_answers()) {
        let outcome = score(&given);
        let Some(headline) = outcome.headline else { return Ok(()) };
        let brute: Vec<Item> = given.iter().filter(|(item, answer)| {
            let Some(halves) = answer.and_then(|a| a.halves()) else { return false };
            let moves = [(halves - 2).max(2), (halves + 2).min(10)];
            moves.into_iter().filter_map(Answer::of_halves).any(|moved| {
                let other = score(&with(&given, *item, moved));
                other.headline.map(|found| found.stage) != Some(headline.stage)
            })
        }).map(|(item, _)| item).collect();
        prop_assert_eq!(headline.sensitive, brute);
    }

    #[test]
    fn next_moves_lift_their_level_by_one_stage(given in any_answers()) {
        let Some(headline) = score(&given).headline else { return Ok(()) };
        for (level, moves) in &headline.moves {
            let mut lifted = given;
            for rise in moves {
                *lifted.get_mut(rise.item) = Some(Answer::Rated(rise.to));
            }
            prop_assert!(score(&lifted).levels.get(*level).stage() > Some(headline.stage));
        }
    }
}

/// On one level with four to six rated items: no combination of fewer single
/// steps reaches the next stage. Searched exhaustively.
#[test]
fn no_shorter_list_of_moves_lifts_a_level() {
    let mut searched = 0u32;
    for code in 0..5u32.pow(4) {
        let steps: Vec<u8> = (0..4).map(|i| (code / 5u32.pow(i) % 5 + 1) as u8).collect();
        let text: Vec<String> = steps.iter().map(u8::to_string).collect();
        let given = answers(&format!("{},-,-", text.join(",")));
        let Some(stage) = level_stage(&given, Level::Political) else {
            continue;
        };
        let moves = next_moves(&given, Level::Political, stage);
        let cost: u32 = moves.iter().map(|m| m.steps().count() as u32).sum();
        let cheapest = cheapest_lift(&steps, stage.number());
        if let Some(cheapest) = cheapest {
            assert_eq!(cost, cheapest, "{steps:?}");
            searched += 1;
        } else {
            assert!(moves.is_empty(), "{steps:?}");
        }
    }
    assert_eq!(searched, 624); // all but 5,5,5,5
}

/// The fewest single steps up after which the stage is higher, by trying all.
fn cheapest_lift(steps: &[u8], stage: u8) -> Option<u32> {
    (0..5u32.pow(4))
        .filter_map(|code| {
            let target: Vec<u8> = (0..4).map(|i| (code / 5u32.pow(i) % 5 + 1) as u8).collect();
            let rises = target.iter().zip(steps).all(|(to, from)| to >= from);
            let text: Vec<String> = target.iter().map(u8::to_string).collect();
            let reached = level_stage(&answers(&text.join(",")), Level::Political)?.number();
            let cost = target
                .iter()
                .zip(steps)
                .map(|(to, from)| u32::from(to.saturating_sub(*from)));
            (rises && reached > stage).then(|| cost.sum())
        })
        .min()
}

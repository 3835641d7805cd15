//! The worked examples of instrument.md, to the figure, and properties that
//! hold for every assessment.

use super::*;
use proptest::prelude::*;

/// Reads `3,3,dk / … / …`: three levels, six answers each; `-` is unanswered.
fn answers(text: &str) -> Answers {
    let mut codes = text.split(['/', ',']).map(str::trim);
    PerItem::from_fn(|_| codes.next().and_then(Answer::parse))
}

fn numbers(steps: impl IntoIterator<Item = Option<Step>>) -> String {
    steps
        .into_iter()
        .map(|step| step.map_or("-".into(), |step| step.number().to_string()))
        .collect::<Vec<_>>()
        .join(" ")
}

fn shown_moves(headline: &Headline) -> String {
    headline
        .moves
        .iter()
        .map(|(level, moves)| {
            let moves: Vec<String> = moves
                .iter()
                .map(|m| {
                    let (from, to) = (m.from.number(), m.to.number());
                    format!("{} {from}-{to}", m.item.theme.id())
                })
                .collect();
            format!("{}: {}", level.id(), moves.join(", "))
        })
        .collect::<Vec<_>>()
        .join("; ")
}

/// Everything that an example of instrument.md states, in one line.
fn check(given: &str, expected: &str) {
    let outcome = score(&answers(given));
    let means: Vec<String> = outcome
        .levels
        .iter()
        .map(|(_, level)| match (level.standing, level.mean) {
            (Standing::Scored { .. }, Some(mean)) => mean.plain(),
            _ => "-".into(),
        })
        .collect();
    let stages = numbers(outcome.levels.iter().map(|(_, level)| level.stage()));
    let rest = match &outcome.headline {
        None => "none".into(),
        Some(headline) => format!(
            "{} ({} to {}) | {:?} | {} | {}",
            headline.stage.number(),
            headline.range.0.number(),
            headline.range.1.number(),
            headline.pattern,
            headline.sensitive.len(),
            shown_moves(headline),
        ),
    };
    let found = format!("{} | {stages} | {rest}", means.join(" "));
    assert_eq!(found, expected, "{given}");
}

#[test]
fn worked_examples() {
    for (given, expected) in [
        (
            "3,3,3,3,3,3 / 3,3,3,3,3,3 / 3,3,3,3,3,3",
            "3.0 3.0 3.0 | 3 3 3 | 3 (3 to 3) | Anchored | 18 | \
             political: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, culture 3-4, cooperation 3-4; \
             executive: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, culture 3-4, cooperation 3-4; \
             operational: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, culture 3-4, cooperation 3-4",
        ),
        (
            "5,5,5,5,5,1 / 4,4,4,4,4,4 / 4,4,4,4,4,4",
            "4.3 4.0 4.0 | 2 4 4 | 2 (2 to 2) | Anchored | 1 | political: cooperation 1-2",
        ),
        (
            "4,4,4,3,4,4 / 4,4,3,4,4,4 / 2,1,2,2,1,2",
            "3.8 3.8 1.7 | 3 3 1 | 1 (1 to 1) | Unrealised | 0 | operational: coherence 1-2, culture 1-2",
        ),
        (
            "1,1,1,1,1,1 / 2,2,2,2,1,2 / 4,3,4,3,4,3",
            "1.0 1.8 3.5 | 1 1 3 | 1 (1 to 1) | Emergent | 0 | \
             political: goal 1-2, coherence 1-2, plan 1-2, measurement 1-2, culture 1-2, cooperation 1-2; \
             executive: culture 1-2",
        ),
        (
            "3,3,3,dk,3,3 / 4,4,4,4,4,4 / 3,3,3,3,3,3",
            "3.0 4.0 3.0 | 3 4 3 | 3 (2 to 3) | Anchored | 11 | \
             political: goal 3-4, coherence 3-4, plan 3-4, culture 3-4, cooperation 3-4; \
             operational: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, culture 3-4, cooperation 3-4",
        ),
        (
            "3,3,3,na,na,na / 4,4,4,4,4,4 / 4,4,4,4,4,4",
            "- 4.0 4.0 | - 4 4 | none",
        ),
        (
            "2,3,3,3,3,3 / 4,5,5,5,5,5 / 3,4,5,4,5,4",
            "2.8 4.8 4.2 | 2 4 4 | 2 (2 to 2) | Anchored | 6 | political: goal 2-3",
        ),
    ] {
        check(given, expected);
    }
}

#[test]
fn a_level_is_scored_with_four_rated_and_at_most_two_not_applicable() {
    let rest = "/ 4,4,4,4,4,4 / 4,4,4,4,4,4";
    for (level, stage) in [
        ("3,3,3,3,-,-", Some(3)),
        ("3,3,3,3,na,na", Some(3)),
        ("3,3,3,3,dk,dk", Some(3)),
        ("3,3,3,-,-,-", None),
        ("3,3,3,dk,dk,dk", None),
        ("-,-,-,-,-,-", None),
        ("dk,dk,dk,dk,dk,dk", None),
    ] {
        let outcome = score(&answers(&format!("{level} {rest}")));
        let political = outcome.levels.get(Level::Political);
        assert_eq!(political.stage().map(Step::number), stage, "{level}");
        assert_eq!(outcome.headline.is_some(), stage.is_some(), "{level}");
    }
}

#[test]
fn a_headline_is_provisional_while_anything_is_unanswered() {
    let full = "3,3,3,3,3,3 / 3,3,3,3,3,3 / 3,3,3,3,3,dk";
    let part = "3,3,3,3,3,3 / 3,3,3,3,3,3 / 3,3,3,3,3,-";
    let completeness = |text| score(&answers(text)).headline.map(|h| h.completeness);
    assert_eq!(completeness(full), Some(Completeness::Complete));
    assert_eq!(completeness(part), Some(Completeness::Provisional));
}

#[test]
fn themes_have_a_mean_and_a_gap() {
    let outcome = score(&answers("5,na,-,3,3,3 / 4,dk,-,3,3,3 / 1,2,-,3,3,3"));
    let theme = |theme| outcome.themes.get(theme);
    assert_eq!(theme(Theme::Goal).mean.map(Ratio::tenths), Some(33));
    assert_eq!(theme(Theme::Goal).gap, Some(4));
    assert_eq!(theme(Theme::Coherence).gap, Some(0));
    assert_eq!(theme(Theme::Plan).mean, None);
    assert_eq!(theme(Theme::Plan).gap, None);
}

#[test]
fn the_highest_stage_has_no_moves() {
    let outcome = score(&answers("5,5,5,5,5,5 / 5,5,5,5,5,5 / 5,5,5,5,5,5"));
    assert_eq!(outcome.headline.map(|h| h.moves.len()), Some(0));
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop::sample::select(vec!["1", "2", "3", "4", "5", "3", "4", "dk", "na", "-"])
        .prop_map(Answer::parse)
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
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(2000) })]

    #[test]
    fn raising_an_answer_never_lowers_a_stage(given in any_answers()) {
        let before = score(&given);
        for (item, answer) in given.iter() {
            let Some(up) = answer.and_then(|a| a.step()).and_then(Step::up) else { continue };
            let after = score(&with(&given, item, Answer::Rated(up)));
            for level in Level::ALL {
                prop_assert!(after.levels.get(level).stage() >= before.levels.get(level).stage());
            }
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
    fn sensitivity_agrees_with_scoring_the_whole_again(given in any_answers()) {
        let outcome = score(&given);
        let Some(headline) = outcome.headline else { return Ok(()) };
        let brute: Vec<Item> = given.iter().filter(|(item, answer)| {
            let step = answer.and_then(|a| a.step());
            [step.and_then(Step::down), step.and_then(Step::up)].into_iter().flatten().any(|moved| {
                score(&with(&given, *item, Answer::Rated(moved))).headline.map(|h| h.stage) != Some(headline.stage)
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

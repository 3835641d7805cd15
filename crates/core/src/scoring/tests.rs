//! The worked examples of docs/method.md, to the figure, and a table of cases
//! for every rule.

use super::*;
use crate::catalogue::{PerItem, Theme};

/// Reads `3,3,dk / … / …`: three levels, six answers each; `-` is unanswered.
pub(super) fn answers(text: &str) -> Answers {
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

/// Everything that an example of docs/method.md states, in one line.
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
             political: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, \
             culture 3-4, cooperation 3-4; \
             executive: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, \
             culture 3-4, cooperation 3-4; \
             operational: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, \
             culture 3-4, cooperation 3-4",
        ),
        (
            "5,5,5,5,5,1 / 4,4,4,4,4,4 / 4,4,4,4,4,4",
            "4.3 4.0 4.0 | 2 4 4 | 2 (2 to 2) | Anchored | 1 | political: cooperation 1-2",
        ),
        (
            "4,4,4,3,4,4 / 4,4,3,4,4,4 / 2,1,2,2,1,2",
            "3.8 3.8 1.7 | 3 3 1 | 1 (1 to 1) | Unrealised | 0 | \
             operational: coherence 1-2, culture 1-2",
        ),
        (
            "1,1,1,1,1,1 / 2,2,2,2,1,2 / 4,3,4,3,4,3",
            "1.0 1.8 3.5 | 1 1 3 | 1 (1 to 1) | Emergent | 0 | \
             political: goal 1-2, coherence 1-2, plan 1-2, measurement 1-2, \
             culture 1-2, cooperation 1-2; \
             executive: culture 1-2",
        ),
        (
            "3,3,3,dk,3,3 / 4,4,4,4,4,4 / 3,3,3,3,3,3",
            "3.0 4.0 3.0 | 3 4 3 | 3 (2 to 3) | Anchored | 11 | \
             political: goal 3-4, coherence 3-4, plan 3-4, culture 3-4, cooperation 3-4; \
             operational: goal 3-4, coherence 3-4, plan 3-4, measurement 3-4, \
             culture 3-4, cooperation 3-4",
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
    assert_eq!(theme(Theme::Goal).gap, Some(8));
    assert_eq!(theme(Theme::Coherence).gap, Some(0));
    assert_eq!(theme(Theme::Plan).mean, None);
    assert_eq!(theme(Theme::Plan).gap, None);
}

#[test]
fn the_highest_stage_has_no_moves() {
    let outcome = score(&answers("5,5,5,5,5,5 / 5,5,5,5,5,5 / 5,5,5,5,5,5"));
    assert_eq!(outcome.headline.map(|h| h.moves.len()), Some(0));
}

/// Why a level is not scored, in figures: ratings missing, too many that are
/// not applicable.
#[test]
fn what_is_missing_is_told_for_each_level() {
    for (level, expected) in [
        ("3,3,3,3,-,-", None),
        ("3,3,3,-,-,-", Some((1, 0))),
        ("-,-,-,-,-,-", Some((4, 0))),
        ("3,3,3,na,na,na", Some((1, 1))),
        ("na,na,na,na,na,na", Some((4, 4))),
        ("dk,dk,dk,dk,dk,3", Some((3, 0))),
    ] {
        let outcome = score(&answers(level));
        let found = match outcome.levels.get(Level::Political).standing {
            Standing::Scored { .. } => None,
            Standing::NotScored(short) => Some((short.rated, short.not_applicable)),
        };
        assert_eq!(found, expected, "{level}");
    }
}

#[test]
fn the_stage_is_the_lower_of_what_mean_and_lowest_item_allow() {
    for (level, mean, lowest) in [
        ("5,5,5,5,5,1", 4, 2),
        ("3,3,3,3,3,3", 3, 4),
        ("4,4,4,3,4,4", 3, 4),
        ("5,5,5,5,5,5", 5, 5),
        ("1,1,1,1,1,1", 1, 2),
        ("2,2,5,5,5,5", 4, 3),
    ] {
        let given = answers(level);
        let found = ceilings(&given, Level::Political).unwrap();
        assert_eq!((found.mean.number(), found.lowest.number()), (mean, lowest));
        let stage = level_stage(&given, Level::Political);
        assert_eq!(stage, Some(found.mean.min(found.lowest)), "{level}");
    }
    assert_eq!(ceilings(&answers("dk,na,-"), Level::Political), None);
}

#[test]
fn the_items_that_bind_are_named() {
    for (given, expected) in [
        (
            "5,5,5,5,5,1 / 4,4,4,4,4,4 / 4,4,4,4,4,4",
            "political.cooperation",
        ),
        (
            "4,4,4,3,4,4 / 4,4,3,4,4,4 / 2,1,2,2,1,2",
            "operational.coherence operational.culture",
        ),
        ("2,3,3,3,3,3 / 4,5,5,5,5,5 / 3,4,5,4,5,4", "political.goal"),
        (
            "2,2,5,5,5,5 / 3,3,3,3,4,4 / 4,4,4,4,4,4",
            "political.goal political.coherence executive.goal executive.coherence executive.plan \
             executive.measurement",
        ),
        ("5,5,5,5,5,5 / 5,5,5,5,5,5 / 5,5,5,5,5,5", ""),
        (
            "5,5,5,4,5,5 / 5,5,5,5,5,5 / 5,5,5,5,5,5",
            "political.measurement",
        ),
        (
            "5,5,5,5,dk,na / 5,5,5,5,5,5 / 1,1,1,1,dk,dk",
            "operational.goal operational.coherence operational.plan operational.measurement",
        ),
    ] {
        let headline = score(&answers(given)).headline.unwrap();
        let found: Vec<String> = headline.binding_items.iter().map(|i| i.id()).collect();
        assert_eq!(found.join(" "), expected, "{given}");
    }
}

#[test]
fn a_level_stands_at_below_or_above_its_target() {
    let outcome = score(&answers("3,3,3,3,3,3 / -,-,-,-,-,-"));
    for (level, target, aim) in [
        (Level::Political, 2, Aim::Reached),
        (Level::Political, 3, Aim::Reached),
        (Level::Political, 4, Aim::Below(1)),
        (Level::Political, 5, Aim::Below(2)),
        (Level::Executive, 1, Aim::Unknown),
    ] {
        let target = Step::new(target).unwrap();
        assert_eq!(outcome.levels.get(level).aim(target), aim, "{target:?}");
    }
}

#[test]
fn moves_reach_a_target_more_than_one_stage_away() {
    for (level, target, expected) in [
        (
            "1,1,3,3,3,3",
            4,
            "goal 1-4, coherence 1-4, plan 3-4, measurement 3-4, \
             culture 3-4, cooperation 3-4",
        ),
        ("1,4,4,4,5,5", 3, "goal 1-2"),
        ("5,5,5,5,5,5", 5, ""),
        ("4,4,4,4,4,4", 2, ""),
        ("dk,dk,-,-,-,-", 5, ""),
    ] {
        let moves = moves_to(
            &answers(level),
            Level::Political,
            Step::new(target).unwrap(),
        );
        let found: Vec<String> = moves
            .iter()
            .map(|m| {
                format!(
                    "{} {}-{}",
                    m.item.theme.id(),
                    m.from.number(),
                    m.to.number()
                )
            })
            .collect();
        assert_eq!(found.join(", "), expected, "{level} to {target}");
    }
}

#[test]
fn six_answers_tell_where_to_look_first_and_no_stage() {
    let given = answers("2,4,-,-,-,- / -,-,dk,2,-,- / -,-,-,-,3,na");
    let outcome = score(&given);
    assert!(outcome.headline.is_none());
    assert!(
        outcome
            .levels
            .iter()
            .all(|(_, level)| level.stage().is_none())
    );
    let found = indication(&given);
    let ids = |items: &[Item]| items.iter().map(|i| i.id()).collect::<Vec<_>>().join(" ");
    assert_eq!(found.lowest.map(Step::number), Some(2));
    assert_eq!(
        ids(&found.at_lowest),
        "political.goal executive.measurement"
    );
    assert_eq!(ids(&found.dont_know), "executive.plan");
    let nothing = indication(&answers("dk,na"));
    assert_eq!((nothing.lowest, nothing.at_lowest.len()), (None, 0));
}

#[test]
fn pattern_is_read_at_a_mean_of_three() {
    for (given, expected) in [
        ("3,3,3,3,3,3 / 3,3,3,3,3,3 / 3,3,3,3,3,3", Pattern::Anchored),
        (
            "2,2,2,2,2,2 / 4,4,4,4,4,4 / 2,3,3,3,3,3",
            Pattern::Unrealised,
        ),
        ("2,3,3,3,3,3 / 3,3,3,3,3,3 / 3,3,3,3,3,3", Pattern::Emergent),
        (
            "1,1,1,1,1,1 / 1,1,1,1,1,1 / 1,1,1,1,1,1",
            Pattern::NotStarted,
        ),
    ] {
        assert_eq!(
            score(&answers(given)).headline.map(|h| h.pattern),
            Some(expected),
            "{given}"
        );
    }
}

//! Notes as rows: how they are told, merged, linked and deleted.

use super::notes::numbered;
use super::tests::{LOW, answered, id, today, with};
use super::*;
use crate::address::Id;
use crate::assessment::{Action, Assessment, Note};
use crate::day::Day;
use crate::keeping::{Change, Kept};
use crate::moment::Moment;
use proptest::prelude::*;

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn day(text: &str) -> Day {
    Day::parse_iso(text).unwrap()
}

/// A note of the measure with this number.
fn noted(measure: u8, n: u8, of: &str, text: &str) -> Vec<Action> {
    let row = numbered(i64::from(n), &id(200));
    let mut deed = begun(&row, &id(measure), day(of));
    deed.extend(noting(&row, note(text)));
    deed
}

fn measure(n: u8) -> Vec<Action> {
    adding(&id(n), None, &note("Spør"))
}

fn planned(deeds: &[Vec<Action>]) -> Assessment {
    with(answered(LOW), &deeds.concat())
}

fn plain(day: Day) -> String {
    day.iso()
}

#[test]
fn notes_of_a_day_stand_in_the_order_in_which_they_were_begun() {
    let at = |ms: i64| Moment {
        ms,
        ..Moment::default()
    };
    let fresh = Id::from_bytes([0xff; 10]);
    let moments = [
        946_684_800_000,
        1_000_000_000_000,
        1_800_000_000_000,
        1_800_000_001_000,
    ];
    let rows = moments.map(|ms| note_id(at(ms), &fresh, &[]));
    assert!(
        rows.iter()
            .all(|row| row.as_str().ends_with(&fresh.as_str()[7..]))
    );
    let deeds: Vec<Vec<Action>> = (rows.iter().rev().enumerate())
        .map(|(n, row)| {
            let mut deed = begun(row, &id(1), day("2026-12-03"));
            deed.extend(noting(row, note(&n.to_string())));
            deed
        })
        .chain([measure(1)])
        .collect();
    let plan = Plan::of(&planned(&deeds).parts);
    let told = plan.measures[0].told_notes(plain);
    let lines: Vec<&str> = told.lines().collect();
    let lines: Vec<&str> = lines
        .iter()
        .map(|line| &line["2026-12-03: ".len()..])
        .collect();
    assert_eq!(lines, ["3", "2", "1", "0"]);
    // Before 2000 the clock is wrong; it is an id all the same.
    assert_eq!(note_id(at(-1), &fresh, &[]).as_str()[..7], *"aaaaaaa");
}

#[test]
fn notes_of_one_second_stand_in_the_order_in_which_they_were_begun() {
    let at = Moment {
        ms: 1_800_000_000_000,
        ..Moment::default()
    };
    // Ids at random: each would come before the one that was begun before it.
    let mut all: Vec<Noted> = Vec::new();
    for n in [9, 6, 3] {
        all.push(Noted {
            id: note_id(at, &Id::from_bytes([n * 0x11; 10]), &all),
            day: None,
            text: note(&n.to_string()),
        });
    }
    let begun = as_begun(&all).into_iter().map(|one| one.text.as_str());
    assert_eq!(begun.collect::<Vec<_>>(), ["9", "6", "3"]);
    // A row that was made elsewhere counts anything: it moves none to the end of time.
    let far = Noted {
        id: Id::parse("7777777777777777").unwrap(),
        ..all[0].clone()
    };
    let next = note_id(at, &Id::from_bytes([1; 10]), &[far]);
    assert_eq!(next.as_str()[..7], all[0].id.as_str()[..7]);
}

#[test]
fn the_log_stands_above_the_notes_by_their_days() {
    let log = Action::PartWritten(
        Field::Log.key(&id(1)).unwrap(),
        note("27.11.2026: I gang\n"),
    );
    let deeds = [
        measure(1),
        measure(2),
        vec![log],
        noted(1, 2, "2027-02-01", "Ferdig\n"),
        noted(1, 3, "2026-12-24", "Halvveis\nNesten"),
        noted(2, 4, "2026-12-01", "En annen"),
        noted(1, 5, "2027-01-01", ""),
        // Of a measure that is not here.
        noted(9, 6, "2027-01-01", "Borte"),
    ];
    let plan = Plan::of(&planned(&deeds).parts);
    assert_eq!(plan.measures.len(), 2);
    let one = plan.get(&id(1)).unwrap();
    assert_eq!(
        one.told_notes(plain),
        "27.11.2026: I gang\n2026-12-24: Halvveis\nNesten\n2027-02-01: Ferdig"
    );
    assert_eq!((one.notes.len(), one.noted().count()), (3, 2));
    assert_eq!(
        one.linked_notes().as_str(),
        "27.11.2026: I gang\n24.12.2026: Halvveis\nNesten\n1.2.2027: Ferdig"
    );
    assert_eq!(
        plan.get(&id(2)).unwrap().told_notes(plain),
        "2026-12-01: En annen"
    );
}

#[test]
fn a_link_has_the_latest_that_fit() {
    let deeds: Vec<Vec<Action>> = (0..5)
        .map(|n| noted(1, n, "2027-02-01", &format!("{n}{}", "å".repeat(600))))
        .chain([measure(1)])
        .collect();
    let plan = Plan::of(&planned(&deeds).parts);
    let linked = plan.measures[0].linked_notes();
    let lines: Vec<&str> = linked.as_str().lines().collect();
    let begins: Vec<String> = lines
        .iter()
        .map(|line| line.chars().take(11).collect())
        .collect();
    assert_eq!(begins, ["…", "1.2.2027: 2", "1.2.2027: 3", "1.2.2027: 4"]);
    // One alone that does not fit with its day is cut.
    let long = planned(&[
        measure(1),
        noted(1, 1, "2027-02-01", &"å".repeat(Note::LIMIT)),
    ]);
    let linked = Plan::of(&long.parts).measures[0].linked_notes();
    assert_eq!(linked.as_str().chars().count(), Note::LIMIT);
}

#[test]
fn what_may_stand_in_a_row_is_told_from_what_may_not() {
    for (field, text, fits) in [
        ("measure", "aaaaaaaaaaaaaaaa", Some(true)),
        ("measure", "Spør", Some(false)),
        ("day", "2026-12-03", Some(true)),
        ("day", "3.12.2026", Some(false)),
        ("text", "3.12.2026", Some(true)),
        ("text", "", Some(true)),
        ("gone", "", None),
    ] {
        assert_eq!(note_holds(field, text), fits, "{field}: {text}");
    }
    assert!(day_of_note("2026-12-03", today()).is_ok());
    assert_eq!(day_of_note("", today()), Err(FieldProblem::NoDay));
    assert_eq!(
        day_of_note("0026-12-03", today()),
        Err(FieldProblem::FarOff)
    );
}

#[test]
fn a_note_to_what_was_taken_away_unseen_is_shown() {
    let before = planned(&[measure(1), noted(1, 1, "2026-12-03", "I gang")]);
    let gone = with(before.clone(), &[removing(&before.parts, &id(1)).unwrap()]);
    assert_eq!(Plan::of(&gone.parts).measures[0].gone, Gone::Yes);
    let both = with(gone.clone(), &noted(1, 2, "2026-12-04", "Ferdig"));
    assert_eq!(Plan::of(&both.parts).measures[0].gone, Gone::Contested);
    let changed = with(gone, &noted(1, 1, "2026-12-03", "Stoppet"));
    assert_eq!(Plan::of(&changed.parts).measures[0].gone, Gone::Contested);
}

#[test]
fn what_is_deleted_for_good_is_gone_with_its_notes() {
    let log = Action::PartWritten(Field::Log.key(&id(1)).unwrap(), note("Hemmelig"));
    let before = planned(&[
        measure(1),
        measure(2),
        vec![log],
        noted(1, 1, "2026-12-03", "Hemmelig"),
        noted(1, 2, "2026-12-03", ""),
        noted(2, 3, "2026-12-03", "Blir"),
    ]);
    // First it is taken away.
    assert!(deleting(&before.parts, &id(1)).is_empty());
    let gone = with(before.clone(), &[removing(&before.parts, &id(1)).unwrap()]);
    let deed = deleting(&gone.parts, &id(1));
    let after = with(gone, &deed);
    let plan = Plan::of(&after.parts);
    assert_eq!(plan.measures.len(), 1);
    assert_eq!(plan.measures[0].noted().count(), 1);
    // What is left says that it is gone, and nothing else.
    let left: Vec<&str> = after
        .parts
        .all()
        .iter()
        .map(|(key, _)| key.as_str())
        .collect();
    let of_it: Vec<&&str> = left
        .iter()
        .filter(|key| key.contains(id(1).as_str()))
        .collect();
    assert_eq!(of_it, [&&*format!("plan/{}/gone", id(1).as_str())]);
    assert!(
        after
            .parts
            .all()
            .iter()
            .all(|(_, value)| value.as_str() != "Hemmelig")
    );
    // What another tab changed unseen is shown; a new one may have its id.
    let deadline = Field::Deadline.key(&id(1)).unwrap();
    let other = with(
        after.clone(),
        &[Action::PartWritten(deadline, note("2027-01-31"))],
    );
    let shown = Plan::of(&other.parts);
    let shown = shown.get(&id(1)).unwrap();
    assert_eq!((shown.gone, shown.text.is_empty()), (Gone::Contested, true));
    let again = with(after, &measure(1));
    assert_eq!(Plan::of(&again.parts).get(&id(1)).unwrap().gone, Gone::No);
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(300)
    })]

    /// Whatever three tabs note, in any order: each note that was written last stands there.
    #[test]
    fn tabs_lose_no_note_of_each_other(
        notes in prop::collection::vec((0..3usize, 0..4u8, "[a-zå]{1,4}", any::<bool>()), 1..40)
    ) {
        let mut stored = Kept::new(planned(&[measure(1), measure(2)]), 0);
        let mut waiting: [Vec<Change>; 3] = Default::default();
        let mut last = std::collections::BTreeMap::new();
        for (at, (tab, n, text, writes)) in notes.iter().enumerate() {
            let ms = at as i64;
            // Each tab begins notes of its own.
            let row = *n + 10 * *tab as u8;
            let changes = noted(1 + row % 2, row, "2026-12-03", text);
            let seen = stored.revision;
            waiting[*tab].extend(changes.into_iter().map(|action| Change {
                action,
                day: today(),
                ms,
                seen,
                joined: false,
            }));
            last.insert(row, text.clone());
            if *writes {
                let changes = std::mem::take(&mut waiting[*tab]);
                stored = stored.commit(&changes, ms).kept;
            }
        }
        for changes in waiting {
            stored = stored.commit(&changes, 1000).kept;
        }
        let plan = Plan::of(&stored.assessment.parts);
        let texts = plan.measures.iter().flat_map(Measure::noted);
        let mut found: Vec<String> = texts.map(|one| one.text.as_str().to_owned()).collect();
        let mut expected: Vec<String> = last.into_values().collect();
        found.sort();
        expected.sort();
        prop_assert_eq!(found, expected);
    }
}

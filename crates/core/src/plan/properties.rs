//! What holds for any plan: measures lift or leave, tabs come together.

use super::tests::{LOW, answered, id, step, today, with};
use super::*;
use crate::assessment::{Action, Key, Note};
use crate::catalogue::{Item, Level};
use crate::keeping::{Change, Kept};
use proptest::prelude::*;

fn any_edit() -> impl Strategy<Value = (u8, Field, String)> {
    let field = prop::sample::select(Field::ALL.to_vec());
    let text = prop_oneof![
        "[a-zåæø😀\u{202e}]{0,4}",
        Just("done".to_owned()),
        Just("political.goal:1:5".to_owned()),
        Just("2027-01-31".to_owned()),
        Just("deadbeef".to_owned()),
    ];
    (1..4u8, field, text)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn a_done_measure_never_lowers_a_stage(
        steps in prop::array::uniform18(0..=5u8),
        aims in prop::collection::vec((0..18usize, 1..=4u8, 1..=4u8), 0..30),
    ) {
        let assessment = answered(steps);
        let mut actions = Vec::new();
        for (n, (item, from, rise)) in aims.into_iter().enumerate() {
            let to = step((from + rise).min(5));
            let aim = Aim::new(Item::ALL[item], step(from), to);
            actions.extend(adding(&id(n as u8), aim, &Note::default()));
        }
        let plan = Plan::of(&with(assessment.clone(), &actions).parts);
        let found = outlook(&assessment.answers(), &assessment.targets, plan.standing(), None);
        for level in Level::ALL {
            let stage = |outcome: &crate::scoring::Outcome| outcome.levels.get(level).stage();
            prop_assert!(stage(&found.then) >= stage(&found.now));
        }
        for measure in &plan.measures {
            if let Gain::Lifts(Some((before, after))) = gain(&assessment.answers(), measure) {
                prop_assert!(before <= after);
            }
        }
    }

    /// Whatever three tabs do to the same measures, in any order: what the last one wrote in
    /// a field stands there, and a measure that was changed unseen is never silently gone.
    #[test]
    fn tabs_come_together_by_measure_and_field(
        edits in prop::collection::vec((0..3usize, any_edit(), any::<bool>()), 1..40)
    ) {
        let mut stored = Kept::new(answered(LOW), 0);
        let mut seen = [1u32; 3];
        let mut waiting: [Vec<Change>; 3] = Default::default();
        let mut latest: Vec<(Key, Note, i64)> = Vec::new();
        for (at, (tab, (row, field, text), writes)) in edits.into_iter().enumerate() {
            let key = field.key(&id(row)).unwrap();
            let value = Note::parse(&text).unwrap();
            let ms = at as i64;
            latest.retain(|(other, ..)| *other != key);
            latest.push((key.clone(), value.clone(), ms));
            waiting[tab].push(Change {
                action: Action::PartWritten(key, value),
                day: today(),
                ms,
                seen: seen[tab],
                joined: false,
            });
            if writes {
                let changes = std::mem::take(&mut waiting[tab]);
                stored = stored.commit(&changes, ms).kept;
                seen[tab] = stored.revision;
            }
        }
        for changes in waiting {
            stored = stored.commit(&changes, 1000).kept;
        }
        for (key, value, _) in latest {
            prop_assert_eq!(stored.assessment.parts.get(&key), value);
        }
        // Reading what came together never fails, whatever stands there.
        let plan = Plan::of(&stored.assessment.parts);
        for measure in &plan.measures {
            let _ = measure.is_late(today());
            let _ = gain(&stored.assessment.answers(), measure);
        }
    }
}

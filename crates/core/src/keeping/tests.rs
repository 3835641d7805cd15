//! Nothing that was called saved is lost: a model of many tabs, in any order.

use super::slot::{COUNT, Mark};
use super::*;
use crate::assessment::{Key, Name, Note, NoteField};
use crate::catalogue::{
    Answer, AnsweredBy, Covered, Item, Kind, Level, Perspective, Scope, Step, Variant,
};
use proptest::prelude::*;

fn day() -> Day {
    Day::from_number(0)
}

pub(super) fn blank() -> Assessment {
    Assessment::blank(Kind::County, Scope::Organisation, day())
}

fn answer(step: u8) -> Action {
    Action::AnswerChosen(Item::FIRST, Answer::parse(&step.to_string()).unwrap())
}

fn comment(text: &str) -> Action {
    Action::NoteWritten(Item::FIRST, NoteField::Comment, Note::parse(text).unwrap())
}

pub(super) fn change(action: Action, ms: i64, seen: u32) -> Change {
    Change {
        action,
        day: day(),
        ms,
        seen,
        joined: false,
    }
}

/// What an assessment says where an action writes.
pub(super) fn says(assessment: &Assessment, action: &Action) -> bool {
    assessment.clone().apply(action, assessment.date) == *assessment
}

#[test]
fn every_part_has_a_number_of_its_own_that_never_changes() {
    let mut actions: Vec<Action> = Item::all()
        .flat_map(|item| {
            let note = |field| Action::NoteWritten(item, field, Note::default());
            let notes = NoteField::ALL.map(note);
            [Action::AnswerCleared(item)].into_iter().chain(notes)
        })
        .collect();
    actions.extend([
        Action::NameWritten(Name::default()),
        Action::ProcurementWritten(Name::default()),
        Action::KindChosen(Kind::State),
        Action::ScopeChosen(Scope::Procurement),
        Action::VariantChosen(Variant::Quick),
        Action::AnsweredByChosen(AnsweredBy::Group),
    ]);
    actions.extend(Perspective::ALL.map(|one| Action::PerspectiveAnswered(one, Covered::Yes)));
    actions.extend(Level::ALL.map(|level| Action::TargetChosen(level, None)));
    let number = |action: &Action| match Slot::of(action).mark() {
        Mark::Number(number) => number,
        Mark::Key(key) => panic!("{key:?}"),
    };
    let mut numbers: Vec<usize> = actions.iter().map(number).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (0..COUNT).collect::<Vec<_>>());
    assert_eq!(number(&answer(1)), 0);
    assert_eq!(number(&comment("")), 20);
    assert_eq!(number(&Action::NameWritten(Name::default())), 72);
    assert_eq!(
        number(&Action::TargetChosen(Level::Operational, Step::new(1))),
        85
    );
}

#[test]
fn tabs_keep_each_others_answers() {
    let stored = Kept::new(blank(), 0);
    let name = Action::NameWritten(Name::parse("Fosen").unwrap());
    let one = stored.commit(&[change(answer(2), 5, 1)], 6).kept;
    // The second tab has not seen it, and changes something else.
    let both = one.commit(&[change(name.clone(), 4, 1)], 7).kept;
    assert!(says(&both.assessment, &answer(2)) && says(&both.assessment, &name));
    assert_eq!(both.revision, 3);
}

#[test]
fn of_two_changes_of_one_answer_the_later_is_shown_and_both_are_kept() {
    for (second, shown, kept) in [(9, 5, 2), (3, 2, 5)] {
        let stored = Kept::new(blank(), 0);
        let one = stored.commit(&[change(answer(2), 6, 1)], 6).kept;
        let found = one.commit(&[change(answer(5), second, 1)], 10);
        assert!(says(&found.kept.assessment, &answer(shown)), "{second}");
        let in_history = |step| {
            found
                .earlier
                .iter()
                .any(|one| says(&one.assessment, &answer(step)))
        };
        assert!(in_history(kept), "{second}");
        // Who has seen it overrules it, whatever the clock says.
        let next = found.kept.clone();
        let seen = next.revision;
        let again = next.commit(&[change(answer(1), -50, seen)], 11).kept;
        assert!(says(&again.assessment, &answer(1)));
    }
}

#[test]
fn the_letters_of_a_text_are_one_state_until_there_is_a_pause() {
    let mut kept = Kept::new(blank(), 0);
    let mut states = 0;
    for (ms, text) in [(10, "S"), (20, "Sa"), (30, "Sak"), (700_000, "Sak 1")] {
        let seen = kept.revision;
        let found = kept.commit(&[change(comment(text), ms, seen)], ms);
        states += found.earlier.len();
        kept = found.kept;
    }
    assert_eq!(states, 2);
    let seen = kept.revision;
    let found = kept.commit(&[change(answer(1), 700_001, seen)], 700_001);
    assert_eq!(found.earlier.len(), 1);
}

#[test]
fn going_back_can_be_taken_back_and_what_changes_comes_out_of_the_bin() {
    let first = Kept::new(blank(), 0);
    let early = first.assessment.clone();
    let now = first.commit(&[change(answer(4), 1, 1)], 1).kept;
    let binned = Kept {
        binned: Some(5),
        ..now.clone()
    };
    let back = binned.restore(early.clone(), 9);
    assert_eq!(back.kept.assessment, early);
    assert_eq!(back.kept.binned, None);
    assert_eq!(back.earlier[0].assessment, now.assessment);
    assert!(back.kept.revision > now.revision);
    let seen = back.kept.revision;
    let again = back.kept.commit(&[change(answer(3), 10, seen)], 10).kept;
    assert!(says(&again.assessment, &answer(3)));
}

#[test]
fn records_are_read_as_they_were_written_and_damage_is_noticed() {
    let id = crate::address::Id::from_bytes([7; 10]);
    let kept = Kept::new(blank(), 1_795_521_785_123);
    let kept = kept
        .commit(
            &[change(comment("Ærlig «😀»"), 1_795_521_785_200, 1)],
            1_795_521_785_200,
        )
        .kept;
    let fields = Fields::of(&kept, &id);
    assert_eq!(fields.read(crate::json::parse), Ok(kept.clone()));
    let with = |edit: fn(&mut Fields)| {
        let mut changed = fields.clone();
        edit(&mut changed);
        changed.read(crate::json::parse)
    };
    for edit in [
        (|f| f.document = f.document.replace("Ær", "Er")) as fn(&mut Fields),
        |f| f.document.truncate(40),
        |f| f.revision += 1,
        |f| f.slots.push('1'),
        |f| f.slots.clear(),
        |f| f.sum = None,
        |f| f.document.clear(),
    ] {
        assert_eq!(with(edit), Err(Unreadable::Damaged));
    }
    assert_eq!(
        with(|f| f.schema = Some(SCHEMA + 1)),
        Err(Unreadable::Newer)
    );
}

/// Records of every form that was ever written: never edited, only added to.
#[test]
fn golden_records_open_for_ever() {
    let golden = include_str!("../../tests/golden/records.json");
    let list: serde_json::Value = serde_json::from_str(golden).unwrap();
    for record in list.as_array().unwrap() {
        let number = |name: &str| record[name].as_i64();
        let small = |name: &str| number(name).and_then(|n| u32::try_from(n).ok());
        let text = |name: &str| record[name].as_str().unwrap_or_default().to_owned();
        let fields = Fields {
            schema: small("schema"),
            revision: small("revision").unwrap_or(0),
            saved: number("saved").unwrap_or(0),
            binned: number("binned"),
            document: text("document"),
            slots: text("slots"),
            typing: small("typing"),
            sum: small("sum"),
        };
        let kept = fields.read(crate::json::parse).unwrap();
        assert_eq!(kept.assessment.answered(), 2, "{:?}", fields.schema);
        assert_eq!(kept.assessment.name.as_str(), "Fosen «kommune»");
        // It goes on from there in the form of today, and can be read again.
        let seen = kept.revision;
        let next = kept.commit(
            &[change(answer(5), 1_795_600_000_000, seen)],
            1_795_600_000_000,
        );
        let id = crate::address::Id::from_bytes([1; 10]);
        let written = Fields::of(&next.kept, &id);
        // What an older version can read stays so that it can.
        let keyed = fields.schema == Some(SCHEMA);
        assert_eq!(written.schema, Some(if keyed { SCHEMA } else { 2 }));
        assert!(says(
            &written.read(crate::json::parse).unwrap().assessment,
            &answer(5)
        ));
    }
    assert_eq!(list.as_array().unwrap().len(), 3);
}

#[test]
fn the_last_states_are_kept_and_one_a_day_for_a_year() {
    let day = 86_400_000;
    let now = 400 * day;
    // Four a day for 400 days.
    let states: Vec<(u32, i64)> = (0..1600u32).map(|n| (n, i64::from(n) * day / 4)).collect();
    let dropped = superfluous(&states, now);
    let left: Vec<u32> = (0..1600).filter(|n| !dropped.contains(n)).collect();
    assert!((1550..1600).all(|n| left.contains(&n)));
    // The last of each day, back to a year ago.
    let daily = left.iter().filter(|n| **n < 1550);
    assert!(daily.clone().all(|n| n % 4 == 3));
    // A year before day 400 is day 35; state 1549 is of day 387.
    assert_eq!(daily.count(), (35..=386).count());
    assert_eq!(superfluous(&states[..50], now), Vec::<u32>::new());
    // A clock that was set back drops nothing of the last fifty.
    let odd: Vec<(u32, i64)> = (0..60u32).map(|n| (n, -i64::from(n) * day)).collect();
    let dropped = superfluous(&odd, 0);
    assert!(dropped.iter().all(|n| *n < 10), "{dropped:?}");
}

#[test]
fn writing_is_tried_again_less_and_less_often() {
    let waits: Vec<u32> = (1..9).map(retry_after).collect();
    assert_eq!(waits, [1000, 2000, 4000, 8000, 16000, 32000, 60000, 60000]);
    assert_eq!(retry_after(u32::MAX), 60000);
    assert_eq!(retry_after(0), 1000);
}

/// What a tab does: changes something, writes what waits, or sees what is stored.
#[derive(Clone, Debug)]
enum Doing {
    Change(Action),
    Write,
    Look,
}

fn doing() -> impl Strategy<Value = Doing> {
    let item = (0..3usize).prop_map(|index| Item::ALL[index]);
    let code = prop::sample::select(vec!["1", "2", "3", "4", "5", "dk", "na"]);
    let chosen = (item.clone(), code)
        .prop_map(|(item, code)| Action::AnswerChosen(item, Answer::parse(code).unwrap()));
    let written = (item, "[a-z]{1,3}").prop_map(|(item, text)| {
        Action::NoteWritten(item, NoteField::Evidence, Note::parse(&text).unwrap())
    });
    let name = "[A-Z]{1,3}".prop_map(|text| Action::NameWritten(Name::parse(&text).unwrap()));
    let part = ("[ab]", "text|status|gone", "[a-z]{0,3}").prop_map(|(row, field, text)| {
        let key = Key::parse(&format!("plan/{}/{field}", row.repeat(16))).unwrap();
        Action::PartWritten(key, Note::parse(&text).unwrap())
    });
    prop_oneof![
        4 => chosen.prop_map(Doing::Change),
        3 => part.prop_map(Doing::Change),
        1 => written.prop_map(Doing::Change),
        1 => name.prop_map(Doing::Change),
        4 => Just(Doing::Write),
        1 => Just(Doing::Look),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(500)
    })]

    #[test]
    fn nothing_that_any_tab_called_saved_is_lost(
        steps in prop::collection::vec((0..3usize, doing(), 0..40i64), 1..80)
    ) {
        let mut stored = Kept::new(blank(), 0);
        let mut states: Vec<Kept> = Vec::new();
        let mut seen = [1u32; 3];
        let mut waiting: [Vec<Change>; 3] = Default::default();
        let mut called_saved: Vec<Change> = Vec::new();
        let mut clock = 0;
        for (tab, doing, wait) in steps {
            clock += wait;
            match doing {
                Doing::Change(action) => waiting[tab].push(change(action, clock, seen[tab])),
                Doing::Look => seen[tab] = stored.revision,
                Doing::Write => {
                    let changes = std::mem::take(&mut waiting[tab]);
                    let before = stored.revision;
                    let found = stored.commit(&changes, clock);
                    prop_assert!(found.kept.revision >= before);
                    states.extend(found.earlier);
                    stored = found.kept;
                    seen[tab] = stored.revision;
                    called_saved.extend(changes);
                }
            }
        }
        // Every answer that was saved is shown, or stands in the history; a text
        // that was written on by the same hand is shown as it ended.
        for done in &called_saved {
            if Slot::of(&done.action).is_text() { continue; }
            let mut all = states.iter().chain([&stored]);
            let kept = all.any(|state| says(&state.assessment, &done.action));
            prop_assert!(kept, "{done:?} is lost");
        }
        // The latest change of each part is what is shown.
        for done in &called_saved {
            let slot = Slot::of(&done.action);
            let rivals = called_saved.iter().filter(|other| Slot::of(&other.action) == slot);
            if rivals.clone().all(|other| other.ms < done.ms || other == done) {
                prop_assert!(says(&stored.assessment, &done.action), "{done:?} is not shown");
            }
        }
        // States have revisions of their own, in which they can be told apart.
        let all = states.iter().chain([&stored]);
        let mut revisions: Vec<u32> = all.map(|state| state.revision).collect();
        let count = revisions.len();
        revisions.sort_unstable();
        revisions.dedup();
        prop_assert_eq!(revisions.len(), count);
    }
}

#[test]
fn what_comes_in_is_weighed_against_what_is_kept() {
    let document = |assessment: &Assessment, saved| crate::file::Document {
        id: None,
        saved,
        assessment: assessment.clone(),
        replies: crate::panel::Replies::default(),
    };
    let first = Kept::new(blank(), 100);
    let old = first.assessment.clone();
    let found = first.commit(&[change(answer(4), 200, 1)], 200);
    let (kept, earlier) = (found.kept, found.earlier);
    let other = old.clone().apply(&answer(2), day());
    for (incoming, saved, expected) in [
        (&kept.assessment, Some(50), Fate::Same),
        (&old, Some(900), Fate::Older),
        (&other, Some(201), Fate::Newer),
        (&other, Some(200), Fate::Conflicting),
        (&other, None, Fate::Conflicting),
    ] {
        let found = fate(&document(incoming, saved), Some(&kept), &earlier);
        assert_eq!(found, expected, "{saved:?}");
        assert_eq!(fate(&document(incoming, saved), None, &[]), Fate::New);
    }
}

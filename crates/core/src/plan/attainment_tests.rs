//! What came of a plan: each rule by an example, and what holds for any.

use super::tests::{LOW, answered, id, step, today, with};
use super::*;
use crate::assessment::{Action, Assessment, Note};
use crate::catalogue::{Answer, Item, Kind, Level, Scope, Step, Theme, Variant};
use crate::scoring::score;
use crate::series::following;
use proptest::prelude::*;

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn field(n: u8, field: Field, text: &str) -> Action {
    Action::PartWritten(field.key(&id(n)).unwrap(), note(text))
}

/// A measure that aims at an item, with a status.
fn measure(n: u8, item: usize, (from, to): (u8, u8), status: Status) -> Vec<Action> {
    let aim = Aim::new(Item::ALL[item], step(from), step(to));
    let mut actions = adding(&id(n), aim, &note("Gjør det"));
    actions.push(field(n, Field::Status, status.id()));
    actions
}

/// A year later, with other answers and what went along.
fn later(earlier: &Assessment, steps: [u8; 18]) -> Assessment {
    with(answered(steps), &following(&id(99), earlier, today()))
}

fn verdicts(found: &Attainment) -> Vec<(usize, Verdict)> {
    let all = found.goals.iter();
    all.map(|one| (one.aim.item().index(), one.verdict))
        .collect()
}

#[test]
fn answers_say_what_was_reached_and_not_what_is_called_done() {
    let mut actions = Vec::new();
    for (n, item, aim, status) in [
        (1, 0, (2, 3), Status::UnderWay),
        (2, 1, (2, 4), Status::Done),
        (3, 2, (2, 3), Status::Done),
        (4, 3, (2, 3), Status::NotStarted),
        (5, 4, (2, 3), Status::Done),
        (6, 5, (2, 3), Status::Dropped),
    ] {
        actions.extend(measure(n, item, aim, status));
    }
    let earlier = with(answered(LOW), &actions);
    let mut now = LOW;
    //            reached, partly, same, fallen, none, dropped; one that nothing aimed at
    now[..6].copy_from_slice(&[3, 3, 2, 1, 0, 3]);
    now[7] = 4;
    let found = attainment(&earlier, &later(&earlier, now));
    assert_eq!(
        verdicts(&found),
        [
            (0, Verdict::Reached),
            (1, Verdict::Partly),
            (2, Verdict::Unmoved),
            (3, Verdict::Fallen),
            (4, Verdict::Unknown),
        ]
    );
    let without: Vec<_> = found
        .goals
        .iter()
        .filter(|one| one.is_without_effect())
        .collect();
    assert_eq!(without.len(), 1);
    assert_eq!(without[0].measure.id, id(3));
    // What was dropped aimed at nothing any more.
    let unplanned: Vec<usize> = found.unplanned.iter().map(|one| one.item.index()).collect();
    assert_eq!(unplanned, [5, 7]);
    let tally = found.tally();
    assert_eq!(Verdict::ALL.map(|one| tally.get(one)), [1; 5]);
    assert_eq!(tally.total(), 5);
}

#[test]
fn what_became_of_a_measure_since_counts_and_what_was_added_since_does_not() {
    let earlier = with(answered(LOW), &measure(1, 0, (2, 3), Status::UnderWay));
    let same = later(&earlier, LOW);
    let now = with(same.clone(), &[field(1, Field::Status, "done")]);
    assert!(attainment(&earlier, &now).goals[0].is_without_effect());
    let now = with(same.clone(), &[field(1, Field::Status, "dropped")]);
    assert_eq!(attainment(&earlier, &now).goals, []);
    let gone = removing(&same.parts, &id(1)).unwrap();
    assert_eq!(attainment(&earlier, &with(same.clone(), &[gone])).goals, []);
    // The aim is the one that was set then.
    let now = with(same.clone(), &[field(1, Field::Aim, "political.goal:2:5")]);
    assert_eq!(attainment(&earlier, &now).goals[0].aim.to(), step(3));
    let now = with(same, &measure(2, 1, (2, 3), Status::Done));
    assert_eq!(attainment(&earlier, &now).goals.len(), 1);
}

#[test]
fn what_is_done_is_told_once() {
    let mut actions = measure(1, 0, (2, 3), Status::Done);
    actions.extend(measure(2, 1, (2, 3), Status::UnderWay));
    let earlier = with(answered(LOW), &actions);
    let now = with(later(&earlier, LOW), &[field(2, Field::Status, "done")]);
    let ids = |all: Vec<Measure>| all.into_iter().map(|one| one.id).collect::<Vec<_>>();
    assert_eq!(ids(done(Some(&earlier), &now)), [id(2), id(1)]);
    assert_eq!(ids(done(None, &now)), [id(2)]);
    assert_eq!(ids(done(None, &earlier)), [id(1)]);
}

#[test]
fn groups_hold_together_what_is_meant_to_be_the_same() {
    let mut actions = Vec::new();
    for (n, item, who, agreement) in [
        (1, 0, "Innkjøpssjef", ""),
        (2, 6, " innkjøpssjef", "kommunedirektøren"),
        (3, 12, "", "Kommunedirektøren"),
    ] {
        actions.extend(measure(n, item, (1, 5), Status::UnderWay));
        actions.push(field(n, Field::Responsible, who));
        actions.push(field(n, Field::Agreement, agreement));
    }
    let earlier = with(answered(LOW), &actions);
    let found = attainment(&earlier, &later(&earlier, LOW));
    let told = |all: Vec<(Note, Tally)>| -> Vec<(String, usize)> {
        let all = all.into_iter();
        all.map(|(name, tally)| (name.as_str().trim().to_lowercase(), tally.total()))
            .collect()
    };
    assert_eq!(
        told(found.by_responsible()),
        [("innkjøpssjef".to_owned(), 2), (String::new(), 1)]
    );
    assert_eq!(
        told(found.by_agreement()),
        [("kommunedirektøren".to_owned(), 2)]
    );
    assert_eq!(found.by_level().len(), 3);
    let themes: Vec<Theme> = found
        .by_theme()
        .into_iter()
        .map(|(theme, _)| theme)
        .collect();
    assert_eq!(themes, [Theme::Goal]);
}

#[test]
fn nothing_is_told_where_the_two_are_about_something_else() {
    let earlier = with(answered(LOW), &measure(1, 0, (2, 3), Status::Done));
    let now = later(&earlier, [4; 18]);
    let other = with(now.clone(), &[Action::ScopeChosen(Scope::Procurement)]);
    let found = attainment(&earlier, &other);
    assert_eq!(found.goals[0].verdict, Verdict::Unknown);
    assert_eq!(found.unplanned, []);
    assert_eq!(moved(&earlier, &other), []);
    // In the quick variant, items that are not asked have no answer.
    let quick = with(now, &[Action::VariantChosen(Variant::Quick)]);
    let asked = |one: &Moved| Variant::Quick.asks(one.item);
    assert!(moved(&earlier, &quick).iter().all(asked));
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    let rated = (1..=5u8).prop_map(|n| Some(Answer::Rated(Step::new(n).unwrap())));
    prop_oneof![
        6 => rated,
        1 => Just(Some(Answer::DontKnow)),
        1 => Just(Some(Answer::NotApplicable)),
        1 => Just(None),
    ]
}

fn any_assessment() -> impl Strategy<Value = Assessment> {
    prop::collection::vec(any_answer(), 18).prop_map(|all| {
        let blank = Assessment::blank(Kind::Municipality, Scope::Organisation, today());
        let given = Item::all()
            .zip(all)
            .filter_map(|(item, one)| Some((item, one?)));
        given.fold(blank, |now, (item, one)| {
            now.apply(&Action::AnswerChosen(item, one), today())
        })
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn what_is_told_follows_from_the_answers(
        before in any_assessment(),
        after in any_assessment(),
        planned in prop::collection::vec((0..18usize, 1..=4u8, 1..=4u8, 0..4usize), 0..24),
    ) {
        let mut actions = Vec::new();
        for (n, (item, from, rise, status)) in planned.into_iter().enumerate() {
            let to = (from + rise).min(5);
            actions.extend(measure(n as u8, item, (from, to), Status::ALL[status]));
        }
        let earlier = with(before, &actions);
        let now = with(after, &following(&id(99), &earlier, today()));
        let found = attainment(&earlier, &now);
        let (was, is) = (earlier.answers(), now.answers());
        let step = |answers: &crate::scoring::Answers, item| {
            answers.get(item).and_then(Answer::step)
        };
        for goal in &found.goals {
            let item = goal.aim.item();
            match step(&was, item).zip(step(&is, item)) {
                // Don't know, not applicable and no answer are neither reached nor fallen.
                None => prop_assert_eq!(goal.verdict, Verdict::Unknown),
                Some((_, to)) => {
                    prop_assert_eq!(goal.verdict == Verdict::Reached, to >= goal.aim.to());
                    prop_assert!(goal.verdict != Verdict::Unknown);
                }
            }
            if goal.is_without_effect() {
                prop_assert!(step(&is, item) <= step(&was, item));
                prop_assert_eq!(goal.measure.status, Status::Done);
            }
        }
        // Every rise has a measure that aimed at it, or is named.
        for one in moved(&earlier, &now).into_iter().filter(|one| one.to > one.from) {
            let aimed = found.goals.iter().any(|goal| goal.aim.item() == one.item);
            prop_assert_eq!(!aimed, found.unplanned.contains(&one));
        }
        // However they are grouped, each counts once.
        let total = found.goals.len();
        prop_assert_eq!(found.tally().total(), total);
        let sum = |all: Vec<(Note, Tally)>| all.iter().map(|(_, one)| one.total()).sum::<usize>();
        prop_assert_eq!(sum(found.by_responsible()), total);
        let levels: usize = found.by_level().iter().map(|(_, one)| one.total()).sum();
        let themes: usize = found.by_theme().iter().map(|(_, one)| one.total()).sum();
        prop_assert_eq!((levels, themes), (total, total));
    }

    /// Where every sub-goal that the plan takes from its targets is reached and nothing else
    /// moves, the levels stand where the outlook said.
    #[test]
    fn a_plan_that_is_reached_gives_what_it_promised(steps in prop::array::uniform18(1..=5u8)) {
        let mut earlier = answered(steps);
        let found = proposals(&earlier, &Plan::default(), Source::OneUp);
        for (n, one) in found.iter().enumerate() {
            earlier = with(earlier, &adding(&id(n as u8), Some(one.aim), &Note::default()));
        }
        let mut now = steps;
        for one in &found {
            let place = one.aim.item().index();
            now[place] = now[place].max(one.aim.to().number());
        }
        let later = later(&earlier, now);
        let told = attainment(&earlier, &later);
        prop_assert!(told.goals.iter().all(|one| one.verdict == Verdict::Reached));
        prop_assert_eq!(&told.unplanned, &[]);
        let plan = Plan::of(&earlier.parts);
        let promised = outlook(&earlier.answers(), &earlier.targets, plan.standing(), None);
        let is = score(&later.answers());
        for level in Level::ALL {
            prop_assert_eq!(is.levels.get(level).stage(), promised.then.levels.get(level).stage());
        }
    }
}

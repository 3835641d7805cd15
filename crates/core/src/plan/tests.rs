//! Reading, taking away in several tabs, filling in, what a plan would give.

use super::*;
use crate::address::Id;
use crate::assessment::{Action, Assessment, Note};
use crate::catalogue::{Answer, Item, Kind, Level, Scope, Step};
use crate::day::Day;

pub(crate) fn today() -> Day {
    Day::from_ymd(2026, 11, 27).unwrap()
}

pub(crate) fn step(number: u8) -> Step {
    Step::new(number).unwrap()
}

pub(crate) fn id(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

/// An assessment with these steps, in the order of the items: 0 is none.
pub(crate) fn answered(steps: [u8; 18]) -> Assessment {
    let blank = Assessment::blank(Kind::Municipality, Scope::Organisation, today());
    let rated = Item::all().zip(steps).filter(|(_, step)| *step > 0);
    rated.fold(blank, |now, (item, number)| {
        now.apply(
            &Action::AnswerChosen(item, Answer::Rated(step(number))),
            today(),
        )
    })
}

fn write(measure: &Id, field: Field, text: &str) -> Action {
    Action::PartWritten(field.key(measure).unwrap(), Note::parse(text).unwrap())
}

pub(crate) fn with(assessment: Assessment, actions: &[Action]) -> Assessment {
    actions
        .iter()
        .fold(assessment, |now, one| now.apply(one, today()))
}

fn aim(item: &str, from: u8, to: u8) -> Aim {
    Aim::new(Item::parse(item).unwrap(), step(from), step(to)).unwrap()
}

pub(super) const LOW: [u8; 18] = [2, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 3, 4, 4, 4, 4, 4, 4];

#[test]
fn every_field_has_a_name_of_its_own_and_is_read_back() {
    for field in Field::ALL {
        assert_eq!(Field::parse(field.id()), Some(field));
        assert!(field.key(&id(1)).is_some(), "{field:?}");
    }
    for (field, entered, expected) in [
        (Field::Text, "Spør tre kommuner", Ok(())),
        (Field::Deadline, "2027-05-31", Ok(())),
        (Field::Deadline, "", Ok(())),
        (Field::Deadline, "2027-02-30", Err(FieldProblem::NoDay)),
        (Field::Deadline, "i morgen", Err(FieldProblem::NoDay)),
        (Field::Deadline, "0002-05-31", Err(FieldProblem::FarOff)),
        (Field::Start, "20270-05-31", Err(FieldProblem::FarOff)),
        (Field::Status, "done", Ok(())),
        (Field::Status, "ferdig", Err(FieldProblem::NotAllowed)),
        (Field::Effort, "huge", Err(FieldProblem::NotAllowed)),
        (Field::Aim, "political.goal:2:3", Ok(())),
        (
            Field::Aim,
            "political.goal:3:2",
            Err(FieldProblem::NotAllowed),
        ),
        (
            Field::Aim,
            "political.goal:2:6",
            Err(FieldProblem::NotAllowed),
        ),
        (
            Field::Aim,
            "political.goal:2:3:4",
            Err(FieldProblem::NotAllowed),
        ),
        (
            Field::Aim,
            "political.goal:02:3",
            Err(FieldProblem::NotAllowed),
        ),
    ] {
        assert_eq!(
            field.read(entered, today()).map(drop),
            expected,
            "{entered}"
        );
    }
    let long = "å".repeat(2001);
    assert!(matches!(
        Field::Log.read(&long, today()),
        Err(FieldProblem::Long(_))
    ));
}

#[test]
fn what_was_written_is_read() {
    let one = id(1);
    let fields = [
        (Field::Aim, "executive.plan:1:2"),
        (Field::Text, "Lag en plan\nmed «delmål»"),
        (Field::Responsible, "innkjøpssjef"),
        (Field::Effort, "large"),
        (Field::Start, "2027-01-01"),
        (Field::Deadline, "2027-06-30"),
        (Field::Status, "underway"),
    ];
    let actions = fields.map(|(field, text)| write(&one, field, text));
    let assessment = with(answered(LOW), &actions);
    let plan = Plan::of(&assessment.parts);
    let [measure] = plan.measures.as_slice() else {
        panic!("{plan:?}");
    };
    for (field, text) in fields {
        assert_eq!(measure.value(field), text);
    }
    assert_eq!(measure.gone, Gone::No);
    assert_eq!(measure.aim, Some(aim("executive.plan", 1, 2)));
}

#[test]
fn a_measure_is_late_after_its_deadline_until_it_is_closed() {
    let one = id(1);
    for (deadline, status, late) in [
        ("2026-11-26", "", true),
        ("2026-11-26", "underway", true),
        ("2026-11-26", "done", false),
        ("2026-11-26", "dropped", false),
        ("2026-11-27", "", false),
        ("", "", false),
    ] {
        let fields = [
            (Field::Text, "a"),
            (Field::Deadline, deadline),
            (Field::Status, status),
        ];
        let actions = fields.map(|(field, text)| write(&one, field, text));
        let plan = Plan::of(&with(answered(LOW), &actions).parts);
        assert_eq!(
            plan.measures[0].is_late(today()),
            late,
            "{deadline} {status}"
        );
    }
}

#[test]
fn what_is_taken_away_comes_back_whole_and_what_was_changed_elsewhere_is_asked_about() {
    let one = id(1);
    let text = Note::parse("Spør tre kommuner").unwrap();
    let added = with(
        answered(LOW),
        &adding(&one, Some(aim("political.goal", 2, 3)), &text),
    );
    let removed = with(added.clone(), &[removing(&added.parts, &one).unwrap()]);
    let gone = |one: &Assessment| Plan::of(&one.parts).measures[0].gone;
    assert_eq!(gone(&removed), Gone::Yes);
    assert_eq!(Plan::of(&removed.parts).standing().count(), 0);
    // Another tab goes on with it, before it hears of it.
    let contested = with(
        removed.clone(),
        &[write(&one, Field::Deadline, "2027-01-31")],
    );
    assert_eq!(gone(&contested), Gone::Contested);
    assert_eq!(Plan::of(&contested.parts).standing().count(), 1);
    // Said again, with what is seen now, or taken back.
    let again = removing(&contested.parts, &one).unwrap();
    assert_eq!(gone(&with(contested.clone(), &[again])), Gone::Yes);
    let back = with(removed, &[bringing_back(&one).unwrap()]);
    assert_eq!(back, added);
    assert_eq!(
        gone(&with(contested, &[bringing_back(&one).unwrap()])),
        Gone::No
    );
    assert_eq!(removing(&back.parts, &id(9)), None);
}

#[test]
fn proposals_are_what_would_lift_and_what_is_there_is_told() {
    let mut assessment = answered(LOW);
    *assessment.targets.get_mut(Level::Political) = Step::new(4);
    let of = |assessment: &Assessment, source| {
        proposals(assessment, &Plan::of(&assessment.parts), source)
    };
    let aims = |source| -> Vec<Aim> { of(&assessment, source).iter().map(|one| one.aim).collect() };
    // Six items at 2, to stage 3: each by one.
    assert_eq!(aims(Source::Binding).len(), 6);
    assert!(aims(Source::Binding).iter().all(|aim| aim.to() == step(3)));
    assert_eq!(aims(Source::OneUp).len(), 18);
    // To stage 4: each by two, each step by itself.
    assert_eq!(aims(Source::Targets).len(), 12);
    let cell = Item::parse("operational.culture").unwrap();
    assert_eq!(aims(Source::Item(cell)), [aim("operational.culture", 4, 5)]);
    let first = aims(Source::Binding)[0];
    let planned = with(
        assessment,
        &adding(&first.id(0), Some(first), &Note::default()),
    );
    let there = of(&planned, Source::Binding);
    assert_eq!(there.iter().filter(|one| one.is_there).count(), 1);
    // Not scored: nothing is proposed, and nothing goes wrong.
    let unanswered = answered([0; 18]);
    for source in [
        Source::Binding,
        Source::OneUp,
        Source::Targets,
        Source::Item(cell),
    ] {
        assert_eq!(of(&unanswered, source), []);
    }
}

#[test]
fn a_plan_that_is_filled_in_reaches_what_it_was_filled_in_for() {
    let mut assessment = answered(LOW);
    *assessment.targets.get_mut(Level::Political) = Step::new(4);
    let found = proposals(&assessment, &Plan::default(), Source::Targets);
    let add = |aim: Aim| adding(&aim.id(0), Some(aim), &Note::default());
    let actions: Vec<Action> = found.iter().flat_map(|one| add(one.aim)).collect();
    let full = Plan::of(&with(assessment.clone(), &actions).parts);
    let all = outlook(
        &assessment.answers(),
        &assessment.targets,
        full.standing(),
        None,
    );
    assert_eq!(all.now.levels.get(Level::Political).stage(), Step::new(2));
    assert_eq!(all.then.levels.get(Level::Political).stage(), Step::new(4));
    assert!(all.missing.get(Level::Political).is_empty());
    // Without one of them it falls short, and it is told by what.
    let less = full.standing().skip(1);
    let less = outlook(&assessment.answers(), &assessment.targets, less, None);
    assert_eq!(less.then.levels.get(Level::Political).stage(), Step::new(3));
    assert!(!less.missing.get(Level::Political).is_empty());
    // By a day before all deadlines nothing is done yet.
    let none = outlook(
        &assessment.answers(),
        &assessment.targets,
        full.standing(),
        Some(today()),
    );
    assert_eq!(none.then, none.now);
    // What is done is, whatever its deadline; what is dropped never.
    let done: Vec<Action> = found
        .iter()
        .map(|one| write(&one.aim.id(0), Field::Status, "done"))
        .collect();
    let done = Plan::of(&with(with(assessment.clone(), &actions), &done).parts);
    let done = outlook(
        &assessment.answers(),
        &assessment.targets,
        done.standing(),
        Some(today()),
    );
    assert_eq!(done.then, all.then);
}

#[test]
fn a_measure_tells_what_it_gives() {
    let one = id(1);
    let answers = |steps| answered(steps).answers();
    let measure = |aim: Option<Aim>| {
        let added = with(
            answered(LOW),
            &adding(&one, aim, &Note::parse("a").unwrap()),
        );
        Plan::of(&added.parts).measures[0].clone()
    };
    let mut high = [3; 18];
    high[0] = 1;
    let lifts = measure(Some(aim("political.goal", 1, 2)));
    assert_eq!(
        gain(&answers(high), &lifts),
        Gain::Lifts(Some((step(2), step(2))))
    );
    let far = measure(Some(aim("political.goal", 1, 3)));
    assert_eq!(
        gain(&answers(high), &far),
        Gain::Lifts(Some((step(2), step(3))))
    );
    assert_eq!(gain(&answers([3; 18]), &far), Gain::Reached);
    let later = measure(Some(aim("political.goal", 4, 5)));
    assert_eq!(gain(&answers(high), &later), Gain::Later);
    assert_eq!(gain(&answers([0; 18]), &later), Gain::Later);
    assert_eq!(gain(&answers(high), &measure(None)), Gain::Unknown);
}

#[test]
fn late_ones_come_first_and_closed_ones_last() {
    let mut actions = Vec::new();
    for (n, deadline, status) in [
        (1, "2027-03-01", ""),
        (2, "2026-10-01", "done"),
        (3, "2026-11-01", ""),
        (4, "", ""),
        (5, "2026-12-01", "underway"),
    ] {
        actions.push(write(&id(n), Field::Text, "a"));
        actions.push(write(&id(n), Field::Deadline, deadline));
        actions.push(write(&id(n), Field::Status, status));
    }
    let plan = Plan::of(&with(answered(LOW), &actions).parts);
    let ids = |order| -> Vec<Id> {
        let ordered = in_order(plan.standing(), order, today());
        ordered.into_iter().map(|one| one.id.clone()).collect()
    };
    assert_eq!(ids(Order::Deadline), [3, 5, 1, 4, 2].map(id));
    assert_eq!(ids(Order::Status), [3, 1, 4, 5, 2].map(id));
    for order in Order::ALL {
        assert_eq!(Order::parse(order.id()), Some(order));
        assert_eq!(ids(order).len(), 5);
    }
}

#[test]
fn what_lifts_most_for_the_least_work_comes_first() {
    // Operational stands at 5 but for one item at 2: that one by itself lifts the level.
    let mut steps = [3; 18];
    steps[12..].fill(5);
    steps[12] = 2;
    let assessment = answered(steps);
    let mut actions = Vec::new();
    for (n, aim, effort, status) in [
        (1, "political.goal:3:4", "small", ""),
        (2, "operational.goal:2:3", "large", ""),
        (3, "political.plan:4:5", "small", ""),
        (4, "political.plan:3:4", "", ""),
        (5, "operational.goal:2:3", "small", ""),
        (6, "operational.goal:2:3", "small", "done"),
    ] {
        actions.push(write(&id(n), Field::Aim, aim));
        actions.push(write(&id(n), Field::Effort, effort));
        actions.push(write(&id(n), Field::Status, status));
    }
    let answers = assessment.answers();
    let plan = Plan::of(&with(assessment, &actions).parts);
    let ordered = by_effect(plan.standing(), &answers, today());
    let ids: Vec<Id> = ordered.into_iter().map(|one| one.id.clone()).collect();
    assert_eq!(ids, [5, 2, 1, 4, 3, 6].map(id));
}

#[test]
fn a_proposal_writes_over_no_measure_that_stands() {
    let aim = Aim::parse("political.goal:2:3").unwrap();
    let other = Aim::parse("political.goal:3:4").unwrap();
    let first = aim.id(0);
    let added = adding(&first, Some(aim), &Note::parse("Forslag").unwrap());
    let assessment = with(answered(LOW), &added);
    // Taken away here, and done elsewhere: it is to be decided about, and offered no more.
    let gone = removing(&assessment.parts, &first).unwrap();
    let done = write(&first, Field::Status, "done");
    let contested = with(assessment.clone(), &[gone, done]);
    let plan = Plan::of(&contested.parts);
    assert_eq!(plan.get(&first).unwrap().gone, Gone::Contested);
    assert!(Proposal::of(&plan, aim).is_there);
    // Given another aim: the proposal stands beside it.
    let changed = with(assessment, &[write(&first, Field::Aim, &other.text())]);
    let plan = Plan::of(&changed.parts);
    assert!(!Proposal::of(&plan, aim).is_there);
    assert_ne!(id_for(&plan, aim), first);
    assert_eq!(id_for(&Plan::default(), aim), first);
}

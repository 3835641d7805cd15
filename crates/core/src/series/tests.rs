use super::*;
use crate::assessment::Name;
use crate::catalogue::{Answer, Item, Kind, Scope, Step, Variant};
use proptest::prelude::*;

fn id(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

fn day(number: u16) -> Day {
    Day::from_number(number)
}

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn blank() -> Assessment {
    Assessment::blank(Kind::Municipality, Scope::Organisation, day(0))
}

fn with(assessment: Assessment, actions: &[Action], on: Day) -> Assessment {
    actions
        .iter()
        .fold(assessment, |now, one| now.apply(one, on))
}

/// One that follows another.
fn after(earlier_id: &Id, earlier: &Assessment, on: Day) -> Assessment {
    with(blank(), &following(earlier_id, earlier, on), on)
}

/// With a measure of a status.
fn measured(n: u8, status: &str) -> Vec<Action> {
    let mut actions = plan::adding(&id(n), None, &note("Spør tre kommuner"));
    let key = plan::Field::Status.key(&id(n)).unwrap();
    actions.push(Action::PartWritten(key, note(status)));
    actions
}

/// The first of a series: answered, with targets and four measures.
fn first() -> Assessment {
    let mut actions = vec![
        Action::NameWritten(Name::parse("Fjordvik").unwrap()),
        Action::KindChosen(Kind::County),
        Action::TargetChosen(Level::Executive, Step::new(4)),
    ];
    let step = Answer::Rated(Step::new(2).unwrap());
    actions.extend(Item::all().map(|item| Action::AnswerChosen(item, step)));
    for (n, status) in [
        (1, "notstarted"),
        (2, "underway"),
        (3, "done"),
        (4, "dropped"),
    ] {
        actions.extend(measured(n, status));
    }
    actions.extend(measured(5, "underway"));
    let first = with(blank(), &actions, day(100));
    let gone = plan::removing(&first.parts, &id(5)).unwrap();
    with(first, &[gone], day(100))
}

#[test]
fn a_later_one_has_whose_it_is_what_is_aimed_at_and_what_is_still_to_be_done() {
    let earlier = first();
    let later = after(&id(9), &earlier, day(465));
    assert_eq!((later.kind, later.scope), (earlier.kind, earlier.scope));
    assert_eq!(
        (&later.name, &later.targets),
        (&earlier.name, &earlier.targets)
    );
    assert_eq!(later.date, day(465));
    assert_eq!(later.answered(), 0);
    let rows: Vec<Id> = Plan::of(&later.parts)
        .measures
        .iter()
        .map(|one| one.id.clone())
        .collect();
    assert_eq!(rows, [id(1), id(2)]);
    // As they were, under their ids.
    let of = |assessment: &Assessment| Plan::of(&assessment.parts).get(&id(2)).cloned();
    assert_eq!(of(&later), of(&earlier));
    let sequel = Sequel::of(&later.parts).unwrap();
    assert_eq!(
        sequel,
        Sequel {
            series: id(9),
            follows: id(9),
            began: Some(day(465))
        }
    );
    // One that follows it is of the same series.
    let third = after(&id(8), &later, day(830));
    let sequel = Sequel::of(&third.parts).unwrap();
    assert_eq!((sequel.series, sequel.follows), (id(9), id(8)));
    assert_eq!(third.parts.rows(COLLECTION).count(), 1);
}

#[test]
fn what_another_tab_changed_of_a_measure_that_was_taken_away_goes_along() {
    let contested = with(
        first(),
        &[Action::PartWritten(
            plan::Field::Log.key(&id(5)).unwrap(),
            note("Det går"),
        )],
        day(101),
    );
    let later = after(&id(9), &contested, day(465));
    let found = Plan::of(&later.parts).get(&id(5)).map(|one| one.gone);
    assert_eq!(found, Some(plan::Gone::Contested));
}

#[test]
fn rows_that_say_nothing_are_no_series() {
    let key = |field: &str| Key::new(COLLECTION, &id(1), field).unwrap();
    let said = |fields: &[(&str, &str)]| {
        let mut parts = Parts::default();
        for (field, text) in fields {
            parts.set(&key(field), note(text));
        }
        Sequel::of(&parts)
    };
    assert_eq!(said(&[]), None);
    assert_eq!(said(&[("began", "2026-11-27")]), None);
    assert_eq!(said(&[("follows", "<script>")]), None);
    let follows = id(2);
    let undated = said(&[("follows", follows.as_str()), ("began", "i fjor")]);
    assert_eq!(
        undated.map(|one| (one.series, one.began)),
        Some((id(1), None))
    );
    for (field, text, holds) in [
        (Field::Follows, "", true),
        (Field::Follows, follows.as_str(), true),
        (Field::Follows, "A", false),
        (Field::Began, "2026-11-27", true),
        (Field::Began, "2026-11-31", false),
    ] {
        assert_eq!(field.holds(text), holds, "{field:?} {text}");
        assert_eq!(Field::parse(field.id()), Some(field));
    }
}

#[test]
fn a_copy_is_in_no_series_and_keeps_its_plan() {
    let later = after(&id(9), &first(), day(465));
    let mut parts = later.parts.clone();
    leave(&mut parts);
    assert_eq!(Sequel::of(&parts), None);
    assert_eq!(Plan::of(&parts), Plan::of(&later.parts));
    assert_eq!(series_of(&id(7), &parts), id(7));
}

/// Three that follow each other: their ids and what they hold.
fn three() -> Vec<(Id, Assessment)> {
    let a = first();
    let b = after(&id(1), &a, day(465));
    let c = after(&id(2), &b, day(830));
    vec![(id(1), a), (id(2), b), (id(3), c)]
}

fn member(one: &(Id, Assessment)) -> Member {
    Member::of(one.0.clone(), &one.1.parts)
}

/// Their ids, in their order.
fn ordered(all: &[(Id, Assessment)]) -> Vec<Id> {
    let members: Vec<Member> = all.iter().map(member).collect();
    let places = in_order(&members);
    places.iter().map(|place| all[*place].0.clone()).collect()
}

#[test]
fn members_stand_in_the_order_in_which_they_were_begun() {
    let mut all = three();
    // The first is touched again, after all others.
    all[0].1.date = day(2000);
    all.rotate_left(1);
    assert_eq!(ordered(&all), [id(1), id(2), id(3)]);
    // One in between is deleted.
    all.retain(|(one, _)| *one != id(2));
    all.reverse();
    assert_eq!(ordered(&all), [id(1), id(3)]);
    assert_eq!(series_of(&id(3), &three()[2].1.parts), id(1));
}

#[test]
fn of_one_day_the_one_that_follows_comes_later_and_circles_end() {
    let a = first();
    let b = after(&id(9), &a, day(465));
    let c = after(&id(8), &b, day(465));
    let d = after(&id(2), &c, day(465));
    let all = [(id(2), c), (id(1), d), (id(8), b), (id(9), a)];
    assert_eq!(ordered(&all), [id(9), id(8), id(2), id(1)]);
    let follows = |series: &Id, id: &Id| {
        let key = Key::new(COLLECTION, series, Field::Follows.id()).unwrap();
        with(
            blank(),
            &[Action::PartWritten(key, note(id.as_str()))],
            day(1),
        )
    };
    let (one, two) = (follows(&id(5), &id(2)), follows(&id(5), &id(1)));
    let circle = [(id(2), two), (id(1), one)];
    assert_eq!(ordered(&circle), [id(1), id(2)]);
}

#[test]
fn lists_hold_series_together_the_latest_first_where_the_first_of_them_stood() {
    let [a, b, c] = <[_; 3]>::try_from(three()).unwrap();
    let other = (id(7), first());
    let all = [Some(b), None, Some(other), Some(a), Some(c), None];
    let members: Vec<Option<Member>> = all.iter().map(|one| one.as_ref().map(member)).collect();
    let shown: Vec<Vec<Option<Id>>> = together(&members)
        .iter()
        .map(|group| {
            let ids = group.iter().map(|one| all[*one].as_ref());
            ids.map(|one| one.map(|one| one.0.clone())).collect()
        })
        .collect();
    let some = |n: u8| Some(id(n));
    assert_eq!(
        shown,
        [
            vec![some(3), some(2), some(1)],
            vec![None],
            vec![some(7)],
            vec![None]
        ]
    );
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(300)
    })]

    /// Whatever rows say, nothing is lost from a list, nothing stands twice, and the order is
    /// the same from whichever one begins.
    #[test]
    fn any_links_give_one_order(
        links in prop::collection::vec((0..4u8, 0..6u8, 0..3u16, any::<bool>()), 1..8),
        turn in 0..8usize,
    ) {
        let begun = |(n, (series, follows, began, linked)): (usize, (u8, u8, u16, bool))| {
            let fields = [
                (Field::Follows, id(follows).as_str().to_owned()),
                (Field::Began, day(began).iso()),
            ];
            let actions = fields.map(|(field, text)| {
                let key = Key::new(COLLECTION, &id(series), field.id()).unwrap();
                Action::PartWritten(key, note(&text))
            });
            let actions = if linked { &actions[..] } else { &[] };
            (id(n as u8), with(blank(), actions, day(1)))
        };
        let mut all: Vec<_> = links.into_iter().enumerate().map(begun).collect();
        let turn = turn % all.len();
        let sets = |all: &[(Id, Assessment)]| {
            let members: Vec<Option<Member>> = all.iter().map(|one| Some(member(one))).collect();
            let mut sets: Vec<Vec<Id>> = together(&members)
                .iter()
                .map(|group| group.iter().map(|one| all[*one].0.clone()).collect())
                .collect();
            sets.sort();
            sets
        };
        let before = sets(&all);
        all.rotate_left(turn);
        prop_assert_eq!(&sets(&all), &before);
        let mut flat: Vec<Id> = before.concat();
        flat.sort();
        flat.dedup();
        prop_assert_eq!(flat.len(), all.len());
    }

    /// Beginning a later one takes along nothing that was answered, and loses no open measure.
    #[test]
    fn what_goes_along_is_what_is_open(
        statuses in prop::collection::vec(0..4usize, 0..12),
        quick in any::<bool>(),
    ) {
        let mut actions = vec![Action::AnswerChosen(Item::FIRST, Answer::DontKnow)];
        for (n, status) in statuses.iter().enumerate() {
            actions.extend(measured(n as u8, plan::Status::ALL[*status].id()));
        }
        if quick {
            actions.push(Action::VariantChosen(Variant::Quick));
        }
        let figure = figures::all(&Parts::default()).0[0].clone();
        actions.extend(figure.valued(2026, Note::parse("8").unwrap()));
        let earlier = with(blank(), &actions, day(1));
        let later = after(&id(200), &earlier, day(2));
        prop_assert_eq!(later.answered(), 0);
        // Figures go on from year to year.
        prop_assert_eq!(figures::all(&later.parts), figures::all(&earlier.parts));
        let open = |assessment: &Assessment| -> Vec<Measure> {
            let plan = Plan::of(&assessment.parts);
            plan.standing().filter(|one| one.status.is_open()).cloned().collect()
        };
        prop_assert_eq!(open(&later), open(&earlier));
        prop_assert_eq!(Plan::of(&later.parts).measures.len(), open(&earlier).len());
    }
}

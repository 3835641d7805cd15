//! A trial on a result.

use forankring_core::address::Route;
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Answer, Item, Step as Number};
use forankring_core::plan::{Plan, Trial};
use forankring_session::desk::{Event as Did, MoreWords, Turn};
use forankring_session::screens::reader::Event as Reads;
use forankring_session::screens::trial::{Event, Room, State};
use forankring_session::screens::{Command as Asked, Event as OnScreen};

use super::Start::{Kept as IsKept, Link};
use super::{Comes, Desk, Fails, On, Step, check, place, played};
use crate::world::{COMMITS, Command, Meant, World, page, rated};

const AT: super::Start = IsKept(Route::Result);
const FETCHES: Meant = |one| matches!(one, Command::Screen(Asked::FetchTrial(_)));

fn does(event: Event) -> Step {
    On(OnScreen::Reader(Reads::Trial(event)))
}

fn tries(item: usize, step: u8) -> Step {
    does(Event::Tried(Item::ALL[item], Number::new(step)))
}

/// All items stand at step 2, are written, and a trial is on.
fn begun() -> Vec<Step> {
    let answers = Item::ALL.map(|item| Desk(Did::Changed(Action::AnswerChosen(item, rated(2)))));
    let mut steps: Vec<Step> = answers.into();
    // The first write, and the one of what waited for it.
    steps.extend([Comes(COMMITS), Comes(COMMITS)]);
    steps.extend([does(Event::Wanted), Comes(FETCHES)]);
    steps
}

fn then(more: Vec<Step>) -> Vec<Step> {
    begun().into_iter().chain(more).collect()
}

fn state(world: &World) -> State {
    world.screen_of(0).reader().expect("a result is read").trial
}

fn trial(world: &World) -> Trial {
    state(world).trying().expect("a trial is on").trial
}

fn plan(world: &World) -> Plan {
    Plan::of(&world.shown(0).parts)
}

#[test]
fn it_is_fetched_when_it_is_wanted_and_told_where_it_cannot_be() {
    let wanted = || does(Event::Wanted);
    check(AT, vec![wanted()], "FetchTrial");
    check(AT, vec![wanted(), wanted()], "");
    check(AT, vec![wanted(), Comes(FETCHES)], "Focus prove");
    let world = played(AT, vec![wanted(), Comes(FETCHES)]);
    assert!(state(&world).trying().is_some());
    assert!(matches!(world.seen(0).more, MoreWords::Here(_)));
    let world = played(AT, vec![wanted(), Fails(FETCHES)]);
    assert_eq!(state(&world), State::Missing);
    assert!(world.said(0).1.is_some());
    // The next try fetches it again.
    check(AT, vec![wanted(), Fails(FETCHES), wanted()], "FetchTrial");
    let again = vec![wanted(), Fails(FETCHES), wanted(), Comes(FETCHES)];
    assert!(state(&played(AT, again)).trying().is_some());
    // Before it is there, nothing is tried.
    let world = played(AT, vec![wanted(), tries(0, 4)]);
    assert!(matches!(state(&world), State::Fetching(_)));
    check(
        Link(Route::Result),
        vec![wanted(), Comes(FETCHES)],
        "Focus prove",
    );
}

#[test]
fn what_comes_after_the_place_was_left_is_not_taken() {
    let away = || Desk(Did::Followed(page(Route::Result), place()));
    let new = forankring_core::address::Place::Sample;
    let elsewhere = || Desk(Did::Followed(page(Route::Result), new.clone()));
    let world = played(AT, vec![does(Event::Wanted), elsewhere(), Comes(FETCHES)]);
    assert_eq!(state(&world), State::Off);
    // A trial ends where another place is shown.
    let world = played(AT, then(vec![tries(0, 4), elsewhere(), away()]));
    assert_eq!(state(&world), State::Off);
}

#[test]
fn nothing_that_is_tried_is_written() {
    check(AT, then(vec![tries(0, 4)]), "");
    check(AT, then(vec![tries(0, 4), does(Event::TakenBack)]), "");
    check(
        AT,
        then(vec![tries(0, 4), does(Event::Ended)]),
        "Focus prov",
    );
    let before = played(AT, begun());
    let world = played(AT, then(vec![tries(0, 4), tries(1, 1), tries(0, 5)]));
    assert_eq!(world.store.records, before.store.records);
    assert_eq!(world.shown(0), before.shown(0));
    let tried: Vec<_> = trial(&world).tried(&world.shown(0).answers()).collect();
    assert_eq!(
        tried,
        [
            (Item::ALL[0], Number::HIGHEST),
            (Item::ALL[1], Number::LOWEST)
        ]
    );
    let back = played(AT, then(vec![tries(0, 4), does(Event::TakenBack)]));
    assert_eq!(trial(&back), Trial::default());
    // As it stands today, it is not tried.
    let none = then(vec![tries(0, 4), does(Event::Tried(Item::ALL[0], None))]);
    assert_eq!(trial(&played(AT, none)), Trial::default());
    let over = played(AT, then(vec![tries(0, 4), does(Event::Ended)]));
    assert_eq!(state(&over), State::Off);
}

#[test]
fn the_difference_goes_into_the_plan_once_and_is_taken_back_in_one_step() {
    let add = || does(Event::ToPlan);
    let steps = |more: Vec<Step>| {
        let all = [tries(0, 4), tries(1, 1), tries(2, 3), add()];
        then(all.into_iter().chain(more).collect())
    };
    let world = played(AT, steps(vec![]));
    let plan_of = plan(&world);
    let mut aims: Vec<String> = plan_of
        .measures
        .iter()
        .filter_map(|one| Some(one.aim?.text()))
        .collect();
    aims.sort();
    assert_eq!(
        aims,
        [
            "political.goal:2:3",
            "political.goal:3:4",
            "political.plan:2:3"
        ]
    );
    // Each in the words of the instrument.
    assert!(plan_of.measures.iter().all(|one| !one.text.is_empty()));
    // The answers are as they were, and the trial goes on.
    let two = |item: &Item| {
        world
            .shown(0)
            .entries
            .get(*item)
            .answer
            .and_then(Answer::step)
    };
    assert!(Item::all().all(|item| two(&item) == Number::new(2)));
    assert_eq!(trial(&world).tried(&world.shown(0).answers()).count(), 3);
    check(
        AT,
        steps(vec![]),
        "Focus prove-plan, Commit A 9, Wait 4000, AskBeforeLeaving true",
    );
    // Again: nothing is new.
    check(AT, steps(vec![add()]), "");
    let more = played(AT, steps(vec![tries(3, 3), add()]));
    assert_eq!(plan(&more).measures.len(), 4);
    let back = played(AT, steps(vec![Desk(Did::TurnedBack(Turn::Undo))]));
    assert_eq!(plan(&back).measures.len(), 0);
    assert_eq!(back.shown(0).answered(), 18);
    // Nothing is tried, or nothing raised: nothing is added.
    check(AT, then(vec![add()]), "");
    check(AT, then(vec![tries(0, 1), add()]), "");
}

#[test]
fn what_came_in_a_link_is_tried_and_stays_as_it_is() {
    let at = Link(Route::Result);
    let begun = || vec![does(Event::Wanted), Comes(FETCHES), tries(0, 4)];
    let before = played(at, vec![]);
    let mut steps = begun();
    steps.push(does(Event::ToPlan));
    check(at, steps, "");
    let world = played(at, begun());
    assert_eq!(world.shown(0), before.shown(0));
    assert_eq!(world.store.records, before.store.records);
    assert_eq!(trial(&world).tried(&world.shown(0).answers()).count(), 1);
}

#[test]
fn where_the_plan_has_no_room_it_is_said_and_the_trial_stays() {
    use forankring_core::address::Id;
    use forankring_core::assessment::Note;
    use forankring_core::plan::Field;
    let widest = Note::parse(&"a".repeat(Note::LIMIT)).unwrap();
    let fill = |n: u32| {
        let [a, b, c, d] = n.to_be_bytes();
        let id = Id::from_bytes([9, 9, 9, 9, 9, 9, a, b, c, d]);
        Desk(Did::Changed(Action::PartWritten(
            Field::Text.key(&id).unwrap(),
            widest.clone(),
        )))
    };
    let full: Vec<Step> = (0..490).map(fill).collect();
    let steps = then(
        full.into_iter()
            .chain([tries(0, 4), does(Event::ToPlan)])
            .collect(),
    );
    let world = played(AT, steps);
    let trying = *state(&world).trying().unwrap();
    assert_eq!(trying.room, Room::Full);
    assert_eq!(plan(&world).measures.len(), 490);
    assert_eq!(trying.trial.tried(&world.shown(0).answers()).count(), 1);
}

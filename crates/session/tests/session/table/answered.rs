//! Whoever replied and opens the result later finds her own answers beside it.

use forankring_core::address::{Place, Route};
use forankring_core::answered::Fit;
use forankring_core::assessment::Name;
use forankring_core::catalogue::{Item, Level};
use forankring_core::link::{Disclosed, encode};
use forankring_session::desk::{Event as Did, Told};
use forankring_session::screens::Command as Asked;

use super::replying::{answered, invited, own, sent};
use crate::world::{
    Command, Event, How, MENDS, Meant, Mode, World, link_of, passed_on, rated, replied_by,
};

const FINDS: Meant = |one| matches!(one, Command::Screen(Asked::FindAnswered(..)));

/// A result in which four have replied for the managers.
fn shared(name: &str) -> String {
    let mut result = passed_on("Mottatt");
    result.name = Name::parse(name).unwrap();
    replied_by(4).keep_in(&mut result.parts);
    encode(&result, &Disclosed::all()).unwrap()
}

/// A browser in which the first so many items were answered and sent.
fn replied(items: usize) -> World {
    let mut world = invited();
    answered(&mut world, 0, items);
    sent(&mut world, 0);
    world
}

/// A browser in which something was sent, where the result is just being opened.
fn opening() -> (World, usize) {
    let mut world = replied(2);
    let tab = world.open_tab(Route::Result, &link_of("Annet"));
    world.settle();
    world.follow(tab, Route::Result, Place::Link(shared("Fjordvik")));
    assert!(world.let_come(tab, MENDS, How::Comes), "it holds a text");
    (world, tab)
}

fn found(world: &World, tab: usize) -> Option<Vec<(Fit, Level)>> {
    let reader = world.screen_of(tab).reader().expect("a result is shown");
    let found = reader.answered.found.as_ref()?;
    Some(
        found
            .shown()
            .iter()
            .map(|one| (one.fit, one.level))
            .collect(),
    )
}

#[test]
fn own_answers_stand_beside_what_all_replied() {
    let mut world = replied(2);
    let tab = world.open_tab(Route::Result, &shared("Fjordvik"));
    world.settle();
    let reader = world.screen_of(tab).reader().unwrap();
    let found = reader.answered.found.clone().unwrap();
    let [one] = found.shown() else {
        panic!("{found:?}");
    };
    assert_eq!((one.fit, one.level), (Fit::Named, Level::Executive));
    for item in Item::all().filter(|item| item.level == Level::Executive) {
        let expected = [own(0), own(1)].contains(&item).then(|| rated(3));
        assert_eq!(*one.answers.get(item.theme), expected, "{item:?}");
    }
    // It was only looked at.
    assert_eq!(world.store.records.len(), 1);
}

#[test]
fn nobody_else_sees_any() {
    for (mut world, link, expected) in [
        (replied(2), shared("Fjordvik"), Some(Fit::Named)),
        (replied(2), shared(""), Some(Fit::Possible)),
        (replied(2), shared("Fjellvik"), None),
        (World::at(Route::Start, ""), shared("Fjordvik"), None),
    ] {
        let tab = world.open_tab(Route::Result, &link);
        world.settle();
        let all = expected.map(|fit| vec![(fit, Level::Executive)]);
        assert_eq!(found(&world, tab), all);
    }
    // Where nobody else was asked, nothing is looked for.
    let mut world = replied(2);
    let tab = world.open_tab(Route::Result, &link_of("Fjordvik"));
    world.settle();
    assert!(!world.tabs[tab].doc().log.iter().any(FINDS));
}

#[test]
fn what_cannot_be_found_leaves_the_result_as_it_is() {
    let (mut world, tab) = opening();
    assert!(world.let_come(tab, FINDS, How::Fails));
    world.settle();
    assert_eq!(found(&world, tab), None);
    world.store.mode = Mode::Blocked;
    let tab = world.open_tab(Route::Result, &shared("Fjordvik"));
    world.settle();
    assert_eq!(found(&world, tab), None);
    assert!(world.seen(tab).session.open().is_some());
}

#[test]
fn what_is_deleted_meanwhile_is_gone_and_a_late_answer_counts_for_nothing() {
    let (mut world, tab) = opening();
    assert!(world.let_come(tab, FINDS, How::Twice));
    assert!(found(&world, tab).is_some());
    world.store.records.clear();
    world.happen(tab, Event::Desk(Did::Heard(Told::Changed)));
    assert!(world.let_come(tab, FINDS, How::Comes));
    // What was found first is told once more.
    world.settle();
    assert_eq!(found(&world, tab), None);
}

#[test]
fn another_result_has_nothing_of_it() {
    let mut world = replied(2);
    let tab = world.open_tab(Route::Result, &shared("Fjordvik"));
    world.settle();
    assert!(found(&world, tab).is_some());
    world.follow(tab, Route::Result, Place::Link(link_of("Fjordvik")));
    assert_eq!(found(&world, tab), None);
    world.settle();
    assert_eq!(found(&world, tab), None);
}

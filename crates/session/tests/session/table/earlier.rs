//! What was answered before, on the pages that answer.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::Action;
use forankring_core::catalogue::Item;
use forankring_core::series::Sequel;
use forankring_session::desk::{Event as Did, Told};
use forankring_session::screens::status::Event as OnStatus;
use forankring_session::screens::{Event as OnScreen, shelf};

use super::Start::Kept as IsKept;
use super::{kept, played};
use crate::world::{Command, How, Meant, World, rated};
use forankring_session::desk::Command as At;

const LOOKS: Meant = |one| matches!(one, Command::Desk(At::LookBack(..)));

/// One that follows the one that is kept, which has an answer; the first tab is left at its set-up.
fn following() -> (World, Id) {
    let mut world = played(IsKept(Route::Status), Vec::new());
    world.desk(0, Did::Changed(Action::AnswerChosen(Item::FIRST, rated(3))));
    world.settle();
    world.screen(0, OnScreen::Status(OnStatus::AgainWanted(kept())));
    world.settle();
    let id = world.id(0);
    (world, id)
}

/// What is known of the one that is followed: its id, and its answers.
fn known(world: &World) -> Option<(Id, usize)> {
    let earlier = world.seen(0).earlier.found.as_ref()?;
    Some((earlier.0.clone(), earlier.1.answered()))
}

#[test]
fn it_is_read_where_one_answers_and_nowhere_else() {
    let (mut world, id) = following();
    assert_eq!(known(&world), None);
    for route in [Route::Answer, Route::Level, Route::Meeting] {
        world.follow_to(0, Route::Review, &id);
        world.settle();
        world.clear_log(0);
        world.follow_to(0, route, &id);
        world.settle();
        assert_eq!(known(&world), Some((kept(), 1)), "{route:?}");
    }
    // Going from item to item reads nothing.
    world.clear_log(0);
    world.desk(0, Did::Changed(Action::AnswerChosen(Item::FIRST, rated(2))));
    world.desk(0, Did::Onward(Item::FIRST));
    world.settle();
    let log = &world.tabs[0].doc().log;
    assert!(!log.iter().any(LOOKS));
    // What follows nothing asks for nothing.
    world.follow_to(0, Route::Answer, &kept());
    world.settle();
    let log = &world.tabs[0].doc().log;
    assert!(!log.iter().any(LOOKS));
    // It is not taken over.
    assert_eq!(world.stored(&id).map(|one| one.answered()), Some(1));
    assert_eq!(
        Sequel::of(&world.stored(&id).unwrap().parts)
            .unwrap()
            .follows,
        kept()
    );
}

#[test]
fn what_is_gone_is_known_no_more() {
    let (mut world, id) = following();
    world.follow_to(0, Route::Answer, &id);
    world.settle();
    assert_eq!(known(&world), Some((kept(), 1)));
    // Another tab throws it away; it is brought back, and deleted for good.
    for (event, there) in [
        (shelf::Event::Binned(kept()), false),
        (shelf::Event::Unbinned(kept()), true),
    ] {
        let tab = world.open_tab(Route::Start, "");
        world.settle();
        world.screen(tab, OnScreen::Shelf(event));
        world.settle();
        assert_eq!(known(&world).is_some(), there);
    }
    world.store.records.remove(kept().as_str());
    world.desk(0, Did::Heard(Told::Changed));
    world.settle();
    assert_eq!(known(&world), None);
}

#[test]
fn what_cannot_be_fetched_is_not_known() {
    let (mut world, id) = following();
    world.follow_to(0, Route::Answer, &id);
    while !world.let_come(0, LOOKS, How::Fails) {
        world.pass(0);
        assert!(world.let_come(0, |_| true, How::Comes));
    }
    world.settle();
    assert_eq!(known(&world), None);
    assert_eq!(world.id(0), id);
}

#[test]
fn an_answer_that_is_not_awaited_is_dropped() {
    let (mut world, id) = following();
    world.follow_to(0, Route::Answer, &id);
    world.settle();
    let late = world.tabs[0].doc().log.iter().find_map(|one| match one {
        Command::Desk(At::LookBack(ticket, _)) => Some(*ticket),
        _ => None,
    });
    world.desk(0, Did::Heard(Told::Changed));
    world.desk(0, Did::LookedBack(late.unwrap(), None));
    assert_eq!(known(&world), Some((kept(), 1)));
    world.follow(0, Route::Answer, Place::Nothing);
    world.settle();
    assert_eq!(known(&world), Some((kept(), 1)));
}

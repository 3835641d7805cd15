//! The running back-up: a file outside the browser, that others may change.

use forankring_core::address::Route;
use forankring_core::assessment::Name;
use forankring_session::desk::{CopyState, Event, Told};
use forankring_session::screens::{self, privacy, running, shelf};

use crate::world::{ACTS, COPIES, How, World};

fn bound(route: Route) -> World {
    let mut world = World::at(Route::Start, "");
    world.file = Some((CopyState::Written(None), 0));
    world.tabs.clear();
    world.open_tab(route, "");
    world.settle();
    world
}

fn run(world: &mut World, event: running::Event) {
    world.screen(0, screens::Event::Running(event));
}

fn written(world: &World) -> u32 {
    world.file.unwrap().1
}

// D6
#[test]
fn answers_reach_the_file_after_a_pause_and_as_one() {
    let mut world = bound(Route::Level);
    for step in 1..=5 {
        world.answer(0, 0, step);
        world.settle();
    }
    assert_eq!(written(&world), 0);
    world.pass(0);
    world.settle();
    assert_eq!(written(&world), 1);
}

// D6
#[test]
fn a_file_that_was_changed_from_outside_is_told_and_not_written_over_unasked() {
    let mut world = bound(Route::Level);
    world.file = Some((CopyState::Changed, 0));
    world.answer(0, 0, 4);
    world.settle();
    world.pass(0);
    world.settle();
    let state = |world: &World| world.seen(0).surroundings.bound.as_ref().unwrap().state;
    assert_eq!((state(&world), written(&world)), (CopyState::Changed, 0));
    run(&mut world, running::Event::OverwriteWanted);
    world.settle();
    assert!(matches!(state(&world), CopyState::Written(Some(_))));
    assert_eq!(written(&world), 1);
}

// A tab that was open before the file was chosen writes it too.
#[test]
fn every_open_tab_writes_the_file_that_one_of_them_chose() {
    let mut world = World::at(Route::Privacy, "");
    world.open_tab(Route::Level, "");
    world.settle();
    run(&mut world, running::Event::BindWanted);
    world.settle();
    world.settle();
    let before = written(&world);
    world.answer(1, 0, 3);
    world.settle();
    world.pass(1);
    world.settle();
    assert_eq!(written(&world), before + 1);
}

// What goes by itself is in nobody's way.
#[test]
fn what_the_user_wants_of_the_file_does_not_wait_for_what_goes_by_itself() {
    let mut world = bound(Route::Privacy);
    world.desk(0, Event::Heard(Told::Changed));
    world.file = Some((CopyState::Changed, 0));
    run(&mut world, running::Event::OverwriteWanted);
    // The answer to the look is of before.
    assert!(world.let_come(0, COPIES, How::Comes));
    assert!(world.let_come(0, COPIES, How::Comes));
    assert_eq!(written(&world), 1);
    run(&mut world, running::Event::WriteWanted);
    assert!(world.let_come(0, COPIES, How::Comes));
    assert_eq!(written(&world), 2);
}

// D6: copy, bin and restore reach it.
#[test]
fn what_is_done_to_the_list_reaches_the_file() {
    let mut world = bound(Route::Start);
    let id = world.put("Ås");
    world.follow(0, Route::Privacy, forankring_core::address::Place::Nothing);
    world.settle();
    let name = Name::parse("Kopi").unwrap();
    let events = [
        shelf::Event::CopyWanted(id.clone(), name),
        shelf::Event::Binned(id.clone()),
        shelf::Event::Unbinned(id),
    ];
    for (n, event) in (1..).zip(events) {
        world.shelf_event(0, event);
        assert!(world.let_come(0, ACTS, How::Comes));
        world.settle();
        world.pass(0);
        world.settle();
        assert_eq!(written(&world), n);
    }
}

#[test]
fn what_was_kept_while_it_was_written_is_written_after_it() {
    let mut world = bound(Route::Level);
    world.answer(0, 0, 1);
    world.let_come(0, crate::world::COMMITS, How::Comes);
    world.pass(0);
    world.answer(0, 0, 2);
    world.let_come(0, crate::world::COMMITS, How::Comes);
    assert!(world.let_come(0, COPIES, How::Comes));
    assert!(!world.let_come(0, COPIES, How::Comes), "one at a time");
    world.pass(0);
    assert!(world.let_come(0, COPIES, How::Comes));
}

#[test]
fn one_that_never_answers_can_be_written_again() {
    let mut world = bound(Route::Start);
    run(&mut world, running::Event::WriteWanted);
    world.let_come(0, COPIES, How::Never);
    run(&mut world, running::Event::WriteWanted);
    assert!(!world.let_come(0, COPIES, How::Comes), "it is under way");
    world.pass(0);
    run(&mut world, running::Event::WriteWanted);
    assert!(world.let_come(0, COPIES, How::Comes));
    assert_eq!(written(&world), 1);
}

#[test]
fn when_everything_is_deleted_the_file_is_let_go_also_while_it_is_written() {
    let mut world = bound(Route::Privacy);
    run(&mut world, running::Event::WriteWanted);
    world.let_come(0, COPIES, How::Late);
    world.screen(0, screens::Event::Privacy(privacy::Event::DeleteAsked));
    world.screen(0, screens::Event::Privacy(privacy::Event::DeleteConfirmed));
    world.let_come(0, ACTS, How::Comes);
    assert!(world.let_come(0, COPIES, How::Comes), "it is ended");
    world.settle();
    assert_eq!(world.file, None);
    assert_eq!(world.seen(0).surroundings.bound, None);
}

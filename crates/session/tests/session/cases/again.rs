//! Done once, though asked twice; and asked again where the answer never comes.

use forankring_core::address::{Id, Route};
use forankring_core::assessment::Name;
use forankring_core::texts::key;
use forankring_session::screens::{self, intake, reader, shelf};

use crate::world::{ACTS, How, TAKES, World, link_of};

fn copy(world: &mut World, id: &Id) {
    let name = Name::parse("Kopi").unwrap();
    world.shelf_event(0, shelf::Event::CopyWanted(id.clone(), name));
}

fn start() -> (World, Id) {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.desk(
        0,
        forankring_session::desk::Event::Heard(forankring_session::desk::Told::Changed),
    );
    world.settle();
    (world, id)
}

// D2: "Lagre en kopi".
#[test]
fn an_impatient_second_click_makes_no_second_copy() {
    let (mut world, id) = start();
    copy(&mut world, &id);
    copy(&mut world, &id);
    world.settle();
    assert_eq!(world.store.records.len(), 2);
    copy(&mut world, &id);
    world.let_come(0, ACTS, How::Twice);
    world.settle();
    assert_eq!(world.store.records.len(), 3);
}

#[test]
fn a_copy_whose_answer_never_comes_can_be_made_again() {
    let (mut world, id) = start();
    copy(&mut world, &id);
    world.let_come(0, ACTS, How::Never);
    assert!(world.shelf(0).is_acting());
    world.pass(0);
    assert!(!world.shelf(0).is_acting());
    assert_eq!(world.said(0).1, Some(key::PROBLEM_STORAGE_SLOW));
    copy(&mut world, &id);
    assert!(world.let_come(0, ACTS, How::Comes));
    assert_eq!(world.said(0).1, Some(key::KEPT_COPIED));
}

#[test]
fn an_answer_that_comes_after_that_was_said_is_said_too() {
    let (mut world, id) = start();
    copy(&mut world, &id);
    world.pass(0);
    world.let_come(0, ACTS, How::Comes);
    assert_eq!(world.said(0).1, Some(key::KEPT_COPIED));
    assert_eq!(world.store.records.len(), 2);
}

fn choose(world: &mut World, count: u8) {
    world.chosen = world.backup(count);
    take(world, intake::Event::Chosen("fil"));
    world.settle();
}

fn take(world: &mut World, event: intake::Event) {
    world.screen(0, screens::Event::Intake(event));
}

// D2: "Hent inn".
#[test]
fn a_back_up_is_taken_in_once() {
    let mut world = World::at(Route::Start, "");
    choose(&mut world, 205);
    take(&mut world, intake::Event::TakeWanted);
    take(&mut world, intake::Event::TakeWanted);
    world.let_come(0, TAKES, How::Twice);
    take(&mut world, intake::Event::TakeWanted);
    world.settle();
    assert_eq!(world.store.records.len(), 205);
    let told = world.screen_of(0).intake().unwrap().told.clone().unwrap();
    assert_eq!(told.values, [("n", forankring_session::Value::Count(205))]);
}

#[test]
fn taking_in_stops_after_the_portion_that_is_under_way() {
    let mut world = World::at(Route::Start, "");
    choose(&mut world, 205);
    take(&mut world, intake::Event::TakeWanted);
    take(&mut world, intake::Event::Left);
    world.settle();
    assert_eq!(world.store.records.len(), 100);
    let told = world.screen_of(0).intake().unwrap().told.clone().unwrap();
    assert_eq!(told.values, [("n", forankring_session::Value::Count(100))]);
}

#[test]
fn a_portion_that_never_comes_can_be_left_and_a_file_chosen_again() {
    let mut world = World::at(Route::Start, "");
    choose(&mut world, 3);
    take(&mut world, intake::Event::TakeWanted);
    world.let_come(0, TAKES, How::Lost);
    take(&mut world, intake::Event::Left);
    assert!(matches!(
        world.screen_of(0).intake().unwrap().stage,
        intake::Stage::TakingIn { .. }
    ));
    world.pass(0);
    assert_eq!(world.said(0).1, Some(key::PROBLEM_STORAGE_SLOW));
    take(&mut world, intake::Event::Left);
    choose(&mut world, 3);
    take(&mut world, intake::Event::TakeWanted);
    world.settle();
    assert_eq!(world.store.records.len(), 3);
    assert_eq!(world.said(0).1, Some(key::BACKUP_TAKEN));
}

// D2: keeping a copy of what a link carried.
#[test]
fn what_a_link_carried_is_kept_once() {
    let mut world = World::at(Route::Result, &link_of("Mottatt"));
    world.settle();
    let keep = || screens::Event::Reader(reader::Event::KeepWanted);
    world.screen(0, keep());
    world.screen(0, keep());
    world.let_come(0, ACTS, How::Twice);
    world.settle();
    assert_eq!(world.store.records.len(), 1);
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
}

#[test]
fn a_back_up_that_never_comes_can_be_asked_for_again() {
    let (mut world, _) = start();
    world.shelf_event(0, shelf::Event::BackupWanted);
    world.shelf_event(0, shelf::Event::BackupWanted);
    let all: crate::world::Meant = crate::world::READS_ALL;
    assert!(world.let_come(0, all, How::Never));
    assert!(!world.let_come(0, all, How::Never), "it was started twice");
    world.pass(0);
    world.shelf_event(0, shelf::Event::BackupWanted);
    assert!(world.let_come(0, all, How::Comes));
    assert_eq!(world.saved.len(), 1);
}

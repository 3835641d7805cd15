//! Deleted is deleted: nothing comes back unasked, and nothing else goes with it.

use forankring_core::address::{Id, Place, Route};
use forankring_core::catalogue::Variant;
use forankring_core::keeping::StorageProblem;
use forankring_core::texts::key;
use forankring_session::desk::{Event, Saving, Session};
use forankring_session::screens::{self, privacy, shelf};

use crate::world::{ACTS, COMMITS, How, LOADS, Leaving, World};

const GONE: Saving = Saving::Failed(StorageProblem::Deleted);

fn delete_all(world: &mut World, tab: usize) {
    world.screen(tab, screens::Event::Privacy(privacy::Event::DeleteAsked));
    world.screen(
        tab,
        screens::Event::Privacy(privacy::Event::DeleteConfirmed),
    );
}

fn forget(world: &mut World, tab: usize, id: &Id) {
    let name = id.as_str().to_owned();
    world.shelf_event(tab, shelf::Event::ForgetAsked(name.clone()));
    world.shelf_event(tab, shelf::Event::ForgetConfirmed(name));
}

/// Tab 0 is at the privacy screen, tab 1 has an assessment open.
fn two_tabs() -> (World, Id) {
    let mut world = World::at(Route::Privacy, "");
    let id = world.put("Ås");
    world.open_tab(Route::Answer, id.as_str());
    world.settle();
    (world, id)
}

// D1
#[test]
fn what_another_tab_deleted_is_said_and_not_written_again() {
    let (mut world, id) = two_tabs();
    delete_all(&mut world, 0);
    world.settle();
    assert_eq!(world.saving(1), GONE);
    assert_eq!(world.said(1).1, Some(key::PROBLEM_STORAGE_DELETED));
    world.answer(1, 0, 4);
    world.settle();
    world.hide(1);
    world.settle();
    world.reload(1, Leaving::Gone);
    world.settle();
    assert_eq!(world.stored(&id), None);
}

// D1: the other tab hears nothing of it before.
#[test]
fn a_tab_that_slept_does_not_bring_it_back_with_its_next_answer() {
    let (mut world, id) = two_tabs();
    world.hide(1);
    delete_all(&mut world, 0);
    world.let_come(0, ACTS, How::Comes);
    world.answer(1, 0, 4);
    world.let_come(1, COMMITS, How::Comes);
    assert_eq!((world.saving(1), world.stored(&id)), (GONE, None));
    world.desk(1, Event::RetryWanted);
    world.pass(1);
    assert!(
        !world.let_come(1, COMMITS, How::Comes),
        "it is not tried again"
    );
    world.desk(1, Event::KeepWanted);
    world.settle();
    assert_eq!(world.stored(&id), Some(world.shown(1)));
    assert_eq!(world.saving(1), Saving::Saved);
}

// D1: "glem".
#[test]
fn what_is_about_to_be_written_is_not_written_after_it_was_forgotten() {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Level, &id);
    world.settle();
    world.answer(0, 0, 4);
    world.follow(0, Route::Start, Place::Nothing);
    forget(&mut world, 0, &id);
    world.let_come(0, ACTS, How::Comes);
    assert_eq!(world.seen(0).session, Session::Nothing);
    world.settle();
    world.pass(0);
    world.settle();
    assert_eq!(world.stored(&id), None);
}

// D1: set aside, for it could not be written; then deleted.
#[test]
fn what_was_set_aside_is_forgotten_too() {
    let mut world = World::at(Route::Start, "");
    let (a, b) = (world.put("A"), world.put("B"));
    world.follow_to(0, Route::Level, &a);
    world.settle();
    world.answer(0, 0, 4);
    world.let_come(0, COMMITS, How::Never);
    world.follow_to(0, Route::Level, &b);
    world.settle();
    assert_eq!(world.seen(0).aside.len(), 1);
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    forget(&mut world, 0, &a);
    world.let_come(0, ACTS, How::Comes);
    assert_eq!(world.seen(0).aside.len(), 0);
    assert_eq!(world.id(0), b);
    assert!(world.tabs[0].left.is_empty());
}

// A new one that is about to be written for the first time has no record to be deleted.
#[test]
fn a_new_one_that_is_about_to_be_written_goes_with_everything() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.name(0, "Ny");
    let id = world.id(0);
    world.follow(0, Route::Privacy, Place::Nothing);
    delete_all(&mut world, 0);
    world.let_come(0, ACTS, How::Comes);
    world.let_come(0, COMMITS, How::Comes);
    assert_eq!(world.stored(&id), None);
    assert_eq!(world.seen(0).session, Session::Nothing);
}

#[test]
fn what_was_begun_after_the_yes_stays() {
    let mut world = World::at(Route::Privacy, "");
    let old = world.put("Ås");
    world.settle();
    delete_all(&mut world, 0);
    world.let_come(0, ACTS, How::Late);
    world.follow(0, Route::Setup, Place::New(Variant::Full, None));
    world.name(0, "Ny");
    world.let_come(0, COMMITS, How::Comes);
    world.name(0, "Ny kommune");
    let id = world.id(0);
    world.settle();
    assert_eq!((world.id(0), world.saving(0)), (id.clone(), Saving::Saved));
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Ny kommune");
    assert_eq!(world.stored(&old), None);
}

// Found by chance: it was closed, with the answers.
#[test]
fn what_was_answered_after_the_yes_is_not_closed_and_says_that_it_is_deleted() {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Level, &id);
    world.settle();
    world.follow(0, Route::Start, Place::Nothing);
    forget(&mut world, 0, &id);
    world.let_come(0, ACTS, How::Late);
    world.follow_to(0, Route::Level, &id);
    world.answer(0, 0, 3);
    world.settle();
    assert_eq!((world.id(0), world.saving(0)), (id.clone(), GONE));
    assert_eq!((world.shown(0).answered(), world.stored(&id)), (1, None));
}

#[test]
fn what_was_opened_after_the_yes_says_that_it_is_deleted() {
    let mut world = World::at(Route::Privacy, "");
    let id = world.put("Ås");
    world.settle();
    delete_all(&mut world, 0);
    world.follow_to(0, Route::Result, &id);
    world.let_come(0, LOADS, How::Comes);
    world.let_come(0, ACTS, How::Comes);
    world.settle();
    assert_eq!(world.saving(0), GONE);
}

// That something was deleted is told once, also where the answer comes twice.
#[test]
fn what_came_back_is_not_closed_by_an_answer_that_comes_twice() {
    let mut world = World::at(Route::Accessibility, "");
    let id = world.put("Ås");
    world.follow(0, Route::Start, Place::Nothing);
    world.open_tab(Route::Level, id.as_str());
    world.settle();
    forget(&mut world, 0, &id);
    world.let_come(0, ACTS, How::Twice);
    world.tell_late(1);
    world.let_come(1, LOADS, How::Comes);
    assert_eq!(world.saving(1), GONE);
    world.desk(1, Event::KeepWanted);
    world.let_come(1, COMMITS, How::Comes);
    world.follow_to(0, Route::Level, &id);
    world.let_come(0, LOADS, How::Comes);
    world.answer(0, 0, 5);
    world.tell_late(0);
    assert_eq!(world.id(0), id);
    world.settle();
    assert_eq!(world.stored(&id), Some(world.shown(0)));
}

// The receipt was on its way when another tab deleted it.
#[test]
fn a_receipt_that_comes_after_it_was_deleted_does_not_say_saved() {
    let (mut world, id) = two_tabs();
    world.answer(1, 0, 4);
    world.let_come(1, COMMITS, How::Late);
    delete_all(&mut world, 0);
    world.let_come(0, ACTS, How::Comes);
    world.desk(1, Event::Heard(forankring_session::desk::Told::Changed));
    world.let_come(1, LOADS, How::Comes);
    world.tell_late(1);
    assert_eq!((world.saving(1), world.stored(&id)), (GONE, None));
}

#[test]
fn an_old_receipt_is_none_of_bringing_it_back() {
    let (mut world, id) = two_tabs();
    world.answer(1, 0, 4);
    world.let_come(1, COMMITS, How::Twice);
    delete_all(&mut world, 0);
    world.let_come(0, ACTS, How::Comes);
    world.desk(1, Event::Heard(forankring_session::desk::Told::Changed));
    world.let_come(1, LOADS, How::Comes);
    world.desk(1, Event::KeepWanted);
    world.tell_late(1);
    assert_eq!(
        (world.saving(1), world.stored(&id)),
        (Saving::Waiting, None)
    );
    world.settle();
    assert_eq!(world.saving(1), Saving::Saved);
    assert!(world.stored(&id).is_some());
}

#[test]
fn the_wish_to_keep_it_survives_that_another_one_is_opened() {
    let (mut world, id) = two_tabs();
    world.reload(1, Leaving::Gone);
    world.tabs[1].doc = None;
    world.tabs.truncate(1);
    world.open_tab(Route::Level, id.as_str());
    world.settle();
    delete_all(&mut world, 0);
    world.settle();
    world.desk(1, Event::KeepWanted);
    world.let_come(1, COMMITS, How::Fails);
    world.follow(1, Route::Setup, Place::New(Variant::Full, None));
    world.pass(1);
    world.settle();
    assert!(world.stored(&id).is_some());
}

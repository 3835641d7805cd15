//! What is read again because others wrote: only the last read counts, and nothing that is
//! shown already goes back to what it was.

use forankring_core::address::{Id, Place, Route};
use forankring_core::file::Document;
use forankring_core::keeping::StorageProblem;
use forankring_session::desk::{Event, Saving, Told};
use forankring_session::screens::Act;

use crate::world::{COMMITS, How, LOADS, World, blank, named, read};

const GONE: Saving = Saving::Failed(StorageProblem::Deleted);

fn open() -> (World, Id) {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Level, &id);
    world.settle();
    (world, id)
}

fn hear(world: &mut World) {
    world.desk(0, Event::Heard(Told::Changed));
}

/// Another tab deletes it.
fn delete(world: &mut World, id: &Id) {
    let act = Act::Forget(id.as_str().to_owned(), world.ms());
    world.store.act(&act).unwrap();
}

#[test]
fn only_the_last_read_counts() {
    let (mut world, id) = open();
    hear(&mut world);
    world.let_come(0, LOADS, How::Late);
    delete(&mut world, &id);
    hear(&mut world);
    world.tell_late(0);
    world.let_come(0, LOADS, How::Comes);
    assert_eq!(world.saving(0), GONE);
}

#[test]
fn an_older_state_that_comes_late_is_not_shown() {
    let (mut world, _) = open();
    hear(&mut world);
    world.let_come(0, LOADS, How::Late);
    world.answer(0, 0, 4);
    world.let_come(0, COMMITS, How::Comes);
    world.tell_late(0);
    assert_eq!(world.shown(0).answered(), 1);
}

#[test]
fn the_wish_to_keep_it_is_not_answered_with_that_it_was_deleted() {
    let (mut world, id) = open();
    delete(&mut world, &id);
    hear(&mut world);
    world.let_come(0, LOADS, How::Comes);
    world.desk(0, Event::KeepWanted);
    hear(&mut world);
    world.let_come(0, LOADS, How::Comes);
    assert_eq!(world.saving(0), Saving::Waiting);
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
}

#[test]
fn what_another_tab_brought_back_is_shown_as_it_stands_there() {
    let (mut world, id) = open();
    for step in 1..=4 {
        world.answer(0, 0, step);
        world.settle();
    }
    delete(&mut world, &id);
    hear(&mut world);
    world.settle();
    let document = Document {
        id: Some(id.clone()),
        saved: None,
        assessment: blank().apply(&named("Fra fil"), world.moment().day),
        replies: forankring_core::panel::Replies::default(),
    };
    let act = Act::Add(Box::new(document), id.clone(), world.ms());
    world.store.act(&act).unwrap();
    hear(&mut world);
    world.settle();
    assert_eq!(world.saving(0), Saving::Untouched);
    assert_eq!(world.stored(&id), Some(world.shown(0)));
}

#[test]
fn what_lies_ready_for_the_next_page_is_what_has_not_been_written_by_then() {
    let (mut world, _) = open();
    world.answer(0, 0, 4);
    world.hide(0);
    assert_eq!(read(&world.tabs[0].left)[0].unsaved.len(), 1);
    world.let_come(0, COMMITS, How::Comes);
    assert_eq!(read(&world.tabs[0].left)[0].unsaved, []);
}

// The browser may clear away what is kept: nobody deleted it.
#[test]
fn what_was_cleared_away_under_the_page_is_shown_by_the_next_one_and_kept_again() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.settle();
    let id = world.id(0);
    world.store.records.clear();
    world.follow(0, Route::Result, Place::Kept(id.clone(), None));
    world.settle();
    assert_eq!(world.id(0), id);
    assert_eq!(world.stored(&id), Some(world.shown(0)));
}

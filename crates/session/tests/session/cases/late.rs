//! Reads that come late: a place that was left is awaited no more.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::Variant;
use forankring_session::desk::{Event, Origin, Saving, Session};
use forankring_session::screens::reader;
use forankring_session::{Problem, screens};

use crate::world::{
    COMMITS, FINDS, How, LOADS, PASSPHRASE, UNLOCKS, WAITS, World, link_of, locked_of,
};

// L1
#[test]
fn a_read_that_is_no_longer_wanted_is_dropped() {
    let mut world = World::at(Route::Start, "");
    let (procurement, organisation) = (world.put("Anskaffelsen"), world.put("Ås"));
    world.settle();
    world.follow_to(0, Route::Result, &procurement);
    world.let_come(0, LOADS, How::Late);
    world.go(0, -1, crate::world::Leaving::Away);
    world.follow_to(0, Route::Answer, &organisation);
    world.let_come(0, LOADS, How::Comes);
    assert_eq!(world.id(0), organisation);
    world.settle();
    assert_eq!(world.id(0), organisation);
    world.name(0, "Ås kommune");
    world.settle();
    assert_eq!(
        world.stored(&procurement).unwrap().name.as_str(),
        "Anskaffelsen"
    );
    assert_eq!(
        world.stored(&organisation).unwrap().name.as_str(),
        "Ås kommune"
    );
}

// L1: what was open last is found only after one has gone to another.
#[test]
fn the_last_one_that_is_found_late_does_not_take_the_place_of_another() {
    let mut world = World::at(Route::Result, "");
    let (wanted, last) = (world.put("Ås"), world.put("Vik"));
    world.let_come(0, FINDS, How::Late);
    world.follow_to(0, Route::Result, &wanted);
    world.tell_late(0);
    world.settle();
    assert_eq!(world.id(0), wanted);
    assert_ne!(world.id(0), last);
}

// L2
#[test]
fn a_new_one_is_not_turned_into_what_was_asked_for_before() {
    let mut world = World::at(Route::Start, "");
    let procurement = world.put("Anskaffelsen");
    world.settle();
    world.follow_to(0, Route::Result, &procurement);
    world.follow(0, Route::Setup, Place::New(Variant::Full, None));
    world.settle();
    assert!(matches!(world.open(0).origin, Origin::New(_)));
    world.name(0, "Ny");
    world.settle();
    assert_ne!(world.id(0), procurement);
    assert_eq!(
        world.stored(&procurement).unwrap().name.as_str(),
        "Anskaffelsen"
    );
}

// L3
#[test]
fn a_link_that_is_unlocked_late_does_not_stand_in_the_form() {
    let mut world = World::at(Route::Result, &locked_of("Andres"));
    let own = world.put("Egen");
    type_passphrase(&mut world);
    assert!(world.screen_of(0).reader().unwrap().is_unlocking());
    world.follow_to(0, Route::Answer, &own);
    world.settle();
    assert_eq!(world.id(0), own);
    world.answer(0, 0, 3);
    assert_eq!(world.shown(0).name.as_str(), "Egen");
}

// L3
#[test]
fn another_locked_link_does_not_say_that_a_passphrase_is_tried() {
    let mut world = World::at(Route::Result, &locked_of("Andres"));
    type_passphrase(&mut world);
    world.follow(0, Route::Result, Place::Link(locked_of("Tredje")));
    assert!(!world.screen_of(0).reader().unwrap().is_unlocking());
    world.let_come(0, UNLOCKS, How::Comes);
    assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
    type_passphrase(&mut world);
    world.let_come(0, UNLOCKS, How::Comes);
    assert_eq!(world.shown(0).name.as_str(), "Tredje");
}

// What a page had unlocked is open on the next page of the same link, and of no other.
#[test]
fn what_was_unlocked_goes_along_to_the_pages_of_its_link() {
    let link = locked_of("Andres");
    let mut world = World::at(Route::Result, &link);
    type_passphrase(&mut world);
    world.let_come(0, UNLOCKS, How::Comes);
    for route in [Route::Share, Route::Plan, Route::Result] {
        world.follow(0, route, Place::Link(link.clone()));
        world.settle();
        assert_eq!(world.shown(0).name.as_str(), "Andres", "{route:?}");
    }
    world.follow(0, Route::Share, Place::Link(locked_of("Tredje")));
    world.settle();
    assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
    // Loaded anew, it is locked again: nothing of it lies about.
    world.follow(0, Route::Result, Place::Link(link));
    world.settle();
    assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
}

// L3: a trial that was stopped says nothing of the next one.
#[test]
fn a_passphrase_that_was_given_up_is_not_taken_for_the_one_that_is_tried() {
    let mut world = World::at(Route::Result, &locked_of("Andres"));
    let on = |event| screens::Event::Reader(event);
    world.screen(0, on(reader::Event::PassphraseWritten("feil".to_owned())));
    world.screen(0, on(reader::Event::UnlockWanted));
    world.screen(0, on(reader::Event::UnlockStopped));
    type_passphrase(&mut world);
    world.let_come(0, UNLOCKS, How::Comes);
    assert!(world.screen_of(0).reader().unwrap().is_unlocking());
    world.let_come(0, UNLOCKS, How::Comes);
    assert_eq!(world.shown(0).name.as_str(), "Andres");
}

fn type_passphrase(world: &mut World) {
    let typed = reader::Event::PassphraseWritten(PASSPHRASE.to_owned());
    world.screen(0, screens::Event::Reader(typed));
    world.screen(0, screens::Event::Reader(reader::Event::UnlockWanted));
}

// L6
#[test]
fn a_received_link_is_shown_though_something_is_in_the_tab_only() {
    let mut world = World::at(Route::Setup, "");
    world.desk(
        0,
        Event::KeepingChosen(forankring_session::desk::Keeping::Tab),
    );
    world.name(0, "Bare her");
    let own = world.id(0);
    world.follow(0, Route::Result, Place::Link(link_of("Mottatt")));
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
    assert_eq!(
        world.seen(0).in_tab().unwrap().origin,
        Origin::New(own.clone())
    );
    world.follow(0, Route::Result, Place::Nothing);
    assert_eq!(world.id(0), own);
    assert_eq!(world.stored(&own), None);
}

#[test]
fn what_is_slow_to_open_can_be_asked_for_again_and_may_still_come() {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.settle();
    world.follow_to(0, Route::Result, &id);
    world.let_come(0, LOADS, How::Never);
    world.pass(0);
    let slow = forankring_core::keeping::StorageProblem::Slow;
    assert_eq!(
        world.seen(0).session,
        Session::Failed(Problem::Storage(slow))
    );
    world.follow_to(0, Route::Result, &id);
    world.let_come(0, LOADS, How::Comes);
    assert_eq!(world.id(0), id);
}

#[test]
fn what_was_open_last_may_never_be_found_and_that_is_said() {
    let mut world = World::at(Route::Result, "");
    let id = world.put("Ås");
    world.let_come(0, FINDS, How::Never);
    world.pass(0);
    assert!(matches!(world.seen(0).session, Session::Failed(_)));
    world.follow(0, Route::Result, Place::Nothing);
    world.settle();
    assert_eq!(world.id(0), id);
}

// The first run: an address that says nothing, and something unfinished that is found late.
#[test]
fn what_was_answered_before_the_last_one_was_found_stays_and_that_is_offered() {
    let mut world = World::at(Route::Answer, "");
    let other = world.put("Ås");
    world.answer(0, 0, 4);
    let own = world.id(0);
    world.settle();
    assert_eq!(world.id(0), own);
    assert_eq!(world.seen(0).offer, Some(other));
    assert_eq!(world.saving(0), Saving::Saved);
}

// A receipt is never dropped, however late, and never taken for one of a later change.
#[test]
fn a_receipt_that_comes_twice_says_nothing_of_later_changes() {
    let mut world = World::at(Route::Start, "");
    let (a, b) = (world.put("A"), world.put("B"));
    world.follow_to(0, Route::Level, &a);
    world.settle();
    world.answer(0, 0, 1);
    world.let_come(0, COMMITS, How::Twice);
    world.follow_to(0, Route::Level, &b);
    world.let_come(0, LOADS, How::Comes);
    world.follow_to(0, Route::Level, &a);
    world.let_come(0, LOADS, How::Comes);
    world.answer(0, 0, 2);
    world.tell_late(0);
    assert_eq!(world.saving(0), Saving::Waiting);
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
    assert_eq!(world.stored(&a), Some(world.shown(0)));
}

#[test]
fn a_write_that_was_given_up_leaves_nothing_awaited_once_all_is_written() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 1);
    world.pass(0);
    assert_eq!(world.saving(0), Saving::Slow);
    world.desk(0, Event::RetryWanted);
    world.let_come(0, COMMITS, How::Comes);
    assert_eq!(world.saving(0), Saving::Saved);
    world.let_come(0, COMMITS, How::Never);
    while world.let_come(0, WAITS, How::Comes) {}
    world.answer(0, 0, 2);
    assert!(world.let_come(0, COMMITS, How::Comes), "it is written");
    assert_eq!(world.saving(0), Saving::Saved);
}

// T6
#[test]
fn what_has_a_wording_of_its_own_is_not_asked_before_that_is_there() {
    use forankring_core::assessment::Action;
    use forankring_core::catalogue::{Kind, Scope};
    for chosen in [
        Action::ScopeChosen(Scope::Procurement),
        Action::KindChosen(Kind::State),
    ] {
        not_asked_before_its_words_are_there(chosen);
    }
}

fn not_asked_before_its_words_are_there(chosen: forankring_core::assessment::Action) {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.change(0, chosen);
    let words = crate::world::WORDS;
    world.let_come(0, words, How::Fails);
    let place = world.open(0).place(None);
    world.follow(0, Route::Answer, place);
    assert!(world.seen(0).lacks_words(world.shown(0)));
    let before = world.shown(0).clone();
    world.desk(0, Event::Pressed("4".to_owned()));
    assert_eq!(*world.shown(0), before);
    world.desk(0, Event::WordsWanted);
    world.let_come(0, words, How::Never);
    world.pass(0);
    world.desk(0, Event::WordsWanted);
    assert!(
        world.let_come(0, words, How::Comes),
        "they are asked for again"
    );
    world.desk(0, Event::Pressed("4".to_owned()));
    assert_ne!(*world.shown(0), before);
}

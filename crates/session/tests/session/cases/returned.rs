//! A page that was put away whole and is shown again: what it had handed over is what the
//! pages after it made of it.

use forankring_core::address::{Place, Route};
use forankring_core::keeping::StorageProblem;
use forankring_session::desk::{Event, Keeping, Saving};
use forankring_session::screens::{self, shelf};

use crate::world::{COMMITS, How, Leaving, World};

/// Something was answered, and handed over unsaved to the start page.
fn handed_over(keeping: Keeping) -> World {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.desk(0, Event::KeepingChosen(keeping));
    world.name(0, "Ås");
    world.follow(0, Route::Setup, world.open(0).place(None));
    assert_eq!(world.tabs[0].away.len(), 1);
    world
}

#[test]
fn what_the_next_page_wrote_is_not_written_again() {
    let mut world = handed_over(Keeping::Browser);
    world.settle();
    let id = world.id(0);
    world.tabs[0].away[0].log.clear();
    world.go(0, -1, Leaving::Away);
    world.settle();
    assert_eq!(world.id(0), id);
    assert!(!world.open(0).has_unsaved());
    let log = &world.tabs[0].doc().log;
    assert!(!log.iter().any(COMMITS), "it is written again");
    assert_eq!(
        (world.store.records.len(), world.store.states.len()),
        (1, 0)
    );
}

#[test]
fn what_the_next_page_changed_is_not_changed_back() {
    let mut world = handed_over(Keeping::Browser);
    world.name(0, "Ås kommune");
    world.go(0, -1, Leaving::Gone);
    assert_eq!(world.shown(0).name.as_str(), "Ås kommune");
    world.settle();
    let id = world.id(0);
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Ås kommune");
}

#[test]
fn what_the_next_page_left_unsaved_is_taken_up_by_whichever_page_is_shown() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    world.go(0, -1, Leaving::Away);
    world.answer(0, 0, 4);
    let id = world.id(0);
    world.go(0, 1, Leaving::Gone);
    world.show(0);
    world.hide(0);
    world.settle();
    assert_eq!(world.stored(&id).unwrap().answered(), 1);
}

#[test]
fn what_the_next_page_deleted_is_not_brought_back() {
    let mut world = handed_over(Keeping::Browser);
    world.settle();
    let id = world.id(0);
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    let name = id.as_str().to_owned();
    world.screen(
        0,
        screens::Event::Shelf(shelf::Event::ForgetConfirmed(name)),
    );
    world.settle();
    let back = -(world.tabs[0].at as isize);
    world.go(0, back, Leaving::Away);
    world.settle();
    world.pass(0);
    world.settle();
    assert_eq!(world.stored(&id), None);
    assert!(
        !world
            .seen(0)
            .in_tab()
            .is_some_and(|open| open.has_unsaved())
    );
}

#[test]
fn what_the_next_page_forgot_of_the_tab_is_not_shown_again() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.desk(0, Event::KeepingChosen(Keeping::Tab));
    world.follow(0, Route::Setup, Place::New(Default::default(), None));
    world.desk(0, Event::KeepingChosen(Keeping::Tab));
    world.name(0, "Bare her");
    world.follow(0, Route::Accessibility, Place::Nothing);
    world.desk(0, Event::ForgetAsked);
    world.desk(0, Event::Forgotten);
    let back = -(world.tabs[0].at as isize);
    world.go(0, back, Leaving::Away);
    assert!(world.seen(0).in_tab().is_none());
}

// A receipt of the old page is no receipt of what was handed back to it.
#[test]
fn a_receipt_that_waited_while_the_page_was_away_says_nothing_of_later_changes() {
    let mut world = handed_over(Keeping::Browser);
    world.name(0, "Ås kommune");
    world.let_come(0, COMMITS, How::Never);
    world.go(0, -1, Leaving::Gone);
    assert_eq!(world.shown(0).name.as_str(), "Ås kommune");
    world.let_come(0, COMMITS, How::Comes);
    assert_eq!(world.saving(0), Saving::Waiting);
    world.settle();
    let id = world.id(0);
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Ås kommune");
}

// The same page goes on where nothing happened meanwhile: what can be undone, too.
#[test]
fn a_page_with_nothing_to_lose_stays_as_it_was() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.settle();
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    world.go(0, -1, Leaving::Away);
    assert!(world.open(0).history.can_undo());
}

// What another tab deleted while the page was away.
#[test]
fn a_page_that_is_shown_again_says_that_it_was_deleted() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.settle();
    let id = world.id(0);
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    let other = world.open_tab(Route::Start, "");
    world.settle();
    let name = id.as_str().to_owned();
    world.screen(
        other,
        screens::Event::Shelf(shelf::Event::ForgetConfirmed(name)),
    );
    world.settle();
    world.go(0, -1, Leaving::Away);
    world.settle();
    assert_eq!(world.saving(0), Saving::Failed(StorageProblem::Deleted));
    assert_eq!(world.stored(&id), None);
}

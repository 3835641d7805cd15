//! Where nothing can be kept it is said before the first answer, and nothing is lost while
//! the tab lives; what does not fit is said, and nothing that is shown goes unkept.

use forankring_core::address::{Id, Place, Route};
use forankring_core::catalogue::Variant;
use forankring_core::keeping::StorageProblem;
use forankring_session::desk::{Command as At, Event, Field, Keeping, Saving};
use forankring_session::screens::{self, intake};

use crate::world::{COMMITS, Command, How, Leaving, Mode, Notes, World, page};

fn blocked(route: Route) -> World {
    let mut world = World::at(Route::Start, "");
    world.store.mode = Mode::Blocked;
    world.notes = Notes::Blocked;
    world.tabs.clear();
    world.open_tab(route, "ny");
    world.settle();
    world
}

// B1
#[test]
fn that_nothing_can_be_kept_is_said_before_the_first_answer() {
    for route in [Route::Answer, Route::Setup] {
        let world = blocked(route);
        assert_eq!(world.saving(0), Saving::Failed(StorageProblem::Missing));
        assert!(!world.open(0).has_unsaved());
    }
}

// B1
#[test]
fn what_cannot_be_kept_goes_along_to_the_result_and_back() {
    let mut world = blocked(Route::Answer);
    for item in 0..18 {
        world.answer(0, item, 3);
        world.settle();
    }
    let entered = world.shown(0).clone();
    world.follow(0, Route::Result, Place::Nothing);
    world.settle();
    assert_eq!(*world.shown(0), entered);
    assert_eq!(world.saving(0), Saving::Failed(StorageProblem::Missing));
    world.go(0, -1, Leaving::Away);
    world.settle();
    assert_eq!(*world.shown(0), entered);
    world.store.mode = Mode::Works;
    world.desk(0, Event::RetryWanted);
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
}

#[test]
fn nobody_is_asked_before_leaving_for_a_page_to_which_everything_goes_along() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    let event = Event::Followed(page(Route::Result), Place::Nothing);
    let stamp = world.stamp();
    let doc = world.tabs[0].doc.as_mut().unwrap();
    let asked = doc.live.update(crate::world::Event::Desk(event), &stamp);
    let asks = asked.iter().filter_map(|command| match command {
        Command::Desk(At::AskBeforeLeaving(asks)) => Some(*asks),
        _ => None,
    });
    assert_eq!(asks.collect::<Vec<_>>(), [false]);
    // It was not left after all: what is not on the disk is asked about again.
    world.clear_log(0);
    world.show(0);
    let again = Command::Desk(At::AskBeforeLeaving(true));
    assert!(world.tabs[0].doc().log.contains(&again));
    // Nor is what was handed over taken up by a page that comes much later.
    let taken_back = Command::Desk(At::HandOver(Vec::new()));
    assert!(world.tabs[0].doc().log.contains(&taken_back));
}

#[test]
fn what_is_full_is_said_and_tried_again_and_the_wish_counts_where_it_will_hardly_help() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.store.mode = Mode::Full;
    world.answer(0, 0, 4);
    world.settle();
    assert_eq!(world.saving(0), Saving::Failed(StorageProblem::Full));
    world.store.mode = Mode::Works;
    world.pass(0);
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
}

#[test]
fn a_write_that_never_ends_can_be_tried_again() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.let_come(0, COMMITS, How::Never);
    world.pass(0);
    assert_eq!(world.saving(0), Saving::Slow);
    world.desk(0, Event::RetryWanted);
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
}

#[test]
fn what_is_to_be_kept_in_the_tab_only_is_not_written_and_outlives_a_reload() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.desk(0, Event::KeepingChosen(Keeping::Tab));
    world.name(0, "Bare her");
    world.reload(0, Leaving::Gone);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Bare her");
    assert_eq!(world.saving(0), Saving::TabOnly);
    assert!(world.store.records.is_empty());
    world.desk(0, Event::KeepingChosen(Keeping::Browser));
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
}

#[test]
fn what_was_written_after_all_is_not_said_to_be_in_the_tab_only() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.name(0, "Ås");
    world.desk(0, Event::KeepingChosen(Keeping::Tab));
    world.name(0, "Ås kommune");
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
    let id = world.id(0);
    assert_eq!(world.stored(&id), Some(world.shown(0)));
}

// T1
#[test]
fn what_is_too_long_is_shown_as_it_is_asked_about_and_not_kept() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.name(0, "Ås");
    world.settle();
    world.clear_log(0);
    let long = "x".repeat(121);
    world.desk(0, Event::Overlong(Field::Name, long.clone()));
    assert_eq!(world.seen(0).overlong(&Field::Name), Some(&*long));
    assert_eq!(world.shown(0).name.as_str(), "Ås");
    let asks = Command::Desk(At::AskBeforeLeaving(true));
    assert!(world.tabs[0].doc().log.contains(&asks));
    world.name(0, "Ås kommune");
    assert_eq!(world.seen(0).overlong(&Field::Name), None);
}

// T1
#[test]
fn what_is_too_long_in_one_assessment_stays_though_the_same_field_is_written_in_another() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.name(0, "A");
    world.settle();
    let a = world.id(0);
    world.desk(0, Event::Overlong(Field::Name, "x".repeat(121)));
    world.follow(0, Route::Setup, Place::New(Variant::Full, None));
    world.name(0, "B");
    assert_eq!(world.seen(0).overlong(&Field::Name), None);
    world.follow_to(0, Route::Setup, &a);
    world.settle();
    assert!(world.seen(0).overlong(&Field::Name).is_some());
}

// What two tabs enter comes together.
#[test]
fn two_tabs_do_not_erase_each_others_answers() {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Level, &id);
    world.open_tab(Route::Level, id.as_str());
    world.settle();
    world.answer(0, 0, 1);
    world.answer(1, 1, 2);
    world.settle();
    assert_eq!(world.shown(0), world.shown(1));
    assert_eq!(world.stored(&id), Some(world.shown(0)));
    assert_eq!(world.shown(0).answered(), 2);
}

/// Two tabs wrote the same name: the first of tab 1 has come to the store after that of
/// tab 0, the second waits on top of it.
fn written_over() -> (World, Id) {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Setup, &id);
    world.open_tab(Route::Setup, id.as_str());
    world.settle();
    world.name(1, "A");
    world.name(1, "Ab");
    world.name(0, "Vik");
    world.let_come(0, COMMITS, How::Comes);
    world.let_come(1, COMMITS, How::Comes);
    assert_eq!(world.shown(1).name.as_str(), "Ab");
    (world, id)
}

fn is_in_the_history(world: &World, id: &Id, name: &str) -> bool {
    let states = world.store.states(id).unwrap();
    let mut names = states.iter().map(|state| state.assessment.name.as_str());
    names.any(|one| one == name)
}

// Found by chance: it was taken for seen, and typed over without a trace.
#[test]
fn what_another_tab_wrote_meanwhile_stands_in_the_history_though_one_goes_on_writing() {
    let (mut world, id) = written_over();
    world.name(1, "Abc");
    world.let_come(1, COMMITS, How::Comes);
    world.let_come(1, COMMITS, How::Comes);
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Abc");
    assert!(is_in_the_history(&world, &id, "Vik"));
}

#[test]
fn what_another_tab_wrote_meanwhile_stands_in_the_history_after_a_reload_too() {
    let (mut world, id) = written_over();
    world.reload(1, Leaving::Gone);
    world.settle();
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Ab");
    assert!(is_in_the_history(&world, &id, "Vik"));
}

#[test]
fn what_was_restored_keeps_its_moments_and_asks_for_no_new_backup() {
    let mut world = World::at(Route::Privacy, "");
    world.settle();
    world.chosen = world.backup(3);
    let intake = screens::Event::Intake;
    world.screen(0, intake(intake::Event::Chosen("kopifil")));
    world.settle();
    world.screen(0, intake(intake::Event::TakeWanted));
    world.settle();
    assert_eq!(world.store.records.len(), 3);
    assert!(world.store.records.values().all(|kept| kept.saved == 1_000));
    let desk = world.tabs[0].doc().live.desk();
    assert_eq!(desk.surroundings.last_backup, Some(1_000));
}

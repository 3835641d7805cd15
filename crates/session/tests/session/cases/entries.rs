//! Old entries of the tab's history, a crash, and a key that is held: one assessment, not
//! two, and no changes that are none.

use forankring_core::address::Route;
use forankring_session::desk::{Event, Saving, Turn};

use crate::world::{COMMITS, Entry, FINDS, How, Leaving, World};

// D8
#[test]
fn after_a_crash_the_unfinished_one_opens_though_the_pointer_is_lost() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.settle();
    let id = world.id(0);
    world.last = None;
    world.crash(Route::Answer);
    world.settle();
    assert_eq!(world.id(0), id);
}

// D8: also where what was answered meanwhile is on the disk by then.
#[test]
fn an_unfinished_one_that_is_found_late_is_offered_beside_what_was_begun() {
    let mut world = World::at(Route::Start, "");
    let unfinished = world.put("Ås");
    world.tabs.clear();
    world.open_tab(Route::Answer, "");
    assert!(world.let_come(0, FINDS, How::Late));
    let begun = world.id(0);
    world.answer(0, 0, 4);
    assert!(world.let_come(0, COMMITS, How::Comes));
    assert_eq!(world.open(0).saving, Saving::Saved);
    world.tell_late(0);
    assert_eq!(world.id(0), begun);
    assert_eq!(world.seen(0).offer, Some(unfinished));
}

// D4
#[test]
fn an_old_entry_of_the_history_leads_to_what_it_became() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    let id = world.id(0);
    world.desk(0, Event::Pressed("4".to_owned()));
    world.desk(0, Event::Pressed("Enter".to_owned()));
    world.settle();
    world.go(0, -1, Leaving::Away);
    assert_eq!(world.id(0), id);
    assert!(world.tabs[0].entry().fragment.starts_with(id.as_str()));
    world.answer(0, 1, 2);
    world.settle();
    assert_eq!(world.store.records.len(), 1);
    // Also where the page was loaded anew meanwhile.
    world.reload(0, Leaving::Written);
    world.settle();
    assert_eq!(world.id(0), id);
    assert_eq!(world.store.records.len(), 1);
}

// D4: as it stands in the history, whatever the address of that entry was then.
#[test]
fn an_old_entry_leads_there_on_the_level_page_and_from_the_set_up() {
    for route in [Route::Level, Route::Setup] {
        let mut world = World::at(route, "ny");
        world.settle();
        let id = world.id(0);
        let old = world.tabs[0].entry().clone();
        for item in 0..18 {
            world.answer(0, item, 3);
        }
        world.settle();
        let place = world.open(0).place(None);
        world.follow(0, Route::Result, place);
        let at = world.tabs[0].at;
        let document = world.tabs[0].entries[at - 1].document;
        world.tabs[0].entries[at - 1] = Entry { document, ..old };
        world.go(0, -1, Leaving::Away);
        world.settle();
        assert_eq!(world.id(0), id, "{route:?}");
        assert_eq!(world.store.records.len(), 1);
    }
}

// D3
#[test]
fn the_same_answer_again_is_no_change() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    for _ in 0..100 {
        world.desk(0, Event::Pressed("3".to_owned()));
        world.settle();
    }
    let kept = world.store.kept(&world.id(0)).unwrap();
    assert_eq!((kept.revision, world.store.states.len()), (1, 0));
    world.desk(0, Event::TurnedBack(Turn::Undo));
    assert_eq!(world.shown(0).answered(), 0);
}

//! Announcing and focus: after whatever takes the focused element away, focus is moved, and
//! what happened is said; the same thing twice is said twice.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::Name;
use forankring_core::texts::{Key, key};
use forankring_session::desk::{Event, Focus, Turn};
use forankring_session::screens::{self, finder, history, intake, passing, privacy, reader, shelf};

use crate::world::{How, UNLOCKS, World, link_of, locked_of};

/// What is said after an event, and where focus goes: once everything has come.
fn check(world: &mut World, event: screens::Event, said: Key, focus: Option<&str>) {
    let (before, _) = world.said(0);
    world.clear_log(0);
    world.screen(0, event.clone());
    world.settle();
    let (now, last) = world.said(0);
    assert!(now > before, "nothing is said after {event:?}");
    assert_eq!(last, Some(said), "after {event:?}");
    let focused = match world.focus(0) {
        Some(Focus::Id(id)) => Some(id),
        Some(Focus::Heading) => Some("h1".to_owned()),
        Some(Focus::First(all)) => Some(all.join(" ")),
        Some(Focus::Question) => Some("question".to_owned()),
        Some(Focus::Back) => Some("back".to_owned()),
        None => None,
    };
    assert_eq!(focused.as_deref(), focus, "after {event:?}");
}

fn start() -> (World, Id) {
    let mut world = World::at(Route::Accessibility, "");
    let id = world.put("Ås");
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    (world, id)
}

#[test]
fn what_is_done_to_the_list_is_said_and_focus_goes_to_it() {
    let (mut world, id) = start();
    let name = id.as_str().to_owned();
    let copy = shelf::Event::CopyWanted(id.clone(), Name::parse("Kopi").unwrap());
    let yes = format!("[data-key='{name}'] [data-does='glem-ja']");
    let list = Some("liste");
    for (event, said, focus) in [
        (shelf::Event::Binned(id.clone()), key::KEPT_BINNED_NOW, list),
        (shelf::Event::Unbinned(id.clone()), key::KEPT_RESTORED, list),
        (copy.clone(), key::KEPT_COPIED, list),
        (copy, key::KEPT_COPIED, list),
        (shelf::Event::BackupWanted, key::BACKUP_SAVED, None),
        (
            shelf::Event::ForgetAsked(name.clone()),
            key::KEPT_FORGET_ASK,
            Some(&*yes),
        ),
        (
            shelf::Event::ForgetConfirmed(name),
            key::KEPT_FORGOTTEN,
            list,
        ),
        (shelf::Event::Unbinned(id.clone()), key::KEPT_FAILED, list),
        (shelf::Event::Unbinned(id), key::KEPT_FAILED, list),
    ] {
        check(&mut world, screens::Event::Shelf(event), said, focus);
    }
}

#[test]
fn deleting_everything_is_asked_and_said() {
    let mut world = World::at(Route::Privacy, "");
    world.settle();
    for (event, said, focus) in [
        (
            privacy::Event::DeleteAsked,
            key::PRIVACY_DELETE_ASK,
            "slett-ja",
        ),
        (
            privacy::Event::DeleteConfirmed,
            key::PRIVACY_DELETED,
            "lagret-her",
        ),
    ] {
        check(
            &mut world,
            screens::Event::Privacy(event),
            said,
            Some(focus),
        );
    }
}

#[test]
fn denying_moves_focus_back_to_what_had_asked() {
    let (mut world, id) = start();
    let name = id.as_str().to_owned();
    world.shelf_event(0, shelf::Event::ForgetAsked(name.clone()));
    world.shelf_event(0, shelf::Event::ForgetDenied);
    let back = format!("[data-key='{name}'] [data-does='glem']");
    assert_eq!(world.focus(0), Some(Focus::First(vec![back])));
    world.follow(0, Route::Privacy, Place::Nothing);
    for event in [privacy::Event::DeleteAsked, privacy::Event::DeleteDenied] {
        world.screen(0, screens::Event::Privacy(event));
    }
    assert_eq!(world.focus(0), Some(Focus::Id("slett".to_owned())));
}

#[test]
fn locking_is_said_from_first_to_last() {
    let (mut world, id) = start();
    world.follow_to(0, Route::Share, &id);
    world.settle();
    world.share(0, passing::Event::LockSwitched);
    assert_eq!(world.focus(0), Some(Focus::Id("passord".to_owned())));
    for (event, said, focus) in [
        (passing::Event::LockWanted, key::LOCK_DONE_SAID, "kopier"),
        (passing::Event::LockSwitched, key::LOCK_OPENED, "laas"),
    ] {
        check(&mut world, screens::Event::Share(event), said, Some(focus));
    }
    world.share(0, passing::Event::LockSwitched);
    world.share(0, passing::Event::LockWanted);
    assert_eq!(world.said(0).1, Some(key::LOCK_WORKING));
    assert_eq!(world.focus(0), Some(Focus::Id("passord".to_owned())));
}

#[test]
fn unlocking_leads_to_the_result_and_the_same_refusal_twice_is_said_twice() {
    let mut world = World::at(Route::Result, &locked_of("Andres"));
    let typed =
        |text: &str| screens::Event::Reader(reader::Event::PassphraseWritten(text.to_owned()));
    let wanted = || screens::Event::Reader(reader::Event::UnlockWanted);
    world.screen(0, typed("feil"));
    for _ in 0..2 {
        check(&mut world, wanted(), key::UNLOCK_WRONG, Some("passord"));
    }
    world.screen(0, wanted());
    assert_eq!(world.said(0).1, Some(key::UNLOCK_WORKING));
    let stopped = screens::Event::Reader(reader::Event::UnlockStopped);
    check(&mut world, stopped, key::UNLOCK_STOPPED, Some("passord"));
    world.screen(0, typed(crate::world::PASSPHRASE));
    world.screen(0, wanted());
    world.let_come(0, UNLOCKS, How::Comes);
    assert_eq!(world.focus(0), Some(Focus::Heading));
    assert_eq!(world.shown(0).name.as_str(), "Andres");
}

#[test]
fn keeping_a_copy_is_said_on_the_page_of_the_copy() {
    let mut world = World::at(Route::Result, &link_of("Mottatt"));
    world.settle();
    let keep = screens::Event::Reader(reader::Event::KeepWanted);
    check(&mut world, keep, key::RESULT_KEPT, Some("h1"));
}

#[test]
fn what_a_file_holds_is_said_and_so_is_that_it_was_taken_in() {
    let (mut world, _) = start();
    world.chosen = "noe annet".to_owned();
    for _ in 0..2 {
        let chosen = screens::Event::Intake(intake::Event::Chosen("fil"));
        check(&mut world, chosen, key::FILE_PROBLEM_NOT_JSON, None);
    }
    world.put("Vik");
    world.follow(0, Route::Privacy, Place::Nothing);
    world.settle();
    world.shelf_event(0, shelf::Event::BackupWanted);
    world.settle();
    world.chosen = world.saved[0].clone();
    for (event, said, focus) in [
        (intake::Event::Chosen("fil"), key::BACKUP_FOUND, "ta-inn"),
        (intake::Event::TakeWanted, key::BACKUP_TAKEN, "inntak"),
        (intake::Event::Chosen("fil"), key::BACKUP_FOUND, "ta-inn"),
        (intake::Event::Left, key::BACKUP_LEFT_OUT, "inntak"),
    ] {
        check(&mut world, screens::Event::Intake(event), said, Some(focus));
    }
}

#[test]
fn text_without_any_link_is_refused_as_often_as_it_is_read() {
    let (mut world, _) = start();
    let written = finder::Event::Written("ingen lenke her".to_owned());
    world.screen(0, screens::Event::Finder(written));
    for _ in 0..2 {
        let read = screens::Event::Finder(finder::Event::ReadWanted);
        check(&mut world, read, key::LINK_PROBLEM_NO_LINK, Some("lim-inn"));
    }
}

#[test]
fn going_back_to_an_earlier_state_is_said() {
    let (mut world, id) = start();
    world.follow_to(0, Route::Setup, &id);
    world.settle();
    world.name(0, "Ås kommune");
    world.settle();
    world.follow_to(0, Route::History, &id);
    world.settle();
    let back = screens::Event::History(history::Event::BackWanted(1));
    check(&mut world, back, key::HISTORY_WENT, Some("h1"));
    assert_eq!(world.shown(0).name.as_str(), "Ås");
}

#[test]
fn taking_back_and_doing_again_is_said_each_time_and_leads_to_the_item() {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 1);
    world.answer(0, 0, 2);
    world.desk(0, Event::Pressed("Enter".to_owned()));
    let turns = [
        (Turn::Undo, key::ANSWER_UNDONE),
        (Turn::Undo, key::ANSWER_UNDONE),
        (Turn::Redo, key::ANSWER_REDONE),
        (Turn::Redo, key::ANSWER_REDONE),
    ];
    for (n, (turn, said)) in (world.said(0).0 + 1..).zip(turns) {
        world.desk(0, Event::TurnedBack(turn));
        assert_eq!(world.said(0), (n, Some(said)));
    }
    assert_eq!(world.focus(0), Some(Focus::Question));
    assert_eq!(
        world.seen(0).item(),
        forankring_core::catalogue::Item::FIRST
    );
    // Nothing more to be done again: nothing is said of it.
    world.desk(0, Event::TurnedBack(Turn::Redo));
    assert_eq!(world.said(0).0, 4);
}

#[test]
fn a_yes_that_what_was_deleted_is_to_be_kept_moves_focus() {
    let (mut world, id) = start();
    world.open_tab(Route::Level, id.as_str());
    world.settle();
    world.shelf_event(0, shelf::Event::ForgetConfirmed(id.as_str().to_owned()));
    world.settle();
    world.clear_log(1);
    world.desk(1, Event::KeepWanted);
    assert_eq!(world.focus(1), Some(Focus::Heading));
}

#[test]
fn forgetting_what_is_in_the_tab_is_asked_and_leads_to_the_start() {
    let mut world = World::at(Route::Setup, "");
    world.desk(
        0,
        Event::KeepingChosen(forankring_session::desk::Keeping::Tab),
    );
    world.name(0, "Bare her");
    world.desk(0, Event::ForgetAsked);
    assert_eq!(world.said(0).1, Some(key::KEPT_FORGET_ASK));
    assert_eq!(world.focus(0), Some(Focus::Id("glem-fanen-ja".to_owned())));
    world.desk(0, Event::ForgetDenied);
    assert_eq!(world.focus(0), Some(Focus::Id("glem-fanen".to_owned())));
    // Also where another one is shown meanwhile.
    let other = world.put("Ås");
    world.follow_to(0, Route::Result, &other);
    world.settle();
    assert!(world.seen(0).in_tab().is_some());
    world.desk(0, Event::ForgetAsked);
    world.desk(0, Event::Forgotten);
    assert_eq!(world.focus(0), Some(Focus::Heading));
    assert!(world.seen(0).in_tab().is_none());
}

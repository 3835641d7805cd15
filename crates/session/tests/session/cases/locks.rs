//! The link in the share screen is always the one of what is chosen now.

use forankring_core::address::{Place, Route};
use forankring_core::link::{Locked, Part};
use forankring_session::screens::passing::{Event, Lock, Passable};

use crate::world::{COMMITS, How, LOCKS, World, locked_of, unlock};

/// The share screen of an assessment with a name; the link is being locked.
fn locking() -> World {
    let mut world = World::at(Route::Start, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Share, &id);
    world.settle();
    world.share(0, Event::LockSwitched);
    world.share(0, Event::PassphraseWritten("første".to_owned()));
    world
}

fn link(world: &World) -> Passable {
    let shown = world.shown(0).as_shown();
    world.sharing(0).passable(&shown)
}

/// The name in the link, which opens with a passphrase.
fn name_in_link(world: &World, passphrase: &str) -> String {
    let Passable::Fragment(fragment) = link(world) else {
        panic!("no link is shown");
    };
    let locked = Locked::parse(&fragment).expect("it is locked");
    let payload = unlock(&locked, passphrase).expect("the passphrase");
    Locked::opened(&payload).unwrap().name.as_str().to_owned()
}

// L4
#[test]
fn a_name_that_is_unticked_while_locking_is_not_in_the_link() {
    let mut world = locking();
    world.share(0, Event::Switched(Part::Names));
    world.share(0, Event::LockWanted);
    world.share(0, Event::Switched(Part::Names));
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(link(&world), Passable::LockFirst);
    world.share(0, Event::LockWanted);
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(name_in_link(&world, "første"), "");
}

// L4
#[test]
fn a_name_that_is_ticked_while_locking_is_in_the_link() {
    let mut world = locking();
    world.share(0, Event::LockWanted);
    world.share(0, Event::Switched(Part::Names));
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(link(&world), Passable::LockFirst);
    world.share(0, Event::LockWanted);
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(name_in_link(&world, "første"), "Ås");
}

// L4: a lock that is on holds for what it was made of, and for nothing else.
#[test]
fn what_is_changed_elsewhere_is_locked_anew() {
    let mut world = locking();
    world.share(0, Event::Switched(Part::Names));
    world.share(0, Event::LockWanted);
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(name_in_link(&world, "første"), "Ås");
    let other = crate::world::blank();
    assert_eq!(world.sharing(0).passable(&other), Passable::LockFirst);
    let id = world.id(0);
    let other = world.open_tab(Route::Setup, id.as_str());
    world.settle();
    world.name(other, "Ås kommune");
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Ås kommune");
    assert_eq!(link(&world), Passable::LockFirst);
}

// L4: what another tab entered comes with the receipt of what was entered here.
#[test]
fn what_comes_with_a_receipt_is_locked_anew() {
    let mut world = World::at(Route::Setup, "");
    let id = world.put("Ås");
    world.follow_to(0, Route::Setup, &id);
    let other = world.open_tab(Route::Setup, id.as_str());
    world.settle();
    world.answer(0, 0, 3);
    world.follow_to(0, Route::Share, &id);
    world.share(0, Event::LockSwitched);
    world.share(0, Event::LockWanted);
    world.let_come(0, LOCKS, How::Comes);
    world.name(other, "Ås kommune");
    world.let_come(other, COMMITS, How::Comes);
    world.let_come(0, COMMITS, How::Comes);
    assert_eq!(world.shown(0).name.as_str(), "Ås kommune");
    assert!(
        matches!(world.sharing(0).lock, Lock::Asked(_)),
        "it can be locked again"
    );
}

// L5
#[test]
fn a_lock_that_is_taken_off_while_locking_stays_off() {
    let mut world = locking();
    world.share(0, Event::LockWanted);
    world.share(0, Event::LockSwitched);
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(world.sharing(0).lock, Lock::Open);
}

// L5
#[test]
fn another_passphrase_meanwhile_is_the_one_that_opens() {
    let mut world = locking();
    world.share(0, Event::LockWanted);
    world.share(0, Event::PassphraseWritten("andre".to_owned()));
    world.let_come(0, LOCKS, How::Late);
    world.share(0, Event::LockWanted);
    world.tell_late(0);
    assert_eq!(link(&world), Passable::LockFirst);
    world.let_come(0, LOCKS, How::Comes);
    assert_eq!(name_in_link(&world, "andre"), "");
}

#[test]
fn a_lock_that_fails_never_leaves_the_link_open() {
    let mut world = locking();
    world.share(0, Event::LockWanted);
    world.let_come(0, LOCKS, How::Fails);
    assert_eq!(link(&world), Passable::LockFirst);
}

/// A received link that was locked, unlocked and is passed on.
fn received() -> World {
    use crate::world::{PASSPHRASE, UNLOCKS};
    use forankring_session::screens::{self, reader};
    let mut world = World::at(Route::Share, &locked_of("Andres"));
    world.put("Egen");
    let typed = reader::Event::PassphraseWritten(PASSPHRASE.to_owned());
    world.screen(0, screens::Event::Reader(typed));
    world.screen(0, screens::Event::Reader(reader::Event::UnlockWanted));
    world.let_come(0, UNLOCKS, How::Comes);
    world
}

// B4
#[test]
fn a_lock_that_came_with_the_link_is_kept_unless_taken_off() {
    let mut world = received();
    assert_eq!(link(&world), Passable::Fragment(locked_of("Andres")));
    assert!(world.sharing(0).is_locked());
    world.share(0, Event::Switched(Part::Comments));
    assert_eq!(link(&world), Passable::LockFirst);
    world.share(0, Event::LockSwitched);
    assert_eq!(world.sharing(0).lock, Lock::Open);
}

// Found by chance: the received link stood there as the link of one's own result.
#[test]
fn what_was_chosen_for_one_assessment_holds_for_no_other() {
    let mut world = received();
    assert!(world.sharing(0).disclosed.has(Part::Names));
    world.follow(0, Route::Share, Place::Nothing);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Egen");
    assert_eq!(world.sharing(0).lock, Lock::Open);
    assert!(!world.sharing(0).disclosed.has(Part::Names));
}

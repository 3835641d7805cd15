//! A respondent: from an invitation to a reply, on her own device and on one that goes round.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Item, Level};
use forankring_core::keeping::StorageProblem;
use forankring_core::link::reply as reply_link;
use forankring_core::panel::{Invited, Reply};
use forankring_core::texts::key;
use forankring_session::desk::{Event as Did, Focus, Keeping, Origin, Saving, Session};
use forankring_session::replying::{Clearing, Event, Wrong};

use super::{Comes, Desk, Fails, Start, Step, check, played};
use crate::world::{
    COMMITS, FORGETS, How, LOADS, LOOKS, Leaving, Mode, World, invitation, invitation_link, page,
    rated,
};

pub fn at(fragment: &str) -> World {
    let mut world = World::at(Route::Reply, fragment);
    world.settle();
    world
}

pub fn invited() -> World {
    at(&invitation_link())
}

/// An item of her level.
pub fn own(n: usize) -> Item {
    Level::Executive.items()[n]
}

pub fn answers(world: &mut World, tab: usize, items: usize, step: u8) {
    for n in 0..items {
        world.change(tab, Action::AnswerChosen(own(n), rated(step)));
    }
}

/// Begins, answers the first so many items, and goes to the last screen.
pub fn answered(world: &mut World, tab: usize, items: usize) {
    world.reply(tab, Event::BeginWanted);
    answers(world, tab, items, 3);
    let place = world.open(tab).place(None);
    world.follow(tab, Route::Reply, place);
    world.settle();
}

/// Makes the link, and reads it.
pub fn sent(world: &mut World, tab: usize) -> Reply {
    world.reply(tab, Event::SendWanted);
    world.settle();
    let open = world.open(tab).assessment.clone();
    let ready = world.replying(tab).ready(&open).expect("a link is ready");
    let read = reply_link::decode(&ready.link).unwrap();
    assert_eq!(read.number, ready.number);
    read
}

pub fn fragment(world: &World) -> &str {
    &world.tabs[0].entry().fragment
}

#[test]
fn an_invitation_opens_something_new_and_says_so_at_once() {
    let start = Start::At(Route::Accessibility, "");
    let follow = Desk(Did::Followed(
        page(Route::Reply),
        Place::Link(invitation_link()),
    ));
    check(
        start,
        vec![follow],
        "AskBeforeLeaving false, Visit reply#i1.… with 0",
    );
    let world = invited();
    let told = world.replying(0).told.as_ref().unwrap();
    assert_eq!(
        (&told.invitation, told.link.as_str()),
        (&invitation(), fragment(&world))
    );
    let open = world.open(0);
    assert_eq!(open.origin, Origin::New(invitation().place()));
    assert_eq!(open.assessment.variant.count(), 6);
    assert_eq!(
        (open.saving, world.store.records.len()),
        (Saving::Untouched, 0)
    );
    assert_eq!(world.seen(0).place, Some(Place::Link(invitation_link())));
}

#[test]
fn whoever_begins_comes_to_the_first_item_and_is_kept_from_then_on() {
    let begin = Step::Reply(Event::BeginWanted);
    check(
        Start::Invited,
        vec![begin],
        "Push reply#N/executive.goal, Replace #N/executive.goal, Commit N 2, Wait 4000, \
         AskBeforeLeaving true, Focus question, FetchPart",
    );
    let mut world = invited();
    world.reply(0, Event::BeginWanted);
    world.settle();
    let kept = world.stored(&invitation().place()).expect("it is kept");
    let noted = Invited::of(&kept.parts).unwrap();
    assert_eq!(noted.link, invitation_link());
    assert!(noted.respondent.is_some() && noted.sending.is_none());
}

#[test]
fn enter_leads_through_her_items_and_then_to_the_last_screen() {
    let mut world = invited();
    world.reply(0, Event::BeginWanted);
    for _ in 0..6 {
        world.desk(0, Did::Pressed("4".to_owned()));
        world.desk(0, Did::Pressed("Enter".to_owned()));
    }
    assert_eq!(world.shown(0).answered(), 6);
    assert_eq!(
        world.seen(0).place,
        Some(Place::Kept(invitation().place(), None))
    );
    assert_eq!(world.focus(0), Some(Focus::Heading));
    // There a key means nothing.
    world.desk(0, Did::Pressed("1".to_owned()));
    assert_eq!(world.shown(0).entries.get(own(0)).answer, Some(rated(4)));
    // Back leads to the last item, with its question.
    world.go(0, -1, Leaving::Away);
    assert_eq!(world.seen(0).item(), own(5));
}

#[test]
fn the_same_invitation_goes_on_tomorrow_in_another_tab_and_after_a_crash() {
    let mut world = invited();
    world.reply(0, Event::BeginWanted);
    answers(&mut world, 0, 2, 3);
    world.settle();
    let respondent = Invited::of(&world.shown(0).parts).unwrap().respondent;
    // Another tab, with the same link.
    let tab = world.open_tab(Route::Reply, &invitation_link());
    world.settle();
    assert_eq!(world.shown(tab).answered(), 2);
    world.reply(tab, Event::BeginWanted);
    assert_eq!(world.seen(tab).item(), own(2));
    assert_eq!(
        Invited::of(&world.shown(tab).parts).unwrap().respondent,
        respondent
    );
    // After a crash, at the address of the item.
    let at = world.tabs[tab].entry().fragment.clone();
    world.crash(Route::Start);
    world.tabs.clear();
    world.open_tab(Route::Reply, &at);
    world.settle();
    assert_eq!(
        (world.shown(0).answered(), world.seen(0).item()),
        (2, own(2))
    );
    assert_eq!(
        world.replying(0).told.as_ref().unwrap().invitation,
        invitation()
    );
    // The bare id leads to the last screen.
    world.follow_to(0, Route::Reply, &invitation().place());
    assert_eq!(
        world.seen(0).place,
        Some(Place::Kept(invitation().place(), None))
    );
}

#[test]
fn what_another_tab_begins_is_seen_where_nobody_has_touched_it() {
    let mut world = invited();
    let tab = world.open_tab(Route::Reply, &invitation_link());
    world.settle();
    world.reply(0, Event::BeginWanted);
    world.settle();
    assert_eq!(world.open(tab).origin, Origin::Kept(invitation().place()));
    let one = |tab| Invited::of(&world.shown(tab).parts).unwrap().respondent;
    assert_eq!(one(0), one(tab));
}

#[test]
fn storage_that_refuses_is_told_at_once_and_the_reply_can_be_sent() {
    for mode in [Mode::Blocked, Mode::Full] {
        let mut world = World::at(Route::Reply, "");
        world.store.mode = mode;
        world.tabs.clear();
        world.open_tab(Route::Reply, &invitation_link());
        world.settle();
        if mode == Mode::Blocked {
            assert_eq!(world.saving(0), Saving::Failed(StorageProblem::Missing));
        }
        answered(&mut world, 0, 6);
        assert!(matches!(world.saving(0), Saving::Failed(_)), "{mode:?}");
        assert_eq!(sent(&mut world, 0).answered(), 6);
        // What cannot be kept goes along with the page.
        world.reload(0, Leaving::Written);
        world.settle();
        assert_eq!(world.shown(0).answered(), 6);
        world.store.mode = Mode::Works;
        world.desk(0, Did::RetryWanted);
        world.settle();
        assert_eq!(world.saving(0), Saving::Saved);
        assert_eq!(world.store.records.len(), 1);
    }
}

#[test]
fn what_stays_in_the_tab_is_sent_and_never_kept() {
    let mut world = invited();
    world.reply(0, Event::KeepingChosen(Keeping::Tab));
    answered(&mut world, 0, 6);
    assert_eq!(
        (world.saving(0), world.store.records.len()),
        (Saving::TabOnly, 0)
    );
    assert_eq!(sent(&mut world, 0).number, 1);
    world.reply(0, Event::ClearAsked);
    world.reply(0, Event::ClearConfirmed);
    world.settle();
    assert_eq!(world.replying(0).clearing, Clearing::Done);
    assert_eq!((fragment(&world), world.tabs[0].left.len()), ("", 0));
    world.hide(0);
    assert_eq!(world.tabs[0].left.len(), 0);
}

#[test]
fn nothing_is_left_on_a_device_that_is_cleared() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    let first = sent(&mut world, 0);
    let asked = Step::Reply(Event::ClearAsked);
    check(Start::Invited, vec![asked], "Focus slett-svar-ja");
    world.reply(0, Event::ClearConfirmed);
    assert!(
        !world.tabs[0].doc().log.iter().any(FORGETS),
        "it is asked first"
    );
    world.reply(0, Event::ClearAsked);
    world.reply(0, Event::ClearConfirmed);
    world.reply(0, Event::ClearConfirmed);
    world.settle();
    let id = invitation().place();
    assert_eq!((world.stored(&id), world.store.states.len()), (None, 0));
    assert_eq!(
        (fragment(&world), world.replying(0).told.clone()),
        ("", None)
    );
    assert_eq!(world.seen(0).session, Session::Nothing);
    assert_eq!(world.said(0).1, Some(key::REPLY_CLEARED));
    // Whoever opens the invitation next finds nothing, and is somebody else.
    world.follow(0, Route::Reply, Place::Link(invitation_link()));
    world.settle();
    assert_eq!(
        (world.shown(0).answered(), world.saving(0)),
        (0, Saving::Untouched)
    );
    answered(&mut world, 0, 6);
    assert_eq!(world.saving(0), Saving::Saved);
    let second = sent(&mut world, 0);
    assert_eq!(second.number, 1);
    assert_ne!(second.respondent, first.respondent);
}

#[test]
fn what_cannot_be_cleared_is_told_and_stays() {
    let steps = vec![
        Step::Reply(Event::BeginWanted),
        Comes(COMMITS),
        Step::Reply(Event::ClearAsked),
        Step::Reply(Event::ClearConfirmed),
        Fails(FORGETS),
    ];
    let world = played(Start::Invited, steps);
    assert_eq!(world.replying(0).clearing, Clearing::No);
    assert_eq!(world.said(0).1, Some(key::REPLY_CLEAR_FAILED));
    assert!(matches!(world.seen(0).session, Session::Open(_)));
}

#[test]
fn what_is_cleared_in_another_tab_is_said_and_comes_back_only_if_wanted() {
    let mut world = invited();
    answered(&mut world, 0, 6);
    let tab = world.open_tab(Route::Reply, &invitation_link());
    world.settle();
    world.reply(tab, Event::ClearAsked);
    world.reply(tab, Event::ClearConfirmed);
    world.settle();
    let gone = Saving::Failed(StorageProblem::Deleted);
    assert_eq!((world.saving(0), world.shown(0).answered()), (gone, 6));
    assert_eq!(sent(&mut world, 0).answered(), 6);
    assert_eq!(world.store.records.len(), 0);
    world.desk(0, Did::KeepWanted);
    world.settle();
    assert_eq!(
        (world.saving(0), world.store.records.len()),
        (Saving::Saved, 1)
    );
}

#[test]
fn what_is_told_late_of_what_is_kept_here_is_not_taken_for_another_invitation() {
    let mut world = World::at(Route::Reply, &invitation_link());
    assert!(world.let_come(0, LOADS, How::Comes));
    assert!(world.let_come(0, LOOKS, How::Late));
    world.follow(0, Route::Reply, Place::Nothing);
    world.tell_late(0);
    assert_eq!(world.replying(0).around.own, None);
    assert_eq!(world.replying(0).wrong, Some(Wrong::NoLink));
}

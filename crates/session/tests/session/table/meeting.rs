//! A machine that goes round: replies are gathered, and nobody is shown another's.

use forankring_core::address::{Place, Route};
use forankring_core::catalogue::Answer;
use forankring_core::link::reply as reply_link;
use forankring_core::panel::Reply;
use forankring_core::panel::invited::gathered;
use forankring_core::texts::key;
use forankring_session::desk::{Event as Did, Origin, Saving, Session};
use forankring_session::replying::{Event, Meeting};

use super::replying::{answers, fragment, invited, own};
use crate::world::{Leaving, Mode, World, invitation, invitation_link, rated};

/// Takes a seat, answers all with a step, and hands in.
fn takes_part(world: &mut World, step: u8) {
    world.reply(0, Event::BeginWanted);
    answers(world, 0, 6, step);
    let place = world.open(0).place(None);
    world.follow(0, Route::Reply, place);
    world.reply(0, Event::PassOnWanted);
    world.settle();
}

#[test]
fn a_meeting_gathers_replies_and_shows_nobody_the_one_before() {
    let mut world = invited();
    world.reply(0, Event::MeetingWanted);
    assert_eq!(world.replying(0).meeting, Meeting::On);
    for step in 1..=3 {
        takes_part(&mut world, step);
        assert_eq!(world.replying(0).around.gathered, usize::from(step));
        assert_eq!(world.said(0).1, Some(key::REPLY_PASSED_ON));
        assert_eq!(
            (world.shown(0).answered(), fragment(&world)),
            (0, &*invitation_link())
        );
        assert!(!world.open(0).history.can_undo());
        // Back, forth, and the page loaded anew.
        for _ in 0..3 {
            world.go(0, -1, Leaving::Away);
            world.settle();
            if let Session::Open(open) = &world.seen(0).session {
                assert_eq!(open.assessment.answered(), 0);
            }
        }
        world.reload(0, Leaving::Written);
        world.settle();
        if let Session::Open(open) = &world.seen(0).session {
            assert_eq!(open.assessment.answered(), 0);
        }
        assert!(world.tabs[0].left.is_empty());
        world.follow(0, Route::Reply, Place::Link(invitation_link()));
        world.settle();
        assert_eq!(world.replying(0).around.gathered, usize::from(step));
        world.reply(0, Event::MeetingWanted);
    }
    // Nothing but the list is kept, and no answer stands in it by itself.
    let list = world.stored(&invitation().meeting()).unwrap().clone();
    assert_eq!((world.store.records.len(), list.answered()), (1, 0));
    world.reply(0, Event::MeetingEnded);
    world.settle();
    assert_eq!(world.open(0).origin, Origin::Kept(invitation().meeting()));
    let links = gathered(&world.shown(0).parts);
    let replies: Vec<Reply> = links
        .iter()
        .map(|one| reply_link::decode(one).unwrap())
        .collect();
    let mut steps: Vec<_> = replies.iter().map(|one| one.answer(own(0))).collect();
    steps.sort_by_key(|answer| answer.and_then(Answer::step));
    assert_eq!(steps, [1, 2, 3].map(|step| Some(rated(step))));
    assert!(replies.iter().all(|one| one.number == 1));
}

#[test]
fn in_a_meeting_a_page_that_is_loaded_anew_keeps_only_what_is_being_answered() {
    let mut world = invited();
    world.reply(0, Event::MeetingWanted);
    world.reply(0, Event::BeginWanted);
    answers(&mut world, 0, 2, 4);
    world.reload(0, Leaving::Written);
    world.settle();
    assert_eq!(
        (world.shown(0).answered(), world.replying(0).meeting),
        (2, Meeting::On)
    );
    assert_eq!(
        (world.saving(0), world.store.records.len()),
        (Saving::TabOnly, 0)
    );
    // Whoever sits down with the invitation begins with nothing.
    world.follow(0, Route::Reply, Place::Link(invitation_link()));
    world.settle();
    world.reply(0, Event::MeetingWanted);
    assert_eq!(world.shown(0).answered(), 0);
}

#[test]
fn where_nothing_can_be_kept_no_meeting_is_held() {
    let mut world = World::at(Route::Reply, "");
    world.store.mode = Mode::Blocked;
    world.tabs.clear();
    world.open_tab(Route::Reply, &invitation_link());
    world.settle();
    world.reply(0, Event::MeetingWanted);
    assert_eq!(world.replying(0).meeting, Meeting::No);
    assert_eq!(world.said(0).1, Some(key::PROBLEM_STORAGE_MISSING));
}

#[test]
fn what_a_meeting_handed_in_waits_for_a_disk_that_is_full() {
    let mut world = invited();
    world.reply(0, Event::MeetingWanted);
    takes_part(&mut world, 2);
    world.store.mode = Mode::Full;
    takes_part(&mut world, 3);
    let list = invitation().meeting();
    let waits = |world: &World| {
        world
            .seen(0)
            .aside
            .iter()
            .any(|one| one.origin.id() == Some(&list))
    };
    assert!(waits(&world));
    world.reply(0, Event::MeetingEnded);
    world.settle();
    let shown = |world: &World| gathered(&world.shown(0).parts);
    assert_eq!(shown(&world).len(), 2, "what is kept, and what waits");
    world.store.mode = Mode::Works;
    world.desk(0, Did::RetryWanted);
    world.settle();
    assert_eq!((shown(&world).len(), world.saving(0)), (2, Saving::Saved));
}

#[test]
fn a_list_of_a_meeting_is_cleared_and_can_be_begun_anew() {
    let mut world = invited();
    world.reply(0, Event::MeetingWanted);
    takes_part(&mut world, 2);
    world.reply(0, Event::MeetingEnded);
    world.settle();
    world.reply(0, Event::ClearAsked);
    world.reply(0, Event::ClearConfirmed);
    world.settle();
    assert_eq!(
        (world.store.records.len(), world.store.states.len()),
        (0, 0)
    );
    world.follow(0, Route::Reply, Place::Link(invitation_link()));
    world.settle();
    assert_eq!(world.replying(0).around.gathered, 0);
    world.reply(0, Event::MeetingWanted);
    takes_part(&mut world, 4);
    let list = world.stored(&invitation().meeting()).unwrap();
    assert_eq!(gathered(&list.parts).len(), 1);
}

#[test]
fn a_meeting_in_which_nobody_answered_leads_back_to_the_invitation() {
    let mut world = invited();
    world.reply(0, Event::MeetingWanted);
    world.reply(0, Event::MeetingEnded);
    world.settle();
    assert_eq!(world.open(0).origin, Origin::New(invitation().place()));
    assert_eq!(
        (world.replying(0).meeting, world.store.records.len()),
        (Meeting::No, 0)
    );
}

//! What leads to a respondent's screen, and what does not.

use forankring_core::address::Route;
use forankring_core::catalogue::Level;
use forankring_core::link::{self, reply as reply_link};
use forankring_core::panel::Invited;
use forankring_session::Problem;
use forankring_session::desk::Session;
use forankring_session::replying::{Event, Wrong};

use super::replying::{answered, at, invited, sent};
use crate::world::{
    How, Leaving, UNPACKS, World, asking, blank, invitation, invitation_link, packed_link,
};

#[test]
fn what_is_none_of_an_invitation_says_what_it_is() {
    let result = crate::world::link_of("Mottatt");
    let reply = {
        let mut world = invited();
        answered(&mut world, 0, 1);
        reply_link::encode(&sent(&mut world, 0)).unwrap()
    };
    for (fragment, wrong) in [
        ("", Wrong::NoLink),
        ("innhold", Wrong::NoLink),
        (result.as_str(), Wrong::Result(result.clone())),
        (reply.as_str(), Wrong::Reply(reply.clone())),
    ] {
        let world = at(fragment);
        assert_eq!(world.replying(0).wrong, Some(wrong), "{fragment}");
        assert_eq!(world.seen(0).session, Session::Failed(Problem::Place));
    }
    let cut = &invitation_link()[..20];
    let world = at(cut);
    let damaged = Problem::Link(link::LinkProblem::Damaged);
    assert_eq!(world.seen(0).session, Session::Failed(damaged));
    let world = at("i2.AbcdefghijklmnopqrstuvwxyzAbcdef");
    let newer = Problem::Link(link::LinkProblem::Newer);
    assert_eq!(world.seen(0).session, Session::Failed(newer));
    // With the full stop of a sentence.
    let world = at(&format!("{}.", invitation_link()));
    assert_eq!(
        world.replying(0).told.as_ref().unwrap().link,
        invitation_link()
    );
}

#[test]
fn an_id_that_is_no_reply_here_says_so() {
    let world = at(invitation().place().as_str());
    assert_eq!(world.seen(0).session, Session::Failed(Problem::NotFound));
    let mut world = World::at(Route::Accessibility, "");
    let id = world.put("Ås");
    world.tabs.clear();
    world.open_tab(Route::Reply, id.as_str());
    world.settle();
    assert_eq!(world.seen(0).session, Session::Failed(Problem::Place));
    assert_eq!(world.stored(&id).unwrap().name.as_str(), "Ås");
}

#[test]
fn a_reply_is_no_result_and_leads_to_its_own_screen() {
    let mut world = invited();
    answered(&mut world, 0, 2);
    let id = invitation().place();
    for route in [
        Route::Result,
        Route::Answer,
        Route::Setup,
        Route::Plan,
        Route::Share,
    ] {
        let tab = world.open_tab(route, id.as_str());
        world.settle();
        assert_eq!(world.seen(tab).page.route, Route::Reply, "{route:?}");
        assert_eq!(world.shown(tab).answered(), 2);
    }
    // Nor is it what one goes on with.
    let tab = world.open_tab(Route::Answer, "");
    world.settle();
    assert_ne!(world.open(tab).origin.id(), Some(&id));
    assert_eq!(world.last, None);
}

#[test]
fn compressed_texts_are_read_by_what_is_fetched() {
    let mut world = World::at(Route::Reply, &packed_link());
    assert_eq!(world.seen(0).session, Session::Opening);
    assert!(world.let_come(0, UNPACKS, How::Fails));
    assert_eq!(world.replying(0).wrong, Some(Wrong::Unfetched));
    let mut world = at(&packed_link());
    let told = world.replying(0).told.clone().unwrap();
    assert_eq!(told.invitation.place(), invitation().place());
    world.reply(0, Event::BeginWanted);
    world.settle();
    // Also where the address names the answers.
    world.reload(0, Leaving::Gone);
    world.settle();
    assert_eq!(world.replying(0).told.as_ref(), Some(&told));
}

#[test]
fn an_invitation_that_was_changed_and_sent_anew_keeps_the_answers() {
    let mut world = invited();
    answered(&mut world, 0, 3);
    world.reply(0, Event::SeenWanted(Level::Operational));
    world.settle();
    let who = Invited::of(&world.shown(0).parts).unwrap().respondent;
    let tab = world.open_tab(Route::Reply, &packed_link());
    world.settle();
    world.reply(tab, Event::BeginWanted);
    world.settle();
    let noted = Invited::of(&world.shown(tab).parts).unwrap();
    assert_eq!((noted.link, noted.respondent), (packed_link(), who));
    assert_eq!(
        (
            world.shown(tab).answered(),
            world.shown(tab).variant.count()
        ),
        (3, 12)
    );
}

#[test]
fn whoever_asks_is_told_that_she_opened_her_own_invitation() {
    let mut world = World::at(Route::Accessibility, "");
    let own = asking();
    let kept = forankring_core::keeping::Kept::new(blank(), 1_000);
    world.store.records.insert(own.as_str().to_owned(), kept);
    world.tabs.clear();
    world.open_tab(Route::Reply, &invitation_link());
    world.settle();
    assert_eq!(world.replying(0).around.own, Some(own));
    answered(&mut world, 0, 6);
    assert_eq!(sent(&mut world, 0).answered(), 6);
}

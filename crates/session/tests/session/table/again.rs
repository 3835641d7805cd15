//! The assessment that follows, begun from the result.

use forankring_core::address::{Place, Route};
use forankring_core::assessment::{Action, Note};
use forankring_core::plan::{Field, Plan};
use forankring_core::series::Sequel;
use forankring_session::desk::{Event as Did, Saving};
use forankring_session::screens::reader::Event as Reads;
use forankring_session::screens::status::Event as OnStatus;
use forankring_session::screens::{Command as Asked, Event as OnScreen};

use super::Start::{Kept as IsKept, Link};
use super::{Comes, Desk, Fails, On, Step, Time, check, kept, played};
use crate::world::{Command, Meant, Mode, World, page};

const AT: super::Start = IsKept(Route::Result);
const FETCHES: Meant = |one| matches!(one, Command::Screen(Asked::FetchAgain(_)));

fn wanted() -> Step {
    On(OnScreen::Reader(Reads::AgainWanted))
}

fn route(world: &World) -> Route {
    world.seen(0).page.route
}

#[test]
fn it_is_begun_in_one_step_and_goes_along() {
    check(AT, vec![wanted()], "Wait 4000, FetchAgain");
    check(AT, vec![wanted(), wanted()], "");
    let mut world = played(AT, vec![wanted(), Comes(FETCHES)]);
    assert_eq!(route(&world), Route::Setup);
    let sequel = Sequel::of(&world.shown(0).parts).unwrap();
    assert_eq!((sequel.series, sequel.follows), (kept(), kept()));
    world.settle();
    assert_eq!(world.saving(0), Saving::Saved);
    assert_eq!(world.store.records.len(), 2);
}

#[test]
fn what_hinders_it_leads_to_the_status() {
    for last in [Fails(FETCHES), Time] {
        let mut world = played(AT, vec![wanted(), last]);
        world.settle();
        assert_eq!(route(&world), Route::Status);
        assert_eq!(world.store.records.len(), 1);
        assert_eq!(world.id(0), kept());
    }
    // There is a later one already.
    let mut world = played(IsKept(Route::Status), Vec::new());
    world.screen(0, OnScreen::Status(OnStatus::AgainWanted(kept())));
    world.settle();
    let later = world.id(0);
    world.follow_to(0, Route::Result, &kept());
    world.settle();
    world.screen(0, OnScreen::Reader(Reads::AgainWanted));
    world.settle();
    assert_eq!((route(&world), world.id(0)), (Route::Status, kept()));
    // From the later one, one more is begun.
    world.follow_to(0, Route::Result, &later);
    world.settle();
    world.screen(0, OnScreen::Reader(Reads::AgainWanted));
    world.settle();
    let sequel = Sequel::of(&world.shown(0).parts).unwrap();
    assert_eq!((sequel.series, sequel.follows), (kept(), later));
    assert_eq!(world.store.records.len(), 3);
}

#[test]
fn a_late_answer_begins_nothing_elsewhere() {
    let away = || Desk(Did::Followed(page(Route::Result), Place::Sample));
    let back = || {
        Desk(Did::Followed(
            page(Route::Result),
            Place::Kept(kept(), None),
        ))
    };
    let world = played(AT, vec![wanted(), away(), Comes(FETCHES)]);
    assert_eq!(route(&world), Route::Result);
    let mut world = played(AT, vec![wanted(), away(), back(), Comes(FETCHES)]);
    world.settle();
    assert_eq!((route(&world), world.id(0)), (Route::Result, kept()));
    // What came in a link is followed by nothing.
    let world = played(Link(Route::Result), vec![wanted(), Comes(FETCHES)]);
    assert_eq!(route(&world), Route::Result);
    assert_eq!(world.store.records.len(), 0);
}

#[test]
fn a_second_click_leads_to_the_same() {
    for mode in [Mode::Works, Mode::Full] {
        let mut world = played(AT, Vec::new());
        world.store.mode = mode;
        world.screen(0, OnScreen::Reader(Reads::AgainWanted));
        world.settle();
        let id = world.id(0);
        assert_ne!(id, kept());
        world.go(0, -1, crate::world::Leaving::Away);
        world.settle();
        world.screen(0, OnScreen::Reader(Reads::AgainWanted));
        world.settle();
        assert_eq!(world.id(0), id);
    }
}

#[test]
fn what_does_not_fit_is_told_and_nothing_is_begun() {
    use forankring_core::address::Id;
    let widest = Note::parse(&"a".repeat(Note::LIMIT)).unwrap();
    let fill = |n: u32, text: &Note| {
        let [a, b, c, d] = n.to_be_bytes();
        let id = Id::from_bytes([9, 9, 9, 9, 9, 9, a, b, c, d]);
        let key = Field::Text.key(&id).unwrap();
        Desk(Did::Changed(Action::PartWritten(key, text.clone())))
    };
    let mut full: Vec<Step> = (0..490).map(|n| fill(n, &widest)).collect();
    full.push(fill(490, &Note::parse(&"a".repeat(300)).unwrap()));
    let steps: Vec<Step> = full.into_iter().chain([wanted(), Comes(FETCHES)]).collect();
    let mut world = played(AT, steps);
    assert_eq!(route(&world), Route::Status);
    world.settle();
    world.screen(0, OnScreen::Status(OnStatus::AgainWanted(kept())));
    world.settle();
    assert_eq!(route(&world), Route::Status);
    assert!(world.said(0).1.is_some());
    assert_eq!(world.store.records.len(), 1);
    // With a text shorter there is room.
    let key = Field::Text.key(&Id::from_bytes([9, 9, 9, 9, 9, 9, 0, 0, 0, 1]));
    world.desk(
        0,
        Did::Changed(Action::PartWritten(key.unwrap(), Note::default())),
    );
    world.screen(0, OnScreen::Status(OnStatus::AgainWanted(kept())));
    world.settle();
    assert_eq!(route(&world), Route::Setup);
    assert_eq!(Plan::of(&world.shown(0).parts).measures.len(), 490);
}

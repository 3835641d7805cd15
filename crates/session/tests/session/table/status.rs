//! The status screen: what is read for it, and the assessment that follows.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Action, Note};
use forankring_core::catalogue::{Item, Level};
use forankring_core::keeping::StorageProblem;
use forankring_core::plan::{Field, Plan};
use forankring_core::series::{Sequel, series_of};
use forankring_session::desk::{Event as Did, Keeping, Origin, Saving};
use forankring_session::screens::series::Others;
use forankring_session::screens::status::{Event, State};
use forankring_session::screens::{self as on, Screen, shelf};

use super::Start::{At, Kept as IsKept, Link};
use super::{Comes, Desk, Fails, On, Step, Time, check, kept, played};
use crate::world::{Mode, SERIES, World, page, rated};

const AT: super::Start = IsKept(Route::Status);

fn again() -> Step {
    On(on::Event::Status(Event::AgainWanted(kept())))
}

fn did(action: Action) -> Step {
    Desk(Did::Changed(action))
}

fn measure(n: u8, status: &str) -> Vec<Step> {
    let id = Id::from_bytes([n; 10]);
    let fields = [(Field::Text, "Spør"), (Field::Status, status)];
    let written = fields.map(|(field, text)| {
        let key = field.key(&id).unwrap();
        did(Action::PartWritten(key, Note::parse(text).unwrap()))
    });
    written.into()
}

/// An answer, a target, a measure that is under way and one that is done.
fn worked_on() -> Vec<Step> {
    let mut steps = vec![
        did(Action::AnswerChosen(Item::FIRST, rated(2))),
        did(Action::TargetChosen(Level::Political, None)),
    ];
    steps.extend(measure(1, "underway"));
    steps.extend(measure(2, "done"));
    steps
}

fn own(world: &World) -> &State {
    match world.screen_of(0) {
        Screen::Status(screen) => screen,
        other => panic!("not the status: {other:?}"),
    }
}

#[test]
fn what_is_kept_is_read_for_what_is_worked_on() {
    let followed = |place| Desk(Did::Followed(page(Route::Status), place));
    let away = || Desk(Did::Followed(page(Route::Plan), Place::Kept(kept(), None)));
    check(
        AT,
        vec![away(), followed(Place::Kept(kept(), None))],
        "Push status#A, Replace #A, Focus h1, Title status of Ås, Wait 4000, Series",
    );
    // Nothing of what came in a link; and nothing is begun from it.
    check(Link(Route::Status), vec![again()], "");
    check(At(Route::Status, ""), vec![again()], "");
    let world = played(Link(Route::Status), vec![again()]);
    assert_eq!(own(&world).others, Others::Unknown);
}

#[test]
fn reading_that_fails_or_lasts_is_known() {
    let read_again = || Desk(Did::Heard(forankring_session::desk::Told::Changed));
    let world = played(AT, vec![read_again(), Fails(SERIES)]);
    let missing = Others::Failed(StorageProblem::Missing, Vec::new());
    assert_eq!(own(&world).others, missing);
    let world = played(
        AT,
        vec![read_again(), Fails(SERIES), read_again(), Comes(SERIES)],
    );
    assert_eq!(own(&world).others, Others::Read(Vec::new()));
    // What was read stays where reading anew lasts.
    let world = played(AT, vec![read_again(), Time]);
    assert_eq!(own(&world).others, Others::Read(Vec::new()));
}

#[test]
fn the_next_one_goes_along_to_the_page_that_asks() {
    let mut world = played(AT, worked_on());
    world.settle();
    let earlier = world.stored(&kept()).unwrap().clone();
    world.screen(0, on::Event::Status(Event::AgainWanted(kept())));
    let open = world.open(0);
    assert_eq!(world.seen(0).page.route, Route::Setup);
    assert!(matches!(open.origin, Origin::New(_)));
    assert_eq!(open.assessment.answered(), 0);
    assert_eq!(open.assessment.name.as_str(), "Ås");
    let rows = Plan::of(&open.assessment.parts).measures;
    assert_eq!(rows.len(), 1);
    assert_eq!(rows[0].id, Id::from_bytes([1; 10]));
    let sequel = Sequel::of(&open.assessment.parts).unwrap();
    assert_eq!((sequel.series, sequel.follows), (kept(), kept()));
    // It is written, and the earlier one stands as it stood.
    world.settle();
    let id = world.id(0);
    assert_eq!(world.saving(0), Saving::Saved);
    assert_eq!(world.stored(&kept()), Some(&earlier));
    assert_eq!(world.stored(&id), Some(world.shown(0)));
    assert_eq!(Plan::of(&earlier.parts).measures.len(), 2);
}

#[test]
fn what_is_not_written_yet_of_the_earlier_one_is_written_all_the_same() {
    let mut steps = worked_on();
    steps.push(again());
    let mut world = played(AT, steps);
    world.settle();
    assert_eq!(world.shown(0).answered(), 0);
    assert_eq!(Plan::of(&world.shown(0).parts).measures.len(), 1);
    let earlier = world.stored(&kept()).unwrap();
    assert_eq!(earlier.answered(), 1);
    assert_eq!(Plan::of(&earlier.parts).measures.len(), 2);
}

#[test]
fn an_impatient_second_click_begins_no_other() {
    let mut world = played(AT, Vec::new());
    let again = || on::Event::Status(Event::AgainWanted(kept()));
    world.screen(0, again());
    world.settle();
    let id = world.id(0);
    // Back on the page that was left, which the browser had put away whole.
    world.go(0, -1, crate::world::Leaving::Away);
    world.settle();
    world.screen(0, again());
    world.settle();
    assert_eq!(world.id(0), id);
    assert_eq!(world.store.records.len(), 2);
}

#[test]
fn where_nothing_can_be_written_it_stays_in_the_tab() {
    let mut world = played(AT, Vec::new());
    world.store.mode = Mode::Full;
    world.screen(0, on::Event::Status(Event::AgainWanted(kept())));
    world.settle();
    assert!(matches!(world.saving(0), Saving::Failed(_)));
    assert!(Sequel::of(&world.shown(0).parts).is_some());
    let id = world.id(0);
    // Its status knows the one that is kept, and is held against it.
    world.follow(0, Route::Status, Place::Nothing);
    world.settle();
    assert_eq!(world.id(0), id);
    let standing = own(&world).standing(&id, world.shown(0));
    assert_eq!(standing.before.map(|one| one.id.clone()), Some(kept()));
}

#[test]
fn what_is_to_be_kept_nowhere_begins_what_is_kept_nowhere() {
    let mut world = World::at(Route::Setup, "");
    world.settle();
    world.desk(0, Did::KeepingChosen(Keeping::Tab));
    world.name(0, "Bare her");
    world.follow(0, Route::Status, Place::Nothing);
    world.settle();
    let earlier = world.id(0);
    assert_eq!(world.saving(0), Saving::TabOnly);
    world.screen(0, on::Event::Status(Event::AgainWanted(earlier.clone())));
    world.settle();
    assert_eq!(world.saving(0), Saving::TabOnly);
    assert_eq!(world.shown(0).name.as_str(), "Bare her");
    assert_eq!(series_of(&world.id(0), &world.shown(0).parts), earlier);
    assert_eq!(world.store.records.len(), 0);
    let id = world.id(0);
    world.follow(0, Route::Status, Place::Nothing);
    world.settle();
    assert_eq!(world.id(0), id);
    let standing = own(&world).standing(&id, world.shown(0));
    assert_eq!(standing.before.map(|one| one.id.clone()), Some(earlier));
}

/// The ids of three that follow each other, each begun from the one before.
fn three(world: &mut World) -> [Id; 3] {
    let mut ids = vec![kept()];
    for _ in 0..2 {
        let last = ids.last().unwrap().clone();
        world.follow_to(0, Route::Status, &last);
        world.settle();
        world.screen(0, on::Event::Status(Event::AgainWanted(last)));
        world.settle();
        ids.push(world.id(0));
    }
    ids.try_into().unwrap()
}

fn status_of(world: &mut World, id: &Id) -> (Option<Id>, usize, Option<Id>, bool) {
    world.follow_to(0, Route::Plan, id);
    world.follow_to(0, Route::Status, id);
    world.settle();
    let found = own(world).standing(id, world.shown(0));
    let named = |one: Option<&on::series::Member>| one.map(|one| one.id.clone());
    (
        named(found.before),
        found.earlier.len(),
        named(found.latest),
        found.misses,
    )
}

#[test]
fn each_is_held_against_the_one_before_it_and_knows_the_latest() {
    let mut world = played(AT, Vec::new());
    let [a, b, c] = three(&mut world);
    assert_eq!(status_of(&mut world, &a), (None, 0, Some(c.clone()), false));
    assert_eq!(
        status_of(&mut world, &b),
        (Some(a.clone()), 1, Some(c.clone()), false)
    );
    assert_eq!(status_of(&mut world, &c), (Some(b.clone()), 2, None, false));
    // The one in between is gone: the one before it counts, and that one is missed.
    world.store.records.remove(b.as_str());
    assert_eq!(status_of(&mut world, &c), (Some(a.clone()), 1, None, true));
    world.store.records.remove(a.as_str());
    assert_eq!(status_of(&mut world, &c), (None, 0, None, true));
}

#[test]
fn what_is_in_the_bin_is_not_there() {
    let mut world = played(AT, Vec::new());
    let [a, b, _] = three(&mut world);
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    world.screen(0, on::Event::Shelf(shelf::Event::Binned(a)));
    world.settle();
    assert_eq!(status_of(&mut world, &b).0, None);
}

#[test]
fn a_copy_follows_nothing() {
    let mut world = played(AT, Vec::new());
    let [_, b, _] = three(&mut world);
    world.follow(0, Route::Start, Place::Nothing);
    world.settle();
    let name = forankring_core::assessment::Name::parse("Kopi").unwrap();
    world.screen(0, on::Event::Shelf(shelf::Event::CopyWanted(b, name)));
    world.settle();
    let copies = world.store.records.values();
    let mut copies = copies.filter(|kept| kept.assessment.name.as_str() == "Kopi");
    let copy = copies.next().expect("it was copied");
    assert_eq!(Sequel::of(&copy.assessment.parts), None);
}

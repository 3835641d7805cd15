//! The one who is responsible for measures: from the link that asks to the link that reports.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Name, Note};
use forankring_core::keeping::StorageProblem;
use forankring_core::link::{self, LinkProblem, assignment, report};
use forankring_core::panel::Tag;
use forankring_core::plan::Status;
use forankring_core::plan::draft::{DraftCell, draft_id, is_draft};
use forankring_core::plan::report::{Assigned, Assignment, Report};
use forankring_core::texts::key;
use forankring_session::Problem;
use forankring_session::desk::{self, Saving, Session};
use forankring_session::screens as on;
use forankring_session::screens::planning;
use forankring_session::screens::reporting::asked::Wrong;
use forankring_session::screens::reporting::{Event, State};

use super::planning::own;
use crate::world::{Command, How, Leaving, Meant, Mode, World};

pub(super) const ASKS: Meant = |one| matches!(one, Command::Screen(on::Command::Report(..)));

fn measure(n: u8) -> Tag {
    Tag::of(&Id::from_bytes([n; 10]))
}

fn asked() -> Assignment {
    let one = |n: u8, text: &str| Assigned {
        measure: measure(n),
        text: Note::parse(text).unwrap(),
        deadline: None,
        status: Status::NotStarted,
    };
    Assignment {
        tag: Tag::from_bytes([7; 5]),
        last: None,
        name: Name::parse("Ås").unwrap(),
        message: Default::default(),
        mail: None,
        responsible: Note::parse("Innkjøpssjefen").unwrap(),
        measures: vec![one(1, "Spør tre kommuner"), one(2, "Lær opp ti")],
    }
}

fn link() -> String {
    assignment::encode(&asked()).unwrap()
}

fn at(fragment: &str) -> World {
    let mut world = World::at(Route::Plan, fragment);
    world.settle();
    world
}

fn does(world: &mut World, tab: usize, event: Event) {
    world.screen(tab, on::Event::Plan(planning::Event::Report(event)));
}

fn says(world: &mut World, n: u8, cell: DraftCell, text: &str) {
    does(world, 0, Event::Said(measure(n), cell, text.to_owned()));
}

fn state(world: &World) -> &State {
    &own(world).reporting
}

fn sent(world: &mut World) -> Report {
    does(world, 0, Event::SendWanted);
    world.settle();
    let ready = state(world).asked.ready(world.seen(0)).expect("a link");
    report::decode(&ready.link).unwrap()
}

#[test]
fn what_is_said_is_kept_and_sent() {
    let mut world = at(&link());
    let id = draft_id(&link());
    assert_eq!(world.seen(0).open_id(), Some(&id));
    // Nothing is kept before something is said.
    assert!(world.store.kept(&id).is_none());
    does(&mut world, 0, Event::SendWanted);
    assert_eq!(
        state(&world).asked.receipt.as_ref().map(|one| one.key),
        Some(key::REPORTING_NOTHING)
    );
    says(&mut world, 1, DraftCell::Status, Status::UnderWay.id());
    says(&mut world, 1, DraftCell::Note, "To har svart.");
    world.settle();
    let kept = world.store.kept(&id).unwrap();
    assert!(is_draft(&kept.assessment) && kept.assessment.is_asked_for());
    let first = sent(&mut world);
    assert_eq!((first.tag, first.number), (asked().tag, 1));
    let [said] = &first.measures[..] else {
        panic!("{first:?}")
    };
    assert_eq!(said.measure, measure(1));
    assert_eq!(said.status, Some(Status::UnderWay));
    assert_eq!(said.note.as_str(), "To har svart.");
    // The same again is the same; something else counts instead.
    assert_eq!(sent(&mut world), first);
    says(&mut world, 2, DraftCell::Status, Status::Done.id());
    let second = sent(&mut world);
    assert_eq!((second.number, second.measures.len()), (2, 2));
    assert_eq!(second.respondent, first.respondent);
}

#[test]
fn it_is_found_again_by_the_link_after_a_crash_and_from_the_list() {
    let mut world = at(&link());
    says(&mut world, 2, DraftCell::Note, "Fem er ferdige.");
    world.settle();
    let id = draft_id(&link());
    for place in [link(), id.as_str().to_owned()] {
        world.tabs.clear();
        world.open_tab(Route::Plan, &place);
        world.settle();
        assert_eq!(world.seen(0).open_id(), Some(&id), "{place}");
        let told = state(&world).asked.told.clone().expect("what is asked");
        let said = told.assignment.said(&world.open(0).assessment.parts);
        assert_eq!(said[1].note.as_str(), "Fem er ferdige.", "{place}");
    }
    // It is no assessment of her own: other screens lead to it.
    world.tabs.clear();
    world.open_tab(Route::Result, id.as_str());
    world.settle();
    assert_eq!(world.seen(0).page.route, Route::Plan);
    assert_eq!(world.seen(0).open_id(), Some(&id));
    // And it is never what one goes on with.
    assert_eq!(world.store.last_unfinished(), Ok(None));
}

#[test]
fn another_tab_that_nobody_has_touched_shows_what_was_begun() {
    let mut world = at(&link());
    let other = world.open_tab(Route::Plan, &link());
    world.settle();
    says(&mut world, 1, DraftCell::Note, "Begynt her.");
    world.settle();
    let shown = asked().said(&world.open(other).assessment.parts);
    assert_eq!(shown[0].note.as_str(), "Begynt her.");
    // Both write, and neither loses anything.
    let there = Event::Said(measure(2), DraftCell::Note, "Og her.".to_owned());
    does(&mut world, other, there);
    world.settle();
    let kept = world.store.kept(&draft_id(&link())).unwrap();
    let said = asked().said(&kept.assessment.parts);
    let notes = said.iter().map(|one| one.note.as_str());
    assert_eq!(notes.collect::<Vec<_>>(), ["Begynt her.", "Og her."]);
}

#[test]
fn what_is_too_long_stays_as_it_was_written() {
    let mut world = at(&link());
    says(&mut world, 1, DraftCell::Note, "kort");
    let long = "a".repeat(2001);
    says(&mut world, 1, DraftCell::Note, &long);
    let place = DraftCell::Note
        .key(measure(1))
        .map(desk::Field::Part)
        .unwrap();
    assert_eq!(world.seen(0).overlong(&place), Some(long.as_str()));
    world.settle();
    let told = state(&world).asked.told.clone().unwrap();
    let said = told.assignment.said(&world.open(0).assessment.parts);
    assert_eq!(said[0].note.as_str(), "kort");
}

#[test]
fn where_nothing_can_be_kept_that_is_said_and_it_can_be_sent() {
    let mut world = World::at(Route::Plan, &link());
    world.store.mode = Mode::Blocked;
    world.settle();
    assert!(matches!(
        world.open(0).saving,
        Saving::Failed(StorageProblem::Missing)
    ));
    says(&mut world, 1, DraftCell::Status, Status::Done.id());
    assert_eq!(sent(&mut world).measures.len(), 1);
}

#[test]
fn a_link_that_cannot_be_read_says_why() {
    let cut = &link()[..30];
    for (fragment, wrong) in [
        (cut, Wrong::Link(LinkProblem::Damaged)),
        (
            "o2.AbcdefghijklmnopqrstuvwxyzAbcdef",
            Wrong::Link(LinkProblem::Newer),
        ),
    ] {
        let world = at(fragment);
        assert_eq!(state(&world).asked.wrong, Some(wrong), "{fragment}");
        assert!(matches!(
            world.seen(0).session,
            Session::Failed(Problem::Link(_))
        ));
    }
    let mut world = World::at(Route::Plan, &link());
    assert!(world.let_come(0, ASKS, How::Fails));
    world.settle();
    assert_eq!(state(&world).asked.wrong, Some(Wrong::Unfetched));
}

#[test]
fn another_link_is_another_report() {
    let mut world = at(&link());
    says(&mut world, 1, DraftCell::Status, Status::Done.id());
    world.settle();
    let mut other = asked();
    other.measures.remove(1);
    let other = link::assignment::encode(&other).unwrap();
    world.follow(0, Route::Plan, Place::Link(other.clone()));
    world.settle();
    assert_eq!(world.seen(0).open_id(), Some(&draft_id(&other)));
    let told = state(&world).asked.told.clone().unwrap();
    assert!(told.assignment.said(&world.open(0).assessment.parts)[0].is_empty());
    world.go(0, 0, Leaving::Gone);
    assert_eq!(world.store.all().unwrap().len(), 1);
}

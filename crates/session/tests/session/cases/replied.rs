//! What others replied goes along in back-ups, and comes back from them.

use forankring_core::address::{Id, Route};
use forankring_core::assessment::{Entry, Medians};
use forankring_core::catalogue::{Answer, Item, Level, PerItem};
use forankring_core::link::reply::encode;
use forankring_core::panel::{Deed, Reply, Respondent, Round, Sent, Tag};
use forankring_session::screens::{self, intake, shelf};

use crate::world::World;

/// A reply to the political level, with the same answer to every item.
fn reply(of: &Id, who: u8, answer: &str) -> (String, Reply) {
    let entries = PerItem::from_fn(|item: Item| Entry {
        answer: Answer::parse(answer).filter(|_| item.level == Level::Political),
        ..Entry::default()
    });
    let about = (Tag::of(of), Round::FIRST, Level::Political);
    let from = (
        Respondent::from_bytes([who; 5]),
        1,
        Sent::from_seconds(850_000_000),
    );
    let reply = Reply::new(about, from, &entries);
    let link = encode(&reply).unwrap();
    (link, reply)
}

fn replied(world: &mut World, id: &Id, replies: &[(u8, &str)]) {
    let rows = replies.iter().map(|(who, answer)| reply(id, *who, answer));
    let (deed, at) = (Deed::TakeIn(rows.collect()), world.stamp().at);
    world.store.do_to_replies(id, &deed, at).unwrap().unwrap();
}

/// A browser that keeps an assessment with three replies, and a back-up of it.
fn backed_up() -> (World, Id, String) {
    let mut world = World::at(Route::Answer, "ny");
    world.settle();
    world.answer(0, 0, 4);
    world.settle();
    let id = Id::parse(world.store.records.keys().next().unwrap()).unwrap();
    replied(&mut world, &id, &[(1, "2"), (2, "3"), (3, "3")]);
    let mut other = World::at(Route::Start, "");
    other.store = world.store.clone();
    other.shelf_event(0, shelf::Event::BackupWanted);
    other.settle();
    let text = other.saved.pop().unwrap();
    (world, id, text)
}

/// Opens a file where it is taken in.
fn opened(world: &mut World, text: &str) {
    world.chosen = text.to_owned();
    let intake = screens::Event::Intake;
    world.screen(0, intake(intake::Event::Chosen("kopifil")));
    world.settle();
    world.screen(0, intake(intake::Event::TakeWanted));
    world.settle();
}

fn medians(world: &World, id: &Id) -> String {
    Medians::of(&world.store.kept(id).unwrap().assessment.parts).write()
}

#[test]
fn what_others_replied_comes_back_from_a_back_up() {
    let (before, id, text) = backed_up();
    let mut world = World::at(Route::Privacy, "");
    world.settle();
    opened(&mut world, &text);
    assert_eq!(world.store.replies(&id), before.store.replies(&id));
    assert_eq!(medians(&world, &id), "3:333333;;");
    let states = world.store.states(&id).unwrap().len();
    // Once more: the very same, and nothing is written.
    opened(&mut world, &text);
    assert_eq!(world.store.replies(&id), before.store.replies(&id));
    assert_eq!(world.store.states(&id).unwrap().len(), states);
}

#[test]
fn replies_that_came_since_stay_and_one_that_is_lost_comes_back() {
    let (before, id, text) = backed_up();
    let mut world = World::at(Route::Privacy, "");
    world.store = before.store.clone();
    world.settle();
    replied(&mut world, &id, &[(4, "5")]);
    opened(&mut world, &text);
    assert_eq!(world.store.replies(&id).unwrap().0.all().len(), 4);
    // The store of replies alone was lost, with the assessment as it was.
    let mut world = World::at(Route::Privacy, "");
    world.store = before.store.clone();
    world.store.replies.clear();
    world.settle();
    opened(&mut world, &text);
    assert_eq!(world.store.replies(&id), before.store.replies(&id));
}

//! Asking others: what each event asks for, late and twice, and what is kept of it.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Entry, Medians};
use forankring_core::catalogue::{Answer, Item, Level, PerItem, PerLevel};
use forankring_core::link::reply::encode;
use forankring_core::panel::rounds::Settings;
use forankring_core::panel::{Reply, Respondent, Round, Sent, Tag, Themes, Verdict};
use forankring_core::texts::key;
use forankring_session::Message;
use forankring_session::desk;
use forankring_session::screens::asking::{Event, Finding, Kept, State};
use forankring_session::screens::{Act, Command as Asked, Event as Did, Screen};

use super::Start::Kept as IsKept;
use super::{Comes, Desk, Fails, On, Step, Time, check, kept, played};
use crate::world::{Command, How, Leaving, Meant, Mode, World, page};

const DEEDS: Meant = |one| matches!(one, Command::Screen(Asked::DoToReplies(..)));
const READS: Meant = |one| matches!(one, Command::Screen(Asked::ReadReplies(..)));
pub(super) const COPIES: Meant = |one| matches!(one, Command::Screen(Asked::CopyInvitation(..)));
pub(super) const AT: super::Start = IsKept(Route::Ask);

pub(super) fn on(event: Event) -> Step {
    On(Did::Ask(event))
}

pub(super) fn all() -> Step {
    let all = PerLevel::from_fn(|_| Some(Themes::ALL));
    on(Event::RoundWanted(Box::new(all)))
}

pub(super) fn reply(of: &Id, who: u16, number: u8, answer: &str) -> Reply {
    let entries = PerItem::from_fn(|item: Item| Entry {
        answer: Answer::parse(answer).filter(|_| item.level == Level::Political),
        ..Entry::default()
    });
    let [a, b] = who.to_be_bytes();
    Reply::new(
        (Tag::of(of), Round::FIRST, Level::Political),
        (
            Respondent::from_bytes([a, b, 0, 0, 0]),
            number,
            Sent::from_seconds(850_000_000),
        ),
        &entries,
    )
}

pub(super) fn link(of: &Id, who: u16, number: u8, answer: &str) -> String {
    encode(&reply(of, who, number, answer)).unwrap()
}

pub(super) fn pasted(text: String) -> Vec<Step> {
    vec![on(Event::Written(text)), on(Event::ReadWanted)]
}

pub(super) fn three() -> String {
    let links = [(1, "2"), (2, "3"), (3, "3")];
    links
        .map(|(who, answer)| link(&kept(), who, 1, answer))
        .join(" og ")
}

pub(super) fn steps(parts: Vec<Vec<Step>>) -> Vec<Step> {
    parts.into_iter().flatten().collect()
}

/// A round is begun and three replies stand in the box, read.
fn found() -> Vec<Step> {
    steps(vec![vec![all()], pasted(three())])
}

/// The same, and they were taken in.
fn taken(more: Vec<Step>) -> Vec<Step> {
    let take = vec![on(Event::TakeWanted), Comes(DEEDS), Comes(READS)];
    steps(vec![found(), take, more])
}

pub(super) fn state(world: &World) -> &State {
    match world.tabs[0].doc().live.screen() {
        Some(Screen::Ask(screen) | Screen::Talk(screen)) => screen,
        other => panic!("another screen: {other:?}"),
    }
}

pub(super) fn finding(world: &World) -> &Finding {
    state(world)
        .collecting
        .finding
        .as_ref()
        .expect("something was found")
}

pub(super) fn verdicts(world: &World) -> Vec<Verdict> {
    finding(world)
        .judged
        .iter()
        .map(|one| one.verdict)
        .collect()
}

fn medians(world: &World) -> Medians {
    Medians::of(&world.store.kept(&kept()).unwrap().assessment.parts)
}

#[test]
fn replies_come_in_once_each_and_are_the_answers_of_their_level() {
    check(AT, found(), "Focus funnet");
    let taken_once = || steps(vec![found(), vec![on(Event::TakeWanted)]]);
    check(AT, taken_once(), "Wait 4000, DoToReplies A take in 3");
    // An impatient second click does nothing.
    check(
        AT,
        steps(vec![taken_once(), vec![on(Event::TakeWanted)]]),
        "",
    );
    let world = played(AT, taken(Vec::new()));
    assert_eq!(medians(&world).write(), "3:333333;;");
    assert_eq!(state(&world).collecting.finding, None);
    assert!(matches!(&state(&world).kept, Kept::Read(replies, 0) if replies.all().len() == 3));
    // The same again: nothing comes in.
    let world = played(AT, taken(pasted(three())));
    assert_eq!(verdicts(&world), [Verdict::Same; 3]);
    check(
        AT,
        taken(steps(vec![pasted(three()), vec![on(Event::TakeWanted)]])),
        "",
    );
}

#[test]
fn everything_is_taken_back_and_that_too() {
    let back = || vec![on(Event::BackWanted), Comes(DEEDS), Comes(READS)];
    let world = played(AT, taken(back()));
    assert_eq!(medians(&world), Medians::default());
    assert!(world.store.replies(&kept()).unwrap().0.is_empty());
    // What was taken back can be taken in anew, by pasting it or by taking that back.
    let world = played(AT, taken(steps(vec![back(), pasted(three())])));
    assert_eq!(verdicts(&world), [Verdict::New; 3]);
    let world = played(AT, taken(steps(vec![back(), back()])));
    assert_eq!(medians(&world).write(), "3:333333;;");
    // A reply that came in the place of another one gives it back.
    let other = || pasted(link(&kept(), 1, 2, "5"));
    let take = || vec![on(Event::TakeWanted), Comes(DEEDS), Comes(READS)];
    let world = played(AT, taken(steps(vec![other(), take()])));
    assert_eq!(medians(&world).write(), "3:333333;;");
    assert_eq!(world.store.replies(&kept()).unwrap().0.all().len(), 4);
    let world = played(AT, taken(steps(vec![other(), take(), back()])));
    assert_eq!(world.store.replies(&kept()).unwrap().0.all().len(), 3);
    let out = || on(Event::TurnWanted(link(&kept(), 1, 1, "2")));
    let turned = || vec![out(), Comes(DEEDS), Comes(READS)];
    let world = played(AT, taken(turned()));
    assert_eq!(medians(&world).write(), "2:333333;;");
    let world = played(AT, taken(steps(vec![turned(), pasted(three())])));
    assert!(verdicts(&world).contains(&Verdict::WasOut));
    for way in [back(), turned()] {
        let both = taken(steps(vec![turned(), way]));
        assert_eq!(medians(&played(AT, both)).write(), "3:333333;;");
    }
}

#[test]
fn what_fails_is_said_and_nothing_is_lost() {
    let failed = steps(vec![found(), vec![on(Event::TakeWanted), Fails(DEEDS)]]);
    let mut world = played(AT, failed);
    assert_eq!(medians(&world), Medians::default());
    assert_eq!(state(&world).collecting.text, three());
    assert_eq!(finding(&world).coming().count(), 3);
    assert!(state(&world).receipt.is_some());
    // There is room again.
    world.settle();
    world.screen(0, Did::Ask(Event::TakeWanted));
    world.store.mode = Mode::Full;
    world.let_come(0, DEEDS, How::Comes);
    let full = state(&world).receipt.as_ref().map(|receipt| receipt.key);
    assert_eq!(full, Some(key::PROBLEM_STORAGE_FULL));
    world.store.mode = Mode::Works;
    world.screen(0, Did::Ask(Event::TakeWanted));
    world.settle();
    assert_eq!(medians(&world).write(), "3:333333;;");
    // It takes long, is tried again, and both receipts come: it is done once.
    let again = vec![
        on(Event::TakeWanted),
        Time,
        on(Event::TakeWanted),
        Comes(DEEDS),
    ];
    let mut world = played(AT, steps(vec![found(), again]));
    assert!(world.let_come(0, DEEDS, How::Comes));
    assert_eq!(medians(&world).write(), "3:333333;;");
}

#[test]
fn many_come_in_portions_and_may_be_stopped_between_them() {
    let many = || {
        let links = (0..1200).map(|who| link(&kept(), who, 1, "4"));
        links.collect::<Vec<_>>().join("\n")
    };
    let begun = || {
        steps(vec![
            vec![all()],
            pasted(many()),
            vec![on(Event::TakeWanted)],
        ])
    };
    check(AT, begun(), "Wait 4000, DoToReplies A take in 500");
    let world = played(AT, steps(vec![begun(), vec![Comes(DEEDS)]]));
    assert_eq!(state(&world).progress(), Some((500, 1200)));
    let mut world = played(AT, begun());
    world.settle();
    assert_eq!(medians(&world).write(), "1200:444444;;");
    assert_eq!(state(&world).collecting.text, "");
    // All of it is taken back at once.
    world.screen(0, Did::Ask(Event::BackWanted));
    world.settle();
    assert_eq!(medians(&world), Medians::default());
    // Stopped: what is under way comes in, the rest stays where it was found.
    let mut world = played(
        AT,
        steps(vec![begun(), vec![Comes(DEEDS), on(Event::StopWanted)]]),
    );
    world.settle();
    assert_eq!(medians(&world).write(), "1000:444444;;");
    assert_eq!(finding(&world).coming().count(), 200);
    // One fails: what came before it is there and counts.
    let mut world = played(AT, steps(vec![begun(), vec![Comes(DEEDS), Fails(DEEDS)]]));
    world.settle();
    assert_eq!(medians(&world).write(), "500:444444;;");
    assert_eq!(finding(&world).coming().count(), 700);
}

#[test]
fn what_came_in_before_a_stop_or_a_failure_is_taken_back_and_counted() {
    let links = (0..1200).map(|who| link(&kept(), who, 1, "4"));
    let many = links.collect::<Vec<_>>().join("\n");
    let begun = || {
        let taken = vec![on(Event::TakeWanted), Comes(DEEDS)];
        steps(vec![vec![all()], pasted(many.clone()), taken])
    };
    for (then, came) in [(on(Event::StopWanted), 1000), (Fails(DEEDS), 500)] {
        let mut world = played(AT, steps(vec![begun(), vec![then]]));
        world.settle();
        world.screen(0, Did::Ask(Event::BackWanted));
        world.settle();
        assert_eq!(medians(&world), Medians::default(), "{came}");
        let told = state(&world).receipt.clone();
        assert_eq!(told, Some(Message::count(key::ASK_UNDONE, came)));
    }
    // Nothing came in: there is nothing to take back.
    let failed = vec![on(Event::TakeWanted), Fails(DEEDS)];
    let world = played(AT, steps(vec![vec![all()], pasted(many), failed]));
    assert_eq!(state(&world).back, None);
}

#[test]
fn a_receipt_is_heard_wherever_one_is_by_then() {
    let gone = |route| {
        let place = Place::Nothing;
        Desk(desk::Event::Followed(page(route), place))
    };
    // The other screen is in the same build.
    let left = steps(vec![
        found(),
        vec![on(Event::TakeWanted), gone(Route::Talk), Comes(DEEDS)],
    ]);
    check(AT, left, "Tell A, Load A, Wait 4000, ReadReplies A");
    let left = steps(vec![
        found(),
        vec![on(Event::TakeWanted), gone(Route::Talk)],
    ]);
    let mut world = played(AT, left);
    world.settle();
    assert_eq!(medians(&world).write(), "3:333333;;");
}

#[test]
fn what_is_deleted_meanwhile_takes_nothing_in() {
    let mut world = played(AT, steps(vec![found(), vec![on(Event::TakeWanted)]]));
    world.settle();
    let id = kept();
    assert_eq!(world.store.replies.len(), 1);
    world.screen(0, Did::Ask(Event::Written(link(&id, 7, 1, "1"))));
    world.screen(0, Did::Ask(Event::ReadWanted));
    world.screen(0, Did::Ask(Event::TakeWanted));
    let forget = Act::Forget(id.as_str().to_owned(), world.ms());
    world.store.act(&forget).unwrap();
    assert_eq!(world.store.replies.len(), 0);
    world.settle();
    assert_eq!(world.store.replies.len(), 0);
    let said = state(&world).receipt.as_ref().map(|receipt| receipt.key);
    assert_eq!(said, Some(key::PROBLEM_STORAGE_DELETED));
    assert_eq!(state(&world).collecting.text, link(&id, 7, 1, "1"));
}

#[test]
fn two_tabs_take_in_the_same_once() {
    let mut world = played(AT, found());
    world.settle();
    let other = world.open_tab(Route::Ask, kept().as_str());
    world.settle();
    for event in [Event::Written(three()), Event::ReadWanted] {
        world.screen(other, Did::Ask(event));
    }
    world.screen(0, Did::Ask(Event::TakeWanted));
    world.screen(other, Did::Ask(Event::TakeWanted));
    world.settle();
    assert_eq!(medians(&world).write(), "3:333333;;");
    assert_eq!(world.store.replies(&kept()).unwrap().0.all().len(), 3);
}

#[test]
fn going_back_in_time_leaves_what_others_were_asked_and_replied() {
    let mut world = played(AT, taken(Vec::new()));
    world.settle();
    let id = kept();
    let first = world.store.states(&id).unwrap().pop().unwrap();
    assert!(first.assessment.parts.is_empty());
    world.store.go_back(&id, first.assessment, 99_000).unwrap();
    assert_eq!(medians(&world).write(), "3:333333;;");
    let parts = &world.store.kept(&id).unwrap().assessment.parts;
    assert!(Settings::latest(parts).is_some());
    // A crash takes nothing of it.
    world.go(0, 0, Leaving::Gone);
    world.crash(Route::Ask);
    world.follow_to(0, Route::Ask, &id);
    world.settle();
    assert!(matches!(&state(&world).kept, Kept::Read(replies, 0) if replies.all().len() == 3));
}

#[test]
fn a_reply_that_comes_to_an_open_page_is_looked_at_too() {
    let mut world = World::at(Route::Accessibility, "");
    let ours = world.put("Ås");
    world.tabs.clear();
    world.open_tab(Route::Ask, ours.as_str());
    world.settle();
    let link = link(&ours, 1, 1, "4");
    let place = forankring_core::address::Place::Link(link);
    world.follow(0, Route::Ask, place);
    world.settle();
    assert_eq!(world.tabs[0].doc().live.desk().open_id(), Some(&ours));
    assert!(state(&world).collecting.finding.is_some());
}

//! A table that comes into the plan: nothing changes before somebody says so, and all of it
//! is one step back.

use forankring_core::address::{Id, Route};
use forankring_core::plan::table_in::{Choice, MEASURES_MAX, Target};
use forankring_core::plan::{Field, Plan, rich};
use forankring_core::texts::key;
use forankring_session::desk::{Event as Did, Turn};
use forankring_session::screens::planning::Event;
use forankring_session::screens::planning::table_in::{Event as In, Show, Stage, State};
use forankring_session::screens::{self as on, Command as Asked, Screen};

use super::Start::{Kept as IsKept, Link};
use super::{Comes, Desk, Fails, HoldsText, On, Step, check, play, played};
use crate::world::{COMMITS, Command, Meant, World};

const AT: super::Start = IsKept(Route::Plan);
const READS: Meant = |one| matches!(one, Command::Screen(Asked::ReadTable(..)));
const UNDERSTANDS: Meant = |one| matches!(one, Command::Screen(Asked::Understand(..)));
const COPIES: Meant = |one| matches!(one, Command::Screen(Asked::CopyTable(..)));

fn does(event: In) -> Step {
    On(on::Event::Plan(Event::TableIn(event)))
}

fn row(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

fn entered(field: Field, text: &str) -> Step {
    On(on::Event::Plan(Event::Entered(
        row(1),
        field,
        text.to_owned(),
    )))
}

/// Pasted, read and understood.
fn pasted(text: &str) -> Vec<Step> {
    let written = does(In::Written(text.to_owned()));
    let read = does(In::ReadWanted);
    vec![
        does(In::Turned),
        written,
        read,
        Comes(READS),
        Comes(UNDERSTANDS),
    ]
}

fn then(mut steps: Vec<Step>, more: Vec<Step>) -> Vec<Step> {
    steps.extend(more);
    steps
}

fn own(world: &World) -> &State {
    match world.screen_of(0) {
        Screen::Plan(screen) => &screen.table_in,
        other => panic!("not the plan: {other:?}"),
    }
}

fn texts(world: &World) -> Vec<String> {
    let plan = Plan::of(&world.open(0).assessment.parts);
    let texts = plan.standing().map(|one| one.text.as_str().to_owned());
    texts.collect()
}

const LIST: &str = "Tiltak;Frist\nRing;1.2.2050\nSpør;snart";

#[test]
fn a_table_is_read_shown_and_taken_in_as_one_deed() {
    check(AT, vec![does(In::Turned)], "Focus inn-tekst");
    check(
        AT,
        vec![does(In::Turned), does(In::Turned)],
        "Focus hent-inn",
    );
    let written = || does(In::Written(LIST.to_owned()));
    check(AT, vec![does(In::Turned), written()], "");
    let read = || vec![does(In::Turned), written(), does(In::ReadWanted)];
    let asked = format!("ReadTable Text({LIST:?})");
    check(AT, read(), &asked);
    check(AT, then(read(), vec![Comes(READS)]), "Understand 2");
    check(AT, pasted(LIST), "Focus inn-funn");
    // Nothing has changed so far.
    let world = played(AT, pasted(LIST));
    assert_eq!(texts(&world), [""; 0]);
    let Stage::Shown(shown) = &own(&world).stage else {
        panic!("{:?}", own(&world).stage);
    };
    let count = shown.understood.as_ref().unwrap().count;
    assert_eq!((count.comes, count.new, count.faulty), (1, 2, 1));
    let left = shown.understood.as_ref().unwrap().lines.iter();
    assert_eq!(left.filter(|one| Show::Left.has(one)).count(), 1);
    let take = || does(In::TakeWanted);
    let taken = then(pasted(LIST), vec![take()]);
    check(
        AT,
        taken,
        "Focus tiltak-liste, Commit A 3, Wait 4000, AskBeforeLeaving true",
    );
    // With what cannot be read left out, both come; all of it goes back in one step.
    let also = || {
        vec![
            does(In::AlsoTurned(Choice::Faulty)),
            Comes(UNDERSTANDS),
            take(),
        ]
    };
    let both = then(pasted(LIST), also());
    let world = played(AT, both);
    assert_eq!(texts(&world).len(), 2);
    assert_eq!(own(&world), &State::default());
    let back = Desk(Did::TurnedBack(Turn::Undo));
    let world = played(AT, then(then(pasted(LIST), also()), vec![back]));
    assert_eq!(texts(&world), [""; 0]);
    // Twice: it is taken in once.
    let twice = then(pasted(LIST), vec![take(), Comes(COMMITS), take()]);
    check(AT, twice, "");
}

#[test]
fn what_cannot_be_read_is_said_and_what_was_pasted_stays() {
    for (text, said) in [("", key::PLAN_IN_EMPTY), (";;\n;;", key::PLAN_IN_EMPTY)] {
        let mut steps = pasted(text);
        steps.pop();
        check(AT, steps, "Focus inn-tekst");
        let mut steps = pasted(text);
        steps.pop();
        let world = played(AT, steps);
        assert_eq!(own(&world).told.as_ref().unwrap().key, said);
        assert_eq!(own(&world).text, text);
        assert_eq!(own(&world).stage, Stage::Open);
    }
    let read = |how: Step| {
        let written = does(In::Written(LIST.to_owned()));
        played(
            AT,
            vec![does(In::Turned), written, does(In::ReadWanted), how],
        )
    };
    let world = read(Fails(READS));
    assert_eq!(
        own(&world).told.as_ref().unwrap().key,
        key::PLAN_IN_UNFETCHED
    );
    assert_eq!(own(&world).text, LIST);
    // A file.
    let workbook = HoldsText("PK\u{3}\u{4}".to_owned());
    let file = || does(In::Chosen("inn-fil"));
    let world = played(AT, vec![workbook, does(In::Turned), file(), Comes(READS)]);
    assert_eq!(
        own(&world).told.as_ref().unwrap().key,
        key::PLAN_IN_WORKBOOK
    );
    let good = HoldsText(LIST.to_owned());
    let steps = vec![
        good,
        does(In::Turned),
        file(),
        Comes(READS),
        Comes(UNDERSTANDS),
    ];
    check(AT, steps, "Focus inn-funn");
    // It was closed meanwhile: what comes late is not shown.
    let late = vec![does(In::Turned), file(), does(In::Turned), Comes(READS)];
    check(AT, late, "");
}

#[test]
fn columns_pages_and_what_is_shown() {
    let chosen = does(In::ColumnChosen(1, Some(Target::Of(Field::Contact))));
    check(AT, then(pasted(LIST), vec![chosen]), "Understand 2");
    let chosen = || does(In::ColumnChosen(1, Some(Target::Of(Field::Contact))));
    let world = played(AT, then(pasted(LIST), vec![chosen(), Comes(UNDERSTANDS)]));
    let Stage::Shown(shown) = &own(&world).stage else {
        panic!("{:?}", own(&world).stage);
    };
    assert_eq!(shown.understood.as_ref().unwrap().count.comes, 2);
    // What is not understood anew yet is not taken in.
    check(
        AT,
        then(pasted(LIST), vec![chosen(), does(In::TakeWanted)]),
        "",
    );
    let page = then(pasted(LIST), vec![does(In::PageChosen(1))]);
    check(AT, page, "Focus inn-linjer");
    check(
        AT,
        then(pasted(LIST), vec![does(In::ShowChosen(Show::Left))]),
        "",
    );
}

#[test]
fn a_plan_that_was_changed_meanwhile_is_looked_at_again() {
    let text = format!("Tiltak;Id\nSpør;{}", row(1).as_str());
    let begun = || then(vec![entered(Field::Text, "Ring")], pasted(&text));
    let changed = || entered(Field::Text, "Skriv");
    let take = || does(In::TakeWanted);
    let steps = || then(begun(), vec![changed(), take()]);
    check(AT, steps(), "Focus inn-funn, Understand 1");
    let world = played(AT, steps());
    assert_eq!(texts(&world), ["Skriv"]);
    assert_eq!(own(&world).told.as_ref().unwrap().key, key::PLAN_IN_CHANGED);
    let world = played(AT, then(steps(), vec![Comes(UNDERSTANDS), take()]));
    assert_eq!(texts(&world), ["Spør"]);
    // What came in a link takes nothing in.
    check(Link(Route::Plan), vec![does(In::Turned)], "");
}

#[test]
fn lines_come_in_or_stay_as_each_was_chosen() {
    let text = "Tiltak;Status\nSpør;gjort\nSkriv;gjort\nRing;gjort\n";
    let choose = |line, comes| vec![does(In::LineChosen(line, comes)), Comes(UNDERSTANDS)];
    let take = || vec![does(In::TakeWanted)];
    let world = played(AT, then(then(pasted(text), choose(3, false)), take()));
    assert_eq!(texts(&world), ["Spør", "Ring"]);
    // Chosen again, it comes; all of them left out, there is nothing to take.
    let back = then(choose(3, false), choose(3, true));
    let world = played(AT, then(then(pasted(text), back), take()));
    assert_eq!(texts(&world), ["Spør", "Skriv", "Ring"]);
    let none = (2..5).flat_map(|line| choose(line, false)).collect();
    check(AT, then(then(pasted(text), none), take()), "");
    // One that leaves the lines that are shown takes the keys along.
    let left = then(choose(3, false), vec![does(In::ShowChosen(Show::Left))]);
    let steps = then(
        then(pasted(text), left),
        vec![does(In::LineChosen(3, true))],
    );
    let (_, asked) = play(AT, steps);
    assert!(asked.contains("Focus inn-linjer"), "{asked}");
}

#[test]
fn a_thousand_measures_come_in_at_once() {
    let many: String = (0..10_000)
        .map(|n| format!("Tiltak nummer {n};gjort\n"))
        .collect();
    let text = format!("Tiltak;Status\n{many}");
    let world = played(
        AT,
        then(pasted(&text), vec![does(In::TakeWanted), Comes(COMMITS)]),
    );
    assert_eq!(texts(&world).len(), MEASURES_MAX);
}

#[test]
fn a_copied_table_says_how_it_was_copied() {
    let rows = [vec!["Tiltak".to_owned()], vec!["Ring".to_owned()]];
    let copy = || On(on::Event::Plan(Event::CopyWanted(rich("Plan", &rows))));
    check(AT, vec![copy()], "CopyTable Tiltak\r\nRing\r\n");
    for (comes, said) in [
        (Comes(COPIES), key::PLAN_COPIED),
        (Fails(COPIES), key::PLAN_COPY_FAILED),
    ] {
        let world = played(AT, vec![copy(), comes]);
        let Screen::Plan(screen) = world.screen_of(0) else {
            panic!("not the plan");
        };
        assert_eq!(screen.told.as_ref().unwrap().key, said);
    }
}

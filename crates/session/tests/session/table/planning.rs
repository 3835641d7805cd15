//! The plan's screen.

use forankring_core::address::{Id, Route};
use forankring_core::assessment::{Action, Key, Note};
use forankring_core::catalogue::{Item, Theme};
use forankring_core::plan::{Field, FieldProblem, Gone, Order, Plan, Source};
use forankring_session::desk::{Event as Did, Turn};
use forankring_session::screens::planning::{Event, State, Which};
use forankring_session::screens::{self as on, Screen};

use super::Start::{Kept as IsKept, Link};
use super::{Comes, Desk, On, Step, check, played};
use crate::world::{COMMITS, World, rated};

pub(super) const AT: super::Start = IsKept(Route::Plan);

pub(super) fn does(event: Event) -> Step {
    On(on::Event::Plan(event))
}

/// All items stand at step 2, so that the first stage is bound by all levels.
fn answered() -> Vec<Step> {
    Item::ALL
        .map(|item| Desk(Did::Changed(Action::AnswerChosen(item, rated(2)))))
        .into()
}

pub(super) fn row(n: u8) -> Id {
    Id::from_bytes([n; 10])
}

pub(super) fn entered(field: Field, text: &str) -> Step {
    does(Event::Entered(row(1), field, text.to_owned()))
}

pub(super) fn own(world: &World) -> &State {
    match world.screen_of(0) {
        Screen::Plan(screen) => screen,
        other => panic!("not the plan: {other:?}"),
    }
}

pub(super) fn plan(world: &World) -> Plan {
    Plan::of(&world.open(0).assessment.parts)
}

#[test]
fn what_is_entered_is_written_at_once() {
    let text = || entered(Field::Text, "Spør tre kommuner");
    check(
        AT,
        vec![text()],
        "Commit A 1, Wait 4000, AskBeforeLeaving true",
    );
    // The same again is not written.
    check(AT, vec![text(), Comes(COMMITS), text()], "");
    let world = played(AT, vec![text(), entered(Field::Status, "done")]);
    assert_eq!(plan(&world).measures.len(), 1);
    // What came in a link is not changed.
    check(Link(Route::Plan), vec![text()], "");
    check(Link(Route::Plan), vec![does(Event::AddWanted)], "");
}

#[test]
fn what_cannot_be_meant_stays_as_it_was_entered_and_is_not_written() {
    let day = |text| entered(Field::Deadline, text);
    let world = played(AT, vec![day("2050-05-31"), day("0002-05-31")]);
    let refused = own(&world).refused(&row(1), Field::Deadline).unwrap();
    assert_eq!(refused.problem, FieldProblem::FarOff);
    assert_eq!(refused.entered, "0002-05-31");
    let kept = plan(&world).measures[0].value(Field::Deadline);
    assert_eq!(kept, "2050-05-31");
    // Half a day is none: the one that was there is not taken away.
    let half = does(Event::HalfEntered(row(1), Field::Deadline));
    let world = played(AT, vec![day("2050-05-31"), half]);
    assert!(own(&world).refused(&row(1), Field::Deadline).is_some());
    let kept = plan(&world).measures[0].value(Field::Deadline);
    assert_eq!(kept, "2050-05-31");
    let world = played(AT, vec![day("0002-05-31"), day("2050-05-31")]);
    assert_eq!(own(&world).refused, []);
}

#[test]
fn what_is_too_long_keeps_its_form_open() {
    let long = "å".repeat(Note::LIMIT + 1);
    let open = || does(Event::EditTurned(row(1)));
    let id = row(1);
    let field = format!("Focus log-{}", id.as_str());
    let steps = || {
        vec![
            entered(Field::Text, "a"),
            open(),
            entered(Field::Log, &long),
            open(),
        ]
    };
    check(AT, steps(), &field);
    let world = played(AT, steps());
    assert_eq!(own(&world).editing, Some(row(1)));
    let mut more = steps();
    more.extend([entered(Field::Log, "kort"), open()]);
    assert_eq!(own(&played(AT, more)).editing, None);
}

#[test]
fn proposals_are_added_once_and_taken_back_in_one_step() {
    let choose = || does(Event::SourceChosen(Some(Source::Binding)));
    let mut steps = answered();
    steps.push(choose());
    let world = played(AT, steps);
    let found = own(&world).proposed(world.seen(0));
    assert_eq!(found.len(), 18);
    let taken: Vec<_> = found.iter().map(|one| (one.aim, Note::default())).collect();
    let add = || does(Event::Filled(taken.clone()));
    let steps = |more: Vec<Step>| -> Vec<Step> {
        let left_out = does(Event::ProposalTurned(taken[0].0));
        let all = answered().into_iter().chain([choose(), left_out, add()]);
        all.chain(more).collect()
    };
    assert_eq!(plan(&played(AT, steps(vec![]))).measures.len(), 17);
    // Again: only the one that was left out is new.
    let again = played(AT, steps(vec![choose(), add()]));
    assert_eq!(plan(&again).measures.len(), 18);
    let back = played(AT, steps(vec![Desk(Did::TurnedBack(Turn::Undo))]));
    assert_eq!(plan(&back).measures.len(), 0);
    assert_eq!(back.open(0).assessment.answered(), 18);
    // One answer by its next step.
    let one = does(Event::SourceChosen(Some(Source::Item(Item::FIRST))));
    let world = played(AT, answered().into_iter().chain([one]).collect());
    let aims: Vec<_> = own(&world).proposed(world.seen(0));
    assert_eq!(
        aims.iter().map(|one| one.aim.item()).collect::<Vec<_>>(),
        [Item::FIRST]
    );
    // Nothing is chosen: nothing is added.
    let unasked = played(AT, answered().into_iter().chain([add()]).collect());
    assert_eq!(plan(&unasked).measures.len(), 0);
}

#[test]
fn own_measures_are_shown_taken_away_and_brought_back() {
    let add = || does(Event::AddWanted);
    let world = played(AT, vec![does(Event::WhichChosen(Which::Late)), add()]);
    assert_eq!(own(&world).which, Which::All);
    let id = own(&world).editing.clone().expect("it is open");
    let text = entered(Field::Text, "a");
    let away = || does(Event::RemoveWanted(row(1)));
    let world = played(AT, vec![text, away()]);
    assert_eq!(plan(&world).measures[0].gone, Gone::Yes);
    let back = does(Event::BackWanted(row(1)));
    let world = played(AT, vec![entered(Field::Text, "a"), away(), back]);
    assert_eq!(plan(&world).measures[0].gone, Gone::No);
    check(AT, vec![does(Event::RemoveWanted(id))], "");
    let world = played(AT, vec![does(Event::OrderChosen(Order::Effort))]);
    assert_eq!(own(&world).order, Order::Effort);
}

#[test]
fn a_short_plan_is_drawn_at_once() {
    let drawn = |steps| own(&played(AT, steps)).drawn.count();
    assert_eq!(drawn(vec![]), usize::MAX);
    assert_eq!(drawn(vec![entered(Field::Text, "a")]), usize::MAX);
}

#[test]
fn where_there_is_no_room_nothing_is_added_and_it_is_said() {
    let widest = Note::parse(&"a".repeat(Note::LIMIT)).unwrap();
    let fill = |n: u32| {
        let [a, b, c, d] = n.to_be_bytes();
        let id = Id::from_bytes([9, 9, 9, 9, 9, 9, a, b, c, d]);
        let key: Key = Field::Text.key(&id).unwrap();
        Desk(Did::Changed(Action::PartWritten(key, widest.clone())))
    };
    // Nine characters are left.
    let rest = entered(Field::Text, &"a".repeat(351));
    let full = (0..490).map(fill).chain([rest]);
    let world = played(AT, full.chain([does(Event::AddWanted)]).collect());
    assert_eq!(plan(&world).measures.len(), 491);
    assert!(own(&world).told.is_some());
    assert_eq!(own(&world).editing, None);
}

#[test]
fn one_theme_is_shown_until_an_own_measure_is_wanted() {
    let aimed = || entered(Field::Aim, "political.goal:2:3");
    let theme = |theme| does(Event::ThemeChosen(Some(theme)));
    let shows = |world: &World| {
        let measure = plan(world).measures[0].clone();
        own(world).shows(&measure, world.seen(0).today)
    };
    assert!(shows(&played(AT, vec![aimed(), theme(Theme::Goal)])));
    assert!(!shows(&played(AT, vec![aimed(), theme(Theme::Culture)])));
    let added = vec![aimed(), theme(Theme::Culture), does(Event::AddWanted)];
    assert!(shows(&played(AT, added)));
}

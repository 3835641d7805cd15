//! Figures beside the judgement, on the status screen.

use forankring_core::address::Route;
use forankring_core::figures::{Field, Figures, Offered, all};
use forankring_session::desk::{Event as Did, Turn};
use forankring_session::screens::figures::{Event, Place, Problem, State};
use forankring_session::screens::{self as on, Screen, status};

use super::Start::{Kept as IsKept, Link};
use super::{Comes, Desk, On, Step, check, played};
use crate::world::{COMMITS, World};

const AT: super::Start = IsKept(Route::Status);

fn does(event: Event) -> Step {
    On(on::Event::Status(status::Event::Figures(event)))
}

fn begun(year: u16) -> Place {
    Place::Value(Offered::Begun.row(), year)
}

fn entered(place: &Place, text: &str) -> Step {
    does(Event::Entered(place.clone(), text.to_owned()))
}

fn left(place: &Place, text: &str) -> Step {
    does(Event::Left(place.clone(), text.to_owned()))
}

fn own(world: &World) -> &State {
    match world.screen_of(0) {
        Screen::Status(screen) => &screen.figures,
        other => panic!("not the status: {other:?}"),
    }
}

fn figures(world: &World) -> Figures {
    all(&world.open(0).assessment.parts)
}

#[test]
fn a_value_is_written_while_it_is_entered_and_shown_as_it_was() {
    let steps = || vec![entered(&begun(2026), "1"), entered(&begun(2026), "12,")];
    check(
        AT,
        vec![entered(&begun(2026), "12")],
        "Commit A 3, Wait 4000, AskBeforeLeaving true",
    );
    // The same number again is not written.
    let again = vec![
        entered(&begun(2026), "12"),
        Comes(COMMITS),
        entered(&begun(2026), "12,0"),
    ];
    check(AT, again, "");
    let world = played(AT, steps());
    assert_eq!(own(&world).shown(&begun(2026), "1".into()), "12,");
    // A number that is half written is no number, and the one before still counts.
    let [last, _] = figures(&world).0[0].last_two();
    assert_eq!(
        last.map(|(year, value)| (year, value.plain())),
        Some((2026, "1".into()))
    );
    check(Link(Route::Status), vec![entered(&begun(2026), "12")], "");
}

#[test]
fn what_is_no_number_is_said_when_the_field_is_left() {
    let share = Place::Value(Offered::Dialogue.row(), 2026);
    for (place, text, problem) in [
        (begun(2026), "mange", Some(Problem::NoNumber)),
        (begun(2026), "-1", Some(Problem::NoNumber)),
        (begun(2026), "101", None),
        (share.clone(), "101", Some(Problem::NoShare)),
        (share, "40,5", None),
        (
            Place::Field(Offered::Begun.row(), Field::Goal),
            "1 000",
            None,
        ),
        (Place::Field(Offered::Begun.row(), Field::Goal), "", None),
    ] {
        let world = played(AT, vec![entered(&place, text), left(&place, text)]);
        let refused = own(&world).refused(&place).map(|one| one.problem);
        assert_eq!(refused, problem, "{text}");
        let world = played(AT, vec![left(&place, text), entered(&place, "7")]);
        assert_eq!(own(&world).refused, [], "{text}");
    }
}

#[test]
fn ones_own_is_kept_once_it_has_a_name_and_goes_with_its_values() {
    let add = || does(Event::AddWanted);
    let world = played(AT, vec![add(), add()]);
    let id = own(&world).begun.clone().unwrap();
    // Nothing is written yet: its name is asked for.
    check(AT, vec![add()], &format!("Focus tall-name-{}", id.as_str()));
    assert_eq!(figures(&world).0.len(), 3);
    let name = Place::Field(id.clone(), Field::Name);
    let value = Place::Value(id.clone(), 2025);
    let named = || {
        vec![
            add(),
            entered(&name, "Prøver"),
            entered(&value, "4"),
            entered(&name, ""),
            left(&name, ""),
        ]
    };
    let world = played(AT, named());
    assert_eq!(own(&world).begun, None);
    // Without a name it would be lost with its values.
    assert_eq!(
        own(&world).refused(&name).map(|one| one.problem),
        Some(Problem::NoName)
    );
    assert_eq!(
        figures(&world).get(&id).map(|one| one.values.len()),
        Some(1)
    );
    let mut gone = named();
    gone.push(does(Event::RemoveWanted(id.clone())));
    let world = played(AT, gone);
    assert!(world.open(0).assessment.parts.is_empty());
    let mut back = named();
    back.extend([
        does(Event::RemoveWanted(id.clone())),
        Desk(Did::TurnedBack(Turn::Undo)),
    ]);
    let world = played(AT, back);
    assert_eq!(
        figures(&world).get(&id).map(|one| one.values.len()),
        Some(1)
    );
}

#[test]
fn what_is_entered_before_the_name_waits_for_it() {
    let add = || does(Event::AddWanted);
    let id = own(&played(AT, vec![add()])).begun.clone().unwrap();
    let name = Place::Field(id.clone(), Field::Name);
    let value = Place::Value(id.clone(), 2025);
    let unit = Place::Field(id.clone(), Field::Unit);
    let before = || {
        vec![
            add(),
            entered(&value, "4"),
            left(&value, "4"),
            entered(&unit, "møter"),
            left(&unit, "møter"),
        ]
    };
    let world = played(AT, before());
    assert!(world.open(0).assessment.parts.is_empty());
    assert_eq!(
        own(&world).refused(&value).map(|one| one.problem),
        Some(Problem::NoName)
    );
    let mut steps = before();
    steps.push(entered(&name, "P"));
    let world = played(AT, steps);
    assert_eq!(own(&world).refused, []);
    let figure = figures(&world).get(&id).cloned().unwrap();
    assert_eq!((figure.unit.as_str(), figure.values.len()), ("møter", 1));
    let mut gone = before();
    gone.push(does(Event::RemoveWanted(id)));
    assert_eq!(own(&played(AT, gone)).begun, None);
}

#[test]
fn five_are_the_most_of_ones_own() {
    let mut names = Vec::new();
    let named = |names: &[Place]| {
        let steps = names.iter();
        let steps = steps.flat_map(|name| [does(Event::AddWanted), entered(name, "Prøver")]);
        steps.collect::<Vec<Step>>()
    };
    for number in 0..7 {
        let mut steps = named(&names);
        assert_eq!(
            figures(&played(AT, named(&names))).0.len(),
            3 + number.min(5)
        );
        steps.push(does(Event::AddWanted));
        let begun = own(&played(AT, steps)).begun.clone();
        assert_eq!(begun.is_some(), number < 5, "{number}");
        names.extend(begun.map(|id| Place::Field(id, Field::Name)));
    }
}

//! What the one who asks sets for a round: whom, until when, with which words.

use forankring_core::address::Route;
use forankring_core::catalogue::Level;
use forankring_core::panel::Expected;
use forankring_core::panel::Round;
use forankring_core::panel::rounds::{Field, Settings, part};
use forankring_session::desk;
use forankring_session::screens::asking::Event;

use super::Start::{At as Bare, Link};
use super::asking::{AT, COPIES, all, on, steps};
use super::{Comes, Desk, Fails, check, played};
use crate::world::World;

#[test]
fn rounds_are_set_and_what_does_not_fit_is_said() {
    let set = |field, text: &str| on(Event::Set(field, text.to_owned()));
    let overlong = |world: &World, field| {
        let place = part(Round::FIRST, field).map(desk::Field::Part).unwrap();
        world.seen(0).overlong(&place).map(str::to_owned)
    };
    let latest = |world: &World| Settings::latest(&world.shown(0).parts).unwrap();
    let world = played(
        AT,
        vec![all(), set(Field::Mail, "kari"), set(Field::Message, "Hei ")],
    );
    assert_eq!(overlong(&world, Field::Mail), Some("kari".to_owned()));
    // What is being written keeps its space.
    assert_eq!(latest(&world).message.as_str(), "Hei ");
    let both = vec![
        all(),
        set(Field::Mail, "kari"),
        set(Field::Mail, " k@a.no "),
    ];
    let world = played(AT, both);
    assert_eq!(overlong(&world, Field::Mail), None);
    assert!(latest(&world).mail.is_some());
    let asked = on(Event::Asked(Level::Political, Some(Expected::Two)));
    let none = on(Event::Asked(Level::Executive, None));
    let world = played(AT, vec![all(), asked, none]);
    let levels = latest(&world).levels;
    let political = levels.get(Level::Political).map(|one| one.expected);
    assert_eq!(political, Some(Expected::Two));
    assert_eq!(*levels.get(Level::Executive), None);
    // Whoever reads a link asks nobody.
    check(Link(Route::Ask), vec![all()], "");
    check(Bare(Route::Ask, ""), vec![all()], "");
}

#[test]
fn since_when_a_level_is_asked_is_noted_once_and_not_taken_back() {
    let copied = || {
        let copy = on(Event::CopyWanted(Level::Political, "x".to_owned()));
        vec![copy, Comes(COPIES)]
    };
    let sent = |world: &World| {
        let set = Settings::latest(&world.shown(0).parts).unwrap();
        Level::ALL.map(|level| set.levels.get(level).unwrap().sent.is_some())
    };
    let begun = || vec![all()];
    assert_eq!(sent(&played(AT, begun())), [false; 3]);
    let world = played(AT, steps(vec![begun(), copied()]));
    assert_eq!(sent(&world), [true, false, false]);
    // A second time nothing is written.
    check(AT, steps(vec![begun(), copied(), copied()]), "");
    // What is taken back is the round, not the note.
    let undo = vec![Desk(desk::Event::TurnedBack(desk::Turn::Undo))];
    let world = played(AT, steps(vec![begun(), copied(), undo]));
    let set = Settings::latest(&world.shown(0).parts).unwrap();
    assert!(set.levels.iter().all(|(_, level)| level.is_none()));
    // Where nothing was copied, nothing was given out.
    let refused = on(Event::CopyWanted(Level::Political, "x".to_owned()));
    let world = played(AT, vec![all(), refused, Fails(COPIES)]);
    assert_eq!(sent(&world), [false; 3]);
}

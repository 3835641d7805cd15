//! Tables: what is asked for after each event, and nothing else.

mod again;
mod answered;
mod asking;
mod asking_finds;
mod asking_rounds;
mod desk;
mod earlier;
mod figures;
mod invited;
mod measure_notes;
mod meeting;
mod onward;
mod planning;
mod privacy;
mod reading;
mod reply_sent;
mod replying;
mod reporting;
mod reports;
mod screens;
mod short;
mod status;
mod table_in;
mod trial;

use forankring_core::address::{Id, Place, Route};
use forankring_session::desk::Event as Did;
use forankring_session::screens as on;

use crate::world::{Event, How, Meant, World};

use short::short;

/// Where a row starts: everything that the page waits for has come.
#[derive(Clone, Copy)]
enum Start {
    /// At a page, with this fragment; nothing is kept.
    At(Route, &'static str),
    /// At a page, where one assessment is kept and open.
    Kept(Route),
    /// At a page, with a result in a link.
    Link(Route),
    /// The same, locked.
    Locked(Route),
    /// At an invitation.
    Invited,
}

/// What happens in a row: the commands of the last one are looked at.
#[derive(Clone)]
enum Step {
    /// At the desk.
    Desk(Did),
    /// On the screen.
    On(on::Event),
    /// On that of a respondent.
    Reply(forankring_session::replying::Event),
    /// What was asked for comes.
    Comes(Meant),
    /// It fails.
    Fails(Meant),
    /// As much time passes as is waited for.
    Time,
    /// The file that is chosen holds so many.
    Holds(u8),
    /// It holds this.
    HoldsText(String),
}

use Step::{Comes, Desk, Fails, Holds, HoldsText, On, Time};

fn begin(start: Start) -> (World, Id) {
    let mut world = World::at(Route::Accessibility, "");
    let kept = match start {
        Start::Kept(_) => world.put("Ås"),
        _ => world.stamp().fresh,
    };
    let (route, fragment) = match start {
        Start::At(route, fragment) => (route, fragment.to_owned()),
        Start::Kept(route) => (route, kept.as_str().to_owned()),
        Start::Link(route) => (route, crate::world::link_of("Mottatt")),
        Start::Locked(route) => (route, crate::world::locked_of("Mottatt")),
        Start::Invited => (Route::Reply, crate::world::invitation_link()),
    };
    world.tabs.clear();
    world.open_tab(route, &fragment);
    world.settle();
    (world, kept)
}

/// Plays a row; what the last step asks for stands in `expected`, one after the other.
#[track_caller]
fn check(start: Start, steps: Vec<Step>, expected: &str) {
    let (_, last) = play(start, steps);
    assert_eq!(last, expected);
}

/// How things stand after a row.
#[track_caller]
fn played(start: Start, steps: Vec<Step>) -> World {
    play(start, steps).0
}

#[track_caller]
fn play(start: Start, steps: Vec<Step>) -> (World, String) {
    let (mut world, kept) = begin(start);
    let mut last = String::new();
    for step in steps {
        world.clear_log(0);
        let document = world.tabs[0].doc().number;
        match step {
            Step::Desk(event) => world.happen(0, Event::Desk(event)),
            Step::On(event) => world.happen(0, Event::Screen(event)),
            Step::Reply(event) => world.happen(0, Event::Reply(event)),
            Step::Comes(meant) => assert!(world.let_come(0, meant, How::Comes), "not asked for"),
            Step::Fails(meant) => assert!(world.let_come(0, meant, How::Fails), "not asked for"),
            Step::Time => world.pass(0),
            Step::HoldsText(text) => world.chosen = text,
            Step::Holds(count) => world.chosen = world.backup(count),
        }
        let tab = &world.tabs[0];
        let left = tab.away.iter().find(|doc| doc.number == document);
        let log = &left.unwrap_or(tab.doc()).log;
        let asked: Vec<String> = log.iter().map(|command| short(command, &kept)).collect();
        last = asked.join(", ");
    }
    (world, last)
}

/// The id of what [`Start::Kept`] keeps.
fn kept() -> Id {
    begin(Start::Kept(Route::Start)).1
}

fn place() -> Place {
    Place::Kept(kept(), None)
}

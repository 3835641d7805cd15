//! Screens other than those that read a result: what is kept, files, history.

use forankring_core::address::Route;
use forankring_core::assessment::Name;
use forankring_session::desk::Event as Did;
use forankring_session::screens::{
    Command as Asked, Event, compare, history, intake, method, shelf,
};

use super::Start::{At as Bare, Kept as IsKept};
use super::{Comes, Fails, Holds, On, Step, Time, check, kept, place, played};
use crate::world::{ACTS, COMMITS, Command, Meant, READS_ALL, TAKES, named, page};

const LISTS: Meant = |one| matches!(one, Command::Screen(Asked::List(..)));
const FILES: Meant = |one| matches!(one, Command::Screen(Asked::ReadFile(..)));
const WEIGHS: Meant = |one| matches!(one, Command::Screen(Asked::Weigh(..)));
const STATES: Meant = |one| matches!(one, Command::Screen(Asked::States(..)));
const BACKS: Meant = |one| matches!(one, Command::Screen(Asked::GoBack(..)));

fn shelf(event: shelf::Event) -> Step {
    On(Event::Shelf(event))
}

fn file(event: intake::Event) -> Step {
    On(Event::Intake(event))
}

fn copy() -> Step {
    shelf(shelf::Event::CopyWanted(
        kept(),
        Name::parse("Kopi").unwrap(),
    ))
}

#[test]
fn what_clears_away_is_fetched_where_something_is_kept() {
    for (at, tidies) in [(IsKept(Route::Start), 1), (Bare(Route::Start, ""), 0)] {
        let world = played(at, Vec::new());
        let log = &world.tabs[0].doc().log;
        let asked = |one: &&Command| matches!(one, Command::Screen(Asked::Tidy(_)));
        assert_eq!(log.iter().filter(asked).count(), tidies);
    }
}

#[test]
fn what_is_kept() {
    let at = IsKept(Route::Start);
    check(
        at,
        vec![shelf(shelf::Event::Binned(kept()))],
        "Wait 4000, Bin A",
    );
    check(
        at,
        vec![shelf(shelf::Event::Binned(kept())), Comes(ACTS)],
        "ForgetLast, Tell all, Focus liste, Wait 4000, List 50",
    );
    check(
        at,
        vec![shelf(shelf::Event::Binned(kept())), Fails(ACTS)],
        "Focus liste",
    );
    check(
        at,
        vec![
            shelf(shelf::Event::Binned(kept())),
            shelf(shelf::Event::Binned(kept())),
        ],
        "",
    );
    check(
        at,
        vec![
            shelf(shelf::Event::Binned(kept())),
            Time,
            shelf(shelf::Event::Binned(kept())),
        ],
        "Wait 4000, Bin A",
    );
    check(
        at,
        vec![shelf(shelf::Event::Unbinned(kept()))],
        "Wait 4000, Unbin A",
    );
    check(at, vec![copy()], "Wait 4000, Add Kopi");
    check(
        at,
        vec![copy(), Comes(ACTS)],
        "Tell all, Focus liste, Wait 4000, List 50",
    );
    let name = || kept().as_str().to_owned();
    check(
        at,
        vec![shelf(shelf::Event::ForgetAsked(name()))],
        "Focus first",
    );
    check(
        at,
        vec![
            shelf(shelf::Event::ForgetAsked(name())),
            shelf(shelf::Event::ForgetDenied),
        ],
        "Focus first",
    );
    check(
        at,
        vec![shelf(shelf::Event::ForgetConfirmed(name()))],
        "Wait 4000, Forget",
    );
    check(
        at,
        vec![shelf(shelf::Event::ForgetConfirmed(name())), Comes(ACTS)],
        "Tell all, Focus liste, Wait 4000, List 50",
    );
    check(at, vec![shelf(shelf::Event::RawWanted(name()))], "Raw");
    check(
        at,
        vec![shelf(shelf::Event::MoreWanted)],
        "Wait 4000, List 100",
    );
    check(at, vec![shelf(shelf::Event::MoreWanted), Comes(LISTS)], "");
    check(
        at,
        vec![shelf(shelf::Event::BackupWanted)],
        "Wait 4000, ReadAll",
    );
    check(
        at,
        vec![shelf(shelf::Event::BackupWanted), Comes(READS_ALL)],
        "Save forankring-2057-01-14-alt.json, BackedUp",
    );
    check(
        at,
        vec![shelf(shelf::Event::BackupWanted), Fails(READS_ALL)],
        "",
    );
    check(
        IsKept(Route::Result),
        vec![shelf(shelf::Event::Binned(kept()))],
        "",
    );
}

#[test]
fn files_that_are_opened() {
    let at = Bare(Route::Start, "");
    check(at, vec![file(intake::Event::Chosen("fil"))], "ReadFile fil");
    check(
        at,
        vec![
            file(intake::Event::Chosen("fil")),
            file(intake::Event::Chosen("fil")),
        ],
        "ReadFile fil",
    );
    check(
        at,
        vec![file(intake::Event::Chosen("fil")), Comes(FILES)],
        "",
    );
    check(at, vec![file(intake::Event::TakeWanted)], "");
    check(at, vec![file(intake::Event::Left)], "Focus inntak");
    check(
        Bare(Route::Result, ""),
        vec![file(intake::Event::Chosen("fil"))],
        "",
    );
    check(
        Bare(Route::Compare, ""),
        vec![file(intake::Event::Chosen("fil"))],
        "ReadFile fil",
    );
    let chosen = || file(intake::Event::Chosen("fil"));
    let take = || file(intake::Event::TakeWanted);
    let left = || file(intake::Event::Left);
    check(at, vec![Holds(1), chosen(), Comes(FILES)], "Weigh 1");
    check(
        at,
        vec![Holds(1), chosen(), Comes(FILES), Comes(WEIGHS)],
        "Wait 4000, TakeIn 1",
    );
    check(
        at,
        vec![
            Holds(1),
            chosen(),
            Comes(FILES),
            Comes(WEIGHS),
            Comes(TAKES),
        ],
        "Tell all, AskBeforeLeaving false, Visit result#N with 0, Wait 4000, List 50",
    );
    check(
        at,
        vec![Holds(3), chosen(), Comes(FILES), Comes(WEIGHS)],
        "Focus ta-inn",
    );
    check(
        at,
        vec![Holds(3), chosen(), Comes(FILES), Fails(WEIGHS)],
        "",
    );
    check(
        at,
        vec![Holds(3), chosen(), Comes(FILES), Comes(WEIGHS), take()],
        "Focus la-vaere, Wait 4000, TakeIn 3",
    );
    check(
        at,
        vec![
            Holds(3),
            chosen(),
            Comes(FILES),
            Comes(WEIGHS),
            take(),
            take(),
        ],
        "",
    );
    check(
        at,
        vec![
            Holds(3),
            chosen(),
            Comes(FILES),
            Comes(WEIGHS),
            take(),
            Comes(TAKES),
        ],
        "Tell all, Focus inntak, Wait 4000, BackedUp, List 50",
    );
    check(
        at,
        vec![
            Holds(3),
            chosen(),
            Comes(FILES),
            Comes(WEIGHS),
            take(),
            chosen(),
        ],
        "",
    );
    check(
        at,
        vec![Holds(3), chosen(), Comes(FILES), Comes(WEIGHS), left()],
        "Focus inntak",
    );
    check(
        at,
        vec![Holds(120), chosen(), Comes(FILES), Comes(WEIGHS)],
        "Weigh 20",
    );
    let at = Bare(Route::Privacy, "");
    check(
        at,
        vec![Holds(1), chosen(), Comes(FILES), Comes(WEIGHS)],
        "Focus ta-inn",
    );
}

#[test]
fn history_and_comparing() {
    let at = IsKept(Route::History);
    let back = || On(Event::History(history::Event::BackWanted(1)));
    check(at, vec![back()], "");
    check(
        IsKept(Route::Compare),
        vec![On(Event::Compare(compare::Event::Switched(kept())))],
        "",
    );
    check(
        Bare(Route::Method, ""),
        vec![On(Event::Method(method::Event::Reset))],
        "",
    );
    let named = || Step::Desk(Did::Changed(named("Ås kommune")));
    let to = |route| Step::Desk(Did::Followed(page(route), place()));
    let at = IsKept(Route::Setup);
    let before = || vec![named(), Comes(COMMITS), to(Route::History)];
    let then = |more: Vec<Step>| before().into_iter().chain(more).collect::<Vec<_>>();
    check(
        at,
        before(),
        "Push history#A, Replace #A, Focus h1, Title history of Ås kommune, States A",
    );
    check(at, then(vec![back()]), "");
    check(at, then(vec![Comes(STATES), back()]), "Wait 4000, GoBack A");
    check(at, then(vec![Comes(STATES), back(), back()]), "");
    check(
        at,
        then(vec![Comes(STATES), back(), Time, back()]),
        "Wait 4000, GoBack A",
    );
    check(
        at,
        then(vec![Comes(STATES), back(), Comes(BACKS)]),
        "Load A, Tell A, Focus h1, States A",
    );
    check(
        at,
        then(vec![Comes(STATES), back(), Fails(BACKS)]),
        "Focus h1",
    );
}

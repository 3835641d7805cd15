//! Reading a result and passing it on.

use forankring_core::address::{Place, Route};
use forankring_core::link::Part;
use forankring_session::desk::FileOut;
use forankring_session::screens::passing::Copying;
use forankring_session::screens::{Command as Asked, Event, finder, passing, reader};

use super::Start::{At, Kept as IsKept, Link, Locked};
use super::desk::followed;
use super::{Comes, Fails, On, Step, check};
use crate::world::{ACTS, Command, LOCKS, Meant, PASSPHRASE, UNLOCKS, link_of};

const TEXTS: Meant = |one| matches!(one, Command::Screen(Asked::CopyText(..)));
const GROUNDS: Meant = |one| matches!(one, Command::Screen(Asked::FetchGrounds(_)));
const DRAWS: Meant = |one| matches!(one, Command::Screen(Asked::SavePng(..)));

fn share(event: passing::Event) -> Step {
    On(Event::Share(event))
}

fn reads(event: reader::Event) -> Step {
    On(Event::Reader(event))
}

#[test]
fn passing_on() {
    let at = IsKept(Route::Share);
    let word = || share(passing::Event::PassphraseWritten("ord".to_owned()));
    let lock = || share(passing::Event::LockSwitched);
    let now = || share(passing::Event::LockWanted);
    check(at, vec![share(passing::Event::Switched(Part::Names))], "");
    check(at, vec![lock()], "NewPassphrase, Focus passord");
    check(at, vec![lock(), lock()], "Focus laas");
    check(at, vec![lock(), word(), now()], "Focus passord, Lock ord");
    check(at, vec![lock(), word(), now(), now()], "");
    check(at, vec![now()], "");
    check(
        at,
        vec![lock(), word(), now(), Comes(LOCKS)],
        "Focus kopier",
    );
    check(at, vec![lock(), word(), now(), Fails(LOCKS)], "");
    check(
        at,
        vec![share(passing::Event::AnotherWanted)],
        "NewPassphrase, Focus passord",
    );
    let text = || {
        share(passing::Event::CopyWanted(
            Copying::Link,
            "tekst".to_owned(),
        ))
    };
    check(at, vec![text()], "CopyText tekst");
    check(at, vec![text(), Comes(TEXTS)], "");
    check(at, vec![text(), Fails(TEXTS)], "Select lenke");
    let sheet = passing::Event::SheetWanted("Tittel".to_owned(), String::new());
    check(at, vec![share(sheet)], "Sheet Tittel");
    check(IsKept(Route::Result), vec![lock()], "");
}

#[test]
fn what_a_result_rests_on_is_fetched_once_and_again_where_it_did_not_come() {
    let wanted = || reads(reader::Event::GroundsWanted);
    let at = At(Route::Method, "");
    let look = || vec![followed(Route::Result, Place::Sample)];
    // Under way since the result was shown.
    check(at, [look(), vec![wanted()]].concat(), "");
    check(at, [look(), vec![Comes(GROUNDS), wanted()]].concat(), "");
    let missed = || [look(), vec![Fails(GROUNDS), wanted()]].concat();
    check(at, missed(), "FetchGrounds Now");
    check(at, [missed(), vec![wanted()]].concat(), "");
    // It came while nothing was shown any more.
    let left = followed(Route::Method, Place::Nothing);
    check(at, [look(), vec![left, Comes(GROUNDS)]].concat(), "");
    let drawn = |preview| share(passing::Event::Folded(preview));
    let unfolded = vec![drawn(passing::Preview::Drawn)];
    check(IsKept(Route::Share), unfolded, "FetchGrounds Now");
    let folded = vec![
        drawn(passing::Preview::Drawn),
        drawn(passing::Preview::Folded),
        drawn(passing::Preview::Drawn),
    ];
    check(IsKept(Route::Share), folded, "");
}

#[test]
fn reading() {
    let typed = || reads(reader::Event::PassphraseWritten(PASSPHRASE.to_owned()));
    let unlock = || reads(reader::Event::UnlockWanted);
    let at = Locked(Route::Result);
    check(at, vec![typed(), unlock()], "Unlock 123 456");
    check(at, vec![typed(), unlock(), unlock()], "");
    check(
        at,
        vec![typed(), unlock(), Comes(UNLOCKS)],
        "Replace #l1.…, Focus h1, Title result of Mottatt",
    );
    check(at, vec![unlock(), Comes(UNLOCKS)], "Focus passord");
    check(
        at,
        vec![
            typed(),
            unlock(),
            reads(reader::Event::UnlockStopped),
            Comes(UNLOCKS),
        ],
        "",
    );
    let at = Link(Route::Result);
    check(at, vec![unlock()], "");
    check(
        at,
        vec![reads(reader::Event::KeepWanted)],
        "Wait 4000, Add Mottatt",
    );
    check(
        at,
        vec![reads(reader::Event::KeepWanted), Comes(ACTS)],
        "Tell all, Push result#N, Wait 4000, Load N, Replace #N, Focus h1",
    );
    check(at, vec![reads(reader::Event::KeepWanted), Fails(ACTS)], "");
    let picture = || {
        reads(reader::Event::PictureWanted(
            "bilde".to_owned(),
            String::new(),
        ))
    };
    check(at, vec![picture()], "SavePng bilde");
    check(at, vec![picture(), Fails(DRAWS)], "");
    let file = FileOut {
        name: "fil.csv".to_owned(),
        media: "text/csv",
        text: String::new(),
    };
    check(
        at,
        vec![reads(reader::Event::SaveWanted(file))],
        "Save fil.csv",
    );
    let pasted = || On(Event::Finder(finder::Event::Written(link_of("Mottatt"))));
    let read = || On(Event::Finder(finder::Event::ReadWanted));
    check(
        At(Route::Start, ""),
        vec![pasted(), read()],
        "AskBeforeLeaving false, Visit result#r1.… with 0",
    );
    check(At(Route::Start, ""), vec![read()], "Focus lim-inn");
    check(At(Route::Compare, ""), vec![pasted(), read()], "");
}

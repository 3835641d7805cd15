//! What is found of replies: in the address, in files, by camera; and to whom they belong.

use forankring_core::address::{Id, Place, Route};
use forankring_core::keeping::StorageProblem;
use forankring_core::panel::Verdict;
use forankring_core::texts::key;
use forankring_session::desk;
use forankring_session::screens::asking::{Event, Known};
use forankring_session::screens::{Act, Command as Asked, Event as Did};

use super::asking::{AT, all, link, on, pasted, state, steps, three, verdicts};
use super::{Comes, Fails, HoldsText, check, kept, played};
use crate::world::{Command, How, Meant, World};

const KNOWN: Meant = |one| matches!(one, Command::Screen(Asked::FindAddressees(..)));
const FILES: Meant = |one| matches!(one, Command::Screen(Asked::ReadTexts(..)));

#[test]
fn a_reply_in_the_address_leads_to_whom_it_belongs() {
    let mut world = World::at(Route::Accessibility, "");
    let ours = world.put("Ås");
    let other = world.put("Bø");
    let link = link(&ours, 1, 1, "4");
    world.tabs.clear();
    world.open_tab(Route::Ask, &link);
    world.settle();
    let here = |world: &World| world.seen(0).open_id().cloned();
    assert_eq!(here(&world), Some(ours.clone()));
    assert_eq!(verdicts(&world), [Verdict::NotAsked]);
    // Going back does not lead here again.
    assert_eq!(world.tabs[0].entries.len(), 1);
    assert_eq!(world.tabs[0].entries[0].fragment, ours.as_str());
    // The same, where another one is open.
    world.follow_to(0, Route::Ask, &other);
    world.settle();
    assert_eq!(here(&world), Some(other));
    assert_eq!(verdicts(&world), [Verdict::Elsewhere]);
    world.follow(0, Route::Ask, Place::Link(link));
    world.settle();
    assert_eq!(here(&world), Some(ours));
}

#[test]
fn a_reply_in_the_address_that_belongs_nowhere_says_why() {
    use forankring_core::address::LinkKind::Result;
    use forankring_core::link::{LinkProblem::Damaged, Other};
    use forankring_session::screens::asking::Whose;
    let mut world = World::at(Route::Accessibility, "");
    let ids = ["Bø", "Li", "Ås"].map(|name| world.put(name));
    let acts = [
        Act::Bin(ids[0].clone(), 9),
        Act::Forget(ids[1].as_str().to_owned(), 9),
    ];
    acts.iter().for_each(|act| world.store.act(act).unwrap());
    let strange = Id::from_bytes([77; 10]);
    let whole = link(&ids[2], 1, 1, "4");
    for (fragment, whose) in [
        (link(&strange, 1, 1, "4"), Whose::Unknown),
        (link(&ids[0], 1, 1, "4"), Whose::Bin),
        (link(&ids[1], 1, 1, "4"), Whose::Deleted),
        (
            whole[..30].to_owned(),
            Whose::NoReply(Some(Other::Problem(Damaged))),
        ),
        (
            crate::world::link_of("x"),
            Whose::NoReply(Some(Other::Kind(Result))),
        ),
        ("abc".to_owned(), Whose::NoReply(None)),
    ] {
        world.tabs.clear();
        world.open_tab(Route::Ask, &fragment);
        world.settle();
        assert_eq!(state(&world).whose, whose, "{fragment}");
        assert_eq!(world.seen(0).open_id(), None);
    }
    // What is kept could not be read; then it can.
    world.tabs.clear();
    world.open_tab(Route::Ask, &whole);
    assert!(world.let_come(0, KNOWN, How::Fails));
    assert_eq!(state(&world).whose, Whose::Failed(StorageProblem::Missing));
    world.desk(0, desk::Event::Shown);
    world.desk(0, desk::Event::Heard(desk::Told::Changed));
    world.settle();
    assert_eq!(world.seen(0).open_id(), Some(&ids[2]));
}

#[test]
fn what_a_meeting_gathered_here_comes_in_one_address() {
    let mut world = World::at(Route::Accessibility, "");
    let ours = world.put("Ås");
    let links = [1, 2, 3].map(|who| link(&ours, who, 1, "4"));
    world.tabs.clear();
    world.open_tab(Route::Ask, &links.join("&"));
    world.settle();
    assert_eq!(world.seen(0).open_id(), Some(&ours));
    assert_eq!(verdicts(&world), [Verdict::NotAsked; 3]);
    assert_eq!(world.tabs[0].entries[0].fragment, ours.as_str());
}

#[test]
fn replies_to_others_are_told_as_theirs() {
    let mut world = played(AT, vec![all()]);
    let other = world.put("Bø");
    world.settle();
    for event in [Event::Written(link(&other, 1, 1, "3")), Event::ReadWanted] {
        world.screen(0, Did::Ask(event));
    }
    assert_eq!(verdicts(&world), [Verdict::Elsewhere]);
    world.settle();
    let Known::Read(known) = &state(&world).collecting.known else {
        panic!("it was not looked for");
    };
    assert!(known.iter().any(|one| one.id == other));
    check(
        AT,
        steps(vec![vec![all()], pasted(three())]),
        "Focus funnet",
    );
}

#[test]
fn files_are_read_with_what_is_pasted() {
    let chosen = || {
        steps(vec![
            vec![
                all(),
                HoldsText(three()),
                on(Event::Written(link(&kept(), 9, 1, "1"))),
            ],
            vec![on(Event::FilesChosen("svar-filer"))],
        ])
    };
    check(AT, chosen(), "ReadTexts svar-filer");
    let world = played(AT, steps(vec![chosen(), vec![Comes(FILES)]]));
    assert_eq!(verdicts(&world), [Verdict::New; 4]);
    // None could be read: what was pasted is found, and that is said.
    let world = played(AT, steps(vec![chosen(), vec![Fails(FILES)]]));
    assert_eq!(verdicts(&world).len(), 1);
    let told = state(&world).collecting.told.as_ref();
    assert_eq!(told.map(|one| one.key), Some(key::ASK_FILES_UNREAD));
    // Put away, nothing of it is left.
    let away = vec![Comes(FILES), on(Event::PutAway), on(Event::ReadWanted)];
    let world = played(AT, steps(vec![chosen(), away]));
    assert_eq!(state(&world).collecting.finding, None);
}

#[test]
fn codes_come_by_camera_one_after_the_other() {
    use forankring_session::screens::asking::camera::{Camera, CameraProblem, Seen};
    let turned = || vec![all(), on(Event::CameraTurned)];
    check(AT, turned(), "Watch kamera");
    let world = played(AT, turned());
    let Camera::On(ticket, false) = state(&world).collecting.camera else {
        panic!("it is off");
    };
    let saw = |seen| on(Event::CameraSaw(ticket, seen));
    let code = |who| {
        saw(Seen::Code(format!(
            "https://x.no/spor/#{}",
            link(&kept(), who, 1, "2")
        )))
    };
    // Each is found once, and focus stays where it is.
    let seen = || vec![saw(Seen::Picture), code(1), code(2), code(1)];
    check(AT, steps(vec![turned(), seen()]), "");
    let world = played(AT, steps(vec![turned(), seen()]));
    assert_eq!(verdicts(&world), [Verdict::New; 2]);
    let refused = || vec![saw(Seen::Problem(CameraProblem::Refused)), code(5)];
    let world = played(AT, steps(vec![turned(), seen(), refused()]));
    let camera = &state(&world).collecting.camera;
    assert_eq!(*camera, Camera::Off(Some(CameraProblem::Refused)));
    assert_eq!(verdicts(&world).len(), 2);
    // Turned off, what it saw last is not awaited.
    let off = || vec![on(Event::CameraTurned), code(3)];
    let world = played(AT, steps(vec![turned(), off()]));
    assert_eq!(state(&world).collecting.finding, None);
}

//! Links that were mangled on their way: what mends them is fetched for them alone, and
//! what comes of it is awaited like everything that is read.

use forankring_core::address::{Place, Route};
use forankring_core::link::LinkProblem;
use forankring_core::texts::key;
use forankring_session::Problem;
use forankring_session::desk::{Origin, Session};
use forankring_session::screens::{self, Screen, finder, reader};

use crate::world::{How, MENDS, PASSPHRASE, Pending, UNLOCKS, World, link_of, locked_of};

const DAMAGED: Session = Session::Failed(Problem::Link(LinkProblem::Damaged));

/// As a mail has it, with a full stop behind.
fn mangled(link: &str) -> String {
    format!("{}\u{ad}{}.", &link[..9], &link[9..])
}

fn asked(world: &World) -> usize {
    let pending = world.tabs[0].doc().pending.iter();
    let asks = |one: &&Pending| matches!(one, Pending::Asked(command) if MENDS(command));
    pending.filter(asks).count()
}

fn paste(world: &mut World, text: &str) {
    let written = finder::Event::Written(text.to_owned());
    world.screen(0, screens::Event::Finder(written));
}

fn press(world: &mut World) {
    world.screen(0, screens::Event::Finder(finder::Event::ReadWanted));
}

fn pasted(world: &World) -> &finder::State {
    world.screen_of(0).finder().expect("there is a box")
}

#[test]
fn a_whole_link_asks_for_nothing() {
    for route in [Route::Result, Route::Plan, Route::Share, Route::History] {
        let world = World::at(route, &link_of("Mottatt"));
        assert_eq!(world.shown(0).name.as_str(), "Mottatt", "{route:?}");
        assert_eq!(asked(&world), 0);
        let world = World::at(route, &locked_of("Mottatt"));
        assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
        assert_eq!(asked(&world), 0);
    }
}

/// Its text repeats itself, so it stands compressed in the link.
fn packed() -> (String, String) {
    let name = "Innkjøp og innkjøp og innkjøp og innkjøp".to_owned();
    (link_of(&name), name)
}

#[test]
fn a_link_with_compressed_texts_waits_for_what_inflates_them() {
    let (link, name) = packed();
    for route in [Route::Result, Route::Plan, Route::Share, Route::History] {
        let mut world = World::at(route, &link);
        assert_eq!(world.seen(0).session, Session::Opening);
        assert_eq!(asked(&world), 1, "{route:?}");
        world.settle();
        assert_eq!(world.shown(0).name.as_str(), name);
        assert_eq!(world.open(0).origin, Origin::Link(link.clone()));
        assert_eq!(world.tabs[0].entry().fragment, link);
    }
}

#[test]
fn where_that_cannot_be_fetched_the_link_is_said_to_be_whole() {
    let (link, name) = packed();
    let mut world = World::at(Route::Result, &link);
    world.let_come(0, MENDS, How::Fails);
    let why = Session::Failed(Problem::Link(LinkProblem::Packed));
    assert_eq!(world.seen(0).session, why);
    paste(&mut world, &link);
    press(&mut world);
    world.let_come(0, MENDS, How::Fails);
    let told = pasted(&world).told.clone().expect("a message");
    assert_eq!(told.key, key::LINK_PROBLEM_PACKED);
    press(&mut world);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), name);
}

#[test]
fn one_without_data_asks_for_nothing() {
    let world = World::at(Route::Result, "r1.");
    let none = Problem::Link(LinkProblem::NoData);
    assert_eq!(world.seen(0).session, Session::Failed(none));
    assert_eq!(asked(&world), 0);
}

#[test]
fn a_mangled_link_opens_and_the_address_is_put_right() {
    let link = link_of("Mottatt");
    for text in [
        mangled(&link),
        format!("se {link}"),
        link.replace('.', "%2E"),
    ] {
        for route in [Route::Result, Route::Plan, Route::Share, Route::History] {
            let mut world = World::at(route, &text);
            assert_eq!(world.seen(0).session, Session::Opening, "{text}");
            world.settle();
            assert_eq!(world.shown(0).name.as_str(), "Mottatt", "{text}");
            assert_eq!(world.open(0).origin, Origin::Link(link.clone()));
            assert_eq!(world.tabs[0].entry().fragment, link);
        }
    }
}

#[test]
fn a_mangled_locked_link_asks_for_its_passphrase_and_is_not_mended_twice() {
    let link = locked_of("Mottatt");
    let mut world = World::at(Route::Result, &mangled(&link));
    assert_eq!(world.seen(0).session, Session::Opening);
    world.settle();
    assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
    assert_eq!(world.tabs[0].entry().fragment, link);
    let typed = reader::Event::PassphraseWritten(PASSPHRASE.to_owned());
    world.screen(0, screens::Event::Reader(typed));
    world.screen(0, screens::Event::Reader(reader::Event::UnlockWanted));
    assert_eq!(asked(&world), 0);
    world.let_come(0, UNLOCKS, How::Comes);
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
    assert_eq!(world.open(0).origin, Origin::Link(link));
}

#[test]
fn what_is_mended_late_does_not_stand_where_one_has_gone() {
    let mut world = World::at(Route::Result, &mangled(&link_of("Mottatt")));
    let own = world.put("Egen");
    world.let_come(0, MENDS, How::Late);
    world.follow_to(0, Route::Result, &own);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Egen");
    assert_eq!(world.tabs[0].entry().fragment, own.as_str());
}

#[test]
fn of_two_links_the_one_in_the_address_opens() {
    let mut world = World::at(Route::Result, &mangled(&link_of("Første")));
    world.let_come(0, MENDS, How::Late);
    let second = Place::Link(mangled(&link_of("Andre")));
    world.follow(0, Route::Result, second.clone());
    // Followed once more, it is awaited already.
    world.follow(0, Route::Result, second);
    assert_eq!(asked(&world), 1);
    world.tell_late(0);
    assert_eq!(world.seen(0).session, Session::Opening);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Andre");
}

#[test]
fn one_that_cannot_be_mended_says_what_is_wrong_with_it() {
    let mut world = World::at(Route::Result, "r1.borte");
    world.settle();
    assert_eq!(world.seen(0).session, DAMAGED);
}

#[test]
fn where_the_part_cannot_be_fetched_the_next_try_fetches_it_again() {
    let text = mangled(&link_of("Mottatt"));
    let mut world = World::at(Route::Result, &text);
    world.let_come(0, MENDS, How::Fails);
    assert_eq!(world.seen(0).session, DAMAGED);
    paste(&mut world, &text);
    press(&mut world);
    world.let_come(0, MENDS, How::Fails);
    assert_eq!(
        pasted(&world).told.clone().unwrap().key,
        key::LINK_PROBLEM_DAMAGED
    );
    assert_eq!(pasted(&world).text, text);
    world.follow(0, Route::Result, Place::Link(text));
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
}

#[test]
fn what_takes_long_is_told_and_still_awaited() {
    let text = mangled(&link_of("Mottatt"));
    let mut world = World::at(Route::Result, &text);
    world.pass(0);
    assert_eq!(world.seen(0).session, DAMAGED);
    world.let_come(0, MENDS, How::Comes);
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
}

#[test]
fn what_was_pasted_is_asked_for_once_and_stays_meanwhile() {
    let (link, mut world) = (link_of("Mottatt"), World::at(Route::Result, "r1.borte"));
    world.settle();
    let text = format!("Hei, se her: <{}>\n\nHilsen", mangled(&link));
    paste(&mut world, &text);
    press(&mut world);
    press(&mut world);
    assert_eq!(asked(&world), 1);
    assert_eq!(pasted(&world).text, text);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
    assert_eq!(world.tabs[0].entry().fragment, link);
}

#[test]
fn what_was_pasted_on_the_front_page_leads_to_its_page() {
    let link = locked_of("Mottatt");
    let mut world = World::at(Route::Start, "");
    world.settle();
    paste(&mut world, &mangled(&link));
    press(&mut world);
    world.settle();
    assert_eq!(world.tabs[0].entry().page.route, Route::Result);
    assert_eq!(world.tabs[0].entry().fragment, link);
    assert_eq!(world.seen(0).session, Session::Failed(Problem::LinkLocked));
}

#[test]
fn what_was_pasted_before_or_on_another_screen_is_dropped() {
    let mut world = World::at(Route::Start, "");
    world.settle();
    paste(&mut world, &mangled(&link_of("Første")));
    press(&mut world);
    world.let_come(0, MENDS, How::Late);
    let text = format!("{} {}", link_of("Andre"), link_of("Tredje"));
    paste(&mut world, &text);
    world.tell_late(0);
    assert_eq!(world.tabs[0].entry().page.route, Route::Start);
    press(&mut world);
    world.let_come(0, MENDS, How::Comes);
    assert_eq!(pasted(&world).found.len(), 2);
    press(&mut world);
    world.follow(0, Route::Compare, Place::Nothing);
    world.settle();
    assert_eq!(world.tabs[0].entry().page.route, Route::Compare);
    assert!(world.seen(0).session.open().is_none());
}

#[test]
fn what_takes_long_in_the_box_may_be_asked_for_again() {
    let mut world = World::at(Route::Start, "");
    world.settle();
    paste(&mut world, &mangled(&link_of("Mottatt")));
    press(&mut world);
    world.pass(0);
    assert!(pasted(&world).told.is_some());
    press(&mut world);
    assert_eq!(asked(&world), 2);
    world.settle();
    assert_eq!(world.shown(0).name.as_str(), "Mottatt");
}

#[test]
fn what_was_pasted_stands_beside_what_is_compared() {
    let mut world = World::at(Route::Compare, "");
    world.settle();
    let locked = mangled(&locked_of("Låst"));
    paste(
        &mut world,
        &format!("{}\n\n{locked}", mangled(&link_of("Mottatt"))),
    );
    press(&mut world);
    press(&mut world);
    assert_eq!(asked(&world), 1);
    world.settle();
    let Screen::Compare(screen) = world.screen_of(0) else {
        panic!("not the screen that compares");
    };
    assert_eq!(screen.compared.len(), 1);
    assert_eq!(world.said(0).1, Some(key::COMPARE_BROUGHT));
    paste(&mut world, &locked);
    press(&mut world);
    world.settle();
    assert_eq!(world.said(0).1, Some(key::COMPARE_LOCKED));
    assert_eq!(pasted(&world).text, locked);
}

// They hold nothing that mends one: every command is held to `Command::is_asked_in`.
#[test]
fn screens_that_read_no_link_never_ask() {
    for route in [Route::Answer, Route::Review] {
        let mut world = World::at(route, &mangled(&link_of("Mottatt")));
        assert_eq!(asked(&world), 0);
        world.settle();
        assert_eq!(world.seen(0).session, Session::Failed(Problem::Place));
    }
}

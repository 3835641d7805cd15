//! The one who keeps the plan: asks those who are responsible, and takes in what they report.

use forankring_core::address::{Place, Route};
use forankring_core::link::{assignment, report};
use forankring_core::panel::{Respondent, Sent, Tag};
use forankring_core::plan::report::{Assignment, Judged, Report, Reported, assignments};
use forankring_core::plan::wishes::Setting;
use forankring_core::plan::{Field, Status};
use forankring_core::texts::key;
use forankring_session::desk::{Event as Did, Session, Turn};
use forankring_session::screens::Act;
use forankring_session::screens::asking::Whose;
use forankring_session::screens::planning::Event as Plans;
use forankring_session::screens::reporting::Event;
use forankring_session::screens::reporting::asked::Wrong;

use super::planning::{AT, does, entered, own, plan, row};
use super::reporting::ASKS;
use super::{Comes, Desk, Fails, Step, kept, played};
use crate::world::{How, World};

fn on(event: Event) -> Step {
    does(Plans::Report(event))
}

fn measures() -> Vec<Step> {
    vec![
        entered(Field::Text, "Spør tre kommuner"),
        entered(Field::Responsible, "Innkjøpssjefen"),
    ]
}

fn links(world: &World) -> Vec<(Assignment, String)> {
    let links = own(world)
        .reporting
        .asking
        .links(&world.shown(0).parts)
        .expect("links");
    let links = links
        .iter()
        .cloned()
        .map(|(one, made)| (one, made.unwrap()));
    links.collect()
}

fn reported(number: u8, status: Status, note: &str) -> String {
    let report = Report {
        tag: Tag::of(&kept()),
        respondent: Respondent::from_bytes([9; 5]),
        number,
        sent: Sent::from_seconds(850_000_000 + u32::from(number)),
        measures: vec![Reported {
            measure: Tag::of(&row(1)),
            status: Some(status),
            reason: Default::default(),
            note: forankring_core::assessment::Note::parse(note).unwrap(),
        }],
    };
    report::encode(&report).unwrap()
}

fn pasted(text: String) -> Vec<Step> {
    vec![on(Event::Written(text)), on(Event::ReadWanted), Comes(ASKS)]
}

fn judged(world: &World) -> Judged {
    let incoming = &own(world).reporting.incoming;
    incoming.judged(world.seen(0)).expect("reports")
}

/// Takes in what is shown, as the view does.
fn taken(start: Vec<Step>) -> Vec<Step> {
    let (deed, count) = judged(&played(AT, start)).deed(|_| true);
    vec![on(Event::TakeWanted(deed, count))]
}

fn steps(parts: Vec<Vec<Step>>) -> Vec<Step> {
    parts.into_iter().flatten().collect()
}

#[test]
fn everyone_responsible_has_a_link_that_says_what_the_plan_says() {
    let opened = || vec![on(Event::Turned), Comes(ASKS)];
    let world = played(AT, steps(vec![measures(), opened()]));
    let [(one, link)] = &links(&world)[..] else {
        panic!("one is responsible")
    };
    assert_eq!(one.responsible.as_str(), "Innkjøpssjefen");
    assert_eq!(one.name.as_str(), "Ås");
    assert_eq!(&assignment::decode(link).unwrap(), one);
    // What is changed while it is open is told anew.
    let set = |setting, text: &str| on(Event::Set(setting, text.to_owned()));
    let changed = vec![set(Setting::Message, "Hei"), Comes(ASKS)];
    let world = played(AT, steps(vec![measures(), opened(), changed]));
    assert_eq!(links(&world)[0].0.message.as_str(), "Hei");
    // An address that is none is not told.
    let wrong = vec![set(Setting::Mail, "kari")];
    let world = played(AT, steps(vec![measures(), opened(), wrong]));
    assert_eq!(links(&world)[0].0.mail, None);
    let place = Setting::Mail
        .key()
        .map(forankring_session::desk::Field::Part);
    assert_eq!(world.seen(0).overlong(&place.unwrap()), Some("kari"));
    // What is done is asked of nobody.
    let done = vec![entered(Field::Status, "done"), on(Event::Turned)];
    let world = played(AT, steps(vec![measures(), done]));
    assert!(assignments(&plan(&world), &kept()).is_empty());
    // Where what makes links does not come, that is known.
    let world = played(
        AT,
        steps(vec![measures(), vec![on(Event::Turned), Fails(ASKS)]]),
    );
    assert_eq!(
        own(&world).reporting.asking.links(&world.shown(0).parts),
        None
    );
    assert!(!own(&world).reporting.asking.is_making());
}

#[test]
fn reports_are_shown_first_then_taken_in_once_and_taken_back_whole() {
    let found = || {
        steps(vec![
            measures(),
            pasted(reported(2, Status::Done, "Alle tre har svart.")),
        ])
    };
    let world = played(AT, found());
    assert_eq!(plan(&world).measures[0].status, Status::default());
    let shown = judged(&world);
    assert_eq!(shown.comes(), 1);
    let take = || taken(found());
    let world = played(AT, steps(vec![found(), take()]));
    let measure = &plan(&world).measures[0];
    assert_eq!(measure.status, Status::Done);
    assert_eq!(measure.notes[0].text.as_str(), "Alle tre har svart.");
    // The same again changes nothing; an earlier one neither.
    for again in [
        reported(2, Status::Done, "Alle tre har svart."),
        reported(1, Status::UnderWay, ""),
    ] {
        let more = pasted(again);
        let world = played(AT, steps(vec![found(), take(), more]));
        let shown = judged(&world);
        assert_eq!(shown.comes(), 0, "{shown:?}");
    }
    let undo = vec![Desk(Did::TurnedBack(Turn::Undo))];
    let world = played(AT, steps(vec![found(), take(), undo]));
    assert_eq!(plan(&world).measures[0].status, Status::default());
    // What is no report says so.
    let world = played(AT, steps(vec![measures(), pasted("Hei!".to_owned())]));
    let told = own(&world)
        .reporting
        .incoming
        .told
        .as_ref()
        .map(|one| one.key);
    assert_eq!(told, Some(key::REPORTING_IN_NONE));
}

#[test]
fn a_report_in_the_address_leads_to_its_plan_or_says_why_not() {
    let mut world = played(AT, measures());
    world.settle();
    let id = kept();
    world.tabs.clear();
    world.open_tab(Route::Plan, &reported(2, Status::Done, ""));
    world.settle();
    assert_eq!(world.seen(0).open_id(), Some(&id));
    assert_eq!(world.seen(0).place, Some(Place::Kept(id.clone(), None)));
    let shown = judged(&world);
    assert_eq!(shown.comes(), 1);
    let whose = |world: &World| own(world).reporting.incoming.whose;
    // In the bin, and where nobody knows it.
    world.store.act(&Act::Bin(id.clone(), 1)).unwrap();
    world.tabs.clear();
    world.open_tab(Route::Plan, &reported(2, Status::Done, ""));
    world.settle();
    assert_eq!(whose(&world), Whose::Bin);
    let mut world = World::at(Route::Plan, &reported(2, Status::Done, ""));
    world.settle();
    assert_eq!(whose(&world), Whose::Unknown);
    let mut world = World::at(Route::Plan, "t1.AbcdefghijklmnopqrstuvwxyzAbcdef");
    world.settle();
    assert!(matches!(whose(&world), Whose::NoReply(_)));
    assert!(matches!(world.seen(0).session, Session::Failed(_)));
    // What reads it does not come.
    let mut world = World::at(Route::Plan, &reported(1, Status::Done, ""));
    assert!(world.let_come(0, ASKS, How::Fails));
    world.settle();
    let wrong = own(&world).reporting.asked.wrong;
    assert_eq!(wrong, Some(Wrong::Unfetched));
    assert!(matches!(world.seen(0).session, Session::Failed(_)));
}

#[test]
fn a_report_that_is_still_looked_for_leads_nobody_away() {
    let mut world = played(AT, measures());
    world.settle();
    let other = world.put("Vik");
    let report = reported(1, Status::Done, "");
    // From another plan in the same page it leads to its own.
    world.follow(0, Route::Plan, Place::Kept(other.clone(), None));
    world.settle();
    world.follow(0, Route::Plan, Place::Link(report.clone()));
    world.settle();
    assert_eq!(world.seen(0).open_id(), Some(&kept()));
    assert!(own(&world).reporting.incoming.is_found());
    // One has gone elsewhere before it was read, or before it was known whose it is.
    for comes in [0, 1] {
        world.follow(0, Route::Plan, Place::Link(report.clone()));
        for _ in 0..comes {
            assert!(world.let_come(0, ASKS, How::Comes));
        }
        world.follow(0, Route::Plan, Place::Kept(other.clone(), None));
        world.settle();
        assert_eq!(world.seen(0).open_id(), Some(&other), "{comes}");
        assert_eq!(own(&world).reporting.incoming.whose, Whose::Nobodys);
    }
}

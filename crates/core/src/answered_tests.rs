//! Own answers are found beside a result that may be theirs, and beside no other.

use super::*;
use crate::address::Id;
use crate::assessment::{Action, Bounded, LevelMedians};
use crate::catalogue::{Kind, Scope, Step, Theme};
use crate::panel::{Expected, Invitation, Respondent, Sending, Themes};

fn name(text: &str) -> Name {
    Name::parse(text).unwrap()
}

fn rated(step: u8) -> Option<Answer> {
    Step::new(step).map(Answer::Rated)
}

fn invitation(called: &str) -> Invitation {
    Invitation {
        kind: Kind::Municipality,
        scope: Scope::Organisation,
        level: Level::Executive,
        tag: Tag::of(&Id::from_bytes([7; 10])),
        round: Round::FIRST,
        expected: Expected::Unknown,
        themes: Themes::ALL,
        last: None,
        name: name(called),
        procurement: Name::default(),
        message: Bounded::default(),
        mail: None,
    }
}

/// A reply that was sent on a day, with one step for all that was asked.
fn replied(asked: &Invitation, day: u16, step: u8) -> Assessment {
    let day = Day::from_number(day);
    let who = Some(Respondent::from_bytes([1; 5]));
    let link = invitation::encode(asked).unwrap();
    let mut reply = asked.blank(day);
    let begins = Invited::begins(&asked.place(), &link, who, false);
    take_in(&mut reply, &begins, day);
    for item in reply.variant.items() {
        reply.entries.get_mut(item).answer = rated(step);
    }
    let sending = Sending::after(None, Id::from_bytes([3; 10]), 1_000);
    let sends = Invited::of(&reply.parts).unwrap().sends(&sending);
    take_in(&mut reply, &sends, day);
    reply
}

fn take_in(reply: &mut Assessment, actions: &[Action], day: Day) {
    for action in actions {
        reply.take_in(action, day);
    }
}

/// A result with replies for the managers.
fn result(called: &str) -> Assessment {
    let mut shared = Assessment::blank(
        Kind::Municipality,
        Scope::Organisation,
        Day::from_number(9050),
    );
    shared.name = name(called);
    let mut medians = Medians::default();
    *medians.0.get_mut(Level::Executive) = Some(LevelMedians {
        replies: 4,
        answers: PerTheme::from_fn(|_| rated(3)),
    });
    medians.keep_in(&mut shared.parts);
    shared
}

fn found(result: &Assessment, kept: &[Assessment]) -> Vec<(Fit, u16, Vec<Option<Answer>>)> {
    let all = answered(result, kept.iter());
    let told = |one: Answered| {
        let answers = one.answers.iter().map(|(_, answer)| *answer).collect();
        (one.fit, one.day.number(), answers)
    };
    all.into_iter().map(told).collect()
}

#[test]
fn names_tell_what_belongs_together() {
    let kept = [replied(&invitation("Fjordvik"), 9000, 4)];
    let all = vec![rated(4); 6];
    for (called, fit) in [
        ("Fjordvik", Some(Fit::Named)),
        (" fjordvik ", Some(Fit::Named)),
        ("", Some(Fit::Possible)),
        ("Fjellvik", None),
    ] {
        let wanted: Vec<_> = fit
            .map(|fit| (fit, 9000, all.clone()))
            .into_iter()
            .collect();
        assert_eq!(found(&result(called), &kept), wanted, "{called}");
    }
    let unnamed = [replied(&invitation(""), 9000, 4)];
    let wanted = [(Fit::Possible, 9000, all)];
    assert_eq!(found(&result("Fjordvik"), &unnamed), wanted);
}

#[test]
fn only_what_was_asked_and_sent_is_beside_it() {
    let asked = invitation("Fjordvik");
    let whole = replied(&asked, 9000, 4);
    let shared = result("Fjordvik");
    let with = |turned: fn(&mut Assessment)| {
        let mut other = whole.clone();
        turned(&mut other);
        found(&shared, &[other]).len()
    };
    assert_eq!(with(|_| ()), 1);
    assert_eq!(with(|one| one.kind = Kind::County), 0);
    assert_eq!(with(|one| one.scope = Scope::Procurement), 0);
    assert_eq!(with(|one| one.parts = Default::default()), 0);
    assert_eq!(with(|one| one.variant = crate::catalogue::Variant::Full), 0);
    // Written and not sent: nothing of it is in the medians.
    let day = Day::from_number(9000);
    let mut unsent = asked.blank(day);
    let link = invitation::encode(&asked).unwrap();
    let begins = Invited::begins(&asked.place(), &link, None, false);
    take_in(&mut unsent, &begins, day);
    assert_eq!(found(&shared, &[unsent]), []);
    // Nobody else answered for her level.
    let mut alone = shared.clone();
    alone.parts = Default::default();
    assert_eq!(found(&alone, &[whole]), []);
}

#[test]
fn a_later_round_counts_where_it_asked_and_the_surest_comes_first() {
    let first = invitation("Fjordvik");
    let [goal, ..] = Level::Executive.items();
    let second = Invitation {
        round: Round::new(2).unwrap(),
        themes: Themes::of([Theme::Goal]).unwrap(),
        ..first.clone()
    };
    assert_eq!(goal.theme, Theme::Goal);
    let elsewhere = Invitation {
        tag: Tag::of(&Id::from_bytes([8; 10])),
        ..invitation("")
    };
    let mut kept = vec![
        replied(&elsewhere, 9040, 1),
        replied(&second, 9030, 5),
        replied(&first, 9000, 2),
    ];
    let both = [rated(5), rated(2), rated(2), rated(2), rated(2), rated(2)];
    let wanted = vec![
        (Fit::Named, 9030, both.to_vec()),
        (Fit::Possible, 9040, vec![rated(1); 6]),
    ];
    for _ in 0..3 {
        assert_eq!(found(&result("Fjordvik"), &kept), wanted);
        kept.rotate_left(1);
    }
}

use super::super::{Fate, fate_with, rows_in};
use super::*;
use crate::assessment::{Entry, LevelMedians};
use crate::catalogue::{Answer, Item, Kind, Level, PerItem, PerLevel, Scope, Theme};
use crate::day::Day;
use crate::panel::{Reply, Respondent, Round, Sent, Themes};

const ITEM: Item = Item {
    level: Level::Political,
    theme: Theme::Goal,
};

fn id() -> Id {
    Id::from_bytes([1; 10])
}

fn at(ms: i64) -> Moment {
    Moment {
        ms,
        ..Moment::default()
    }
}

/// One's own view of the first item is a 5.
fn kept() -> Kept {
    let day = Day::from_number(9_800);
    let own = Action::AnswerChosen(ITEM, Answer::parse("5").unwrap());
    let blank = Assessment::blank(Kind::County, Scope::Organisation, day);
    Kept::new(blank.apply(&own, day), 1)
}

fn reply(who: u8, answer: &str) -> (String, Reply) {
    let entries = PerItem::from_fn(|_| Entry {
        answer: Answer::parse(answer),
        ..Entry::default()
    });
    let reply = Reply::new(
        (Tag::of(&id()), Round::FIRST, Level::Political),
        (Respondent::from_bytes([who; 5]), 1, Sent::from_seconds(9)),
        &entries,
    );
    (crate::link::reply::encode(&reply).unwrap(), reply)
}

fn goal(kept: &Kept) -> Option<Answer> {
    *kept.assessment.answers().get(ITEM)
}

#[test]
fn medians_are_one_state_and_stand_beside_what_was_entered() {
    let deed = Deed::TakeIn(vec![reply(1, "1"), reply(2, "2")]);
    let done = kept()
        .did(&id(), &Replies::default(), &deed, at(2))
        .unwrap();
    assert_eq!((done.change.rows.len(), done.replies.all().len()), (2, 2));
    let committed = done.committed.unwrap();
    assert_eq!(committed.earlier, [kept()]);
    let now = committed.kept;
    assert_eq!(goal(&now), Answer::of_halves(3));
    assert_eq!(now.assessment.entries.get(ITEM).answer, Answer::parse("5"));
    // Once more: nothing changes.
    let again = now.did(&id(), &done.replies, &deed, at(3)).unwrap();
    assert_eq!(
        (again.change, again.committed),
        (panel::Change::default(), None)
    );
    // Taken out, both: one's own view counts again.
    let out = Deed::Out(
        done.replies
            .all()
            .iter()
            .map(|row| row.link.clone())
            .collect(),
    );
    let none = now.did(&id(), &done.replies, &out, at(4)).unwrap();
    assert_eq!(goal(&none.committed.unwrap().kept), Answer::parse("5"));
    // Taken back, both: so too, though no row tells of the level any more.
    let Deed::Out(links) = out else { panic!() };
    let none = now
        .did(&id(), &done.replies, &Deed::Undo(links), at(4))
        .unwrap();
    assert_eq!(goal(&none.committed.unwrap().kept), Answer::parse("5"));
    assert!(none.replies.is_empty());
}

#[test]
fn a_copy_keeps_the_medians_of_levels_that_nobody_replies_for() {
    let mut copy = kept();
    let came = Medians(PerLevel::from_fn(|_| LevelMedians::parse("7:444444")));
    for (key, value) in came.changes(&copy.assessment.parts) {
        copy.assessment.parts.set(&key, value);
    }
    let deed = Deed::TakeIn(vec![reply(1, "1")]);
    let done = copy.did(&id(), &Replies::default(), &deed, at(2)).unwrap();
    let now = Medians::of(&done.committed.unwrap().kept.assessment.parts);
    let written = now.0.iter().map(|(_, level)| level.unwrap().write());
    let written: Vec<String> = written.collect();
    assert_eq!(written, ["1:111111", "7:444444", "7:444444"]);
}

#[test]
fn going_back_leaves_what_others_were_asked_and_replied() {
    let before = kept();
    let day = Day::from_number(9_801);
    let all = PerLevel::from_fn(|_| Some(Themes::ALL));
    let (_, deed) = rounds::next_round(&before.assessment.parts, &all, day).unwrap();
    let mut asked = before.clone();
    for action in &deed {
        asked.assessment.take_in(action, day);
    }
    let deed = Deed::TakeIn(vec![reply(1, "1")]);
    let done = asked.did(&id(), &Replies::default(), &deed, at(2)).unwrap();
    let now = done.committed.unwrap().kept;
    let later = Action::AnswerChosen(ITEM, Answer::parse("2").unwrap());
    let mut now = now;
    now.assessment.take_in(&later, day);
    let back = now.clone().go_back(before.assessment.clone(), 4).kept;
    assert_eq!(back.assessment.parts, now.assessment.parts);
    assert_eq!(back.assessment.entries, before.assessment.entries);
}

#[test]
fn replies_of_a_file_join_and_settle() {
    let none = Replies::default();
    let here = kept()
        .did(&id(), &none, &Deed::TakeIn(vec![reply(1, "1")]), at(2))
        .unwrap();
    let there = kept()
        .did(&id(), &none, &Deed::TakeIn(vec![reply(2, "2")]), at(2))
        .unwrap();
    let now = here.committed.unwrap().kept;
    let rows = rows_in(Fate::Newer, &there.replies, &here.replies);
    let both = now.took_in(&here.replies, rows, 3);
    assert_eq!(goal(&both.committed.unwrap().kept), Answer::of_halves(3));
    assert_eq!(both.replies.all().len(), 2);
    for fate in [Fate::Same, Fate::Older] {
        assert_eq!(rows_in(fate, &there.replies, &here.replies), []);
    }
    assert_eq!(
        fate_with(Fate::Same, &there.replies, &here.replies),
        Fate::Newer
    );
    assert_eq!(
        fate_with(Fate::Same, &there.replies, &both.replies),
        Fate::Same
    );
}

//! Replies in any order, medians against a model, and a search that nothing hidden follows from
//! what was shown.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::assessment::{Entry, Note};
use crate::catalogue::{Answer, Item, Level, PerItem, Step, Theme};

const ROUND: Round = Round::FIRST;
const AT: Level = Level::Political;

/// A reply of one respondent: the same answer to all items of the level.
fn reply(who: u8, number: u8, answer: &str) -> Reply {
    let entries = PerItem::from_fn(|item: Item| Entry {
        answer: Answer::parse(answer).filter(|_| item.level == AT),
        ..Entry::default()
    });
    of(who, number, ROUND, &entries)
}

fn of(who: u8, number: u8, round: Round, entries: &PerItem<Entry>) -> Reply {
    let tag = Tag::from_bytes([1; 5]);
    let who = Respondent::from_bytes([who; 5]);
    let sent = Sent::from_seconds(u32::from(number));
    Reply::new((tag, round, AT), (who, number, sent), entries)
}

fn row(reply: Reply) -> Row {
    let link = crate::link::reply::encode(&reply).unwrap();
    Row::new(reply, link, 0)
}

fn any_answer() -> impl Strategy<Value = Option<Answer>> {
    prop::sample::select(vec!["1", "2", "3", "4", "5", "dk", "na", "-"]).prop_map(Answer::parse)
}

fn any_row() -> impl Strategy<Value = Row> {
    let answers = prop::collection::vec(any_answer(), 6);
    let about = (0u8..6, 1u8..4, 1u8..3, prop::bool::weighted(0.1));
    (about, answers).prop_map(|((who, number, round, out), answers)| {
        let entries = PerItem::from_fn(|item: Item| Entry {
            answer: answers[item.theme as usize].filter(|_| item.level == AT),
            ..Entry::default()
        });
        let mut row = row(of(who, number, Round::new(round).unwrap(), &entries));
        row.out = out.then_some(1);
        row
    })
}

/// The specification, word by word and slowly.
fn model(rows: &[Row], theme: Theme) -> (usize, Option<Answer>) {
    let mut found = (0, None);
    for round in [1, 2].map(|round| Round::new(round).unwrap()) {
        let mut last: BTreeMap<Respondent, &Row> = BTreeMap::new();
        let mut sorted: Vec<&Row> = rows.iter().collect();
        sorted.sort_by_key(|row| (row.reply.number, row.reply.sent, row.link.clone()));
        for row in sorted {
            if row.reply.round == round && row.reply.answered() > 0 {
                last.insert(row.reply.respondent, row);
            }
        }
        last.retain(|_, row| row.out.is_none());
        if !last.is_empty() {
            found.0 = last.len();
        }
        let item = Item { level: AT, theme };
        let answers: Vec<Answer> = last.values().filter_map(|r| r.reply.answer(item)).collect();
        let mut steps: Vec<u8> = answers
            .iter()
            .filter_map(|a| a.step())
            .map(Step::number)
            .collect();
        steps.sort_unstable();
        let middle = steps.len() / 2;
        let median = match steps.len() {
            0 => {
                let count = |one| answers.iter().filter(|a| **a == one).count();
                match (count(Answer::DontKnow), count(Answer::NotApplicable)) {
                    (0, 0) => None,
                    (dk, na) if na > dk => Some(Answer::NotApplicable),
                    _ => Some(Answer::DontKnow),
                }
            }
            n if n % 2 == 1 => Answer::of_halves(steps[middle] * 2),
            _ => Answer::of_halves(steps[middle - 1] + steps[middle]),
        };
        found.1 = median.or(found.1);
    }
    found
}

proptest! {
    #[test]
    fn medians_are_those_of_the_specification(rows in prop::collection::vec(any_row(), 0..14)) {
        let replies = Replies::of(rows);
        let settled = settle(&replies);
        for theme in Theme::ALL {
            let (count, median) = model(replies.all(), theme);
            let found = settled.0.get(AT);
            prop_assert_eq!(found.map_or(0, |one| usize::from(one.replies)), count);
            prop_assert_eq!(found.and_then(|one| *one.answers.get(theme)), median);
        }
        prop_assert!(settled.0.get(Level::Executive).is_none());
    }

    #[test]
    fn order_repetition_and_splitting_change_nothing(
        rows in prop::collection::vec(any_row(), 0..14),
        at in any::<prop::sample::Index>(),
    ) {
        let all = Replies::of(rows.clone());
        let mut turned = rows.clone();
        turned.rotate_left(at.index(rows.len().max(1)));
        turned.extend(rows.clone());
        prop_assert_eq!(&Replies::of(turned), &all);
        let (first, second) = rows.split_at(at.index(rows.len() + 1));
        let one = Replies::of(first.to_vec());
        let both = Replies::of([one.all(), second].concat());
        prop_assert_eq!(settle(&both), settle(&all));
        prop_assert_eq!(both, all);
    }
}

#[test]
fn a_second_round_on_some_items_leaves_the_others_as_they_were() {
    let first = [row(reply(1, 1, "2")), row(reply(2, 1, "3"))];
    let goal = Item {
        level: AT,
        theme: Theme::Goal,
    };
    let entries = PerItem::from_fn(|item| Entry {
        answer: Answer::parse("5").filter(|_| item == goal),
        ..Entry::default()
    });
    let second = row(of(3, 1, Round::new(2).unwrap(), &entries));
    let replies = Replies::of([&first[..], &[second]].concat());
    let settled = settle(&replies).0;
    assert_eq!(settled.get(AT).unwrap().write(), "1:5bbbbb");
    let before = of_round(&replies, AT, ROUND).unwrap();
    assert_eq!(before.write(), "2:bbbbbb");
}

#[test]
fn disagreement_is_measured_as_it_is_specified() {
    for (answers, distance, disputed) in [
        ("3 3 3", Some(0), false),
        ("2 3 4", Some(7), false),
        ("1 3 3 4", Some(8), true),
        ("2 2 4 4", Some(10), true),
        ("dk dk na", None, false),
        ("3 dk dk", Some(0), false),
    ] {
        let parsed: Vec<Answer> = answers.split(' ').filter_map(Answer::parse).collect();
        let strip = Strip::of(parsed.iter().copied());
        assert_eq!(
            strip.distance.map(|one| one.tenths()),
            distance,
            "{answers}"
        );
        assert_eq!(strip.is_disputed(), disputed, "{answers}");
    }
}

/// What happens in a panel of few.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Comes,
    Replaces(u8),
    Out(u8),
    Shows,
}

/// A panel, and every set that was shown, as versions of replies.
#[derive(Clone)]
struct Panel {
    rows: Vec<Row>,
    shown: Vec<Vec<String>>,
}

impl Panel {
    fn people(&self) -> u8 {
        let who = self.rows.iter().map(|row| row.reply.respondent.bytes()[0]);
        who.max().map_or(0, |last| last + 1)
    }

    fn after(&self, deed: Deed) -> Option<Panel> {
        let mut next = self.clone();
        let last = |who: u8| {
            let of = |row: &&Row| row.reply.respondent.bytes()[0] == who;
            self.rows
                .iter()
                .filter(of)
                .map(|row| row.reply.number)
                .max()
        };
        match deed {
            Deed::Comes => next.rows.push(row(reply(self.people(), 1, "3"))),
            Deed::Replaces(who) => next.rows.push(row(reply(who, last(who)? + 1, "4"))),
            Deed::Out(who) => {
                let of = |row: &&mut Row| row.reply.respondent.bytes()[0] == who;
                next.rows
                    .iter_mut()
                    .filter(of)
                    .for_each(|row| row.out = Some(1));
            }
            Deed::Shows => {
                let replies = Replies::of(self.rows.clone());
                for mark in show(&replies, AT, ROUND).ok()? {
                    let row = next.rows.iter_mut().find(|row| row.link == mark.link)?;
                    (row.from, row.to) = (mark.from, mark.to);
                }
                let is_shown = |row: &&Row| row.from.is_some() && row.to.is_none();
                let set: Vec<String> = next
                    .rows
                    .iter()
                    .filter(is_shown)
                    .map(|row| row.link.clone())
                    .collect();
                let told = shown(&Replies::of(next.rows.clone()), AT, ROUND).unwrap();
                assert_eq!(told.replies, set.len());
                next.shown.push(set);
            }
        }
        Some(next)
    }

    /// Whatever is added up and taken away of what was shown concerns no reply, or three.
    fn hides(&self) -> bool {
        let sets = self.shown.len() as u32;
        (0..3usize.pow(sets)).all(|ways| {
            let mut weights: BTreeMap<&str, i32> = BTreeMap::new();
            let mut left = ways;
            for set in &self.shown {
                let weight = (left % 3) as i32 - 1;
                left /= 3;
                for link in set {
                    *weights.entry(link).or_default() += weight;
                }
            }
            let concerned = weights.values().filter(|weight| **weight != 0).count();
            concerned == 0 || concerned >= FEWEST
        })
    }
}

#[test]
fn nothing_hidden_follows_from_what_was_shown() {
    // Three to seven people, and every way in which up to six further things happen.
    let mut looked = 0;
    for people in 3..=5u8 {
        let rows = (0..people).map(|who| row(reply(who, 1, "3"))).collect();
        let begun = Panel {
            rows,
            shown: Vec::new(),
        };
        let mut all = vec![begun.after(Deed::Shows).unwrap()];
        for _ in 0..6 {
            let mut next = Vec::new();
            for panel in &all {
                // Only the first two can be told from the others: the rest are like them.
                let deeds = [Deed::Comes, Deed::Shows].into_iter();
                let each = (0..2).flat_map(|who| [Deed::Replaces(who), Deed::Out(who)]);
                next.extend(deeds.chain(each).filter_map(|deed| panel.after(deed)));
            }
            looked += next.len();
            for panel in &next {
                assert!(panel.hides(), "{:?}", panel.shown);
            }
            all = next;
            // Enough of each kind, for time.
            all.truncate(1500);
        }
    }
    assert!(looked > 5_000, "{looked}");
}

#[test]
fn a_showing_waits_for_enough() {
    let two = Replies::of((0..2).map(|who| row(reply(who, 1, "3"))).collect());
    assert_eq!(show(&two, AT, ROUND), Err(Wait::Missing(1)));
    assert_eq!(shown(&two, AT, ROUND), None);
    let begun = Panel {
        rows: (0..3).map(|who| row(reply(who, 1, "3"))).collect(),
        shown: Vec::new(),
    };
    let first = begun.after(Deed::Shows).unwrap();
    let again = |panel: &Panel| show(&Replies::of(panel.rows.clone()), AT, ROUND);
    assert_eq!(again(&first), Err(Wait::Same));
    let more = first.after(Deed::Comes).unwrap();
    assert_eq!(again(&more), Err(Wait::FewChanged));
    assert_eq!(
        shown(&Replies::of(more.rows.clone()), AT, ROUND)
            .unwrap()
            .since,
        1
    );
    let more = more.after(Deed::Comes).unwrap().after(Deed::Comes).unwrap();
    assert_eq!(again(&more).unwrap().len(), 3);
}

#[test]
fn what_is_seen_from_elsewhere_and_what_was_written_need_three() {
    let entries = |seen: &str, comment: &str| {
        PerItem::from_fn(|item: Item| Entry {
            answer: Answer::parse(if item.level == AT { "3" } else { seen }),
            comment: Note::parse(comment).unwrap(),
            ..Entry::default()
        })
    };
    let rows = [("2", "b"), ("4", "a"), ("5", "")];
    let rows = rows.iter().enumerate();
    let rows: Vec<Row> = rows
        .map(|(who, (seen, comment))| row(of(who as u8, 1, ROUND, &entries(seen, comment))))
        .collect();
    let hidden = Replies::of(rows.clone());
    assert_eq!(
        seen(&hidden, AT, Level::Operational, ROUND),
        Default::default()
    );
    let panel = Panel {
        rows,
        shown: Vec::new(),
    };
    let panel = Replies::of(panel.after(Deed::Shows).unwrap().rows);
    let from = seen(&panel, AT, Level::Operational, ROUND);
    assert_eq!(*from.get(Theme::Plan), Answer::parse("4"));
    let told = shown(&panel, AT, ROUND).unwrap();
    let goal = told
        .comments
        .iter()
        .filter(|(item, _)| item.theme == Theme::Goal);
    let goal: Vec<&str> = goal.map(|(_, note)| note.as_str()).collect();
    assert_eq!(goal, ["a", "b"]);
}

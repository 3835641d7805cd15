//! Assignments and reports: as they were, in any order of trouble; and what cannot be written.

use proptest::prelude::*;

use super::super::wrapping::wrapped;
use super::super::{LENGTH_MAX, assignment};
use super::*;
use crate::assessment::Name;
use crate::day::Day;
use crate::panel::{Mail, Message};
use crate::plan::report::{ASSIGNED_MAX, Assigned, Assignment};

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

fn tags() -> impl Strategy<Value = Vec<[u8; 5]>> {
    let tags = prop::collection::btree_set(any::<[u8; 5]>(), 1..9);
    tags.prop_map(|tags| tags.into_iter().collect::<Vec<_>>())
        .prop_shuffle()
}

const TEXT: &str = "[a-zæøå\n\t ,;🧭]{0,60}";

fn any_assignment() -> impl Strategy<Value = Assignment> {
    let row = (TEXT, prop::option::of(any::<u16>()), 0usize..4);
    let texts = ("[a-zæøå ]{0,40}", TEXT, TEXT);
    let mail = prop::option::of("[a-z]{1,9}@[a-z]{1,9}");
    let day = prop::option::of(0..u16::MAX);
    let rows = prop::collection::vec(row, 9);
    let about = (any::<[u8; 5]>(), day, texts, mail);
    (about, tags(), rows).prop_map(|((tag, last, texts, mail), tags, rows)| Assignment {
        tag: Tag::from_bytes(tag),
        last: last.map(Day::from_number),
        name: Name::parse(&texts.0).unwrap(),
        message: Message::parse(&texts.1).unwrap(),
        mail: mail.and_then(|mail| Mail::parse(&mail)),
        responsible: note(&texts.2),
        measures: (tags.into_iter().zip(rows))
            .map(|(tag, (text, deadline, status))| Assigned {
                measure: Tag::from_bytes(tag),
                text: note(&text),
                deadline: deadline.map(Day::from_number),
                status: Status::ALL[status],
            })
            .collect(),
    })
}

fn any_report() -> impl Strategy<Value = Report> {
    let row = (prop::option::of(0usize..4), TEXT, "[a-zø\n]{1,60}");
    let about = (any::<[u8; 5]>(), any::<[u8; 5]>(), 1u8.., any::<u32>());
    let rows = prop::collection::vec(row, 9);
    (about, tags(), rows).prop_map(|((tag, respondent, number, sent), tags, rows)| Report {
        tag: Tag::from_bytes(tag),
        respondent: Respondent::from_bytes(respondent),
        number,
        sent: Sent::from_seconds(sent),
        measures: (tags.into_iter().zip(rows))
            .map(|(tag, (status, text, always))| {
                let status = status.map(|one| Status::ALL[one]);
                let dropped = status == Some(Status::Dropped);
                Reported {
                    measure: Tag::from_bytes(tag),
                    status,
                    reason: note(if dropped { &text } else { "" }),
                    note: note(if status.is_some() { &text } else { &always }),
                }
            })
            .collect(),
    })
}

fn is_read(link: &str) -> bool {
    decode(link).is_ok() || assignment::decode(link).is_ok()
}

const SIGNS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. +/=%#";

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn assignments_come_back_as_they_were(one in any_assignment()) {
        let link = assignment::encode(&one).unwrap();
        prop_assert!(link.len() <= LENGTH_MAX);
        prop_assert_eq!(assignment::decode(&link), Ok(one));
    }

    #[test]
    fn reports_come_back_as_they_were(report in any_report()) {
        let link = encode(&report).unwrap();
        prop_assert_eq!(decode(&link), Ok(report));
    }

    #[test]
    fn any_text_is_read_or_refused(text in "\\PC{0,60}", signs in "[A-Za-z0-9_-]{0,90}") {
        let made = ["o1.", "o2.", "t1.", "t2."].map(|prefix| format!("{prefix}{signs}"));
        for text in made.iter().chain([&text]) {
            let _ = (decode(text), assignment::decode(text));
        }
    }

    #[test]
    fn rows_are_read_whole_or_refused(
        figures in any::<[u8; 15]>(),
        texts in "[a-e]([0-9a-f]{9,10}|\u{1e}|\u{1f}|[a-e]|done|dropped|2027-01-3[01]|ø){0,9}",
        first in "(a0a0b0c0d0[0-9a-f])?\u{1f}?",
    ) {
        let text = format!("{first}{texts}");
        let mut block = Vec::new();
        block::push(&mut block, rows::MEASURES, &text);
        let bytes = [&[1, 0], &figures[..], &[0], &block].concat();
        if let Ok(read) = decode(&wrapped("t1.", bytes)) {
            prop_assert_eq!(decode(&encode(&read).unwrap()), Ok(read));
        }
        let bytes = [&[1, 0], &figures[..7], &[0], &block].concat();
        if let Ok(read) = assignment::decode(&wrapped("o1.", bytes)) {
            prop_assert_eq!(assignment::decode(&assignment::encode(&read).unwrap()), Ok(read));
        }
    }

    #[test]
    fn bytes_are_read_whole_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..80)) {
        let _ = decode(&wrapped("t1.", bytes.clone()));
        let _ = assignment::decode(&wrapped("o1.", bytes));
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(40)
    })]

    #[test]
    fn a_changed_sign_is_found(
        one in any_report(),
        other in any_assignment(),
        at: prop::sample::Index,
    ) {
        for link in [encode(&one).unwrap(), assignment::encode(&other).unwrap()] {
            let at = at.index(link.len());
            for sign in SIGNS.iter().map(|sign| char::from(*sign).to_string()) {
                let mut changed = link.clone();
                changed.replace_range(at..=at, &sign);
                prop_assert_eq!(is_read(&changed), changed == link, "{}", changed);
            }
            let mut cut = link.clone();
            cut.remove(at);
            prop_assert!(!is_read(&cut), "{}", cut);
            prop_assert!(!is_read(&link[..at]));
        }
    }
}

fn said(n: u32, status: Option<Status>, text: &str) -> Reported {
    let [a, b, c, d] = n.to_be_bytes();
    Reported {
        measure: Tag::from_bytes([7, a, b, c, d]),
        status,
        reason: Note::default(),
        note: note(text),
    }
}

fn saying(measures: Vec<Reported>) -> Report {
    Report {
        tag: Tag::from_bytes([1; 5]),
        respondent: Respondent::from_bytes([2; 5]),
        number: 1,
        sent: Sent::from_seconds(3),
        measures,
    }
}

#[test]
fn what_a_report_says_nothing_of_is_left_out() {
    let mut of_done = said(2, Some(Status::Done), "");
    of_done.reason = note("Var med da det ble droppet");
    let report = saying(vec![
        said(1, None, ""),
        of_done,
        said(3, None, "Går bra"),
        said(4, None, ""),
    ]);
    let read = decode(&encode(&report).unwrap()).unwrap();
    let left = [said(2, Some(Status::Done), ""), said(3, None, "Går bra")];
    assert_eq!(read.measures, left);
}

#[test]
fn what_nobody_could_read_is_not_written() {
    let done = |n| said(n, Some(Status::Done), "");
    let most = ASSIGNED_MAX as u32;
    let full: Vec<Reported> = (0..most).map(done).collect();
    assert!(encode(&saying(full.clone())).is_ok());
    // What says nothing does not count.
    let beside = [full.clone(), vec![said(most, None, "")]].concat();
    assert!(encode(&saying(beside)).is_ok());
    for bad in [
        Vec::new(),
        vec![said(1, None, "")],
        vec![done(1), done(1)],
        [full, vec![done(most)]].concat(),
    ] {
        assert_eq!(encode(&saying(bad)), Err(TooLong));
    }
    let without = Report {
        number: 0,
        ..saying(vec![done(1)])
    };
    assert_eq!(encode(&without), Err(TooLong));
}

#[test]
fn assignments_that_nobody_could_read_are_not_written() {
    let one = |n: u32| Assigned {
        measure: said(n, None, "").measure,
        text: Note::default(),
        deadline: None,
        status: Status::NotStarted,
    };
    let asking = |measures: Vec<Assigned>| Assignment {
        tag: Tag::from_bytes([1; 5]),
        last: None,
        name: Name::default(),
        message: Message::default(),
        mail: None,
        responsible: Note::default(),
        measures,
    };
    let most = ASSIGNED_MAX as u32;
    let full = asking((0..most).map(one).collect());
    let link = assignment::encode(&full).unwrap();
    assert_eq!(assignment::decode(&link), Ok(full));
    for bad in [
        Vec::new(),
        vec![one(1), one(1)],
        (0..=most).map(one).collect(),
    ] {
        assert_eq!(assignment::encode(&asking(bad)), Err(TooLong));
    }
}

#[test]
fn more_text_than_a_link_holds_is_too_long() {
    // Pseudo-random letters hardly become shorter.
    let mut seed = 1u32;
    let mut text = || -> String {
        let letters = (0..Note::LIMIT).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            char::from_u32(0x4e00 + (seed >> 16) % 0x5000).unwrap()
        });
        letters.collect()
    };
    let long = (0..4).map(|n| said(n, None, &text())).collect();
    assert_eq!(encode(&saying(long)), Err(TooLong));
    let short = vec![said(0, None, &text())];
    assert!(encode(&saying(short)).is_ok());
}

#[test]
fn more_measures_than_may_stand_in_a_link_are_damaged() {
    for (count, is) in [(ASSIGNED_MAX, true), (ASSIGNED_MAX + 1, false)] {
        let text: Vec<String> = (0..count).map(|n| format!("a{n:010x}\u{1f}dA")).collect();
        let mut block = Vec::new();
        block::push(&mut block, rows::MEASURES, &text.join("\u{1e}"));
        let mut bytes = vec![1; LENGTH];
        bytes[1] = 0;
        bytes.extend(block::packed(block).unwrap());
        let read = decode(&wrapped("t1.", bytes));
        assert_eq!(read.is_ok(), is);
        assert!(is || read == Err(LinkProblem::Damaged));
    }
}

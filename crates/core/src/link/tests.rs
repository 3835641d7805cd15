//! Round trips, damage of every kind, and the vectors of docs/link-format.md.

use super::*;
use crate::assessment::{Name, Note, NoteField};
use proptest::prelude::*;

const DOC: &str = include_str!("../../../../docs/link-format.md");

/// Pseudo-random assessments from a fixed seed (xorshift).
fn samples(count: usize) -> Vec<Assessment> {
    let mut state = 0x2017_1026_u64;
    let mut next = move |bound: u64| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state % bound
    };
    (0..count)
        .map(|_| {
            let about = (next(5) as usize, next(4) as usize, next(65_536) as u16);
            assessment(about, &[(); 18].map(|()| next(8)))
        })
        .collect()
}

/// `how` is 0 to 3: scope and variant.
fn assessment((kind, how, date): (usize, usize, u16), codes: &[u64]) -> Assessment {
    let date = Day::from_number(date);
    let mut assessment = Assessment::blank(Kind::ALL[kind], Scope::ALL[how % 2], date);
    assessment.variant = Variant::ALL[how / 2];
    for (item, code) in Item::all().zip(codes) {
        let asked = assessment.variant.asks(item);
        assessment.entries.get_mut(item).answer = answer(*code).filter(|_| asked);
    }
    assessment
}

#[test]
fn answers_that_are_not_asked_do_not_travel() {
    for full in samples(20) {
        let mut quick = full.clone();
        quick.variant = Variant::Quick;
        let read = decode(&encode(&quick)).unwrap();
        assert_eq!(read.answers(), quick.answers());
        let left = Item::all().filter(|item| read.entries.get(*item).answer.is_some());
        assert!(left.count() <= 6);
    }
}

#[test]
fn names_and_notes_do_not_travel() {
    for bare in samples(20) {
        let mut named = bare.clone();
        named.name = Name::parse("Fosen kommune").unwrap();
        let note = Note::parse("Sak 12/2026").unwrap();
        for item in Item::all() {
            *named.entries.get_mut(item).note_mut(NoteField::Reason) = note.clone();
            *named.entries.get_mut(item).note_mut(NoteField::Evidence) = note.clone();
        }
        assert_eq!(encode(&named), encode(&bare));
    }
}

/// Refused, and never as if it were whole.
fn check_refused(changed: &str, link: &str) {
    if changed != link {
        assert!(decode(changed).is_err(), "{changed} from {link}");
    }
}

#[test]
fn every_truncation_change_drop_double_and_swap_is_refused() {
    let alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_. +/=%#";
    for link in samples(200).iter().map(encode) {
        for at in 0..link.len() {
            let (before, rest) = link.split_at(at);
            let (one, after) = rest.split_at(1);
            check_refused(before, &link);
            check_refused(&format!("{before}{after}"), &link);
            check_refused(&format!("{before}{one}{one}{after}"), &link);
            if let Some(other) = after.get(..1) {
                let tail = after.get(1..).unwrap_or_default();
                check_refused(&format!("{before}{other}{one}{tail}"), &link);
            }
            for letter in alphabet.chars() {
                check_refused(&format!("{before}{letter}{after}"), &link);
            }
        }
    }
}

#[test]
fn each_problem_has_its_own_name() {
    let data = encode(&samples(1)[0]).split_off(PREFIX.len());
    // A payload of r1, its second byte, and what follows it.
    let summed = |instrument, about, rest: usize| {
        with_sum(&[vec![instrument, about], vec![0; rest]].concat())
    };
    for (text, problem) in [
        ("".to_owned(), LinkProblem::NoData),
        ("r1.".to_owned(), LinkProblem::NoData),
        ("r2.".to_owned(), LinkProblem::NoData),
        ("r2.AAAA".to_owned(), LinkProblem::Newer),
        ("r10.AAAA".to_owned(), LinkProblem::Newer),
        (summed(INSTRUMENT + 1, 0, 9), LinkProblem::Newer),
        (summed(255, 0, 0), LinkProblem::Newer),
        (summed(INSTRUMENT, 0x40, 9), LinkProblem::Newer),
        (summed(INSTRUMENT, 0x80, 9), LinkProblem::Newer),
        (summed(INSTRUMENT, 5, 9), LinkProblem::Newer),
        (summed(INSTRUMENT, 15, 9), LinkProblem::Newer),
        (summed(INSTRUMENT, 0, 10), LinkProblem::Newer),
        (summed(INSTRUMENT, 0, 8), LinkProblem::Damaged),
        (summed(0, 0, 9), LinkProblem::Damaged),
        (with_sum(&[]), LinkProblem::Damaged),
        (
            with_sum(&[1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]),
            LinkProblem::Damaged,
        ),
        (format!("r2.{data}"), LinkProblem::Damaged),
        (format!("r11.{data}"), LinkProblem::Damaged),
        (format!("r0.{data}"), LinkProblem::Damaged),
        (format!("r01.{data}"), LinkProblem::Damaged),
        (format!("r+1.{data}"), LinkProblem::Damaged),
        (format!("r99999999999.{data}"), LinkProblem::Damaged),
        (format!("R1.{data}"), LinkProblem::Damaged),
        (format!("#r1.{data}"), LinkProblem::Damaged),
        (format!("r1.{data}="), LinkProblem::Damaged),
        (format!("r1.{data}\n"), LinkProblem::Damaged),
        (format!("r.{data}"), LinkProblem::Damaged),
        ("r1".to_owned(), LinkProblem::Damaged),
        ("r1.A".to_owned(), LinkProblem::Damaged),
        ("r1.æ".to_owned(), LinkProblem::Damaged),
        (
            format!("r1.{}", "A".repeat(LENGTH_MAX)),
            LinkProblem::Damaged,
        ),
        (
            format!("r2.{}", "A".repeat(LENGTH_MAX)),
            LinkProblem::Damaged,
        ),
    ] {
        assert_eq!(decode(&text), Err(problem), "{text}");
    }
}

fn with_sum(payload: &[u8]) -> String {
    let mut bytes = payload.to_vec();
    bytes.extend(checksum(payload).to_be_bytes());
    format!("{PREFIX}{}", base64url::encode(&bytes))
}

/// Rows such as ``| `r1.…` | municipality | organisation | full | 2026-11-24 | 3 dk - … |``.
#[test]
fn the_vectors_of_the_specification_hold_both_ways() {
    // Rows of two cells are of the table of what is refused.
    let rows = DOC.lines().filter(|line| line.starts_with("| `r1."));
    let rows: Vec<&str> = rows.filter(|line| line.matches('|').count() > 3).collect();
    assert!(rows.len() >= 6, "only {} vectors found", rows.len());
    for row in rows {
        let cells: Vec<&str> = row
            .split('|')
            .map(|cell| cell.trim().trim_matches('`'))
            .collect();
        let ["", link, kind, scope, variant, date, answers, ""] = cells.as_slice() else {
            panic!("a row of another form: {row}");
        };
        let codes: Vec<&str> = answers
            .split_whitespace()
            .filter(|code| *code != "/")
            .collect();
        assert_eq!(codes.len(), Item::COUNT, "{row}");
        let date = Day::parse_iso(date).unwrap();
        let mut expected = Assessment::blank(
            Kind::parse(kind).unwrap(),
            Scope::parse(scope).unwrap(),
            date,
        );
        expected.variant = Variant::parse(variant).unwrap();
        for (item, code) in Item::all().zip(codes) {
            let answer = (code != "-").then(|| Answer::parse(code).unwrap());
            expected.entries.get_mut(item).answer = answer;
        }
        assert_eq!(encode(&expected), *link);
        assert_eq!(decode(link), Ok(expected), "{link}");
    }
}

/// The refused texts of the specification: rows such as
/// ``| `r2.AAAA` | newer |``.
#[test]
fn what_the_specification_says_is_refused_is_refused() {
    let mut checked = 0;
    for (name, problem) in [
        ("no data", LinkProblem::NoData),
        ("damaged", LinkProblem::Damaged),
        ("newer", LinkProblem::Newer),
    ] {
        let end = format!("` | {name} |");
        for row in DOC
            .lines()
            .filter_map(|line| line.strip_suffix(end.as_str()))
        {
            let text = row.strip_prefix("| `").unwrap();
            assert_eq!(decode(text), Err(problem), "{text}");
            checked += 1;
        }
    }
    assert!(checked >= 9, "only {checked} refused texts found");
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(5000) })]

    #[test]
    fn what_is_encoded_is_decoded_and_short(
        about in (0..5usize, 0..4usize, any::<u16>()),
        codes in prop::collection::vec(0..8u64, 18),
    ) {
        let assessment = assessment(about, &codes);
        let link = encode(&assessment);
        prop_assert_eq!(link.len(), 23);
        prop_assert_eq!(decode(&link), Ok(assessment));
    }

    #[test]
    fn whatever_is_decoded_is_encoded_as_it_was(payload in any::<[u8; PAYLOAD]>(), first in 0..3u8) {
        let mut payload = payload;
        payload[0] = first;
        payload[1] &= 0x3f;
        payload[10] &= 0xfc;
        let link = with_sum(&payload);
        if let Ok(assessment) = decode(&link) {
            prop_assert_eq!(encode(&assessment), link);
        }
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,60}", data in "[A-Za-z0-9_-]{0,80}") {
        prop_assert!(decode(&text).is_err());
        let _ = decode(&format!("r1.{data}"));
        let _ = decode(&format!("r{data}.{text}"));
    }
}

//! Round trips with hostile text, the golden file, the schema, back-ups.

use super::*;
use crate::assessment::{Action, Name, Note, NoteField};
use crate::catalogue::{
    Answer, AnsweredBy, Covered, Item, Kind, Level, PerLevel, Perspective, Scope, Variant,
};
use crate::day::Day;
use proptest::prelude::*;

pub(super) const GOLDEN: &str = include_str!("../../tests/golden/file-v1.json");
const SCHEMA: &str = include_str!("../../../../docs/forankring-file.schema.json");

fn sample(texts: &[String], codes: &[&str]) -> Document {
    let day = Day::from_ymd(2026, 11, 24).unwrap();
    let mut assessment = Assessment::blank(Kind::County, Scope::Procurement, day);
    for ((item, code), text) in Item::all().zip(codes).zip(texts.iter().cycle()) {
        if let Some(answer) = Answer::parse(code) {
            assessment = assessment.apply(&Action::AnswerChosen(item, answer), day);
        }
        for field in NoteField::ALL {
            let note = Note::parse(text).unwrap();
            assessment = assessment.apply(&Action::NoteWritten(item, field, note), day);
        }
    }
    let name = texts.first().and_then(|text| Name::parse(text).ok());
    assessment.name = name.unwrap_or_default();
    assessment.procurement = assessment.name.clone();
    for (perspective, covered) in Perspective::ALL
        .into_iter()
        .zip(Covered::ALL)
        .skip(codes.len() % 3)
    {
        assessment = assessment.apply(&Action::PerspectiveAnswered(perspective, covered), day);
    }
    let target = codes.iter().find_map(|code| Answer::parse(code)?.step());
    assessment.targets = PerLevel::from_fn(|level| target.filter(|_| level != Level::Political));
    assessment.variant = Variant::ALL[codes.len() / 2 % 2];
    assessment.by = AnsweredBy::ALL[codes.len() % 2];
    Document {
        id: Some(Id::from_bytes([9; 10])),
        saved: Some(1_795_521_785_123),
        assessment,
        replies: Replies::default(),
    }
}

#[test]
fn the_golden_file_is_read_and_written_as_it_stands() {
    let found = read(GOLDEN).unwrap();
    assert_eq!(found.unknown, Unknown::default());
    assert_eq!(write(&found.document), GOLDEN);
    assert_eq!(found.document.assessment.answered(), 17);
}

#[test]
fn files_fit_their_schema() {
    let schema = serde_json::from_str(SCHEMA).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let check = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    assert!(check(GOLDEN));
    let planned = include_str!("../../tests/golden/file-v2.json");
    assert!(check(planned));
    for (from, to) in [
        ("\"version\": 2", "\"version\": 1"),
        ("\"large\"", "\"huge\""),
        (":2:3", ":2:9"),
        ("underway", "Underway"),
    ] {
        assert!(!check(&planned.replacen(from, to, 1)), "{from} → {to}");
    }
    let codes = ["1", "2", "3", "4", "5", "dk", "na", "-"].repeat(3);
    assert!(check(&write(&sample(&["Sak 1".into()], &codes))));
    assert!(check(&write(&sample(&[String::new()], &[]))));
    let bare = Document {
        id: None,
        saved: None,
        ..sample(&[String::new()], &[])
    };
    assert!(check(&write(&bare)));
    for code in ["1", "2", "3", "4", "5", "dk", "na"] {
        assert!(
            check(&write(&sample(&[String::new()], &[code; Item::COUNT]))),
            "{code}"
        );
    }
    for (from, to) in [
        ("\"municipality\"", "\"kommune\""),
        ("\"version\": 1", "\"version\": 3"),
        ("\"answer\": 3", "\"answer\": 6"),
        ("\"political.goal\": {", "\"political.mål\": {"),
        ("\"name\"", "\"navn\""),
        ("\"3.0\"", "\"3,0\""),
    ] {
        assert!(!check(&GOLDEN.replacen(from, to, 1)), "{from}");
    }
}

#[test]
fn the_largest_file_is_within_the_limit() {
    let full = ["\u{1f600}".repeat(2000)];
    let mut document = sample(&full, &["na"; Item::COUNT]);
    document.assessment.name = Name::parse(&"\u{1f600}".repeat(120)).unwrap();
    let text = write(&document);
    assert!(text.len() < 450_000, "{}", text.len());
    assert_eq!(read(&text).map(|read| read.document), Ok(document));
}

#[test]
fn the_result_is_computed_never_read() {
    let honest = read(GOLDEN).unwrap();
    let (before, _) = GOLDEN.split_once("\"result\"").unwrap();
    let without = format!("{}}}", before.trim_end().trim_end_matches(','));
    for other in [
        without,
        GOLDEN.replacen("\"stage\": 3", "\"stage\": 5", 2),
        format!("{before}\"result\": 7}}"),
    ] {
        assert_ne!(other, GOLDEN);
        let found = read(&other).unwrap();
        assert_eq!(found, honest);
        assert_eq!(write(&found.document), GOLDEN);
    }
    let bare = write_bare(&honest.document);
    assert!(!bare.contains("\"result\""));
    assert_eq!(read(&bare), Ok(honest));
}

#[test]
fn what_is_left_out_is_not_written() {
    let document = Document {
        id: None,
        saved: None,
        ..sample(&[String::new()], &["3"])
    };
    let text = write(&document);
    for absent in [
        "\"id\"",
        "\"saved\"",
        "evidence",
        "reason",
        "comment",
        "political.plan",
    ] {
        assert!(
            !text.contains(&format!("\n  {absent}")) && !text.contains(&format!("{absent}\":")),
            "{absent}"
        );
    }
    assert!(text.contains("\"headline\": null"));
    assert_eq!(read(&text).map(|read| read.document), Ok(document));
}

#[test]
fn a_doubled_field_counts_the_last_time() {
    let changed = GOLDEN.replacen("\"name\"", "\"name\": 3, \"name\"", 1);
    assert_eq!(read(&changed), read(GOLDEN));
}

/// Texts that a file could take for its own signs.
const HOSTILE: &str = "[\"'<>&\\\\/{}\\[\\]a-zæøå\n\t\u{202e}\u{1f600}\u{feff}=+@-]{0,100}";
const CODES: &[&str] = &["1", "2", "5", "dk", "na", "-"];

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(300)
    })]

    #[test]
    fn what_is_written_is_read(
        texts in prop::collection::vec(HOSTILE, 1..4),
        codes in prop::collection::vec(prop::sample::select(CODES), 18),
    ) {
        let document = sample(&texts, &codes);
        let found = read(&write(&document));
        prop_assert_eq!(found, Ok(Read { document, unknown: Unknown::default() }));
    }

    #[test]
    fn no_text_makes_it_panic(text in "\\PC{0,200}") {
        prop_assert!(read(&text).is_err());
    }

    #[test]
    fn no_changed_file_makes_it_panic(
        at in 0..GOLDEN.len(),
        put in "[\"{}\\[\\],:0-9a-z\\\\]{0,4}",
    ) {
        let at = (0..=at).rev().find(|&at| GOLDEN.is_char_boundary(at)).unwrap_or(0);
        let (before, after) = GOLDEN.split_at(at);
        let mut after = after.chars();
        after.next();
        if let Ok(found) = read(&format!("{before}{put}{}", after.as_str())) {
            let again = read(&write(&found.document)).map(|read| read.document);
            prop_assert_eq!(again, Ok(found.document));
        }
    }
}

#[test]
fn a_back_up_holds_many_and_comes_back_whole() {
    let one = sample(&["Sak 1".into()], &["3", "dk", "-"].repeat(6));
    let two = sample(&["Æ «2» 😀".into()], &["na", "5"].repeat(9));
    let text = write_backup(&[one.clone(), two.clone()], 1_795_521_785_123);
    let read = |text: &str| read_backup(text, crate::json::parse);
    let bad = |place: &str| FileProblem::Bad {
        place: place.to_owned(),
    };
    let found: Vec<Document> = read(&text)
        .unwrap()
        .into_iter()
        .map(|one| one.document)
        .collect();
    assert_eq!(found, [one.clone(), two]);
    // A file with one is read too, and what is unknown is named.
    assert_eq!(read(&write(&one)).unwrap()[0].document, one);
    let more = text.replacen("\"kind\"", "\"colour\": 1, \"kind\"", 1);
    let found = read(&more).unwrap();
    assert_eq!(found[0].unknown.first(), ["assessments.0.colour"]);
    for (from, to, expected) in [
        (
            "\"version\": 1,\n  \"saved\"",
            "\"version\": 2,\n  \"saved\"",
            FileProblem::Newer,
        ),
        (
            "\"assessments\": [",
            "\"assessments\": [3, ",
            bad("assessments.0.format"),
        ),
        (
            "\"scope\": \"",
            "\"scope\": \"x",
            bad("assessments.0.scope"),
        ),
        ("forankring-backup", "forankring-else", FileProblem::NotOurs),
    ] {
        assert!(text.contains(from), "{from}");
        assert_eq!(
            read(&text.replacen(from, to, 1)).unwrap_err(),
            expected,
            "{to}"
        );
    }
    assert_eq!(
        read(&text[..text.len() - 9]).unwrap_err(),
        FileProblem::NotJson
    );
}

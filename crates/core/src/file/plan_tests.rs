//! Files with a plan: version 2.

use super::*;
use crate::assessment::{Action, Key, Note, Parts};
use crate::figures;
use crate::panel::{Respondent, Sent, Tag};
use crate::plan::report::{Report, Reported, judge};
use crate::plan::{Field, Plan, Status};
use crate::series::Sequel;

const GOLDEN: &str = include_str!("../../tests/golden/file-v2.json");

#[test]
fn the_golden_file_of_version_2_is_read_and_written_as_it_stands() {
    let found = read(GOLDEN).unwrap();
    assert_eq!(found.unknown, Unknown::default());
    assert_eq!(write(&found.document), GOLDEN);
    let plan = Plan::of(&found.document.assessment.parts);
    assert_eq!(plan.measures.len(), 3);
    assert_eq!(plan.standing().count(), 2);
    assert_eq!(plan.measures[0].status, Status::UnderWay);
}

#[test]
fn without_a_plan_a_file_is_one_that_older_readers_read() {
    let mut document = read(GOLDEN).unwrap().document;
    assert!(write(&document).contains("\"version\": 2"));
    document.assessment.parts = Parts::default();
    assert!(write(&document).contains("\"version\": 1"));
    assert_eq!(read(&write(&document)).unwrap().document, document);
}

#[test]
fn what_may_not_stand_in_a_plan_is_refused_with_its_place() {
    let bad = |place: &str| FileProblem::bad(place);
    let row = "parts.plan/aaaaaaaaaaaaaaaa";
    for (from, to, problem) in [
        ("2027-06-30", "2027-06-31", bad(&format!("{row}/deadline"))),
        ("underway", "halvveis", bad(&format!("{row}/status"))),
        ("\"large\"", "\"huge\"", bad(&format!("{row}/effort"))),
        (":2:3\"", ":3:2\"", bad(&format!("{row}/aim"))),
        ("\"large\"", "3", bad(&format!("{row}/effort"))),
        (
            "plan/aaaaaaaaaaaaaaaa",
            "plan/A",
            bad("parts.plan/A/agreement"),
        ),
        (
            "plan/",
            "Plan/",
            bad("parts.Plan/aaaaaaaaaaaaaaaa/agreement"),
        ),
        ("\"parts\": {", "\"parts\": 1, \"x\": {", bad("parts")),
    ] {
        let changed = GOLDEN.replacen(from, to, 1);
        assert_ne!(changed, GOLDEN, "{from} is not in the golden file");
        assert_eq!(read(&changed), Err(problem), "{from} → {to}");
    }
    let long = GOLDEN.replacen("innkjøpssjef", &"å".repeat(2001), 1);
    assert_eq!(read(&long), Err(bad(&format!("{row}/responsible"))));
}

#[test]
fn what_is_not_known_in_a_plan_is_told_and_not_kept() {
    let row = "plan/aaaaaaaaaaaaaaaa";
    let more = "\"replies/bbbbbbbbbbbbbbbb/a\": \"b\", \"plan/aaaaaaaaaaaaaaaa/colour\": \"red\",";
    let changed = GOLDEN.replacen("\"parts\": {", &format!("\"parts\": {{ {more}"), 1);
    let found = read(&changed).unwrap();
    assert_eq!(
        found.unknown.first(),
        [
            &*format!("parts.{row}/colour"),
            "parts.replies/bbbbbbbbbbbbbbbb/a",
        ]
    );
    assert_eq!(write(&found.document), GOLDEN);
}

#[test]
fn a_series_is_kept_and_what_may_not_stand_in_it_is_refused() {
    let row = "series/aaaaaaaaaaaaaaaa";
    let with = |follows: &str, began: &str| {
        let row = format!("\"{row}/began\": \"{began}\", \"{row}/follows\": \"{follows}\",");
        GOLDEN.replacen("\"parts\": {", &format!("\"parts\": {{ {row}"), 1)
    };
    let found = read(&with("bbbbbbbbbbbbbbbb", "2027-11-27")).unwrap();
    assert_eq!(found.unknown, Unknown::default());
    let sequel = Sequel::of(&found.document.assessment.parts).unwrap();
    assert_eq!(sequel.follows.as_str(), "bbbbbbbbbbbbbbbb");
    assert_eq!(read(&write(&found.document)).unwrap(), found);
    let bad = |field: &str| Err(FileProblem::bad(&format!("parts.{row}/{field}")));
    assert_eq!(read(&with("<script>", "2027-11-27")), bad("follows"));
    assert_eq!(read(&with("bbbbbbbbbbbbbbbb", "i fjor")), bad("began"));
}

#[test]
fn which_report_counts_is_kept_and_what_may_not_stand_there_is_refused() {
    let place = "reported/aaaaaaaaaaaaaaaa/last";
    let with = |last: &str| {
        let row = format!("\"{place}\": \"{last}\",");
        GOLDEN.replacen("\"parts\": {", &format!("\"parts\": {{ {row}"), 1)
    };
    let said = Reported {
        measure: Tag::of(&Id::parse("aaaaaaaaaaaaaaaa").unwrap()),
        status: Some(Status::Done),
        reason: Note::default(),
        note: Note::default(),
    };
    let of = Id::from_bytes([7; 10]);
    let report = Report {
        tag: Tag::of(&of),
        respondent: Respondent::from_bytes([1, 2, 3, 4, 0xff]),
        number: 255,
        sent: Sent::from_seconds(u32::MAX),
        measures: vec![said],
    };
    let mut document = read(GOLDEN).unwrap().document;
    let day = document.assessment.date;
    let today = crate::day::Day::from_number(u16::MAX);
    let judged = judge(&[report], &of, &document.assessment.parts, today);
    let (deed, _) = judged.deed(|_| true);
    let taken = |now: Assessment, one: &Action| now.apply(one, day);
    document.assessment = deed.iter().fold(document.assessment, taken);
    let text = write(&document);
    assert!(text.contains(place) && text.contains("\"version\": 2"));
    let found = read(&text).unwrap();
    assert_eq!(found.unknown, Unknown::default());
    assert_eq!(found.document, document);
    let schema = include_str!("../../../../docs/forankring-file.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let fits = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    assert!(fits(&text));
    for bad in [
        "1.1.0102030405",
        "1.1.0102030405.aaaaaaaaaaaaaaa1",
        "i fjor",
    ] {
        let bad = with(bad);
        let place = format!("parts.{place}");
        assert_eq!(read(&bad), Err(FileProblem::bad(&place)));
        assert!(!fits(&bad));
    }
}

#[test]
fn the_largest_plan_that_can_be_written_is_read() {
    let mut assessment = read(GOLDEN).unwrap().document.assessment;
    let widest = Note::parse(&"😀".repeat(Note::LIMIT)).unwrap();
    let day = assessment.date;
    let mut n = 0u32;
    while assessment.parts.room() > Note::LIMIT + 100 {
        let [a, b, c, d] = n.to_be_bytes();
        let id = Id::from_bytes([1, 1, 1, 1, 1, 1, a, b, c, d]);
        let key: Key = Field::Text.key(&id).unwrap();
        assessment = assessment.apply(&Action::PartWritten(key, widest.clone()), day);
        n += 1;
    }
    assert!(n > 450, "{n}");
    let document = Document {
        id: None,
        saved: None,
        assessment,
        replies: Replies::default(),
    };
    let text = write(&document);
    assert!(text.len() < SIZE_MAX, "{} bytes", text.len());
    assert_eq!(read(&text).unwrap().document, document);
}

#[test]
fn figures_stand_beside_the_plan_and_are_held_to_what_they_may_be() {
    let mut document = read(GOLDEN).unwrap().document;
    let parts = &mut document.assessment.parts;
    let begun = &figures::all(&Parts::default()).0[0];
    for action in begun.valued(2026, Note::parse("12.5").unwrap()) {
        let Action::PartWritten(key, value) = action else {
            panic!("{action:?}");
        };
        parts.set(&key, value);
    }
    let text = write(&document);
    assert_eq!(read(&text).unwrap().document, document);
    assert_eq!(read(&text).unwrap().unknown, Unknown::default());
    for (from, to) in [("\"12.5\"", "\"12,5\""), ("\"2026\"", "\"1926\"")] {
        let changed = text.replacen(from, to, 1);
        assert_ne!(changed, text);
        let found = read(&changed);
        let Err(FileProblem::Bad { place }) = found else {
            panic!("{found:?}");
        };
        assert!(place.starts_with("parts.value/"), "{place}");
    }
}

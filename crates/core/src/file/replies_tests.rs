//! Files with replies: version 3.

use super::*;
use crate::assessment::{Key, LevelMedians, Medians, Note};
use crate::catalogue::Level;
use crate::day::Day;
use crate::panel::rounds::Settings;
use crate::panel::{Row, settle};
use proptest::prelude::*;

const GOLDEN: &str = include_str!("../../tests/golden/file-v3.json");

fn golden() -> Document {
    read(GOLDEN).unwrap().document
}

/// The text of a record, and its replies as a store has them.
fn parted(document: &Document) -> (String, Vec<Stored>) {
    let rows = document.replies.all().iter().map(Stored::from);
    (write_bare(document), rows.collect())
}

#[test]
fn the_golden_file_of_version_3_is_read_and_written_as_it_stands() {
    let found = read(GOLDEN).unwrap();
    assert_eq!(found.unknown, Unknown::default());
    assert_eq!(write(&found.document), GOLDEN);
    let document = found.document;
    assert_eq!(document.replies.all().len(), 4);
    let medians = Medians::of(&document.assessment.parts);
    assert_eq!(medians.write(), "2:ccb333;;");
    assert!(Settings::latest(&document.assessment.parts).is_some());
}

#[test]
fn medians_of_a_level_without_replies_in_the_file_are_kept() {
    let mut document = golden();
    let mut medians = Medians::of(&document.assessment.parts);
    *medians.0.get_mut(Level::Operational) = LevelMedians::parse("4:2222k2");
    medians.keep_in(&mut document.assessment.parts);
    let found = read(&write(&document)).unwrap().document;
    assert_eq!(found, document);
}

#[test]
fn without_what_was_asked_a_file_is_one_that_older_readers_read() {
    let mut document = golden();
    let versions = |document: &Document| {
        let text = write(document);
        (1..=3).find(|version| text.contains(&format!("\"version\": {version},")))
    };
    assert_eq!(versions(&document), Some(3));
    document.replies = Replies::default();
    assert_eq!(versions(&document), Some(3), "medians alone");
    for collection in ["median", "round"] {
        let keys: Vec<Key> = document.assessment.parts.keys().collect();
        for key in keys.iter().filter(|key| key.collection() == collection) {
            document.assessment.parts.set(key, Note::default());
        }
    }
    assert_eq!(versions(&document), Some(2));
    assert_eq!(read(&write(&document)).unwrap().document, document);
    document.assessment.parts = Default::default();
    assert_eq!(versions(&document), Some(1));
}

#[test]
fn what_may_not_stand_among_replies_is_refused_with_its_place() {
    let bad = FileProblem::bad;
    let reply = "\"link\": \"s1.";
    let newer = "s1.ARwBAgMEBQoLDA0OATKdTYgAAApy4AAAP17WjA";
    let first = golden().replies.all()[0].link.clone();
    for (from, to, problem) in [
        (reply, "\"link\": \"s1.A", bad("replies.0.link")),
        (reply, "\"link\": \"r1.", bad("replies.0.link")),
        (reply, "\"link\": \"", bad("replies.0.link")),
        ("\"link\"", "\"lenke\"", bad("replies.0.link")),
        (first.as_str(), newer, FileProblem::Newer),
        ("\"came\": \"2026", "\"came\": \"26", bad("replies.0.came")),
        ("\"out\": \"2026", "\"out\": \"", bad("replies.3.out")),
        ("\"from\": 1", "\"from\": 65536", bad("replies.0.from")),
        ("\"from\": 1", "\"from\": -1", bad("replies.0.from")),
        ("\"to\": 2", "\"to\": 1", bad("replies.0.to")),
        (
            "\"replies\": [",
            "\"replies\": {}, \"x\": [",
            bad("replies"),
        ),
        ("\"replies\": [", "\"replies\": [7, ", bad("replies.0.")),
    ] {
        let changed = GOLDEN.replacen(from, to, 1);
        assert_ne!(changed, GOLDEN, "{from} is not in the golden file");
        assert_eq!(read(&changed), Err(problem), "{from} → {to}");
    }
}

#[test]
fn what_is_not_known_of_a_reply_is_told_with_its_place() {
    let changed = GOLDEN.replacen("\"came\"", "\"colour\": 1, \"came\"", 1);
    let found = read(&changed).unwrap();
    assert_eq!(found.unknown.first(), ["replies.0.colour"]);
    assert_eq!(write(&found.document), GOLDEN);
    let backup = format!("{{\"format\":\"{BACKUP}\",\"version\":1,\"assessments\":[{changed}]}}");
    let found = read_backup(&backup, crate::json::parse).unwrap();
    assert_eq!(found[0].unknown.first(), ["assessments.0.replies.0.colour"]);
    let bad = backup.replacen("\"s1.", "\"s1.A", 1);
    let problem = read_backup(&bad, crate::json::parse);
    assert_eq!(
        problem,
        Err(FileProblem::bad("assessments.0.replies.0.link"))
    );
}

#[test]
fn medians_of_a_file_are_those_of_its_replies() {
    for told in ["9:111111", "2:ccb33k"] {
        let changed = GOLDEN.replacen("2:ccb333", told, 1);
        assert_ne!(changed, GOLDEN);
        assert_eq!(read(&changed).unwrap().document, golden());
    }
    // Where replies stay out, medians are all that tells of them.
    let mut alone = golden();
    alone.replies = Replies::default();
    assert_eq!(read(&write(&alone)).unwrap().document, alone);
}

#[test]
fn a_reply_that_stands_twice_counts_once() {
    let row = golden().replies.all()[0].link.clone();
    let twice =
        format!("\"replies\": [{{\"link\": \"{row}\", \"came\": \"2026-12-09T09:00:00.000Z\"}},");
    let changed = GOLDEN.replacen("\"replies\": [", &twice, 1);
    assert_eq!(read(&changed).unwrap().document, golden());
}

#[test]
fn a_record_and_its_replies_make_a_document_of_a_back_up() {
    let document = golden();
    let (record, rows) = parted(&document);
    assert!(!record.contains("replies") && record.contains("\"version\": 3,"));
    let whole = with_replies(&record, rows.clone());
    assert_eq!(read(&whole).unwrap().document, document);
    // Exactly as it is written whole, without the result.
    let (before, _) = GOLDEN.split_once(",\n  \"result\"").unwrap();
    assert_eq!(whole, format!("{before}\n}}\n"));
    let backup = read_backup(&backup_of(&whole, 0), crate::json::parse).unwrap();
    assert_eq!(backup[0].document, document);
    let written = read_backup(&write_backup(&[document], 0), crate::json::parse);
    assert_eq!(written.as_deref(), Ok(&backup[..]));
    // Nothing is added where there is nothing.
    assert_eq!(with_replies(&record, Vec::new()), record);
    // One that was damaged in its store stays out, and spoils nothing.
    let mut damaged = rows;
    damaged[1].link.push('A');
    damaged[2].link = "\"}],".to_owned();
    let read = read(&with_replies(&record, damaged)).unwrap().document;
    assert_eq!(read.replies.all().len(), 2);
}

#[test]
fn a_text_that_looks_like_a_version_does_no_harm() {
    let (_, rows) = parted(&golden());
    let mut plain = golden();
    plain.assessment.parts = Default::default();
    let name = "\n  \"version\": 1,\n  \"version\": 2,\n";
    plain.assessment.name = crate::assessment::Name::parse(name).unwrap();
    let whole = read(&with_replies(&write_bare(&plain), rows))
        .unwrap()
        .document;
    assert_eq!(whole.assessment.name, plain.assessment.name);
    assert_eq!(whole.replies, plain.replies);
}

#[test]
fn a_copy_has_another_id_and_keeps_its_replies() {
    let mut copy = golden();
    copy.id = Some(Id::from_bytes([3; 10]));
    assert_eq!(read(&write(&copy)).unwrap().document, copy);
}

#[test]
fn files_with_replies_fit_their_schema() {
    let schema = include_str!("../../../../docs/forankring-file.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let check = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    assert!(check(GOLDEN));
    for (from, to) in [
        ("\"version\": 3", "\"version\": 2"),
        ("\"s1.", "\"r1."),
        ("\"came\"", "\"kom\""),
        ("\"2:ccb333\"", "\"0:ccb333\""),
        ("\"from\": 1", "\"from\": 65536"),
        ("\"round/", "\"round\", \"round/"),
    ] {
        let changed = GOLDEN.replacen(from, to, 1);
        let changed = changed.replace("\"round\", ", "\"round\": 1, ");
        assert!(!check(&changed), "{from} → {to}");
    }
}

#[test]
fn what_a_respondent_answers_comes_back_and_fits_the_schema() {
    use crate::link::invitation;
    use crate::panel::Respondent;
    use crate::panel::invited::{Invited, Sending, gathers};
    let schema = include_str!("../../../../docs/forankring-file.schema.json");
    let schema = serde_json::from_str(schema).unwrap();
    let validator = jsonschema::validator_for(&schema).unwrap();
    let link = "i1.ASEBAgMEBRT8JnhwrHZf";
    let asked = invitation::decode(link).unwrap();
    let who = Respondent::from_bytes([7; 5]);
    let day = Day::from_number(9_900);
    let mut own = asked.blank(day);
    let long = "a".repeat(4_500);
    for action in Invited::begins(&asked.place(), link, Some(who), true) {
        own.take_in(&action, day);
    }
    let sending = Sending::after(None, asked.place(), 1_796_000_000_000);
    let sends = Invited::of(&own.parts).unwrap().sends(&sending);
    for action in sends.iter().chain(&gathers(who, &long)) {
        own.take_in(action, day);
    }
    let document = Document {
        assessment: own,
        id: None,
        saved: None,
        replies: Replies::default(),
    };
    let text = write(&document);
    assert_eq!(read(&text).unwrap().document, document);
    let fits = |text: &str| validator.is_valid(&serde_json::from_str(text).unwrap());
    assert!(fits(&text), "{text}");
    // All six items of the level, as docs/file-format.md has it.
    assert!(text.contains("\"variant\": \"asked-266176\""), "{text}");
    assert!(text.contains("/linkc\""), "{text}");
    for (from, to) in [
        ("asked-2", "asked-02"),
        ("\"version\": 3", "\"version\": 2"),
        ("\"0707070707\"", "\"07\""),
        ("/meeting\": \"1\"", "/meeting\": \"2\""),
    ] {
        let changed = text.replacen(from, to, 1);
        assert!(changed != text && !fits(&changed), "{from} → {to}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(60)
    })]

    #[test]
    fn any_replies_come_back(
        rows in prop::collection::vec(
            (any::<[u8; 5]>(), 1u8.., 0usize..3, any::<u32>(), "[a-zæ\n🧭]{0,30}"),
            0..12,
        ),
        came in -60_000_000_000_000i64..250_000_000_000_000,
        shown in prop::option::of((0u16..9, prop::option::of(9u16..))),
    ) {
        use crate::assessment::Entry;
        use crate::catalogue::{Answer, PerItem};
        use crate::panel::{Reply, Respondent, Round, Sent, Tag};
        let mut document = golden();
        let row = |(who, number, level, sent, text): (_, _, usize, _, String)| {
            let entries = PerItem::from_fn(|_| Entry {
                answer: Answer::parse("4"),
                comment: Note::parse(&text).unwrap(),
                ..Entry::default()
            });
            let reply = Reply::new(
                (Tag::from_bytes(who), Round::FIRST, Level::ALL[level]),
                (Respondent::from_bytes(who), number, Sent::from_seconds(sent)),
                &entries,
            );
            let link = crate::link::reply::encode(&reply).unwrap();
            Row {
                out: (number % 3 == 0).then_some(came),
                from: shown.map(|(from, _)| from),
                to: shown.and_then(|(_, to)| to),
                ..Row::new(reply, link, came)
            }
        };
        document.replies = Replies::of(rows.into_iter().map(row).collect());
        settle(&document.replies).keep_in(&mut document.assessment.parts);
        prop_assert_eq!(&read(&write(&document)).unwrap().document, &document);
        let (record, rows) = parted(&document);
        prop_assert_eq!(&read(&with_replies(&record, rows)).unwrap().document, &document);
    }
}

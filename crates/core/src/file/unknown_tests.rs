//! What a file holds that this version does not know, however much it is.

use super::tests::GOLDEN;
use super::*;

#[test]
fn a_byte_order_mark_and_unknown_fields_do_no_harm() {
    let changed = format!(
        "\u{feff}{}",
        GOLDEN.replacen("\"name\"", "\"colour\": 1, \"name\"", 1)
    );
    let found = read(&changed).unwrap();
    assert_eq!(found.unknown.first(), ["colour"]);
    let changed = GOLDEN.replacen("\"answer\": 3", "\"weight\": 2, \"answer\": 3", 1);
    let found = read(&changed.replacen("\"version\"", "\"author\": {}, \"version\"", 1)).unwrap();
    assert_eq!(
        found.unknown.first(),
        ["author", "answers.political.goal.weight"]
    );
    assert_eq!(write(&found.document), GOLDEN);
}

/// A file with so many fields of others, whose names begin so.
fn with_fields(count: usize, name: &str) -> String {
    let fields: String = (0..count).map(|n| format!("\"{name}{n:06}\":0,")).collect();
    GOLDEN.replacen("\"name\"", &format!("{fields}\"name\""), 1)
}

#[test]
fn of_many_unknown_fields_the_first_are_named_and_all_are_counted() {
    for (count, named) in [(0, 0), (9, 9), (10, 10), (11, 10), (60_000, 10)] {
        let found = read(&with_fields(count, "f")).unwrap().unknown;
        assert_eq!(found.first().len(), named);
        assert_eq!((found.count(), found.more()), (count, count - named));
        assert!(found.first().iter().take(1).all(|one| one == "f000000"));
    }
    // Of items, targets and perspectives too; and over the documents of a back-up.
    let mut many = GOLDEN.to_owned();
    for (from, to) in [
        ("\"answer\": 3", "\"x\": 0, \"answer\": 3"),
        (
            "\"name\"",
            "\"targets\": {\"y\": 0}, \"strategy\": {\"z\": 0}, \"name\"",
        ),
    ] {
        many = many.replacen(from, to, 1);
    }
    assert_eq!(read(&many).unwrap().unknown.count(), 3);
    let one = with_fields(7, "f");
    let backup =
        format!("{{\"format\": \"{BACKUP}\", \"version\": 1, \"assessments\": [{one}, {one}]}}");
    let mut all = Unknown::default();
    for read in read_backup(&backup, crate::json::parse).unwrap() {
        all.extend(read.unknown);
    }
    assert_eq!((all.count(), all.more()), (14, 4));
    let last = all.first().last().map(String::as_str);
    assert_eq!(last, Some("assessments.1.f000002"));
}

#[test]
fn a_place_is_short_and_in_one_line_whatever_the_file_calls_it() {
    let long = "x\u{202e}".repeat(100_000);
    let text = with_fields(1, &format!("a\\n{long}"));
    let found = read(&text).unwrap().unknown;
    let [place] = found.first() else {
        panic!("{found:?}")
    };
    assert!(
        place.chars().count() < 130 && place.contains('…'),
        "{place}"
    );
    assert!(place.starts_with("\u{2068}a x") && place.ends_with('\u{2069}'));
    let text = GOLDEN.replacen("\"political.goal\"", &format!("\"{long}\""), 1);
    let problem = read(&text).unwrap_err();
    let FileProblem::Bad { place } = &problem else {
        panic!("{problem:?}")
    };
    assert!(
        place.chars().count() < 130 && place.contains('…'),
        "{place}"
    );
}

//! Every kind of file that is not right.

use super::tests::GOLDEN;
use super::*;
use crate::json::Json;

#[test]
fn what_is_not_right_is_refused_with_its_place() {
    let bad = |place: &str| FileProblem::Bad {
        place: place.into(),
    };
    for (from, to, problem) in [
        ("{", "", FileProblem::NotJson),
        (
            "\"format\": \"forankring\"",
            "\"format\": \"annet\"",
            FileProblem::NotOurs,
        ),
        ("\"version\": 1", "\"version\": 4", FileProblem::Newer),
        ("\"version\": 1", "\"version\": 0", bad("version")),
        ("\"version\": 1", "\"version\": \"1\"", bad("version")),
        ("\"instrument\": 1", "\"instrument\": 9", FileProblem::Newer),
        ("\"municipality\"", "\"kommune\"", bad("kind")),
        ("\"organisation\"", "\"\"", bad("scope")),
        (
            "\"date\": \"2026-11-24\"",
            "\"date\": \"2026-02-30\"",
            bad("date"),
        ),
        (
            "\"answer\": 3",
            "\"answer\": 6",
            bad("answers.political.goal.answer"),
        ),
        (
            "\"answer\": 3",
            "\"answer\": 3.5",
            bad("answers.political.goal.answer"),
        ),
        (
            "\"answer\": 3",
            "\"answer\": \"3\"",
            bad("answers.political.goal.answer"),
        ),
        (
            "\"answer\": 3",
            "\"answer\": null",
            bad("answers.political.goal.answer"),
        ),
        (
            "\"political.goal\": {",
            "\"political.mål\": {",
            bad("answers.political.mål"),
        ),
        ("\"id\": \"", "\"id\": \"!", bad("id")),
        ("T12:03", "T25:03", bad("saved")),
        ("05.123Z", "05Z", bad("saved")),
        ("\"saved\": ", "\"saved\": null, \"x\": ", bad("saved")),
        ("\"name\": ", "\"name\": 1, \"x\": ", bad("name")),
        ("\"name\"", "\"navn\"", bad("name")),
        ("\"kind\"", "\"Kind\"", bad("kind")),
        ("\"answers\"", "\"svar\"", bad("answers")),
        (
            "\"answers\": {",
            "\"answers\": [], \"x\": {",
            bad("answers"),
        ),
        (
            "\"political.goal\": {",
            "\"political.goal\": 3, \"x\": {",
            bad("answers.political.goal"),
        ),
        ("\"instrument\": 1", "\"instrument\": -1", bad("instrument")),
        (
            "\"name\"",
            "\"variant\": \"kort\", \"name\"",
            bad("variant"),
        ),
        (
            "\"name\"",
            "\"answeredBy\": \"both\", \"name\"",
            bad("answeredBy"),
        ),
        (
            "\"name\"",
            "\"procurement\": 1, \"name\"",
            bad("procurement"),
        ),
        ("\"name\"", "\"strategy\": [], \"name\"", bad("strategy")),
        (
            "\"name\"",
            "\"strategy\": {\"plan\": \"ja\"}, \"name\"",
            bad("strategy.plan"),
        ),
        (
            "\"name\"",
            "\"targets\": {\"executive\": 6}, \"name\"",
            bad("targets.executive"),
        ),
        (
            "\"evidence\": \"",
            "\"evidence\": 1, \"x\": \"",
            bad("answers.political.goal.evidence"),
        ),
    ] {
        let changed = GOLDEN.replacen(from, to, 1);
        assert_ne!(changed, GOLDEN, "{from} is not in the golden file");
        assert_eq!(read(&changed), Err(problem), "{from} → {to}");
    }
    for text in ["", "null", "[]", "3", "\"forankring\""] {
        assert!(
            matches!(read(text), Err(FileProblem::NotJson | FileProblem::NotOurs)),
            "{text}"
        );
    }
    assert_eq!(read(&" ".repeat(SIZE_MAX + 1)), Err(FileProblem::TooLarge));
    assert_eq!(read(&"[".repeat(SIZE_MAX)), Err(FileProblem::NotJson));
}

#[test]
fn texts_that_are_too_long_are_refused_with_their_place() {
    for (field, limit, place) in [
        ("\"name\": \"", 120, "name"),
        ("\"evidence\": \"", 2000, "answers.political.goal.evidence"),
        ("\"reason\": \"", 2000, "answers.executive.plan.reason"),
        (
            "\"comment\": \"",
            2000,
            "answers.political.measurement.comment",
        ),
    ] {
        let changed = GOLDEN.replacen(field, &format!("{field}{}", "å".repeat(limit)), 1);
        assert_eq!(
            read(&changed),
            Err(FileProblem::Bad {
                place: place.into()
            })
        );
    }
}

#[test]
fn every_cut_of_a_file_is_refused() {
    for (at, _) in GOLDEN.trim_end().char_indices() {
        let cut = GOLDEN.get(..at).unwrap_or_default();
        assert!(read(cut).is_err(), "cut at {at}");
    }
}

/// Parsers differ in the order in which they give the fields of an object.
#[test]
fn of_several_problems_the_same_is_told_in_whatever_order_fields_come() {
    fn turned(tree: Json) -> Json {
        match tree {
            Json::Fields(fields) => {
                let fields = fields.into_iter().rev();
                Json::Fields(fields.map(|(name, value)| (name, turned(value))).collect())
            }
            other => other,
        }
    }
    for (changes, place) in [
        (
            [("\"organisation\"", "\"x\""), ("\"municipality\"", "\"x\"")],
            "kind",
        ),
        (
            [("\"answer\": 3", "\"answer\": 6"), ("\"name\"", "\"navn\"")],
            "name",
        ),
        (
            [
                ("\"Lederavtalen\"", "3"),
                ("\"answer\": 4", "\"answer\": 0"),
            ],
            "answers.executive.goal.answer",
        ),
    ] {
        let changed = changes.iter().fold(GOLDEN.to_owned(), |text, (from, to)| {
            assert!(text.contains(from), "{from}");
            text.replacen(from, to, 1)
        });
        let told = Err(FileProblem::bad(place));
        assert_eq!(read(&changed), told);
        let parse = |text: &str| crate::json::parse(text).map(turned);
        assert_eq!(read_with(&changed, parse), told);
    }
}

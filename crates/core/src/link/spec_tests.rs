//! The tables of docs/link-format.md.

use super::samples::described;
use super::*;
use crate::assessment::{Name, Note, NoteField, Parts};
use crate::catalogue::Item;
use crate::plan::{COLLECTION, Field};

const DOC: &str = include_str!("../../../../docs/link-format.md");

/// Rows of links with this many cells.
pub(super) fn rows<const CELLS: usize>() -> Vec<[&'static str; CELLS]> {
    let rows = DOC.lines().filter(|line| line.starts_with("| `"));
    let cells = rows.map(|row| {
        let inner = row.trim_matches('|').split('|');
        inner.map(|cell| cell.trim().trim_matches('`'))
    });
    let whole = cells.filter_map(|cells| cells.collect::<Vec<_>>().try_into().ok());
    whole.collect()
}

#[test]
fn the_vectors_hold_both_ways() {
    let vectors = rows::<9>();
    assert!(vectors.len() >= 9, "only {} vectors found", vectors.len());
    for [
        link,
        kind,
        scope,
        variant,
        by,
        date,
        answers,
        targets,
        checklist,
    ] in vectors
    {
        let about = [kind, scope, variant, by, date];
        let expected = described(about, answers, targets, checklist);
        let written = encode(&expected, &Disclosed::all());
        assert_eq!(written.as_deref(), Ok(link));
        assert_eq!(decode(link), Ok(expected), "{link}");
    }
}

#[test]
fn the_vectors_with_texts_hold() {
    let vectors = rows::<3>().into_iter();
    let vectors = vectors.filter(|[link, ..]| link.starts_with("r1."));
    let about = [
        "municipality",
        "organisation",
        "full",
        "alone",
        "2026-11-24",
    ];
    let mut found = 0;
    for [link, form, texts] in vectors {
        let mut expected = described(about, &"3 ".repeat(18), "- - -", "- - - - -");
        // The last cell ends in a code span, whose last mark is trimmed.
        for text in texts.trim_end_matches('`').split("`; ") {
            let (number, text) = text.split_once(": `").unwrap();
            put(&mut expected, number.parse().unwrap(), text);
        }
        assert_eq!(decode(link), Ok(expected.clone()), "{link}");
        if form == "0" {
            let written = encode(&expected, &Disclosed::all());
            assert_eq!(written.as_deref(), Ok(link));
        }
        found += 1;
    }
    assert!(found >= 5, "only {found} vectors found");
}

/// What a measure is in the tables: `c Ring; k done`.
pub(super) fn measure(described: &str) -> Vec<(Field, Note)> {
    let fields = described.split("; ").map(|field| {
        let (letter, value) = field.split_once(' ').unwrap();
        let at = "abcdefghijklm".find(letter).unwrap();
        (Field::ALL[at], Note::parse(value).unwrap())
    });
    fields.collect()
}

/// The fields of every measure, in the order in which they come.
pub(super) fn measures(assessment: &Assessment) -> Vec<Vec<(Field, Note)>> {
    let rows = assessment.parts.rows(COLLECTION);
    let rows = rows.map(|row| {
        let mut fields: Vec<(Field, Note)> = row
            .iter()
            .map(|(key, value)| (Field::parse(key.field()).unwrap(), value.clone()))
            .collect();
        fields.sort_by_key(|(field, _)| Field::ALL.iter().position(|one| one == field));
        fields
    });
    rows.collect()
}

#[test]
fn the_vectors_with_a_plan_hold() {
    let about = [
        "municipality",
        "organisation",
        "full",
        "alone",
        "2026-11-24",
    ];
    let bare = described(about, &"3 ".repeat(18), "- - -", "- - - - -");
    let vectors = rows::<4>();
    for [link, form, first, second] in &vectors {
        let read = decode(link).unwrap();
        let cells = [first, second].into_iter().filter(|cell| **cell != "-");
        let expected: Vec<_> = cells.map(|cell| measure(cell)).collect();
        assert_eq!(measures(&read), expected, "{link}");
        let without = Assessment {
            parts: Parts::default(),
            ..read.clone()
        };
        assert_eq!(without, bare, "{link}");
        if *form == "0" {
            assert_eq!(encode(&read, &Disclosed::all()).as_deref(), Ok(*link));
        }
    }
    assert!(vectors.len() >= 3, "only {} vectors found", vectors.len());
}

/// Puts a text where its number says.
pub(super) fn put(assessment: &mut Assessment, number: usize, text: &str) {
    match number {
        1 => assessment.name = Name::parse(text).unwrap(),
        2 => assessment.procurement = Name::parse(text).unwrap(),
        _ => {
            let item = Item::all().nth((number - 16) / 3).unwrap();
            let field = NoteField::ALL[(number - 16) % 3];
            let note = Note::parse(text).unwrap();
            *assessment.entries.get_mut(item).note_mut(field) = note;
        }
    }
}

#[test]
fn what_is_said_to_be_refused_is_refused() {
    let mut checked = 0;
    for [text, reason] in rows::<2>() {
        let problem = match reason {
            "no data" => LinkProblem::NoData,
            "damaged" => LinkProblem::Damaged,
            "older" => LinkProblem::Older,
            "newer" => LinkProblem::Newer,
            _ => continue,
        };
        assert_eq!(decode(text), Err(problem), "{text}");
        checked += 1;
    }
    assert!(checked >= 30, "only {checked} refused texts found");
}

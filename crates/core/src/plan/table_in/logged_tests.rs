//! How it goes with a measure: out in a table, edited, and back.

use super::logged::{Logged, read};
use super::values::CellProblem;
use crate::assessment::{Action, Note};
use crate::day::Day;
use crate::numbers::show_day;
use crate::plan::tests::{LOW, answered, id, today, with};
use crate::plan::{Field, Measure, Plan, adding, begun, noting};
use crate::texts::Lang;

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

/// A measure with this log and these notes, each of a day.
fn measure(log: &str, notes: &[(&str, &str)]) -> Measure {
    let mut deed = adding(&id(1), None, &note("Spør"));
    deed.push(Action::PartWritten(
        Field::Log.key(&id(1)).unwrap(),
        note(log),
    ));
    for (n, (day, text)) in notes.iter().enumerate() {
        let row = id(100 + n as u8);
        deed.extend(begun(&row, &id(1), Day::parse_iso(day).unwrap()));
        deed.extend(noting(&row, note(text)));
    }
    let parts = with(answered(LOW), &deed).parts;
    Plan::of(&parts).measures.remove(0)
}

/// What a cell changes: the log, and each note as what it was, its day and its text.
fn told(found: &Logged) -> (Option<&str>, Vec<(&str, String, &str)>) {
    let log = found.log.as_ref().map(Note::as_str);
    let notes = found.notes.iter().map(|one| {
        let from = one.changes.as_ref().map_or("", |(_, text)| text.as_str());
        (from, one.day.iso(), one.text.as_str())
    });
    (log, notes.collect())
}

#[test]
fn what_was_not_edited_changes_nothing() {
    for one in [
        measure("", &[]),
        measure("27.11.2026: I gang\n", &[]),
        measure(
            "",
            &[("2026-12-03", "Halvveis"), ("2026-12-03", "Ferdig\n")],
        ),
        measure(
            "Gammelt",
            &[
                ("2026-12-03", "To\nlinjer"),
                ("2027-01-02", "1.2.2027: Rart"),
            ],
        ),
    ] {
        for lang in Lang::ALL {
            let cell = one.told_notes(|day| show_day(day, lang));
            for cell in [
                cell.clone(),
                cell.replace('\n', "\r\n"),
                format!("{cell}\n"),
            ] {
                assert_eq!(
                    read(&cell, Some(&one), today()),
                    Ok(Logged::default()),
                    "{cell}"
                );
            }
        }
    }
}

#[test]
fn what_was_edited_changes_notes_or_adds_them_and_takes_none_away() {
    let one = measure(
        "Gammelt",
        &[("2026-12-03", "Halvveis"), ("2026-12-24", "Ferdig")],
    );
    let new = |day: &str, text: &'static str| ("", day.to_owned(), text);
    for (cell, log, notes) in [
        // A line more, a line less, another text.
        (
            "Gammelt\n3.12.2026: Halvveis\n24.12.2026: Ferdig\n2.1.2027: Sendt",
            None,
            vec![new("2027-01-02", "Sendt")],
        ),
        ("Gammelt\n24.12.2026: Ferdig", None, vec![]),
        (
            "Gammelt\n3.12.2026: Nesten\n24.12.2026: Ferdig",
            None,
            vec![("Halvveis", "2026-12-03".to_owned(), "Nesten")],
        ),
        // A second one of a day beside the first.
        (
            "Gammelt\n3.12.2026: Halvveis\n3.12.2026: Ringte\n24.12.2026: Ferdig",
            None,
            vec![new("2026-12-03", "Ringte")],
        ),
        // In English, with lines.
        (
            "Gammelt\n3 December 2026: Halvveis\n2 January 2027: Sendt\nog lest",
            None,
            vec![new("2027-01-02", "Sendt\nog lest")],
        ),
        // What has no day goes with the log.
        (
            "Gammelt\nog nytt\n3.12.2026: Halvveis",
            Some("Gammelt\nog nytt"),
            vec![],
        ),
        // The log itself was edited.
        (
            "Eldre\n3.12.2026: Halvveis\n24.12.2026: Ferdig",
            Some("Eldre"),
            vec![],
        ),
        (
            "Eldre\n1.1.2026: Ukjent\n3.12.2026: Halvveis\n4.12.2026: Ny",
            Some("Eldre\n1.1.2026: Ukjent"),
            vec![new("2026-12-04", "Ny")],
        ),
        ("", Some(""), vec![]),
    ] {
        let found = read(cell, Some(&one), today()).unwrap();
        assert_eq!(told(&found), (log, notes), "{cell}");
    }
}

#[test]
fn of_a_new_measure_lines_with_a_day_are_notes() {
    for (cell, log, notes) in [
        ("Går fint", Some("Går fint"), vec![]),
        ("Kl. 12: møte", Some("Kl. 12: møte"), vec![]),
        (
            "30.2.2027: finnes ikke",
            Some("30.2.2027: finnes ikke"),
            vec![],
        ),
        ("3.12.2026:", Some("3.12.2026:"), vec![]),
        (
            "Går fint\n2026-12-03: møte\n4.12.26: nytt møte",
            Some("Går fint"),
            vec![
                ("", "2026-12-03".to_owned(), "møte"),
                ("", "2026-12-04".to_owned(), "nytt møte"),
            ],
        ),
    ] {
        let found = read(cell, None, today()).unwrap();
        assert_eq!(told(&found), (log, notes), "{cell}");
    }
}

#[test]
fn each_note_is_held_to_what_fits() {
    let long = "å".repeat(Note::LIMIT);
    let two = format!("3.12.2026: {long}\n4.12.2026: {long}");
    assert_eq!(read(&two, None, today()).unwrap().notes.len(), 2);
    let over = format!("3.12.2026: {long}åå");
    assert_eq!(read(&over, None, today()), Err(CellProblem::Long(2)));
    let over = format!("{long}å");
    assert_eq!(read(&over, None, today()), Err(CellProblem::Long(1)));
}

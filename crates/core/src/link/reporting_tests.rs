//! Assignments and reports: the tables of docs/link-format.md, and the golden links.

use serde_json::Value;

use super::spec_tests::rows;
use super::*;
use crate::assessment::{Bounded, Note};
use crate::day::Day;
use crate::panel::{Mail, Respondent, Sent, Tag};
use crate::plan::Status;
use crate::plan::report::{Assigned, Assignment, Report, Reported};

const GOLDEN: &str = include_str!("../../tests/golden/reports.json");

/// The fields of a measure: letters and values.
type Row = Vec<(char, String)>;

fn value(row: &Row, letter: char) -> &str {
    let found = row.iter().find(|(one, _)| *one == letter);
    found.map_or("", |(_, value)| value)
}

fn note(row: &Row, letter: char) -> Note {
    Note::parse(value(row, letter)).unwrap()
}

fn day(iso: &str) -> Option<Day> {
    (!matches!(iso, "" | "-")).then(|| Day::parse_iso(iso).unwrap())
}

fn assigned(row: &Row) -> Assigned {
    Assigned {
        measure: Tag::parse_hex(value(row, 'a')).unwrap(),
        text: note(row, 'b'),
        deadline: day(value(row, 'c')),
        status: match value(row, 'd') {
            "" => Status::NotStarted,
            id => Status::parse(id).unwrap(),
        },
    }
}

fn reported(row: &Row) -> Reported {
    Reported {
        measure: Tag::parse_hex(value(row, 'a')).unwrap(),
        status: match value(row, 'b') {
            "" => None,
            id => Some(Status::parse(id).unwrap()),
        },
        reason: note(row, 'c'),
        note: note(row, 'd'),
    }
}

fn assignment(tag: &str, last: &str, texts: &[(usize, String)], rows: &[Row]) -> Assignment {
    let mut one = Assignment {
        tag: Tag::parse_hex(tag).unwrap(),
        last: day(last),
        name: Bounded::default(),
        message: Bounded::default(),
        mail: None,
        responsible: Bounded::default(),
        measures: rows.iter().map(assigned).collect(),
    };
    for (number, text) in texts {
        match number {
            1 => one.name = Bounded::parse(text).unwrap(),
            3 => one.message = Bounded::parse(text).unwrap(),
            4 => one.mail = Mail::parse(text),
            5 => one.responsible = Bounded::parse(text).unwrap(),
            other => panic!("{other}"),
        }
    }
    one
}

fn report([tag, respondent, number, sent]: [&str; 4], rows: &[Row]) -> Report {
    Report {
        tag: Tag::parse_hex(tag).unwrap(),
        respondent: Respondent::parse_hex(respondent).unwrap(),
        number: number.parse().unwrap(),
        sent: Sent::from_seconds(sent.parse().unwrap()),
        measures: rows.iter().map(reported).collect(),
    }
}

/// The code spans of a cell: the outermost marks are gone, `between` stands between them.
fn spans(cell: &str, between: &str) -> Vec<String> {
    let spans = cell.split(between);
    spans.map(|span| span.replace('⏎', "\n")).collect()
}

/// What a cell says of measures.
fn measures(cell: &str) -> Vec<Row> {
    let row = |row: String| {
        let fields = row.split("; ").map(|field| {
            let (letter, value) = field.split_once(' ').unwrap();
            (letter.parse().unwrap(), value.to_owned())
        });
        fields.collect()
    };
    spans(cell, "` / `").into_iter().map(row).collect()
}

fn texts(cell: &str) -> Vec<(usize, String)> {
    if cell == "-" {
        return Vec::new();
    }
    let texts = spans(cell, "`; ").into_iter().map(|text| {
        let (number, text) = text.split_once(": `").unwrap();
        (number.parse().unwrap(), text.trim_end_matches('`').into())
    });
    texts.collect()
}

/// What is written as it stands is written again as that; another compressor may write another
/// stream.
fn check_written(written: Result<String, TooLong>, link: &str, form: &str) {
    let written = written.unwrap();
    assert!(written == link || form == "1", "{link}: {written}");
}

#[test]
fn the_table_of_assignments_holds_both_ways() {
    let all = rows::<6>();
    assert_eq!(all.len(), 5);
    for [link, form, tag, last, cell, rows] in all {
        let expected = assignment(tag, last, &texts(cell), &measures(rows));
        check_written(assignment::encode(&expected), link, form);
        assert_eq!(assignment::decode(link), Ok(expected));
    }
}

#[test]
fn the_table_of_reports_holds_both_ways() {
    let all = rows::<7>();
    assert_eq!(all.len(), 5);
    for [link, form, tag, respondent, number, sent, rows] in all {
        let expected = report([tag, respondent, number, sent], &measures(rows));
        check_written(report::encode(&expected), link, form);
        assert_eq!(report::decode(link), Ok(expected));
    }
}

#[test]
fn what_is_said_to_be_refused_is_refused() {
    let mut checked = [0; 2];
    let tables = rows::<3>().into_iter();
    let mut of_reports = false;
    for [link, reason, cause] in tables.skip_while(|[link, ..]| *link != "o1.") {
        let problem = match reason {
            "no data" => LinkProblem::NoData,
            "damaged" => LinkProblem::Damaged,
            "newer" => LinkProblem::Newer,
            other => panic!("{other}"),
        };
        // The table of reports is the later one.
        of_reports |= link == "t1.";
        let read = match of_reports {
            true => report::decode(link).map(|_| ()),
            false => assignment::decode(link).map(|_| ()),
        };
        assert_eq!(read, Err(problem), "{cause}: {link}");
        checked[usize::from(of_reports)] += 1;
    }
    assert_eq!(checked, [54, 34]);
}

fn golden(name: &str) -> Vec<Value> {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    golden[name].as_array().unwrap().clone()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap_or_default()
}

fn told(row: &Value) -> Vec<Row> {
    let rows = row["measures"].as_array().unwrap().iter().map(|fields| {
        let fields = fields.as_object().unwrap().iter();
        let fields = fields.map(|(letter, value)| {
            let value = value.as_str().unwrap().to_owned();
            (letter.parse().unwrap(), value)
        });
        fields.collect()
    });
    rows.collect()
}

#[test]
fn golden_assignments_say_for_ever_what_they_said() {
    let rows = golden("assignments");
    assert!(rows.len() >= 15);
    for row in rows {
        let texts = row["texts"].as_object().unwrap().iter().map(|(n, text)| {
            let text = text.as_str().unwrap().to_owned();
            (n.parse().unwrap(), text)
        });
        let texts: Vec<_> = texts.collect();
        let expected = assignment(text(&row, "tag"), text(&row, "last"), &texts, &told(&row));
        let link = text(&row, "link");
        assert_eq!(
            assignment::decode(link).as_ref(),
            Ok(&expected),
            "{}",
            row["what"]
        );
        let written = assignment::encode(&expected).unwrap();
        assert_eq!(assignment::decode(&written), Ok(expected));
    }
}

#[test]
fn golden_reports_say_for_ever_what_they_said() {
    let rows = golden("reports");
    assert!(rows.len() >= 16);
    for row in rows {
        let [number, sent] = ["number", "sent"].map(|name| row[name].to_string());
        let about = [text(&row, "tag"), text(&row, "respondent"), &number, &sent];
        let expected = report(about, &told(&row));
        let link = text(&row, "link");
        assert_eq!(
            report::decode(link).as_ref(),
            Ok(&expected),
            "{}",
            row["what"]
        );
        let written = report::encode(&expected).unwrap();
        assert_eq!(report::decode(&written), Ok(expected));
    }
}

#[test]
fn what_is_too_long_for_one_link_comes_in_several_and_all_of_it_comes() {
    let measure = |n: u16| Assigned {
        measure: Tag::from_bytes([0, 0, 0, (n >> 8) as u8, n as u8]),
        // Nothing that can be made shorter.
        text: crate::assessment::Note::parse(
            &(0..400)
                .map(|k| format!("{:x}", (u64::from(n) * 7919 + k) * 2_654_435_761 % 99_991))
                .collect::<String>(),
        )
        .unwrap(),
        deadline: None,
        status: crate::plan::Status::default(),
    };
    let all = Assignment {
        tag: Tag::from_bytes([7; 5]),
        last: None,
        name: Default::default(),
        message: Default::default(),
        mail: None,
        responsible: Default::default(),
        measures: (0..40).map(measure).collect(),
    };
    assert_eq!(assignment::encode(&all), Err(TooLong));
    let links = assignment::links(all.clone());
    assert!(links.len() > 1, "{}", links.len());
    let read = links
        .iter()
        .flat_map(|(_, link)| assignment::decode(link.as_ref().unwrap()).unwrap().measures);
    assert_eq!(read.collect::<Vec<_>>(), all.measures);
}

//! The table, read as a spreadsheet reads it: byte order mark off, cells apart
//! at the locale's own character, and then what is in them.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of it is a test"
)]

mod common;

use std::collections::BTreeMap;

use common::{answered, links, named, run, text};
use forankring_core::assessment::Assessment;
use proptest::prelude::*;

/// The columns that this program has always had, in their order; 24 more come
/// after `procurement`.
const FIRST: &str = "source;line;link;kind;scope;variant;by;date;name;procurement;political.goal;";
const LAST: &str = "operational.mean;operational.stage;\
    headline.stage;headline.provisional;headline.mean;headline.binding;\
    headline.range.low;headline.range.high;headline.sensitive;headline.firm;headline.pattern;\
    headline.moves";

type Row = BTreeMap<String, String>;

/// What a spreadsheet of this separator finds in the table, behind the byte order
/// mark that must be there.
fn rows(table: &[u8], delimiter: u8) -> Vec<Row> {
    let cells = table.strip_prefix(b"\xef\xbb\xbf").unwrap();
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .from_reader(cells);
    // All rows are as long as the header, or this is an error.
    reader.deserialize().map(|row| row.unwrap()).collect()
}

fn norwegian(given: &[Assessment]) -> Vec<Row> {
    let output = run(&["read", "--csv"], &links(given));
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    rows(&output.stdout, b';')
}

#[test]
fn a_norwegian_spreadsheet_reads_what_was_meant() {
    let given = [
        named("Ås", "=cmd|' /C calc'!A0"),
        named("=cmd", "Drift; vedlikehold, \"alt\"\nog mer"),
    ];
    let read = norwegian(&given);
    let [first, second] = &read[..] else { panic!() };
    assert_eq!(first["name"], "Ås");
    assert_eq!(first["procurement"], "'=cmd|' /C calc'!A0");
    assert_eq!(first["political.mean"], "2,8");
    assert_eq!(first["political.goal"], "2");
    assert_eq!(first["line"], "1");
    assert_eq!(first["date"], "2026-11-24");
    assert_eq!(second["name"], "'=cmd");
    assert_eq!(second["procurement"], "Drift; vedlikehold, \"alt\"\nog mer");
    assert_eq!(second["headline.mean"], "3,9");
    // The link is whole, and reads as the same again.
    let again = run(&["read", "--csv", &first["link"]], b"");
    assert_eq!(rows(&again.stdout, b';')[0]["name"], "Ås");
}

#[test]
fn the_locale_decides_on_separator_and_decimals() {
    let links = links([&named("Ås", "a,b;c")]);
    for (locale, delimiter, mean, procurement) in
        [("nb", b';', "2,8", "a,b;c"), ("en", b',', "2.8", "a,b;c")]
    {
        let output = run(&["read", "--csv", "--locale", locale, "-"], &links);
        let read = rows(&output.stdout, delimiter);
        assert_eq!(read[0]["political.mean"], mean);
        assert_eq!(read[0]["procurement"], procurement);
        assert_eq!(read[0]["name"], "Ås");
    }
    let default = run(&["read", "--csv"], &links).stdout;
    let norwegian = run(&["read", "--csv", "--locale", "nb"], &links).stdout;
    assert_eq!(default, norwegian);
}

#[test]
fn half_a_step_is_written_as_the_locale_writes_numbers() {
    // Medians of replies: `;2:ca3333;500:424d2a`.
    let link = "r1.ARImZLtMGW24pEQAAAAASBQ7MjpjYTMzMzM7NTAwOjQyNGQyYVopA0g";
    for (locale, delimiter, goal, coherence) in
        [("nb", b';', "3,5", "1,5"), ("en", b',', "3.5", "1.5")]
    {
        let output = run(&["read", "--csv", "--locale", locale, link], b"");
        let read = rows(&output.stdout, delimiter);
        assert_eq!(read[0]["executive.goal"], goal);
        assert_eq!(read[0]["executive.coherence"], coherence);
        assert_eq!(read[0]["executive.plan"], "3");
        assert_eq!(read[0]["political.coherence"], "dk");
    }
}

#[test]
fn numbers_and_separators_need_no_quotation_marks() {
    let output = run(&["read", "--csv"], &links([&named("Ås", "")]));
    let table = text(&output.stdout);
    assert!(
        table.contains(";2,8;2;4,8;4;4,2;4;2;false;3,9;political;2;2;"),
        "{table}"
    );
    assert!(!table.contains('"'));
    assert!(table.ends_with("\r\n"));
    assert_eq!(table.matches('\n').count(), 2);
}

#[test]
fn the_names_of_columns_stay() {
    let header = text(&run(&["read", "--csv"], b"").stdout);
    let header = header.strip_prefix('\u{feff}').unwrap().trim_end();
    assert!(header.starts_with(FIRST), "{header}");
    assert!(header.ends_with(LAST), "{header}");
    assert_eq!(header.split(';').count(), 10 + 18 + 6 + 10);
}

#[test]
fn range_sensitivity_pattern_and_moves_have_cells() {
    let hole = answered("5,5,5,5,5,1 / 4,4,4,4,4,4 / 4,4,4,4,dk,4");
    let none = answered("3,3,3,na,na,na / 4,4,4,4,4,4 / 4,4,4,4,4,4");
    let read = norwegian(&[hole, none]);
    let [hole, none] = &read[..] else { panic!() };
    for (column, cell) in [
        ("headline.stage", "2"),
        ("headline.binding", "political"),
        ("headline.range.low", "2"),
        ("headline.range.high", "2"),
        ("headline.sensitive", "political.cooperation"),
        ("headline.firm", "false"),
        ("headline.pattern", "anchored"),
        ("headline.moves", "political.cooperation:1-2"),
        ("operational.culture", "dk"),
    ] {
        assert_eq!(hole[column], cell, "{column}");
    }
    let empty = none
        .iter()
        .filter(|(column, _)| column.starts_with("headline."));
    assert_eq!(empty.filter(|(_, cell)| cell.is_empty()).count(), 10);
    assert_eq!(none["political.stage"], "");
}

/// Texts as they are meant to be found in a cell.
#[test]
fn text_that_begins_as_a_formula_has_an_apostrophe() {
    for (name, cell) in [
        ("=1+1", "'=1+1"),
        ("+47 22 22 22 22", "'+47 22 22 22 22"),
        ("-2", "'-2"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1+1", "'\t=1+1"),
        ("\rå", "'\nå"), // A name has line breaks of one kind.
        ("  =1+1", "'  =1+1"),
        ("\u{a0}=1+1", "'\u{a0}=1+1"),
        // One more, so that reading gives back what was there.
        ("'=1+1", "''=1+1"),
        ("a=b", "a=b"),
        ("Skolemat, -transport", "Skolemat, -transport"),
        ("\"=1+1\"", "\"=1+1\""),
        ("", ""),
    ] {
        let read = norwegian(&[named(name, name)]);
        assert_eq!(read[0]["name"], cell, "{name:?}");
        assert_eq!(read[0]["procurement"], cell, "{name:?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// Whatever people write: no cell that is a formula, no row or column that
    /// moves, nothing lost but for the apostrophe in front.
    #[test]
    fn every_name_comes_back_in_every_locale(
        names in prop::collection::vec("[-=+@\"';,\n\t aÅ1]{0,12}|\\PC{0,30}", 50),
    ) {
        let given: Vec<Assessment> = names.iter().map(|name| named(name, name)).collect();
        for (locale, delimiter) in [("nb", b';'), ("en", b',')] {
            let output = run(&["read", "--csv", "--locale", locale], &links(&given));
            let read = rows(&output.stdout, delimiter);
            prop_assert_eq!(read.len(), names.len());
            for (row, name) in read.iter().zip(&names) {
                let cell = &row["name"];
                prop_assert!(cell == name || *cell == format!("'{name}"), "{:?}", name);
                prop_assert!(!cell.trim_start().starts_with(['=', '+', '-', '@']), "{:?}", cell);
                prop_assert!(!cell.starts_with(['\t', '\n', '\r']), "{:?}", cell);
                prop_assert_eq!(&row["headline.pattern"], "anchored");
            }
        }
    }
}

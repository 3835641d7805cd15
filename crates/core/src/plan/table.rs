//! The plan as a table for spreadsheets.

use crate::sheet::{BYTE_ORDER_MARK, harmless};

/// Rows as a file that Norwegian Excel opens as they are: cells apart by semicolons, days as
/// they are given, and nothing that it would take for a formula. Written here: the crate `csv`
/// costs the page 20 KB, measured, for what it does on reading.
pub fn table(rows: &[Vec<String>]) -> String {
    let mut out = BYTE_ORDER_MARK.to_owned();
    for row in rows {
        for (place, cell) in row.iter().enumerate() {
            if place > 0 {
                out.push(';');
            }
            quoted(&mut out, &harmless(cell));
        }
        out.push_str("\r\n");
    }
    out
}

/// A cell, in quotation marks where it holds what would end it.
fn quoted(out: &mut String, cell: &str) {
    if cell.contains([';', '"', '\n', '\r']) {
        out.push('"');
        out.push_str(&cell.replace('"', "\"\""));
        out.push('"');
    } else {
        out.push_str(cell);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use csv::ReaderBuilder;
    use proptest::prelude::*;

    fn read(text: &str) -> Vec<Vec<String>> {
        let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap();
        let mut reader = ReaderBuilder::new()
            .delimiter(b';')
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let rows = reader.records().map(Result::unwrap);
        rows.map(|row| row.iter().map(str::to_owned).collect())
            .collect()
    }

    #[test]
    fn cells_are_apart_by_semicolons_and_no_formulas() {
        let rows = [
            ["Tiltak", "Frist"].map(str::to_owned).to_vec(),
            ["=1+1", "2027-05-31"].map(str::to_owned).to_vec(),
            ["a;b", "\"c\"\nd"].map(str::to_owned).to_vec(),
        ];
        assert_eq!(
            table(&rows),
            "\u{feff}Tiltak;Frist\r\n'=1+1;2027-05-31\r\n\"a;b\";\"\"\"c\"\"\nd\"\r\n"
        );
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(300)
        })]

        #[test]
        fn what_is_written_is_read_back(
            rows in prop::collection::vec(
                prop::collection::vec("[-=+@'\t\"; a-zæøå😀\u{202e}\n]{0,12}", 2..5), 1..6)
        ) {
            let expected: Vec<Vec<String>> = rows
                .iter()
                .map(|row| row.iter().map(|cell| harmless(cell).into_owned()).collect())
                .collect();
            let found = read(&table(&rows));
            prop_assert_eq!(found, expected);
            for row in read(&table(&rows)) {
                for cell in row {
                    prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t']), "{}", cell);
                }
            }
        }
    }
}

//! Cells of a text: apart by semicolon, comma or tab, in quotation marks where they hold what
//! would end them (RFC 4180, and what people paste).

/// A line of a table. One cell may hold line breaks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// Which line it is, counted from 1 as spreadsheets do, empty ones too.
    pub number: usize,
    /// Its cells, at most [`CELLS_MAX`].
    pub cells: Vec<String>,
    /// Whether all of it is here.
    pub whole: Whole,
}

/// Whether all of a line is here.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Whole {
    /// It is.
    Yes,
    /// A quotation mark is not closed before the end of the text.
    Half,
    /// It has more cells than are looked at.
    Wider,
}

/// So many columns are looked at.
pub const CELLS_MAX: usize = 50;

/// What comes after a cell.
enum Next<'a> {
    Cell(&'a str),
    Row(&'a str),
    End,
}

/// The lines with content of a text, at most so many, and how many there are besides.
/// The time it takes grows as the text does.
pub fn rows(text: &str, separator: char, max: usize) -> (Vec<Row>, usize) {
    let (mut rows, mut more, mut number) = (Vec::new(), 0, 0);
    let mut rest = Some(text);
    while let Some(text) = rest.filter(|text| !text.is_empty()) {
        number += 1;
        let (row, after) = row(text, separator, number);
        rest = after;
        if row.cells.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        match rows.len() < max {
            true => rows.push(row),
            false => more += 1,
        }
    }
    (rows, more)
}

/// The first line, and what comes after it.
fn row(mut text: &str, separator: char, number: usize) -> (Row, Option<&str>) {
    let mut row = Row {
        number,
        cells: Vec::new(),
        whole: Whole::Yes,
    };
    loop {
        let (cell, next) = match quoted(text, separator) {
            Quoted::Yes(cell, next) => (cell, next),
            plain => {
                if matches!(plain, Quoted::Open) {
                    row.whole = Whole::Half;
                }
                let end = text.find([separator, '\n', '\r']).unwrap_or(text.len());
                let (cell, after) = text.split_at(end);
                (cell.to_owned(), next(after, separator).unwrap_or(Next::End))
            }
        };
        if row.cells.len() < CELLS_MAX {
            row.cells.push(cell);
        } else if !cell.trim().is_empty() && row.whole == Whole::Yes {
            row.whole = Whole::Wider;
        }
        match next {
            Next::Cell(after) => text = after,
            Next::Row(after) => return (row, Some(after)),
            Next::End => return (row, None),
        }
    }
}

/// What follows, if a cell can end here.
fn next(after: &str, separator: char) -> Option<Next<'_>> {
    if let Some(after) = after.strip_prefix(separator) {
        return Some(Next::Cell(after));
    }
    let breaks = ["\r\n", "\n", "\r"].into_iter();
    let mut found = breaks.filter_map(|one| after.strip_prefix(one));
    match found.next() {
        Some(after) => Some(Next::Row(after)),
        None if after.is_empty() => Some(Next::End),
        None => None,
    }
}

enum Quoted<'a> {
    Yes(String, Next<'a>),
    /// It begins with a quotation mark that means nothing, such as `"Ny giv" i alt arbeid`.
    No,
    /// It is not closed.
    Open,
}

fn quoted(text: &str, separator: char) -> Quoted<'_> {
    let Some(mut rest) = text.strip_prefix('"') else {
        return Quoted::No;
    };
    let mut cell = String::new();
    while let Some((part, after)) = rest.split_once('"') {
        cell.push_str(part);
        if let Some(after) = after.strip_prefix('"') {
            cell.push('"');
            rest = after;
            continue;
        }
        return match next(after, separator) {
            Some(next) => Quoted::Yes(cell, next),
            None => Quoted::No,
        };
    }
    Quoted::Open
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str, separator: char) -> Vec<Vec<String>> {
        let (rows, _) = rows(text, separator, 100);
        rows.into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn cells_are_told_apart() {
        let expected = |rows: &[&[&str]]| -> Vec<Vec<String>> {
            let row = |row: &&[&str]| row.iter().map(|cell| (*cell).to_owned()).collect();
            rows.iter().map(row).collect()
        };
        for (text, separator, found) in [
            ("a;b\r\nc;d\r\n", ';', &[&["a", "b"][..], &["c", "d"]][..]),
            ("a\tb\rc", '\t', &[&["a", "b"], &["c"]]),
            ("\"a;\nb\";\"\"\"c\"\"\"\n", ';', &[&["a;\nb", "\"c\""]]),
            ("\"Ny giv\" nå;b\n", ';', &[&["\"Ny giv\" nå", "b"]]),
            ("a \"b\";c", ';', &[&["a \"b\"", "c"]]),
            ("\n;;\n \n", ';', &[]),
            ("", ';', &[]),
            ("\"\";x", ';', &[&["", "x"]]),
            ("\"open;b\nc;d", ';', &[&["\"open", "b"], &["c", "d"]]),
        ] {
            assert_eq!(cells(text, separator), expected(found), "{text:?}");
        }
    }

    #[test]
    fn half_and_wide_lines_are_told_and_numbers_are_those_of_a_spreadsheet() {
        let (found, more) = rows("a\n\n\"b\nc\";d\n\"e", ';', 2);
        let numbers: Vec<_> = found.iter().map(|row| row.number).collect();
        assert_eq!((numbers, more), (vec![1, 3], 1));
        let (found, _) = rows("a\n\"e", ';', 9);
        let last = found.last().map(|row| row.whole);
        assert_eq!(last, Some(Whole::Half));
        let wide = ";".repeat(CELLS_MAX) + "x";
        let (found, _) = rows(&format!("a{wide}"), ';', 9);
        assert_eq!(found.first().map(|row| row.whole), Some(Whole::Wider));
        assert_eq!(rows(&";".repeat(100_000), ';', 9).0, []);
    }
}

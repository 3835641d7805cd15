//! A table that comes in: what we wrote and somebody edited, or a plan that people have in a
//! spreadsheet. First it is read (cells, headings), then understood against the plan as it
//! stands: each line gets its verdict, and nothing is changed. What is read stands in
//! docs/file-format.md, "The plan as a table".

mod cells;
#[cfg(test)]
mod chosen_tests;
mod columns;
mod encoding;
mod lines;
mod logged;
#[cfg(test)]
mod logged_tests;
#[cfg(test)]
mod tests;
mod values;
#[cfg(test)]
mod values_tests;
mod verdict;

pub use cells::{CELLS_MAX, Row, Whole};
pub use columns::{Column, Target, Why, choose};
pub use lines::understand;
pub use values::CellProblem;
pub use verdict::{
    Choice, Count, Difference, Fate, Fault, Given, Line, MEASURES_MAX, Out, Twin, Understood,
    Verdict,
};

use values::is_day_or_number;

use crate::sheet::BYTE_ORDER_MARK;

/// The most bytes of a file that is read.
pub const TABLE_MAX: usize = 5_000_000;
/// So many lines are read.
pub const LINES_MAX: usize = 10_000;
/// So many lines are looked at to find separator and headings.
const FIRST: usize = 10;

/// Why nothing of a table is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TableProblem {
    /// Nothing stands in it.
    Empty,
    /// It is a file of Excel or another program, not text.
    Workbook,
    /// It is larger than [`TABLE_MAX`].
    TooLarge,
    /// The browser could not read it.
    Unreadable,
}

/// A table as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// Its columns, as they are understood at first.
    pub columns: Vec<Column>,
    /// Its lines with content, without the headings.
    pub rows: Vec<Row>,
    /// In which line the headings stand; 0: there are none.
    pub head: usize,
    /// How many lines there are beyond [`LINES_MAX`].
    pub more: usize,
    /// Whether there are no headings that are known, and the first line looks like some.
    pub seems_head: bool,
}

/// Reads a file.
///
/// # Errors
/// [`TableProblem`].
pub fn read_file(bytes: &[u8]) -> Result<Table, TableProblem> {
    // Those of today are zip files, older ones compound files.
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"\xd0\xcf\x11\xe0") {
        return Err(TableProblem::Workbook);
    }
    match bytes.len() {
        0..=TABLE_MAX => read_text(&encoding::decoded(bytes)),
        _ => Err(TableProblem::TooLarge),
    }
}

/// Reads a text, such as cells that were copied.
///
/// # Errors
/// [`TableProblem`].
pub fn read_text(text: &str) -> Result<Table, TableProblem> {
    if text.len() > TABLE_MAX {
        return Err(TableProblem::TooLarge);
    }
    let text = text.strip_prefix(BYTE_ORDER_MARK).unwrap_or(text);
    let (separator, text) = separator(text);
    // One more than is read, for the headings.
    let (mut rows, mut more) = cells::rows(text, separator, LINES_MAX + 1);
    let at = head_of(&rows);
    let head = at.map(|at| rows.remove(at));
    if rows.len() > LINES_MAX {
        rows.truncate(LINES_MAX);
        more += 1;
    }
    let columns = match &head {
        Some(head) => columns::told(&head.cells),
        None => untold(&rows),
    };
    match rows.is_empty() {
        true => Err(TableProblem::Empty),
        false => Ok(Table {
            columns,
            seems_head: head.is_none() && seems_head(&rows),
            head: head.map_or(0, |head| head.number),
            rows,
            more,
        }),
    }
}

/// What stands between cells: as Excel's own first line says it, else what makes the most
/// headings, else a tab or semicolon that is there. Commas stand in sentences: they tell
/// cells apart only where headings say so.
fn separator(text: &str) -> (char, &str) {
    for mark in [';', ',', '\t'] {
        let said = text
            .strip_prefix("sep=")
            .and_then(|rest| rest.strip_prefix(mark));
        let rest = said.filter(|rest| rest.starts_with(['\r', '\n']));
        if let Some(rest) = rest {
            // Spreadsheets count lines from the one after it.
            let next = rest
                .strip_prefix("\r\n")
                .or_else(|| rest.strip_prefix(['\r', '\n']));
            return (mark, next.unwrap_or(rest));
        }
    }
    let headings = |mark: char| {
        let (rows, _) = cells::rows(first_lines(text), mark, FIRST);
        rows.iter()
            .map(|row| columns::known(&row.cells))
            .max()
            .unwrap_or_default()
    };
    let mut best = match text.contains('\t') {
        true => '\t',
        false => ';',
    };
    let mut most = headings(best);
    for mark in ['\t', ';', ','] {
        let found = headings(mark);
        if found > most {
            (best, most) = (mark, found);
        }
    }
    (best, text)
}

/// The beginning of a text, enough to see how it is made.
fn first_lines(text: &str) -> &str {
    let end = text
        .char_indices()
        .nth(20_000)
        .map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or(text)
}

/// Which of the first lines has the headings: a title may stand above them. One that is
/// known by itself is enough only in the first line.
fn head_of(rows: &[Row]) -> Option<usize> {
    let mut best = None;
    let mut most = 0;
    for (at, row) in rows.iter().take(FIRST).enumerate() {
        let found = columns::known(&row.cells);
        let enough = found > 1 || at == 0 && found == 1;
        if enough && found > most {
            (best, most) = (Some(at), found);
        }
    }
    best
}

/// Whether the first of these looks like headings: a few short names, none of them twice, above
/// something that no name is, such as a day, a number or a sentence.
fn seems_head(rows: &[Row]) -> bool {
    let Some((first, below)) = rows.split_first() else {
        return false;
    };
    let is_name = |cell: &str| {
        let words = cell.split_whitespace().count();
        words <= 4
            && cell.chars().count() <= 40
            && !cell.ends_with(['.', '!', '?'])
            && !is_day_or_number(cell)
    };
    let names: Vec<&str> = first.cells.iter().map(|cell| cell.trim()).collect();
    let names: Vec<&str> = names.into_iter().filter(|name| !name.is_empty()).collect();
    let twice = |(at, name): (usize, &&str)| names.iter().skip(at + 1).any(|other| other == name);
    let mut cells = below.iter().flat_map(|row| &row.cells);
    names.len() > 1
        && names.iter().all(|name| is_name(name))
        && !names.iter().enumerate().any(twice)
        && cells.any(|cell| !cell.trim().is_empty() && !is_name(cell.trim()))
}

/// Columns without headings: the first with text is what is to be done, nothing else is
/// guessed.
fn untold(rows: &[Row]) -> Vec<Column> {
    let width = rows
        .iter()
        .map(|row| row.cells.len())
        .max()
        .unwrap_or_default();
    let mut columns: Vec<Column> = Vec::new();
    let mut is_found = false;
    for at in 0..width {
        let mut cells = rows.iter().filter_map(|row| row.cells.get(at));
        let first = cells.find(|cell| !cell.trim().is_empty());
        let name = first.cloned().unwrap_or_default();
        let is_text = !is_found && !name.is_empty() && !is_day_or_number(&name);
        is_found |= is_text;
        columns.push(Column {
            name,
            target: is_text.then_some(Target::Of(super::Field::Text)),
            why: if is_text {
                Why::Understood
            } else {
                Why::Unknown
            },
        });
    }
    columns
}

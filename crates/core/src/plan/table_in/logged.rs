//! The cell in which a table says how a measure is going: what stands in it is held against the
//! log and the notes of the measure. A note is changed or added, never taken away: what somebody
//! noted after the table was written stands in no line of it.

use super::values::{self, CellProblem};
use crate::address::Id;
use crate::assessment::{Note, TextProblem};
use crate::day::Day;
use crate::numbers::show_day;
use crate::plan::{Measure, Noted};
use crate::texts::Lang;

/// What a cell changes.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Logged {
    /// The log; nothing where it stays as it is.
    pub log: Option<Note>,
    /// Notes that change or are new, in the order of the cell.
    pub notes: Vec<Edit>,
}

/// A note that a cell changes or adds.
#[derive(Clone, Debug, PartialEq)]
pub struct Edit {
    /// The one that it changes, with what stands there; none: it is new.
    pub changes: Option<(Id, Note)>,
    /// Of which day.
    pub day: Day,
    /// What is to stand there.
    pub text: Note,
}

/// A part of a cell that begins with a day.
struct Entry {
    day: Day,
    text: String,
    raw: String,
}

/// Reads a cell, of a measure that is known or of a new one.
///
/// # Errors
/// [`CellProblem::Long`].
pub fn read(cell: &str, measure: Option<&Measure>, today: Day) -> Result<Logged, CellProblem> {
    let whole = cell.replace("\r\n", "\n");
    let cell = whole.trim_end();
    let told = |lang: Lang| {
        let told = measure.map(|one| one.told_notes(|day| show_day(day, lang)));
        told.is_some_and(|told| told.trim_end() == cell)
    };
    if Lang::ALL.into_iter().any(told) {
        return Ok(Logged::default());
    }
    let log = measure.map_or("", |one| one.log.as_str().trim_end());
    let notes: Vec<&Noted> = measure.into_iter().flat_map(Measure::noted).collect();
    let (now, entries) = parted_from(log, cell, &notes, today);
    let log = match now == log {
        true => None,
        // Blanks at its end belong to it.
        false if entries.is_empty() => Some(kept(&whole)?),
        false => Some(kept(&now)?),
    };
    let (mut left, mut news) = (notes, Vec::new());
    for entry in entries {
        match left.iter().position(|note| says(note, &entry)) {
            Some(at) => drop(left.remove(at)),
            None => news.push(entry),
        }
    }
    let edits = news.into_iter().map(|Entry { day, text, .. }| {
        let text = kept(&text)?;
        let at = left.iter().position(|note| note.day == Some(day));
        let changes = at.map(|at| left.remove(at));
        let changes = changes.map(|note| (note.id.clone(), note.text.clone()));
        Ok(Edit { changes, day, text })
    });
    let notes = edits.collect::<Result<_, CellProblem>>()?;
    Ok(Logged { log, notes })
}

/// What of a cell is the log, and what are notes.
fn parted_from(log: &str, cell: &str, notes: &[&Noted], today: Day) -> (String, Vec<Entry>) {
    let rest = cell.strip_prefix(log);
    if let Some(rest) =
        rest.filter(|rest| rest.is_empty() || log.is_empty() || rest.starts_with('\n'))
    {
        // Between the log and what follows; a log that is new begins as it stands.
        let rest = match log.is_empty() {
            true => rest,
            false => rest.trim_start_matches('\n'),
        };
        let (head, entries) = parted(rest, today);
        return (joined(log, &head), entries);
    }
    // The log itself was changed: it ends where the first note stands that is known.
    let (mut now, mut entries) = parted(cell, today);
    let known = |entry: &Entry| notes.iter().any(|note| says(note, entry));
    let at = entries.iter().position(known).unwrap_or(entries.len());
    for entry in entries.drain(..at) {
        now = joined(&now, &entry.raw);
    }
    (now, entries)
}

fn says(note: &Noted, entry: &Entry) -> bool {
    note.day == Some(entry.day) && note.text.as_str().trim_end() == entry.text.trim_end()
}

fn joined(one: &str, other: &str) -> String {
    match (one.is_empty(), other.is_empty()) {
        (true, _) => other.to_owned(),
        (_, true) => one.to_owned(),
        _ => format!("{one}\n{other}"),
    }
}

/// What stands before the first line that begins with a day, and from each of these on.
fn parted(text: &str, today: Day) -> (String, Vec<Entry>) {
    let (mut head, mut entries) = (Vec::new(), Vec::<Entry>::new());
    for line in text.lines() {
        match (begins(line, today), entries.last_mut()) {
            (Some((day, text)), _) => entries.push(Entry {
                day,
                text: text.to_owned(),
                raw: line.to_owned(),
            }),
            (None, Some(last)) => {
                for text in [&mut last.text, &mut last.raw] {
                    text.push('\n');
                    text.push_str(line);
                }
            }
            (None, None) => head.push(line),
        }
    }
    (head.join("\n"), entries)
}

/// The day with which a line begins, and what is said of it.
fn begins(line: &str, today: Day) -> Option<(Day, &str)> {
    let (day, text) = line.split_once(':')?;
    let text = text.trim();
    let day = Day::parse_iso(&values::day(day.trim(), today)?)?;
    (!text.is_empty()).then_some((day, text))
}

fn kept(text: &str) -> Result<Note, CellProblem> {
    Note::parse(text).map_err(|problem| match problem {
        TextProblem::TooLong { excess, .. } => CellProblem::Long(excess),
    })
}

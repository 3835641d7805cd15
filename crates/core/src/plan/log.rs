//! All that was noted of a measure in one text, as tables and links have it.

use super::{Measure, Noted};
use crate::assessment::Note;
use crate::day::Day;

impl Measure {
    /// The notes in which something stands.
    pub fn noted(&self) -> impl Iterator<Item = &Noted> {
        self.notes.iter().filter(|note| !note.text.is_empty())
    }

    /// All that was noted of it in one text: the log, and below it a line for each note, which
    /// begins with its day.
    pub fn told_notes(&self, day: impl Fn(Day) -> String) -> String {
        let mut told = self.log.as_str().to_owned();
        for note in self.noted() {
            told.truncate(told.trim_end().len());
            if !told.is_empty() {
                told.push('\n');
            }
            told.push_str(&line(note, &day));
        }
        told
    }

    /// The same as it stands in a link, in every language alike. Where that is more than fits in
    /// a field, the latest that do, below an ellipsis.
    pub fn linked_notes(&self) -> Note {
        let told = self.told_notes(plain_day);
        let length = told.chars().count();
        if length <= Note::LIMIT {
            return Note::parse(&told).unwrap_or_default();
        }
        let cut = told.char_indices().nth(length - (Note::LIMIT - 2));
        let end = cut.and_then(|(at, _)| told.get(at..)).unwrap_or_default();
        // From the first line that is whole on, unless there is none.
        let whole = end.split_once('\n').map_or(end, |(_, lines)| lines);
        Note::parse(&format!("…\n{whole}")).unwrap_or_default()
    }
}

/// A day as it stands in links: `3.12.2026`.
fn plain_day(day: Day) -> String {
    let (year, month, day) = day.ymd();
    format!("{day}.{month}.{year}")
}

fn line(note: &Noted, day: impl Fn(Day) -> String) -> String {
    let text = note.text.as_str().trim_end();
    match note.day {
        Some(of) => format!("{}: {text}", day(of)),
        None => text.to_owned(),
    }
}

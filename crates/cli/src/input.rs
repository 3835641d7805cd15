//! Where links come from: arguments, files, standard input. Lines are read one
//! at a time, so that memory does not grow with their number.

use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, Write};
use std::path::Path;

use forankring_core::file::{BACKUP_MAX, FileProblem, read_backup};
use forankring_core::json;
use forankring_core::link::{Carried, LinkProblem, Locked, decode, find};

use crate::output::{Form, Writer};
use crate::row::Place;

/// Longer lines are refused, in bytes.
const LINE_MAX: usize = 1024 * 1024;

/// Reads sources one after another. Results go to `out`, what can not be read
/// to `errors`.
pub struct Reader<O, E> {
    writer: Writer<O>,
    errors: E,
    bad: u64,
}

/// A line as it was met.
enum Line {
    /// It is in the buffer, without its end.
    Whole,
    /// It was longer than [`LINE_MAX`] and was passed over.
    TooLong,
    /// There are no more.
    End,
}

impl<O: Write, E: Write> Reader<O, E> {
    pub fn new(form: Form, out: O, errors: E) -> io::Result<Self> {
        Ok(Reader {
            writer: Writer::new(form, out)?,
            errors,
            bad: 0,
        })
    }

    /// The output, and how much could not be read.
    pub fn done(self) -> (O, u64) {
        (self.writer.done(), self.bad)
    }

    /// An argument: a file where there is one of this name, or else a link.
    pub fn source(&mut self, source: &str, number: usize) -> io::Result<()> {
        let path = Path::new(source);
        if source == "-" {
            self.standard_input()
        } else if path.is_file() {
            self.file(path, source)
        } else {
            let place = Place {
                source: "argument",
                line: number as u64,
            };
            self.line(source, place)
        }
    }

    pub fn standard_input(&mut self) -> io::Result<()> {
        self.lines(BufReader::new(io::stdin().lock()), "-")
    }

    fn file(&mut self, path: &Path, source: &str) -> io::Result<()> {
        let extension = path.extension();
        if extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            return self.document(path, source);
        }
        match File::open(path) {
            Ok(file) => self.lines(BufReader::with_capacity(1 << 16, file), source),
            Err(problem) => self.refuse(Place { source, line: 0 }, &problem.to_string()),
        }
    }

    /// A file or back-up of ours. The places of its assessments count as lines.
    fn document(&mut self, path: &Path, source: &str) -> io::Result<()> {
        let place = Place { source, line: 1 };
        let size = fs::metadata(path).map_or(0, |about| about.len());
        if size > BACKUP_MAX as u64 {
            return self.refuse(place, "too large");
        }
        let text = match fs::read_to_string(path) {
            Ok(text) => text,
            Err(problem) => return self.refuse(place, &problem.to_string()),
        };
        match read_backup(&text, json::parse) {
            Err(problem) => self.refuse(place, &file_reason(problem)),
            Ok(documents) => {
                for (line, read) in (1..).zip(&documents) {
                    let place = Place { source, line };
                    self.writer.write(place, None, &read.document.assessment)?;
                }
                Ok(())
            }
        }
    }

    fn lines(&mut self, mut lines: impl BufRead, source: &str) -> io::Result<()> {
        let mut buffer = Vec::new();
        for line in 1.. {
            let place = Place { source, line };
            match next_line(&mut lines, &mut buffer) {
                Ok(Line::End) => break,
                Ok(Line::TooLong) => self.refuse(place, "too long")?,
                Ok(Line::Whole) => self.line(&String::from_utf8_lossy(&buffer), place)?,
                Err(problem) => {
                    self.refuse(place, &problem.to_string())?;
                    break;
                }
            }
        }
        Ok(())
    }

    /// A line with a link, or with several; an empty one is passed over.
    fn line(&mut self, line: &str, place: Place) -> io::Result<()> {
        let line = line.trim();
        if line.is_empty() && place.source != "argument" {
            return Ok(());
        }
        let (_, fragment) = line.rsplit_once('#').unwrap_or(("", line));
        if let Ok(assessment) = decode(fragment) {
            return self.writer.write(place, Some(fragment), &assessment);
        }
        if Locked::parse(fragment).is_ok() {
            return self.refuse(place, "locked");
        }
        match find(line) {
            Err(problem) => self.refuse(place, link_reason(problem)),
            Ok(found) => found.iter().try_for_each(|one| match &one.carried {
                Carried::Open(assessment) => {
                    self.writer.write(place, Some(&one.fragment), assessment)
                }
                Carried::Locked(_) => self.refuse(place, "locked"),
            }),
        }
    }

    /// Tells what is wrong; where that can not be told, the exit code still does.
    fn refuse(&mut self, place: Place, reason: &str) -> io::Result<()> {
        self.bad += 1;
        let _ = writeln!(self.errors, "{}:{}: {reason}", place.source, place.line);
        Ok(())
    }
}

/// The next line, without its end; never more than [`LINE_MAX`] in memory.
fn next_line(lines: &mut impl BufRead, buffer: &mut Vec<u8>) -> io::Result<Line> {
    buffer.clear();
    let mut met = Line::End;
    loop {
        let part = lines.fill_buf()?;
        if part.is_empty() {
            return Ok(met);
        }
        let end = part.iter().position(|byte| *byte == b'\n');
        let content = part.get(..end.unwrap_or(part.len())).unwrap_or_default();
        if matches!(met, Line::End) {
            met = Line::Whole;
        }
        if buffer.len() + content.len() > LINE_MAX {
            met = Line::TooLong;
        } else if matches!(met, Line::Whole) {
            buffer.extend_from_slice(content);
        }
        let length = end.map_or(part.len(), |end| end + 1);
        lines.consume(length);
        if end.is_some() {
            return Ok(met);
        }
    }
}

fn link_reason(problem: LinkProblem) -> &'static str {
    match problem {
        LinkProblem::NoData => "no data",
        LinkProblem::Damaged => "damaged",
        LinkProblem::Older => "older: made by a trial edition",
        LinkProblem::Newer => "newer than this program",
    }
}

fn file_reason(problem: FileProblem) -> String {
    match problem {
        FileProblem::NotJson => "not JSON".to_owned(),
        FileProblem::NotOurs => "not a file of Forankring".to_owned(),
        FileProblem::Newer => "newer than this program".to_owned(),
        FileProblem::TooLarge => "too large".to_owned(),
        FileProblem::Bad { place } => format!("bad: {}", place.escape_debug()),
    }
}

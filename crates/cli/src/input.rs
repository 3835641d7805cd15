//! Where links come from: arguments, files, standard input. Lines are read one
//! at a time, so that memory does not grow with their number.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::path::Path;

use forankring_core::address::LinkKind;
use forankring_core::file::{BACKUP_MAX, FileProblem, Unknown, read_backup};
use forankring_core::json;
use forankring_core::link::{Carried, LinkProblem, Locked, Other, decode, find, gather};

use crate::output::{Form, Writer};
use crate::row::Place;

/// Longer lines are refused, in bytes.
const LINE_MAX: usize = 1024 * 1024;
/// The source of what stands on the command line itself.
const ARGUMENT: &str = "argument";

/// Reads sources one after another. Results go to the output, what cannot be
/// read to `errors`.
pub struct Reader<O: Write, E> {
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

    /// Ends the output, and tells how much could not be read.
    ///
    /// # Errors
    /// When the output cannot be written; so it is everywhere here. What cannot
    /// be read is no error: it is told and counted.
    pub fn done(self) -> io::Result<u64> {
        self.writer.done()?;
        Ok(self.bad)
    }

    /// An argument: a file where there is one of this name, or else a link.
    /// A pipe that a shell makes for `<(…)` is a file too.
    pub fn source(&mut self, source: &OsStr, number: u64) -> io::Result<()> {
        let path = Path::new(source);
        let shown = source.to_string_lossy();
        if source == "-" {
            self.standard_input()
        } else if path.exists() {
            self.file(path, &shown)
        } else {
            let place = Place {
                source: ARGUMENT,
                line: number,
            };
            self.line(&shown, place)
        }
    }

    pub fn standard_input(&mut self) -> io::Result<()> {
        self.lines(BufReader::new(io::stdin().lock()), "-")
    }

    fn file(&mut self, path: &Path, source: &str) -> io::Result<()> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(problem) => return self.refuse(Place { source, line: 0 }, &problem.to_string()),
        };
        let extension = path.extension();
        if extension.is_some_and(|extension| extension.eq_ignore_ascii_case("json")) {
            return self.document(file, source);
        }
        self.lines(BufReader::with_capacity(1 << 16, file), source)
    }

    /// A file or back-up of ours. The places of its assessments count as lines.
    fn document(&mut self, file: File, source: &str) -> io::Result<()> {
        let whole = Place { source, line: 1 };
        let mut bytes = Vec::new();
        // One byte more than is allowed shows that it is too large.
        let mut file = file.take(BACKUP_MAX as u64 + 1);
        if let Err(problem) = file.read_to_end(&mut bytes) {
            return self.refuse(whole, &problem.to_string());
        }
        if bytes.len() > BACKUP_MAX {
            return self.refuse(whole, &file_reason(FileProblem::TooLarge));
        }
        let Ok(text) = String::from_utf8(bytes) else {
            return self.refuse(whole, "not UTF-8");
        };
        match read_backup(&text, json::parse) {
            Err(problem) => self.refuse(whole, &file_reason(problem)),
            Ok(documents) => {
                for (line, read) in (1..).zip(&documents) {
                    let place = Place { source, line };
                    self.writer.write(place, None, &read.document.assessment)?;
                    if read.unknown.count() > 0 {
                        self.tell(place, &left_out(&read.unknown));
                    }
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
        if line.is_empty() && place.source != ARGUMENT {
            return Ok(());
        }
        let (before, fragment) = line.rsplit_once('#').unwrap_or(("", line));
        // What stands before it may be a link too.
        if !begins_a_link(before) {
            if let Ok(assessment) = decode(fragment) {
                return self.writer.write(place, Some(fragment), &assessment);
            }
            if Locked::parse(fragment).is_ok() {
                return self.refuse(place, "locked");
            }
        }
        let asking = asking(line);
        match find(line) {
            Err(_) if asking.is_some() => {}
            Err(LinkProblem::NoData | LinkProblem::NoLink | LinkProblem::Damaged)
                if place.source == ARGUMENT && !like_a_link(line) =>
            {
                self.refuse(place, "no file of this name, and no link")?;
            }
            Err(problem) => self.refuse(place, link_reason(problem))?,
            Ok(found) => found.iter().try_for_each(|one| match &one.carried {
                Carried::Open(assessment) => {
                    self.writer.write(place, Some(&one.fragment), assessment)
                }
                Carried::Locked(_) => self.refuse(place, "locked"),
            })?,
        }
        asking.map_or(Ok(()), |told| self.refuse(place, told))
    }

    /// Tells what is wrong and counts it.
    fn refuse(&mut self, place: Place, reason: &str) -> io::Result<()> {
        self.bad += 1;
        self.tell(place, reason);
        Ok(())
    }

    /// Tells something; where that cannot be done, the exit code still counts.
    fn tell(&mut self, place: Place, what: &str) {
        let _ = writeln!(self.errors, "{}:{}: {what}", place.source, place.line);
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

/// Whether an argument was meant as a link, right or not.
fn like_a_link(argument: &str) -> bool {
    let marks = ["#", "%23", "r1.", "l1."];
    argument.is_empty() || marks.iter().any(|mark| argument.contains(mark))
}

/// Whether a link may begin somewhere in a text.
fn begins_a_link(text: &str) -> bool {
    let mut kinds = LinkKind::ALL.iter();
    kinds.any(|kind| text.contains(kind.prefix()))
}

/// What to say of a line with links of those who ask others: they are read on the site, and
/// hold no result.
fn asking(line: &str) -> Option<&'static str> {
    let found = gather(line);
    let other = |wanted: fn(&Other) -> bool| found.others.iter().any(wanted);
    let cut =
        |one: &Other| matches!(one, Other::Problem(problem) if *problem != LinkProblem::NoData);
    if !found.links.is_empty() || other(cut) {
        Some("a reply to an invitation, no result")
    } else if other(|one| matches!(one, Other::Kind(LinkKind::Report))) {
        Some("a report on measures, no result")
    } else if other(|one| matches!(one, Other::Kind(LinkKind::Invitation))) {
        Some("an invitation to answer, no result")
    } else if other(|one| matches!(one, Other::Kind(LinkKind::Assignment))) {
        Some("a list of measures to report on, no result")
    } else {
        None
    }
}

/// What of an assessment was not read: fields that this version does not know.
fn left_out(unknown: &Unknown) -> String {
    let named: Vec<String> = unknown
        .first()
        .iter()
        .map(|place| place.escape_debug().to_string())
        .collect();
    let named = named.join(", ");
    match unknown.more() {
        0 => format!("read without what is not known: {named}"),
        more => format!("read without what is not known: {named} and {more} more"),
    }
}

fn link_reason(problem: LinkProblem) -> &'static str {
    match problem {
        LinkProblem::NoLink => "no link",
        LinkProblem::NoData => "no data",
        LinkProblem::Damaged => "damaged",
        LinkProblem::Older => "older: made by a trial edition",
        LinkProblem::Newer => "newer than this program",
        LinkProblem::Packed => "compressed",
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

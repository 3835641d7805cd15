//! Lines of JSON and CSV. Written straight into one buffer that is used again:
//! a tree for each line would take most of the time.

use std::io::{self, Write};

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Answer;
use forankring_core::numbers::Ratio;
use forankring_core::scoring::{Completeness, Outcome, score};

use crate::row::{Names, Place};

/// The form of the output.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// An object a line.
    Json,
    /// RFC 4180, with a header row.
    Csv,
}

/// Writes results.
pub struct Writer<O> {
    form: Form,
    out: O,
    names: Names,
    line: String,
}

impl<O: Write> Writer<O> {
    /// Begins: CSV has a header.
    pub fn new(form: Form, out: O) -> io::Result<Self> {
        let mut writer = Writer {
            form,
            out,
            names: Names::new(),
            line: String::new(),
        };
        if form == Form::Csv {
            writer.csv_header();
            writer.flush_line()?;
        }
        Ok(writer)
    }

    /// The output.
    pub fn done(self) -> O {
        self.out
    }

    /// Writes one result; there is no link when it came in a file.
    pub fn write(
        &mut self,
        place: Place,
        link: Option<&str>,
        assessment: &Assessment,
    ) -> io::Result<()> {
        let outcome = score(&assessment.answers());
        match self.form {
            Form::Json => self.json(place, link, assessment, &outcome),
            Form::Csv => self.csv(place, link, assessment, &outcome),
        }
        self.flush_line()
    }

    fn flush_line(&mut self) -> io::Result<()> {
        let written = self.out.write_all(self.line.as_bytes());
        self.line.clear();
        written
    }

    fn json(&mut self, place: Place, link: Option<&str>, shown: &Assessment, outcome: &Outcome) {
        let (out, names) = (&mut self.line, &self.names);
        out.push_str("{\"source\":");
        quote(out, place.source);
        out.push_str(",\"line\":");
        out.push_str(&place.line.to_string());
        match link {
            Some(link) => field(out, "link", link),
            None => out.push_str(",\"link\":null"),
        }
        field(out, "kind", shown.kind.id());
        field(out, "scope", shown.scope.id());
        field(out, "variant", shown.variant.id());
        field(out, "by", shown.by.id());
        field(out, "date", &shown.date.iso());
        field(out, "name", shown.name.as_str());
        field(out, "procurement", shown.procurement.as_str());
        out.push_str(",\"answers\":{");
        let answers = shown.answers();
        each(out, &names.items, |out, (item, id)| {
            out.push('"');
            out.push_str(id);
            out.push_str("\":");
            match *answers.get(*item) {
                None => out.push_str("null"),
                Some(Answer::Rated(step)) => digit(out, step.number()),
                Some(other) => quote(out, other.code()),
            }
        });
        out.push_str("},\"levels\":{");
        each(out, &names.levels, |out, (level, id)| {
            let found = outcome.levels.get(*level);
            quote(out, id);
            out.push_str(":{\"mean\":");
            match found.mean {
                Some(mean) => quote(out, &mean.plain()),
                None => out.push_str("null"),
            }
            out.push_str(",\"stage\":");
            match found.stage() {
                Some(stage) => digit(out, stage.number()),
                None => out.push_str("null"),
            }
            out.push('}');
        });
        out.push_str("},\"headline\":");
        json_headline(out, outcome);
        out.push_str("}\n");
    }

    fn csv_header(&mut self) {
        let out = &mut self.line;
        out.push_str("source,line,link,kind,scope,variant,by,date,name,procurement");
        for (_, id) in &self.names.items {
            out.push(',');
            out.push_str(id);
        }
        for (_, id) in self.names.levels {
            for what in ["mean", "stage"] {
                out.push_str(&format!(",{id}.{what}"));
            }
        }
        out.push_str(",headline.stage,headline.provisional,headline.mean,headline.binding\r\n");
    }

    fn csv(&mut self, place: Place, link: Option<&str>, shown: &Assessment, outcome: &Outcome) {
        let (out, names) = (&mut self.line, &self.names);
        cell(out, place.source);
        next(out, &place.line.to_string());
        next(out, link.unwrap_or_default());
        next(out, shown.kind.id());
        next(out, shown.scope.id());
        next(out, shown.variant.id());
        next(out, shown.by.id());
        next(out, &shown.date.iso());
        next(out, shown.name.as_str());
        next(out, shown.procurement.as_str());
        let answers = shown.answers();
        for (item, _) in &names.items {
            next(out, answers.get(*item).map_or("", Answer::code));
        }
        for (level, _) in names.levels {
            let found = outcome.levels.get(level);
            next(out, &found.mean.map(Ratio::plain).unwrap_or_default());
            out.push(',');
            if let Some(stage) = found.stage() {
                digit(out, stage.number());
            }
        }
        match &outcome.headline {
            None => out.push_str(",,,,"),
            Some(headline) => {
                out.push(',');
                digit(out, headline.stage.number());
                next(out, provisional(headline.completeness));
                next(out, &headline.mean.plain());
                let binding: Vec<&str> = headline.binding.iter().map(|one| one.id()).collect();
                next(out, &binding.join(" "));
            }
        }
        out.push_str("\r\n");
    }
}

fn json_headline(out: &mut String, outcome: &Outcome) {
    let Some(headline) = &outcome.headline else {
        return out.push_str("null");
    };
    out.push_str("{\"stage\":");
    digit(out, headline.stage.number());
    out.push_str(",\"provisional\":");
    out.push_str(provisional(headline.completeness));
    field(out, "mean", &headline.mean.plain());
    out.push_str(",\"binding\":[");
    each(out, &headline.binding, |out, level| quote(out, level.id()));
    out.push_str("]}");
}

fn provisional(completeness: Completeness) -> &'static str {
    match completeness {
        Completeness::Provisional => "true",
        Completeness::Complete => "false",
    }
}

/// Each with commas between.
fn each<T>(out: &mut String, values: &[T], write: impl Fn(&mut String, &T)) {
    for (place, value) in values.iter().enumerate() {
        if place > 0 {
            out.push(',');
        }
        write(out, value);
    }
}

fn digit(out: &mut String, number: u8) {
    out.push(char::from(b'0' + number % 10));
}

/// A further field of an object.
fn field(out: &mut String, name: &str, value: &str) {
    out.push(',');
    quote(out, name);
    out.push(':');
    quote(out, value);
}

fn quote(out: &mut String, text: &str) {
    out.push('"');
    // Nearly every text: copied as it stands.
    if !text
        .bytes()
        .any(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
    {
        out.push_str(text);
        out.push('"');
        return;
    }
    for letter in text.chars() {
        match letter {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            control if control < ' ' => {
                out.push_str(&format!("\\u{:04x}", u32::from(control)));
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

fn next(out: &mut String, text: &str) {
    out.push(',');
    cell(out, text);
}

/// A cell. What a spreadsheet would take for a formula gets an apostrophe.
fn cell(out: &mut String, text: &str) {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let quoted = text.contains([',', '"', '\r', '\n']);
    if quoted {
        out.push('"');
    }
    if formula {
        out.push('\'');
    }
    match quoted {
        true => out.push_str(&text.replace('"', "\"\"")),
        false => out.push_str(text),
    }
    if quoted {
        out.push('"');
    }
}

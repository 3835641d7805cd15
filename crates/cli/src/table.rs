//! Results as a table for spreadsheets. The names of its columns are a format:
//! new ones come last, and none is ever renamed.

use std::borrow::Cow;
use std::io::{self, Write};

use crate::object::told;
use csv::{Terminator, WriterBuilder};
use forankring_core::catalogue::{Answer, Level, Step};
use forankring_core::numbers::Ratio;
use forankring_core::scoring::Headline;
use forankring_core::sheet::{BYTE_ORDER_MARK, harmless};
use forankring_core::texts::Lang;

use crate::row::{self, Ids, Row};

/// Written at once, in bytes.
const BUFFER: usize = 1 << 16;
/// The columns before the answers.
const ABOUT: [&str; 10] = [
    "source",
    "line",
    "link",
    "kind",
    "scope",
    "variant",
    "by",
    "date",
    "name",
    "procurement",
];
/// The columns after the levels, each behind `headline.`.
const HEADLINE: [&str; 10] = [
    "stage",
    "provisional",
    "mean",
    "binding",
    "range.low",
    "range.high",
    "sensitive",
    "firm",
    "pattern",
    "moves",
];

/// Whose spreadsheet opens the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Locale {
    /// Norwegian: semicolon, decimal comma.
    #[default]
    Norwegian,
    /// English: comma, decimal point.
    English,
}

impl Locale {
    /// By its code, `nb` or `en`.
    ///
    /// # Errors
    /// Which codes there are.
    pub fn parse(code: &str) -> Result<Locale, &'static str> {
        match code {
            "nb" => Ok(Locale::Norwegian),
            "en" => Ok(Locale::English),
            _ => Err("--locale takes nb or en"),
        }
    }

    fn delimiter(self) -> u8 {
        match self {
            Locale::Norwegian => b';',
            Locale::English => b',',
        }
    }

    /// An answer; half a step is a number with a decimal.
    fn answer(self, answer: Answer) -> Cow<'static, str> {
        match (self, answer) {
            (Locale::Norwegian, Answer::Between(_)) => told(answer).replace('.', ",").into(),
            _ => told(answer).into(),
        }
    }

    fn number(self, number: Ratio) -> String {
        number.show(match self {
            Locale::Norwegian => Lang::Nb,
            Locale::English => Lang::En,
        })
    }
}

/// A table that is being written.
pub struct Table<O: Write> {
    cells: csv::Writer<O>,
    locale: Locale,
}

impl<O: Write> Table<O> {
    /// Begins with the header row.
    pub fn new(locale: Locale, ids: &Ids, mut out: O) -> io::Result<Self> {
        out.write_all(BYTE_ORDER_MARK.as_bytes())?;
        let mut builder = WriterBuilder::new();
        builder
            .delimiter(locale.delimiter())
            .terminator(Terminator::CRLF)
            .buffer_capacity(BUFFER);
        let mut table = Table {
            cells: builder.from_writer(out),
            locale,
        };
        table.all(ABOUT)?;
        table.all(ids.all().map(|(_, id)| id))?;
        for level in Level::ALL {
            for what in ["mean", "stage"] {
                table.cell(&format!("{}.{what}", level.id()))?;
            }
        }
        for what in HEADLINE {
            table.cell(&format!("headline.{what}"))?;
        }
        table.end_row()?;
        Ok(table)
    }

    /// Writes one result.
    pub fn row(&mut self, row: &Row, ids: &Ids) -> io::Result<()> {
        let shown = row.shown;
        self.text(row.place.source)?;
        self.cell(&row.place.line.to_string())?;
        self.text(row.link.unwrap_or_default())?;
        self.all([shown.kind.id(), shown.scope.id()])?;
        self.all([shown.variant.id(), shown.by.id()])?;
        self.cell(&shown.date.iso())?;
        self.text(shown.name.as_str())?;
        self.text(shown.procurement.as_str())?;
        let answers = shown.answers();
        for (_, answer) in answers.iter() {
            self.cell(&answer.map_or(Cow::Borrowed(""), |answer| self.locale.answer(answer)))?;
        }
        for (_, found) in row.outcome.levels.iter() {
            self.number(found.mean)?;
            self.cell(found.stage().map_or("", digit))?;
        }
        match &row.outcome.headline {
            None => self.all(HEADLINE.map(|_| ""))?,
            Some(headline) => self.headline(headline, ids)?,
        }
        self.end_row()
    }

    /// The cells of [`HEADLINE`].
    fn headline(&mut self, headline: &Headline, ids: &Ids) -> io::Result<()> {
        let (low, high) = headline.range;
        let moves = row::moves(headline).map(|rise| {
            let (from, to) = (rise.from.number(), rise.to.number());
            Cow::Owned(format!("{}:{from}-{to}", ids.of(rise.item)))
        });
        let sensitive = headline.sensitive.iter();
        let binding = headline.binding.iter();
        self.all([digit(headline.stage), truth(row::provisional(headline))])?;
        self.number(Some(headline.mean))?;
        self.cell(&spaced(binding.map(|level| level.id().into())))?;
        self.all([digit(low), digit(high)])?;
        self.cell(&spaced(sensitive.map(|item| ids.of(*item).into())))?;
        self.all([truth(row::firm(headline)), headline.pattern.id()])?;
        self.cell(&spaced(moves))
    }

    /// The output, with everything written to it.
    pub fn done(self) -> io::Result<O> {
        self.cells
            .into_inner()
            .map_err(csv::IntoInnerError::into_error)
    }

    /// A cell with text that someone wrote.
    fn text(&mut self, text: &str) -> io::Result<()> {
        self.cell(&harmless(text))
    }

    fn number(&mut self, number: Option<Ratio>) -> io::Result<()> {
        let shown = number.map(|number| self.locale.number(number));
        self.cell(&shown.unwrap_or_default())
    }

    fn all<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        cells.into_iter().try_for_each(|cell| self.cell(cell))
    }

    fn cell(&mut self, cell: &str) -> io::Result<()> {
        self.cells.write_field(cell).map_err(cause)
    }

    fn end_row(&mut self) -> io::Result<()> {
        self.cells.write_record(None::<&[u8]>).map_err(cause)
    }
}

/// What went wrong in writing; `csv`'s own conversion hides which kind it is,
/// and whoever reads may just have stopped reading.
fn cause(problem: csv::Error) -> io::Error {
    match problem.into_kind() {
        csv::ErrorKind::Io(problem) => problem,
        other => io::Error::other(format!("{other:?}")),
    }
}

fn digit(stage: Step) -> &'static str {
    Answer::Rated(stage).code()
}

fn truth(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

/// Ids in one cell, with spaces between.
fn spaced<'a>(ids: impl Iterator<Item = Cow<'a, str>>) -> String {
    ids.collect::<Vec<_>>().join(" ")
}

//! Where results go: lines of JSON, or a table.

use std::io::{self, BufWriter, Write};

use forankring_core::assessment::Assessment;
use forankring_core::scoring::score;

use crate::object::Object;
use crate::row::{Ids, Place, Row};
use crate::table::{Locale, Table};

/// Written at once, in bytes.
const BUFFER: usize = 1 << 16;

/// The form of the output.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// An object a line.
    Json,
    /// A table with a header row.
    Csv(Locale),
}

/// Writes results.
pub struct Writer<O: Write> {
    to: To<O>,
    ids: Ids,
}

enum To<O: Write> {
    Lines(BufWriter<O>),
    Table(Box<Table<O>>),
}

impl<O: Write> Writer<O> {
    /// Begins: a table has a header.
    pub fn new(form: Form, out: O) -> io::Result<Self> {
        let ids = Ids::new();
        let to = match form {
            Form::Json => To::Lines(BufWriter::with_capacity(BUFFER, out)),
            Form::Csv(locale) => To::Table(Box::new(Table::new(locale, &ids, out)?)),
        };
        Ok(Writer { to, ids })
    }

    /// Ends: everything is written.
    ///
    /// # Errors
    /// When it cannot be.
    pub fn done(self) -> io::Result<()> {
        match self.to {
            To::Lines(mut lines) => lines.flush(),
            To::Table(table) => table.done()?.flush(),
        }
    }

    /// Writes one result; there is no link when it came in a file.
    pub fn write(
        &mut self,
        place: Place,
        link: Option<&str>,
        shown: &Assessment,
    ) -> io::Result<()> {
        let outcome = &score(&shown.answers());
        let row = Row {
            place,
            link,
            shown,
            outcome,
        };
        match &mut self.to {
            To::Lines(lines) => {
                serde_json::to_writer(&mut *lines, &Object::new(&row, &self.ids))?;
                lines.write_all(b"\n")
            }
            To::Table(table) => table.row(&row, &self.ids),
        }
    }
}

//! What is asked for on the command line.

use std::ffi::OsString;

use lexopt::prelude::*;

use crate::output::Form;
use crate::table::Locale;

/// What `--help` says.
pub const USAGE: &str = "\
Reads result links and files of Forankring; writes one result a line.

usage: forankring-cli read [OPTION]... [LINK | FILE | -]...

  LINK      a whole address, or what stands behind # in it
  FILE      a file or back-up (*.json), or a text file with a link on each line
  -         standard input, a link on each line; the same without LINK or FILE

  --json    an object a line (JSON Lines); this is the default
  --csv     a table with a header row, for spreadsheets
  --locale nb | en
            whose spreadsheet opens the table. nb, the default: semicolons
            between cells, 2,8 for numbers. en: commas, 2.8. Both in UTF-8
            with a byte order mark
  --        what follows is no option
  -h, --help, -V, --version

examples:
  forankring-cli read links.txt > results.jsonl
  forankring-cli read --csv links.txt backup.json > results.csv
  forankring-cli read --csv --locale en - < links.txt > results.csv
  forankring-cli read 'https://example.org/#r1.AUEmYSnLuCnLuAYwlgBzjP2I'

In a table, text that a spreadsheet would take for a formula has an apostrophe
in front. What cannot be read is told on standard error as SOURCE:LINE: REASON,
and the rest is read all the same. The exit code is 0 when everything was read,
1 when something was not, 2 when the command is wrong.
";

/// What is to be done.
#[derive(Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how it is used.
    Help,
    /// Say which version it is.
    Version,
    /// Read these, in this order; standard input when there are none.
    Read(Form, Vec<OsString>),
}

/// Takes the arguments apart, without the program's own name.
///
/// # Errors
/// What is wrong with them, in words.
pub fn command(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, lexopt::Error> {
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        None => Err("no command".into()),
        Some(Short('h') | Long("help")) => Ok(Command::Help),
        Some(Short('V') | Long("version")) => Ok(Command::Version),
        Some(Value(name)) if name == "help" => Ok(Command::Help),
        Some(Value(name)) if name == "read" => read(parser),
        Some(Value(name)) => Err(format!("unknown command: {}", name.to_string_lossy()).into()),
        Some(other) => Err(other.unexpected()),
    }
}

/// The arguments behind `read`.
fn read(mut parser: lexopt::Parser) -> Result<Command, lexopt::Error> {
    let (mut json, mut csv, mut locale) = (false, false, None);
    let mut sources = Vec::new();
    while let Some(argument) = parser.next()? {
        match argument {
            Long("json") => json = true,
            Long("csv") => csv = true,
            Long("locale") => locale = Some(parser.value()?.parse_with(Locale::parse)?),
            Short('h') | Long("help") => return Ok(Command::Help),
            Value(source) => sources.push(source),
            other => return Err(other.unexpected()),
        }
    }
    let form = match (json, csv, locale) {
        (true, true, _) => return Err("one of --json and --csv, not both".into()),
        (_, false, Some(_)) => return Err("--locale goes with --csv".into()),
        (_, false, None) => Form::Json,
        (false, true, locale) => Form::Csv(locale.unwrap_or_default()),
    };
    Ok(Command::Read(form, sources))
}

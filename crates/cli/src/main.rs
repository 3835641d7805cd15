//! `forankring-cli read`: result links and files become lines of JSON or CSV.
//! It reads as the site reads and scores as the site scores, by the same code;
//! nothing leaves the machine.

mod arguments;
mod input;
mod object;
mod output;
mod row;
mod table;

use std::ffi::OsString;
use std::io::{self, Write};
use std::process::ExitCode;

use arguments::{Command, USAGE, command};
use input::Reader;
use output::Form;

/// The exit code of a command that is wrong.
const WRONG: u8 = 2;

fn main() -> ExitCode {
    let done = match command(std::env::args_os().skip(1)) {
        Ok(Command::Help) => say(USAGE),
        Ok(Command::Version) => say(concat!("forankring-cli ", env!("CARGO_PKG_VERSION"), "\n")),
        Ok(Command::Read(form, sources)) => read(form, &sources),
        Err(wrong) => {
            eprint!("{wrong}\n\n{USAGE}");
            return ExitCode::from(WRONG);
        }
    };
    match done {
        Ok(code) => code,
        // Whoever reads wants no more: nothing to add.
        Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
        Err(problem) => {
            eprintln!("writing failed: {problem}");
            ExitCode::FAILURE
        }
    }
}

fn say(text: &str) -> io::Result<ExitCode> {
    io::stdout().lock().write_all(text.as_bytes())?;
    Ok(ExitCode::SUCCESS)
}

fn read(form: Form, sources: &[OsString]) -> io::Result<ExitCode> {
    let mut reader = Reader::new(form, io::stdout().lock(), io::stderr())?;
    if sources.is_empty() {
        reader.standard_input()?;
    }
    for (number, source) in (1..).zip(sources) {
        reader.source(source, number)?;
    }
    Ok(match reader.done()? {
        0 => ExitCode::SUCCESS,
        _ => ExitCode::FAILURE,
    })
}

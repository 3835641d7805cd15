//! `forankring-cli read`: result links and files become lines of JSON or CSV.
//! It reads as the site reads and scores as the site scores, by the same code;
//! nothing leaves the machine.

mod input;
mod output;
mod row;

use std::io::{self, BufWriter, Write};
use std::process::ExitCode;

use input::Reader;
use output::Form;

const USAGE: &str = "\
Reads result links and files of Forankring; writes one result a line.

usage: forankring-cli read [--json | --csv] [LINK | FILE | -]...

  LINK    a whole address, or what stands behind # in it
  FILE    a file or back-up (*.json), or a text file with a link on each line
  -       standard input, a link on each line; the same without any LINK or FILE
  --json  an object a line (JSON Lines); this is the default
  --csv   RFC 4180, with a header row
  --      what follows is no option

What can not be read is told on standard error as SOURCE:LINE: REASON, and the
rest is read all the same. The exit code is 0 when everything was read, 1 when
something was not, 2 when the command is wrong.
";

/// What is to be done.
enum Command {
    Help,
    Read(Form, Vec<String>),
}

fn main() -> ExitCode {
    let arguments = std::env::args_os().skip(1);
    // An argument that is not Unicode can be a file's name, but hardly is.
    let arguments: Vec<String> = arguments
        .map(|one| one.to_string_lossy().into_owned())
        .collect();
    match command(&arguments) {
        Ok(Command::Help) => {
            print!("{USAGE}");
            ExitCode::SUCCESS
        }
        Ok(Command::Read(form, sources)) => match read(form, &sources) {
            Ok(code) => code,
            // Whoever reads wants no more, or there is no space: nothing to add.
            Err(problem) if problem.kind() == io::ErrorKind::BrokenPipe => ExitCode::FAILURE,
            Err(problem) => {
                eprintln!("writing failed: {problem}");
                ExitCode::FAILURE
            }
        },
        Err(wrong) => {
            eprint!("{wrong}\n\n{USAGE}");
            ExitCode::from(2)
        }
    }
}

fn command(arguments: &[String]) -> Result<Command, String> {
    let (first, rest) = match arguments.split_first() {
        None => return Err("no command".to_owned()),
        Some((first, rest)) => (first.as_str(), rest),
    };
    match first {
        "read" => {}
        "--help" | "-h" | "help" => return Ok(Command::Help),
        other => return Err(format!("unknown command: {other}")),
    }
    let mut form = None;
    let mut sources = Vec::new();
    let mut rest = rest.iter();
    while let Some(argument) = rest.next() {
        let chosen = match argument.as_str() {
            "--json" => Form::Json,
            "--csv" => Form::Csv,
            "--help" | "-h" => return Ok(Command::Help),
            "--" => {
                sources.extend(rest.cloned());
                break;
            }
            option if option.starts_with('-') && option != "-" => {
                return Err(format!("unknown option: {option}"));
            }
            _ => {
                sources.push(argument.clone());
                continue;
            }
        };
        if form.is_some_and(|before| before != chosen) {
            return Err("one of --json and --csv, not both".to_owned());
        }
        form = Some(chosen);
    }
    Ok(Command::Read(form.unwrap_or(Form::Json), sources))
}

fn read(form: Form, sources: &[String]) -> io::Result<ExitCode> {
    let out = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    let mut reader = Reader::new(form, out, io::stderr())?;
    if sources.is_empty() {
        reader.standard_input()?;
    }
    for (place, source) in sources.iter().enumerate() {
        reader.source(source, place + 1)?;
    }
    let (mut out, bad) = reader.done();
    out.flush()?;
    Ok(if bad == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

//! Every chore of the project: `cargo xtask <command>`.
//!
//! Rust instead of shell scripts, so that they run wherever the project does.
//! Progress goes to stderr; stdout carries what a command is asked for (the
//! address, the table, the count), so that other programs can read it.
#![allow(missing_docs)]

mod arguments;
mod bench;
mod browser;
mod build;
mod causes;
mod debian;
mod engines;
mod failure;
mod hook;
mod hosts;
mod install;
mod journeys;
mod log;
mod package;
mod pages;
mod pipeline;
mod process;
mod program;
mod progress;
mod project;
mod schedule;
mod scripts;
mod serve;
mod server;
mod setup;
mod shrink;
mod size;
mod stamp;
mod step;
mod table;
mod tally;
mod test;
mod tidy;

use std::process::ExitCode;

use arguments::{Arguments, Known, Takes};
use failure::Failure;
use project::Project;

/// Of the table below.
struct Command {
    takes: Takes,
    help: &'static str,
    run: Run,
}

enum Run {
    Chore(fn(&Project, &Arguments) -> Result<(), Failure>),
    /// Whose failures are counted.
    Test(fn(&Project, &Arguments) -> Result<ExitCode, Failure>),
}

use Run::{Chore, Test};

const PORT: Known = with("port", "8080");
const FREE_PORT: Known = with("port", "0");
const BASE: Known = with("base", "/sub/path/");
const OPEN: Known = flag("open");
const QUICK: Known = flag("quick");
const OUT: Known = with("out", "dist");
const ARCHIVE: Known = with("out", "FILE");
const ADDRESS: Known = with("address", "https://…/");

/// Every command, in the order of the help.
static COMMANDS: [Command; 12] = [
    command(
        takes("serve", None, &[PORT, OPEN, BASE]),
        "build what changed and serve it on 127.0.0.1",
        Chore(serve::run),
    ),
    command(
        takes("dev", None, &[PORT, OPEN]),
        "Trunk's own server: rebuilds and reloads on change",
        Chore(serve::run_dev),
    ),
    command(
        takes("test", None, &[QUICK]),
        "formatting, lints, native tests, journeys in a browser;\n\
         --quick leaves out the browser",
        Test(test::run),
    ),
    command(
        takes("tidy", None, &[]),
        "of these, only what no compiler checks; a second",
        Test(test::tidy),
    ),
    command(
        takes("words", None, &[]),
        "note which pages show which texts, as the sources say",
        Chore(tidy::words::write),
    ),
    command(
        takes("build", None, &[OUT, ADDRESS]),
        "put the static site in a folder; --address, where it\n\
         will stand, lets chats and mail show its picture",
        Chore(build::run),
    ),
    command(
        takes("package", None, &[ARCHIVE, ADDRESS]),
        "one zip for hosts: site, licences, checksums",
        Chore(package::run),
    ),
    command(
        takes("bench", None, &[]),
        "measure loading against a static page, then the core",
        Chore(bench::run),
    ),
    command(
        takes("size", None, &[]),
        "what each file of the site weighs, raw and with brotli",
        Chore(size::run),
    ),
    command(
        takes("setup", None, &[]),
        "only install what is missing; the others do so too",
        Chore(setup::run),
    ),
    command(
        takes("static-serve", Some("DIR"), &[FREE_PORT, BASE]),
        "serve a folder as it stands",
        Chore(serve::run_static),
    ),
    command(
        takes("pages", None, &[]),
        "Trunk's hook: turns its output into the static site",
        Chore(hook::run),
    ),
];

const fn with(name: &'static str, value: &'static str) -> Known {
    Known {
        name,
        value: Some(value),
    }
}

const fn flag(name: &'static str) -> Known {
    Known { name, value: None }
}

const fn takes(
    command: &'static str,
    word: Option<&'static str>,
    options: &'static [Known],
) -> Takes {
    Takes {
        command,
        word,
        options,
    }
}

const fn command(takes: Takes, help: &'static str, run: Run) -> Command {
    Command { takes, help, run }
}

fn main() -> ExitCode {
    match run() {
        Ok(code) => code,
        Err(failure) => {
            eprintln!("\n{failure}");
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<ExitCode, Failure> {
    let mut parser = lexopt::Parser::from_env();
    let name = match parser.next().map_err(|error| refused(&error.to_string()))? {
        None => {
            eprintln!("cargo xtask <command>\n\n{}", usage(&COMMANDS));
            return Ok(ExitCode::FAILURE);
        }
        Some(lexopt::Arg::Short('h') | lexopt::Arg::Long("help")) => "help".to_owned(),
        Some(lexopt::Arg::Value(word)) => word.to_string_lossy().into_owned(),
        Some(other) => return Err(refused(&other.unexpected().to_string())),
    };
    if name == "help" {
        println!("cargo xtask <command>\n\n{}", usage(&COMMANDS));
        return Ok(ExitCode::SUCCESS);
    }
    let Some(command) = COMMANDS.iter().find(|known| known.takes.command == name) else {
        let names = COMMANDS.iter().map(|known| known.takes.command);
        let near = arguments::nearest(&name, names);
        let hint = near
            .map(|near| format!("; did you mean '{near}'?"))
            .unwrap_or_default();
        return Err(refused(&format!("there is no command '{name}'{hint}")));
    };
    let Some(arguments) = Arguments::read(&command.takes, parser)? else {
        println!("cargo xtask\n\n{}", usage(std::slice::from_ref(command)));
        return Ok(ExitCode::SUCCESS);
    };
    let project = Project::open()?;
    match command.run {
        Chore(run) => run(&project, &arguments).map(|()| ExitCode::SUCCESS),
        Test(run) => run(&project, &arguments),
    }
}

fn refused(cause: &str) -> Failure {
    Failure::new(
        "read the arguments",
        cause,
        "`cargo xtask help` tells of all",
    )
}

/// What each takes, and what it is for.
fn usage(commands: &[Command]) -> String {
    let lines: Vec<String> = commands
        .iter()
        .map(|command| {
            let help = command.help.replace('\n', "\n      ");
            format!("  {}\n      {help}", command.takes.usage())
        })
        .collect();
    lines.join("\n")
}

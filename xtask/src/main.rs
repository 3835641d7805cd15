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
mod failure;
mod hook;
mod install;
mod journeys;
mod log;
mod pages;
mod pipeline;
mod process;
mod programs;
mod progress;
mod project;
mod schedule;
mod scripts;
mod serve;
mod server;
mod setup;
mod size;
mod stamp;
mod step;
mod table;
mod tally;
mod test;
mod tidy;

use std::process::ExitCode;

use arguments::Arguments;
use failure::Failure;
use project::Project;

const USAGE: &str = "\
cargo xtask <command>

  serve [--port 8080] [--open] [--base /sub/path/]
                      build what changed and serve it on 127.0.0.1
  dev [--port 8080]   Trunk's own server: rebuilds and reloads on change
  test [--quick]      formatting, lints, native tests, journeys in a browser;
                      --quick leaves out the browser
  tidy                of these, only what no compiler checks; a second
  build [--out dist]  put the static site in a folder
  bench               measure loading against a static page, then the core
  size                what each file of the site weighs, raw and with brotli
  setup               only install what is missing; the others do so too
  static-serve DIR [--port 0] [--base /sub/path/]
                      serve a folder as it stands
  pages               Trunk's hook: turns its output into the static site";

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
    let mut arguments = Arguments::of_process();
    let Some(command) = arguments.next_word() else {
        eprintln!("{USAGE}");
        return Ok(ExitCode::FAILURE);
    };
    let project = Project::open()?;
    match command.as_str() {
        "setup" => setup::run(&project, arguments)?,
        "build" => build::run(&project, arguments)?,
        "pages" => hook::run(&project, arguments)?,
        "serve" => serve::run(&project, arguments)?,
        "static-serve" => serve::run_static(&project, arguments)?,
        "dev" => serve::run_dev(&project, arguments)?,
        "bench" => bench::run(&project, arguments)?,
        "size" => size::run(&project, arguments)?,
        "test" => return test::run(&project, arguments),
        "tidy" => return test::tidy(&project, arguments),
        "help" | "--help" | "-h" => println!("{USAGE}"),
        unknown => {
            eprintln!("there is no command '{unknown}'\n\n{USAGE}");
            return Ok(ExitCode::FAILURE);
        }
    }
    Ok(ExitCode::SUCCESS)
}

//! `cargo xtask test`: everything that must hold, in one go. A part that fails
//! does not keep the later ones from being told.

use std::process::{Command, ExitCode};

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::tally::Tally;
use crate::{journeys, process, scripts, setup, tidy};

const WASM: &str = "wasm32-unknown-unknown";

/// The sum, and the names of the parts that failed.
#[derive(Default)]
struct Report {
    sum: Tally,
    failed: Vec<String>,
}

impl Report {
    fn part(&mut self, name: &str, action: impl FnOnce() -> Result<Tally, Failure>) {
        eprintln!("\n== {name}");
        let tally = action().unwrap_or_else(|failure| {
            eprintln!("{failure}");
            Tally::one(false)
        });
        if tally.failed > 0 {
            self.failed.push(format!("{name} ({})", tally.failed));
        }
        self.sum.passed += tally.passed;
        self.sum.failed += tally.failed;
    }
}

pub fn run(project: &Project, arguments: &Arguments) -> Result<ExitCode, Failure> {
    let quick = arguments.flag("quick");
    let mut report = Report::default();
    report.part("set-up", || set_up(project));
    for (name, arguments) in commands() {
        report.part(name, || {
            let mut cargo = process::cargo(project);
            succeeds(cargo.args(arguments), name)
        });
    }
    report.part("scripts, types", || scripts::types(project));
    report.part("scripts, tests", || scripts::tests(project));
    report.part("tidiness", || Ok(tidy::check(project)));
    report.part("native tests", || native(project));
    if !quick {
        report.part("journeys in a browser", || journeys::run(project));
    }
    Ok(conclude(&report))
}

/// `cargo xtask tidy`: the part that needs neither compiler nor browser.
pub fn tidy(project: &Project, _: &Arguments) -> Result<ExitCode, Failure> {
    let mut report = Report::default();
    report.part("tidiness", || Ok(tidy::check(project)));
    Ok(conclude(&report))
}

fn conclude(report: &Report) -> ExitCode {
    let Tally { passed, failed } = report.sum;
    println!();
    if failed > 0 {
        println!("failed: {}", report.failed.join(", "));
    }
    println!("{passed} passed, {failed} failed");
    if failed == 0 {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    }
}

fn commands() -> [(&'static str, Vec<&'static str>); 3] {
    let clippy = |what: &[&'static str]| {
        let ends = [
            ["clippy", "--quiet"].as_slice(),
            what,
            &["--", "-D", "warnings"],
        ];
        ends.concat()
    };
    [
        ("formatting", vec!["fmt", "--all", "--check"]),
        ("lints, native", clippy(&["--workspace", "--all-targets"])),
        (
            "lints, WebAssembly",
            clippy(&[
                "--package",
                "forankring",
                "--package",
                "forankring-browser",
                "--package",
                "forankring-core",
                "--package",
                "forankring-session",
                "--target",
                WASM,
            ]),
        ),
    ]
}

/// Set-up is no test: it counts only where it fails.
fn set_up(project: &Project) -> Result<Tally, Failure> {
    setup::install(project, &setup::missing(project)?)?;
    Ok(Tally::default())
}

fn succeeds(command: &mut Command, name: &str) -> Result<Tally, Failure> {
    process::run(command, name, "correct what is shown above")?;
    Ok(Tally::one(true))
}

fn native(project: &Project) -> Result<Tally, Failure> {
    let mut cargo = process::cargo(project);
    cargo.args(["test", "--quiet", "--workspace", "--no-fail-fast"]);
    let mut tally = Tally::default();
    let status = process::stream(&mut cargo, "run the native tests", |line| {
        let read = test_result(line);
        tally.passed += read.passed;
        tally.failed += read.failed;
    })?;
    // Code that does not compile has no results at all.
    if !status.success() && tally.failed == 0 {
        tally.failed = 1;
    }
    Ok(tally)
}

/// `test result: ok. 12 passed; 0 failed; 0 ignored; …`
fn test_result(line: &str) -> Tally {
    let Some((_, counts)) = line.split_once("test result: ") else {
        return Tally::default();
    };
    let count = |name: &str| -> usize {
        let words: Vec<&str> = counts
            .split([' ', ';'])
            .filter(|word| !word.is_empty())
            .collect();
        let pair = words.windows(2).find(|pair| pair.last() == Some(&name));
        pair.and_then(|pair| pair.first()?.parse().ok())
            .unwrap_or(0)
    };
    Tally {
        passed: count("passed"),
        failed: count("failed"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_results_of_cargo() {
        let line =
            "test result: FAILED. 12 passed; 3 failed; 1 ignored; 0 measured; 0 filtered out";
        assert_eq!(
            test_result(line),
            Tally {
                passed: 12,
                failed: 3
            }
        );
        assert_eq!(test_result("test a ... ok"), Tally::default());
    }
}

//! The end-to-end journeys: Node's test runner over a site that is served.

use std::path::{Path, PathBuf};
use std::process::Command;

use crate::failure::Failure;
use crate::project::Project;
use crate::server::{self, Compress, Running};
use crate::tally::Tally;
use crate::{browser, build, engines, hosts, process};

const SUB_BASE: &str = "/verktoy/forankring/";

/// The site, served at the root and below a path, and a browser to look at it.
pub struct Stage {
    root: Running,
    sub: Running,
    chrome: PathBuf,
    shell: PathBuf,
    folder: PathBuf,
}

impl Stage {
    pub fn set(project: &Project, folder: &Path, chrome: PathBuf) -> Result<Self, Failure> {
        Ok(Self {
            root: server::start(project, server::listen(0)?, folder, None, Compress::First)?,
            sub: server::start(
                project,
                server::listen(0)?,
                folder,
                Some(SUB_BASE),
                Compress::Meanwhile,
            )?,
            shell: browser::shell(&chrome),
            chrome,
            folder: folder.to_path_buf(),
        })
    }

    /// Tells a program where the site and the browser are.
    pub fn prepare<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        command
            .env("BASE_URL", &self.root.address)
            .env("SUB_BASE_URL", &self.sub.address)
            .env("CHROME", &self.chrome)
            .env("CHROME_SHELL", &self.shell)
            .env("DIST", &self.folder)
    }
}

/// Builds, serves and runs them all.
pub fn run(project: &Project) -> Result<Tally, Failure> {
    let files = test_files(project, "e2e")?;
    // First, since it takes a second: without a browser the build would be for nothing.
    let chrome = browser::find_or_install(project)?;
    let folder = build::default_folder(project);
    build::build(project, &folder)?;
    let single = build::single(project, &folder, "")?;
    let left_out = engines::install(project, &chrome);
    let stage = Stage::set(project, &folder, chrome)?;
    hosts::install(project);
    let mut node = process::command(project, "node");
    node.args(["--test", "--test-reporter=tap", "--test-concurrency=2"])
        .args(files)
        .env("SINGLE", single);
    let tally = tally(stage.prepare(&mut node), "run the journeys")?;
    for line in left_out {
        eprintln!("{line}");
    }
    Ok(tally)
}

/// Runs Node's tests, which report as TAP.
pub fn tally(node: &mut Command, step: &str) -> Result<Tally, Failure> {
    let mut summary = Summary::default();
    let status = process::stream(node, step, |line| summary.read(line))?;
    Ok(summary.tally(status.success()))
}

/// The files with tests in a folder of the project.
pub fn test_files(project: &Project, folder: &str) -> Result<Vec<PathBuf>, Failure> {
    let step = "find the tests";
    let cause = format!("there is no {folder}/*.test.mjs");
    let folder = project.at(folder);
    let entries =
        std::fs::read_dir(&folder).map_err(|error| Failure::file(step, &folder, error))?;
    let mut files: Vec<PathBuf> = entries
        .filter_map(|entry| Some(entry.ok()?.path()))
        .filter(|path| path.to_string_lossy().ends_with(".test.mjs"))
        .collect();
    files.sort();
    if files.is_empty() {
        return Err(Failure::new(
            step,
            cause,
            "restore that folder from version control",
        ));
    }
    Ok(files)
}

/// The last lines of TAP: `# pass 12`, `# fail 0`, `# cancelled 0`.
#[derive(Debug, Default)]
struct Summary {
    pass: usize,
    fail: usize,
    cancelled: usize,
}

impl Summary {
    fn read(&mut self, line: &str) {
        let Some((name, count)) = line
            .strip_prefix("# ")
            .and_then(|rest| rest.split_once(' '))
        else {
            return;
        };
        let Ok(count) = count.trim().parse() else {
            return;
        };
        match name {
            "pass" => self.pass = count,
            "fail" => self.fail = count,
            "cancelled" => self.cancelled = count,
            _ => {}
        }
    }

    /// A runner that failed without naming a failed test counts as one.
    fn tally(&self, success: bool) -> Tally {
        let failed = self.fail + self.cancelled;
        let silent = usize::from(!success && failed == 0);
        Tally {
            passed: self.pass,
            failed: failed + silent,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(text: &str, success: bool) -> Tally {
        let mut summary = Summary::default();
        text.lines().for_each(|line| summary.read(line));
        summary.tally(success)
    }

    #[test]
    fn reads_the_summary_of_tap() {
        let text = "ok 1 - a\n# tests 4\n# pass 2\n# fail 1\n# cancelled 1\n# skipped 0";
        assert_eq!(
            tally(text, false),
            Tally {
                passed: 2,
                failed: 2
            }
        );
        assert_eq!(
            tally("# pass x\n# note", true),
            Tally {
                passed: 0,
                failed: 0
            }
        );
        assert_eq!(
            tally("", false),
            Tally {
                passed: 0,
                failed: 1
            }
        );
    }
}

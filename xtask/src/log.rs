//! What programs say goes to a file for each step; a failure names it and shows what
//! counts.

use std::fs::{self, File, OpenOptions};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crate::causes;
use crate::failure::Failure;
use crate::process;
use crate::project::Project;

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// How much a failure shows of it.
const LINES: usize = 40;

/// Of one step.
pub struct Log<'a> {
    path: PathBuf,
    step: &'static str,
    stopped: &'a AtomicBool,
}

/// Where all of them stand.
pub fn folder(project: &Project) -> PathBuf {
    project.target().join("log")
}

impl<'a> Log<'a> {
    /// Forgets what the step said before. Whatever runs is ended once `stopped` is set.
    pub fn begin(project: &Project, step: &'static str, stopped: &'a AtomicBool) -> Self {
        let path = folder(project).join(format!("{}.log", step.replace(' ', "-")));
        let _ = fs::remove_file(&path);
        Self {
            path,
            step,
            stopped,
        }
    }

    /// Runs a program to its end; an exit code is a failure.
    pub fn run(&self, command: &mut Command, remedy: &str) -> Result<(), Failure> {
        let file = self.open()?;
        let begins = file.metadata().map_or(0, |known| known.len());
        let both = file.try_clone().map_err(|error| self.unwritable(&error))?;
        let mut child = command
            .stdin(Stdio::null())
            .stdout(file)
            .stderr(both)
            .spawn()
            .map_err(|error| process::not_started(command, self.step, &error))?;
        let status = self.wait(&mut child, command)?;
        if status.success() {
            return Ok(());
        }
        Err(self.failure(command, status, begins, remedy))
    }

    fn wait(&self, child: &mut Child, command: &Command) -> Result<ExitStatus, Failure> {
        loop {
            if self.stopped.load(Ordering::Relaxed) {
                // It may have ended by itself meanwhile.
                let _ = child.kill();
            }
            match child.try_wait() {
                Ok(Some(status)) => return Ok(status),
                Ok(None) => thread::sleep(LOOK),
                Err(error) => return Err(process::not_started(command, self.step, &error)),
            }
        }
    }

    fn open(&self) -> Result<File, Failure> {
        let folder = self.path.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .and_then(|()| {
                OpenOptions::new()
                    .create(true)
                    .append(true)
                    .open(&self.path)
            })
            .map_err(|error| self.unwritable(&error))
    }

    fn unwritable(&self, error: &std::io::Error) -> Failure {
        Failure::file(self.step, &self.path, error)
    }

    fn failure(&self, command: &Command, status: ExitStatus, begins: u64, remedy: &str) -> Failure {
        let bytes = fs::read(&self.path).unwrap_or_default();
        let from = usize::try_from(begins).unwrap_or_default();
        let text = String::from_utf8_lossy(bytes.get(from..).unwrap_or_default()).into_owned();
        let said = excerpt(&text);
        let first = said.first().map_or("it said nothing", |line| line.trim());
        let program = process::name(command);
        let mut failure = match causes::of(&text) {
            Some(known) => Failure::new(self.step, known.cause, known.remedy),
            None => Failure::new(self.step, format!("`{program}`, {status}: {first}"), remedy),
        };
        failure.said = said.into_iter().map(str::to_owned).collect();
        failure.log = Some(self.path.clone());
        failure
    }
}

/// From the first error on; without a word of errors, the end.
fn excerpt(text: &str) -> Vec<&str> {
    let lines: Vec<&str> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let error = lines.iter().position(|line| is_error(line));
    let from = error.unwrap_or(lines.len().saturating_sub(LINES));
    lines.into_iter().skip(from).take(LINES).collect()
}

fn is_error(line: &str) -> bool {
    let line = line.trim_start().trim_start_matches("npm ").to_lowercase();
    ["error", "fatal", "✘", "styles:"]
        .iter()
        .any(|word| line.starts_with(word))
        || line.contains("error: ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_what_the_program_said_from_the_first_error_on() {
        let text = "   Compiling a\n\nwarning: x\nerror[E0425]: no `y`\n --> src/a.rs:1:2\n";
        assert_eq!(excerpt(text), ["error[E0425]: no `y`", " --> src/a.rs:1:2"]);
        assert_eq!(
            excerpt("npm notice\nnpm error code E404"),
            ["npm error code E404"]
        );
        assert_eq!(excerpt("only this"), ["only this"]);
        assert!(excerpt("").is_empty());
        let long = "error: x\n".repeat(LINES + 5);
        assert_eq!(excerpt(&long).len(), LINES);
    }

    #[cfg(unix)]
    #[test]
    fn a_failure_names_the_log_and_what_was_said() {
        let project = Project::open().unwrap();
        let stopped = AtomicBool::new(false);
        let name = "trial of a failure";
        let log = Log::begin(&project, name, &stopped);
        let mut command = process::command(&project, "sh");
        command.args(["-c", "echo before; echo 'error: it broke' >&2; exit 3"]);
        let failure = log.run(&mut command, "mend it").unwrap_err();
        let text = failure.to_string();
        for part in ["it broke", "sh", "mend it", "trial-of-a-failure.log"] {
            assert!(text.contains(part), "{text}");
        }
        assert!(!text.contains("before"), "{text}");
        fs::remove_file(&log.path).unwrap();
    }

    #[cfg(unix)]
    #[test]
    fn what_runs_is_ended_when_another_step_has_failed() {
        let project = Project::open().unwrap();
        let stopped = AtomicBool::new(true);
        let log = Log::begin(&project, "trial of an end", &stopped);
        let begun = std::time::Instant::now();
        let mut command = process::command(&project, "sleep");
        assert!(log.run(command.arg("10"), "").is_err());
        assert!(begun.elapsed() < Duration::from_secs(5));
        fs::remove_file(&log.path).unwrap();
    }
}

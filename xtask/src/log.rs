//! What programs say goes to a file for each step; a failure names it and shows what
//! counts.

use std::fs::{self, OpenOptions};
use std::io::{self, Read, Write};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::Duration;

use crate::causes;
use crate::failure::Failure;
use crate::process;
use crate::project::Project;

/// How often a running program is looked at.
const LOOK: Duration = Duration::from_millis(20);
/// How many looks the last words of a program are waited for.
const PATIENCE: usize = 50;
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
        let not_started =
            |error, command: &Command| process::not_started(command, self.step, &error);
        let said = Said::default();
        let mut child = self
            .spawn(command, &said)
            .map_err(|error| not_started(error, command))?;
        let status = self
            .wait(&mut child)
            .map_err(|error| not_started(error, command))?;
        let said = said.whole();
        if status.success() {
            return Ok(());
        }
        Err(self.failure(command, status, &said, remedy))
    }

    /// Its output comes through us, so that it is known where no file can be written.
    fn spawn(&self, command: &mut Command, said: &Said) -> io::Result<Child> {
        let (mut output, input) = io::pipe()?;
        let child = command
            .stdin(Stdio::null())
            .stdout(input.try_clone()?)
            .stderr(input)
            .spawn()?;
        // The output ends when the last holder of its other side has ended: not us.
        command.stdout(Stdio::null()).stderr(Stdio::null());
        let (said, path) = (said.clone(), self.path.clone());
        thread::spawn(move || {
            let _ = path.parent().map(fs::create_dir_all);
            let mut file = OpenOptions::new().create(true).append(true).open(path).ok();
            let mut buffer = [0; 4096];
            while let Ok(count @ 1..) = output.read(&mut buffer) {
                let part = buffer.get(..count).unwrap_or_default();
                said.add(part);
                // On a full disk the words that matter are shown all the same.
                let _ = file.as_mut().map(|file| file.write_all(part));
            }
            said.end();
        });
        Ok(child)
    }

    fn wait(&self, child: &mut Child) -> io::Result<ExitStatus> {
        loop {
            if self.stopped.load(Ordering::Relaxed) {
                // It may have ended by itself meanwhile.
                let _ = child.kill();
            }
            match child.try_wait()? {
                Some(status) => return Ok(status),
                None => thread::sleep(LOOK),
            }
        }
    }

    fn failure(&self, command: &Command, status: ExitStatus, said: &str, remedy: &str) -> Failure {
        let shown = excerpt(said);
        let first = shown.first().map_or("it said nothing", |line| line.trim());
        let program = process::name(command);
        let mut failure = match causes::of(said) {
            Some(known) => Failure::new(self.step, known.cause, known.remedy),
            None => Failure::new(self.step, format!("`{program}`, {status}: {first}"), remedy),
        };
        failure.said = shown.into_iter().map(str::to_owned).collect();
        failure.log = self.path.is_file().then(|| self.path.clone());
        failure
    }
}

/// What a program has said, and whether that was all.
#[derive(Clone, Default)]
struct Said(Arc<Mutex<(Vec<u8>, bool)>>);

impl Said {
    fn lock(&self) -> MutexGuard<'_, (Vec<u8>, bool)> {
        // It is whole at any time, also when a thread panicked.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn add(&self, part: &[u8]) {
        self.lock().0.extend_from_slice(part);
    }

    fn end(&self) {
        self.lock().1 = true;
    }

    /// All of it; programs that it has left behind are waited for a moment at most.
    fn whole(&self) -> String {
        for _ in 0..PATIENCE {
            if self.lock().1 {
                break;
            }
            thread::sleep(LOOK);
        }
        String::from_utf8_lossy(&self.lock().0).into_owned()
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

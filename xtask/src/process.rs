//! Starting other programs: in the project's folder, with its tools first.

use std::io::{self, BufRead, BufReader};
use std::path::Path;
use std::process::{Command, ExitStatus, Stdio};

use crate::failure::Failure;
use crate::project::Project;

/// A program, run where the project stands.
pub fn command(project: &Project, program: impl AsRef<Path>) -> Command {
    let mut command = Command::new(program.as_ref());
    command
        .current_dir(&project.root)
        .env("PATH", project.search_path())
        // Trunk 0.21 reads it as an option that must be `true` or `false`, and
        // stops at the usual `NO_COLOR=1`.
        .env_remove("NO_COLOR");
    command
}

/// npm, which is a batch file on Windows.
pub fn npm(project: &Project) -> Command {
    command(project, if cfg!(windows) { "npm.cmd" } else { "npm" })
}

/// Node, which runs npm's programs the same way on every system.
pub fn node(project: &Project) -> Command {
    command(project, "node")
}

/// The cargo that runs us.
pub fn cargo(project: &Project) -> Command {
    command(project, "cargo")
}

/// Runs to the end with its output on stderr; an exit code is a failure.
pub fn run(command: &mut Command, step: &str, remedy: &str) -> Result<(), Failure> {
    let status = command
        .stdin(Stdio::null())
        .stdout(io::stderr())
        .status()
        .map_err(|error| not_started(command, step, &error))?;
    if status.success() {
        return Ok(());
    }
    let cause = format!(
        "`{}` ended with {status}; what it said stands above",
        name(command)
    );
    Err(Failure::new(step, cause, remedy))
}

/// Everything on stdout, when the program is there and succeeds.
pub fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    let text = String::from_utf8_lossy(&output.stdout).trim().to_owned();
    output.status.success().then_some(text)
}

/// Runs to the end, shows each line of stdout and hands it on.
pub fn stream(
    command: &mut Command,
    step: &str,
    mut each: impl FnMut(&str),
) -> Result<ExitStatus, Failure> {
    let failed = |error: &io::Error, command: &Command| not_started(command, step, error);
    let mut child = command
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error, command))?;
    if let Some(stdout) = child.stdout.take() {
        let mut reader = BufReader::new(stdout);
        let mut line = Vec::new();
        while reader
            .read_until(b'\n', &mut line)
            .is_ok_and(|read| read > 0)
        {
            let text = String::from_utf8_lossy(&line);
            let text = text.trim_end_matches(['\r', '\n']);
            println!("{text}");
            each(text);
            line.clear();
        }
    }
    child.wait().map_err(|error| failed(&error, command))
}

pub fn name(command: &Command) -> String {
    Path::new(command.get_program())
        .file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

pub fn not_started(command: &Command, step: &str, error: &io::Error) -> Failure {
    let name = name(command);
    let remedy = match name.trim_end_matches(".cmd").trim_end_matches(".exe") {
        "node" | "npm" => "install Node.js 20 or newer and open a new terminal".to_owned(),
        "rustup" | "cargo" => "install Rust with rustup and open a new terminal".to_owned(),
        _ => format!("check that `{name}` is installed and may be run"),
    };
    Failure::new(
        step,
        format!("`{name}` could not be started: {error}"),
        remedy,
    )
}

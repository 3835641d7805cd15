//! What is missing before the site can be built, and setting it up: the wasm target and
//! npm's packages; for Trunk's own server two tools of cargo's too.

use std::fs;
use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::{Project, executable};
use crate::step::{Job, Step};
use crate::{install, process, schedule, table};

const NODE: u32 = 20;

pub fn run(project: &Project, _: &Arguments) -> Result<(), Failure> {
    let missing = missing(project)?;
    if missing.is_empty() {
        eprintln!("everything is installed");
        return Ok(());
    }
    install(project, &missing)
}

/// Does the steps of set-up that are missing.
pub fn install(project: &Project, missing: &[Step]) -> Result<(), Failure> {
    schedule::run(&Job::of_setup(project), &table::rows(missing))
}

/// What has to be installed before the site can be built.
pub fn missing(project: &Project) -> Result<Vec<Step>, Failure> {
    check_node(project)?;
    let absent = [
        (Step::Target, !has_target(project)),
        (Step::Packages, !has_packages(project)),
    ];
    Ok(only(absent))
}

/// The same, for Trunk's own server.
pub fn missing_for_trunk(project: &Project) -> Result<Vec<Step>, Failure> {
    let bindgen = has_tool(project, "wasm-bindgen", &project.wasm_bindgen);
    let absent = [
        (Step::WasmBindgen, !bindgen),
        (Step::Trunk, !has_tool(project, "trunk", &project.trunk)),
    ];
    let mut missing = missing(project)?;
    missing.extend(only(absent));
    Ok(missing)
}

fn only(absent: [(Step, bool); 2]) -> Vec<Step> {
    let absent = absent.into_iter();
    absent
        .filter_map(|(step, absent)| absent.then_some(step))
        .collect()
}

/// The pages need only npm's packages; Trunk may be the reader's own.
pub fn missing_for_pages(project: &Project) -> Result<Vec<Step>, Failure> {
    check_node(project)?;
    Ok(only([
        (Step::Packages, !has_packages(project)),
        (Step::Target, false),
    ]))
}

fn check_node(project: &Project) -> Result<(), Failure> {
    judge_node(process::output(process::node(project).arg("--version")))
}

/// By what it says of itself; nothing where it could not be run.
fn judge_node(version: Option<String>) -> Result<(), Failure> {
    let cause = match version {
        None => "`node --version` did not run".to_owned(),
        Some(version) if major(&version).is_some_and(|major| major >= NODE) => return Ok(()),
        Some(version) => format!("Node.js {version} is too old"),
    };
    let remedy = format!("install Node.js {NODE} or newer, with npm, and open a new terminal");
    Err(Failure::new("find Node.js", cause, remedy))
}

/// `v20.1.0` is 20.
fn major(version: &str) -> Option<u32> {
    version
        .trim_start_matches('v')
        .split('.')
        .next()?
        .parse()
        .ok()
}

fn has_target(project: &Project) -> bool {
    let mut rustc = process::command(project, "rustc");
    let folder =
        process::output(rustc.args(["--print", "target-libdir", "--target", install::TARGET]));
    let compiled = folder.is_some_and(|folder| PathBuf::from(folder).is_dir());
    compiled && has_library_source(project)
}

/// The source of the standard library, which the site compiles along.
fn has_library_source(project: &Project) -> bool {
    let sysroot = process::output(process::command(project, "rustc").args(["--print", "sysroot"]));
    let source = "lib/rustlib/src/rust/library/std";
    sysroot.is_some_and(|root| PathBuf::from(root).join(source).is_dir())
}

fn has_packages(project: &Project) -> bool {
    let installed = fs::read_to_string(project.at(".tools/npm.stamp")).ok();
    project.at("node_modules/.package-lock.json").is_file()
        && installed.is_some()
        && installed == install::packages_stamp(project)
}

/// In the project's own folder, or in just this version on the search path.
/// An other version in the own folder would hide the one on the path.
fn has_tool(project: &Project, name: &str, version: &str) -> bool {
    let own = project.tools_bin().join(executable(name));
    let program = if own.is_file() {
        own
    } else {
        PathBuf::from(name)
    };
    let said = process::output(process::command(project, program).arg("--version"));
    said.is_some_and(|said| said.split_whitespace().nth(1) == Some(version))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn node_must_be_there_and_new_enough() {
        for (version, fits) in [
            (Some("v20.0.0"), true),
            (Some("v24.1.0"), true),
            (Some("v18.20.4"), false),
            (Some("what is this"), false),
            (None, false),
        ] {
            let result = judge_node(version.map(str::to_owned));
            assert_eq!(result.is_ok(), fits, "{version:?}");
            let told = result.map_or_else(|failure| failure.to_string(), |()| "20".to_owned());
            assert!(told.contains("20"), "{told}");
        }
    }
}

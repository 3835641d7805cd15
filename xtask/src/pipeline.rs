//! From sources to small programs: cargo, wasm-bindgen, wasm-opt. The order stands in
//! the table of steps (`step.rs`).

use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::thread;

use crate::failure::Failure;
use crate::install::TARGET;
use crate::log::Log;
use crate::process;
use crate::programs::Program;
use crate::project::{Project, executable};
use crate::stamp;
use crate::step::Job;

const CODE: &str = "correct the code; `cargo xtask test --quick` shows errors by themselves";

/// All programs by one cargo, so that their last, slow parts go on side by side.
pub fn compile(job: &Job, log: &Log) -> Result<(), Failure> {
    let mut cargo = process::cargo(job.project);
    cargo.args(["build", "--release", "--target", TARGET]);
    for program in &job.programs {
        cargo.args(["--bin", &program.name]);
    }
    cargo.envs(short_paths(job.project));
    log.run(&mut cargo, CODE)
}

/// wasm-bindgen's library in a program of ours.
pub fn compile_binder(job: &Job, log: &Log) -> Result<(), Failure> {
    compile_native(job, log, "forankring-wasm")
}

/// A program that works for a second at a time: quick to build, and slow.
pub fn compile_native(job: &Job, log: &Log, package: &str) -> Result<(), Failure> {
    let mut cargo = process::cargo(job.project);
    cargo.args(["build", "--profile", "prerender", "--package", package]);
    log.run(&mut cargo, CODE)
}

/// Where [`compile_native`] has put it.
pub fn native(project: &Project, package: &str) -> PathBuf {
    project.target().join("prerender").join(executable(package))
}

/// Writes the script and the WebAssembly of every program into the staging folder.
pub fn bind(job: &Job, log: &Log) -> Result<(), Failure> {
    prepare(job)?;
    let built = job.project.target().join(TARGET).join("release");
    let mut command = process::command(job.project, native(job.project, "forankring-wasm"));
    command.arg(&job.staging);
    for program in &job.programs {
        command.arg(built.join(format!("{}.wasm", program.name)));
    }
    log.run(&mut command, "run the command again")
}

/// wasm-opt uses one core for each program.
pub fn optimise(job: &Job, log: &Log) -> Result<(), Failure> {
    thread::scope(|scope| {
        let started: Vec<_> = job
            .programs
            .iter()
            .map(|program| scope.spawn(|| shrink(job, log, program)))
            .collect();
        started.into_iter().try_for_each(|thread| {
            let ended = thread.join();
            ended.unwrap_or_else(|_| Err(Failure::new("wasm-opt", "a thread ended", "try again")))
        })
    })
}

/// It takes half a minute, so what it made last is kept: a change of styles or pages
/// needs none of it.
fn shrink(job: &Job, log: &Log, program: &Program) -> Result<(), Failure> {
    let wasm = job.staging.join(format!("{}_bg.wasm", program.name));
    let failed = |error: io::Error| Failure::file("make the program small", &wasm, error);
    let folder = job.project.target().join("small");
    let kept = folder.join(format!("{}.wasm", program.name));
    let note = folder.join(format!("{}.stamp", program.name));
    let tools = fs::read(job.project.at("package-lock.json")).map_err(failed)?;
    let made_of = [fs::read(&wasm).map_err(failed)?, tools].concat();
    let key = stamp::of_bytes(&made_of) + &program.parameters.concat();
    if fs::read_to_string(&note).is_ok_and(|note| note == key) && kept.is_file() {
        return fs::copy(&kept, &wasm).map(|_| ()).map_err(failed);
    }
    let mut command = process::node(job.project);
    command
        .arg("node_modules/binaryen/bin/wasm-opt")
        .args(&program.parameters)
        .arg(&wasm)
        .arg("--output")
        .arg(&wasm);
    log.run(&mut command, "correct the parameters in index.html")?;
    // The note last: what is half written is not taken for whole.
    let keep = || {
        fs::create_dir_all(&folder)?;
        let _ = fs::remove_file(&note);
        fs::copy(&wasm, &kept)?;
        fs::write(&note, &key)
    };
    keep().map_err(failed)
}

/// An empty staging folder, inside the folder that the site is for: on the same disk.
fn prepare(job: &Job) -> Result<(), Failure> {
    let step = "prepare the folder of the site";
    refuse_foreign(&job.folder)?;
    if job.staging.exists() {
        fs::remove_dir_all(&job.staging)
            .map_err(|error| Failure::file(step, &job.staging, error))?;
    }
    fs::create_dir_all(&job.staging).map_err(|error| Failure::file(step, &job.staging, error))
}

/// What stands in the folder is replaced, so it must be a site, or nothing.
pub fn refuse_foreign(folder: &Path) -> Result<(), Failure> {
    let names = names(folder).unwrap_or_default();
    let ours = |name: &PathBuf| name.ends_with("worker.js") || name.ends_with(".stage");
    if names.is_empty() || names.iter().any(ours) {
        return Ok(());
    }
    let cause = format!("{} holds something that is no site", folder.display());
    let remedy = "name an empty folder, or one that is not there, with --out";
    Err(Failure::new(
        "prepare the folder of the site",
        cause,
        remedy,
    ))
}

/// Replaces the old site by the new one.
pub fn place(job: &Job, _: &Log) -> Result<(), Failure> {
    let replace = || {
        for old in names(&job.folder)?
            .iter()
            .filter(|old| **old != job.staging)
        {
            if old.is_dir() {
                fs::remove_dir_all(old)?;
            } else {
                fs::remove_file(old)?;
            }
        }
        for new in names(&job.staging)? {
            fs::rename(&new, job.folder.join(new.file_name().unwrap_or_default()))?;
        }
        fs::remove_dir(&job.staging)
    };
    replace().map_err(|error| Failure::file("put the site in place", &job.folder, error))
}

fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect()
}

/// The compiler writes the paths of sources into messages of panics, where they
/// cost 1.7 KB of download and tell how the builder's folders are named. No
/// setting that a file could hold knows those paths.
fn short_paths(project: &Project) -> Option<(&'static str, String)> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = std::env::home_dir();
    let registry = cargo
        .or_else(|| Some(home?.join(".cargo")))?
        .join("registry/src");
    let sysroot = process::output(process::command(project, "rustc").args(["--print", "sysroot"]))?;
    let library = Path::new(&sysroot).join("lib/rustlib/src/rust");
    // Each registry has a folder of its own below, named after its address.
    let registries = fs::read_dir(&registry).into_iter().flatten().flatten();
    let registries = registries.map(|found| (found.path(), "c"));
    let flags: Vec<String> = registries
        .chain([(library, "rust")])
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect();
    // The one variable whose flags may hold spaces.
    Some(("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_site_is_replaced() {
        let folder = std::env::temp_dir().join(format!("xtask-place-{}", std::process::id()));
        let _ = fs::remove_dir_all(&folder);
        assert_eq!(refuse_foreign(&folder), Ok(()));
        fs::create_dir_all(&folder).unwrap();
        assert_eq!(refuse_foreign(&folder), Ok(()));
        fs::write(folder.join("letters.txt"), "").unwrap();
        assert!(refuse_foreign(&folder).is_err());
        fs::write(folder.join("worker.js"), "").unwrap();
        assert_eq!(refuse_foreign(&folder), Ok(()));
        fs::remove_dir_all(&folder).unwrap();
    }
}

//! From sources to small programs: cargo, wasm-bindgen, wasm-opt. The order stands in
//! the table of steps (`step.rs`).

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::failure::Failure;
use crate::install::TARGET;
use crate::log::Log;
use crate::process;
use crate::project::{Project, executable};
use crate::step::Job;

const CODE: &str = "correct the code; `cargo xtask test --quick` shows errors by themselves";

/// The program, ready to be split. The standard library is compiled along, with panics that
/// stop at once: messages that nobody reads were 13 KB of the first answer and a tenth of
/// every part (brotli). That is not stable in rustc yet, hence the variable; the compiler's
/// version is pinned. Without it, as Trunk builds, the same program is larger, and works.
pub fn compile(job: &Job, log: &Log) -> Result<(), Failure> {
    let mut cargo = process::cargo(job.project);
    cargo.args(["build", "--release", "--target", TARGET]);
    cargo.args([
        "-Zbuild-std=std,panic_abort",
        "-Zbuild-std-features=optimize_for_size",
    ]);
    cargo.args(["--bin", &job.program.name, "--features", "split"]);
    cargo.env("RUSTC_BOOTSTRAP", "1");
    cargo.env("CARGO_TARGET_DIR", target(job));
    // The one variable whose flags may hold spaces.
    cargo.env("CARGO_ENCODED_RUSTFLAGS", flags(job.project).join("\u{1f}"));
    log.run(&mut cargo, CODE)
}

/// A folder of its own: what else is compiled knows nothing of that variable, and would be
/// compiled anew each time.
fn target(job: &Job) -> PathBuf {
    job.project.target().join("site")
}

fn flags(project: &Project) -> Vec<String> {
    let unstable = ["-Zunstable-options", "-Cpanic=immediate-abort"];
    // For splitting: how the functions hang together.
    let linked = ["-Clink-arg=--emit-relocs"];
    let flags = unstable.into_iter().chain(linked).map(str::to_owned);
    flags.chain(short_paths(project)).collect()
}

/// The libraries of wasm-split and wasm-bindgen in a program of ours.
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

/// Writes the scripts and the parts of the WebAssembly into the staging folder.
pub fn bind(job: &Job, log: &Log) -> Result<(), Failure> {
    prepare(job)?;
    let built = target(job).join(TARGET).join("release");
    let mut command = process::command(job.project, native(job.project, "forankring-wasm"));
    command.arg(&job.staging);
    command.arg(built.join(format!("{}.wasm", job.program.name)));
    log.run(&mut command, "run the command again")
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

pub fn names(folder: &Path) -> io::Result<Vec<PathBuf>> {
    fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect()
}

/// The compiler writes the paths of sources into messages of panics, where they
/// cost 1.7 KB of download and tell how the builder's folders are named. No
/// setting that a file could hold knows those paths.
fn short_paths(project: &Project) -> Vec<String> {
    let cargo = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| Some(std::env::home_dir()?.join(".cargo")));
    let registry = cargo.map(|cargo| cargo.join("registry/src"));
    let sysroot = process::output(process::command(project, "rustc").args(["--print", "sysroot"]));
    let library = sysroot.map(|root| (Path::new(&root).join("lib/rustlib/src/rust"), "rust"));
    // Each registry has a folder of its own below, named after its address.
    let registries = registry.and_then(|registry| fs::read_dir(registry).ok());
    let registries = registries.into_iter().flatten().flatten();
    let registries = registries.map(|found| (found.path(), "c"));
    registries
        .chain(library)
        .map(|(from, to)| format!("--remap-path-prefix={}={to}", from.display()))
        .collect()
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

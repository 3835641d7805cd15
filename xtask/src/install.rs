//! Installing what is missing. All of it lands in folders that git ignores (`.tools`,
//! `node_modules`), but for the target, which belongs to the toolchain.

use std::fs;

use crate::failure::Failure;
use crate::log::Log;
use crate::process;
use crate::project::Project;
use crate::stamp;
use crate::step::Job;

pub const TARGET: &str = "wasm32-unknown-unknown";

/// The target, and the source of the standard library that is compiled for it.
pub fn target(job: &Job, log: &Log) -> Result<(), Failure> {
    for what in [["target", "add", TARGET], ["component", "add", "rust-src"]] {
        log.run(
            process::command(job.project, "rustup").args(what),
            "check the network and run the command again; without rustup, install the target \
             wasm32-unknown-unknown and the source of the standard library by the means that \
             installed the compiler",
        )?;
    }
    Ok(())
}

/// Of the packages that the lock file names.
pub fn packages_stamp(project: &Project) -> Option<String> {
    fs::read(project.at("package-lock.json"))
        .ok()
        .map(|bytes| stamp::of_bytes(&bytes))
}

pub fn packages(job: &Job, log: &Log) -> Result<(), Failure> {
    let project = job.project;
    log.run(
        process::npm(project)
            // No package of ours needs its scripts; those of others need not run.
            .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            // Without a network that should show soon: by itself npm tries for 80 s.
            .args([
                "--prefer-offline",
                "--fetch-retries=1",
                "--fetch-retry-mintimeout=3000",
            ]),
        "check npm's settings (registry, proxy) and run the command again",
    )?;
    let folder = project.at(".tools");
    let path = folder.join("npm.stamp");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, packages_stamp(project).unwrap_or_default()))
        .map_err(|error| Failure::file("note which npm packages there are", &path, error))
}

pub fn wasm_bindgen(job: &Job, log: &Log) -> Result<(), Failure> {
    let version = &job.project.wasm_bindgen;
    install_tool(job, log, "wasm-bindgen-cli", version)
}

pub fn trunk(job: &Job, log: &Log) -> Result<(), Failure> {
    install_tool(job, log, "trunk", &job.project.trunk)
}

fn install_tool(job: &Job, log: &Log, package: &str, version: &str) -> Result<(), Failure> {
    let project = job.project;
    let build = project.at(".tools/target");
    let mut cargo = process::cargo(project);
    cargo
        .args(["install", "--locked", "--no-default-features", "--root"])
        .arg(project.at(".tools"))
        .arg(format!("{package}@{version}"))
        // Shared, so that a second try goes on where the first one stopped.
        .env("CARGO_TARGET_DIR", &build)
        // They work for seconds at a time: optimising them costs minutes more
        // than it ever saves.
        .env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "0")
        .env("CARGO_PROFILE_RELEASE_LTO", "off")
        .env("CARGO_PROFILE_RELEASE_DEBUG", "0");
    if package == "trunk" {
        cargo.args(["--features", "rustls"]);
    }
    log.run(
        &mut cargo,
        "run the command again; what is compiled is kept",
    )?;
    // Half a gigabyte that nobody needs again; still there, it does no harm.
    let _ = fs::remove_dir_all(&build);
    Ok(())
}

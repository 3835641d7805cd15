//! Installs what is missing: the wasm target, npm's packages, two cargo tools.
//!
//! All of it lands in folders that git ignores (`.tools`, `node_modules`), but
//! for the target, which belongs to the toolchain.

use std::fs;
use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;
use crate::project::{Project, executable};
use crate::stamp;

const TARGET: &str = "wasm32-unknown-unknown";
const NODE: u32 = 20;

/// Something that is not there yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Missing {
    Target,
    Packages,
    WasmBindgen,
    Trunk,
}

pub fn run(project: &Project, arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    let missing = missing(project)?;
    if missing.is_empty() {
        eprintln!("everything is installed");
    }
    install(project, &missing, &mut Progress::new(missing.len()))
}

/// What has to be installed, quick things first: where there is no network,
/// that should show at once and not after minutes of compiling.
pub fn missing(project: &Project) -> Result<Vec<Missing>, Failure> {
    check_node(project)?;
    let absent = [
        (Missing::Target, !has_target(project)),
        (Missing::Packages, !has_packages(project)),
        (
            Missing::WasmBindgen,
            !has_tool(project, "wasm-bindgen", &project.wasm_bindgen),
        ),
        (Missing::Trunk, !has_tool(project, "trunk", &project.trunk)),
    ];
    Ok(absent
        .into_iter()
        .filter_map(|(step, absent)| absent.then_some(step))
        .collect())
}

pub fn install(
    project: &Project,
    missing: &[Missing],
    progress: &mut Progress,
) -> Result<(), Failure> {
    for step in missing {
        match step {
            Missing::Target => progress.step("WebAssembly target for the compiler", || {
                add_target(project)
            })?,
            Missing::Packages => progress.step("npm packages", || install_packages(project))?,
            Missing::WasmBindgen => {
                let version = &project.wasm_bindgen;
                let what = format!("wasm-bindgen {version}, about 1 minute on 2 cores");
                progress.step(&what, || install_tool(project, "wasm-bindgen-cli", version))?;
            }
            Missing::Trunk => {
                let version = &project.trunk;
                let what = format!("Trunk {version}, about 3 minutes on 2 cores");
                progress.step(&what, || install_tool(project, "trunk", version))?;
            }
        }
    }
    Ok(())
}

/// The pages need only npm's packages; Trunk may be the reader's own.
pub fn packages_only(project: &Project) -> Result<(), Failure> {
    if has_packages(project) {
        return Ok(());
    }
    check_node(project)?;
    install(project, &[Missing::Packages], &mut Progress::new(1))
}

fn check_node(project: &Project) -> Result<(), Failure> {
    let step = "find Node.js";
    let remedy = format!("install Node.js {NODE} or newer, with npm, and open a new terminal");
    let Some(version) = process::output(process::command(project, "node").arg("--version")) else {
        return Err(Failure::new(step, "`node --version` did not run", remedy));
    };
    let major = version.trim_start_matches('v').split('.').next();
    if major
        .and_then(|major| major.parse::<u32>().ok())
        .is_some_and(|major| major >= NODE)
    {
        return Ok(());
    }
    Err(Failure::new(
        step,
        format!("Node.js {version} is too old"),
        remedy,
    ))
}

fn has_target(project: &Project) -> bool {
    let mut rustc = process::command(project, "rustc");
    let folder = process::output(rustc.args(["--print", "target-libdir", "--target", TARGET]));
    folder.is_some_and(|folder| PathBuf::from(folder).is_dir())
}

fn add_target(project: &Project) -> Result<(), Failure> {
    process::run(
        process::command(project, "rustup").args(["target", "add", TARGET]),
        "add the WebAssembly target",
        "check the network and run the command again; without rustup, install the target \
         wasm32-unknown-unknown by the means that installed the compiler",
    )
}

fn packages_stamp(project: &Project) -> Option<String> {
    fs::read(project.at("package-lock.json"))
        .ok()
        .map(|bytes| stamp::of_bytes(&bytes))
}

fn has_packages(project: &Project) -> bool {
    let installed = fs::read_to_string(project.at(".tools/npm.stamp")).ok();
    project.at("node_modules/.package-lock.json").is_file()
        && installed.is_some()
        && installed == packages_stamp(project)
}

fn install_packages(project: &Project) -> Result<(), Failure> {
    let step = "install the npm packages";
    process::run(
        // No package of ours needs its scripts; those of others need not run.
        process::npm(project).args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"]),
        step,
        "check the network and npm's settings (registry, proxy) and run the command again",
    )?;
    let folder = project.at(".tools");
    let path = folder.join("npm.stamp");
    fs::create_dir_all(&folder)
        .and_then(|()| fs::write(&path, packages_stamp(project).unwrap_or_default()))
        .map_err(|error| Failure::file(step, &path, error))
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

fn install_tool(project: &Project, package: &str, version: &str) -> Result<(), Failure> {
    let step = format!("install {package} {version}");
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
    process::run(
        &mut cargo,
        &step,
        "check the network, cargo's settings (proxy) and that a C compiler is there (Debian: \
         `apt install build-essential`), then run the command again; what is compiled is kept",
    )?;
    // Half a gigabyte that nobody needs again; still there, it does no harm.
    let _ = fs::remove_dir_all(&build);
    Ok(())
}

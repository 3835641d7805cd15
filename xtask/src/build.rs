//! Builds the static site, unless nothing changed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::process;
use crate::progress::Progress;
use crate::project::Project;
use crate::{setup, stamp};

/// Everything that the site is made of.
const INPUTS: [&str; 18] = [
    "src",
    "crates",
    "styles",
    "web",
    "index.html",
    "Trunk.toml",
    "Cargo.toml",
    "Cargo.lock",
    ".cargo/config.toml",
    "rust-toolchain.toml",
    "package.json",
    "package-lock.json",
    "xtask/Cargo.toml",
    "xtask/src/pages.rs",
    "xtask/src/build.rs",
    "xtask/src/process.rs",
    "xtask/src/project.rs",
    "xtask/src/setup.rs",
];

pub fn run(project: &Project, mut arguments: Arguments) -> Result<(), Failure> {
    let out = arguments.value("--out")?;
    let address = arguments.value("--address")?;
    if let Some(address) = &address {
        let whole = address.starts_with("https://") && address.ends_with('/');
        if !whole || address.contains(['"', '<', '>', '&', ' ']) {
            return Err(Failure::new(
                "read the arguments",
                format!("--address {address} is not the address of a folder"),
                "give it whole, such as https://example.org/verktoy/forankring/",
            ));
        }
    }
    arguments.finish()?;
    let folder = match out {
        None => default_folder(project),
        Some(out) => absolute(&out)?,
    };
    build_at(project, &folder, address.as_deref().unwrap_or_default())?;
    println!("the site stands in {}", folder.display());
    Ok(())
}

/// Where the site stands unless told otherwise.
pub fn default_folder(project: &Project) -> PathBuf {
    project.at("dist")
}

/// Sets up, and builds into a folder where that is not up to date.
pub fn build(project: &Project, folder: &Path) -> Result<(), Failure> {
    build_at(project, folder, "")
}

/// As [`build`], for a site whose address is known: chats and mail show a picture
/// only where they are told its whole address. Empty: not known.
fn build_at(project: &Project, folder: &Path, address: &str) -> Result<(), Failure> {
    let missing = setup::missing(project)?;
    let fresh = is_fresh(project, folder, address);
    let mut progress = Progress::new(missing.len() + usize::from(!fresh));
    setup::install(project, &missing, &mut progress)?;
    if fresh {
        eprintln!("nothing changed: {} is up to date", folder.display());
        return Ok(());
    }
    progress.step(
        "the app and its pages, 2 to 3 minutes the first time",
        || run_trunk(project, folder, address),
    )
}

fn run_trunk(project: &Project, folder: &Path, address: &str) -> Result<(), Failure> {
    // Taken before the build: what changes meanwhile is built next time.
    let inputs = inputs(project);
    let note = note_path(project, folder);
    let _ = fs::remove_file(&note);
    process::run(
        process::command(project, "trunk")
            .args(["build", "--release", "--dist"])
            .arg(folder)
            .envs(short_paths(project))
            .env("FORANKRING_ADDRESS", address)
            // Trunk's own backtrace would bury the compiler's message.
            .env("RUST_BACKTRACE", "0"),
        "build the site",
        "see the first error above; `cargo xtask test --quick` shows errors in the code by \
         themselves",
    )?;
    if let (Some(inputs), Some(outputs)) = (inputs, outputs(folder)) {
        // Without the note the next build is not skipped: slower, not wrong.
        let _ = fs::write(&note, format!("{inputs} {outputs} {address}"));
    }
    Ok(())
}

/// The compiler writes the paths of sources into messages of panics, where they
/// cost 1.7 KB of download and tell how the builder's folders are named. No
/// setting that a file could hold knows those paths; a path with a space cannot
/// be passed on, and stays.
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
    let whole = flags.iter().all(|flag| !flag.contains(char::is_whitespace));
    whole.then(|| {
        (
            "CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS",
            flags.join(" "),
        )
    })
}

/// Built from just these files, and not touched since (a development build by
/// a plain `trunk serve` lands in the same folder).
fn is_fresh(project: &Project, folder: &Path, address: &str) -> bool {
    let Ok(note) = fs::read_to_string(note_path(project, folder)) else {
        return false;
    };
    let (Some(inputs), Some(outputs)) = (inputs(project), outputs(folder)) else {
        return false;
    };
    folder.join("index.html").is_file() && note == format!("{inputs} {outputs} {address}")
}

fn inputs(project: &Project) -> Option<String> {
    stamp::of(&project.root, &INPUTS).ok()
}

fn outputs(folder: &Path) -> Option<String> {
    stamp::of(folder, &["."]).ok()
}

fn note_path(project: &Project, folder: &Path) -> PathBuf {
    let name = stamp::of_bytes(folder.to_string_lossy().as_bytes());
    project.target().join(format!("site-{name}.stamp"))
}

/// As the caller's shell means it.
pub fn absolute(path: &str) -> Result<PathBuf, Failure> {
    std::path::absolute(path)
        .map_err(|error| Failure::file("find the folder", Path::new(path), error))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::{lookup, read_toml};

    fn listed(project: &Project, file: &str, keys: &[&str]) -> Vec<String> {
        let table = read_toml(&project.at(file)).unwrap();
        let list = lookup(&table, keys).and_then(toml::Value::as_array);
        let names = list.unwrap().iter().filter_map(toml::Value::as_str);
        names.map(str::to_owned).collect()
    }

    /// What is missing counts as missing, so a renamed folder would never be missed.
    #[test]
    fn every_input_is_there() {
        let project = Project::open().unwrap();
        for input in INPUTS {
            assert!(project.at(input).exists(), "{input}");
        }
    }

    #[test]
    fn what_the_site_is_made_of_is_an_input() {
        let project = Project::open().unwrap();
        let members = listed(&project, "Cargo.toml", &["workspace", "members"]);
        let crates = members.into_iter().filter(|member| member != "xtask");
        let watched = listed(&project, "Trunk.toml", &["watch", "watch"]);
        for part in crates.chain(watched) {
            let part = Path::new(&part);
            let known = INPUTS.iter().any(|input| part.starts_with(input));
            assert!(known, "{}", part.display());
        }
    }
}

//! Builds the static site, unless nothing changed.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::step::Job;
use crate::{pages, pipeline, schedule, setup, stamp, table};

/// Everything that the site is made of.
const INPUTS: [&str; 23] = [
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
    "xtask/src/pipeline.rs",
    "xtask/src/program.rs",
    "xtask/src/shrink.rs",
    "xtask/src/build.rs",
    "xtask/src/process.rs",
    "xtask/src/project.rs",
    "xtask/src/install.rs",
    "xtask/src/step.rs",
    "xtask/src/table.rs",
];

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Failure> {
    let out = arguments.value("out");
    let address = address(arguments)?;
    let folder = match out {
        None => default_folder(project),
        Some(out) => absolute(out)?,
    };
    build_at(project, &folder, address)?;
    println!("the site stands in {}", folder.display());
    Ok(())
}

/// The address that pages are told of, by `--address`; empty without it.
pub fn address(arguments: &Arguments) -> Result<&str, Failure> {
    let address = arguments.value("address").unwrap_or_default();
    let whole = address.starts_with("https://") && address.ends_with('/');
    let plain = whole && !address.contains(['"', '<', '>', '&', ' ']);
    if plain || address.is_empty() {
        return Ok(address);
    }
    Err(Failure::new(
        "read the arguments",
        format!("--address {address} is not the address of a folder"),
        "give it whole, such as https://example.org/verktoy/forankring/",
    ))
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
pub fn build_at(project: &Project, folder: &Path, address: &str) -> Result<(), Failure> {
    let mut steps = setup::missing(project)?;
    if is_fresh(project, folder, address) {
        eprintln!("nothing changed: {} is up to date", folder.display());
        return setup::install(project, &steps);
    }
    pipeline::refuse_foreign(folder)?;
    steps.extend(table::BUILD);
    // Taken before the build: what changes meanwhile is built next time.
    let inputs = inputs(project);
    let note = note_path(project, folder);
    let _ = fs::remove_file(&note);
    let job = Job::new(project, folder.to_path_buf(), address)?;
    schedule::run(&job, &table::rows(&steps))?;
    if let (Some(inputs), Some(outputs)) = (inputs, outputs(folder)) {
        // Without the note the next build is not skipped: slower, not wrong.
        let _ = fs::write(&note, format!("{inputs} {outputs} {address}"));
    }
    Ok(())
}

/// The edition that is one file, of a site that [`build_at`] has built; where it is.
pub fn single(project: &Project, folder: &Path, address: &str) -> Result<PathBuf, Failure> {
    let job = Job::new(project, folder.to_path_buf(), address)?;
    schedule::run(&job, &table::rows(&table::SINGLE))?;
    Ok(pages::single_file(project))
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

//! Finds a Chromium, Chrome or Edge for the journeys.

use std::path::{Path, PathBuf};

use crate::debian;
use crate::failure::Failure;
use crate::project::Project;

const NAMES: [&str; 8] = [
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
];

/// The same engine without windows, half the work: for journeys about what pages
/// show and say. A package of its own on Debian.
const SHELL: &str = "chromium-headless-shell";

const MAC: [&str; 3] = [
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

/// Below each of the folders that Windows has for programs.
const WINDOWS: [&str; 3] = [
    r"Google\Chrome\Application\chrome.exe",
    r"Chromium\Application\chrome.exe",
    r"Microsoft\Edge\Application\msedge.exe",
];

const STEP: &str = "find a browser for the journeys";

/// The browser's program. Installs one where that is ours to do: on Debian as
/// root, which is what a build machine is.
pub fn find_or_install(project: &Project) -> Result<PathBuf, Failure> {
    if let Some(named) = std::env::var_os("CHROME").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        let found = if named.is_file() {
            Some(named.clone())
        } else {
            on_path(&named)
        };
        return found.ok_or_else(|| {
            let cause = format!("CHROME names {}, and that is no program", named.display());
            Failure::new(STEP, cause, "correct CHROME or remove it")
        });
    }
    if let Some(found) = find() {
        return Ok(found);
    }
    if debian::is_ours(project) {
        install(project)?;
    }
    find().ok_or_else(|| {
        let remedy = format!("{}, or name one in the variable CHROME", advice());
        Failure::new(STEP, "there is no Chromium, Chrome or Edge", remedy)
    })
}

/// The program for journeys that need no whole browser: where there is none, or
/// CHROME names a browser, that one.
pub fn shell(chrome: &Path) -> PathBuf {
    let named = std::env::var_os("CHROME").is_some_and(|named| !named.is_empty());
    let found = on_path(Path::new(SHELL)).filter(|_| !named);
    found.unwrap_or_else(|| chrome.to_path_buf())
}

fn find() -> Option<PathBuf> {
    let named = NAMES.iter().find_map(|name| on_path(Path::new(name)));
    named.or_else(|| usual_places().into_iter().find(|path| path.is_file()))
}

pub fn on_path(name: &Path) -> Option<PathBuf> {
    let name = format!("{}{}", name.display(), std::env::consts::EXE_SUFFIX);
    let path = std::env::var_os("PATH")?;
    std::env::split_paths(&path)
        .map(|folder| folder.join(&name))
        .find(|program| program.is_file())
}

fn usual_places() -> Vec<PathBuf> {
    if cfg!(target_os = "macos") {
        return MAC.iter().map(PathBuf::from).collect();
    }
    ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"]
        .iter()
        .filter_map(std::env::var_os)
        .flat_map(|folder| WINDOWS.map(|program| Path::new(&folder).join(program)))
        .collect()
}

fn install(project: &Project) -> Result<(), Failure> {
    eprintln!("no browser found: installing Debian's chromium …");
    debian::install(project, &["chromium"])?;
    // An older Debian has none: all journeys run in the browser itself then.
    if debian::install(project, &[SHELL]).is_err() {
        eprintln!("without {SHELL}: the journeys take longer");
    }
    Ok(())
}

fn advice() -> &'static str {
    if cfg!(windows) {
        "install Microsoft Edge or Google Chrome"
    } else if cfg!(target_os = "macos") {
        "install Google Chrome (`brew install --cask google-chrome`)"
    } else {
        "install one (Debian: `apt install chromium`; Ubuntu: `snap install chromium`; \
         Fedora: `dnf install chromium`)"
    }
}

//! Trunk's hook: from its output (script, WebAssembly, a bare page) to the
//! static site. Styles by npm's lightningcss, pages by forankring-prerender.

use std::fs;
use std::path::{Path, PathBuf};

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::process;
use crate::project::Project;
use crate::setup;

pub fn run(project: &Project, arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    let staging = staging()?;
    let debug = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    setup::packages_only(project)?;
    let styles = bundle_styles(project)?;
    let scripts = bundle_scripts(project)?;
    let (cargo_profile, mode) = if debug {
        ("dev", "debug")
    } else {
        minify_scripts(project, &staging)?;
        ("prerender", "release")
    };
    process::run(
        process::cargo(project)
            .args(["run", "--quiet", "--profile", cargo_profile])
            .args(["--package", "forankring-prerender", "--"])
            .arg(&staging)
            .arg(styles)
            .arg(scripts)
            .arg(mode),
        "render the pages",
        "see the first error above",
    )
}

fn staging() -> Result<PathBuf, Failure> {
    std::env::var_os("TRUNK_STAGING_DIR")
        .map(PathBuf::from)
        .ok_or_else(|| {
            Failure::new(
                "render the pages",
                "TRUNK_STAGING_DIR is not set: this command is Trunk's hook",
                "run `cargo xtask build`",
            )
        })
}

fn minify_scripts(project: &Project, staging: &Path) -> Result<(), Failure> {
    process::run(
        process::command(project, "node")
            .arg("crates/prerender/minify.mjs")
            .arg(staging),
        "make the scripts small",
        "see the error above",
    )
}

fn bundle_styles(project: &Project) -> Result<PathBuf, Failure> {
    let step = "bundle the styles";
    let folder = project.target().join("pages");
    fs::create_dir_all(&folder).map_err(|error| Failure::file(step, &folder, error))?;
    let out = folder.join("styles.css");
    process::run(
        process::command(project, "node")
            .arg("styles/bundle.mjs")
            .arg(&out),
        step,
        "see the error above; it names the stylesheet and the line",
    )?;
    Ok(out)
}

/// The scripts of `web/`, small and each in one piece.
fn bundle_scripts(project: &Project) -> Result<PathBuf, Failure> {
    let out = project.target().join("pages").join("web");
    process::run(
        process::command(project, "node")
            .arg("web/bundle.mjs")
            .arg(&out),
        "bundle the scripts",
        "see the error above; it names the script and the line",
    )?;
    Ok(out)
}

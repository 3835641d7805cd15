//! Debian's packages: what the journeys need and may install, on Debian as root,
//! which is what a build machine is.

use crate::failure::Failure;
use crate::process;
use crate::project::Project;

/// Whether installing is ours to do here. Debian itself: Ubuntu's package of a
/// browser only points to another store.
pub fn is_ours(project: &Project) -> bool {
    let release = std::fs::read_to_string("/etc/os-release").unwrap_or_default();
    let debian = release.lines().any(|line| line.trim() == "ID=debian");
    debian && process::output(process::command(project, "id").arg("-u")).is_some_and(|id| id == "0")
}

/// Installs packages, with those that Debian recommends beside them.
pub fn install(project: &Project, packages: &[&str]) -> Result<(), Failure> {
    get(project, &[], packages)
}

/// Installs packages and only what they cannot do without: of a browser half the download.
pub fn install_bare(project: &Project, packages: &[&str]) -> Result<(), Failure> {
    get(project, &["--no-install-recommends"], packages)
}

fn get(project: &Project, options: &[&str], packages: &[&str]) -> Result<(), Failure> {
    let step = format!("install {} from Debian's packages", packages.join(", "));
    let remedy = "check the network and Debian's package sources, or install it by hand";
    let run = |arguments: &[&str]| {
        let mut command = process::command(project, "apt-get");
        command.args(arguments);
        command.env("DEBIAN_FRONTEND", "noninteractive");
        process::run(&mut command, &step, remedy)
    };
    run(&["update", "--quiet"])?;
    run(&[&["install", "--yes", "--quiet"], options, packages].concat())
}

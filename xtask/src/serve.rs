//! Serving: what was built, any folder, or Trunk's own server.

use std::path::Path;
use std::process::Command;

use crate::arguments::Arguments;
use crate::build;
use crate::failure::Failure;
use crate::process;
use crate::project::Project;
use crate::server::{self, Compress};
use crate::setup;

const PORT: u16 = 8080;

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Failure> {
    let port = arguments.port(PORT)?;
    let base = arguments.value("base");
    let open = arguments.flag("open");
    let listener = server::listen(port)?;
    let folder = build::default_folder(project);
    build::build(project, &folder)?;
    let running = server::start(project, listener, &folder, base, Compress::Meanwhile)?;
    println!("listening on {}", running.address);
    if open {
        open_browser(&running.address);
    }
    running.wait();
    Ok(())
}

pub fn run_static(project: &Project, arguments: &Arguments) -> Result<(), Failure> {
    let port = arguments.port(0)?;
    let base = arguments.value("base");
    let folder = build::absolute(arguments.word())?;
    setup::install(project, &setup::missing_for_pages(project)?)?;
    let listener = server::listen(port)?;
    let running = server::start(project, listener, &folder, base, Compress::First)?;
    println!("listening on {}", running.address);
    running.wait();
    Ok(())
}

/// Trunk's own server. Its output stands apart from `dist`, which is the site.
pub fn run_dev(project: &Project, arguments: &Arguments) -> Result<(), Failure> {
    let port = arguments.port(PORT)?;
    let open = arguments.flag("open");
    setup::install(project, &setup::missing_for_trunk(project)?)?;
    let mut trunk = process::command(project, "trunk");
    trunk
        .args(["serve", "--address", "127.0.0.1", "--port"])
        .arg(port.to_string())
        .arg("--dist")
        .arg(project.target().join("dev"));
    if open {
        trunk.arg("--open");
    }
    process::run(
        &mut trunk,
        "serve for development",
        "see the message above; where the port is taken, give another one with --port",
    )
}

/// The address is printed in any case, so a browser that does not open is no
/// failure.
fn open_browser(address: &str) {
    let mut command = if cfg!(windows) {
        let mut command = Command::new("cmd");
        command.args(["/c", "start", ""]);
        command
    } else if cfg!(target_os = "macos") {
        Command::new("open")
    } else {
        Command::new("xdg-open")
    };
    if command.arg(address).spawn().is_err() {
        eprintln!(
            "no browser could be opened: open {} yourself",
            Path::new(address).display()
        );
    }
}

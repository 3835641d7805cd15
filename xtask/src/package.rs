//! `cargo xtask package`: one zip for whoever runs the server, made by
//! `packaging/pack.mjs` from the built site.

use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::build;
use crate::failure::Failure;
use crate::process;
use crate::project::Project;

pub fn run(project: &Project, arguments: &Arguments) -> Result<(), Failure> {
    let out = arguments.value("out");
    let address = build::address(arguments)?;
    let out = match out {
        Some(out) => build::absolute(out)?,
        None => default_out(project),
    };
    let folder = build::default_folder(project);
    build::build_at(project, &folder, address)?;
    let single = build::single(project, &folder, address)?;
    let step = "pack the site";
    let status = process::stream(
        process::command(project, "node")
            .arg("packaging/pack.mjs")
            .arg(&folder)
            .arg(single)
            .arg(&out),
        step,
        |_| {},
    )?;
    match status.success() {
        true => Ok(()),
        false => Err(Failure::new(
            step,
            format!("`node` ended with {status}; what it said stands above"),
            "correct what is shown above",
        )),
    }
}

fn default_out(project: &Project) -> PathBuf {
    project.target().join("package").join("forankring.zip")
}

//! Measures: loading in a real browser, then the core by itself.

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::{browser, build, journeys, process};

pub fn run(project: &Project, _: &Arguments) -> Result<(), Failure> {
    let chrome = browser::find_or_install(project)?;
    let folder = build::default_folder(project);
    build::build(project, &folder)?;
    let stage = journeys::Stage::set(project, &folder, chrome)?;
    process::run(
        stage.prepare(process::command(project, "node").arg("e2e/bench.mjs")),
        "measure in the browser",
        "see the error above",
    )?;
    if project.at("crates/core/benches").is_dir() {
        process::run(
            process::cargo(project).args(["bench", "--package", "forankring-core"]),
            "measure the core",
            "see the error above",
        )?;
    }
    Ok(())
}

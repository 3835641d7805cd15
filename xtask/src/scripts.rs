//! The scripts of `web/`: their types. Tests of scripts without a browser, those of the
//! server and of the build included.

use crate::failure::Failure;
use crate::project::Project;
use crate::tally::Tally;
use crate::{journeys, process};

/// Pages and worker know different things of the browser: two projects.
const CHECKS: [&str; 2] = ["web", "web/tsconfig.worker.json"];

pub fn types(project: &Project) -> Result<Tally, Failure> {
    for what in CHECKS {
        process::run(
            process::command(project, "node")
                .arg("node_modules/typescript/bin/tsc")
                .args(["--noEmit", "--project", what]),
            "check the types of the scripts",
            "correct what is shown above",
        )?;
    }
    Ok(Tally::one(true))
}

pub fn tests(project: &Project) -> Result<Tally, Failure> {
    let mut node = process::command(project, "node");
    node.args(["--test", "--test-reporter=tap"])
        .args(journeys::test_files(project, "web")?)
        .args(journeys::test_files(project, "xtask/server")?)
        .args(journeys::test_files(project, "crates/prerender")?);
    journeys::tally(&mut node, "run the tests of the scripts")
}

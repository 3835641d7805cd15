//! `cargo xtask pages`, which Trunk calls when it has built the programs.

use std::path::PathBuf;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::step::{Job, Mode, Step};
use crate::{schedule, setup, table};

pub fn run(project: &Project, _: &Arguments) -> Result<(), Failure> {
    let debug = std::env::var("TRUNK_PROFILE").is_ok_and(|profile| profile == "debug");
    let mode = if debug { Mode::Debug } else { Mode::Release };
    let mut steps = setup::missing_for_pages(project)?;
    steps.extend(table::HOOK);
    if mode == Mode::Release {
        steps.push(Step::Minify);
    }
    let job = Job::of_hook(project, staging()?, mode);
    schedule::run(&job, &table::rows(&steps))
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

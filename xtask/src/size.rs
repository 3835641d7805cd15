//! What each file of the site weighs.

use std::process::Stdio;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::{build, process, server};

pub fn run(project: &Project, _: &Arguments) -> Result<(), Failure> {
    let folder = build::default_folder(project);
    build::build(project, &folder)?;
    let mut node = process::node(project);
    node.arg("xtask/server/size.mjs")
        .arg(&folder)
        .arg(server::cache(project));
    process::stream(node.stderr(Stdio::inherit()), "weigh the files", |_| {}).map(|_| ())
}

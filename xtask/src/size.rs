//! What each file of the site weighs.

use std::fs;

use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::Project;
use crate::server::compressed;
use crate::{build, stamp};

pub fn run(project: &Project, arguments: Arguments) -> Result<(), Failure> {
    arguments.finish()?;
    let folder = build::default_folder(project);
    build::build(project, &folder)?;
    let step = "weigh the files";
    let files = stamp::files(&folder).map_err(|error| Failure::file(step, &folder, error))?;
    println!(
        "{:>10} {:>10}  file (bytes raw, with brotli 11)",
        "raw", "brotli"
    );
    let (mut raw, mut packed) = (0, 0);
    for file in files {
        let bytes = fs::read(&file).map_err(|error| Failure::file(step, &file, error))?;
        let small = compressed(&bytes).map_or(bytes.len(), |small| small.len());
        let name = file.strip_prefix(&folder).unwrap_or(&file);
        println!("{:>10} {small:>10}  {}", bytes.len(), name.display());
        raw += bytes.len();
        packed += small;
    }
    println!("{raw:>10} {packed:>10}  in all");
    Ok(())
}

//! From programs to the static site: styles and scripts by npm's packages, pages by
//! forankring-prerender.

use std::fs;
use std::path::{Path, PathBuf};

use crate::failure::Failure;
use crate::log::Log;
use crate::project::Project;
use crate::step::{Job, Mode};
use crate::{pipeline, process};

const RENDERER: &str = "forankring-prerender";

pub fn bundle_styles(job: &Job, log: &Log) -> Result<(), Failure> {
    let folder = made(job.project);
    fs::create_dir_all(&folder)
        .map_err(|error| Failure::file("bundle the styles", &folder, error))?;
    let mut node = process::node(job.project);
    node.arg("styles/bundle.mjs").arg(styles(job));
    let remedy = "correct the stylesheet that the error names";
    log.run(&mut node, remedy)
}

/// The scripts of `web/`, small and each in one piece.
pub fn bundle_scripts(job: &Job, log: &Log) -> Result<(), Failure> {
    let mut node = process::node(job.project);
    node.arg("web/bundle.mjs").arg(scripts(job));
    let remedy = "correct the script that the error names";
    log.run(&mut node, remedy)
}

pub fn minify(job: &Job, log: &Log) -> Result<(), Failure> {
    let mut node = process::node(job.project);
    node.arg("crates/prerender/minify.mjs").arg(&job.staging);
    log.run(&mut node, "see the log")
}

pub fn compile_renderer(job: &Job, log: &Log) -> Result<(), Failure> {
    pipeline::compile_native(job, log, RENDERER)
}

pub fn render(job: &Job, log: &Log) -> Result<(), Failure> {
    let mode = match job.mode {
        Mode::Release => "release",
        Mode::Debug => "debug",
    };
    renderer(job, log, &job.staging, mode)
}

fn renderer(job: &Job, log: &Log, folder: &Path, mode: &str) -> Result<(), Failure> {
    let mut command = process::command(job.project, pipeline::native(job.project, RENDERER));
    command
        .arg(folder)
        .arg(styles(job))
        .arg(scripts(job))
        .arg(mode)
        .env("FORANKRING_ADDRESS", &job.address);
    log.run(&mut command, "see the log")
}

/// The edition that is one file, from the site that stands in its folder.
pub fn single(job: &Job, log: &Log) -> Result<(), Failure> {
    let mut node = process::node(job.project);
    node.arg("web/single.mjs")
        .arg(&job.folder)
        .arg(scripts(job));
    log.run(&mut node, "see the log")?;
    renderer(job, log, &job.folder, "single")
}

/// Where [`single`] has put it.
pub fn single_file(project: &Project) -> PathBuf {
    made(project).join("web").join("forankring.html")
}

fn styles(job: &Job) -> PathBuf {
    made(job.project).join("styles.css")
}

fn scripts(job: &Job) -> PathBuf {
    made(job.project).join("web")
}

/// Where bundled styles and scripts wait for the pages.
fn made(project: &Project) -> PathBuf {
    project.target().join("pages")
}

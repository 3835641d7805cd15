//! A step of making the site, and what steps work on. Which there are: `table.rs`.

use std::path::PathBuf;

use crate::failure::Failure;
use crate::log::Log;
use crate::program::Program;
use crate::project::Project;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Target,
    Packages,
    Compile,
    Binder,
    Bind,
    Optimise,
    Styles,
    Scripts,
    Minify,
    Renderer,
    Pages,
    Place,
    Single,
    WasmBindgen,
    Trunk,
}

/// A step as the table holds it.
pub struct Row {
    pub step: Step,
    /// What it is called: in the line that tells of it, and its log.
    pub name: &'static str,
    /// Those of these that are done in this run come first.
    pub after: &'static [Step],
    /// About how long it takes on two cores the first time.
    pub seconds: u64,
    pub work: Work,
}

pub type Work = fn(&Job, &Log) -> Result<(), Failure>;

/// How the programs are built.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mode {
    Release,
    /// Trunk's development build.
    Debug,
}

/// What the steps work on.
pub struct Job<'a> {
    pub project: &'a Project,
    pub mode: Mode,
    pub program: Program,
    /// Where the site is put together.
    pub staging: PathBuf,
    /// Where it is put in the end.
    pub folder: PathBuf,
    /// The address of the site; empty where it is not known.
    pub address: String,
}

impl<'a> Job<'a> {
    pub fn new(project: &'a Project, folder: PathBuf, address: &str) -> Result<Self, Failure> {
        Ok(Self {
            project,
            mode: Mode::Release,
            program: Program::of(project)?,
            staging: folder.join(".stage"),
            folder,
            address: address.to_owned(),
        })
    }

    /// For Trunk's hook.
    pub fn of_hook(project: &'a Project, staging: PathBuf, mode: Mode) -> Self {
        Self {
            project,
            mode,
            program: Program::default(),
            folder: staging.clone(),
            staging,
            address: std::env::var("FORANKRING_ADDRESS").unwrap_or_default(),
        }
    }

    /// For set-up alone.
    pub fn of_setup(project: &'a Project) -> Self {
        Self::of_hook(project, PathBuf::new(), Mode::Release)
    }
}

//! The files of the project, and what is wrong with them.

use std::fs;
use std::path::{Path, PathBuf};

use crate::project::Project;
use crate::stamp;

/// What is wrong, a line for each place; nothing when all is well.
pub type Findings = Vec<String>;

/// Every file that is ours, generated ones left out.
pub fn texts(project: &Project) -> Vec<PathBuf> {
    let generated = [".git", "target", "dist", ".tools", "node_modules"];
    let mut found = Vec::new();
    for entry in fs::read_dir(&project.root).into_iter().flatten().flatten() {
        let name = entry.file_name();
        if !generated.iter().any(|generated| name == *generated) {
            found.extend(stamp::files(&entry.path()).unwrap_or_default());
        }
    }
    let output = project.at("e2e").join("out");
    found.retain(|file| !file.starts_with(&output));
    found
}

/// The source files below a folder of the project.
pub fn sources(project: &Project, folder: &str) -> Vec<PathBuf> {
    let mut files = stamp::files(&project.at(folder)).unwrap_or_default();
    files.retain(|file| file.extension().is_some_and(|ending| ending == "rs"));
    files
}

/// A path as a reader of the project knows it.
pub fn shown(project: &Project, file: &Path) -> String {
    let relative = file.strip_prefix(&project.root).unwrap_or(file);
    relative.to_string_lossy().replace('\\', "/")
}

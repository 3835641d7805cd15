//! wasm-opt over the parts of the WebAssembly, and an order of functions that compresses well:
//! of those parts that were not made small before.

use std::path::{Path, PathBuf};
use std::{fs, io};

use crate::failure::Failure;
use crate::log::Log;
use crate::step::Job;
use crate::{pipeline, process, stamp};

/// What makes parts small, on all cores.
const SHRINK: &str = "crates/prerender/shrink.mjs";
/// How it puts functions in order.
const ORDER: &str = "crates/prerender/order.mjs";

/// Makes every part small. What was made last is kept: a change of styles or pages needs none
/// of it.
pub fn optimise(job: &Job, log: &Log) -> Result<(), Failure> {
    let kept = Kept::of(job)?;
    let failed = |error| Failure::file("make the program small", &job.staging, error);
    let mut new = Vec::new();
    for part in parts(job)? {
        let key = kept.key(&part).map_err(failed)?;
        if !kept.bring(&part, &key).map_err(failed)? {
            new.push((part, key));
        }
    }
    if new.is_empty() {
        return Ok(());
    }
    let mut command = process::node(job.project);
    command
        .arg(SHRINK)
        .args(&job.program.parameters)
        .arg("--")
        .args(new.iter().map(|(part, _)| part));
    log.run(&mut command, "correct the parameters in index.html")?;
    for (part, key) in new {
        kept.keep(&part, &key).map_err(failed)?;
    }
    Ok(())
}

/// The parts of the WebAssembly in the staging folder, the largest first: the others are made
/// small beside it.
fn parts(job: &Job) -> Result<Vec<PathBuf>, Failure> {
    let read = || -> io::Result<Vec<PathBuf>> {
        let mut parts = Vec::new();
        for path in pipeline::names(&job.staging)? {
            if path.extension().is_some_and(|end| end == "wasm") {
                parts.push((fs::metadata(&path)?.len(), path));
            }
        }
        parts.sort();
        Ok(parts.into_iter().rev().map(|(_, path)| path).collect())
    };
    read().map_err(|error| Failure::file("wasm-opt", &job.staging, error))
}

/// Parts as they were made small, each with a note of what it was made of.
struct Kept {
    folder: PathBuf,
    tools: Vec<u8>,
    parameters: String,
}

impl Kept {
    fn of(job: &Job) -> Result<Kept, Failure> {
        let mut tools = Vec::new();
        for file in ["package-lock.json", SHRINK, ORDER] {
            let path = job.project.at(file);
            let read = fs::read(&path);
            tools.extend(read.map_err(|error| Failure::file("wasm-opt", &path, error))?);
        }
        Ok(Kept {
            folder: job.project.target().join("small"),
            tools,
            parameters: job.program.parameters.concat(),
        })
    }

    fn paths(&self, part: &Path) -> (PathBuf, PathBuf) {
        let kept = self.folder.join(part.file_name().unwrap_or_default());
        let note = kept.with_extension("stamp");
        (kept, note)
    }

    /// What a part is made of.
    fn key(&self, part: &Path) -> io::Result<String> {
        let made_of = [fs::read(part)?.as_slice(), &self.tools].concat();
        Ok(stamp::of_bytes(&made_of) + &self.parameters)
    }

    /// Puts what was made of the same in its place, if there is some.
    fn bring(&self, part: &Path, key: &str) -> io::Result<bool> {
        let (kept, note) = self.paths(part);
        let same = fs::read_to_string(note).is_ok_and(|note| note == key) && kept.is_file();
        if same {
            fs::copy(kept, part)?;
        }
        Ok(same)
    }

    /// The note last: what is half written is not taken for whole.
    fn keep(&self, part: &Path, key: &str) -> io::Result<()> {
        let (kept, note) = self.paths(part);
        fs::create_dir_all(&self.folder)?;
        let _ = fs::remove_file(&note);
        fs::copy(part, kept)?;
        fs::write(note, key)
    }
}

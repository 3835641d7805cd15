//! wasm-opt over the parts of the WebAssembly, and an order of functions that compresses well.

use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::{fs, io, thread};

use crate::failure::Failure;
use crate::log::Log;
use crate::step::Job;
use crate::{pipeline, process, stamp};

/// Less than so many bytes is a few functions, which no order makes smaller.
const ORDERED: u64 = 4096;
/// What puts functions in order.
const ORDER: &str = "crates/prerender/order.mjs";

/// Makes every part small: the largest first, on all cores.
pub fn optimise(job: &Job, log: &Log) -> Result<(), Failure> {
    let waiting = Mutex::new(parts(job)?);
    let cores = thread::available_parallelism().map_or(2, usize::from);
    thread::scope(|scope| {
        let work = || {
            while let Some(part) = waiting.lock().ok().and_then(|mut parts| parts.pop()) {
                shrink(job, log, &part)?;
            }
            Ok(())
        };
        let started: Vec<_> = (0..cores).map(|_| scope.spawn(work)).collect();
        started.into_iter().try_for_each(|thread| {
            let ended = thread.join();
            ended.unwrap_or_else(|_| Err(Failure::new("wasm-opt", "a thread ended", "try again")))
        })
    })
}

/// The parts of the WebAssembly in the staging folder, the largest last.
fn parts(job: &Job) -> Result<Vec<PathBuf>, Failure> {
    let read = || -> io::Result<Vec<PathBuf>> {
        let mut parts = Vec::new();
        for path in pipeline::names(&job.staging)? {
            if path.extension().is_some_and(|end| end == "wasm") {
                parts.push((fs::metadata(&path)?.len(), path));
            }
        }
        parts.sort();
        Ok(parts.into_iter().map(|(_, path)| path).collect())
    };
    read().map_err(|error| Failure::file("wasm-opt", &job.staging, error))
}

/// A part takes up to half a minute, so what was made last is kept: a change of styles or
/// pages needs none of it.
fn shrink(job: &Job, log: &Log, wasm: &Path) -> Result<(), Failure> {
    let failed = |error: io::Error| Failure::file("make the program small", wasm, error);
    let folder = job.project.target().join("small");
    let kept = folder.join(wasm.file_name().unwrap_or_default());
    let note = kept.with_extension("stamp");
    let tools = fs::read(job.project.at("package-lock.json")).map_err(failed)?;
    let order = fs::read(job.project.at(ORDER)).map_err(failed)?;
    let made_of = [fs::read(wasm).map_err(failed)?, tools, order].concat();
    let key = stamp::of_bytes(&made_of) + &job.program.parameters.concat();
    if fs::read_to_string(&note).is_ok_and(|note| note == key) && kept.is_file() {
        return fs::copy(&kept, wasm).map(|_| ()).map_err(failed);
    }
    let mut command = process::node(job.project);
    command
        .arg("node_modules/binaryen/bin/wasm-opt")
        .args(&job.program.parameters)
        .arg(wasm)
        .arg("--output")
        .arg(wasm);
    log.run(&mut command, "correct the parameters in index.html")?;
    if fs::metadata(wasm).map_err(failed)?.len() >= ORDERED {
        put_in_order(job, log, wasm)?;
    }
    // The note last: what is half written is not taken for whole.
    let keep = || {
        fs::create_dir_all(&folder)?;
        let _ = fs::remove_file(&note);
        fs::copy(wasm, &kept)?;
        fs::write(&note, &key)
    };
    keep().map_err(failed)
}

fn put_in_order(job: &Job, log: &Log, wasm: &Path) -> Result<(), Failure> {
    let features = job.program.parameters.iter();
    let features = features.filter(|one| one.starts_with("--enable-"));
    let mut command = process::node(job.project);
    command.arg(ORDER).arg(wasm).args(features);
    log.run(&mut command, "correct the parameters in index.html")
}

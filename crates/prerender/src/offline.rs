//! What makes the site start without a network: the service worker with the list
//! of all files, and the script that registers it.

use std::path::Path;
use std::{fs, io};

use sha2::{Digest, Sha256};

use crate::constants::{self, fill, text};
use crate::hash::short_hash;
use crate::scripts::Scripts;

/// Writes the script that stands beside the app and registers the worker, and the
/// one for the running back-up that it loads when it is needed; returns the name of
/// the first.
pub fn write_script(staging: &Path, scripts: &Scripts) -> io::Result<String> {
    let copy = fill(&scripts.file_copy, &[])?;
    let copy_name = format!("filecopy-{}.js", short_hash(copy.as_bytes()));
    fs::write(staging.join(&copy_name), copy)?;
    let own = [
        ("TEXTS", constants::texts()),
        ("FILE_COPY", text(&format!("./{copy_name}"))),
    ];
    let script = fill(&scripts.offline, &own)?;
    let name = format!("offline-{}.js", short_hash(script.as_bytes()));
    fs::write(staging.join(&name), script)?;
    Ok(name)
}

/// Writes the worker, last of all: it names every file of the site with its hash.
pub fn write_worker(staging: &Path, worker: &str) -> io::Result<()> {
    let mut files = Vec::new();
    collect(staging, "", &mut files)?;
    files.sort();
    let list = serde_json::to_string(&files)?;
    let version = text(&short_hash(list.as_bytes()));
    let worker = fill(worker, &[("VERSION", version), ("FILES", list)])?;
    fs::write(staging.join("worker.js"), worker)
}

/// Every file below a folder: its address relative to the root, and its hash as
/// in subresource integrity. A page stands at the address of its folder.
fn collect(folder: &Path, below: &str, files: &mut Vec<(String, String)>) -> io::Result<()> {
    for found in fs::read_dir(folder)? {
        let found = found?;
        let name = found.file_name().to_string_lossy().into_owned();
        if found.file_type()?.is_dir() {
            collect(&found.path(), &format!("{below}{name}/"), files)?;
            continue;
        }
        let path = match name.as_str() {
            "worker.js" => continue,
            // Asked for by others only, who show a link to the site.
            _ if name.starts_with("preview-") => continue,
            "index.html" => below.to_owned(),
            _ => format!("{below}{name}"),
        };
        let digest = Sha256::digest(fs::read(found.path())?);
        let hash = format!("sha256-{}", data_encoding::BASE64.encode(&digest));
        files.push((path, hash));
    }
    Ok(())
}

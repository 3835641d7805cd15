//! What makes the site start without a network: the service worker with the list
//! of all files, and the script that registers it.

use std::path::Path;
use std::{fs, io};

use forankring_core::texts::{Lang, Texts, key};
use sha2::{Digest, Sha256};

use crate::assets::short_hash;

const WORKER: &str = include_str!("worker.js");
const OFFLINE: &str = include_str!("offline.js");
const FILE_COPY: &str = include_str!("filecopy.js");

/// Writes the script that registers the worker, and the one for the running
/// back-up that it loads when it is needed; returns the name of the first.
pub fn write_script(staging: &Path) -> io::Result<String> {
    let words = Lang::ALL.map(|lang| {
        let texts = Texts::builtin(lang);
        let [words, label] = [key::UPDATE_WORDS, key::UPDATE_TAKE].map(|key| texts.get(key));
        format!("{}:[{words:?},{label:?}]", lang.tag())
    });
    let copy = format!("filecopy-{}.js", short_hash(FILE_COPY.as_bytes()));
    fs::write(staging.join(&copy), FILE_COPY)?;
    let script = OFFLINE
        .replace("{texts}", &format!("{{{}}}", words.join(",")))
        .replace("{filecopy}", &copy);
    let name = format!("offline-{}.js", short_hash(script.as_bytes()));
    fs::write(staging.join(&name), script)?;
    Ok(name)
}

/// Writes the worker, last of all: it names every file of the site with its hash.
pub fn write_worker(staging: &Path) -> io::Result<()> {
    let mut files = Vec::new();
    collect(staging, "", &mut files)?;
    files.sort();
    let list: Vec<String> = files
        .iter()
        .map(|(path, hash)| format!("[{path:?},{hash:?}]"))
        .collect();
    let list = format!("[{}]", list.join(","));
    let worker = WORKER
        .replace("{version}", &short_hash(list.as_bytes()))
        .replace("{files}", &list);
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

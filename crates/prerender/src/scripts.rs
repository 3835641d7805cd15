//! The scripts of `web/`, made small by `web/bundle.mjs`, on their way into pages.

use std::path::Path;
use std::{fs, io};

use crate::constants::fill;

/// What pages carry in themselves.
pub struct Scripts {
    /// Runs before the first paint.
    pub early: String,
    /// Leads the reader of a link to her language.
    pub reader: String,
    /// Starts the app.
    pub start: String,
    /// Shows an invitation, and starts the app.
    pub invited: String,
    /// On the page for unknown addresses.
    pub missing: String,
    /// Beside the app, in a file.
    pub offline: String,
    /// The file on the disk, in a file.
    pub file_copy: String,
    /// The service worker.
    pub worker: String,
}

impl Scripts {
    /// Reads what `web/bundle.mjs` wrote.
    pub fn read(folder: &Path) -> io::Result<Scripts> {
        let script = |name: &str| fs::read_to_string(folder.join(format!("{name}.js")));
        Ok(Scripts {
            early: script("early")?,
            reader: script("reader")?,
            start: script("start")?,
            invited: script("invited")?,
            missing: script("missing")?,
            offline: script("offline")?,
            file_copy: script("filecopy")?,
            worker: script("worker")?,
        })
    }
}

/// A script as a page carries it between its tags.
pub fn inline(script: &str, own: &[(&str, String)]) -> io::Result<String> {
    let filled = fill(script, own)?;
    let filled = filled.trim_end();
    // It would end the element that holds it.
    if filled.contains("</") {
        return Err(io::Error::other("a script in a page holds `</`"));
    }
    Ok(filled.to_owned())
}

//! What is sent for what was asked: a plain function, tested as one.

use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

use super::files::{File, Files};
use super::media;
use super::paths::{self, Place};
use crate::stamp;

/// The pages carry their own policy; being framed can only be refused here.
const SECURITY: [(&str, &str); 6] = [
    ("Content-Security-Policy", "frame-ancestors 'none'"),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    (
        "Permissions-Policy",
        "camera=(), clipboard-write=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
];

#[derive(Debug, Clone, Default)]
pub struct Asked {
    pub method: String,
    pub target: String,
    pub accept_encoding: String,
    pub if_none_match: Option<String>,
}

type Headers = Vec<(&'static str, String)>;

pub struct Answer {
    pub status: u16,
    pub headers: Headers,
    pub body: Arc<[u8]>,
}

impl Answer {
    /// For what is no request at all.
    pub fn unreadable() -> Self {
        text(400, "bad request\n")
    }
}

pub struct Site {
    root: PathBuf,
    base: String,
    files: Files,
}

impl Site {
    pub fn open(folder: &Path, base: &str) -> Result<Self, String> {
        let told = |error: io::Error| format!("{}: {error}", folder.display());
        let root = folder.canonicalize().map_err(told)?;
        if !root.is_dir() {
            return Err(format!("{} is no folder", folder.display()));
        }
        Ok(Self {
            root,
            base: paths::normal_base(base),
            files: Files::default(),
        })
    }

    pub fn base(&self) -> &str {
        &self.base
    }

    /// Compresses every file once, so that no reader waits for it.
    pub fn compress_all(&self) {
        let paths = stamp::files(&self.root).unwrap_or_default();
        let next = AtomicUsize::new(0);
        let work = || {
            while let Some(path) = paths.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Ok(file) = self.files.get(path) {
                    file.brotli();
                }
            }
        };
        let threads = thread::available_parallelism().map_or(1, usize::from);
        thread::scope(|scope| {
            for _ in 0..threads {
                scope.spawn(work);
            }
        });
    }

    pub fn answer(&self, asked: &Asked) -> Answer {
        if asked.method != "GET" && asked.method != "HEAD" {
            let mut answer = text(405, "method not allowed\n");
            answer.headers.push(("Allow", "GET, HEAD".to_owned()));
            return answer;
        }
        let (path, query) = paths::split(&asked.target);
        match paths::place(&self.base, path) {
            Place::Inside { names, slash } => self.inside(asked, &names, slash),
            Place::BaseWithoutSlash => moved(path, query),
            Place::Elsewhere => self.missing(asked),
        }
    }

    fn inside(&self, asked: &Asked, names: &[String], slash: bool) -> Answer {
        let mut path = self.root.clone();
        path.extend(names);
        if path.is_dir() && !slash {
            let (path, query) = paths::split(&asked.target);
            return moved(path, query);
        }
        if slash {
            path.push("index.html");
        }
        match self.file(&path) {
            Some(file) => found(asked, &path, &file),
            None => self.missing(asked),
        }
    }

    /// A file that really stands below the folder, links followed.
    fn file(&self, path: &Path) -> Option<Arc<File>> {
        let real = path.canonicalize().ok()?;
        let ours = real.starts_with(&self.root) && real.is_file();
        ours.then(|| self.files.get(&real).ok()).flatten()
    }

    fn missing(&self, asked: &Asked) -> Answer {
        let Some(file) = self.file(&self.root.join("404.html")) else {
            return text(404, "not found\n");
        };
        let (mut headers, body, _) = encoded(asked, &file);
        headers.push(("Cache-Control", "no-cache".to_owned()));
        Answer {
            status: 404,
            headers,
            body,
        }
    }
}

fn found(asked: &Asked, path: &Path, file: &File) -> Answer {
    let (mut headers, body, tag) = encoded(asked, file);
    let name = path
        .file_name()
        .and_then(|name| name.to_str())
        .unwrap_or_default();
    let caching = match has_hash(name) {
        true => "public, max-age=31536000, immutable",
        false => "no-cache",
    };
    headers.push(("Cache-Control", caching.to_owned()));
    let known = asked
        .if_none_match
        .as_deref()
        .is_some_and(|tags| matches_tag(tags, &tag));
    headers.push(("ETag", tag));
    // The body stays, for its length; 304 is sent without it.
    let status = if known { 304 } else { 200 };
    Answer {
        status,
        headers,
        body,
    }
}

/// Headers for the type and the encoding, the body, and its tag.
fn encoded(asked: &Asked, file: &File) -> (Headers, Arc<[u8]>, String) {
    let mut headers = security();
    headers.push(("Content-Type", file.media.to_owned()));
    if media::is_compressible(file.media) {
        headers.push(("Vary", "Accept-Encoding".to_owned()));
    }
    if accepts_brotli(&asked.accept_encoding)
        && let Some(small) = file.brotli()
    {
        headers.push(("Content-Encoding", "br".to_owned()));
        return (headers, small, format!("\"{}-br\"", file.hash));
    }
    (
        headers,
        Arc::clone(&file.bytes),
        format!("\"{}\"", file.hash),
    )
}

fn moved(path: &str, query: &str) -> Answer {
    let mut answer = text(301, "moved\n");
    answer.headers.push(("Location", format!("{path}/{query}")));
    answer
}

fn text(status: u16, body: &str) -> Answer {
    let mut headers = security();
    headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
    headers.push(("Cache-Control", "no-cache".to_owned()));
    Answer {
        status,
        headers,
        body: body.as_bytes().into(),
    }
}

fn security() -> Headers {
    SECURITY
        .iter()
        .map(|(name, value)| (*name, (*value).to_owned()))
        .collect()
}

/// Whether the name changes with the content: `-` and 12 to 16 hex digits.
fn has_hash(name: &str) -> bool {
    name.split('-').skip(1).any(|part| {
        let digits = part
            .bytes()
            .take_while(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
        let count = digits.count();
        let ends = part
            .as_bytes()
            .get(count)
            .is_none_or(|next| !next.is_ascii_alphanumeric());
        (12..=16).contains(&count) && ends
    })
}

/// `br` is listed, and not with the weight 0.
fn accepts_brotli(header: &str) -> bool {
    header.split(',').any(|offer| {
        let mut parts = offer.split(';').map(str::trim);
        let named = parts
            .next()
            .is_some_and(|name| name.eq_ignore_ascii_case("br"));
        named
            && !parts.any(|part| part.strip_prefix("q=").and_then(|q| q.parse().ok()) == Some(0.0))
    })
}

fn matches_tag(header: &str, tag: &str) -> bool {
    header
        .split(',')
        .map(|known| known.trim().trim_start_matches("W/"))
        .any(|known| known == tag || known == "*")
}

#[cfg(test)]
#[path = "answer_tests.rs"]
mod tests;

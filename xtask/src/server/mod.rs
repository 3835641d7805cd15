//! A small server for the static site: on this machine only, for looking at it
//! and for the tests. It sends what a good host would send (`docs/hosting.md`).

mod answer;
mod files;
mod http;
mod media;
mod paths;

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use crate::failure::Failure;
use answer::Site;
pub use files::compressed;

/// When files are compressed that were not asked for yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compress {
    /// While already serving: for people.
    Meanwhile,
    /// Before the first answer: for measuring.
    First,
}

/// A server that answers.
pub struct Running {
    pub address: String,
    thread: JoinHandle<()>,
}

impl Running {
    /// Serves until the process is ended.
    pub fn wait(self) {
        // A thread that panicked has said so.
        let _ = self.thread.join();
    }
}

/// Takes the port, so that a taken one is told before anything is built.
pub fn listen(port: u16) -> Result<TcpListener, Failure> {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).map_err(|error| {
        let cause = match error.kind() {
            ErrorKind::AddrInUse => format!("port {port} is taken by another program"),
            _ => format!("port {port}: {error}"),
        };
        let remedy = "give another one with --port; with --port 0 a free one is found";
        Failure::new("listen on 127.0.0.1", cause, remedy)
    })
}

/// Serves a folder below a base path (`/` unless given).
pub fn start(
    listener: TcpListener,
    folder: &Path,
    base: Option<&str>,
    compress: Compress,
) -> Result<Running, Failure> {
    let step = "start the server";
    let failed = |error: String| Failure::new(step, error, "try again with another --port");
    let site = Site::open(folder, base.unwrap_or("/"))
        .map_err(|error| Failure::new(step, error, "name a folder with an index.html"))?;
    let site = Arc::new(site);
    let port = listener
        .local_addr()
        .map_err(|error| failed(error.to_string()))?
        .port();
    let warming = {
        let site = Arc::clone(&site);
        thread::spawn(move || site.compress_all())
    };
    if compress == Compress::First {
        let _ = warming.join();
    }
    let address = format!("http://{}:{port}{}", Ipv4Addr::LOCALHOST, site.base());
    let thread = thread::spawn(move || http::accept(&listener, &site));
    Ok(Running { address, thread })
}

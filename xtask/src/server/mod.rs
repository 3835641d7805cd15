//! A small server for the static site: on this machine only, for looking at it
//! and for the tests. It sends what a good host would send (`docs/hosting.md`).

mod answer;
mod files;
mod media;
mod paths;

use std::io::{self, Cursor, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::Path;
use std::sync::Arc;
use std::thread::{self, JoinHandle};

use socket2::Socket;
use tiny_http::{Header, Request, Response, Server, StatusCode};

use crate::failure::Failure;
use answer::{Answer, Asked, Site};
pub use files::compressed;

const THREADS: usize = 4;

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
    threads: Vec<JoinHandle<()>>,
}

impl Running {
    /// Serves until the process is ended.
    pub fn wait(self) {
        for thread in self.threads {
            // A thread that panicked has said so; the others go on.
            let _ = thread.join();
        }
    }
}

/// Takes the port, so that a taken one is told before anything is built.
pub fn listen(port: u16) -> Result<TcpListener, Failure> {
    bind(port).map_err(|error| {
        let cause = match error.kind() {
            ErrorKind::AddrInUse => format!("port {port} is taken by another program"),
            _ => format!("port {port}: {error}"),
        };
        let remedy = "give another one with --port; with --port 0 a free one is found";
        Failure::new("listen on 127.0.0.1", cause, remedy)
    })
}

fn bind(port: u16) -> io::Result<TcpListener> {
    let listener = Socket::from(TcpListener::bind((Ipv4Addr::LOCALHOST, port))?);
    // Connections inherit it. Without it the end of an answer waits for the
    // other side's delayed acknowledgement: 40 ms that would be measured too.
    listener.set_tcp_nodelay(true)?;
    Ok(listener.into())
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
    let server =
        Server::from_listener(listener, None).map_err(|error| failed(error.to_string()))?;
    let warming = {
        let site = Arc::clone(&site);
        thread::spawn(move || site.compress_all())
    };
    if compress == Compress::First {
        let _ = warming.join();
    }
    let address = format!("http://{}:{port}{}", Ipv4Addr::LOCALHOST, site.base());
    let server = Arc::new(server);
    let threads = (0..THREADS)
        .map(|_| {
            let (server, site) = (Arc::clone(&server), Arc::clone(&site));
            thread::spawn(move || work(&server, &site))
        })
        .collect();
    Ok(Running { address, threads })
}

fn work(server: &Server, site: &Site) {
    while let Ok(request) = server.recv() {
        let answer = site.answer(&asked(&request));
        // A reader who left gets no answer; nothing else is lost.
        let _ = request.respond(response(answer));
    }
}

fn asked(request: &Request) -> Asked {
    let header = |name: &'static str| {
        let found = request
            .headers()
            .iter()
            .find(|header| header.field.equiv(name));
        found.map(|header| header.value.as_str().to_owned())
    };
    Asked {
        method: request.method().to_string(),
        target: request.url().to_owned(),
        accept_encoding: header("Accept-Encoding").unwrap_or_default(),
        if_none_match: header("If-None-Match"),
    }
}

fn response(answer: Answer) -> Response<Cursor<Arc<[u8]>>> {
    let headers = answer
        .headers
        .iter()
        .filter_map(|(name, value)| Header::from_bytes(name.as_bytes(), value.as_bytes()).ok())
        .collect();
    let length = answer.body.len();
    Response::new(
        StatusCode(answer.status),
        headers,
        Cursor::new(answer.body),
        Some(length),
        None,
    )
    // Never in chunks: tests and browsers read the length.
    .with_chunked_threshold(usize::MAX)
}

//! A server for the static site: on this machine only, for looking at it and for the
//! tests. It is npm's sirv in `xtask/server/`, started and ended here.

use std::io::{BufRead, BufReader, ErrorKind};
use std::net::{Ipv4Addr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Stdio};

use crate::failure::Failure;
use crate::process;
use crate::project::Project;

/// When files are compressed that were not asked for yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compress {
    /// While already serving: for people.
    Meanwhile,
    /// Before the first answer: for measuring.
    First,
}

/// A server that answers, until this is dropped.
pub struct Running {
    pub address: String,
    child: Child,
    /// The server ends when it is closed, also where we end without a word.
    _open: Option<ChildStdin>,
}

impl Running {
    /// Serves until the process is ended.
    pub fn wait(mut self) {
        // How it ended is nobody's question any more.
        let _ = self.child.wait();
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Where compressed files are kept.
pub fn cache(project: &Project) -> PathBuf {
    project.target().join("served")
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

/// Serves a folder below a base path (`/` unless given), at the port that was taken.
pub fn start(
    project: &Project,
    taken: TcpListener,
    folder: &Path,
    base: Option<&str>,
    compress: Compress,
) -> Result<Running, Failure> {
    let step = "start the server";
    if !folder.join("index.html").is_file() {
        let cause = format!("there is no index.html in {}", folder.display());
        return Err(Failure::new(step, cause, "name the folder of a site"));
    }
    let port = taken
        .local_addr()
        .map_err(|error| Failure::new(step, error, "try again with another --port"))?
        .port();
    drop(taken);
    let mut node = process::node(project);
    node.arg("xtask/server/serve.mjs")
        .arg(folder)
        .arg(cache(project))
        .arg(port.to_string())
        .arg(base.unwrap_or("/"))
        .arg(match compress {
            Compress::First => "first",
            Compress::Meanwhile => "later",
        })
        .stdin(Stdio::piped())
        .stdout(Stdio::piped());
    let mut child = node
        .spawn()
        .map_err(|error| process::not_started(&node, step, &error))?;
    let open = child.stdin.take();
    let address = address(&mut child).ok_or_else(|| {
        let cause = "it ended at once; what it said stands above";
        Failure::new(step, cause, "run the command again, with another --port")
    })?;
    Ok(Running {
        address,
        child,
        _open: open,
    })
}

/// What it says once it answers: `listening on http://127.0.0.1:8080/`
fn address(child: &mut Child) -> Option<String> {
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut()?)
        .read_line(&mut line)
        .ok()?;
    Some(line.trim().strip_prefix("listening on ")?.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_is_told_with_what_helps() {
        let taken = listen(0).unwrap();
        let port = taken.local_addr().unwrap().port();
        let text = listen(port).unwrap_err().to_string();
        for part in ["taken", &port.to_string(), "--port"] {
            assert!(text.contains(part), "{text}");
        }
    }

    #[test]
    fn a_folder_without_a_page_is_no_site() {
        let project = Project::open().unwrap();
        let folder = project.at("xtask");
        let result = start(&project, listen(0).unwrap(), &folder, None, Compress::First);
        assert!(result.is_err_and(|failure| failure.cause.contains("index.html")));
    }
}

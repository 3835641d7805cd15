//! Just enough of HTTP/1.1 for static files: one thread a connection, which
//! stays open, and one write an answer.
//!
//! Not a crate: the small ones share a pool of threads, in which a kept
//! connection can hold up another one, or leave the end of an answer waiting
//! for the delayed acknowledgement. Both would show up in what we measure.

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

use super::answer::{Answer, Asked, Site};

/// How long a connection may be silent.
const PATIENCE: Duration = Duration::from_secs(120);
/// What a request may weigh, its own body apart.
const HEAD: u64 = 32 * 1024;
/// A body that nobody asked for is read and dropped up to here.
const BODY: u64 = 1024 * 1024;

/// Answers until the listener fails, which it does when the process ends.
pub fn accept(listener: &TcpListener, site: &Arc<Site>) {
    for stream in listener.incoming().flatten() {
        let site = Arc::clone(site);
        // A connection that fails is the other side's to try again.
        thread::spawn(move || converse(&stream, &site));
    }
}

fn converse(stream: &TcpStream, site: &Site) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    let mut reader = BufReader::new(stream);
    loop {
        let head = match read_head(&mut reader)? {
            Head::Closed => return Ok(()),
            Head::Unreadable => return send(stream, "GET", &Answer::unreadable(), false),
            Head::Request(head) => head,
        };
        let unwanted = head.length.min(BODY);
        io::copy(&mut (&mut reader).take(unwanted), &mut io::sink())?;
        let keep = head.keep && head.length == unwanted;
        send(stream, &head.asked.method, &site.answer(&head.asked), keep)?;
        if !keep {
            return Ok(());
        }
    }
}

enum Head {
    Closed,
    Unreadable,
    Request(Request),
}

#[derive(Debug, Default)]
struct Request {
    asked: Asked,
    /// Of a body that follows.
    length: u64,
    /// Whether the connection stays open.
    keep: bool,
}

fn read_head(reader: &mut impl BufRead) -> io::Result<Head> {
    let mut limited = reader.take(HEAD);
    let mut line = String::new();
    if limited.read_line(&mut line)? == 0 {
        return Ok(Head::Closed);
    }
    let Some(mut request) = request_line(line.trim_end()) else {
        return Ok(Head::Unreadable);
    };
    loop {
        line.clear();
        if limited.read_line(&mut line)? == 0 {
            return Ok(Head::Unreadable);
        }
        match line.trim_end().split_once(':') {
            Some((name, value)) => header(&mut request, name, value.trim()),
            None if line.trim_end().is_empty() => return Ok(Head::Request(request)),
            None => return Ok(Head::Unreadable),
        }
    }
}

fn request_line(line: &str) -> Option<Request> {
    let mut words = line.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    let known = version == "HTTP/1.1" || version == "HTTP/1.0";
    if !known || words.next().is_some() {
        return None;
    }
    Some(Request {
        asked: Asked {
            method: method.to_owned(),
            target: target.to_owned(),
            ..Asked::default()
        },
        keep: version == "HTTP/1.1",
        length: 0,
    })
}

fn header(request: &mut Request, name: &str, value: &str) {
    match name.to_ascii_lowercase().as_str() {
        "accept-encoding" => value.clone_into(&mut request.asked.accept_encoding),
        "if-none-match" => request.asked.if_none_match = Some(value.to_owned()),
        "connection" if value.eq_ignore_ascii_case("close") => request.keep = false,
        "content-length" => request.length = value.parse().unwrap_or(u64::MAX),
        // Its end is not looked for.
        "transfer-encoding" => request.keep = false,
        _ => {}
    }
}

fn send(mut stream: &TcpStream, method: &str, answer: &Answer, keep: bool) -> io::Result<()> {
    let mut message = format!("HTTP/1.1 {} {}\r\n", answer.status, reason(answer.status));
    for (name, value) in &answer.headers {
        message.push_str(&format!("{name}: {value}\r\n"));
    }
    let silent = answer.status == 304;
    if !silent {
        message.push_str(&format!("Content-Length: {}\r\n", answer.body.len()));
    }
    message.push_str(if keep {
        "\r\n"
    } else {
        "Connection: close\r\n\r\n"
    });
    let mut bytes = message.into_bytes();
    if !silent && method != "HEAD" {
        bytes.extend_from_slice(&answer.body);
    }
    stream.write_all(&bytes)
}

fn reason(status: u16) -> &'static str {
    match status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        404 => "Not Found",
        405 => "Method Not Allowed",
        _ => "Bad Request",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Option<Request> {
        match read_head(&mut text.as_bytes()).unwrap() {
            Head::Request(request) => Some(request),
            Head::Closed | Head::Unreadable => None,
        }
    }

    #[test]
    fn reads_what_browsers_send() {
        let text = "GET /a?b HTTP/1.1\r\nHost: x\r\naccept-encoding: gzip, br\r\n\
                    If-None-Match: \"t\"\r\n\r\n";
        let request = read(text).unwrap();
        assert_eq!(request.asked.method, "GET");
        assert_eq!(request.asked.target, "/a?b");
        assert_eq!(request.asked.accept_encoding, "gzip, br");
        assert_eq!(request.asked.if_none_match.as_deref(), Some("\"t\""));
        assert!(request.keep);
        assert!(
            !read("GET / HTTP/1.1\r\nConnection: close\r\n\r\n")
                .unwrap()
                .keep
        );
        assert!(!read("GET / HTTP/1.0\r\n\r\n").unwrap().keep);
    }

    #[test]
    fn refuses_what_is_no_request() {
        let endless = format!("GET / HTTP/1.1\r\nX: {}\r\n\r\n", "x".repeat(40_000));
        for text in [
            "",
            "GET /\r\n\r\n",
            "GET / HTTP/2\r\n\r\n",
            "GET / HTTP/1.1\r\nno\r\n\r\n",
            "GET / HTTP/1.1\r\n",
            &endless,
        ] {
            assert!(read(text).is_none(), "{text}");
        }
    }
}

//! Runs the program as people run it.
#![allow(
    clippy::unwrap_used,
    dead_code,
    reason = "all of it is for tests, and none uses all of it"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use forankring_core::assessment::{Assessment, Name};
use forankring_core::catalogue::{Answer, Item, Kind, Scope};
use forankring_core::day::Day;
use forankring_core::link::{Disclosed, encode};
use serde_json::Value;

pub fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_forankring-cli"));
    let command = command.args(arguments).stdin(Stdio::piped());
    let command = command.stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_vec();
    let writer = std::thread::spawn(move || {
        // It may end before it has read everything.
        let _ = stdin.write_all(&input);
    });
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    output
}

pub fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

pub fn objects(output: &Output) -> Vec<Value> {
    let lines = text(&output.stdout);
    let objects = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    objects.collect()
}

/// A file of this content that is deleted at the end.
pub struct Temporary(PathBuf);

impl Temporary {
    pub fn new(name: &str, content: &[u8]) -> Temporary {
        let path = std::env::temp_dir().join(format!("forankring-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Temporary(path)
    }

    pub fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

/// An assessment with these answers, `3,dk,-,…` in the order of the instrument,
/// `-` for none.
pub fn answered(codes: &str) -> Assessment {
    let date = Day::parse_iso("2026-11-24").unwrap();
    let mut made = Assessment::blank(Kind::Municipality, Scope::Organisation, date);
    let codes = codes.split([',', '/']).map(str::trim);
    for (item, code) in Item::all().zip(codes) {
        made.entries.get_mut(item).answer = Answer::parse(code);
    }
    made
}

/// One with these names.
pub fn named(name: &str, procurement: &str) -> Assessment {
    let mut made = answered("2,3,3,3,3,3/4,5,5,5,5,5/3,4,5,4,5,4");
    made.name = Name::parse(name).unwrap();
    made.procurement = Name::parse(procurement).unwrap();
    made.scope = Scope::Procurement;
    made
}

/// Links to these, one a line.
pub fn links<'a>(assessments: impl IntoIterator<Item = &'a Assessment>) -> Vec<u8> {
    let links = assessments
        .into_iter()
        .map(|one| encode(one, &Disclosed::all()).unwrap());
    links.collect::<Vec<_>>().join("\n").into_bytes()
}

//! The program as a whole, run as people run it.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of it is a test"
)]

use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Output, Stdio};

use serde_json::Value;

const COUNTY: &str = "r1.AUEmYSnLuCnLuAYwlgBzjP2I";
const ALL_3: &str = "r1.AQAmYG22222222wAAACUQdPl";
const NAMED: &str = "r1.AQAmYG22222222wAAAAAAQPDhXMCBk55IGJydRELU2FrIDEyLzIwMjbd7gBD";
const QUICK: &str = "r1.AWEmYFAAAMgAAHwAAADNHB-d";
const TRIAL: &str = "r1.AQEmYSnLuCnLuARYv3XA";
const LOCKED: &str =
    "l1.AAknwAABAgMEBQYHCAkKCwwNDg9kZWZnaGlqa2xtbm8FKk90mb7jCC1Sd5zB5gswVXqfxOkOM1h9osfsETaYSFGx";

fn run(arguments: &[&str], input: &[u8]) -> Output {
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

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

fn objects(output: &Output) -> Vec<Value> {
    let lines = text(&output.stdout);
    let objects = lines
        .lines()
        .map(|line| serde_json::from_str(line).unwrap());
    objects.collect()
}

/// A file of this content that is deleted at the end.
struct Temporary(PathBuf);

impl Temporary {
    fn new(name: &str, content: &[u8]) -> Temporary {
        let path = std::env::temp_dir().join(format!("forankring-{}-{name}", std::process::id()));
        std::fs::write(&path, content).unwrap();
        Temporary(path)
    }

    fn name(&self) -> &str {
        self.0.to_str().unwrap()
    }
}

impl Drop for Temporary {
    fn drop(&mut self) {
        let _ = std::fs::remove_file(&self.0);
    }
}

#[test]
fn a_link_becomes_a_line_of_json() {
    let output = run(
        &["read", &format!("https://example.org/resultat/#{ALL_3}")],
        b"",
    );
    assert_eq!(output.status.code(), Some(0));
    let [one] = &objects(&output)[..] else {
        panic!()
    };
    assert_eq!(one["line"], 1);
    assert_eq!(one["link"], ALL_3);
    assert_eq!(one["kind"], "municipality");
    assert_eq!(one["scope"], "organisation");
    assert_eq!(one["variant"], "full");
    assert_eq!(one["by"], "alone");
    assert_eq!(one["date"], "2026-11-24");
    assert_eq!(one["name"], "");
    assert_eq!(one["answers"]["political.goal"], 3);
    assert_eq!(one["levels"]["executive"]["mean"], "3.0");
    assert_eq!(one["levels"]["executive"]["stage"], 3);
    assert_eq!(one["headline"]["stage"], 3);
    assert_eq!(one["headline"]["provisional"], false);
    let binding = serde_json::json!(["political", "executive", "operational"]);
    assert_eq!(one["headline"]["binding"], binding);
}

#[test]
fn no_answer_no_stage_and_no_headline_are_null() {
    let output = run(&["read", COUNTY, QUICK], b"");
    assert_eq!(output.status.code(), Some(0));
    let [county, quick] = &objects(&output)[..] else {
        panic!()
    };
    assert_eq!(county["by"], "group");
    assert_eq!(county["answers"]["political.cooperation"], "dk");
    assert_eq!(county["answers"]["executive.goal"], "na");
    assert_eq!(county["answers"]["executive.coherence"], Value::Null);
    assert_eq!(county["levels"]["operational"]["stage"], Value::Null);
    assert_eq!(county["headline"], Value::Null);
    assert_eq!(quick["line"], 2);
    assert_eq!(quick["variant"], "quick");
    assert_eq!(quick["levels"]["political"]["mean"], "3.0");
}

#[test]
fn bad_lines_are_told_and_the_rest_goes_on() {
    let cut = &COUNTY[..20];
    let mangled = format!("<a href=3D\"https://example.org/%23{NAMED}\"> og {ALL_3}.");
    let lines = [COUNTY, "", cut, TRIAL, LOCKED, "r1.", "r2.AAAA", &mangled].join("\r\n");
    let output = run(&["read"], lines.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Value> = objects(&output)
        .iter()
        .map(|one| one["line"].clone())
        .collect();
    assert_eq!(lines, [1, 8, 8]);
    assert_eq!(objects(&output)[1]["name"], "Ås");
    let told = "-:3: damaged\n-:4: older: made by a trial edition\n-:5: locked\n-:6: no data\n-:7: newer than this program\n";
    assert_eq!(text(&output.stderr), told);
}

#[test]
fn csv_is_quoted_and_no_formula() {
    // Names: =1+1 and one with a comma, quotation marks and a line break.
    let formula = include_str!("formula.txt").trim();
    let output = run(&["read", "--csv", "-"], formula.as_bytes());
    assert_eq!(output.status.code(), Some(0), "{}", text(&output.stderr));
    let table = text(&output.stdout);
    let (header, rest) = table.split_once("\r\n").unwrap();
    assert_eq!(header.split(',').count(), 10 + 18 + 6 + 4);
    assert!(header.starts_with("source,line,link,kind,"));
    assert!(header.contains(",operational.cooperation,political.mean,political.stage,"));
    assert!(rest.contains(",'=1+1,\"a,\"\"b\"\"\nc\",3,"), "{rest}");
    assert!(rest.ends_with(",3,false,3.0,political executive operational\r\n"));
}

#[test]
fn files_of_links_and_files_of_ours_are_read() {
    let list = Temporary::new("list.txt", format!("{COUNTY}\nhei\n").as_bytes());
    let file = include_bytes!("../../core/tests/golden/file-v1.json");
    let file = Temporary::new("one.JSON", file);
    let wrong = Temporary::new("wrong.json", b"{}");
    let output = run(
        &["read", list.name(), file.name(), wrong.name(), ALL_3],
        b"",
    );
    assert_eq!(output.status.code(), Some(1));
    let objects = objects(&output);
    assert_eq!(objects.len(), 3);
    assert_eq!(objects[0]["source"], list.name());
    assert_eq!(objects[1]["source"], file.name());
    assert_eq!(objects[1]["link"], Value::Null);
    assert_eq!(objects[2]["source"], "argument");
    let told = format!(
        "{}:2: damaged\n{}:1: not a file of Forankring\n",
        list.name(),
        wrong.name()
    );
    assert_eq!(text(&output.stderr), told);
}

#[test]
fn long_lines_and_bytes_that_are_no_text_are_refused_alone() {
    let mut input = vec![b'a'; 3_000_000];
    input.extend(b"\n\xff\xfe\n");
    input.extend(format!("{}#{COUNTY}\n", "b".repeat(500_000)).bytes());
    input.extend(COUNTY.bytes());
    let output = run(&["read", "-"], &input);
    assert_eq!(output.status.code(), Some(1));
    let lines: Vec<Value> = objects(&output)
        .iter()
        .map(|one| one["line"].clone())
        .collect();
    assert_eq!(lines, [3, 4]);
    assert_eq!(text(&output.stderr), "-:1: too long\n-:2: damaged\n");
}

#[test]
fn a_wrong_command_is_told_apart() {
    for arguments in [
        &[][..],
        &["raed"],
        &["read", "--yaml"],
        &["read", "--json", "--csv"],
        &["read", "-x", COUNTY],
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        assert!(text(&output.stderr).contains("usage: "));
    }
    assert_eq!(run(&["--help"], b"").status.code(), Some(0));
    assert_eq!(run(&["read", "--", "--json"], b"").status.code(), Some(1));
    assert_eq!(
        run(&["read", "/no/such/file.json"], b"").status.code(),
        Some(1)
    );
    assert_eq!(run(&["read"], b"").status.code(), Some(0));
}

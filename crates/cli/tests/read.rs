//! The program as a whole, run as people run it.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of it is a test"
)]

mod common;

use common::{Temporary, objects, run, text};
use serde_json::Value;

const COUNTY: &str = "r1.AUEmYSnLuCnLuAYwlgBzjP2I";
const ALL_3: &str = "r1.AQAmYG22222222wAAACUQdPl";
const NAMED: &str = "r1.AQAmYG22222222wAAAAAAQPDhXMCBk55IGJydRELU2FrIDEyLzIwMjbd7gBD";
const QUICK: &str = "r1.AWEmYFAAAMgAAHwAAADNHB-d";
const TRIAL: &str = "r1.AQEmYSnLuCnLuARYv3XA";
const LOCKED: &str =
    "l1.AAknwAABAgMEBQYHCAkKCwwNDg9kZWZnaGlqa2xtbm8FKk90mb7jCC1Sd5zB5gswVXqfxOkOM1h9osfsETaYSFGx";
const INVITATION: &str = "i1.ASAYYGWM3cC8Jnh3bzZx";
const ASSIGNMENT: &str = "o1.AQAAAAAAAP__AWPjTjSAAwBhGZIF";
const REPORT: &str = "t1.AQABAgMEBQoLDA0OATKdTYgABhFhMGEwYjBjMGQwZR9iZG9uZQ7ZZKc";
const REPLY: &str = "s1.ARQVdcx5tQAAAAALATKdTZNqYml01EyEmRhFPw";

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
    let told = "-:3: damaged\n-:4: older: made by a trial edition\n-:5: locked\n\
        -:6: no data\n-:7: newer than this program\n";
    assert_eq!(text(&output.stderr), told);
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
        "{}:2: no link\n{}:1: not a file of Forankring\n",
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
    assert_eq!(text(&output.stderr), "-:1: too long\n-:2: no link\n");
}

#[test]
fn what_is_wrong_with_a_command_is_said() {
    for (arguments, said) in [
        (&[][..], "no command"),
        (&["raed"], "unknown command: raed"),
        (&["--yaml"], "invalid option '--yaml'"),
        (&["read", "--yaml"], "invalid option '--yaml'"),
        (&["read", "-x", COUNTY], "invalid option '-x'"),
        (
            &["read", "--csv=nb"],
            "unexpected argument for option '--csv'",
        ),
        (
            &["read", "--json", "--csv"],
            "one of --json and --csv, not both",
        ),
        (&["read", "--locale", "en"], "--locale goes with --csv"),
        (
            &["read", "--csv", "--locale"],
            "missing argument for option '--locale'",
        ),
        (
            &["read", "--csv", "--locale", "nn"],
            "--locale takes nb or en",
        ),
    ] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(output.stdout.is_empty());
        let told = text(&output.stderr);
        assert!(told.contains(said), "{arguments:?}: {told}");
        assert!(told.contains("usage: "), "{told}");
    }
}

#[test]
fn help_and_version_are_output() {
    for arguments in [&["--help"][..], &["-h"], &["help"], &["read", "--help"]] {
        let output = run(arguments, b"");
        assert_eq!(output.status.code(), Some(0), "{arguments:?}");
        assert!(text(&output.stdout).contains("examples:"), "{arguments:?}");
    }
    let version = text(&run(&["--version"], b"").stdout);
    assert!(version.starts_with("forankring-cli 0."), "{version}");
    let help = text(&run(&["--help"], b"").stdout);
    assert!(help.lines().all(|line| line.chars().count() <= 80));
}

#[test]
fn an_argument_that_is_neither_file_nor_link_is_said_to_be_neither() {
    let neither = "no file of this name, and no link";
    for (arguments, told) in [
        (&["/no/such/file.json"][..], neither),
        (&["--", "--json"], neither),
        (&["r1.AUEm"], "damaged"),
        (&["https://example.org/resultat/#"], "no data"),
        (&["r2.AAAA"], "newer than this program"),
    ] {
        let output = run(&[&["read"], arguments].concat(), b"");
        assert_eq!(output.status.code(), Some(1), "{arguments:?}");
        assert_eq!(text(&output.stderr), format!("argument:1: {told}\n"));
    }
    assert_eq!(run(&["read"], b"").status.code(), Some(0));
}

#[test]
fn fields_that_are_not_known_are_named() {
    let file = include_str!("../../core/tests/golden/file-v1.json");
    let colours: Vec<String> = (10..23).map(|n| format!("\"colour{n}\": 1,")).collect();
    let file = file.replacen('{', &format!("{{{}", colours.concat()), 1);
    let file = Temporary::new("unknown.json", file.as_bytes());
    let output = run(&["read", file.name()], b"");
    assert_eq!(output.status.code(), Some(0));
    assert_eq!(objects(&output).len(), 1);
    let told = text(&output.stderr);
    let start = format!(
        "{}:1: read without what is not known: colour10, ",
        file.name()
    );
    assert!(told.starts_with(&start), "{told}");
    assert!(told.ends_with(", colour19 and 3 more\n"), "{told}");
}

#[test]
fn files_of_ours_are_utf_8() {
    let file = Temporary::new("latin1.json", b"{\"name\": \"\xc5s\"}");
    let output = run(&["read", file.name()], b"");
    assert_eq!(output.status.code(), Some(1));
    assert_eq!(
        text(&output.stderr),
        format!("{}:1: not UTF-8\n", file.name())
    );
}

#[test]
fn links_of_those_who_ask_others_are_named_and_hold_no_result() {
    let cut = &REPLY[..30];
    let mail = format!("Hei, her er svaret: https://example.org/spor/=\n#{REPLY}. Hilsen Kari");
    let lines = [
        INVITATION,
        REPLY,
        &format!("https://example.org/svar/#{INVITATION}"),
        &format!("https://example.org/spor/#{REPLY}"),
        cut,
        &mail.replace("=\n", ""),
        &format!("{REPLY} {REPLY} {INVITATION}"),
        "s1. Neste punkt",
    ];
    for form in ["--json", "--csv"] {
        let output = run(&["read", form], lines.join("\n").as_bytes());
        assert_eq!(output.status.code(), Some(1));
        let rows = text(&output.stdout).lines().count();
        assert_eq!(rows, usize::from(form == "--csv"), "only the header");
        let (invitation, reply) = (
            "an invitation to answer, no result",
            "a reply to an invitation, no result",
        );
        let told = [
            invitation, reply, invitation, reply, reply, reply, reply, "no link",
        ];
        let told = (1..).zip(told).map(|(n, told)| format!("-:{n}: {told}\n"));
        assert_eq!(text(&output.stderr), told.collect::<String>());
    }
    let output = run(&["read", INVITATION], b"");
    let told = "argument:1: an invitation to answer, no result\n";
    assert_eq!(text(&output.stderr), told);
}

#[test]
fn links_about_measures_are_named_and_hold_no_result() {
    let at = "https://example.org/plan/#";
    let lines = [
        ASSIGNMENT,
        REPORT,
        &format!("{at}{ASSIGNMENT}"),
        &format!("Her er rapporten: {at}{REPORT}. Hilsen Kari"),
        &REPORT[..40],
        &format!("{at}{ASSIGNMENT} {at}{REPORT}"),
        &format!("{at}{ASSIGNMENT} {at}{INVITATION}"),
        "Se dokument1.pdf og o1. og t1. i teksten",
    ];
    let output = run(&["read"], lines.join("\n").as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let (list, report) = (
        "a list of measures to report on, no result",
        "a report on measures, no result",
    );
    let invitation = "an invitation to answer, no result";
    let told = [
        list, report, list, report, report, report, invitation, "no link",
    ];
    let told = (1..).zip(told).map(|(n, told)| format!("-:{n}: {told}\n"));
    assert_eq!(text(&output.stderr), told.collect::<String>());
}

#[test]
fn what_stands_in_a_line_beside_a_result_is_read_too() {
    let at = "https://example.org/#";
    let line = format!("{at}{COUNTY} {at}{REPLY} {at}{ALL_3}");
    let output = run(&["read"], line.as_bytes());
    assert_eq!(output.status.code(), Some(1));
    let links: Vec<Value> = objects(&output)
        .iter()
        .map(|one| one["link"].clone())
        .collect();
    assert_eq!(links, [COUNTY, ALL_3]);
    assert_eq!(
        text(&output.stderr),
        "-:1: a reply to an invitation, no result\n"
    );
}

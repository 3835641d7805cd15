//! The corpus of mangled links, and texts that nobody should send.

use super::super::samples::{bare, written};
use super::super::{Disclosed, ROUNDS, encode};
use super::*;
use proptest::prelude::*;

const CORPUS: &str = include_str!("../../../tests/golden/mangled.json");

fn corpus() -> Vec<(String, String, Vec<String>)> {
    let rows: serde_json::Value = serde_json::from_str(CORPUS).unwrap();
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let row = |row: &serde_json::Value| {
        let expected = row["expected"].as_array().unwrap();
        let expected = expected.iter().map(text).collect();
        (text(&row["name"]), text(&row["mangled"]), expected)
    };
    rows["links"].as_array().unwrap().iter().map(row).collect()
}

#[test]
fn the_corpus_is_mended_or_refused() {
    let corpus = corpus();
    assert!(corpus.len() >= 70, "only {}", corpus.len());
    let mut wrong = Vec::new();
    for (name, mangled, expected) in corpus {
        let got = match find(&mangled) {
            Ok(found) => found.into_iter().map(|one| one.fragment).collect(),
            Err(problem) => vec![format!("{problem:?}")],
        };
        if got != expected {
            wrong.push(format!("{name}: {got:?}, not {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_break_may_stand_anywhere_in_a_link() {
    let breaks = [
        " ", "\n", "\r\n", "\r\n> ", "\n>> > ", "\n\t ", "=\r\n", "\u{ad}", "\u{200b}", "&shy;",
        "+", "%20", "\u{a0}", "<wbr>", "=20=\n",
    ];
    for assessment in bare(3).iter().chain(&written(2)) {
        let link = encode(assessment, &Disclosed::all()).unwrap();
        for at in 1..link.len() {
            let (before, after) = link.split_at(at);
            for one in breaks {
                let text = format!("Se https://example.org/#{before}{one}{after}\nHilsen Kari");
                let found = find(&text).map(|found| found[0].fragment.clone());
                assert_eq!(found.as_deref(), Ok(link.as_str()), "{text}");
            }
        }
    }
}

#[test]
fn every_truncation_is_refused_but_for_punctuation() {
    for assessment in bare(20).iter().chain(&written(3)) {
        let link = encode(assessment, &Disclosed::all()).unwrap();
        for at in 0..link.len() {
            let (kept, lost) = link.split_at(at);
            let cut = format!("<https://example.org/resultat/#{kept}>, hilsen");
            let given_back = lost.len() <= 2 && lost.bytes().all(|sign| b"_-".contains(&sign));
            assert_eq!(find(&cut).is_ok(), given_back, "{cut}");
        }
    }
}

/// What makes addresses clickable leaves `_` and `-` out at their end.
#[test]
fn lost_punctuation_is_given_back() {
    let mut tried = [0; 3];
    let open = bare(30_000).into_iter().chain(written(60));
    let open = open.map(|one| encode(&one, &Disclosed::all()).unwrap());
    let locked = (0..600u32).map(|number| {
        let salt = std::array::from_fn(|at| number.to_be_bytes()[at % 4]);
        Locked {
            rounds: ROUNDS,
            salt,
            nonce: [7; 12],
            sealed: vec![9; 30],
        }
        .write()
    });
    for link in open.chain(locked) {
        let kept = link.trim_end_matches(['_', '-']);
        let lost = link.len() - kept.len();
        if !(1..=2).contains(&lost) {
            continue;
        }
        for text in [
            kept.to_owned(),
            format!("https://example.org/#{kept}"),
            format!("Se https://example.org/#{kept} Hilsen Kari"),
            format!("<a href=\"https://example.org/#{kept}\">her</a>"),
            format!("Se\nhttps://example.org/#{kept}\nHilsen Kari"),
        ] {
            let found = find(&text).map(|found| found[0].fragment.clone());
            assert_eq!(found.as_deref(), Ok(link.as_str()), "{text}");
        }
        tried[lost] += 1;
        tried[0] += usize::from(link.starts_with(LOCKED_PREFIX));
    }
    let [locked, one, two] = tried;
    assert!(locked > 5 && one > 300 && two > 5, "{tried:?}");
}

#[test]
fn a_text_without_a_link_is_told_apart_from_a_damaged_one() {
    for (text, problem) in [
        (
            "Hei, her er resultatet vårt. Hilsen Kari",
            LinkProblem::NoLink,
        ),
        (
            "Se https://example.org/verktoy/ for mer.\nHilsen",
            LinkProblem::NoLink,
        ),
        (
            "Vi bruker #innkjøp og R2-D2, år1 og 1r1",
            LinkProblem::NoLink,
        ),
        ("kari@example.org", LinkProblem::NoLink),
        ("anskaffelsesstrategien", LinkProblem::NoLink),
        ("Sak 2026/1234", LinkProblem::NoLink),
        ("\u{200b}漢字", LinkProblem::NoLink),
        ("r1", LinkProblem::Damaged),
        ("https://example.org/#R1.AVEAYCN", LinkProblem::Damaged),
        ("#AUEmYSnLuCnLuAYwlgBzjP2I", LinkProblem::Damaged),
        ("YSnLuCnLuAYwlgBzjP2I", LinkProblem::Damaged),
        ("Se #r1.AUEmYSnLuCnLu", LinkProblem::Damaged),
        ("", LinkProblem::NoData),
        ("\u{200b} \n", LinkProblem::NoData),
        ("https://example.org/verktoy/", LinkProblem::NoData),
    ] {
        assert_eq!(find(text).err(), Some(problem), "{text}");
    }
}

#[test]
fn dashes_of_both_lengths_are_told_apart() {
    let mut tried = 0;
    for assessment in bare(3000) {
        let link = encode(&assessment, &Disclosed::all()).unwrap();
        let hyphens = link.matches('-').count();
        if hyphens == 0 {
            continue;
        }
        let long = link.replace("--", "\u{2014}").replace('-', "\u{2013}");
        let short = link.replace('-', "\u{2014}");
        for text in [long, short] {
            let found = find(&text).map(|found| found[0].fragment.clone());
            assert_eq!(found.as_deref(), Ok(link.as_str()), "{text}");
            tried += 1;
        }
    }
    assert!(tried > 500);
}

/// Texts of 64 KiB that make the most work. Run with optimisation to measure:
/// `cargo test --profile cli -p forankring-core hostile -- --nocapture`.
#[test]
fn hostile_texts_take_bounded_work() {
    let link = encode(&written(1)[0], &Disclosed::all()).unwrap();
    let dashes = format!("r1.{}\u{2014}", "A\u{2014}".repeat(3));
    let random: String = (0..65_536u32)
        .map(|at| {
            char::from((at.wrapping_mul(at).wrapping_mul(2_654_435_761) >> 24) as u8 % 95 + b' ')
        })
        .collect();
    let parts = [
        "r",
        "r1",
        "r1.",
        "r1.A",
        "r1.A ",
        "r 1 . A",
        "r1.AAAAAAAAAAAAAAAAAAAAAAAA ",
        "#r2.A",
        "A ",
        "A\n> ",
        "%25",
        "%252523r1.",
        "&#35;",
        "&amp;amp;",
        "=3D",
        "=\n",
        "\\_",
        "\u{ad}",
        "\u{2014}",
        "/v2/url?u=",
        "urldefense/v2/url?u=-2D_",
        "-",
        "_",
        "l1.A_-",
        &dashes,
        &link,
        &random,
    ];
    let mut slowest = (std::time::Duration::ZERO, "");
    for start in ["", "r1.", "r1.A\u{2014}A\u{2014}A\u{2014}A\u{2014}"] {
        for part in parts {
            let mut text = start.to_owned() + &part.repeat(65_536 / part.len());
            text.truncate(
                (0..=65_536)
                    .rev()
                    .find(|at| text.is_char_boundary(*at))
                    .unwrap_or(0),
            );
            let begin = std::time::Instant::now();
            let _ = find(&text);
            slowest = slowest.max((begin.elapsed(), part));
        }
    }
    let (time, part) = slowest;
    println!(
        "slowest: {time:?} for {:?}",
        part.chars().take(40).collect::<String>()
    );
    assert!(time.as_secs() < 5);
}

/// Pieces of links and of what is done to them.
const PIECES: &str =
    "([rl#]1?\\.?|[%=&-][0-9a-f]{0,2};?|[ \n>_]|/v2/url\\?u=|urldefense|\\PC){0,40}";

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(2000)
    })]

    #[test]
    fn no_text_makes_it_panic(text in PIECES) {
        prop_assert!(find(&text).is_err());
    }

    #[test]
    fn a_link_is_found_in_any_text(
        before in "\\PC{0,40}",
        after in "\\PC{0,40}",
        which in 0..20usize,
    ) {
        let link = encode(&bare(20)[which], &Disclosed::all()).unwrap();
        let text = format!("{before} #{link} {after}");
        let found = find(&text).unwrap();
        prop_assert_eq!(&found[0].fragment, &link);
    }
}

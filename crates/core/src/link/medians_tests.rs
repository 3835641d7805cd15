//! Medians in result links: the tables of docs/link-format.md, the golden links, and what is
//! never told.

use proptest::prelude::*;
use serde_json::Value;

use super::samples::{bare, described, written};
use super::spec_tests::{put, rows};
use super::wrapping::{unwrapped, wrapped};
use super::*;
use crate::assessment::{Action, Medians};
use crate::catalogue::{Answer, Item, Variant};
use crate::day::Day;
use crate::scoring::score;

const GOLDEN: &str = include_str!("../../tests/golden/medians.json");

/// The assessment with these medians, and their whole steps among its answers.
fn counted(mut one: Assessment, medians: &str) -> Assessment {
    let medians = Medians::parse(medians).unwrap();
    for item in Item::all() {
        if let Some(told) = medians.answer(item) {
            one.entries.get_mut(item).answer = told.map(Answer::whole);
        }
    }
    medians.keep_in(&mut one.parts);
    one
}

#[test]
fn the_vectors_with_medians_hold() {
    let about = [
        "municipality",
        "organisation",
        "full",
        "alone",
        "2026-11-24",
    ];
    let vectors = rows::<5>();
    assert_eq!(vectors.len(), 4);
    for [link, form, levels @ ..] in vectors {
        let bare = described(about, &"3 ".repeat(18), "- - -", "- - - - -");
        let levels = levels.map(|level| level.trim_start_matches('-'));
        let expected = counted(bare, &levels.join(";"));
        assert_eq!(decode(link), Ok(expected.clone()), "{link}");
        if form == "0" {
            let written = encode(&expected, &Disclosed::default());
            assert_eq!(written.as_deref(), Ok(link));
        }
    }
}

#[test]
fn golden_links_with_medians_show_for_ever_what_they_showed() {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    let rows = golden["links"].as_array().unwrap();
    assert!(rows.len() >= 24);
    for row in rows {
        let text = |name: &str| row[name].as_str().unwrap();
        let link = text("link");
        let read = decode(link).unwrap_or_else(|problem| panic!("{problem:?}: {link}"));
        let medians = Medians::of(&read.parts);
        assert_eq!(medians.write(), text("medians"), "{link}");
        assert_eq!(read.variant.id(), text("variant"));
        assert_eq!(read.kind.id(), text("kind"));
        assert_eq!(read.scope.id(), text("scope"));
        assert_eq!(read.date.iso(), text("date"));
        let answers = read.answers();
        let letter = |item| match answers.get(item) {
            None => "-".to_owned(),
            Some(Answer::Between(step)) => char::from(b'`' + step.number()).to_string(),
            Some(Answer::DontKnow) => "k".to_owned(),
            Some(Answer::NotApplicable) => "n".to_owned(),
            Some(Answer::Rated(step)) => step.number().to_string(),
        };
        let shown: Vec<String> = Item::all().map(letter).collect();
        assert_eq!(shown.join(" "), text("counted"), "{link}");
        let outcome = score(&answers);
        let levels = outcome.levels.iter();
        let stages: Vec<Option<u8>> = levels
            .map(|(_, level)| level.stage().map(|stage| stage.number()))
            .collect();
        assert_eq!(serde_json::json!(stages), row["stages"], "{link}");
        let headline = outcome.headline.map(|headline| headline.stage.number());
        assert_eq!(serde_json::json!(headline), row["headline"], "{link}");
        let mut expected = Assessment::blank(read.kind, read.scope, read.date);
        expected.variant = read.variant;
        for item in Item::all() {
            let answer = answers.get(item).map(Answer::whole);
            expected.entries.get_mut(item).answer = answer;
        }
        for (number, text) in row["texts"].as_object().unwrap() {
            put(
                &mut expected,
                number.parse().unwrap(),
                text.as_str().unwrap(),
            );
        }
        medians.keep_in(&mut expected.parts);
        assert_eq!(read, expected, "{link}");
    }
}

/// Medians of any levels, at least one of them.
fn any_medians() -> impl Strategy<Value = Medians> {
    let level = || prop_oneof![1 => Just(String::new()), 3 => "[1-9][0-9]{0,3}:[1-5a-dkn-]{6}"];
    let levels = (level(), level(), level());
    let levels = levels.prop_map(|(one, two, three)| format!("{one};{two};{three}"));
    levels.prop_filter_map("none", |text| Medians::parse(&text))
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(200)
    })]

    #[test]
    fn any_medians_come_back_and_nothing_entered_beside_them(
        medians in any_medians(),
        at in 0..40_usize,
        told in 0..32_usize,
    ) {
        let mut own = written(40).remove(at);
        medians.keep_in(&mut own.parts);
        let parts = Part::ALL.into_iter().enumerate();
        let disclosed = parts
            .filter(|(place, _)| told >> place & 1 == 1)
            .fold(Disclosed::default(), |all, (_, part)| all.with(part));
        let link = encode(&own, &disclosed).unwrap();
        let read = decode(&link).unwrap();
        prop_assert_eq!(&read, &disclosed.of(&own));
        prop_assert_eq!(&read, &Disclosed::all().of(&read));
        prop_assert_eq!(read.answers(), own.answers());
        prop_assert_eq!(Medians::of(&read.parts), medians.asked_by(own.variant));
        // Whatever was entered for a level that others answered, the link is the same.
        let mut other = own.clone();
        for item in Item::all().filter(|item| medians.answer(*item).is_some()) {
            let entry = other.entries.get_mut(item);
            entry.answer = Answer::parse("1");
        }
        prop_assert_eq!(encode(&other, &disclosed), Ok(link));
    }

    #[test]
    fn any_text_for_medians_is_read_or_refused(text in "[0-9a-z:;-]{0,30}|\\PC{1,12}") {
        let own = bare(1).remove(0);
        let payload = [&figures::write(&own)[..], &[0, 72, text.len() as u8], text.as_bytes()];
        if let Ok(read) = decode(&wrapped(PREFIX, payload.concat())) {
            prop_assert_eq!(Medians::of(&read.parts).write(), text);
        }
    }
}

#[test]
fn medians_go_along_and_what_was_entered_beside_them_does_not() {
    let mut own = bare(1).remove(0);
    own.variant = Variant::Full;
    for item in Item::all() {
        let five = Action::AnswerChosen(item, Answer::parse("5").unwrap());
        own.take_in(&five, Day::from_number(9_900));
    }
    let medians = Medians::parse("4:1a2b3k;;7:dd54nn").unwrap();
    medians.keep_in(&mut own.parts);
    let link = encode(&own, &Disclosed::default()).unwrap();
    let told = decode(&link).unwrap();
    assert_eq!(Medians::of(&told.parts), medians);
    assert_eq!(told.answers(), own.answers());
    // Floors stand in the bits, so that what is told is not what was entered.
    let first = told.entries.get(Item::all().nth(1).unwrap()).answer;
    assert_eq!(first, Answer::parse("1"));
    // Said again it is the same link; and the reader fetches what reads it.
    assert_eq!(encode(&told, &Disclosed::default()), Ok(link.clone()));
    assert_eq!(read(&link), Err(LinkProblem::Packed));
}

#[test]
fn medians_that_contradict_the_answers_are_damage() {
    let mut own = bare(1).remove(0);
    Medians::parse("4:123455;;")
        .unwrap()
        .keep_in(&mut own.parts);
    let link = encode(&own, &Disclosed::default()).unwrap();
    let payload = unwrapped("r1.", &link).unwrap();
    let text = String::from_utf8_lossy(&payload).into_owned();
    assert!(text.contains("4:123455;;"), "it stands as it is");
    let with = |told: &str| {
        let at = payload.len() - told.len();
        let changed = [&payload[..at], told.as_bytes()].concat();
        decode(&wrapped("r1.", changed))
    };
    assert!(with("4:123455;;").is_ok());
    assert!(with("4:a23455;;").is_ok());
    for told in [
        "4:223455;;",
        "4:12345n;;",
        "0:123455;;",
        "4:12345e;;",
        ";4:123455;",
    ] {
        assert_eq!(with(told), Err(LinkProblem::Damaged), "{told}");
    }
}

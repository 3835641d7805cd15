//! The objects of JSON: what follows from the answers, as in the file format.
#![allow(
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "all of it is a test"
)]

mod common;

use common::{answered, links, named, objects, run};
use forankring_core::assessment::Assessment;
use forankring_core::file::{Document, write};
use proptest::prelude::*;
use serde_json::{Value, json};

/// What the file format says of the same assessment, under `result`.
fn in_a_file(assessment: &Assessment) -> Value {
    let document = Document {
        id: None,
        saved: None,
        assessment: assessment.clone(),
        replies: forankring_core::panel::Replies::default(),
    };
    let file: Value = serde_json::from_str(&write(&document)).unwrap();
    file["result"].clone()
}

/// Takes away what a line has beyond the file format: `firm`, and the level of
/// each move, which must be right.
fn as_in_a_file(mut line: Value) -> Value {
    if let Value::Object(headline) = &mut line["headline"] {
        let firm = headline.remove("firm").unwrap();
        assert_eq!(firm, headline["sensitive"] == json!([]));
        for rise in headline["moves"].as_array_mut().unwrap() {
            let level = rise.as_object_mut().unwrap().remove("level").unwrap();
            let item = rise["item"].as_str().unwrap();
            assert_eq!(level, item.split('.').next().unwrap());
        }
    }
    json!({ "levels": line["levels"], "headline": line["headline"] })
}

/// The fifth worked example of the scoring: a don't know, a range, two levels
/// that bind.
#[test]
fn range_sensitivity_pattern_and_moves_are_told() {
    let given = answered("3,3,3,dk,3,3 / 4,4,4,4,4,4 / 3,3,3,3,3,3");
    let output = run(&["read"], &links([&given]));
    let [line] = &objects(&output)[..] else {
        panic!()
    };
    let headline = &line["headline"];
    assert_eq!(headline["stage"], 3);
    assert_eq!(headline["mean"], "3.3");
    assert_eq!(headline["binding"], json!(["political", "operational"]));
    assert_eq!(headline["range"], json!([2, 3]));
    assert_eq!(headline["sensitive"].as_array().unwrap().len(), 11);
    assert_eq!(headline["firm"], false);
    assert_eq!(headline["pattern"], "anchored");
    let first = json!({ "level": "political", "item": "political.goal", "from": 3, "to": 4 });
    assert_eq!(headline["moves"][0], first);
    assert_eq!(headline["moves"].as_array().unwrap().len(), 5 + 6);
    assert_eq!(line["levels"]["political"]["dontKnow"], 1);
}

#[test]
fn a_firm_result_says_so() {
    let given = answered("4,4,4,3,4,4 / 4,4,3,4,4,4 / 2,1,2,2,1,2");
    let output = run(&["read"], &links([&given]));
    let headline = &objects(&output)[0]["headline"];
    assert_eq!(headline["firm"], true);
    assert_eq!(headline["sensitive"], json!([]));
    assert_eq!(headline["pattern"], "unrealised");
}

fn any_answers() -> impl Strategy<Value = String> {
    let code = prop::sample::select(vec!["1", "2", "3", "3", "4", "4", "5", "dk", "na", "-"]);
    prop::collection::vec(code, 18).prop_map(|codes| codes.join(","))
}

/// What can be shown, and what JSON has to escape.
const ANY_NAME: &str = "\\PC{0,30}|[\"\\\\\n\t/<ÅÆ]{0,9}";

proptest! {
    #![proptest_config(ProptestConfig::with_cases(8))]

    /// So that the two formats never drift apart, whatever the answers.
    #[test]
    fn a_line_says_what_a_file_says(many in prop::collection::vec(any_answers(), 100)) {
        let given: Vec<Assessment> = many.iter().map(|codes| answered(codes)).collect();
        let lines = objects(&run(&["read"], &links(&given)));
        prop_assert_eq!(lines.len(), given.len());
        for (line, given) in lines.into_iter().zip(&given) {
            prop_assert_eq!(as_in_a_file(line), in_a_file(given));
        }
    }

    /// Every name that can be kept comes out as it went in.
    #[test]
    fn names_are_as_they_were(names in prop::collection::vec(ANY_NAME, 50)) {
        let given: Vec<Assessment> = names.iter().map(|name| named(name, "")).collect();
        let lines = objects(&run(&["read"], &links(&given)));
        let told: Vec<&str> = lines.iter().filter_map(|line| line["name"].as_str()).collect();
        prop_assert_eq!(told, names);
    }
}

//! Every link of tests/golden/links.json opens, and shows what it always did.

use serde_json::Value;

use super::locked_tests::unlock;
use super::samples::described;
use super::spec_tests::{measure, measures, put};
use super::*;
use crate::assessment::{Note, Parts};
use crate::plan::Field;
use crate::scoring::score;

const GOLDEN: &str = include_str!("../../tests/golden/links.json");

fn rows() -> Vec<Value> {
    let golden: Value = serde_json::from_str(GOLDEN).unwrap();
    golden["links"].as_array().unwrap().clone()
}

fn text<'a>(row: &'a Value, name: &str) -> &'a str {
    row[name].as_str().unwrap()
}

fn expected(row: &Value) -> Assessment {
    let about = ["kind", "scope", "variant", "by", "date"].map(|name| text(row, name));
    let [answers, targets, checklist] =
        ["answers", "targets", "checklist"].map(|name| text(row, name));
    let mut expected = described(about, answers, targets, checklist);
    for (number, note) in row["texts"].as_object().unwrap() {
        put(
            &mut expected,
            number.parse().unwrap(),
            note.as_str().unwrap(),
        );
    }
    expected
}

/// The measures of a row, each as its fields.
fn plan(row: &Value) -> Vec<Vec<(Field, Note)>> {
    let plan = row["plan"].as_array().into_iter().flatten();
    plan.map(|one| measure(one.as_str().unwrap())).collect()
}

#[test]
fn golden_links_open_for_ever() {
    let rows = rows();
    assert!(rows.len() >= 30, "only {}", rows.len());
    for row in rows {
        let link = text(&row, "link");
        let read = match row["passphrase"].as_str() {
            None => decode(link),
            Some(typed) => {
                let locked = Locked::parse(link).unwrap();
                assert_eq!(locked.write(), link);
                Locked::opened(&unlock(&locked, typed).unwrap())
            }
        };
        let read = read.unwrap_or_else(|problem| panic!("{problem:?}: {link}"));
        assert_eq!(measures(&read), plan(&row), "{link}");
        let without = Assessment {
            parts: Parts::default(),
            ..read.clone()
        };
        assert_eq!(without, expected(&row), "{link}");
        let outcome = score(&read.answers());
        let stages: Vec<Option<u64>> = outcome
            .levels
            .iter()
            .map(|(_, level)| level.stage().map(|stage| stage.number().into()))
            .collect();
        assert_eq!(serde_json::json!(stages), row["stages"], "{link}");
        let headline = outcome.headline.map(|headline| headline.stage.number());
        assert_eq!(serde_json::json!(headline), row["headline"], "{link}");
    }
}

#[test]
fn golden_links_are_written_as_they_were() {
    for row in rows() {
        let link = text(&row, "link");
        // Another compressor may write another stream; form 0 is one text only.
        let short = link.len() == 27 || row["what"] == "names and notes, as they stand";
        if link.starts_with(PREFIX) && short {
            let written = encode(&expected(&row), &Disclosed::all()).unwrap();
            assert!(written == link || written.len() < link.len(), "{link}");
        }
    }
}

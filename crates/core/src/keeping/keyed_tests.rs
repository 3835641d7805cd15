//! Parts with keys: deeds, going back, several tabs.

use super::tests::{blank, change, says};
use super::*;
use crate::assessment::{Key, Note};

fn part(row: char, field: &str, text: &str) -> Action {
    let row: String = std::iter::repeat_n(row, 16).collect();
    let key = Key::parse(&format!("plan/{row}/{field}")).unwrap();
    Action::PartWritten(key, Note::parse(text).unwrap())
}

#[test]
fn what_was_done_in_one_go_is_one_state() {
    let stored = Kept::new(blank(), 0);
    let deed: Vec<Change> = ["text", "status", "deadline"]
        .into_iter()
        .enumerate()
        .map(|(n, field)| Change {
            joined: n > 0,
            ..change(part('a', field, "x"), 10, 1)
        })
        .collect();
    let found = stored.commit(&deed, 10);
    assert_eq!(found.earlier.len(), 1);
    assert_eq!(found.kept.assessment.parts.keys().count(), 3);
    // Another tab's change is not hidden by being one deed with something.
    let unseen = Change {
        joined: true,
        ..change(part('a', "text", "y"), 20, 1)
    };
    let found = found
        .kept
        .commit(&[change(part('b', "text", "z"), 20, 1), unseen], 20);
    assert!(
        found
            .earlier
            .iter()
            .any(|state| says(&state.assessment, &part('a', "text", "x")))
    );
}

#[test]
fn going_back_counts_as_a_change_of_every_part_also_of_those_with_keys() {
    let ms = 1000;
    let stored = Kept::new(blank(), 0)
        .commit(&[change(part('a', "text", "x"), 10, 1)], 10)
        .kept;
    let back = stored.restore(blank(), ms).kept;
    assert!(back.assessment.parts.is_empty());
    // A tab that has not seen it writes what it did before: it is overruled, and kept.
    let found = back.commit(&[change(part('a', "text", "late"), 500, 2)], ms + 1);
    assert!(found.kept.assessment.parts.is_empty());
    assert!(
        found
            .earlier
            .iter()
            .any(|state| says(&state.assessment, &part('a', "text", "late")))
    );
    // The record says what it holds, and an older version says that it is newer.
    let fields = Fields::of(&found.kept, &crate::address::Id::from_bytes([1; 10]));
    assert_eq!(fields.schema, Some(SCHEMA));
    assert_eq!(fields.read(crate::json::parse), Ok(found.kept));
}

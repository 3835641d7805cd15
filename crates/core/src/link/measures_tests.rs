//! Plans in links: what is told comes back, and what nobody wrote is refused.

use proptest::prelude::*;

use super::tests::with_sum;
use super::*;
use crate::address::Id;
use crate::assessment::{Assessment, Note, Parts};
use crate::plan::{Field, Gone, Plan, removing};

const FIGURES: [u8; 14] = [1, 0, 0x26, 0x62, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];

/// A link whose only field is this text under the number of the plan.
fn with_plan(text: &[u8]) -> Result<Assessment, LinkProblem> {
    let mut payload = FIGURES.to_vec();
    payload.extend([0, 71]);
    let mut length = text.len();
    while length > 0x7f {
        payload.push(length as u8 | 0x80);
        length >>= 7;
    }
    payload.push(length as u8);
    payload.extend(text);
    decode(&with_sum(&payload))
}

fn id(number: u8) -> Id {
    Id::from_bytes([number; 10])
}

fn set(parts: &mut Parts, row: u8, field: Field, text: &str) {
    parts.set(&field.key(&id(row)).unwrap(), Note::parse(text).unwrap());
}

/// An assessment with a measure in every field, and one that was taken away.
fn planned() -> Assessment {
    let mut assessment = decode(&with_sum(&FIGURES)).unwrap();
    let parts = &mut assessment.parts;
    for (field, text) in [
        (Field::Aim, "political.goal:2:3"),
        (Field::Goal, "Nye veier inn"),
        (Field::Text, "Legg fram sak.\nSpør «markedet» 🧭"),
        (Field::Responsible, "Innkjøpssjef"),
        (Field::Contact, "Ordfører"),
        (Field::Agreement, "Kommunedirektøren"),
        (Field::Means, "200 000 kr"),
        (Field::Effort, "small"),
        (Field::Start, "2026-12-01"),
        (Field::Deadline, "2027-06-30"),
        (Field::Status, "dropped"),
        (Field::Reason, "Ventet"),
        (Field::Log, "3.12.2026: I gang"),
    ] {
        set(parts, 1, field, text);
    }
    set(parts, 2, Field::Text, "Tatt bort");
    let gone = removing(parts, &id(2)).unwrap();
    let assessment = crate::plan::tests::with(assessment, &[gone]);
    assert_eq!(
        Plan::of(&assessment.parts).get(&id(2)).unwrap().gone,
        Gone::Yes
    );
    assessment
}

fn told(disclosed: Disclosed) -> Assessment {
    let link = encode(&planned(), &disclosed).unwrap();
    let read = decode(&link).unwrap();
    assert_eq!(read, disclosed.of(&planned()), "{link}");
    read
}

fn fields(read: &Assessment) -> Vec<String> {
    let keys = read.parts.keys();
    keys.map(|key| key.field().to_owned()).collect()
}

#[test]
fn a_plan_is_told_only_when_it_is_asked_for() {
    let none = Disclosed::default();
    assert!(told(none).parts.is_empty());
    // Who answers for measures is told of no plan that is not.
    assert!(told(none.with(Part::People)).parts.is_empty());
    let without = told(none.with(Part::Plan));
    let told_fields = "aim deadline effort goal means reason start status text";
    assert_eq!(fields(&without).join(" "), told_fields);
    let both = told(none.with(Part::Plan).with(Part::People));
    assert_eq!(both.parts.all().len(), 13);
    let plan = Plan::of(&both.parts);
    let [measure] = plan.measures.as_slice() else {
        panic!("{plan:?}");
    };
    assert_eq!(measure.responsible.as_str(), "Innkjøpssjef");
    assert_ne!(measure.id, id(1), "the id of the record is not told");
}

#[test]
fn a_link_without_a_plan_is_as_it_was() {
    let mut assessment = planned();
    let all = Disclosed::all();
    let with = encode(&assessment, &all).unwrap();
    assessment.parts = Parts::default();
    let without = encode(&assessment, &all).unwrap();
    assert_eq!(without.len(), 27);
    assert!(with.len() > 100 && with.len() < 420, "{}", with.len());
}

#[test]
fn what_was_never_written_is_refused() {
    use LinkProblem::{Damaged, Newer};
    let long = [b"c", &[b'x'; 2001][..]].concat();
    let many = [&b"cx\x1e".repeat(300)[..], b"cx"].concat();
    let cases: [(&[u8], LinkProblem); 21] = [
        (b"", Damaged),
        (b"c", Damaged),
        (b"\x1e", Damaged),
        (b"cx\x1e", Damaged),
        (b"\x1ecx", Damaged),
        (b"cx\x1f", Damaged),
        (b"cx\x1fcy", Damaged),
        (b"cx\x1fbGoal", Damaged),
        (b"Cx", Damaged),
        (b"\xc3\xa6x", Damaged),
        (b"cx\x07", Damaged),
        (b"cx\ry", Damaged),
        (b"knotstarted", Damaged),
        (b"kunderway\x1flx", Damaged),
        (b"lx", Damaged),
        (&long, Damaged),
        (&many, Damaged),
        (b"nx", Newer),
        (b"cx\x1fkpaused", Newer),
        (b"apolitical.goal:3:2", Newer),
        (b"j2026-02-30", Newer),
    ];
    for (text, problem) in cases {
        assert_eq!(with_plan(text), Err(problem), "{text:02x?}");
    }
    assert!(with_plan(&many[..many.len() - 3]).is_ok());
    let read = with_plan(b"apolitical.goal:2:3\x1fccx\x1e").map(|_| ());
    assert_eq!(read, Err(Damaged));
    let read = with_plan(b"apolitical.goal:2:3\x1fcccx\x1ecy").unwrap();
    let texts: Vec<String> = Plan::of(&read.parts)
        .measures
        .iter()
        .map(|one| one.text.as_str().to_owned())
        .collect();
    assert_eq!(texts.len(), 2);
    assert!(texts.contains(&"ccx".to_owned()), "{texts:?}");
}

#[test]
fn more_measures_than_a_link_holds_are_not_cut() {
    let mut assessment = decode(&with_sum(&FIGURES)).unwrap();
    for number in 0..=300_u16 {
        let [high, low] = number.to_be_bytes();
        let row = Id::from_bytes([high, low, 0, 0, 0, 0, 0, 0, 0, 0]);
        let key = Field::Text.key(&row).unwrap();
        assessment.parts.set(&key, Note::parse("Ring").unwrap());
        let written = encode(&assessment, &Disclosed::all());
        assert_eq!(written.is_ok(), number < 300, "{number}");
    }
    assert!(encode(&assessment, &Disclosed::default()).is_ok());
}

fn texts() -> impl Strategy<Value = Vec<(u8, usize, String)>> {
    let text = prop_oneof![
        "\\PC{0,12}",
        "[a-c\u{202e}🧭\n\t]{1,6}",
        Just("2027-01-31".to_owned())
    ];
    prop::collection::vec((1..6_u8, 0..13_usize, text), 0..40)
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(400)
    })]

    #[test]
    fn any_plan_comes_back(texts in texts(), asked in 0..4_u8) {
        let mut assessment = decode(&with_sum(&FIGURES)).unwrap();
        for (row, field, text) in texts {
            let field = Field::ALL[field];
            if field.holds(&text) && let Ok(note) = Note::parse(&text) {
                assessment.parts.set(&field.key(&id(row)).unwrap(), note);
            }
        }
        let mut disclosed = Disclosed::default();
        for (bit, part) in [(1, Part::Plan), (2, Part::People)] {
            if asked & bit != 0 {
                disclosed = disclosed.with(part);
            }
        }
        let link = encode(&assessment, &disclosed).unwrap();
        let read = decode(&link).unwrap();
        prop_assert_eq!(&read, &disclosed.of(&assessment));
        // What was read is written as it was.
        prop_assert_eq!(encode(&read, &Disclosed::all()).unwrap(), link);
    }

    #[test]
    fn no_text_makes_it_panic(text in "[a-n\u{1e}\u{1f}æ:0-9\n]{0,60}") {
        if let Ok(read) = with_plan(text.as_bytes()) {
            let again = encode(&read, &Disclosed::all()).unwrap();
            prop_assert_eq!(decode(&again), Ok(read));
        }
    }
}

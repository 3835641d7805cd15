//! Cells as people write them.

use super::values::{self, CellProblem};
use crate::assessment::Note;
use crate::catalogue::{Item, Kind, Level, Step, Theme};
use crate::plan::tests::{step, today};
use crate::plan::{Aim, Field};
use crate::texts::{Lang, Texts, key};

fn note(text: &str) -> Note {
    Note::parse(text).unwrap()
}

#[test]
fn days_are_read_where_they_are_certain() {
    let year_of = |text: &str| values::value(Field::Deadline, text, today());
    for (text, iso) in [
        ("2026-10-01", "2026-10-01"),
        ("2026-10-01 00:00:00", "2026-10-01"),
        ("2026/10/01", "2026-10-01"),
        ("01.10.2026", "2026-10-01"),
        ("1.10.26", "2026-10-01"),
        ("1.10-26", "2026-10-01"),
        (" 1. oktober 2026 ", "2026-10-01"),
        ("1. okt. 2026", "2026-10-01"),
        ("1 October 2026", "2026-10-01"),
        ("17. mai 2027", "2027-05-17"),
        ("5 Mar 2027", "2027-03-05"),
        ("31/12/2026", "2026-12-31"),
        ("3/3/2027", "2027-03-03"),
        ("", ""),
    ] {
        assert_eq!(year_of(text), Ok(note(iso)), "{text}");
    }
    for text in [
        "46296",
        "oktober 2026",
        "okt. 26",
        "1/2/2027",
        "31.2.2027",
        "snart",
        "Q2 2027",
        "uke 12",
        "1.10",
        "2026",
        "1.10.026",
        "1.13.2027",
        "12:00",
        "-1.-2.-3",
        "１.1０.2026",
        "1.1.2026 12:30",
    ] {
        assert_eq!(year_of(text), Err(CellProblem::NoDay), "{text}");
    }
    for text in ["1.1.1902", "1.1.2099", "01.01.0002"] {
        assert_eq!(year_of(text), Err(CellProblem::FarOff), "{text}");
    }
}

#[test]
fn words_for_status_and_work_are_ours_and_those_of_others() {
    let read = |field, text: &str| {
        let found = values::value(field, text, today()).map(|note| note.as_str().to_owned());
        found.unwrap_or_else(|problem| format!("{problem:?}"))
    };
    for lang in Lang::ALL {
        let texts = Texts::builtin(lang);
        for (field, key, id) in [
            (Field::Status, key::PLAN_STATUS_NOT_STARTED, "notstarted"),
            (Field::Status, key::PLAN_STATUS_UNDER_WAY, "underway"),
            (Field::Status, key::PLAN_STATUS_DONE, "done"),
            (Field::Status, key::PLAN_STATUS_DROPPED, "dropped"),
            (Field::Effort, key::PLAN_EFFORT_SMALL, "small"),
            (Field::Effort, key::PLAN_EFFORT_MEDIUM, "medium"),
            (Field::Effort, key::PLAN_EFFORT_LARGE, "large"),
        ] {
            assert_eq!(read(field, texts.get(key)), id);
        }
    }
    for (field, text, id) in [
        (Field::Status, "FERDIG", "done"),
        (Field::Status, "Pågår.", "underway"),
        (Field::Status, "ikke startet", "notstarted"),
        (Field::Status, "Utgår", "dropped"),
        (Field::Status, "50 %", "NoStatus"),
        (Field::Effort, "Høy", "large"),
        (Field::Effort, "3", "NoEffort"),
    ] {
        assert_eq!(read(field, text), id, "{text}");
    }
    let long = "å".repeat(Note::LIMIT + 7);
    assert_eq!(read(Field::Log, &long), "Long(7)");
}

/// As the app writes it.
fn sub_goal(texts: Texts, kind: Kind, aim: Aim) -> String {
    let item = aim.item();
    let theme = match item.theme {
        Theme::Goal => key::THEME_GOAL,
        Theme::Coherence => key::THEME_COHERENCE,
        Theme::Plan => key::THEME_PLAN,
        Theme::Measurement => key::THEME_MEASUREMENT,
        Theme::Culture => key::THEME_CULTURE,
        Theme::Cooperation => key::THEME_COOPERATION,
    };
    let level = match (item.level, kind) {
        (Level::Political, Kind::State) => key::LEVEL_STATE_IN,
        (Level::Political, Kind::Joint) => key::LEVEL_JOINT_IN,
        (Level::Political, Kind::Other) => key::LEVEL_OTHER_IN,
        (Level::Political, _) => key::LEVEL_POLITICAL_IN,
        (Level::Executive, _) => key::LEVEL_EXECUTIVE_IN,
        (Level::Operational, _) => key::LEVEL_OPERATIONAL_IN,
    };
    let [from, to] = [aim.from(), aim.to()].map(|step: Step| step.number().to_string());
    let values = [
        ("theme", texts.get(theme)),
        ("level", texts.get(level)),
        ("from", &*from),
        ("to", &*to),
    ];
    texts.fill(key::PLAN_SUB_GOAL, &values)
}

#[test]
fn every_sub_goal_that_we_write_is_read_back() {
    let kinds = [
        Kind::Municipality,
        Kind::County,
        Kind::State,
        Kind::Joint,
        Kind::Other,
    ];
    for (lang, kind) in Lang::ALL
        .into_iter()
        .flat_map(|lang| kinds.map(|kind| (lang, kind)))
    {
        for item in Item::all() {
            for (from, to) in [(1, 2), (2, 5), (4, 5)] {
                let aim = Aim::new(item, step(from), step(to)).unwrap();
                let told = sub_goal(Texts::builtin(lang), kind, aim);
                assert_eq!(values::aim(&told), Some(aim), "{told}");
            }
        }
    }
    for text in [
        "Mål, på politisk nivå: fra trinn 3 til 2",
        "Mål, på politisk nivå: fra trinn 2 til 3 og 4 5",
        "Mål, på politisk nivå",
        "Mål: fra trinn 2 til 3",
        "Ro, på politisk nivå: fra trinn 2 til 3",
        "",
    ] {
        assert_eq!(values::aim(text), None, "{text}");
    }
}

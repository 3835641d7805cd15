//! The table of a plan comes back as it went out. Here, because views write it, in the words
//! of a language, and the core reads it.

use forankring::components::plan_out::rows;
use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment, Note};
use forankring_core::catalogue::{Item, Kind, Scope, Step};
use forankring_core::day::Day;
use forankring_core::plan::table_in::{self, Given, Understood, Verdict};
use forankring_core::plan::{Aim, Field, Plan, begun, noting, table};
use forankring_core::texts::{Lang, Texts};
use proptest::prelude::*;

fn today() -> Day {
    Day::from_ymd(2026, 11, 27).expect("a day")
}

/// What may stand in a field: texts with all that tells cells apart, or looks like a formula.
fn any_value(field: Field) -> BoxedStrategy<String> {
    let among = |texts: &[&str]| {
        let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
        prop::sample::select(texts).boxed()
    };
    match field {
        Field::Aim => (0..18usize, 1..=4u8, 1..=4u8)
            .prop_map(|(item, from, rise)| {
                let [from, to] =
                    [from, (from + rise).min(5)].map(|step| Step::new(step).expect("a step"));
                Aim::new(Item::ALL[item], from, to).map_or(String::new(), Aim::text)
            })
            .boxed(),
        Field::Effort => among(&["", "small", "medium", "large"]),
        Field::Status => among(&["notstarted", "underway", "done", "dropped"]),
        Field::Start | Field::Deadline => among(&["", "2026-01-31", "2030-12-01", "2028-02-29"]),
        Field::Gone => Just(String::new()).boxed(),
        _ => "[-=+@'\"\t;, \na-cæøå1.:😀\u{202e}\u{feff}<&]{0,14}".boxed(),
    }
}

/// The fields of a measure, and its notes, each of a day.
type Drawn = (Vec<(Field, String)>, Vec<(u16, String)>);

fn any_measure() -> impl Strategy<Value = Drawn> {
    let fields = Field::ALL.map(|field| any_value(field).prop_map(move |text| (field, text)));
    let text = "[a-zæøå😀\u{202e}<&;\"=-]{1,6}([ \n][a-z]{1,4}){0,2}";
    (
        fields.to_vec(),
        prop::collection::vec((9_000..9_999_u16, text), 0..3),
    )
}

fn with(measures: &[Drawn]) -> Assessment {
    let blank = Assessment::blank(Kind::State, Scope::Organisation, today());
    let mut plan = blank;
    for (n, (fields, notes)) in measures.iter().enumerate() {
        let id = Id::from_bytes([n as u8 + 1; 10]);
        for (field, text) in fields {
            let value = Note::parse(text).expect("it fits");
            let key = field.key(&id).expect("a key");
            plan = plan.apply(&Action::PartWritten(key, value), today());
        }
        for (m, (day, text)) in notes.iter().enumerate() {
            let row = Id::from_bytes([(10 * n + m) as u8; 10]);
            let mut deed = begun(&row, &id, Day::from_number(*day));
            deed.extend(noting(&row, Note::parse(text).expect("it fits")));
            plan = deed.iter().fold(plan, |now, one| now.apply(one, today()));
        }
    }
    plan
}

/// What the table of a plan would do to another.
fn brought(lang: Lang, from: &Assessment, to: &Assessment) -> Understood {
    let rows = rows(Texts::builtin(lang), from, today());
    let table = table_in::read_file(table(&rows).as_bytes()).expect("a table");
    table_in::understand(&Given {
        table: &table,
        columns: &table.columns,
        also: &[],
        chosen: &[],
        parts: &to.parts,
        today: today(),
        fresh: &Id::from_bytes([99; 10]),
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(200)
    })]

    #[test]
    fn a_table_that_comes_back_unedited_changes_nothing(
        measures in prop::collection::vec(any_measure(), 1..6),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let plan = with(&measures);
        let found = brought(lang, &plan, &plan);
        for line in &found.lines {
            prop_assert_eq!(&line.verdict, &Verdict::Same);
            prop_assert_eq!(&line.faults, &[]);
        }
        prop_assert!(found.deed.is_empty());
        prop_assert_eq!(found.lines.len(), Plan::of(&plan.parts).measures.len());
    }

    /// What has a text comes into an empty plan as it was, under the same ids; only what the
    /// table does not tell is left behind, and blanks alone say nothing.
    #[test]
    fn a_table_comes_into_an_empty_plan_as_it_was(
        measures in prop::collection::vec(any_measure(), 1..6),
        lang in prop::sample::select(Lang::ALL.to_vec()),
    ) {
        let plan = with(&measures);
        let empty = with(&[]);
        let found = brought(lang, &plan, &empty);
        let after = found.deed.iter().fold(empty, |now, one| now.apply(one, today()));
        let after = Plan::of(&after.parts);
        for before in &Plan::of(&plan.parts).measures {
            let Some(now) = after.get(&before.id) else {
                prop_assert!(before.text.as_str().trim().is_empty());
                continue;
            };
            let told = [before, now].map(|one| one.told_notes(Day::iso));
            let told = told.map(|told| told.trim_end().to_owned());
            prop_assert_eq!(&told[0], &told[1]);
            for field in Field::ALL {
                let [was, is] = [before, now].map(|one| one.value(field));
                let untold = was.trim().is_empty()
                    || match field {
                        Field::Goal => before.aim.is_some(),
                        Field::Reason => before.status.id() != "dropped",
                        // With notes below it, blanks at its end are left behind.
                        Field::Log => was.trim_end() == is.trim_end(),
                        _ => false,
                    };
                prop_assert!(untold || was == is, "{:?}: {:?} and {:?}", field, was, is);
            }
        }
    }
}

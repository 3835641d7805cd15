//! What the words of an item must be for the instrument to measure the search for new
//! solutions (docs/method.md, "What a step asks for"). A text that breaks a rule is named with
//! its language, item and field.

use super::*;
use crate::catalogue::{Item, Kind, Scope, Step, Subject};

/// What the rules look for in a language, in small letters: parts of words.
struct Words {
    lang: Lang,
    /// What is sought: from step 3 every step names it.
    sought: &'static [&'static str],
    /// When something was learnt: every step 5 says so.
    lately: &'static str,
    /// That it was kept, as well as changed: change alone is no merit.
    kept: &'static [&'static str],
    /// Counting papers for its own sake.
    counting: &'static [&'static str],
    /// Days that may be a week off or eleven months.
    calendar: &'static [&'static str],
    /// Posts that small organisations lack.
    posts: &'static [&'static str],
    /// Said once: whoever does that work.
    whoever: &'static str,
}

const RULES: [Words; 3] = [
    Words {
        lang: Lang::Nb,
        sought: &["løsning", "utprøving", "ny måte", "nye måter"],
        lately: "de to siste årene",
        kept: &["behold", "beholde"],
        counting: &["antall", "teller ", "hvor mange", "oppgir tallet"],
        calendar: &[
            "januar",
            "februar",
            "mars ",
            "april",
            " mai",
            " juni",
            " juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
            "høst",
            " vår ",
            "sommer",
            "halvår",
            "kvartal",
            "nyttår",
            "tertial",
        ],
        posts: &[
            "innkjøpssjef",
            "økonomisjef",
            "prosjektleder",
            "prosjekteier",
            "jurist",
        ],
        whoever: "den som har oppgaven",
    },
    Words {
        lang: Lang::Nn,
        sought: &["løysing", "utprøving", "ny måte", "nye måtar"],
        lately: "dei to siste åra",
        kept: &["behald"],
        counting: &["talet på", "tel ", "kor mange", "oppgir talet"],
        calendar: &[
            "januar",
            "februar",
            "mars ",
            "april",
            " mai",
            " juni",
            " juli",
            "august",
            "september",
            "oktober",
            "november",
            "desember",
            "haust",
            " vår ",
            "sommar",
            "halvår",
            "kvartal",
            "nyttår",
            "tertial",
        ],
        posts: &[
            "innkjøpssjef",
            "økonomisjef",
            "prosjektleiar",
            "prosjekteigar",
            "jurist",
        ],
        whoever: "den som har oppgåva",
    },
    Words {
        lang: Lang::En,
        sought: &["solution", "trial", "new way"],
        lately: "in the last two years",
        kept: &["kept", "keep"],
        counting: &["number of", "counts ", "how many", "states the figure"],
        calendar: &[
            "january",
            "february",
            " march",
            "april",
            "in may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "autumn",
            "in spring",
            "summer",
            "half-year",
            "quarter",
            "new year",
            "four-month",
        ],
        posts: &[
            "head of procurement",
            "financial officer",
            "project manager",
            "lawyer",
        ],
        whoever: "whoever does that work",
    },
];

impl Words {
    fn one_of(text: &str, words: &[&str]) -> bool {
        words.iter().any(|word| text.contains(word))
    }
}

/// The fields of one wording of an item, in small letters.
type Fields<'a> = &'a dyn Fn(ItemText) -> String;

/// Applies a rule, which returns the texts that break it, to every wording of every item.
fn each(broken: impl Fn(&Words, Fields) -> Vec<String>) {
    let mut found = Vec::new();
    for rules in &RULES {
        let texts = Texts::builtin(rules.lang);
        for (item, kind) in Item::all().flat_map(|item| Kind::ALL.map(|kind| (item, kind))) {
            for scope in Scope::ALL {
                let subject = Subject { kind, scope };
                let name = format!("{:?} {} {kind:?} {scope:?}", rules.lang, item.id());
                let field = |field| texts.item(item, field, subject).to_lowercase();
                let broken = broken(rules, &field).into_iter();
                found.extend(broken.map(|text| format!("{name}: {text}")));
            }
        }
    }
    assert!(found.is_empty(), "{}", found.join("\n"));
}

/// Those of these fields that do not pass.
fn failing(
    field: Fields,
    of: impl IntoIterator<Item = ItemText>,
    passes: impl Fn(&str) -> bool,
) -> Vec<String> {
    let mut texts: Vec<String> = of.into_iter().map(field).collect();
    texts.retain(|text| !passes(text));
    texts
}

fn steps(from: u8) -> impl Iterator<Item = ItemText> {
    let steps = Step::ALL.into_iter();
    steps
        .filter(move |step| step.number() >= from)
        .map(ItemText::Step)
}

fn measures() -> impl Iterator<Item = ItemText> {
    let below = |step: &Step| *step != Step::HIGHEST;
    Step::ALL
        .into_iter()
        .filter(below)
        .map(ItemText::MeasureFrom)
}

#[test]
fn from_step_3_a_step_names_what_is_sought() {
    each(|rules, field| {
        let asked = steps(3).chain([ItemText::Question]);
        failing(field, asked, |said| Words::one_of(said, rules.sought))
    });
}

#[test]
fn step_5_says_when_and_lets_one_keep_what_works() {
    each(|rules, field| {
        failing(field, steps(5), |said| {
            said.contains(rules.lately) && Words::one_of(said, rules.kept)
        })
    });
}

#[test]
fn no_step_counts_papers() {
    each(|rules, field| failing(field, steps(1), |said| !Words::one_of(said, rules.counting)));
}

#[test]
fn measures_say_within_how_long_never_a_day_of_the_year() {
    each(|rules, field| {
        failing(field, measures(), |said| {
            !Words::one_of(said, rules.calendar)
        })
    });
}

/// What is asked names no post; measures do, and where they are shown it is said once who is
/// meant where nobody has it.
#[test]
fn no_post_is_named_without_its_or() {
    each(|rules, field| {
        let asked = steps(1).chain([ItemText::Question]);
        failing(field, asked, |said| !Words::one_of(said, rules.posts))
    });
    for rules in &RULES {
        let said = Texts::builtin(rules.lang).get(key::PLAN_PROPOSED);
        assert!(said.contains(rules.whoever), "{:?}: {said}", rules.lang);
    }
}

/// The rules find what they are for: an empty list or a slip of a letter would find nothing.
#[test]
fn the_words_of_the_rules_are_words_of_the_texts() {
    for rules in &RULES {
        let all = Texts::builtin(rules.lang).table.join("\n").to_lowercase();
        for words in [rules.sought, rules.posts.split_at(3).0, rules.kept] {
            for word in words {
                assert!(all.contains(word), "{:?}: {word}", rules.lang);
            }
        }
    }
}

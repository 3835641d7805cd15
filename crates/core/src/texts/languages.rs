//! What every text of every language must be. The build has already refused
//! missing, doubled, unknown and empty ones.

use super::*;
use crate::catalogue::{Item, Kind, Scope, Subject};
use std::collections::BTreeSet;

/// Everything that is asked, in every wording.
fn wordings() -> Vec<(Texts, Item, Subject)> {
    let mut found = Vec::new();
    for lang in Lang::ALL {
        for (item, kind) in Item::all().flat_map(|item| Kind::ALL.map(|kind| (item, kind))) {
            for scope in Scope::ALL {
                found.push((Texts::builtin(lang), item, Subject { kind, scope }));
            }
        }
    }
    found
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

#[test]
fn items_name_the_body_of_the_kind_and_leave_no_slot() {
    for (texts, item, subject) in wordings() {
        let steps = Step::ALL.map(ItemText::Step);
        let measures = Step::ALL.map(ItemText::MeasureFrom);
        let others = [
            ItemText::Question,
            ItemText::Why,
            ItemText::Evidence,
            ItemText::Source,
        ];
        for field in steps.into_iter().chain(measures).chain(others) {
            let text = texts.item(item, field, subject);
            assert!(!text.contains('{'), "{:?} {} {text}", texts.lang, item.id());
            let highest = field == ItemText::MeasureFrom(Step::HIGHEST);
            assert_eq!(text.is_empty(), highest, "{} {field:?}", item.id());
        }
    }
}

#[test]
fn every_item_has_four_measures_and_five_steps_that_differ() {
    for (texts, item, subject) in wordings() {
        let steps = Step::ALL.map(|step| texts.item(item, ItemText::Step(step), subject));
        let measures = Step::ALL.map(|step| texts.item(item, ItemText::MeasureFrom(step), subject));
        let different: BTreeSet<&String> = steps.iter().collect();
        assert_eq!(different.len(), 5, "{:?} {}", texts.lang, item.id());
        let measures: BTreeSet<&String> = measures.iter().filter(|m| !m.is_empty()).collect();
        assert_eq!(measures.len(), 4, "{:?} {}", texts.lang, item.id());
    }
}

/// As written: the name of a body counts as one word.
#[test]
fn steps_have_at_most_25_words_and_other_texts_stay_short() {
    for (texts, item, subject) in wordings() {
        let check = |field: ItemText, most: usize| {
            let offset = field.offset().unwrap();
            let text = texts.wording(item, offset, subject);
            assert!(
                words(text) <= most,
                "{:?} {}: {} words: {text}",
                texts.lang,
                item.id(),
                words(text)
            );
        };
        for step in Step::ALL {
            check(ItemText::Step(step), 25);
        }
        for step in Step::ALL.into_iter().filter(|step| *step != Step::HIGHEST) {
            check(ItemText::MeasureFrom(step), 40);
        }
        check(ItemText::Question, 25);
        check(ItemText::Why, 40);
        check(ItemText::Evidence, 30);
    }
}

#[test]
fn the_glossary_has_at_least_25_terms_that_are_explained_shortly() {
    for lang in Lang::ALL {
        let texts = Texts::builtin(lang);
        let terms = texts.glossary();
        assert!(terms.len() >= 25, "{lang:?}: {}", terms.len());
        let explained: BTreeSet<&str> = terms.iter().map(|term| texts.term(*term).0).collect();
        assert_eq!(explained.len(), terms.len(), "{lang:?}");
        for term in terms {
            let (word, meaning) = texts.term(term);
            assert!(words(meaning) <= 32, "{lang:?} {word}: {}", words(meaning));
        }
    }
}

/// Without the titles of works, which stand in the language they were written in.
fn unquoted(text: &str) -> String {
    let outside =
        |rest: &str, close: char| rest.split_once(close).map(|(_, after)| after.to_owned());
    let mut left = text.to_owned();
    for (open, close) in [('«', '»'), ('“', '”')] {
        while let Some((before, rest)) = left.split_once(open) {
            let Some(after) = outside(rest, close) else {
                break;
            };
            left = format!("{before} {after}");
        }
    }
    left
}

/// Without what is filled in later.
fn without_slots(text: &str) -> String {
    let outside = |part: &str| {
        part.split_once('}')
            .map_or(part.to_owned(), |(_, after)| after.to_owned())
    };
    text.split('{').map(outside).collect()
}

/// In which language a text is to be, where that is not that of the reader: what stands in a mail
/// that invites is there in all of them.
fn of_mail(text: &str) -> Option<Lang> {
    const UI: &str = include_str!("../../texts/nb/ui.toml");
    let lines = UI.lines().skip_while(|line| *line != "[mail]").skip(1);
    let mut lines = lines.take_while(|line| !line.starts_with('['));
    let line = lines.find(|line| line.ends_with(&format!(" = \"{text}\"")))?;
    Lang::ALL
        .into_iter()
        .find(|lang| line.starts_with(lang.tag()))
}

/// A long text where the words of another language stand: copied and never
/// translated, or converted word by word. Words are counted that are common in
/// one language and do not exist in the others.
#[test]
fn no_text_is_left_in_another_language() {
    const NB: &[&str] = &[
        "ikke",
        "hva",
        "hvem",
        "hvor",
        "hvordan",
        "noen",
        "noe",
        "fra",
        "hver",
        "hvert",
        "mye",
        "blitt",
        "være",
        "gjøre",
        "hvilke",
        "hvilken",
        "dere",
        "deres",
        "virksomheten",
        "virksomhet",
        "løsninger",
        "løsning",
        "løsningen",
        "sier",
        "seg",
        "selv",
        "én",
        "anskaffelsen",
        "anskaffelse",
        "av",
        "til",
        "som",
        "og",
        "det",
    ];
    const NN: &[&str] = &[
        "ikkje",
        "kva",
        "kven",
        "kvar",
        "korleis",
        "nokon",
        "noko",
        "frå",
        "kvart",
        "mykje",
        "vore",
        "vere",
        "gjere",
        "dei",
        "dykk",
        "dykkar",
        "eit",
        "ein",
        "verksemda",
        "verksemd",
        "løysingar",
        "løysing",
        "løysinga",
        "berre",
        "seier",
        "sjølve",
        "sjølv",
        "éin",
        "anskaffinga",
        "anskaffing",
        "av",
        "til",
        "som",
        "og",
        "det",
    ];
    const EN: &[&str] = &[
        "the", "of", "and", "is", "are", "in", "that", "which", "what", "not", "has", "have",
        "with", "who", "their", "been", "your", "you", "from", "or", "it", "be", "this", "before",
    ];
    let only =
        |own: &'static [&'static str], others: [&'static [&'static str]; 2]| -> Vec<&'static str> {
            own.iter()
                .copied()
                .filter(|word| others.iter().all(|list| !list.contains(word)))
                .collect()
        };
    let lists = [only(NB, [NN, EN]), only(NN, [NB, EN]), only(EN, [NB, NN])];
    let mut judged = 0;
    for (own, lang) in Lang::ALL.into_iter().enumerate() {
        for text in Texts::builtin(lang).table {
            let lower = without_slots(&unquoted(text)).to_lowercase();
            let split = lower.split(|c: char| !c.is_alphabetic());
            let words: Vec<&str> = split.filter(|word| !word.is_empty()).collect();
            let hits = |list: &[&str]| words.iter().filter(|word| list.contains(word)).count();
            let counts = lists.each_ref().map(|list| hits(list));
            let own = of_mail(text).map_or(own, |lang| lang as usize);
            let others: usize = counts.iter().sum::<usize>() - counts[own];
            // A title or a name in another language may have a word or two; what
            // is quoted may be a foreign title.
            assert!(others <= counts[own].max(2), "{lang:?} {counts:?}: {text}");
            judged += usize::from(counts[own] > 0);
        }
    }
    // The test would be worth nothing if it judged only a few.
    assert!(judged > 1500, "only {judged} texts have a word that tells");
}

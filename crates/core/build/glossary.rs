//! The glossary: terms with their meaning, and in which texts they stand. That
//! is found out here, at build time, so the browser searches nothing.

use super::Texts;

/// A term in one language.
pub struct Entry {
    /// The same in all languages.
    pub id: String,
    /// The word as a heading.
    pub term: String,
    /// What it means, in a sentence.
    pub meaning: String,
    /// How words begin that are forms of it, in small letters.
    forms: Vec<String>,
}

/// The entries of a language, in the order of their ids.
pub fn entries(lang: &str, texts: Texts) -> Vec<Entry> {
    let mut entries: Vec<Entry> = Vec::new();
    for (key, text) in texts {
        let (id, field) = key
            .rsplit_once('.')
            .unwrap_or_else(|| panic!("texts/{lang}/glossary.toml: `{key}` is not a table"));
        if entries.last().is_none_or(|entry| entry.id != id) {
            entries.push(Entry {
                id: id.to_owned(),
                term: String::new(),
                meaning: String::new(),
                forms: Vec::new(),
            });
        }
        let entry = entries.last_mut().expect("there is one now");
        match field {
            "term" => entry.term = text,
            "meaning" => entry.meaning = text,
            "forms" => entry.forms = text.split('|').map(str::to_owned).collect(),
            _ => panic!("texts/{lang}/glossary.toml: unknown `{key}`"),
        }
    }
    for entry in &entries {
        if entry.term.is_empty() || entry.meaning.is_empty() || entry.forms.is_empty() {
            panic!(
                "texts/{lang}/glossary.toml: `{}` needs term, forms and meaning",
                entry.id
            );
        }
    }
    entries
}

/// Every language has the same terms.
pub fn compare(lang: &str, entries: &[Entry], reference: &[Entry]) {
    let ids = |entries: &[Entry]| -> Vec<String> {
        entries.iter().map(|entry| entry.id.clone()).collect()
    };
    let (found, wanted) = (ids(entries), ids(reference));
    if let Some(id) = wanted.iter().find(|id| !found.contains(id)) {
        panic!("texts/{lang}/glossary.toml: missing `{id}`");
    }
    if let Some(id) = found.iter().find(|id| !wanted.contains(id)) {
        panic!("texts/{lang}/glossary.toml: unknown `{id}`");
    }
}

/// The numbers of the terms that stand in these texts, parted by spaces.
pub fn found(entries: &[Entry], texts: &[&str]) -> String {
    let texts: Vec<String> = texts.iter().map(|text| text.to_lowercase()).collect();
    let stands = |form: &String| texts.iter().any(|text| begins_a_word(text, form));
    let numbers = entries.iter().enumerate();
    numbers
        .filter(|(_, entry)| entry.forms.iter().any(stands))
        .map(|(number, _)| number.to_string())
        .collect::<Vec<_>>()
        .join(" ")
}

fn begins_a_word(text: &str, form: &str) -> bool {
    text.match_indices(form).any(|(at, _)| {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        !before.is_some_and(char::is_alphanumeric)
    })
}

//! The texts of a language as a table, one part behind the other, and the code that is made
//! of it. `src/texts/mod.rs` knows the same order:
//!
//! - what answering needs: interface, questions and steps;
//! - what reading a result and the front page need besides;
//! - reading a result: interface and measures;
//! - the front page;
//! - the plan;
//! - the rest of the interface;
//! - what only some need: the interface of a trial, the wording for one procurement, those for
//!   kinds of organisation, where the items come from, the glossary, the relatives of the
//!   instrument;
//! - what pages have built in, and no file holds.

use std::fmt::Write as _;

use crate::{LANGS, Language, PARTS, Parts, Texts, glossary, ids, items, items_of, own_fields};

/// How many of an item's fields answering needs: question, steps, why, evidence.
const ASKING_FIELDS: usize = 8;
/// How many of them a result shows as well: question and steps. The others explain.
const ASKED_FIELDS: usize = 6;

/// The code that `src/texts/mod.rs` includes.
pub fn generate(parts: &Parts, languages: &[Language; 3]) -> String {
    let tables = languages
        .each_ref()
        .map(|language| Table::of(parts, language));
    let [table, ..] = &tables;
    let mut code = String::new();
    for (name, meaning, value) in table.places() {
        writeln!(code, "/// {meaning}.\nconst {name}: usize = {value};").expect("a string");
    }
    let digest = digest(parts, &languages[0]);
    writeln!(
        code,
        "/// Changes when the set of keys changes.\nconst DIGEST: &str = \"{digest:016x}\";"
    )
    .expect("a string");
    code.push_str(
        "/// Every text of the interface, by name.\n#[allow(missing_docs)]\n\
         pub mod key {\n    use super::Key;\n",
    );
    for (keys, from) in parts.iter().zip(table.interface) {
        for (key, index) in keys.iter().zip(from..) {
            let name = key.replace(['.', '-'], "_").to_uppercase();
            writeln!(code, "    pub const {name}: Key = Key({index});").expect("a string");
        }
    }
    code.push_str("}\n");
    for (lang, table) in LANGS.iter().zip(&tables) {
        writeln!(
            code,
            "#[cfg(not(target_arch = \"wasm32\"))]\nstatic {}: &[&str] = &{:?};",
            lang.to_uppercase(),
            table.texts
        )
        .expect("a string");
    }
    code
}

/// The texts of a language in their order, and where things begin.
#[derive(Default)]
struct Table {
    texts: Vec<String>,
    /// The interface of each part.
    interface: [usize; PARTS.len()],
    items: usize,
    explaining: usize,
    reading_items: usize,
    procurement: usize,
    own: usize,
    sources: usize,
    glossary: usize,
    areas: usize,
    relatives: usize,
}

impl Table {
    fn of(parts: &Parts, language: &Language) -> Table {
        let mut table = Table::default();
        let (needed, measures) = own_fields().split_at(ASKING_FIELDS);
        for (number, (part, keys)) in PARTS.into_iter().zip(parts).enumerate() {
            table.interface[number] = table.texts.len();
            let text = |key: &String| language.interface[key].clone();
            table.texts.extend(keys.iter().map(text));
            match part {
                "asking" => {
                    let (asked, explaining) = needed.split_at(ASKED_FIELDS);
                    table.items = table.items(language, asked, None);
                    table.explaining = table.items(language, explaining, Some(needed));
                }
                "reading" => table.reading_items = table.items(language, measures, Some(measures)),
                "more" => table.more(language, needed, measures),
                _ => {}
            }
        }
        table
    }

    /// Where things begin: what the constants are called, and what they mean.
    fn places(&self) -> [(&'static str, &'static str, usize); 18] {
        let [
            _,
            common,
            reading,
            front,
            planning,
            replying,
            panel,
            rest,
            more,
            built_in,
        ] = self.interface;
        [
            ("ITEMS_FROM", "Where questions and steps begin", self.items),
            (
                "EXPLAINING_FROM",
                "Where that begins which explains the items to those who answer",
                self.explaining,
            ),
            (
                "COMMON_FROM",
                "Where that begins which reading and the front page need besides",
                common,
            ),
            ("READING_FROM", "Where that for reading begins", reading),
            (
                "READING_ITEMS_FROM",
                "Where measures begin",
                self.reading_items,
            ),
            ("FRONT_FROM", "Where that for the front page begins", front),
            ("PLANNING_FROM", "Where that for the plan begins", planning),
            (
                "REPLYING_FROM",
                "Where that for a respondent begins",
                replying,
            ),
            ("PANEL_FROM", "Where that for asking others begins", panel),
            ("REST_FROM", "Where the rest of the interface begins", rest),
            ("MORE_FROM", "Where that begins which only some need", more),
            (
                "PROCUREMENT_FROM",
                "Where the wording for one procurement begins",
                self.procurement,
            ),
            (
                "OWN_FROM",
                "Where the wordings for kinds of organisation begin",
                self.own,
            ),
            (
                "SOURCES_FROM",
                "Where that begins where the items come from",
                self.sources,
            ),
            (
                "GLOSSARY_FROM",
                "Where the glossary begins, two texts a term",
                self.glossary,
            ),
            (
                "AREAS_FROM",
                "Where that begins what others ask about, three texts each",
                self.areas,
            ),
            (
                "RELATIVES_FROM",
                "Where the relatives of the instrument begin, three texts each",
                self.relatives,
            ),
            (
                "BUILT_IN_FROM",
                "Where that begins which no file holds",
                built_in,
            ),
        ]
    }

    /// These fields of all items, each with the terms that stand in some fields, where those are
    /// wanted; returns where they begin.
    fn items(&mut self, language: &Language, fields: &[&str], explained: Option<&[&str]>) -> usize {
        let from = self.texts.len();
        for item in items() {
            self.fields(&language.items, &item, fields);
            if let Some(explained) = explained {
                self.terms(language, &language.items, &item, explained);
            }
        }
        from
    }

    /// The wordings of their own, and the glossary.
    fn more(&mut self, language: &Language, needed: &[&str], measures: &[&str]) {
        self.procurement = self.texts.len();
        for item in items() {
            self.wording(language, &language.procurement, &item, [needed, measures]);
        }
        self.own = self.texts.len();
        for (kind, level) in ids::OWN_WORDINGS {
            for item in items_of(level) {
                self.wording(language, &language.own[kind], &item, [needed, measures]);
            }
        }
        self.sources = self.texts.len();
        for item in items() {
            self.fields(&language.items, &item, &["source"]);
        }
        self.glossary = self.texts.len();
        for entry in &language.glossary {
            self.texts
                .extend([entry.term.clone(), entry.meaning.clone()]);
        }
        // By their keys, so that the fields of one stand together.
        let of = |kind: &'static str| {
            let all = language.relatives.iter();
            all.filter(move |(key, _)| key.starts_with(kind))
                .map(|(_, text)| text.clone())
        };
        self.areas = self.texts.len();
        self.texts.extend(of("area."));
        self.relatives = self.texts.len();
        self.texts.extend(of("relative."));
    }

    /// An item in a wording of its own: all fields but the source, and both lists of terms.
    fn wording(&mut self, language: &Language, texts: &Texts, item: &str, lists: [&[&str]; 2]) {
        self.fields(texts, item, own_fields());
        for fields in lists {
            self.terms(language, texts, item, fields);
        }
    }

    fn fields(&mut self, texts: &Texts, item: &str, fields: &[&str]) {
        let text = |field: &&str| texts[&format!("{item}.{field}")].clone();
        self.texts.extend(fields.iter().map(text));
    }

    /// Which terms of the glossary stand in these fields: their numbers.
    fn terms(&mut self, language: &Language, texts: &Texts, item: &str, fields: &[&str]) {
        let text = |field: &&str| texts[&format!("{item}.{field}")].as_str();
        let texts: Vec<&str> = fields.iter().map(text).collect();
        self.texts.push(glossary::found(&language.glossary, &texts));
    }
}

/// FNV-1a: only to tell one set of keys, and their order in parts, from another.
fn digest(parts: &Parts, language: &Language) -> u64 {
    let terms = language.glossary.iter().map(|entry| entry.id.as_str());
    let of_part = |(name, keys)| [name].into_iter().chain(keys);
    let keys = parts.each_ref().map(|keys| keys.iter().map(String::as_str));
    let keys = PARTS.into_iter().zip(keys).flat_map(of_part).chain(terms);
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in keys.flat_map(|key| key.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

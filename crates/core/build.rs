//! Reads the text files of every language, fails the build where one has a
//! missing, doubled or unknown key (with the key and the language), and writes
//! the keys as constants and the texts as tables.
//!
//! The table of a language holds, one behind the other: what answering needs
//! (interface, questions and steps), the rest (interface, measures, sources),
//! and what only some need (the wording for one procurement, the glossary).
//! `src/texts/mod.rs` knows the same order.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a build script reports by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

#[allow(dead_code, reason = "the build script needs only some of the ids")]
mod ids {
    include!("src/catalogue/ids.rs");
}

#[path = "build/glossary.rs"]
mod glossary;

const LANGS: [&str; 3] = ["nb", "nn", "en"];
/// The language whose file says which texts of the interface exist.
const REFERENCE: &str = "nb";
/// What the texts of items may leave to be filled in: the names of the bodies.
const ITEM_SLOTS: [&str; 4] = ["body", "Body", "chief", "Chief"];

/// Sections that the answering page does not show: they are loaded by the other
/// screens only. A test of forankring-prerender fails when the page needs one.
const REST_SECTIONS: [&str; 29] = [
    "access",
    "backup",
    "binding",
    "compare",
    "edition",
    "file_problem",
    "history",
    "kept",
    "link_problem",
    "lock",
    "missing",
    "levels",
    "meeting",
    "method",
    "paste",
    "pattern",
    "picture",
    "plan",
    "privacy",
    "result",
    "setup",
    "share",
    "start",
    "strategy",
    "target",
    "trouble",
    "unlock",
    "update",
    "variant",
];
/// Of those, what every page shows all the same.
const ASKING_TOO: [&str; 7] = [
    "access.title",
    "method.title",
    "privacy.title",
    "result.none",
    "result.none_heading",
    "share.download",
    "start.go",
];

/// How many of an item's fields answering needs: question, steps, why, evidence.
const ASKING_FIELDS: usize = 8;

type Texts = BTreeMap<String, String>;

/// All text files of one language.
struct Language {
    interface: Texts,
    /// As asked about a whole organisation.
    items: Texts,
    /// As asked about one procurement.
    procurement: Texts,
    glossary: Vec<glossary::Entry>,
}

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    for path in ["texts", "build", "src/catalogue/ids.rs"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let languages = LANGS.map(|lang| Language {
        interface: read(&root, lang, "ui"),
        items: read(&root, lang, "items"),
        procurement: procurement(&root, lang),
        glossary: glossary::entries(lang, read(&root, lang, "glossary")),
    });
    let [reference, ..] = &languages;
    let (asking, rest) = ordered(&reference.interface);
    let all_keys: Vec<String> = asking.iter().chain(&rest).cloned().collect();
    for (lang, texts) in LANGS.into_iter().zip(&languages) {
        compare(lang, "ui", &texts.interface, &all_keys);
        compare(lang, "items", &texts.items, &item_keys(&ids::ITEM_FIELDS));
        compare(
            lang,
            "procurement-…",
            &texts.procurement,
            &item_keys(own_fields()),
        );
        glossary::compare(lang, &texts.glossary, &reference.glossary);
        check_slots(lang, texts, &reference.interface);
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let code = generate(&asking, &rest, &languages);
    std::fs::write(out.join("texts.rs"), code).expect("the build folder can be written");
}

/// The keys of the interface: those that answering needs, and the others.
fn ordered(texts: &Texts) -> (Vec<String>, Vec<String>) {
    let rest = |key: &String| {
        let section = key.split('.').next().unwrap_or_default();
        REST_SECTIONS.contains(&section) && !ASKING_TOO.contains(&key.as_str())
    };
    let (rest, asking) = texts.keys().cloned().partition(rest);
    (asking, rest)
}

/// A file for each level, as long as the one for organisations together.
fn procurement(root: &Path, lang: &str) -> Texts {
    let level = |level: &str| read(root, lang, &format!("procurement-{level}"));
    ids::LEVEL_IDS.into_iter().flat_map(level).collect()
}

/// The fields that have a wording for one procurement: all but the source.
fn own_fields() -> &'static [&'static str] {
    ids::ITEM_FIELDS.split_last().expect("an item has texts").1
}

fn items() -> impl Iterator<Item = String> {
    let themes = |level: &'static str| ids::THEME_IDS.map(|theme| format!("{level}.{theme}"));
    ids::LEVEL_IDS.into_iter().flat_map(themes)
}

fn item_keys(fields: &[&str]) -> Vec<String> {
    let keys = |item: String| fields.iter().map(move |field| format!("{item}.{field}"));
    items().flat_map(keys).collect()
}

fn check_slots(lang: &str, texts: &Language, reference: &Texts) {
    for (key, text) in &texts.interface {
        if slots(text) != slots(&reference[key]) {
            panic!("texts/{lang}/ui.toml: `{key}` has other {{slots}} than in {REFERENCE}");
        }
    }
    for (name, part) in [
        ("items", &texts.items),
        ("procurement-…", &texts.procurement),
    ] {
        for (key, text) in part {
            let unknown = |slot: &String| !ITEM_SLOTS.contains(&slot.as_str());
            if let Some(slot) = slots(text).into_iter().find(unknown) {
                panic!("texts/{lang}/{name}.toml: `{key}` has the unknown slot {{{slot}}}");
            }
        }
    }
}

fn read(root: &Path, lang: &str, name: &str) -> Texts {
    let path = root.join("texts").join(lang).join(format!("{name}.toml"));
    let text = std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("texts/{lang}/{name}.toml: {error}"));
    // TOML refuses a doubled key; its message shows the line.
    let table: toml::Table =
        toml::from_str(&text).unwrap_or_else(|error| panic!("texts/{lang}/{name}.toml: {error}"));
    let mut texts = Texts::new();
    flatten(lang, name, "", &table, &mut texts);
    texts
}

fn flatten(lang: &str, name: &str, prefix: &str, table: &toml::Table, texts: &mut Texts) {
    for (key, value) in table {
        let key = format!("{prefix}{key}");
        match value {
            toml::Value::Table(inner) => flatten(lang, name, &format!("{key}."), inner, texts),
            toml::Value::String(text) if text.trim().is_empty() => {
                panic!("texts/{lang}/{name}.toml: `{key}` is empty")
            }
            toml::Value::String(text) if text.contains('\n') => {
                panic!("texts/{lang}/{name}.toml: `{key}` has a line break")
            }
            toml::Value::String(text) => {
                texts.insert(key, text.clone());
            }
            _ => panic!("texts/{lang}/{name}.toml: `{key}` is not a text"),
        }
    }
}

fn compare(lang: &str, name: &str, texts: &Texts, keys: &[String]) {
    let wanted: BTreeSet<&String> = keys.iter().collect();
    let found: BTreeSet<&String> = texts.keys().collect();
    let list = |keys: Vec<&&String>| {
        keys.iter()
            .map(|k| format!("`{k}`"))
            .collect::<Vec<_>>()
            .join(", ")
    };
    let missing: Vec<_> = wanted.difference(&found).collect();
    assert!(
        missing.is_empty(),
        "texts/{lang}/{name}.toml: missing {}",
        list(missing)
    );
    let unknown: Vec<_> = found.difference(&wanted).collect();
    assert!(
        unknown.is_empty(),
        "texts/{lang}/{name}.toml: unknown {}",
        list(unknown)
    );
}

/// What stands in braces, sorted.
fn slots(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(slot, _)| slot.to_owned())
        .collect()
}

fn generate(asking: &[String], rest: &[String], languages: &[Language; 3]) -> String {
    let tables = languages
        .each_ref()
        .map(|language| Table::of(asking, rest, language));
    let [table, ..] = &tables;
    let mut code = String::new();
    let digest = digest(asking, rest, &languages[0]);
    let constants = [
        (
            "ASKING_ITEMS_FROM",
            "Where the items begin that answering needs",
            table.asking_items,
        ),
        (
            "REST_FROM",
            "Where that begins which answering does not need",
            table.rest,
        ),
        (
            "REST_ITEMS_FROM",
            "Where measures and sources begin",
            table.rest_items,
        ),
        (
            "MORE_FROM",
            "Where the wording for one procurement begins",
            table.more,
        ),
        (
            "GLOSSARY_FROM",
            "Where the glossary begins, two texts a term",
            table.glossary,
        ),
        ("COUNT", "How many texts there are", table.texts.len()),
    ];
    for (name, meaning, value) in constants {
        writeln!(code, "/// {meaning}.\nconst {name}: usize = {value};").expect("a string");
    }
    writeln!(
        code,
        "/// Changes when the set of keys changes.\nconst DIGEST: &str = \"{digest:016x}\";"
    )
    .expect("a string");
    code.push_str(
        "/// Every text of the interface, by name.\n#[allow(missing_docs)]\n\
         pub mod key {\n    use super::Key;\n",
    );
    let asked = asking.iter().zip(0..);
    for (key, index) in asked.chain(rest.iter().zip(table.rest..)) {
        let name = key.replace(['.', '-'], "_").to_uppercase();
        writeln!(code, "    pub const {name}: Key = Key({index});").expect("a string");
    }
    code.push_str("}\n");
    for (lang, table) in LANGS.iter().zip(&tables) {
        writeln!(
            code,
            "#[cfg(not(target_arch = \"wasm32\"))]\nstatic {}: [&str; COUNT] = {:?};",
            lang.to_uppercase(),
            table.texts
        )
        .expect("a string");
    }
    code
}

/// The texts of a language in their order, and where the parts begin.
#[derive(Default)]
struct Table {
    texts: Vec<String>,
    asking_items: usize,
    rest: usize,
    rest_items: usize,
    more: usize,
    glossary: usize,
}

impl Table {
    fn of(asking: &[String], rest: &[String], language: &Language) -> Table {
        let mut table = Table::default();
        let interface = |keys: &[String]| -> Vec<String> {
            keys.iter()
                .map(|key| language.interface[key].clone())
                .collect()
        };
        let (needed, others) = ids::ITEM_FIELDS.split_at(ASKING_FIELDS);
        let own = own_fields();
        let measures = &own[ASKING_FIELDS..];
        table.texts.extend(interface(asking));
        table.asking_items = table.texts.len();
        for item in items() {
            table.fields(&language.items, &item, needed);
            table.terms(language, &language.items, &item, needed);
        }
        table.rest = table.texts.len();
        table.texts.extend(interface(rest));
        table.rest_items = table.texts.len();
        for item in items() {
            table.fields(&language.items, &item, others);
            table.terms(language, &language.items, &item, measures);
        }
        table.more = table.texts.len();
        for item in items() {
            table.fields(&language.procurement, &item, own);
            table.terms(language, &language.procurement, &item, needed);
            table.terms(language, &language.procurement, &item, measures);
        }
        table.glossary = table.texts.len();
        for entry in &language.glossary {
            table
                .texts
                .extend([entry.term.clone(), entry.meaning.clone()]);
        }
        table
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

/// FNV-1a: only to tell one set of keys from another.
fn digest(asking: &[String], rest: &[String], language: &Language) -> u64 {
    let terms = language.glossary.iter().map(|entry| &entry.id);
    let keys = asking.iter().chain(rest).chain(terms);
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in keys.flat_map(|key| key.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

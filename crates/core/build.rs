//! Reads the text files of every language, fails the build where one has a
//! missing, doubled or unknown key (with the key and the language), and writes
//! the keys as constants and the texts as tables.
//!
//! The table of a language holds one part behind the other: see `build/table.rs`.
//! Which text of the interface stands in which part says `texts/parts.toml`.

#![allow(
    clippy::panic,
    clippy::expect_used,
    clippy::indexing_slicing,
    reason = "a build script reports by failing"
)]

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

#[allow(dead_code, reason = "the build script needs only some of the ids")]
mod ids {
    include!("src/catalogue/ids.rs");
}

#[path = "build/glossary.rs"]
mod glossary;
#[path = "build/table.rs"]
mod table;

const LANGS: [&str; 3] = ["nb", "nn", "en"];
/// The language whose file says which texts of the interface exist.
const REFERENCE: &str = "nb";

/// The parts of the interface as `texts/parts.toml` names them, in the order of the table.
/// What it does not name stands in the one without a name.
const PARTS: [&str; 10] = [
    "asking", "common", "reading", "front", "planning", "replying", "panel", "", "more", "built_in",
];

/// The keys of each part.
type Parts = [Vec<String>; PARTS.len()];

type Texts = BTreeMap<String, String>;

/// All text files of one language.
struct Language {
    interface: Texts,
    /// As asked about a whole organisation.
    items: Texts,
    /// As asked about one procurement.
    procurement: Texts,
    /// As asked about a whole organisation of a kind that is asked otherwise, by kinds.
    own: BTreeMap<&'static str, Texts>,
    glossary: Vec<glossary::Entry>,
    /// What others ask about, and who they are.
    relatives: Texts,
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
        own: own(&root, lang),
        glossary: glossary::entries(lang, read(&root, lang, "glossary")),
        relatives: read(&root, lang, "relatives"),
    });
    let [reference, ..] = &languages;
    let parts = parts(&root, &reference.interface);
    let all_keys = parts.concat();
    for (lang, texts) in LANGS.into_iter().zip(&languages) {
        compare(lang, "ui", &texts.interface, &all_keys);
        compare(lang, "items", &texts.items, &item_keys(&ids::ITEM_FIELDS));
        compare(
            lang,
            "procurement-…",
            &texts.procurement,
            &item_keys(own_fields()),
        );
        for (kind, own) in &texts.own {
            compare(lang, &format!("items-{kind}"), own, &own_keys(kind));
        }
        glossary::compare(lang, &texts.glossary, &reference.glossary);
        let keys: Vec<String> = reference.relatives.keys().cloned().collect();
        compare(lang, "relatives", &texts.relatives, &keys);
        check_slots(lang, texts, &reference.interface);
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let code = table::generate(&parts, &languages);
    std::fs::write(out.join("texts.rs"), code).expect("the build folder can be written");
}

/// The keys of the interface by parts; each stands in one of them.
fn parts(root: &Path, texts: &Texts) -> Parts {
    let name = "texts/parts.toml";
    let text =
        std::fs::read_to_string(root.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    let named: BTreeMap<String, Vec<String>> =
        toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mut left: BTreeSet<&String> = texts.keys().collect();
    for key in named.values().flatten() {
        assert!(
            left.remove(key),
            "{name}: `{key}` stands there twice or is unknown: run `cargo xtask words`"
        );
    }
    PARTS.map(|part| match part {
        "" => left.iter().copied().cloned().collect(),
        part => named
            .get(part)
            .unwrap_or_else(|| panic!("{name}: no part `{part}`"))
            .clone(),
    })
}

/// A file for each level, as long as the one for organisations together.
fn procurement(root: &Path, lang: &str) -> Texts {
    let level = |level: &str| read(root, lang, &format!("procurement-{level}"));
    ids::LEVEL_IDS.into_iter().flat_map(level).collect()
}

/// A file for each kind of organisation that is asked otherwise at some level.
fn own(root: &Path, lang: &str) -> BTreeMap<&'static str, Texts> {
    let of = |(kind, level)| {
        assert!(
            ids::KIND_IDS.contains(&kind) && ids::LEVEL_IDS.contains(&level),
            "src/catalogue/ids.rs: OWN_WORDINGS has the unknown ({kind}, {level})"
        );
        (kind, read(root, lang, &format!("items-{kind}")))
    };
    ids::OWN_WORDINGS.into_iter().map(of).collect()
}

/// The fields that other wordings have: all but the source.
fn own_fields() -> &'static [&'static str] {
    ids::ITEM_FIELDS.split_last().expect("an item has texts").1
}

fn items() -> impl Iterator<Item = String> {
    ids::LEVEL_IDS.into_iter().flat_map(items_of)
}

fn items_of(level: &str) -> [String; ids::THEME_IDS.len()] {
    ids::THEME_IDS.map(|theme| format!("{level}.{theme}"))
}

fn item_keys(fields: &[&str]) -> Vec<String> {
    items().flat_map(|item| keys_of(&item, fields)).collect()
}

fn own_keys(of: &str) -> Vec<String> {
    let own = ids::OWN_WORDINGS.into_iter();
    let levels = own.filter_map(|(kind, level)| (kind == of).then_some(level));
    let items = levels.flat_map(items_of);
    items
        .flat_map(|item| keys_of(&item, own_fields()))
        .collect()
}

fn keys_of(item: &str, fields: &[&str]) -> Vec<String> {
    let key = |field: &&str| format!("{item}.{field}");
    fields.iter().map(key).collect()
}

fn check_slots(lang: &str, texts: &Language, reference: &Texts) {
    for (key, text) in &texts.interface {
        if slots(text) != slots(&reference[key]) {
            panic!("texts/{lang}/ui.toml: `{key}` has other {{slots}} than in {REFERENCE}");
        }
    }
    let own = texts.own.iter();
    let own = own.map(|(kind, texts)| (format!("items-{kind}"), texts));
    let general = [
        ("items".to_owned(), &texts.items),
        ("procurement-…".to_owned(), &texts.procurement),
    ];
    for (name, part) in general.into_iter().chain(own) {
        for (key, text) in part {
            let unknown = |slot: &String| {
                let known = ids::ITEM_SLOTS.map(|slot| [slot.to_owned(), capitalised(slot)]);
                !known.as_flattened().contains(slot)
            };
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

/// As a slot is written whose value begins a sentence.
fn capitalised(slot: &str) -> String {
    let (first, rest) = slot.split_at(1);
    first.to_uppercase() + rest
}

/// What stands in braces, sorted.
fn slots(text: &str) -> BTreeSet<String> {
    text.split('{')
        .skip(1)
        .filter_map(|rest| rest.split_once('}'))
        .map(|(slot, _)| slot.to_owned())
        .collect()
}

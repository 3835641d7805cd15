//! Reads the text files of every language, fails the build where one has a
//! missing, doubled or unknown key (with the key and the language), and writes
//! the keys as constants and the texts as tables.

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

const LANGS: [&str; 3] = ["nb", "nn", "en"];
/// The language whose file says which texts of the interface exist.
const REFERENCE: &str = "nb";
/// What the texts of items may leave to be filled in: the names of the bodies.
const ITEM_SLOTS: [&str; 4] = ["body", "Body", "chief", "Chief"];

/// Sections that the answering page does not show: they are loaded by the other
/// screens only. `src/tests.rs` of the shell fails when answering needs one.
const REST_SECTIONS: [&str; 8] = [
    "access", "kept", "method", "plan", "privacy", "result", "share", "start",
];
/// Of those, what every page shows all the same.
const ASKING_TOO: [&str; 4] = [
    "result.none",
    "result.none_heading",
    "share.download",
    "start.go",
];

type Texts = BTreeMap<String, String>;

fn main() {
    let root = PathBuf::from(std::env::var_os("CARGO_MANIFEST_DIR").expect("cargo sets it"));
    println!("cargo::rerun-if-changed=texts");
    println!("cargo::rerun-if-changed=src/catalogue/ids.rs");
    let interface: Vec<Texts> = LANGS.map(|lang| read(&root, lang, "ui")).into();
    let items: Vec<Texts> = LANGS.map(|lang| read(&root, lang, "items")).into();
    let (interface_keys, rest) = ordered(&interface[0]);
    let item_keys = item_keys();
    for (index, lang) in LANGS.into_iter().enumerate() {
        compare(lang, "ui", &interface[index], &interface_keys);
        compare(lang, "items", &items[index], &item_keys);
        for key in &interface_keys {
            let (text, reference) = (&interface[index][key], &interface[0][key]);
            if slots(text) != slots(reference) {
                panic!("texts/{lang}/ui.toml: `{key}` has other {{slots}} than in {REFERENCE}");
            }
        }
        for key in &item_keys {
            if let Some(slot) = slots(&items[index][key])
                .iter()
                .find(|s| !ITEM_SLOTS.contains(&s.as_str()))
            {
                panic!("texts/{lang}/items.toml: `{key}` has the unknown slot {{{slot}}}");
            }
        }
    }
    let out = PathBuf::from(std::env::var_os("OUT_DIR").expect("cargo sets it"));
    let code = generate(&interface_keys, rest, &item_keys, &interface, &items);
    std::fs::write(out.join("texts.rs"), code).expect("the build folder can be written");
}

/// The keys of the interface, those that answering needs first, and where the
/// rest begins.
fn ordered(texts: &Texts) -> (Vec<String>, usize) {
    let rest = |key: &&String| {
        let section = key.split('.').next().unwrap_or_default();
        REST_SECTIONS.contains(&section)
            && !key.ends_with(".title")
            && !ASKING_TOO.contains(&key.as_str())
    };
    let mut keys: Vec<String> = texts.keys().filter(|key| !rest(key)).cloned().collect();
    let from = keys.len();
    keys.extend(texts.keys().filter(rest).cloned());
    (keys, from)
}

fn item_keys() -> Vec<String> {
    let mut keys = Vec::new();
    for level in ids::LEVEL_IDS {
        for theme in ids::THEME_IDS {
            keys.extend(ids::ITEM_FIELDS.map(|field| format!("{level}.{theme}.{field}")));
        }
    }
    keys
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

fn generate(
    interface_keys: &[String],
    rest: usize,
    item_keys: &[String],
    interface: &[Texts],
    items: &[Texts],
) -> String {
    let mut code = String::new();
    let all: Vec<&String> = interface_keys.iter().chain(item_keys).collect();
    writeln!(
        code,
        "/// How many texts there are.\npub const COUNT: usize = {};",
        all.len()
    )
    .expect("a string");
    writeln!(
        code,
        "/// Where the texts of the items start.\npub(crate) const ITEMS_FROM: u16 = {};",
        interface_keys.len()
    )
    .expect("a string");
    writeln!(code, "/// Where the texts of the interface start that answering does not need.\npub(crate) const REST_FROM: u16 = {rest};").expect("a string");
    writeln!(
        code,
        "/// Changes when the set of keys changes.\npub const DIGEST: &str = \"{:016x}\";",
        digest(&all)
    )
    .expect("a string");
    code.push_str("/// Every text of the interface, by name.\n#[allow(missing_docs)]\npub mod key {\n    use super::Key;\n");
    for (index, key) in interface_keys.iter().enumerate() {
        let name = key.replace(['.', '-'], "_").to_uppercase();
        writeln!(code, "    pub const {name}: Key = Key({index});").expect("a string");
    }
    code.push_str("}\n");
    for (index, lang) in LANGS.iter().enumerate() {
        let name = lang.to_uppercase();
        writeln!(
            code,
            "#[cfg(not(target_arch = \"wasm32\"))]\nstatic {name}: [&str; COUNT] = ["
        )
        .expect("a string");
        for key in &all {
            let text = interface[index]
                .get(*key)
                .or_else(|| items[index].get(*key));
            writeln!(code, "    {:?},", text.expect("compared before")).expect("a string");
        }
        code.push_str("];\n");
    }
    code
}

/// FNV-1a: only to tell one set of keys from another.
fn digest(keys: &[&String]) -> u64 {
    let mut hash = 0xcbf2_9ce4_8422_2325u64;
    for byte in keys.iter().flat_map(|key| key.bytes().chain([0])) {
        hash = (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    hash
}

//! The scripts and the table of what they know.

use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// Values that differ from page to page or from build to build: name, type, what it
/// is. One that only stands where a module is named is described beside the scripts.
fn others() -> Vec<(&'static str, String, &'static str)> {
    let few = format!("readonly few: {LIST};");
    let kinds = "readonly kinds: \
                 readonly (readonly [string, readonly (readonly [string, string])[]])[];";
    let said = TEXTS.map(|(name, _)| format!("readonly {name}: {TEXT}"));
    let said = format!("{{\n    {};\n  }}", said.join(";\n    "));
    vec![
        ("WASM", TEXT.to_owned(), "The address of the WebAssembly."),
        ("PAGES", MAP.to_owned(), "This page in each language."),
        (
            "TEXTS",
            format!("Readonly<Record<string, {said}>>"),
            "What the scripts say, by language.",
        ),
        (
            "INVITED",
            format!(
                "{{\n{}    {few}\n    {kinds}\n  }}",
                ["asked", "size", "last", "late", "starting"]
                    .map(|name| format!("    readonly {name}: {TEXT};\n"))
                    .concat(),
            ),
            "What an invitation says, by what stands in its link.",
        ),
        (
            "SHOWN",
            "Readonly<Record<string, readonly [string, string, string]>>".to_owned(),
            "In the one file: language, route and title of every page, by its path.",
        ),
        ("VERSION", TEXT.to_owned(), "A hash of all files."),
        (
            "FILES",
            "readonly (readonly [string, string])[]".to_owned(),
            "Each file's address below the root, and its integrity.",
        ),
    ]
}

/// What `web/generated.d.ts` must say.
fn declaration() -> String {
    let mut out = String::from(
        "// Written by a test of forankring-prerender (constants_tests.rs), which says what\n\
         // to do when it differs. The values stand in the core and come in at build time.\n\
         declare const CONSTANTS: {\n",
    );
    let shared = table().into_iter();
    let shared = shared.map(|(name, kind, about, _)| (name, kind.to_owned(), about));
    for (name, kind, about) in shared.chain(others()) {
        out.push_str(&format!("  /** {about} */\n  readonly {name}: {kind};\n"));
    }
    out.push_str("};\n");
    out
}

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../web")
}

/// The scripts as they are written, by name, without lines that only explain.
fn scripts() -> Vec<(String, String)> {
    let files = fs::read_dir(folder()).expect("web/ is there");
    let mut found = Vec::new();
    for file in files.flatten() {
        let name = file.file_name().to_string_lossy().into_owned();
        if name.ends_with(".js") {
            let text = fs::read_to_string(file.path()).expect("a script can be read");
            let comment = |line: &&str| !line.trim_start().starts_with(['/', '*']);
            let code: Vec<&str> = text.lines().filter(comment).collect();
            found.push((name, code.join("\n")));
        }
    }
    assert!(found.len() > 5, "{found:?}");
    found
}

/// As the prerenderer fills them; the values of one page stand for all.
fn filled_by_pages() -> Vec<(&'static str, String)> {
    let modules = ["SCRIPT", "OFFLINE", "FILE_COPY"];
    let names = others().into_iter().map(|(name, ..)| name).chain(modules);
    names.map(|name| (name, text(name))).collect()
}

#[test]
fn values_take_the_place_of_their_names() {
    let own = [("WASM", text("../a.wasm"))];
    let filled = fill("get(CONSTANTS.CURRENT);load(CONSTANTS.WASM)", &own);
    let expected = r#"get("forankring.current");load("../a.wasm")"#;
    assert_eq!(filled.ok().as_deref(), Some(expected));
    let module = fill(r#"import("CONSTANTS.WASM")"#, &own);
    assert_eq!(module.ok().as_deref(), Some(r#"import("../a.wasm")"#));
    let edits = fill("CONSTANTS.EDITS", &[]);
    assert_eq!(
        edits.ok().as_deref(),
        Some(r#"["setup","answer","level","meeting","review"]"#)
    );
    let folders = fill(
        "CONSTANTS.LANGUAGE_FOLDERS+CONSTANTS.LEVEL_FROM_ANSWER",
        &[],
    );
    assert_eq!(folders.ok().as_deref(), Some(r#"["nn","en"]+"nivaa/""#));
    assert!(fill("CONSTANTS.NOTHING", &[]).is_err());
}

#[test]
fn scripts_name_only_what_there_is_and_all_of_it() {
    let scripts = scripts();
    for (name, code) in &scripts {
        let filled = fill(code, &filled_by_pages());
        assert!(filled.is_ok(), "{name}: {filled:?}");
    }
    let all: String = scripts.into_iter().map(|(_, code)| code).collect();
    let shared = table();
    let names = shared.iter().map(|(name, ..)| *name);
    for name in names.chain(others().into_iter().map(|(name, ..)| name)) {
        let word = format!("{WORD}{name}");
        let used = all.match_indices(&word).any(|(at, _)| {
            let next = all
                .get(at + word.len()..)
                .and_then(|rest| rest.chars().next());
            !next.is_some_and(|c| c.is_ascii_uppercase() || c == '_')
        });
        assert!(used, "no script uses {word}");
    }
}

#[test]
fn no_script_repeats_a_value_by_hand() {
    let routes = Route::ALL.map(|route| format!("{}/", route.slug()));
    let shared = table();
    let values = shared.iter().filter(|(_, kind, ..)| *kind == TEXT);
    let values: Vec<String> = values
        .map(|(.., value)| value.trim_matches('"').to_owned())
        .chain(routes)
        .filter(|value| value.len() > 3)
        .collect();
    for (name, code) in scripts() {
        for value in &values {
            for quote in ['\'', '"', '`'] {
                let written = format!("{quote}{value}{quote}");
                // The name of the policy is the browser's, not the channel's.
                let code = code.replace("createPolicy('forankring'", "");
                assert!(!code.contains(&written), "{name} repeats {written}");
            }
        }
    }
}

/// `WRITE=1 cargo test -p forankring-prerender described` writes it anew.
#[test]
fn the_type_checker_has_the_table_described() {
    let path = folder().join("generated.d.ts");
    if std::env::var_os("WRITE").is_some() {
        fs::write(&path, declaration()).expect("web/ can be written");
    }
    let stands = fs::read_to_string(&path).unwrap_or_default();
    let said = "WRITE=1 cargo test -p forankring-prerender described";
    assert_eq!(stands.replace("\r\n", "\n"), declaration(), "run `{said}`");
}

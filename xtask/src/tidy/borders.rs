//! Who may know the browser, clock and chance: `crates/browser`, and of it the executor.
//! Views draw, session and core decide, and both can be run without any of these.

use std::fs;

use super::files::{Findings, shown, sources};
use super::source::{Source, read};
use crate::project::{Project, lookup, read_toml};

/// What some code does without.
struct Border {
    /// Files and folders.
    within: &'static [&'static str],
    except: &'static [&'static str],
    /// Names, or paths from their beginning; `gloo*` is everything that begins so.
    without: &'static [&'static str],
}

const BORDERS: [Border; 4] = [
    // Every file of the shell is a view unless it stands here.
    Border {
        within: &["src"],
        except: &[
            "src/app.rs",
            "src/bin",
            "src/executor",
            "src/input.rs",
            "src/lib.rs",
            "src/main.rs",
        ],
        without: &[
            "forankring_browser",
            "spawn_local",
            "std::time",
            "wasm_bindgen_futures",
        ],
    },
    // Yew's events are what it knows of the browser.
    Border {
        within: &["src"],
        except: &[],
        without: &["gloo*", "js_sys", "wasm_bindgen", "web_sys"],
    },
    Border {
        within: &["crates/core/src", "crates/session/src"],
        except: &[],
        without: &[
            "Instant",
            "SystemTime",
            "fastrand",
            "forankring",
            "forankring_browser",
            "getrandom",
            "gloo*",
            "js_sys",
            "rand",
            "std::time",
            "wasm_bindgen*",
            "web_sys",
            "yew*",
        ],
    },
    Border {
        within: &["src", "crates", "xtask/src"],
        except: &["crates/browser"],
        without: &[
            "gloo_storage",
            "indexed_db",
            "local_storage",
            "session_storage",
        ],
    },
];

/// Packages that a crate does not depend on, neither for itself nor on some machines.
const PACKAGES: [(&str, &[&str]); 3] = [
    ("Cargo.toml", &["gloo*", "js-sys", "web-sys"]),
    ("crates/core/Cargo.toml", PURE),
    ("crates/session/Cargo.toml", PURE),
];

const PURE: &[&str] = &[
    "chrono",
    "fastrand",
    "forankring",
    "forankring-browser",
    "getrandom",
    "gloo*",
    "js-sys",
    "rand",
    "wasm-bindgen*",
    "web-sys",
    "web-time",
    "yew*",
];

pub fn kept(project: &Project) -> Findings {
    let code = BORDERS.iter().flat_map(|border| crossed(project, border));
    let packages = PACKAGES
        .iter()
        .flat_map(|(file, without)| depends(project, file, without));
    code.chain(packages).collect()
}

fn crossed(project: &Project, border: &Border) -> Findings {
    let mut findings = Vec::new();
    for file in border
        .within
        .iter()
        .flat_map(|place| sources(project, place))
    {
        let name = shown(project, &file);
        let among = |place: &&str| {
            let rest = name.strip_prefix(place);
            rest.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
        };
        if border.except.iter().any(among) || is_for_tests(&name) {
            continue;
        }
        let text = fs::read_to_string(&file).unwrap_or_default();
        match read(&text) {
            Ok(source) => findings.extend(
                uses(&source, border.without)
                    .into_iter()
                    .map(|(line, word)| format!("{name}:{line} has {word}")),
            ),
            Err(cause) => findings.push(format!("{name}: {cause}")),
        }
    }
    findings
}

fn is_for_tests(name: &str) -> bool {
    let file = name.rsplit('/').next().unwrap_or(name);
    name.contains("/tests/")
        || matches!(file, "tests.rs" | "properties.rs")
        || file.ends_with("_tests.rs")
}

/// Where a source uses what it should do without, a line for each.
fn uses<'a>(source: &Source, without: &[&'a str]) -> Vec<(usize, &'a str)> {
    let paths = source.uses.iter().map(|one| &one.path).chain(&source.paths);
    let paths: Vec<_> = paths.collect();
    let mut found = Vec::new();
    for word in without {
        let names = source
            .names
            .iter()
            .chain(&source.members)
            .filter(|(name, _)| fits(name, word));
        found.extend(names.map(|(_, line)| (*line, *word)));
        let parts: Vec<&str> = word.split("::").collect();
        let paths = paths.iter().filter(|path| match parts.as_slice() {
            [_] => path.segments.iter().any(|name| fits(name, word)),
            _ => path.segments.iter().take(parts.len()).eq(&parts),
        });
        found.extend(paths.map(|path| (path.line, *word)));
    }
    found.sort_unstable();
    found.dedup();
    found
}

fn fits(name: &str, word: &str) -> bool {
    match word.strip_suffix('*') {
        Some(begin) => name.starts_with(begin),
        None => name == word,
    }
}

fn depends(project: &Project, file: &str, without: &[&str]) -> Findings {
    match read_toml(&project.at(file)) {
        Ok(manifest) => packages(&manifest)
            .into_iter()
            .filter(|package| without.iter().any(|word| fits(package, word)))
            .map(|package| format!("{file} depends on {package}"))
            .collect(),
        Err(failure) => vec![failure.cause],
    }
}

/// Everything under `[dependencies]`, of all machines and of some.
fn packages(manifest: &toml::Table) -> Vec<String> {
    let always = lookup(manifest, &["dependencies"]);
    let targets = lookup(manifest, &["target"]).and_then(toml::Value::as_table);
    let sometimes = targets
        .into_iter()
        .flat_map(|targets| targets.values())
        .filter_map(|target| target.get("dependencies"));
    let tables = always.into_iter().chain(sometimes);
    let tables = tables.filter_map(toml::Value::as_table);
    tables.flat_map(|table| table.keys().cloned()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, without: &[&'static str]) -> Vec<(usize, &'static str)> {
        uses(&read(text).unwrap(), without)
    }

    #[test]
    fn finds_names_and_paths_wherever_they_are_used() {
        let text = "
            use gloo_events::EventListener;
            use std::{fmt, time::Instant};
            fn f() { html! { <p>{ ::web_sys::window() }</p> } }
            fn g() { window.local_storage() }
        ";
        let without = ["gloo*", "std::time", "web_sys", "local_storage"];
        let all = [
            (2, "gloo*"),
            (3, "std::time"),
            (4, "web_sys"),
            (5, "local_storage"),
        ];
        assert_eq!(found(text, &without), all);
    }

    #[test]
    fn lets_be_what_only_sounds_alike() {
        let text = "
            //! No web_sys here, nor localStorage.
            use std::fmt;
            use time::Date;
            const WHERE: &str = \"web_sys::window\";
            fn f(random: u32) { random }
            #[cfg(test)]
            mod tests { use std::time::Instant; }
        ";
        let without = ["web_sys", "std::time", "rand", "local_storage", "Instant"];
        assert_eq!(found(text, &without), []);
    }

    #[test]
    fn reads_the_packages_of_every_machine() {
        let manifest = "
            [dependencies]
            a = '1'
            [target.'cfg(unix)'.dependencies]
            b = { path = '../b' }
            [dev-dependencies]
            c = '1'
        ";
        let manifest: toml::Table = manifest.parse().unwrap();
        assert_eq!(packages(&manifest), ["a", "b"]);
    }

    #[test]
    fn tests_are_known_by_their_names() {
        assert!(is_for_tests("crates/core/src/link/words_tests.rs"));
        assert!(is_for_tests("crates/cli/tests/read.rs"));
        assert!(!is_for_tests("src/executor/mod.rs"));
    }
}

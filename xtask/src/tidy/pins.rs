//! Tidiness of what the project is built with: versions, sources of packages, what is
//! generated.

use std::fs;

use super::files::{Findings, shown, texts};
use crate::project::{Project, lookup, read_toml};

/// `Cargo.toml` pins; Trunk and the crates must say the same.
pub fn versions(project: &Project) -> Findings {
    let bindgen = project.wasm_bindgen.as_str();
    let wanted = [
        (
            "Trunk.toml",
            ["tools", "wasm_bindgen"].as_slice(),
            bindgen.to_owned(),
        ),
        (
            "Trunk.toml",
            &["trunk-version"],
            format!("={}", project.trunk),
        ),
        (
            "Cargo.toml",
            &["dependencies", "wasm-bindgen"],
            format!("={bindgen}"),
        ),
        (
            "crates/browser/Cargo.toml",
            &["dependencies", "wasm-bindgen"],
            format!("={bindgen}"),
        ),
        (
            "crates/wasm/Cargo.toml",
            &["dependencies", "wasm-bindgen-cli-support"],
            format!("={bindgen}"),
        ),
        ("Trunk.toml", &["tools", "wasm_opt"], binaryen(project)),
    ];
    let wrong = |(file, keys, wanted): (&str, &[&str], String)| {
        let table = match read_toml(&project.at(file)) {
            Ok(table) => table,
            Err(failure) => return Some(failure.cause),
        };
        let found = lookup(&table, keys)
            .and_then(toml::Value::as_str)
            .unwrap_or("nothing");
        (found != wanted).then(|| format!("{file}: {} is {found}, not {wanted}", keys.join(".")))
    };
    wanted.into_iter().filter_map(wrong).collect()
}

/// npm's `"binaryen": "132.0.0"` is what Trunk calls `version_132`.
fn binaryen(project: &Project) -> String {
    let text = fs::read_to_string(project.at("package.json")).unwrap_or_default();
    let after = text.split_once("\"binaryen\":").map(|(_, after)| after);
    let major: String = after
        .unwrap_or_default()
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(char::is_ascii_digit)
        .collect();
    format!("version_{major}")
}

/// Packages come from wherever the reader's own settings say.
pub fn locks(project: &Project) -> Findings {
    let mut findings = Vec::new();
    let npm = fs::read_to_string(project.at("package-lock.json")).unwrap_or_default();
    if npm.is_empty() || npm.contains("\"resolved\"") {
        findings.push("package-lock.json is missing or has \"resolved\"".to_owned());
    }
    let default = concat!(
        "\"registry+https://github.com/rust-lang/",
        "crates.io-index\""
    );
    let cargo = fs::read_to_string(project.at("Cargo.lock")).unwrap_or_default();
    if cargo.is_empty() {
        findings.push("Cargo.lock is missing".to_owned());
    }
    let sources = cargo
        .lines()
        .filter_map(|line| line.strip_prefix("source = "));
    findings.extend(
        sources
            .filter(|source| *source != default)
            .map(|source| format!("Cargo.lock: {source}")),
    );
    findings
}

/// Neither by name in a text, nor by settings for npm or cargo.
pub fn registries(project: &Project) -> Findings {
    // Put together here, so that this file names none either.
    let hosts = [
        ["registry", "npmjs", "org"].join("."),
        ["registry", "yarnpkg", "com"].join("."),
        ["index", "crates", "io"].join("."),
        ["static", "crates", "io"].join("."),
    ];
    let mut findings = Vec::new();
    for file in texts(project) {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for host in hosts.iter().filter(|host| text.contains(host.as_str())) {
            findings.push(format!("{} names {host}", shown(project, &file)));
        }
    }
    if project.at(".npmrc").exists() {
        findings.push(".npmrc belongs to the reader, not to the project".to_owned());
    }
    let settings = read_toml(&project.at(".cargo/config.toml")).unwrap_or_default();
    for key in ["source", "registry", "registries"] {
        if settings.contains_key(key) {
            findings.push(format!(".cargo/config.toml has [{key}]"));
        }
    }
    findings
}

pub fn ignored(project: &Project) -> Findings {
    let text = fs::read_to_string(project.at(".gitignore")).unwrap_or_default();
    ["/target", "/dist", "/.tools", "/node_modules"]
        .iter()
        .filter(|folder| !text.lines().any(|line| line.trim() == **folder))
        .map(|folder| format!(".gitignore lacks {folder}"))
        .collect()
}

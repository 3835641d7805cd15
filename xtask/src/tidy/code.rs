//! Tidiness of the source code.

use std::fs;
use std::path::PathBuf;

use super::files::{Findings, shown, sources};
use crate::project::{Project, read_toml};

/// Longer ones are hard to hold in the head.
const LINES: usize = 400;

/// Big only because they are data.
const DATA: [&str; 1] = ["crates/core/src/catalogue/tables.rs"];

pub fn short(project: &Project) -> Findings {
    let long = |file: PathBuf| {
        let lines = fs::read_to_string(&file)
            .unwrap_or_default()
            .lines()
            .count();
        let name = shown(project, &file);
        let wrong = lines > LINES && !DATA.contains(&name.as_str());
        wrong.then(|| format!("{name} has {lines} lines, more than {LINES}"))
    };
    ["src", "crates", "xtask"]
        .iter()
        .flat_map(|folder| sources(project, folder))
        .filter_map(long)
        .collect()
}

pub fn finished(project: &Project) -> Findings {
    let words = ["todo!", "unimplemented!", "dbg!", "from_html_unchecked"];
    let files = ["src", "crates"]
        .iter()
        .flat_map(|folder| sources(project, folder));
    search(project, files, &words)
}

pub fn exact(project: &Project) -> Findings {
    search(
        project,
        sources(project, "crates/core/src"),
        &["f32", "f64"],
    )
}

/// A text that nothing shows is read and translated for nothing.
pub fn texts_used(project: &Project) -> Findings {
    let table = match read_toml(&project.at("crates/core/texts/nb/ui.toml")) {
        Ok(table) => table,
        Err(failure) => return vec![failure.cause],
    };
    let folders = [
        "src",
        "crates/core/src",
        "crates/prerender/src",
        "crates/session/src",
    ];
    let files = folders.iter().flat_map(|folder| sources(project, folder));
    let code: Vec<String> = files
        .map(|file| fs::read_to_string(file).unwrap_or_default())
        .collect();
    let mut findings = Vec::new();
    for (section, texts) in table.iter() {
        for key in texts.as_table().into_iter().flat_map(|texts| texts.keys()) {
            let name = format!("key::{}_{}", section, key)
                .to_uppercase()
                .replace("KEY::", "key::");
            if !code.iter().any(|text| has_word(text, &name)) {
                findings.push(format!("texts: `{section}.{key}` is not used"));
            }
        }
    }
    findings
}

fn search(project: &Project, files: impl IntoIterator<Item = PathBuf>, words: &[&str]) -> Findings {
    let mut findings = Vec::new();
    for file in files {
        let text = fs::read_to_string(&file).unwrap_or_default();
        for (number, word) in occurrences(&text, words) {
            findings.push(format!("{}:{number} has {word}", shown(project, &file)));
        }
    }
    findings
}

/// Lines, counted from 1, in which a word stands by itself. Comments may speak
/// of it.
fn occurrences<'a>(text: &str, words: &[&'a str]) -> Vec<(usize, &'a str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let code = line.split("//").next().unwrap_or_default();
        let here = words.iter().filter(|word| has_word(code, word));
        found.extend(here.map(|word| (number + 1, *word)));
    }
    found
}

fn has_word(code: &str, word: &str) -> bool {
    let part_of_name = |c: char| c.is_alphanumeric() || c == '_';
    code.match_indices(word).any(|(at, _)| {
        let before = code.get(..at).and_then(|before| before.chars().next_back());
        let after = code
            .get(at + word.len()..)
            .and_then(|after| after.chars().next());
        !before.is_some_and(part_of_name) && !after.is_some_and(part_of_name)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_words_by_themselves() {
        let text = "let a = 1;\n// no f64 here\nlet b: f64 = 1.0; // f32\nlet xf64 = f640;\n";
        assert_eq!(occurrences(text, &["f32", "f64"]), [(3, "f64")]);
        assert_eq!(occurrences("todo!()", &["todo!"]), [(1, "todo!")]);
        assert_eq!(
            occurrences("Html::from_html_unchecked(x)", &["from_html_unchecked"]).len(),
            1
        );
    }
}

//! The engines in which `e2e/engines.test.mjs` tries the site. Which there are, what each needs
//! and which of Debian's packages bring it stands in one table, `e2e/lib/engines/index.mjs`.

use std::path::Path;

use crate::project::Project;
use crate::{debian, process};

/// An engine that is not there.
#[derive(Debug, PartialEq, Eq)]
struct Missing {
    packages: Vec<String>,
    line: String,
}

/// Installs what is missing where that is ours to do. What is still missing is no failure: its
/// journeys are skipped, and the lines returned say so.
pub fn install(project: &Project, chrome: &Path) -> Vec<String> {
    let found = missing(project, chrome);
    let packages: Vec<&str> = found
        .iter()
        .flat_map(|engine| engine.packages.iter().map(String::as_str))
        .collect();
    if packages.is_empty() || !debian::is_ours(project) {
        return lines(found);
    }
    eprintln!("installing Debian's {} …", packages.join(", "));
    if let Err(failure) = debian::install_bare(project, &packages) {
        eprintln!("{failure}");
    }
    lines(missing(project, chrome))
}

fn lines(missing: Vec<Missing>) -> Vec<String> {
    missing.into_iter().map(|engine| engine.line).collect()
}

fn missing(project: &Project, chrome: &Path) -> Vec<Missing> {
    let mut node = process::command(project, "node");
    node.arg("e2e/lib/engines/missing.mjs")
        .env("CHROME", chrome);
    process::output(&mut node).map_or_else(unknown, |text| read(&text))
}

/// Nothing is installed then, and nobody is told that all engines were there.
fn unknown() -> Vec<Missing> {
    vec![Missing {
        packages: Vec::new(),
        line: "which engines are there could not be found out: see the skipped journeys".to_owned(),
    }]
}

/// `package package<tab>what to say`, an engine on each line.
fn read(text: &str) -> Vec<Missing> {
    let engines = text.lines().filter_map(|line| line.split_once('\t'));
    engines
        .map(|(packages, line)| Missing {
            packages: packages.split_whitespace().map(str::to_owned).collect(),
            line: line.to_owned(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_is_missing() {
        let missing = |packages: &[&str], line: &str| Missing {
            packages: packages.iter().map(|&name| name.to_owned()).collect(),
            line: line.to_owned(),
        };
        assert_eq!(
            read("a b\tA is left out\nc\tC is left out: there is no c\n"),
            vec![
                missing(&["a", "b"], "A is left out"),
                missing(&["c"], "C is left out: there is no c"),
            ]
        );
        assert_eq!(read(""), Vec::new());
    }
}

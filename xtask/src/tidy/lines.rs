//! Lines that fit beside each other on a screen, in code and comments, where no formatter
//! breaks them: in macros, in texts, in Markdown.

use std::fs;

use super::files::{Findings, shown, texts};
use crate::project::Project;

/// Signs on a line, at most.
const WIDTH: usize = 100;

/// Not `e2e`: its journeys were never held to this, and some 290 lines are longer.
const SCRIPTS: [&str; 3] = ["crates/", "styles/", "web/"];

pub fn short(project: &Project) -> Findings {
    let mut findings = Vec::new();
    for file in texts(project) {
        let name = shown(project, &file);
        let fits = match name.rsplit('.').next() {
            Some("rs") => fits_in_code,
            Some("js" | "mjs") if SCRIPTS.iter().any(|place| name.starts_with(place)) => {
                fits_in_code
            }
            Some("md") => fits_in_markdown,
            _ => continue,
        };
        let text = fs::read_to_string(&file).unwrap_or_default();
        let long = text.lines().enumerate().filter(|(_, line)| !fits(line));
        findings.extend(long.map(|(number, line)| {
            let signs = line.chars().count();
            format!("{name}:{} has {signs} signs, more than {WIDTH}", number + 1)
        }));
    }
    findings
}

fn fits_in_code(line: &str) -> bool {
    line.chars().count() <= WIDTH || !can_be_broken(line)
}

/// A row of a table stands on one line.
fn fits_in_markdown(line: &str) -> bool {
    line.starts_with('|') || fits_in_code(line)
}

/// Whether there is a space at which to go on below: an address or a link of 300 signs
/// has none, nor has the mark of a list or a comment before it.
fn can_be_broken(line: &str) -> bool {
    let marks = ['-', '*', '+', '>', '#', '/', '!', ' ', '\t'];
    let text = line.trim_end().trim_start_matches(marks);
    text.contains(' ')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_counted_and_not_bytes() {
        assert!(fits_in_code(&"å ".repeat(50)));
        assert!(!fits_in_code(&format!("{}b", "å ".repeat(50))));
    }

    #[test]
    fn what_has_no_place_to_break_may_be_long() {
        let address = format!("https://example.org/{}", "x".repeat(WIDTH));
        assert!(fits_in_code(&format!("    /// {address}")));
        assert!(fits_in_markdown(&format!("- {address}")));
        assert!(!fits_in_markdown(&format!("- See {address}")));
    }

    #[test]
    fn rows_of_tables_may_be_long_in_markdown_only() {
        let row = format!("| {} |", "a ".repeat(WIDTH));
        assert!(fits_in_markdown(&row));
        assert!(!fits_in_code(&row));
    }
}

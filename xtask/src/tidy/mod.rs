//! Tidiness is a test: promises that no compiler checks.

mod borders;
mod code;
mod files;
mod imports;
mod lines;
mod pins;
mod source;
pub mod words;

use files::Findings;

use crate::project::Project;
use crate::tally::Tally;

type Check = (&'static str, fn(&Project) -> Findings);

const CHECKS: [Check; 13] = [
    ("tool versions agree", pins::versions),
    ("lock files name no download address", pins::locks),
    ("no package registry is named", pins::registries),
    ("source files are short", code::short),
    ("lines are short", lines::short),
    ("nothing is left to do or open to injection", code::finished),
    ("the core knows no floating point", code::exact),
    ("the browser stays behind its border", borders::kept),
    ("no circle of imports, neighbours", imports::neighbours),
    ("no circle of imports, files", imports::files),
    ("every text of the interface is used", code::texts_used),
    ("words stand with the pages that show them", words::derived),
    ("nothing generated is committed", pins::ignored),
];

pub fn check(project: &Project) -> Tally {
    let mut tally = Tally::default();
    for (name, check) in CHECKS {
        let findings = check(project);
        eprintln!(
            "{} {name}",
            if findings.is_empty() {
                "ok    "
            } else {
                "FAILED"
            }
        );
        for finding in &findings {
            eprintln!("       {finding}");
        }
        let one = Tally::one(findings.is_empty());
        tally.passed += one.passed;
        tally.failed += one.failed;
    }
    tally
}

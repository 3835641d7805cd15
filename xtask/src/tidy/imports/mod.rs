//! No circle of imports: what cannot be read, tested or moved without each other is one
//! module, whatever its files say.
//!
//! A folder's `mod.rs` is a file like any other. That it declares its children, and passes
//! on their names, is no use of them; who takes a name that it passes on uses the child.

mod circles;
pub mod tree;

use std::collections::BTreeSet;

use circles::{Graph, circles};
use tree::{Import, Name, Tree, shown};

use super::files::Findings;
use crate::project::Project;

/// The roots of the crates that are ours.
const ROOTS: [&str; 7] = [
    "src/lib.rs",
    "crates/browser/src/lib.rs",
    "crates/cli/src/main.rs",
    "crates/core/src/lib.rs",
    "crates/prerender/src/main.rs",
    "crates/session/src/lib.rs",
    "xtask/src/main.rs",
];

/// Of the files and folders beside each other, each folder with everything below it, none
/// leads back to itself.
pub fn neighbours(project: &Project) -> Findings {
    in_all(project, among_neighbours)
}

/// No file leads back to itself, be it by way of those above it.
pub fn files(project: &Project) -> Findings {
    in_all(project, among_files)
}

fn in_all(project: &Project, find: fn(&Tree) -> Findings) -> Findings {
    let mut findings = Vec::new();
    for root in ROOTS {
        let found = Tree::read(&project.at(root)).map(|tree| find(&tree));
        let folder = root.rsplit_once('/').map_or(root, |(folder, _)| folder);
        let found = found.unwrap_or_else(|cause| vec![cause]);
        findings.extend(found.into_iter().map(|one| format!("{folder}: {one}")));
    }
    findings
}

fn among_files(tree: &Tree) -> Findings {
    round(&tree.imports(), |name| Some(name.clone()))
}

fn among_neighbours(tree: &Tree) -> Findings {
    let imports = tree.imports();
    let folders: BTreeSet<&[String]> = tree
        .names()
        .filter_map(|name| name.split_last().map(|(_, folder)| folder))
        .collect();
    let within = |folder: &[String]| {
        round(&imports, |name| {
            let below = name.strip_prefix(folder)?.first()?;
            Some([folder, std::slice::from_ref(below)].concat())
        })
    };
    folders.into_iter().flat_map(within).collect()
}

/// The circles between modules once some are taken together; those for which nothing
/// stands are left out.
fn round(imports: &[Import], together: impl Fn(&Name) -> Option<Name>) -> Findings {
    let step = |one: &Import| {
        let step = (together(&one.from)?, together(&one.to)?);
        (step.0 != step.1).then_some(step)
    };
    let mut graph: Graph<Name> = Graph::new();
    for (from, to) in imports.iter().filter_map(step) {
        graph.entry(from).or_default().insert(to);
    }
    let example = |from: &Name, to: &Name| {
        let wanted = Some((from.clone(), to.clone()));
        let import = imports.iter().find(|one| step(one) == wanted)?;
        let (from, to) = (shown(&import.from), shown(&import.to));
        Some(format!("{from} uses {to} (line {})", import.line))
    };
    let told = |circle: Vec<Name>| {
        let next = circle.iter().cycle().skip(1);
        let steps = circle.iter().zip(next);
        let steps: Vec<String> = steps.filter_map(|(from, to)| example(from, to)).collect();
        steps.join(", ")
    };
    circles(&graph).into_iter().map(told).collect()
}

#[cfg(test)]
mod tests;

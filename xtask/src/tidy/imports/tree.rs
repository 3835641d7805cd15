//! The modules of a crate, and which of them really uses which: a name that a module only
//! passes on leads to where it is defined.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path as File;

use crate::tidy::source::{Brought, Source, Use, read};

/// A module by its names from the root of the crate, which has none.
pub type Name = Vec<String>;

/// Names lead to names; Rust forbids that they lead round, but not every loop is seen to
/// be one before it was gone through.
const STEPS: usize = 32;

/// That a module uses something of another, and where this is first said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    pub from: Name,
    pub to: Name,
    pub line: usize,
}

/// A crate: each module that has a file of its own.
#[derive(Default)]
pub struct Tree {
    modules: BTreeMap<Name, Source>,
}

impl Tree {
    /// Reads the crate whose root is this file, as the compiler does: a module is what is
    /// declared, not what lies about.
    pub fn read(root: &File) -> Result<Tree, String> {
        let folder = root.parent().unwrap_or(root);
        let mut tree = Tree::default();
        let text = fs::read_to_string(root).map_err(|error| format!("cannot be read: {error}"))?;
        tree.add(Vec::new(), &text, &|name| {
            let path = folder.join(name.join("/"));
            let beside = path.with_extension("rs");
            fs::read_to_string(beside)
                .or_else(|_| fs::read_to_string(path.join("mod.rs")))
                .map_err(|error| format!("cannot be read: {error}"))
        })?;
        Ok(tree)
    }

    /// A module and those below it; `text` finds theirs.
    pub fn add(
        &mut self,
        name: Name,
        here: &str,
        text: &dyn Fn(&[String]) -> Result<String, String>,
    ) -> Result<(), String> {
        let told = |name: &[String], cause| format!("{}: {cause}", shown(name));
        let source = read(here).map_err(|cause| told(&name, cause))?;
        for child in &source.children {
            let below = [name.as_slice(), std::slice::from_ref(child)].concat();
            let there = text(&below).map_err(|cause| told(&below, cause))?;
            self.add(below, &there, text)?;
        }
        self.modules.insert(name, source);
        Ok(())
    }

    pub fn names(&self) -> impl Iterator<Item = &Name> {
        self.modules.keys()
    }

    /// Who uses whom; each pair once.
    pub fn imports(&self) -> Vec<Import> {
        let mut found: Vec<Import> = Vec::new();
        for (from, source) in &self.modules {
            let used = source.uses.iter().filter(|one| is_own(one, source));
            let used = used.map(|one| (&one.path, one.brought == Brought::All));
            let named = source.paths.iter().map(|path| (path, false));
            for (path, all) in used.chain(named) {
                let Some((to, item)) = self.find(from, &path.segments) else {
                    continue;
                };
                let known = found.iter().any(|one| one.from == *from && one.to == to);
                // Who brings in a module by its name uses what is named after it.
                if to == *from || known || !(item.is_some() || all) {
                    continue;
                }
                found.push(Import {
                    from: from.clone(),
                    to,
                    line: path.line,
                });
            }
        }
        found
    }

    /// The module in which a path ends, seen from another, and what it means in it, unless
    /// the module itself. Nothing where the path leads out of the crate.
    pub fn find(&self, from: &[String], path: &[String]) -> Option<(Name, Option<String>)> {
        self.resolve(from, path, STEPS)
    }

    /// A crate of these modules, the root as `crate`.
    #[cfg(test)]
    pub fn of(files: &[(&str, &str)]) -> Tree {
        let text = |name: &[String]| {
            let wanted = shown(name);
            let file = files.iter().find(|(name, _)| *name == wanted);
            file.map(|(_, text)| (*text).to_owned())
                .ok_or("is missing".to_owned())
        };
        let mut tree = Tree::default();
        tree.add(Vec::new(), &text(&[]).unwrap(), &text).unwrap();
        tree
    }

    pub fn source(&self, module: &[String]) -> Option<&Source> {
        self.modules.get(module)
    }

    fn resolve(
        &self,
        from: &[String],
        path: &[String],
        steps: usize,
    ) -> Option<(Name, Option<String>)> {
        let (first, mut rest) = path.split_first()?;
        let mut at = from.to_vec();
        match first.as_str() {
            "crate" => at.clear(),
            "self" => {}
            "super" => {
                at.pop()?;
            }
            _ => {
                if !self.has(&child(from, first)) {
                    let (to, item) = self.brought(from, first, steps)?;
                    if item.is_some() {
                        return Some((to, item));
                    }
                    at = to;
                } else {
                    at.push(first.clone());
                }
            }
        }
        while let Some((next, others)) = rest.split_first() {
            if next == "super" {
                at.pop()?;
            } else if self.has(&child(&at, next)) {
                at.push(next.clone());
            } else {
                let here = || (at.clone(), Some(next.clone()));
                let (to, item) = self.brought(&at, next, steps).unwrap_or_else(here);
                if item.is_some() {
                    return Some((to, item));
                }
                at = to;
            }
            rest = others;
        }
        Some((at, None))
    }

    /// What a name means in a module that has brought it in from elsewhere.
    fn brought(&self, at: &[String], name: &str, steps: usize) -> Option<(Name, Option<String>)> {
        let steps = steps.checked_sub(1)?;
        let source = self.modules.get(at)?;
        let by_name = source
            .uses
            .iter()
            .find(|one| matches!(&one.brought, Brought::Name(known) if known == name));
        if let Some(one) = by_name {
            return self.resolve(at, &one.path.segments, steps);
        }
        if source.defined.contains(name) {
            return None;
        }
        let all = source.uses.iter().filter(|one| one.brought == Brought::All);
        all.filter_map(|one| self.resolve(at, &one.path.segments, steps))
            .find_map(|(module, item)| {
                let defines = |source: &Source| source.defined.contains(name);
                match self.modules.get(&module).is_some_and(defines) && item.is_none() {
                    true => Some((module, Some(name.to_owned()))),
                    false => self.brought(&module, name, steps),
                }
            })
    }

    fn has(&self, module: &[String]) -> bool {
        self.modules.contains_key(module)
    }
}

/// What is passed on only is not used.
fn is_own(one: &Use, source: &Source) -> bool {
    match &one.brought {
        Brought::Name(name) => !one.public || source.names.contains_key(name),
        Brought::All => !one.public,
    }
}

fn child(of: &[String], name: &str) -> Name {
    let mut path = of.to_vec();
    path.push(name.to_owned());
    path
}

/// A module as code names it.
pub fn shown(name: &[String]) -> String {
    match name {
        [] => "crate".to_owned(),
        _ => name.join("::"),
    }
}

//! Which file of words each text of the interface stands in, as the sources say: the pages
//! of some entries load only what their code can show. `cargo xtask words` writes it to
//! `crates/core/texts/parts.toml`, where `crates/core/build.rs` reads it.

mod reach;

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use reach::{Code, Piece, keys};

use super::files::{Findings, sources};
use super::source::read;
use crate::arguments::Arguments;
use crate::failure::Failure;
use crate::project::{Project, read_toml};

const FILE: &str = "crates/core/texts/parts.toml";
const TEXTS: &str = "crates/core/texts/nb/ui.toml";
const ENTRIES: &str = "crates/session/src/extent.rs";
const STEP: &str = "sort the texts by the pages that show them";

/// Said by code that answering has and never comes to: it reads no link
/// (`Extent::read_link`).
const OF_LINKS: [&str; 2] = ["LINK_PROBLEM_", "UNLOCK_LEAD"];

/// Said by such code where it comes with no screen: it reads no file either, and shows
/// nothing of what is kept (`Extent::only_answers`).
const OF_WHAT_IS_KEPT: [&str; 3] = ["BACKUP_", "FILE_PROBLEM_", "KEPT_"];

/// How measures of items are asked for: they stand in the part for reading.
const OF_READING: [&str; 2] = ["MeasureFrom", "measure_terms"];

/// The keys of each part; all others stand in the rest.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    asking: BTreeSet<String>,
    common: BTreeSet<String>,
    reading: BTreeSet<String>,
    front: BTreeSet<String>,
    planning: BTreeSet<String>,
    /// A respondent's, which asking others may show too.
    replying: BTreeSet<String>,
    panel: BTreeSet<String>,
    /// Of what is fetched when it is wanted.
    more: BTreeSet<String>,
    /// Only in pages as they are built: in no file.
    built_in: BTreeSet<String>,
}

/// `cargo xtask words`
pub fn write(project: &Project, _: &Arguments) -> Result<(), Failure> {
    let text = written(project)
        .map_err(|cause| Failure::new(STEP, cause, "correct what is named there"))?;
    let path = project.at(FILE);
    fs::write(&path, text).map_err(|error| Failure::file(STEP, &path, error))
}

/// What is committed is what the sources say.
pub fn derived(project: &Project) -> Findings {
    let found = fs::read_to_string(project.at(FILE)).unwrap_or_default();
    match written(project) {
        Err(cause) => vec![cause],
        Ok(wanted) if wanted == found.replace('\r', "") => Vec::new(),
        Ok(_) => vec![format!(
            "{FILE} is not what the sources say: run `cargo xtask words`"
        )],
    }
}

fn written(project: &Project) -> Result<String, String> {
    let code = Code::read(project)?;
    let entries = fs::read_to_string(project.at(ENTRIES)).unwrap_or_default();
    let parts = parts(&code, &entries, &named(project)?)?;
    let texts = read_toml(&project.at(TEXTS)).map_err(|failure| failure.cause)?;
    show(&parts, &constants(&texts))
}

/// Every constant in `key::` that stands in a source, of the browser or of the build.
fn named(project: &Project) -> Result<BTreeSet<String>, String> {
    let mut found = BTreeSet::new();
    for file in sources(project, "crates/prerender/src") {
        let text = fs::read_to_string(&file).unwrap_or_default();
        found.extend(keys(&read(&text)?));
    }
    Ok(found)
}

/// `built`: what the pages name as they are built.
fn parts(code: &Code, entries: &str, built: &BTreeSet<String>) -> Result<Parts, String> {
    if let Some(piece) = code.hidden() {
        let piece = piece.shown();
        return Err(format!(
            "{piece} names texts other than by `key::…`: they are not seen"
        ));
    }
    let reached = |entry: &str| {
        let pages = pages(entries, entry);
        match pages.is_empty() {
            true => Err(format!("{ENTRIES}: no route has Entry::{entry}")),
            false => Ok(code.reached(&pages, entry == "Answering")),
        }
    };
    let (asking, reading, front) = (
        reached("Answering")?,
        reached("Reading")?,
        reached("Front")?,
    );
    for (entry, pieces) in [("Answering", &asking), ("Front", &front)] {
        if let Some(piece) = code.naming(pieces, &OF_READING) {
            let piece = piece.shown();
            return Err(format!(
                "{piece} shows measures on pages of Entry::{entry}, which load none"
            ));
        }
    }
    let (shown, other): (BTreeSet<_>, _) = asking.into_iter().partition(Piece::comes_with_a_screen);
    let mut asking = code.keys(&other);
    asking.retain(|key| !begins(key, &OF_WHAT_IS_KEPT));
    asking.extend(code.keys(&shown));
    asking.retain(|key| !begins(key, &OF_LINKS));
    let further = |pieces| &code.keys(&pieces) - &asking;
    let (reading, front) = (further(reading), further(front));
    let (fetched, others) = code.all().into_iter().partition(Piece::is_fetched);
    let (fetched, others) = (code.keys(&fetched), code.keys(&others));
    let known = |key: &&String| asking.contains(*key) || reading.contains(*key);
    if let Some(key) = fetched.intersection(&others).find(|key| !known(key)) {
        return Err(format!(
            "key::{key} stands with what is fetched when it is wanted, and elsewhere too"
        ));
    }
    // What no other screen shows; what the plan shares with others stands in the rest.
    let only = |entry: &str, beside: &[&str]| {
        let own = pages(entries, entry);
        let with: Vec<String> = beside.iter().flat_map(|one| pages(entries, one)).collect();
        let none = |page: &String| !own.contains(page) && !with.contains(page);
        let others: Vec<String> = code.pages().filter(none).collect();
        match own.is_empty() {
            true => BTreeSet::new(),
            false => {
                &code.keys(&code.reached(&own, false)) - &code.keys(&code.reached(&others, false))
            }
        }
    };
    let replying = &only("Replying", &["Panel"]) - &asking;
    Ok(Parts {
        common: &reading & &front,
        built_in: &(built - &others) - &fetched,
        more: &fetched - &others,
        reading: &reading - &front,
        front: &front - &reading,
        planning: &only("Planning", &[]) - &asking,
        panel: &only("Panel", &["Replying"]) - &(&replying | &asking),
        replying,
        asking,
    })
}

fn begins(key: &str, with: &[&str]) -> bool {
    with.iter().any(|start| key.starts_with(start))
}

/// The modules of the screens whose pages load this entry, as `Entry::of` says.
fn pages(entries: &str, entry: &str) -> Vec<String> {
    let arms = entries.lines().filter_map(|line| line.split_once("=>"));
    let of_entry =
        arms.filter(|(_, to)| to.trim().trim_end_matches(',') == format!("Entry::{entry}"));
    let routes = of_entry.flat_map(|(from, _)| from.split('|'));
    let routes = routes.filter_map(|route| route.trim().strip_prefix("Route::"));
    routes.map(str::to_lowercase).collect()
}

/// The keys of the texts, by the constants that name them.
fn constants(texts: &toml::Table) -> BTreeMap<String, String> {
    let keys = texts.iter().flat_map(|(section, texts)| {
        let below = texts.as_table().into_iter().flat_map(toml::Table::keys);
        below.map(move |key| format!("{section}.{key}"))
    });
    keys.map(|key| (key.replace(['.', '-'], "_").to_uppercase(), key))
        .collect()
}

fn show(parts: &Parts, constants: &BTreeMap<String, String>) -> Result<String, String> {
    let mut text = String::from(
        "# Which file of words each text of the interface stands in; those that are not named\n\
         # here stand in the rest. Written by `cargo xtask words` from what the sources of the\n\
         # pages can show.\n",
    );
    let named = [
        ("What answering shows.", "asking", &parts.asking),
        (
            "What reading a result and the front page show besides.",
            "common",
            &parts.common,
        ),
        ("Reading a result.", "reading", &parts.reading),
        ("The front page.", "front", &parts.front),
        ("The plan.", "planning", &parts.planning),
        (
            "A respondent, and what asking others shows too.",
            "replying",
            &parts.replying,
        ),
        ("Asking others.", "panel", &parts.panel),
        ("What is fetched when it is wanted.", "more", &parts.more),
        (
            "In no file: pages have them built in.",
            "built_in",
            &parts.built_in,
        ),
    ];
    for (what, part, keys) in named {
        let _ = write!(text, "\n# {what}\n{part} = [\n");
        for key in keys {
            let key = constants
                .get(key)
                .ok_or_else(|| format!("{TEXTS} has no text for key::{key}"))?;
            let _ = writeln!(text, "    \"{key}\",");
        }
        text.push_str("]\n");
    }
    Ok(text)
}

#[cfg(test)]
mod tests;

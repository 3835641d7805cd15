//! What was built, and what the pages need besides.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

use forankring_core::texts::{Lang, Part, Texts};
use forankring_session::Entry;

use crate::hash::short_hash;
use crate::offline;
use crate::scripts::Scripts;

/// Names of the files that pages refer to, relative to the site's root.
pub struct Assets {
    /// The app.
    pub program: Program,
    /// The words, a file for each part of each language.
    pub texts: Vec<Words>,
    /// The styles of each entry, small enough to stand in a page.
    styles: Vec<(Entry, String)>,
    /// Those of the page for unknown addresses.
    pub missing: String,
    /// The file with the styles of the rest, which has many pages; none in a development build.
    sheet: Option<String>,
    /// What pages carry of scripts.
    pub scripts: Scripts,
    /// The script that stands beside the app, and makes the site work without a
    /// network; none in a development build, where files change under the worker.
    pub offline: Option<String>,
    /// Trunk's script for reloading, in a development build.
    pub reload: Option<String>,
}

impl Assets {
    /// Where pages of this entry have their styles: what is opened first by many carries them,
    /// so that nothing is waited for; the pages of the rest share a file.
    pub fn styling(&self, entry: Entry) -> Styling<'_> {
        match &self.sheet {
            Some(name) if sheet(entry) == Entry::Rest => Styling::Shared(name),
            _ => Styling::Carried(self.styles(entry)),
        }
    }

    /// The styles of pages of this entry.
    pub fn styles(&self, entry: Entry) -> &str {
        let found = self.styles.iter().find(|(of, _)| *of == sheet(entry));
        found.map_or("", |(_, styles)| styles)
    }
}

/// Whose styles the pages of an entry have: to the overview, the plan and passing on one comes
/// from pages of one's own, and they have those of the rest.
fn sheet(entry: Entry) -> Entry {
    match entry {
        Entry::Overview | Entry::Planning | Entry::Panel | Entry::Sharing => Entry::Rest,
        other => other,
    }
}

/// Where a page has its styles.
#[derive(Clone, Copy)]
pub enum Styling<'a> {
    /// In the page itself.
    Carried(&'a str),
    /// In the file of this name, which several pages share.
    Shared(&'a str),
}

/// A file with words.
pub struct Words {
    /// Of this language.
    pub lang: Lang,
    /// Which of them.
    pub part: Part,
    /// Its name.
    pub name: String,
}

/// The app.
pub struct Program {
    /// The script that starts the WebAssembly.
    pub script: String,
    /// The main part of the WebAssembly.
    pub wasm: String,
    /// The further parts that each entry needs, by its id; none where it is in one piece.
    parts: HashMap<String, Vec<String>>,
}

impl Program {
    /// The further parts that this entry needs.
    pub fn parts(&self, entry: Entry) -> &[String] {
        self.parts.get(entry.id()).map_or(&[], Vec::as_slice)
    }
}

/// Finds what was built and writes the files with the words.
pub fn collect(
    staging: &Path,
    styles: &Path,
    scripts: Scripts,
    develop: bool,
) -> io::Result<Assets> {
    let program = program(staging, "forankring")?;
    let mut texts = Vec::new();
    for (lang, part) in Lang::ALL
        .into_iter()
        .flat_map(|lang| Part::ALL.map(|part| (lang, part)))
    {
        let packed = Texts::builtin(lang).pack(part);
        let hash = short_hash(packed.as_bytes());
        let name = format!("texts-{}-{}-{hash}.txt", lang.tag(), part.id());
        fs::write(staging.join(&name), packed)?;
        texts.push(Words { lang, part, name });
    }
    let missing = stylesheet(styles, "missing")?;
    let styles = read_styles(styles)?;
    let rest = styles.iter().find(|(entry, _)| *entry == Entry::Rest);
    let sheet = match rest.filter(|_| !develop) {
        None => None,
        Some((_, rest)) => {
            let name = format!("styles-{}.css", short_hash(rest.as_bytes()));
            fs::write(staging.join(&name), rest)?;
            Some(name)
        }
    };
    Ok(Assets {
        program,
        texts,
        styles,
        missing,
        sheet,
        offline: match develop {
            true => None,
            false => Some(offline::write_script(staging, &scripts)?),
        },
        scripts,
        reload: match develop {
            true => reload_script(&fs::read_to_string(staging.join("index.html"))?),
            false => None,
        },
    })
}

/// The app in a site that is built.
pub fn find_program(site: &Path) -> io::Result<Built> {
    built(site, "forankring")
}

/// The files of the app in a folder.
pub struct Built {
    /// The script that starts it.
    pub script: String,
    /// The main part.
    pub wasm: String,
    /// All further parts.
    pub parts: Vec<String>,
}

fn built(folder: &Path, name: &str) -> io::Result<Built> {
    let files = names(folder)?;
    let one = |end: &str| {
        let found = files
            .iter()
            .find(|file| file.starts_with(name) && file.ends_with(end));
        found
            .cloned()
            .ok_or_else(|| io::Error::other(format!("no file {name}…{end} was built")))
    };
    let is_part = |file: &&String| {
        let named = file.starts_with("split_") || file.starts_with("chunk_");
        named && file.ends_with(".wasm")
    };
    let mut parts: Vec<String> = files.iter().filter(is_part).cloned().collect();
    parts.sort_unstable();
    Ok(Built {
        script: one(".js")?,
        wasm: one("_bg.wasm")?,
        parts,
    })
}

/// Gives the files of the app names that change with every build: nothing in a part tells
/// which main part it belongs to, and in another one it would do anything.
fn program(staging: &Path, name: &str) -> io::Result<Program> {
    let Built {
        script,
        wasm,
        parts: further,
    } = built(staging, name)?;
    let parts = parts(staging)?;
    let mut code = fs::read_to_string(staging.join(&script))?;
    let mut all = fs::read(staging.join(&wasm))?;
    for part in &further {
        all.extend(fs::read(staging.join(part))?);
    }
    let hash = short_hash(&all);
    let hashed = |part: &String| part.replace(".wasm", &format!("-{hash}.wasm"));
    for part in &further {
        fs::rename(staging.join(part), staging.join(hashed(part)))?;
        code = code.replace(&format!("./{part}"), &format!("./{}", hashed(part)));
    }
    let hashed = |parts: &Vec<String>| parts.iter().map(hashed).collect();
    let parts = parts
        .iter()
        .map(|(entry, parts)| (entry.clone(), hashed(parts)));
    let program = Program {
        script: format!("{name}-{hash}.js"),
        wasm: format!("{name}-{hash}_bg.wasm"),
        parts: parts.collect(),
    };
    fs::rename(staging.join(&wasm), staging.join(&program.wasm))?;
    fs::remove_file(staging.join(&script))?;
    fs::write(staging.join(&program.script), code)?;
    Ok(program)
}

/// The files of the further parts, as `forankring-wasm` has noted them.
fn parts(staging: &Path) -> io::Result<HashMap<String, Vec<String>>> {
    let path = staging.join("parts.json");
    if !path.exists() {
        return Ok(HashMap::new());
    }
    let noted: HashMap<String, Vec<String>> = serde_json::from_str(&fs::read_to_string(&path)?)?;
    fs::remove_file(&path)?;
    let files = |stems: Vec<String>| stems.iter().map(|stem| format!("{stem}.wasm")).collect();
    Ok(noted
        .into_iter()
        .map(|(entry, stems)| (entry, files(stems)))
        .collect())
}

fn read_styles(styles: &Path) -> io::Result<Vec<(Entry, String)>> {
    let read = |entry: Entry| Ok((entry, stylesheet(styles, entry.id())?));
    let own = Entry::ALL
        .into_iter()
        .filter(|entry| sheet(*entry) == *entry);
    own.map(read).collect()
}

/// One of the stylesheets: for `styles.css` there are `styles-answering.css` and so on, see
/// styles/bundle.mjs.
pub fn stylesheet(styles: &Path, name: &str) -> io::Result<String> {
    let stem = styles
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    fs::read_to_string(styles.with_file_name(format!("{stem}-{name}.css")))
}

fn names(folder: &Path) -> io::Result<Vec<String>> {
    let entries: io::Result<Vec<PathBuf>> = fs::read_dir(folder)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect();
    Ok(entries?
        .iter()
        .filter_map(|path| Some(path.file_name()?.to_str()?.to_owned()))
        .collect())
}

/// Trunk writes its reloading script into `index.html` when it serves.
fn reload_script(index: &str) -> Option<String> {
    let from = index
        .find("<script>")
        .filter(|_| index.contains("WebSocket"))?;
    let rest = index.get(from..)?;
    let to = rest.find("</script>")?;
    rest.get(..to + "</script>".len()).map(str::to_owned)
}

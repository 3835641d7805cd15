//! What was built, and what the pages need besides.

use std::path::{Path, PathBuf};
use std::{fs, io};

use forankring_core::texts::{Lang, Part, Texts};

use crate::hash::short_hash;
use crate::offline;
use crate::scripts::Scripts;

/// Names of the files that pages refer to, relative to the site's root.
pub struct Assets {
    /// The app with all screens.
    pub whole: Program,
    /// The app with the answering screen alone.
    pub answering: Program,
    /// The words, three files for each language.
    pub texts: Vec<Words>,
    /// All styles, small enough to stand in every page.
    pub styles: String,
    /// What the answering page needs of them.
    pub answering_styles: String,
    /// What pages carry of scripts.
    pub scripts: Scripts,
    /// The script that stands beside the app, and makes the site work without a
    /// network; none in a development build, where files change under the worker.
    pub offline: Option<String>,
    /// Trunk's script for reloading, in a development build.
    pub reload: Option<String>,
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

/// One build of the app.
pub struct Program {
    /// The script that starts the WebAssembly.
    pub script: String,
    /// The WebAssembly.
    pub wasm: String,
}

/// Finds what was built and writes the files with the words.
pub fn collect(
    staging: &Path,
    styles: &Path,
    scripts: Scripts,
    develop: bool,
) -> io::Result<Assets> {
    let whole = program(staging, "forankring")?;
    let answering = program(staging, "answering")?;
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
    Ok(Assets {
        whole,
        answering,
        texts,
        styles: fs::read_to_string(styles)?,
        answering_styles: fs::read_to_string(answering_styles(styles))?,
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

/// Gives both files of a build a name that changes with their content.
fn program(staging: &Path, name: &str) -> io::Result<Program> {
    let files = names(staging)?;
    let one = |end: &str| {
        let fits = |file: &&String| file.starts_with(name) && file.ends_with(end);
        let missing =
            || io::Error::other(format!("there is no {name}…{end} in the staging folder"));
        files.iter().find(fits).cloned().ok_or_else(missing)
    };
    let (script, wasm) = (one(".js")?, one("_bg.wasm")?);
    let hash = short_hash(&fs::read(staging.join(&wasm))?);
    let program = Program {
        script: format!("{name}-{hash}.js"),
        wasm: format!("{name}-{hash}_bg.wasm"),
    };
    fs::rename(staging.join(&wasm), staging.join(&program.wasm))?;
    fs::rename(staging.join(&script), staging.join(&program.script))?;
    Ok(program)
}

/// Beside `styles.css` stands `styles-answering.css`: see styles/bundle.mjs.
fn answering_styles(styles: &Path) -> PathBuf {
    let stem = styles
        .file_stem()
        .and_then(|stem| stem.to_str())
        .unwrap_or_default();
    styles.with_file_name(format!("{stem}-answering.css"))
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

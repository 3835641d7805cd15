//! From the WebAssembly that the compiler writes to the files that a browser loads: a main
//! part with the script that starts it, and further parts that are fetched when they are
//! needed. What the commands `wasm-split-cli` and `wasm-bindgen` do, by their libraries.
//!
//! `forankring-wasm FOLDER NAME.wasm` writes into an empty folder:
//!
//! - `NAME.js`, `NAME_bg.wasm`: the main part;
//! - `parts.js`: the script by which the main part fetches the others;
//! - `split_*.wasm`, `chunk_*.wasm`: those, and what several of them share;
//! - `parts.json`: the files that each part needs, by its name.

use std::collections::BTreeMap;
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;
use wasm_split_cli_support::{Options, transform};

const USAGE: &str = "usage: forankring-wasm FOLDER NAME.wasm";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    let [folder, program] = arguments.as_slice() else {
        return Err(USAGE.into());
    };
    let name = program.file_stem().and_then(|stem| stem.to_str());
    let name = name.ok_or(USAGE)?;
    // Removed again: what stands in the folder is what the site is made of.
    let main = folder.join(format!("{name}.wasm"));
    split(program, name, &main, folder)?;
    bind(&main, folder)?;
    fs::remove_file(&main)?;
    Ok(())
}

fn split(program: &Path, name: &str, main: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let wasm = fs::read(program)?;
    let script = format!("./{name}.js");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = main;
    options.link_name = "./parts.js";
    options.main_module = &script;
    let made = transform(options).map_err(|error| format!("{error:?}"))?;
    // By name, so that the same sources give the same bytes.
    let parts: BTreeMap<String, Vec<String>> = made.prefetch_map.into_iter().collect();
    fs::write(folder.join("parts.json"), serde_json::to_string(&parts)?)?;
    Ok(())
}

/// The address of the WebAssembly is told by the page that starts it: `web/start.js`.
fn bind(main: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(main)
        .typescript(false)
        .omit_default_module_path(true)
        // The other parts share memory and table of the main part by these names.
        .keep_lld_exports(true)
        .web(true)?;
    Ok(bindgen.generate(folder)?)
}

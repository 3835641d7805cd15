//! From the WebAssembly that the compiler writes to the one that a browser loads, and
//! the script that starts it: what the command `wasm-bindgen` does, by its library.
//!
//! `forankring-wasm FOLDER PROGRAM.wasm …` writes `PROGRAM.js` and `PROGRAM_bg.wasm`
//! for each.

use std::error::Error;
use std::path::Path;

use wasm_bindgen_cli_support::Bindgen;

const USAGE: &str = "usage: forankring-wasm FOLDER PROGRAM.wasm …";

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let Some((folder, programs)) = arguments.split_first() else {
        return Err(USAGE.into());
    };
    for program in programs {
        bind(Path::new(program), Path::new(folder))?;
    }
    Ok(())
}

/// The address of the WebAssembly is told by the page that starts it: `web/start.js`.
fn bind(program: &Path, folder: &Path) -> Result<(), Box<dyn Error>> {
    let name = program.file_stem().and_then(|stem| stem.to_str());
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(program)
        .out_name(name.ok_or(USAGE)?)
        .typescript(false)
        .omit_default_module_path(true)
        .web(true)?;
    Ok(bindgen.generate(folder)?)
}

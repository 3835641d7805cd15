//! Where things stand, and the one place where tool versions are read.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use crate::failure::Failure;

/// The folder of the project and the versions pinned in its `Cargo.toml`.
pub struct Project {
    pub root: PathBuf,
    pub trunk: String,
    pub wasm_bindgen: String,
}

impl Project {
    pub fn open() -> Result<Self, Failure> {
        let here = Path::new(env!("CARGO_MANIFEST_DIR"));
        let root = here.parent().unwrap_or(here).to_path_buf();
        let manifest = read_toml(&root.join("Cargo.toml"))?;
        let tools = lookup(&manifest, &["workspace", "metadata", "tools"]);
        let version = |name: &str| -> Result<String, Failure> {
            let found = tools
                .and_then(|tools| tools.get(name))
                .and_then(toml::Value::as_str);
            found.map(str::to_owned).ok_or_else(|| {
                Failure::new(
                    "read the pinned versions",
                    format!("[workspace.metadata.tools] in Cargo.toml names no '{name}'"),
                    "restore that line from version control",
                )
            })
        };
        Ok(Self {
            trunk: version("trunk")?,
            wasm_bindgen: version("wasm-bindgen-cli")?,
            root,
        })
    }

    pub fn at(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// Where cargo installs the tools; git ignores it.
    pub fn tools_bin(&self) -> PathBuf {
        self.root.join(".tools").join("bin")
    }

    /// Where cargo builds.
    pub fn target(&self) -> PathBuf {
        self.root
            .join(std::env::var_os("CARGO_TARGET_DIR").unwrap_or_else(|| "target".into()))
    }

    /// The search path with the project's own tools first.
    pub fn search_path(&self) -> OsString {
        let old = std::env::var_os("PATH").unwrap_or_default();
        let own = [self.tools_bin(), self.at("node_modules").join(".bin")];
        // A folder whose name holds the separator cannot stand in PATH: then
        // the old one has to do, and the tools are found as they were before.
        std::env::join_paths(own.into_iter().chain(std::env::split_paths(&old))).unwrap_or(old)
    }
}

pub fn read_toml(path: &Path) -> Result<toml::Table, Failure> {
    let step = "read the project's settings";
    let text = std::fs::read_to_string(path).map_err(|error| Failure::file(step, path, error))?;
    text.parse()
        .map_err(|error| Failure::file(step, path, error))
}

/// The value under a path of keys.
pub fn lookup<'a>(table: &'a toml::Table, keys: &[&str]) -> Option<&'a toml::Value> {
    let (first, rest) = keys.split_first()?;
    rest.iter()
        .try_fold(table.get(*first)?, |value, key| value.get(*key))
}

/// A program's file name here: `trunk`, or `trunk.exe` on Windows.
pub fn executable(name: &str) -> String {
    format!("{name}{}", std::env::consts::EXE_SUFFIX)
}

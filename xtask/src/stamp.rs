//! Whether files changed since last time: a hash over their names and contents.
//!
//! Contents and not times, since version control and copying change times.
//! The whole project is about a megabyte of text.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::{fs, io};

/// A hash of files and folders; what is missing counts as missing.
pub fn of(root: &Path, names: &[&str]) -> io::Result<String> {
    let mut hasher = DefaultHasher::new();
    for name in names {
        for file in files(&root.join(name))? {
            let relative = file.strip_prefix(root).unwrap_or(&file);
            relative.hash(&mut hasher);
            fs::read(&file)?.hash(&mut hasher);
        }
    }
    Ok(format!("{:016x}", hasher.finish()))
}

/// A hash of bytes.
pub fn of_bytes(bytes: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    bytes.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

/// All files under a path, in an order that does not depend on the disk.
pub fn files(path: &Path) -> io::Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_path_buf()]);
    }
    if !path.is_dir() {
        return Ok(Vec::new());
    }
    let mut entries: Vec<PathBuf> = fs::read_dir(path)?
        .map(|entry| entry.map(|entry| entry.path()))
        .collect::<io::Result<_>>()?;
    entries.sort();
    let mut found = Vec::new();
    for entry in entries {
        found.extend(files(&entry)?);
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_with_name_and_content() {
        let folder = std::env::temp_dir().join(format!("xtask-stamp-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("a"), "1").unwrap();
        let first = of(&folder, &["a", "b"]).unwrap();
        assert_eq!(of(&folder, &["a", "b"]).unwrap(), first);
        fs::write(folder.join("a"), "2").unwrap();
        let second = of(&folder, &["a", "b"]).unwrap();
        assert_ne!(second, first);
        fs::write(folder.join("b"), "").unwrap();
        assert_ne!(of(&folder, &["a", "b"]).unwrap(), second);
        fs::remove_dir_all(&folder).unwrap();
    }
}

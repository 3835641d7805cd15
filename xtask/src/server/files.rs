//! Files with their compressed form, read once and again when they change.

use std::collections::HashMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::time::SystemTime;
use std::{fs, io};

use super::media;
use crate::stamp;

/// As good as hosts that compress ahead of time: sizes are measured on it.
const QUALITY: i32 = 11;

pub struct File {
    pub bytes: Arc<[u8]>,
    pub media: &'static str,
    /// A hash of the content, for `ETag`.
    pub hash: String,
    changed: (Option<SystemTime>, u64),
    brotli: OnceLock<Option<Arc<[u8]>>>,
}

impl File {
    /// The compressed form, where it is smaller. Computed when first asked for;
    /// whoever asks meanwhile waits for it.
    pub fn brotli(&self) -> Option<Arc<[u8]>> {
        let compute = || {
            if !media::is_compressible(self.media) {
                return None;
            }
            let small = compressed(&self.bytes)?;
            (small.len() < self.bytes.len()).then(|| small.into())
        };
        self.brotli.get_or_init(compute).clone()
    }
}

#[derive(Default)]
pub struct Files {
    seen: Mutex<HashMap<PathBuf, Arc<File>>>,
}

impl Files {
    pub fn get(&self, path: &Path) -> io::Result<Arc<File>> {
        let metadata = fs::metadata(path)?;
        let changed = (metadata.modified().ok(), metadata.len());
        let known = self.lock().get(path).cloned();
        if let Some(file) = known.filter(|file| file.changed == changed) {
            return Ok(file);
        }
        let bytes = fs::read(path)?;
        let file = Arc::new(File {
            hash: stamp::of_bytes(&bytes),
            bytes: bytes.into(),
            media: media::of(path),
            changed,
            brotli: OnceLock::new(),
        });
        self.lock().insert(path.to_path_buf(), Arc::clone(&file));
        Ok(file)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, HashMap<PathBuf, Arc<File>>> {
        // The map is whole at any time, also when a thread panicked.
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Bytes with brotli; nothing where that fails, which memory never does.
pub fn compressed(bytes: &[u8]) -> Option<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: QUALITY,
        size_hint: bytes.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    let mut input = bytes;
    brotli::BrotliCompress(&mut input, &mut out, &params).ok()?;
    Some(out)
}

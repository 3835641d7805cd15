//! Files and back-ups: any text.
#![no_main]

use forankring_core::file::{self, Document};
use forankring_core::json;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let Ok(read) = file::read_backup(&text, json::parse) else {
        return;
    };
    let documents: Vec<Document> = read.into_iter().map(|one| one.document).collect();
    for document in &documents {
        let again = file::read(&file::write(document)).map(|read| read.document);
        assert_eq!(again.as_ref(), Ok(document));
    }
    let backup = file::write_backup(&documents, 0);
    let again = file::read_backup(&backup, json::parse).unwrap_or_default();
    let again: Vec<Document> = again.into_iter().map(|one| one.document).collect();
    assert_eq!(again, documents);
});

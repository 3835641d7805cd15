//! Reports: any text, and any payload as if its checksum were right.
#![no_main]

mod common;

use forankring_core::link::{gather_reports, report};
use libfuzzer_sys::fuzz_target;

fn check(fragment: &str) {
    let Ok(read) = report::decode(fragment) else {
        return;
    };
    // What was read is found among others just as it stands.
    let found = gather_reports(fragment).links;
    assert_eq!(found, [(fragment.to_owned(), read.clone())]);
    // Only where another compressor packed closer can it be too long.
    if let Ok(link) = report::encode(&read) {
        assert_eq!(report::decode(&link), Ok(read));
    }
}

fuzz_target!(|bytes: &[u8]| {
    check(&common::wrapped("t1.", bytes));
    // Rows alone, so that what they say is tried.
    let rows: Vec<u8> = bytes.iter().copied().take(127).collect();
    let figures = [&[1, 0], &[7; 15][..], &[0, 6, rows.len() as u8]].concat();
    check(&common::wrapped("t1.", &[figures, rows].concat()));
    check(&String::from_utf8_lossy(bytes));
});

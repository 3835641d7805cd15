//! Assignments: any text, and any payload as if its checksum were right.
#![no_main]

mod common;

use forankring_core::link::assignment;
use libfuzzer_sys::fuzz_target;

fn check(fragment: &str) {
    let Ok(read) = assignment::decode(fragment) else {
        return;
    };
    // Only where another compressor packed closer can it be too long.
    if let Ok(link) = assignment::encode(&read) {
        assert_eq!(assignment::decode(&link), Ok(read));
    }
}

fuzz_target!(|bytes: &[u8]| {
    check(&common::wrapped("o1.", bytes));
    // Rows alone, so that what they say is tried.
    let rows: Vec<u8> = bytes.iter().copied().take(127).collect();
    let figures = [&[1, 0], &[7; 7][..], &[0, 6, rows.len() as u8]].concat();
    check(&common::wrapped("o1.", &[figures, rows].concat()));
    check(&String::from_utf8_lossy(bytes));
});

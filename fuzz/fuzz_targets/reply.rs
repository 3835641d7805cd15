//! Replies: any text, and any payload as if its checksum were right.
#![no_main]

mod common;

use forankring_core::link::{gather, reply};
use libfuzzer_sys::fuzz_target;

fn check(fragment: &str) {
    let Ok(read) = reply::decode(fragment) else {
        return;
    };
    assert!(reply::is_whole(fragment));
    // What was read is found among others just as it stands.
    let found = gather(fragment).replies;
    assert_eq!(found, [(fragment.to_owned(), read.clone())]);
    let bare = read.without_texts();
    let link = reply::encode(&bare).expect("a reply without texts has room");
    assert_eq!(link.len(), 41);
    assert_eq!(reply::decode(&link), Ok(bare));
    // Only with texts that another compressor packed closer can it be too long.
    if let Ok(link) = reply::encode(&read) {
        assert_eq!(reply::decode(&link), Ok(read));
    }
}

fuzz_target!(|bytes: &[u8]| {
    check(&common::wrapped("s1.", bytes));
    check(&String::from_utf8_lossy(bytes));
});

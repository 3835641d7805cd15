//! Invitations: any text, and any payload as if its checksum were right.
#![no_main]

mod common;

use forankring_core::link::{LinkProblem, invitation};
use libfuzzer_sys::fuzz_target;

fn check(fragment: &str) {
    let whole = invitation::decode(fragment);
    // Without inflating it is read as the same, or not at all.
    match invitation::read(fragment) {
        Err(LinkProblem::Packed) => {}
        plain => assert_eq!(plain, whole),
    }
    let Ok(read) = whole else { return };
    // Texts in their limits always have room.
    let link = invitation::encode(&read).expect("an invitation has room");
    assert_eq!(invitation::decode(&link), Ok(read));
}

fuzz_target!(|bytes: &[u8]| {
    check(&common::wrapped("i1.", bytes));
    check(&String::from_utf8_lossy(bytes));
});

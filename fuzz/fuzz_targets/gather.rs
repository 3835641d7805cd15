//! Texts in which replies are looked for.
#![no_main]

use std::collections::BTreeSet;

use forankring_core::link::{gather, reply};
use libfuzzer_sys::fuzz_target;

/// So much of the shortest reply stands in the text: of 41 characters one may be lost at the end.
const SHORTEST: usize = 40;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let found = gather(&text);
    // No more is found than the text has room for.
    assert!(found.links.len() * SHORTEST <= text.len());
    assert!(found.links.len() + found.others.len() + found.more <= text.len());
    let links: BTreeSet<&String> = found.links.iter().map(|(link, _)| link).collect();
    assert_eq!(links.len(), found.links.len());
    for (link, read) in &found.links {
        assert_eq!(reply::decode(link).as_ref(), Ok(read));
    }
    // One a line they are found again, and nothing else.
    let lines: Vec<&str> = found
        .links
        .iter()
        .map(|(link, _)| link.as_str())
        .collect();
    let again = gather(&lines.join("\n"));
    assert_eq!(again.replies, found.links);
    assert_eq!((again.others.len(), again.more), (0, 0));
    // Joined with itself it has no reply twice.
    let mut both = found.clone();
    both.join(found.clone());
    assert_eq!(both.replies, found.links);
});

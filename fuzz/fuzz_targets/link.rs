//! Links: any text, and any payload as if its checksum were right.
#![no_main]

use forankring_core::assessment::Assessment;
use forankring_core::link::{self, Carried, Disclosed, Locked};
use libfuzzer_sys::fuzz_target;

/// What was read, writes to something that reads the same.
fn check(read: &Assessment) {
    // Only an unpacked block above its limit is too long, or a link above its.
    let Ok(link) = link::encode(read, &Disclosed::all()) else {
        return;
    };
    assert_eq!(link::decode(&link).as_ref(), Ok(read));
    assert_eq!(Disclosed::all().of(read), *read);
}

fuzz_target!(|bytes: &[u8]| {
    if let Ok(read) = link::from_payload(bytes) {
        check(&read);
    }
    let text = String::from_utf8_lossy(bytes);
    if let Ok(read) = link::decode(&text) {
        check(&read);
    }
    if let Ok(locked) = Locked::parse(&text) {
        assert_eq!(locked.write(), text);
    }
    for found in link::find(&text).unwrap_or_default() {
        match found.carried {
            Carried::Open(read) => {
                assert_eq!(link::decode(&found.fragment).as_ref(), Ok(&read));
                check(&read);
            }
            Carried::Locked(locked) => assert_eq!(locked.write(), found.fragment),
        }
    }
});

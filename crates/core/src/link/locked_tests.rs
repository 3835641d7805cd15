//! Locked links: taken apart and put together, locked and opened with ciphers
//! of another make than the browser's.

use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use sha2::Sha256;

use super::samples::written;
use super::*;

fn key(locked: &Locked, typed: &str) -> Aes256Gcm {
    let mut key = [0; 32];
    let secret = passphrase(typed);
    pbkdf2::pbkdf2_hmac::<Sha256>(secret.as_bytes(), &locked.salt, locked.rounds, &mut key);
    Aes256Gcm::new_from_slice(&key).unwrap()
}

fn lock(payload: &[u8], typed: &str) -> Locked {
    let mut locked = Locked {
        rounds: ROUNDS,
        salt: *b"salt of 16 bytes",
        nonce: *b"nonce: twice",
        sealed: Vec::new(),
    };
    let aad = locked.aad();
    let content = Payload {
        msg: payload,
        aad: &aad,
    };
    let nonce = Nonce::from(locked.nonce);
    locked.sealed = key(&locked, typed).encrypt(&nonce, content).unwrap();
    locked
}

pub(super) fn unlock(locked: &Locked, typed: &str) -> Option<Vec<u8>> {
    let content = Payload {
        msg: &locked.sealed,
        aad: &locked.aad(),
    };
    let nonce = Nonce::from(locked.nonce);
    key(locked, typed).decrypt(&nonce, content).ok()
}

#[test]
fn what_is_locked_opens_with_its_passphrase_alone() {
    let assessment = written(1).remove(0);
    let payload = payload(&assessment, &Disclosed::all()).unwrap();
    let locked = lock(&payload, "0123-4567-8901-2345-6789");
    let link = locked.write();
    let read = Locked::parse(&link).unwrap();
    assert_eq!(read, locked);
    let opened = unlock(&read, "01234567 8901 2345\u{a0}6789").unwrap();
    assert_eq!(
        Locked::opened(&opened),
        Ok(Disclosed::all().of(&assessment))
    );
    assert_eq!(unlock(&read, "0123-4567-8901-2345-6788"), None);
    // A right checksum over another salt: the tag tells.
    let mut other = read.clone();
    other.salt[0] ^= 1;
    assert_eq!(unlock(&other, "0123-4567-8901-2345-6789"), None);
}

#[test]
fn damage_is_found_before_any_key() {
    let sealed = vec![7; 30];
    let locked = Locked {
        rounds: ROUNDS,
        salt: [1; 16],
        nonce: [2; 12],
        sealed,
    };
    let link = locked.write();
    assert_eq!(Locked::parse(&link), Ok(locked.clone()));
    assert_eq!(link.len(), 3 + (4 + 16 + 12 + 30 + 4) / 3 * 4);
    for at in 0..link.len() {
        let (before, rest) = link.split_at(at);
        assert!(Locked::parse(before).is_err());
        assert!(Locked::parse(&format!("{before}{}", &rest[1..])).is_err());
        let other = if rest.starts_with('A') { 'B' } else { 'A' };
        assert!(Locked::parse(&format!("{before}{other}{}", &rest[1..])).is_err());
    }
    let with = |rounds: u32, length: usize| {
        let sealed = vec![0; length];
        let changed = Locked {
            rounds,
            sealed,
            ..locked.clone()
        };
        Locked::parse(&changed.write()).map(|read| read.rounds)
    };
    assert_eq!(with(600_000, 17), Ok(600_000));
    assert_eq!(with(10_000_000, 17), Ok(10_000_000));
    for (rounds, length) in [
        (599_999, 17),
        (10_000_001, 17),
        (0, 17),
        (600_000, 16),
        (600_000, 0),
    ] {
        assert_eq!(with(rounds, length), Err(LinkProblem::Damaged));
    }
    let data = link.strip_prefix(LOCKED_PREFIX).unwrap();
    for (text, problem) in [
        (String::new(), LinkProblem::NoData),
        ("l1.".to_owned(), LinkProblem::NoData),
        ("l2.AAAA".to_owned(), LinkProblem::Newer),
        (format!("l2.{data}"), LinkProblem::Damaged),
        (format!("r1.{data}"), LinkProblem::Damaged),
        (format!("L1.{data}"), LinkProblem::Damaged),
        (format!("l1.{data}="), LinkProblem::Damaged),
        (
            format!("l1.{}", "A".repeat(LENGTH_MAX)),
            LinkProblem::Damaged,
        ),
    ] {
        assert_eq!(Locked::parse(&text), Err(problem), "{text}");
    }
}

#[test]
fn the_longest_payload_fits_a_locked_link() {
    let most = (LENGTH_MAX - LOCKED_PREFIX.len()) / 4 * 3 - locked::OVERHEAD;
    let link = |length: usize| {
        let sealed = vec![0; length + 16];
        Locked {
            rounds: ROUNDS,
            salt: [0; 16],
            nonce: [0; 12],
            sealed,
        }
        .write()
    };
    assert!(link(most).len() <= LENGTH_MAX);
    assert!(Locked::parse(&link(most)).is_ok());
}

#[test]
fn passphrases_are_spoken_and_typed_in_groups() {
    assert_eq!(passphrase(" 12-34 5\u{a0}6 "), "123456");
    assert_eq!(passphrase("Blå–Bær"), "Blå–Bær");
    let bytes: Vec<u8> = (0..64).collect();
    let spoken_of = |bytes: &[u8]| spoken(bytes);
    assert_eq!(
        spoken_of(&bytes).as_deref(),
        Some("0123-4567-8901-2345-6789")
    );
    assert_eq!(spoken(&bytes[..19]), None);
    assert_eq!(spoken(&[250; 64]), None);
    let mixed: Vec<u8> = (0..20).flat_map(|one| [255, 249 - one]).collect();
    assert_eq!(spoken(&mixed).as_deref(), Some("9876-5432-1098-7654-3210"));
}

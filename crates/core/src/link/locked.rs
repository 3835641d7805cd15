//! A result in a link that only a passphrase opens: `l1.` and base64url. Here it
//! is taken apart and put together; keys and ciphers are the browser's (Web
//! Cryptography), for it has them already and has them right.

use super::contents::from_payload;
use super::problem::LinkProblem;
use super::wrapping::{unwrapped, wrapped};
use crate::address::LinkKind;
use crate::assessment::Assessment;

/// What every locked link of this version starts with.
pub const LOCKED_PREFIX: &str = LinkKind::Locked.prefix();
/// Rounds of PBKDF2 that a new link is locked with.
pub const ROUNDS: u32 = 600_000;
/// Fewer rounds protect too little: never written.
const ROUNDS_MIN: u32 = 600_000;
/// More keep a browser busy for longer than anyone waits: never written.
const ROUNDS_MAX: u32 = 10_000_000;
/// The tag of AES-GCM, in bytes, at the end of what is sealed.
const TAG: usize = 16;
/// Bytes of a locked link that are not of the payload: rounds, salt, nonce,
/// tag, checksum.
pub(super) const OVERHEAD: usize = 4 + 16 + 12 + TAG + 4;

/// A locked link, taken apart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locked {
    /// Rounds of PBKDF2-HMAC-SHA-256, 600,000 to 10,000,000.
    pub rounds: u32,
    /// Salt of PBKDF2: random, of this link alone.
    pub salt: [u8; 16],
    /// Nonce of AES-256-GCM: random, of this link alone.
    pub nonce: [u8; 12],
    /// The payload of an open link, encrypted, and the tag of 16 bytes.
    pub sealed: Vec<u8>,
}

impl Locked {
    /// Takes a fragment apart, without `#`. Damage is found here, by the
    /// checksum, before any key is derived: what fails later is the passphrase.
    ///
    /// # Errors
    /// See [`LinkProblem`]; never [`LinkProblem::Older`].
    pub fn parse(fragment: &str) -> Result<Locked, LinkProblem> {
        let bytes = unwrapped(LOCKED_PREFIX, fragment)?;
        Locked::from_bytes(&bytes).ok_or(LinkProblem::Damaged)
    }

    fn from_bytes(bytes: &[u8]) -> Option<Locked> {
        let (rounds, rest) = bytes.split_first_chunk()?;
        let (salt, rest) = rest.split_first_chunk()?;
        let (nonce, sealed) = rest.split_first_chunk()?;
        let rounds = u32::from_be_bytes(*rounds);
        let right = (ROUNDS_MIN..=ROUNDS_MAX).contains(&rounds) && sealed.len() > TAG;
        right.then(|| Locked {
            rounds,
            salt: *salt,
            nonce: *nonce,
            sealed: sealed.to_vec(),
        })
    }

    /// The fragment, without `#`. It is short enough to be read when what is
    /// sealed is what [`super::payload`] gave.
    pub fn write(&self) -> String {
        let rounds = self.rounds.to_be_bytes();
        let parts: [&[u8]; 4] = [&rounds, &self.salt, &self.nonce, &self.sealed];
        wrapped(LOCKED_PREFIX, parts.concat())
    }

    /// The additional data of AES-GCM: `l1.`, rounds and salt, so that neither
    /// can be changed without the key.
    pub fn aad(&self) -> Vec<u8> {
        let rounds = self.rounds.to_be_bytes();
        let parts: [&[u8]; 3] = [LOCKED_PREFIX.as_bytes(), &rounds, &self.salt];
        parts.concat()
    }

    /// Reads what AES-GCM gave with the right key: a payload as in an open link.
    ///
    /// # Errors
    /// See [`from_payload`]: right it is, but it may be of another version.
    pub fn opened(payload: &[u8]) -> Result<Assessment, LinkProblem> {
        from_payload(payload)
    }
}

/// A passphrase as keys are derived from it: without spaces and hyphens, which
/// only group it for the eye. The browser has brought it into Unicode's form NFC
/// before.
pub fn passphrase(typed: &str) -> String {
    let groups = |letter: &char| !matches!(letter, ' ' | '\u{a0}' | '-');
    typed.chars().filter(groups).collect()
}

/// A new passphrase of twenty decimal digits in five groups, such as
/// `0123-4567-8901-2345-6789`: 66.4 bits, from random bytes that the caller
/// drew. Every digit is as likely as any other: bytes from 250 are passed over.
/// With 64 bytes, nothing is given once in 10⁷⁰ times or less often; then draw
/// again.
pub fn spoken(random: &[u8]) -> Option<String> {
    let mut digits = random.iter().filter(|byte| **byte < 250);
    let mut text = String::with_capacity(24);
    for place in 0..20 {
        if place > 0 && place % 4 == 0 {
            text.push('-');
        }
        text.push(char::from(b'0' + digits.next()? % 10));
    }
    Some(text)
}

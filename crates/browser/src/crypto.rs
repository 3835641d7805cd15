//! Locking and opening links with the browser's own cryptography
//! (docs/link-format.md, "Locked links").

use forankring_core::link::{Locked, ROUNDS, passphrase, spoken};
use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{CryptoKey, SubtleCrypto};

/// Why nothing was locked or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoProblem {
    /// The browser offers no cryptography here: the page is not served securely.
    Missing,
    /// The passphrase is not the one; damage was found before.
    Wrong,
}

/// A new passphrase, to be read out.
pub fn new_passphrase() -> Option<String> {
    // Once in 10⁷⁰ times these are too few.
    spoken(&random::<64>()?)
}

/// Locks a payload with a passphrase.
pub async fn lock(payload: &[u8], typed: &str) -> Result<Locked, CryptoProblem> {
    let (Some(salt), Some(nonce)) = (random(), random()) else {
        return Err(CryptoProblem::Missing);
    };
    let mut locked = Locked {
        rounds: ROUNDS,
        salt,
        nonce,
        sealed: Vec::new(),
    };
    let subtle = subtle().ok_or(CryptoProblem::Missing)?;
    locked.sealed = try_lock(&subtle, &locked, payload, typed)
        .await
        .map_err(|_| CryptoProblem::Missing)?;
    Ok(locked)
}

async fn try_lock(
    subtle: &SubtleCrypto,
    locked: &Locked,
    payload: &[u8],
    typed: &str,
) -> Result<Vec<u8>, JsValue> {
    let key = key(subtle, locked, typed, "encrypt").await?;
    let how = cipher(locked);
    let sealed = subtle.encrypt_with_object_and_u8_array(&how, &key, payload)?;
    Ok(Uint8Array::new(&JsFuture::from(sealed).await?).to_vec())
}

/// Opens what is locked. Every attempt costs the same: the key is derived before
/// anything can be known of it.
pub async fn unlock(locked: &Locked, typed: &str) -> Result<Vec<u8>, CryptoProblem> {
    let subtle = subtle().ok_or(CryptoProblem::Missing)?;
    try_unlock(&subtle, locked, typed)
        .await
        .map_err(|_| CryptoProblem::Wrong)
}

async fn try_unlock(
    subtle: &SubtleCrypto,
    locked: &Locked,
    typed: &str,
) -> Result<Vec<u8>, JsValue> {
    let key = key(subtle, locked, typed, "decrypt").await?;
    let how = cipher(locked);
    let opened = subtle.decrypt_with_object_and_u8_array(&how, &key, &locked.sealed)?;
    Ok(Uint8Array::new(&JsFuture::from(opened).await?).to_vec())
}

/// Absent where the page is not served securely.
fn subtle() -> Option<SubtleCrypto> {
    let subtle = super::window()?.crypto().ok()?.subtle();
    (!subtle.is_undefined()).then_some(subtle)
}

fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    let crypto = super::window()?.crypto().ok()?;
    crypto.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

fn object(fields: &[(&str, JsValue)]) -> Object {
    let object = Object::new();
    for (name, value) in fields {
        // A new object takes every field.
        let _ = Reflect::set(&object, &JsValue::from_str(name), value);
    }
    object
}

fn bytes(bytes: &[u8]) -> JsValue {
    Uint8Array::from(bytes).into()
}

fn cipher(locked: &Locked) -> Object {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", bytes(&locked.nonce)),
        ("additionalData", bytes(&locked.aad())),
        ("tagLength", 128.into()),
    ])
}

async fn key(
    subtle: &SubtleCrypto,
    locked: &Locked,
    typed: &str,
    usage: &str,
) -> Result<CryptoKey, JsValue> {
    let composed: String = JsString::from(typed).normalize("NFC").into();
    let secret: Object = Uint8Array::from(passphrase(&composed).as_bytes()).into();
    let usages = Array::of1(&"deriveKey".into());
    let base = subtle.import_key_with_str("raw", &secret, "PBKDF2", false, &usages)?;
    let base: CryptoKey = JsFuture::from(base).await?.dyn_into()?;
    let how = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", bytes(&locked.salt)),
        ("iterations", locked.rounds.into()),
    ]);
    let wanted = object(&[("name", "AES-GCM".into()), ("length", 256.into())]);
    let usages = Array::of1(&usage.into());
    let derived = subtle.derive_key_with_object_and_object(&how, &base, &wanted, false, &usages)?;
    JsFuture::from(derived).await?.dyn_into()
}

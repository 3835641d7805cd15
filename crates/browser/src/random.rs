//! Ids that nobody can guess and no two machines make twice.

use forankring_core::address::Id;

/// A new id of 80 random bits. Where the browser has no source of randomness, which no
/// browser that runs this app lacks, one that time makes.
pub fn id() -> Id {
    let mut bytes = [0u8; 10];
    let drawn = super::window()
        .and_then(|window| window.crypto().ok())
        .and_then(|crypto| crypto.get_random_values_with_u8_array(&mut bytes).ok());
    if drawn.is_none() {
        let now = (js_sys::Date::now() * 1000.0) as u64;
        let from = now.to_be_bytes();
        bytes
            .iter_mut()
            .zip(from)
            .for_each(|(byte, from)| *byte = from);
    }
    Id::from_bytes(bytes)
}

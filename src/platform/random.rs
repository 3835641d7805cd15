//! Ids that nobody can guess and no two machines make twice.

use forankring_core::address::Id;

/// A new id of 80 random bits. `None` where the browser has no source of
/// randomness, which no browser that runs this app lacks.
pub fn id() -> Option<Id> {
    let mut bytes = [0u8; 10];
    super::window()?
        .crypto()
        .ok()?
        .get_random_values_with_u8_array(&mut bytes)
        .ok()?;
    Some(Id::from_bytes(bytes))
}

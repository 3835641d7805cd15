//! The instrument as data: which levels, themes, items, steps and answers
//! exist (docs/method.md, "The instrument").

mod answer;
mod asked;
mod ids;
mod item;
mod organisation;
mod strategy;
mod tables;
#[cfg(test)]
mod tests;
mod variant;

pub use answer::{Answer, Step};
pub use asked::Asked;
pub use ids::{
    ITEM_FIELDS, ITEM_SLOTS, KIND_IDS, LEVEL_IDS, OWN_WORDINGS, PERSPECTIVE_IDS, THEME_IDS,
};
pub use item::{Item, Level, Theme};
pub use organisation::{AnsweredBy, Kind, OwnWording, Scope, Subject};
pub use strategy::{Checklist, Covered, Perspective};
pub use tables::{PerItem, PerLevel, PerTheme};
pub use variant::Variant;

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The version of the instrument: which items there are, on which scale. It
/// stands in every link and file. Wording may change within a version.
pub const INSTRUMENT: u8 = 1;

/// The fingerprint of what makes a version of the instrument: the ids of its
/// items and of the checklist, the answers that are possible, and which items
/// the quick variant asks. Eight hexadecimal digits.
pub fn digest() -> String {
    let codes = Answer::all().map(Answer::code).map(str::to_owned);
    let quick = Variant::Quick
        .items()
        .map(|item| format!("quick:{}", item.id()));
    let strategy = Perspective::ALL.map(|one| format!("strategy.{}", one.id()));
    let covered = Covered::ALL.map(|one| one.id().to_owned());
    let parts = Item::all().map(Item::id).chain(codes).chain(quick);
    let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    let mut digest = crc.digest();
    for part in parts.chain(strategy).chain(covered) {
        digest.update(part.as_bytes());
        digest.update(b"\n");
    }
    format!("{:08x}", digest.finalize())
}

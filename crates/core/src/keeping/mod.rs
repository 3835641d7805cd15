//! What a browser keeps of an assessment, and how changes from several tabs
//! come together. Pure: crates/browser only carries records to the store and back.
//!
//! A record holds the document as text, a revision that rises with every write,
//! and for each part of the assessment when it was last written. Earlier states
//! are records of their own. Specified in docs/reliability.md.

mod addressee;
mod deleted;
mod differences;
mod handover;
mod history;
mod incoming;
#[cfg(test)]
mod keyed_tests;
mod record;
mod settled;
mod slot;
mod store;
#[cfg(test)]
mod tests;

pub use addressee::{Addressee, Whereabouts, addressees};
pub use deleted::Deleted;
pub use differences::{Difference, differences};
pub use handover::{Began, Handover};
pub use history::{DAYS_MAX, STATES_MAX, superfluous};
pub use incoming::{Fate, fate, fate_with, rows_in};
pub use record::{Fields, SCHEMA, Unreadable};
pub use settled::Settled;
pub use slot::Slot;
pub use store::{Facts, Found, Listed, Record, StorageProblem, Write, Written, write};

use std::collections::BTreeSet;

use crate::assessment::{Action, Assessment, Key};
use crate::day::Day;
use slot::Slots;

/// After so many milliseconds, going on with a text is a new step.
const PAUSE: i64 = 600_000;

/// Something that was done to an assessment, not written yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// What was done.
    pub action: Action,
    /// The day, where it was done.
    pub day: Day,
    /// The moment, in milliseconds since 1970 by that machine's clock.
    pub ms: i64,
    /// The revision that the page showed when it was done.
    pub seen: u32,
    /// Whether it is one deed with the change before it: no state stands between them.
    pub joined: bool,
}

/// An assessment as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// The assessment.
    pub assessment: Assessment,
    /// How often it was written: rises by one with every state.
    pub revision: u32,
    /// When it was last written, in milliseconds since 1970.
    pub saved: i64,
    /// When it was put in the bin, if it was.
    pub binned: Option<i64>,
    /// When each part was last written.
    slots: Slots,
    /// The text that was being written last ([`Slot::typed`]): its letters are one step of
    /// the history.
    typing: Option<u32>,
}

/// What comes of a write.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// What is to stand in the store.
    pub kept: Kept,
    /// Earlier states that are to be kept beside it, oldest first.
    pub earlier: Vec<Kept>,
}

impl Kept {
    /// A new record of an assessment.
    pub fn new(assessment: Assessment, ms: i64) -> Kept {
        Kept {
            assessment,
            revision: 1,
            saved: ms,
            binned: None,
            slots: Slots::default(),
            typing: None,
        }
    }

    /// This, changed. What other tabs wrote meanwhile stays: each change touches
    /// its own part only. Where another tab has changed the same part without
    /// this page having seen it, the later change is shown and the other one
    /// stands in the history. What is in the bin comes out of it.
    pub fn commit(self, changes: &[Change], ms: i64) -> Committed {
        let mut now = self.clone();
        let mut earlier = Vec::new();
        for change in changes {
            let slot = Slot::of(&change.action);
            if now.says_already(change) {
                // Said again, or written twice because the receipt got lost: no state
                // of its own, but whoever has not seen it comes before it.
                now.revision += 1;
                let ms = now
                    .slots
                    .get(&slot)
                    .map_or(change.ms, |at| at.ms.max(change.ms));
                now.slots.set(&slot, now.revision, ms);
                continue;
            }
            let unseen = self.slots.get(&slot).filter(|at| at.revision > change.seen);
            if unseen.is_some_and(|at| at.ms > change.ms) {
                // Overruled by what is stored: kept as a state that never was.
                let mut other = now.clone();
                other.revision += 1;
                other.write(change, ms);
                now.revision += 2;
                earlier.push(other);
                continue;
            }
            let text = slot.typed();
            let goes_on = change.joined
                || text.is_some()
                    && now.typing == text
                    && (0..PAUSE).contains(&ms.saturating_sub(now.saved));
            if unseen.is_some() || !goes_on {
                earlier.push(now.clone());
            }
            now.revision += 1;
            now.write(change, ms);
            now.typing = text;
        }
        now.binned = None;
        now.saved = ms;
        Committed { kept: now, earlier }
    }

    /// Whether a change would leave everything but the date as it is.
    fn says_already(&self, change: &Change) -> bool {
        self.assessment.undoing(&change.action) == change.action
    }

    /// This, in the bin since a moment, or out of it.
    pub fn in_bin(self, since: Option<i64>) -> Kept {
        Kept {
            binned: since,
            ..self
        }
    }

    fn write(&mut self, change: &Change, ms: i64) {
        self.assessment = self.assessment.clone().apply(&change.action, change.day);
        self.slots
            .set(&Slot::of(&change.action), self.revision, change.ms);
        self.saved = ms;
    }

    /// This, put back to an earlier state, as a state of its own: that too can be
    /// taken back.
    pub fn restore(self, state: Assessment, ms: i64) -> Committed {
        let mut kept = self.clone();
        kept.revision += 1;
        // What has a key in neither was taken away before, and is known to be.
        let keys: BTreeSet<Key> = (self.assessment.parts.keys())
            .chain(state.parts.keys())
            .chain(self.slots.keys().cloned())
            .collect();
        kept.assessment = state;
        kept.saved = ms;
        kept.binned = None;
        kept.typing = None;
        kept.slots = Slots::all(keys.into_iter(), kept.revision, ms);
        Committed {
            kept,
            earlier: vec![self],
        }
    }
}

/// How long to wait before writing is tried again, after so many failures:
/// 1 second, doubled each time, at most a minute.
pub fn retry_after(failures: u32) -> u32 {
    1000u32
        .checked_shl(failures.saturating_sub(1))
        .filter(|_| failures <= 6)
        .unwrap_or(60_000)
        .min(60_000)
}

//! What a kind of organisation calls its bodies and papers: what texts leave to be filled in.

use super::{Key, Texts, capitalised, key};
use crate::catalogue::{ITEM_SLOTS, Kind};

/// The bodies and papers of a kind of organisation, as words in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Bodies {
    /// Who decides above top management.
    pub body: &'static str,
    /// Who leads.
    pub chief: &'static str,
    /// What tells of the year that went.
    pub report: &'static str,
    /// What sets aside money for the next.
    pub budget: &'static str,
}

impl Bodies {
    /// What stands in the place of a slot, if it is one.
    pub(super) fn fill(self, slot: &str) -> Option<String> {
        let values = [self.body, self.chief, self.report, self.budget];
        let mut slots = ITEM_SLOTS.into_iter().zip(values);
        let (known, value) = slots.find(|(known, _)| known.eq_ignore_ascii_case(slot))?;
        Some(match known == slot {
            true => value.to_owned(),
            false => capitalised(value),
        })
    }
}

impl Texts {
    /// What this kind of organisation calls its bodies and papers.
    pub fn bodies(&self, kind: Kind) -> Bodies {
        let [body, chief, report, budget] = keys(kind).map(|key| self.get(key));
        Bodies {
            body,
            chief,
            report,
            budget,
        }
    }
}

/// In the order of [`ITEM_SLOTS`].
fn keys(kind: Kind) -> [Key; ITEM_SLOTS.len()] {
    match kind {
        Kind::Municipality => [
            key::BODY_MUNICIPALITY,
            key::CHIEF_MUNICIPALITY,
            key::REPORT_MUNICIPALITY,
            key::BUDGET_MUNICIPALITY,
        ],
        Kind::County => [
            key::BODY_COUNTY,
            key::CHIEF_COUNTY,
            key::REPORT_COUNTY,
            key::BUDGET_COUNTY,
        ],
        Kind::State => [
            key::BODY_STATE,
            key::CHIEF_STATE,
            key::REPORT_STATE,
            key::BUDGET_STATE,
        ],
        Kind::Joint => [
            key::BODY_JOINT,
            key::CHIEF_JOINT,
            key::REPORT_JOINT,
            key::BUDGET_JOINT,
        ],
        Kind::Other => [
            key::BODY_OTHER,
            key::CHIEF_OTHER,
            key::REPORT_OTHER,
            key::BUDGET_OTHER,
        ],
    }
}

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
    /// The slots with their values, each as it is and with a capital.
    pub(super) fn slots(self) -> Vec<(String, String)> {
        let values = [self.body, self.chief, self.report, self.budget];
        let slots = ITEM_SLOTS.into_iter().zip(values);
        slots
            .flat_map(|(slot, value)| {
                [
                    (slot.to_owned(), value.to_owned()),
                    (capitalised(slot), capitalised(value)),
                ]
            })
            .collect()
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

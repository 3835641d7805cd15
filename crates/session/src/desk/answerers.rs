//! Who answers, until the user has said it: it follows how many items are asked.

use forankring_core::assessment::Action;
use forankring_core::catalogue::{AnsweredBy, Variant};

/// Whether the user has said who answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answerers {
    /// Not yet: it follows how many items are asked.
    AsUsual,
    /// Yes, or it may have been on an earlier visit.
    Chosen,
}

/// Who usually answers: the quick variant is for meetings.
pub(super) fn usual(variant: Variant) -> AnsweredBy {
    match variant {
        Variant::Quick => AnsweredBy::Group,
        Variant::Full | Variant::Asked(_) => AnsweredBy::Alone,
    }
}

impl Answerers {
    /// What a choice brings with it: who answers follows how many items are asked, until
    /// the user has said who.
    pub(super) fn brings(&mut self, action: &Action) -> Option<Action> {
        match action {
            Action::AnsweredByChosen(_) => *self = Answerers::Chosen,
            Action::VariantChosen(variant) if *self == Answerers::AsUsual => {
                return Some(Action::AnsweredByChosen(usual(*variant)));
            }
            _ => {}
        }
        None
    }
}

//! What the reader of a result answered herself, where others were asked: looked for in her own
//! browser whenever such a result is shown, and never told to anybody. What finds and
//! draws it is fetched then, so the session holds what was found, and nothing of how.

use std::rc::Rc;

use forankring_core::answered::Answered;
use forankring_core::assessment::Medians;

use super::Command;
use crate::desk::Origin;
use crate::{Desk, Ticket};

/// What was found: nothing where she answered nothing here, or what looks for it, or what is
/// kept, could not be had. Then the result stands there as for anybody else.
pub type Found = Option<All>;

/// All of it. It is looked for as a whole, so only one and the same is equal: to compare what was
/// answered would be code for every screen that shows a result.
#[derive(Clone, Debug)]
pub struct All(Rc<Vec<Answered>>);

impl All {
    /// These, at least one.
    pub fn of(all: Vec<Answered>) -> Found {
        (!all.is_empty()).then(|| All(Rc::new(all)))
    }

    /// The surest first.
    pub fn shown(&self) -> &[Answered] {
        &self.0
    }
}

impl PartialEq for All {
    fn eq(&self, other: &All) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// What is known of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What was found.
    pub found: Found,
    awaited: Option<Ticket>,
}

impl State {
    /// A result is shown, or what is kept has changed: it is looked for, anew.
    pub(super) fn look(&mut self, desk: &mut Desk) -> Vec<Command> {
        let shared = desk.session.open().filter(|open| {
            let others = matches!(open.origin, Origin::Link(_) | Origin::Kept(_));
            others && !Medians::of(&open.assessment.parts).is_empty()
        });
        let Some(result) = shared.map(|open| open.assessment.clone()) else {
            *self = State::default();
            return Vec::new();
        };
        let ticket = desk.ticket();
        self.awaited = Some(ticket);
        vec![Command::FindAnswered(ticket, result)]
    }

    /// It was looked for.
    pub(super) fn found(&mut self, ticket: Ticket, found: Found) {
        if self.awaited.take_if(|one| *one == ticket).is_some() {
            self.found = found;
        }
    }
}

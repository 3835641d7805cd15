//! An open assessment: where it came from, and how far its changes have come.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment, History};
use forankring_core::catalogue::{Item, Kind, Scope, Variant};
use forankring_core::day::Day;

use crate::platform::clock::Moment;
use crate::platform::storage::{Change, StorageProblem};

/// Where an open assessment came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Started here, nothing of it kept yet.
    New,
    /// Kept in this browser.
    Kept(Id),
    /// Read from a link: not kept, not changed.
    Link(String),
}

/// When what is open was last written, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSaved {
    /// Never.
    Never,
    /// On an earlier visit, or by another tab.
    Before(Moment),
    /// From this page; the reader was told.
    Here(Moment),
}

/// How far the changes have come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed since it was opened.
    Untouched,
    /// Something is to be written.
    Waiting,
    /// It is being written.
    Writing,
    /// All is on the disk.
    Saved,
    /// It could not be written; it is kept in memory.
    Failed(StorageProblem),
}

/// An open assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// As it is shown: with changes that are not written yet.
    pub assessment: Rc<Assessment>,
    /// Where it came from.
    pub origin: Origin,
    /// What happened and is not written yet, oldest first.
    pub unsaved: Vec<Change>,
    /// How far that has come.
    pub saving: Saving,
    /// When it was last written.
    pub last_saved: LastSaved,
    /// At which item the user left it.
    pub at: Option<Item>,
    /// What can be taken back and done again.
    pub history: History,
}

impl Open {
    /// As it was read, nothing changed.
    pub fn untouched(assessment: Assessment, origin: Origin, last_saved: LastSaved) -> Open {
        Open {
            assessment: Rc::new(assessment),
            origin,
            unsaved: Vec::new(),
            saving: Saving::Untouched,
            last_saved,
            at: None,
            history: History::default(),
        }
    }

    /// Takes a change in, to be written.
    pub(super) fn change(&mut self, action: Action, day: Day) {
        self.assessment = Rc::new((*self.assessment).clone().apply(&action, day));
        self.unsaved.push((action, day));
        if self.saving != Saving::Writing {
            self.saving = Saving::Waiting;
        }
    }

    /// A new one. The date is set by the first change.
    pub fn blank(variant: Variant) -> Open {
        let kind = Kind::Municipality;
        let mut blank = Assessment::blank(kind, Scope::Organisation, Day::from_number(0));
        blank.variant = variant;
        Open::untouched(blank, Origin::New, LastSaved::Never)
    }
}

//! An open assessment: where it came from, and how far its changes have come.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment, History};
use forankring_core::catalogue::{Item, Kind, Scope, Variant};
use forankring_core::day::Day;
use forankring_core::keeping::{Change, Kept};

use crate::platform::clock::Moment;
use crate::platform::storage::StorageProblem;

/// Where an open assessment came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Started here, nothing of it kept yet.
    New,
    /// Kept in this browser.
    Kept(Id),
    /// Read from a link: not kept, not changed.
    Link(String),
    /// Kept in this browser by a newer version: shown as far as it is
    /// understood, not changed.
    Newer(Id),
}

impl Origin {
    /// Whether it is shown and can not be changed.
    pub fn is_read_only(&self) -> bool {
        matches!(self, Origin::Link(_) | Origin::Newer(_))
    }
}

/// Where what is entered is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's storage.
    Browser,
    /// Nowhere: it is gone with the tab. For machines that many people use.
    Tab,
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
    /// It is being written, and has been for long.
    Slow,
    /// All is on the disk.
    Saved,
    /// It is not to be written: see [`Keeping::Tab`].
    TabOnly,
    /// It could not be written; it is kept in memory. So many times in a row.
    Failed(StorageProblem, u32),
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
    /// The revision that is shown, as far as it is stored.
    pub revision: u32,
    /// When it was last written.
    pub last_saved: LastSaved,
    /// At which item the user left it.
    pub at: Option<Item>,
    /// What can be taken back and done again.
    pub history: History,
    /// How often another tab has told that it wrote.
    pub heard: u32,
    /// Whether another tab has deleted it for good, and nothing was written since.
    pub deleted: bool,
    /// How often something was written from here.
    pub writes: u32,
    /// How often in a row writing has failed.
    pub failures: u32,
    /// The latest moment of what was written from here.
    pub written_ms: i64,
}

impl Open {
    /// As it was read, nothing changed.
    pub fn untouched(assessment: Assessment, origin: Origin, last_saved: LastSaved) -> Open {
        Open {
            assessment: Rc::new(assessment),
            origin,
            unsaved: Vec::new(),
            saving: Saving::Untouched,
            revision: 0,
            last_saved,
            at: None,
            history: History::default(),
            heard: 0,
            deleted: false,
            writes: 0,
            failures: 0,
            written_ms: i64::MIN,
        }
    }

    /// Takes a change in, to be written.
    pub(super) fn change(&mut self, action: Action, at: Moment) {
        self.assessment = Rc::new((*self.assessment).clone().apply(&action, at.day));
        // A clock that is set back does not turn the order of what was done here.
        let before = self.unsaved.last().map_or(i64::MIN, |change| change.ms);
        self.unsaved.push(Change {
            action,
            day: at.day,
            ms: at.ms.max(before).max(self.written_ms),
            seen: self.revision,
        });
        match self.saving {
            Saving::Writing | Saving::Slow | Saving::TabOnly => {}
            Saving::Failed(..) | Saving::Untouched | Saving::Saved | Saving::Waiting => {
                self.saving = Saving::Waiting;
            }
        }
    }

    /// Says where it is to be kept, as long as nothing of it is.
    pub(super) fn keep_in(&mut self, keeping: Keeping) {
        if self.origin == Origin::New {
            self.saving = match keeping {
                Keeping::Tab => Saving::TabOnly,
                Keeping::Browser if self.unsaved.is_empty() => Saving::Untouched,
                Keeping::Browser => Saving::Waiting,
            };
        }
    }

    /// What stands in the store now, with what waits to be written on top.
    pub(super) fn shows(&mut self, stored: Kept) {
        self.revision = stored.revision;
        let waiting = self.unsaved.iter();
        let shown = waiting.fold(stored.assessment, |kept, change| {
            kept.apply(&change.action, change.day)
        });
        self.assessment = Rc::new(shown);
    }

    /// A new one. The date is set by the first change.
    pub fn blank(variant: Variant) -> Open {
        let kind = Kind::Municipality;
        let mut blank = Assessment::blank(kind, Scope::Organisation, Day::from_number(0));
        blank.variant = variant;
        Open::untouched(blank, Origin::New, LastSaved::Never)
    }
}

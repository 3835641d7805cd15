//! An open assessment: where it came from, and how far its changes have come.

use std::rc::Rc;

use forankring_core::address::{Id, Place};
use forankring_core::assessment::{Action, Assessment, History};
use forankring_core::catalogue::{Item, Kind, Scope, Variant};
use forankring_core::day::Day;
use forankring_core::keeping::{
    Began, Change, Handover, Kept, Slot, StorageProblem, Write, Written,
};
use forankring_core::link::LOCKED_PREFIX;
use forankring_core::moment::Moment;

use super::answerers::{Answerers, usual};
use super::event::Keeping;
use crate::Ticket;

/// Where an open assessment came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Started here, nothing of it kept yet; under this id it will be.
    New(Id),
    /// Kept in this browser.
    Kept(Id),
    /// Read from a link: not kept, not changed.
    Link(String),
    /// Kept in this browser by a newer version: shown as far as it is understood, not
    /// changed.
    Newer(Id),
    /// The invented result: not kept, not changed, not passed on.
    Sample,
}

impl Origin {
    /// Whether it is shown and cannot be changed.
    pub fn is_read_only(&self) -> bool {
        matches!(self, Origin::Link(_) | Origin::Newer(_) | Origin::Sample)
    }

    /// Its id, if it has one.
    pub fn id(&self) -> Option<&Id> {
        match self {
            Origin::New(id) | Origin::Kept(id) | Origin::Newer(id) => Some(id),
            Origin::Link(_) | Origin::Sample => None,
        }
    }

    /// Whether it may be passed on: not what is understood in part, nor what is invented.
    pub fn can_be_passed_on(&self) -> bool {
        !matches!(self, Origin::Newer(_) | Origin::Sample)
    }
}

/// When what is open was last written, as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LastSaved {
    /// Never.
    Never,
    /// On an earlier visit, or by another tab; in milliseconds since 1970.
    Before(i64),
    /// From this page; the reader was told.
    Here(Moment),
}

/// How far the changes have come, as it is told to the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Saving {
    /// Nothing was changed since it was opened.
    Untouched,
    /// Something is being written.
    Waiting,
    /// It has been for long.
    Slow,
    /// All is on the disk.
    Saved,
    /// It is not to be written: see [`Keeping::Tab`].
    TabOnly,
    /// It cannot be written; it is kept in memory.
    Failed(StorageProblem),
}

/// What is under way between this page and the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flight {
    /// Nothing.
    Idle,
    /// Something is to be written.
    Due,
    /// It is being written.
    Under(Ticket),
    /// It failed, and is tried again after a while.
    Pausing(Ticket),
}

/// A change that is not on the disk yet, with its number on this page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unsaved {
    number: u64,
    change: Change,
}

/// An open assessment.
#[derive(Clone, Debug, PartialEq)]
pub struct Open {
    /// As it is shown: with changes that are not written yet.
    pub assessment: Rc<Assessment>,
    /// Where it came from.
    pub origin: Origin,
    /// How far its changes have come.
    pub saving: Saving,
    /// When it was last written.
    pub last_saved: LastSaved,
    /// What can be taken back and done again.
    pub history: History,
    /// At which item the user left it.
    pub at: Option<Item>,
    /// Whether the user has said who answers.
    pub(super) by: Answerers,
    /// The revision that is shown, as far as it is stored.
    pub(super) revision: u32,
    pub(super) unsaved: Vec<Unsaved>,
    pub(super) flight: Flight,
    /// What another tab wrote is being read.
    pub(super) rereading: Option<Ticket>,
    pub(super) failures: u32,
    pub(super) revives: bool,
    /// The number of the last change.
    number: u64,
    /// The latest moment of what was written from here.
    written_ms: i64,
}

impl Open {
    /// As it was read, nothing changed.
    pub fn untouched(assessment: Assessment, origin: Origin, last_saved: LastSaved) -> Open {
        Open {
            assessment: Rc::new(assessment),
            origin,
            saving: Saving::Untouched,
            last_saved,
            history: History::default(),
            at: None,
            by: Answerers::Chosen,
            revision: 0,
            unsaved: Vec::new(),
            flight: Flight::Idle,
            rereading: None,
            failures: 0,
            revives: false,
            number: 0,
            written_ms: i64::MIN,
        }
    }

    /// A record, as it stands in the store.
    pub(super) fn kept(kept: Kept, origin: Origin, at: Option<Item>) -> Open {
        let revision = kept.revision;
        let last_saved = LastSaved::Before(kept.saved);
        Open {
            revision,
            at,
            ..Open::untouched(kept.assessment, origin, last_saved)
        }
    }

    /// A new one. The date is set by the first change.
    pub(super) fn blank(variant: Variant, id: Id) -> Open {
        let kind = Kind::Municipality;
        let mut blank = Assessment::blank(kind, Scope::Organisation, Day::from_number(0));
        blank.variant = variant;
        blank.by = usual(variant);
        Open {
            by: Answerers::AsUsual,
            ..Open::untouched(blank, Origin::New(id), LastSaved::Never)
        }
    }

    /// What the page before handed over, to be written as far as it was not.
    pub(super) fn handed(handed: Handover, at: Moment, number: u64) -> Open {
        let origin = match handed.began {
            Began::Kept => Origin::Kept(handed.id.clone()),
            Began::New | Began::Tab | Began::Unlocked => Origin::New(handed.id.clone()),
        };
        let changes = handed.changes(at);
        let mut open = Open::untouched(handed.assessment, origin, LastSaved::Never);
        open.revision = handed.revision;
        open.unsaved = changes
            .into_iter()
            .map(|change| Unsaved { number, change })
            .collect();
        open.number = number;
        (open.saving, open.flight) = match handed.began {
            Began::Tab => (Saving::TabOnly, Flight::Idle),
            Began::Kept | Began::New | Began::Unlocked => (Saving::Waiting, Flight::Due),
        };
        open
    }

    /// What is handed over of it to the next page; nothing where there is nothing to
    /// lose.
    pub(super) fn hand_over(&self) -> Option<Handover> {
        let (id, began) = match &self.origin {
            Origin::Kept(id) => (id, Began::Kept),
            Origin::New(id) if self.saving == Saving::TabOnly => (id, Began::Tab),
            Origin::New(id) => (id, Began::New),
            Origin::Link(_) | Origin::Newer(_) | Origin::Sample => return None,
        };
        let deleted = self.saving == Saving::Failed(StorageProblem::Deleted);
        let untouched = began != Began::Kept || deleted;
        if self.unsaved.is_empty() && untouched {
            return None;
        }
        let mut parts = Vec::new();
        for unsaved in &self.unsaved {
            let slot = Slot::of(&unsaved.change.action);
            if !parts.contains(&slot) {
                parts.push(slot);
            }
        }
        // What others wrote since is not seen behind what waits on top of it.
        let seen = self.unsaved.iter().map(|one| one.change.seen).min();
        Some(Handover {
            id: id.clone(),
            began,
            revision: seen.unwrap_or(self.revision),
            unsaved: parts,
            assessment: (*self.assessment).clone(),
        })
    }

    /// What was unlocked goes along to the next page of the same link: its passphrase is not
    /// asked for again.
    pub(super) fn hand_over_unlocked(&self) -> Option<Handover> {
        let Origin::Link(fragment) = &self.origin else {
            return None;
        };
        fragment.starts_with(LOCKED_PREFIX).then(|| Handover {
            id: Id::of_link(fragment),
            began: Began::Unlocked,
            revision: 0,
            unsaved: Vec::new(),
            assessment: (*self.assessment).clone(),
        })
    }

    /// Whether something of it is not on the disk, or all of it is to come back.
    pub fn has_unsaved(&self) -> bool {
        !self.unsaved.is_empty() || self.revives
    }

    /// Whether it was changed after something was asked for.
    pub(super) fn was_changed_after(&self, asked: Ticket) -> bool {
        self.number > asked.number()
    }

    /// Whether it is in this tab only and holds something.
    pub fn is_in_tab(&self) -> bool {
        self.saving == Saving::TabOnly && self.has_unsaved()
    }

    /// Whether it is new, and nothing was done to it.
    pub(super) fn is_blank(&self) -> bool {
        matches!(self.origin, Origin::New(_)) && !self.has_unsaved()
    }

    /// The place that shows it, at an item.
    pub fn place(&self, item: Option<Item>) -> Place {
        match &self.origin {
            Origin::New(_) if !self.is_reply() => Place::New(self.assessment.variant, item),
            Origin::New(id) | Origin::Kept(id) | Origin::Newer(id) => Place::Kept(id.clone(), item),
            Origin::Link(fragment) => Place::Link(fragment.clone()),
            Origin::Sample => Place::Sample,
        }
    }

    /// Takes a change in, to be written; false where it changes nothing. `joined`: as one deed
    /// with the change before.
    pub(super) fn change(&mut self, action: Action, at: Moment, number: u64, joined: bool) -> bool {
        if self.origin.is_read_only() || self.assessment.undoing(&action) == action {
            return false;
        }
        Rc::make_mut(&mut self.assessment).take_in(&action, at.day);
        // A clock that is set back does not turn the order of what was done here.
        let before = self.unsaved.last().map_or(i64::MIN, |last| last.change.ms);
        // What others wrote there is not seen behind what waits on top of it.
        let mut waiting = self.unsaved.iter().map(|one| &one.change);
        let waiting = waiting.find(|change| same_slot(&change.action, &action));
        let seen = waiting.map_or(self.revision, |change| change.seen);
        self.number = number;
        self.unsaved.push(Unsaved {
            number,
            change: Change {
                action,
                day: at.day,
                ms: at.ms.max(before).max(self.written_ms),
                seen,
                joined,
            },
        });
        self.wants_writing();
        true
    }

    /// Something waits to be written.
    pub(super) fn wants_writing(&mut self) {
        match self.saving {
            Saving::TabOnly => return,
            // Told until it is not so any more.
            Saving::Failed(_) | Saving::Slow | Saving::Waiting => {}
            Saving::Untouched | Saving::Saved => self.saving = Saving::Waiting,
        }
        if !matches!(self.flight, Flight::Under(_)) {
            self.flight = Flight::Due;
        }
    }

    /// Says where it is to be kept, as long as nothing of it is.
    pub(super) fn keep_in(&mut self, keeping: Keeping) {
        if !matches!(self.origin, Origin::New(_)) {
            return;
        }
        match keeping {
            Keeping::Tab => {
                self.saving = Saving::TabOnly;
                self.flight = Flight::Idle;
            }
            Keeping::Browser => {
                self.saving = Saving::Untouched;
                if self.has_unsaved() {
                    self.wants_writing();
                }
            }
        }
    }

    /// All that waits, to be written; nothing for what cannot be.
    pub(super) fn write(&self) -> Option<Write> {
        let id = match &self.origin {
            Origin::New(id) | Origin::Kept(id) => id,
            Origin::Link(_) | Origin::Newer(_) | Origin::Sample => return None,
        };
        Some(Write {
            id: id.clone(),
            changes: self.unsaved.iter().map(|one| one.change.clone()).collect(),
            whole: (*self.assessment).clone(),
            shown: self.revision,
            revives: self.revives,
            through: self.number,
        })
    }

    /// The changes up to a number are on the disk; this is what stands there.
    pub(super) fn written(&mut self, ticket: Ticket, receipt: Written) {
        let Written { kept, through, at } = receipt;
        let written = self.unsaved.iter().filter(|one| one.number <= through);
        let latest = written.map(|one| one.change.ms).max();
        self.written_ms = self.written_ms.max(latest.unwrap_or(i64::MIN));
        self.unsaved.retain(|one| one.number > through);
        self.last_saved = LastSaved::Here(at);
        if let Origin::New(id) = &self.origin {
            self.origin = Origin::Kept(id.clone());
        }
        self.shows(kept);
        let awaited = self.flight == Flight::Under(ticket);
        let all = self.unsaved.is_empty();
        // A write that was given up has come all the same. Where it is not the last, that
        // one is still awaited; what is to be brought back is there with none before. What
        // was to be kept in the tab only is in the browser now, and goes on there.
        if !awaited && (self.revives || !all) && self.saving != Saving::TabOnly {
            return;
        }
        self.failures = 0;
        self.revives = false;
        self.saving = if all { Saving::Saved } else { Saving::Waiting };
        self.flight = if all { Flight::Idle } else { Flight::Due };
    }

    /// What stands in the store now, with what waits to be written on top; nothing
    /// where something later is shown already.
    pub(super) fn shows(&mut self, stored: Kept) {
        if stored.revision < self.revision {
            return;
        }
        self.revision = stored.revision;
        let waiting = self.unsaved.iter();
        let shown = waiting.fold(stored.assessment, |kept, one| {
            kept.apply(&one.change.action, one.change.day)
        });
        self.assessment = Rc::new(shown);
    }
}

/// Whether both say what stands in one place. Of many parts, no keys are copied to be compared.
fn same_slot(one: &Action, other: &Action) -> bool {
    match (one, other) {
        (Action::PartWritten(key, _), Action::PartWritten(other, _)) => key == other,
        _ => Slot::of(one) == Slot::of(other),
    }
}

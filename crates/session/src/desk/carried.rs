//! What is opened to be read only: what a link carries, and the invented result.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Began, Handover};
use forankring_core::link::LinkProblem;

use super::open::{LastSaved, Open, Origin};
use super::state::Desk;
use crate::{Extent, Problem};

impl Desk {
    pub(super) fn open_link<S: Extent>(&mut self, text: &str) {
        match S::read_link(text) {
            Ok((fragment, assessment)) => self.open_carried(fragment, assessment),
            Err(Problem::LinkLocked) => match self.take_unlocked(text) {
                Some(assessment) => self.open_carried(text.to_owned(), assessment),
                None => self.fail(Problem::LinkLocked),
            },
            Err(problem) => self.fail(problem),
        }
    }

    /// What the page before had unlocked of this very link.
    fn take_unlocked(&mut self, text: &str) -> Option<Assessment> {
        let id = Id::of_link(text);
        let ours = |handed: &Handover| handed.began == Began::Unlocked && handed.id == id;
        let at = self.fallback.iter().position(ours)?;
        Some(self.fallback.remove(at).assessment)
    }

    /// Shows what a link carried, open or unlocked.
    pub(crate) fn open_carried(&mut self, fragment: String, assessment: Assessment) {
        // It may have been mended: the address is to show what is open.
        self.open_read_only(Origin::Link(fragment), assessment);
    }

    pub(super) fn open_read_only(&mut self, origin: Origin, assessment: Assessment) {
        self.set_aside();
        self.show(Open::untouched(assessment, origin, LastSaved::Never));
    }

    /// What a locked link held could not be read.
    pub(crate) fn fail_link(&mut self, problem: LinkProblem) {
        self.fail(Problem::Link(problem));
    }
}

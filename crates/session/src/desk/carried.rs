//! What is opened to be read only: what a link carries, and the invented result.

use forankring_core::address::{Id, Place};
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Began, Handover};
use forankring_core::link::{Carried, Found, LinkProblem};

use super::command::Command;
use super::event::Mended;
use super::open::{LastSaved, Open, Origin};
use super::state::{Awaited, Desk, Signal, Why};
use crate::{Extent, Problem, Ticket};

impl Desk {
    pub(super) fn open_link<S: Extent>(&mut self, text: &str) {
        match S::read_link(text) {
            Ok(carried) => self.open_found(text.to_owned(), carried),
            // Nothing is there to be mended.
            Err(problem @ Problem::Link(LinkProblem::NoData)) => self.fail(problem),
            Err(Problem::Link(problem)) => self.mend(text.to_owned(), problem),
            Err(problem) => self.fail(problem),
        }
    }

    fn open_found(&mut self, fragment: String, carried: Carried) {
        let open = match carried {
            Carried::Open(assessment) => Some(assessment),
            Carried::Locked(_) => self.take_unlocked(&fragment),
        };
        match open {
            Some(assessment) => self.open_carried(fragment, assessment),
            None => self.fail(Problem::LinkLocked),
        }
    }

    /// Almost all links are whole: what mends the others is fetched for them.
    fn mend(&mut self, text: String, problem: LinkProblem) {
        let why = Why::Mangled(text.clone(), problem);
        if self.awaits(&why) {
            return;
        }
        self.set_aside();
        let ticket = self.wait_for(why);
        self.ask(Command::Mend(ticket, text));
    }

    /// Links were looked for: in the one of the address, or for a screen.
    pub(super) fn mended(&mut self, ticket: Ticket, mended: Mended) {
        let awaited = self.awaited.take_if(|one| one.ticket == ticket);
        let Some(Awaited { why, .. }) = awaited else {
            return self.signal(Signal::Mended(ticket, mended));
        };
        let found = mended.and_then(|found| found.ok()?.into_iter().next());
        match (found, why) {
            (Some(Found { fragment, carried }), _) => {
                // A locked one is unlocked as the address has it.
                self.place = Some(Place::Link(fragment.clone()));
                self.say_in_address();
                self.open_found(fragment, carried);
            }
            (None, Why::Mangled(_, problem)) => self.fail_link(problem),
            (None, _) => {}
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

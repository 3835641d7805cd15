//! Opening what a respondent answers. It is an assessment like any other, under an id that
//! follows from the invitation; which one that is, and what it begins as, the screen says. On
//! other screens it is not shown: it is a reply, and no result.

use forankring_core::address::{Id, LinkKind, Page, Place, Route};
use forankring_core::assessment::{Action, Assessment};
use forankring_core::keeping::{Found, StorageProblem};

use super::command::Command;
use super::event::{Keeping, Loaded};
use super::open::{LastSaved, Open, Origin, Saving};
use super::state::{Desk, Session, Why};
use crate::{Extent, Problem, Stamp};

/// What stands under an id, as far as this page knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Stands {
    /// A record.
    Here,
    /// Nothing.
    Nowhere,
    /// A note that it was deleted for good.
    Deleted,
}

impl Open {
    /// Whether it stands in the store, as far as this page knows.
    pub fn is_kept(&self) -> bool {
        matches!(self.origin, Origin::Kept(_))
    }

    /// Whether it is a reply, or a report on measures, which one screen alone shows. Under the id
    /// that follows from its link it is found again, also before it is kept.
    pub fn is_reply(&self) -> bool {
        self.assessment.is_asked_for()
    }

    /// The screen that alone shows it, where somebody else asked for it.
    pub(super) fn home(&self) -> Option<Route> {
        let asks = self.assessment.variant.asked().is_some();
        match (asks, self.is_reply()) {
            (true, _) => Some(Route::Reply),
            (false, true) => Some(Route::Plan),
            (false, false) => None,
        }
    }
}

impl Desk {
    /// Whether another page is to be loaded. That of a respondent always is: on one's own way there
    /// nothing of it is here, though what is done at the desk is the same.
    pub(super) fn is_elsewhere<S: Extent>(&self, page: Page) -> bool {
        let replies = |page: Page| S::has(Route::Reply) && page.route == Route::Reply;
        page.lang != self.page.lang || !S::has(page.route) || replies(page) != replies(self.page)
    }

    /// A reply is shown on the screen of a respondent alone, and there nothing else; a report on
    /// that of the plan.
    pub(super) fn lead_elsewhere(&mut self, open: Open) {
        let to = open.home().zip(open.origin.id().cloned());
        self.fail(Problem::Place);
        // Written from there.
        self.aside.push(open);
        if let Some((route, id)) = to {
            let page = Page { route, ..self.page };
            let handed = self.going_along();
            self.ask(Command::Visit(page, Place::Kept(id, None), handed));
        }
    }

    /// Whether a link of reports stands in the address, as it was made or mangled.
    pub(super) fn speaks_of_reports(&self) -> bool {
        let text = match &self.place {
            Some(Place::Link(text)) => text.as_str(),
            Some(Place::Unknown) => self.fragment(),
            _ => return false,
        };
        let kinds = [LinkKind::Assignment, LinkKind::Report];
        kinds.iter().any(|kind| kind.cut_out(text).is_some())
    }

    /// What stands behind `#` in the address.
    pub(crate) fn fragment(&self) -> &str {
        &self.fragment
    }

    /// Nothing is awaited for the place that was left.
    pub(crate) fn await_no_reply(&mut self) {
        self.awaited.take_if(|one| matches!(one.why, Why::Reply(_)));
    }

    /// Opens the reply that is kept under an id: the screen is told what was found.
    pub(crate) fn open_reply(&mut self, id: Id) {
        if self.open_id() == Some(&id) {
            return;
        }
        self.open(Why::Reply(id.clone()), id.clone());
        // Beside what waits to be written, others may stand there.
        let unwritten = |open: &Open| open.is_kept() && open.has_unsaved();
        if self.session.open().is_some_and(unwritten) {
            self.read_again(Some(&id));
        }
    }

    /// Shows what was read under the id of what somebody else asked for, or as the page before
    /// left it where its record is gone; else it is begun, where that is possible. Whether it was
    /// deleted, and so comes back with what is entered.
    pub(crate) fn show_or_begin(
        &mut self,
        id: Id,
        loaded: Loaded,
        blank: Option<Assessment>,
    ) -> bool {
        let problem = match loaded.found {
            Ok(Found::Here(kept)) => {
                self.show(Open::kept(*kept, Origin::Kept(id), None));
                return false;
            }
            Ok(Found::Absent) => None,
            Ok(Found::Deleted) => Some(StorageProblem::Deleted),
            Err(problem) => Some(problem),
        };
        if problem.is_none_or(StorageProblem::may_pass)
            && let Some(open) = self.take_fallback(&id)
        {
            self.show(open);
            return false;
        }
        let Some(blank) = blank else {
            self.fail(problem.map_or(Problem::NotFound, Problem::Storage));
            return false;
        };
        self.begin_reply(id, blank, Keeping::Browser, problem);
        problem == Some(StorageProblem::Deleted)
    }

    /// Says where it is to be kept, as long as nothing of it is.
    pub(crate) fn keep_reply_in(&mut self, keeping: Keeping) {
        if let Some(open) = self.session.open_mut() {
            open.keep_in(keeping);
        }
    }

    /// Something is to be read before it is known what is to be open.
    pub(crate) fn open_later(&mut self) {
        self.set_aside();
    }

    /// Opens it anew where nothing was entered: another tab may have begun it.
    pub(crate) fn open_reply_anew(&mut self) {
        let blank = self.session.open().filter(|open| open.is_blank());
        if let Some(id) = blank.and_then(|open| open.origin.id().cloned()) {
            self.open(Why::Reply(id.clone()), id);
        }
    }

    /// Begins a reply, of which nothing is kept yet. Where it cannot be, that is said before
    /// anything is answered.
    pub(crate) fn begin_reply(
        &mut self,
        id: Id,
        blank: Assessment,
        keeping: Keeping,
        problem: Option<StorageProblem>,
    ) {
        self.set_aside();
        let mut open = Open::untouched(blank, Origin::New(id), LastSaved::Never);
        if let Some(problem) = problem.filter(|problem| *problem != StorageProblem::Deleted) {
            open.saving = Saving::Failed(problem);
        }
        if keeping == Keeping::Tab {
            open.keep_in(keeping);
        }
        self.session = Session::Open(open);
    }

    /// What is open is dropped with all that is known of it, and what lies ready for the next
    /// page: whoever comes next sees nothing of it.
    pub(crate) fn drop_reply(&mut self) {
        if let Some(id) = self.open_id().cloned() {
            self.forget_reply(&id);
        }
        self.session = Session::Nothing;
    }

    /// The same of what was in the tab under an id.
    pub(crate) fn forget_reply(&mut self, id: &Id) {
        if self.open_id() == Some(id) {
            self.session = Session::Nothing;
        }
        self.aside.retain(|open| open.origin.id() != Some(id));
        self.fallback.retain(|handed| handed.id != *id);
        self.overlong.retain(|one| one.of.as_ref() != Some(id));
        self.wanting = None;
        self.hand_over_anew();
    }

    /// What was deleted for good under the id of what is open comes back with what is entered.
    pub(crate) fn revive_reply(&mut self) {
        if let Some(open) = self.session.open_mut() {
            open.revives = true;
        }
    }

    /// Notes parts of what is open that no step back takes away.
    pub(crate) fn note_parts(&mut self, deed: &[Action], stamp: &Stamp) {
        let number = self.ticket().number();
        if let Some(open) = self.session.open_mut() {
            open.change_together(deed, stamp.at, number);
        }
    }

    /// Adds parts to what is kept under another id, whatever stands there.
    pub(crate) fn note_beside(
        &mut self,
        id: &Id,
        blank: impl FnOnce() -> Assessment,
        (deed, stands): (&[Action], Stands),
        stamp: &Stamp,
    ) {
        let number = self.ticket().number();
        let found = self
            .aside
            .iter()
            .position(|open| open.origin.id() == Some(id));
        let mut open = match found {
            Some(at) => self.aside.remove(at),
            None => {
                let id = id.clone();
                let origin = match stands {
                    Stands::Here => Origin::Kept(id),
                    Stands::Nowhere | Stands::Deleted => Origin::New(id),
                };
                Open::untouched(blank(), origin, LastSaved::Never)
            }
        };
        open.revives |= stands == Stands::Deleted;
        open.change_together(deed, stamp.at, number);
        self.aside.push(open);
    }

    /// Nothing can be answered here.
    pub(crate) fn fail_reply(&mut self, problem: Problem) {
        self.fail(problem);
    }
}

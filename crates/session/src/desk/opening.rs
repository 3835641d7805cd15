//! Opening what the address names. Whatever is read for it comes with a ticket, and is
//! shown only while it is awaited: a place that was left is awaited no more.

use forankring_core::address::{Id, Place, Route};
use forankring_core::catalogue::Variant;
use forankring_core::keeping::{Began, Found, Handover, Kept, StorageProblem};
use forankring_core::moment::Moment;

use super::command::Command;
use super::event::Loaded;
use super::moving::resumed;
use super::open::{Open, Origin, Saving};
use super::state::{Awaited, Desk, Session, Signal, Why};
use super::writing::LONG;
use crate::{Extent, Problem, Stamp, Ticket};

/// What an address asks for, given what is open already.
enum Wanted {
    /// What is open is right.
    AsItIs,
    /// A new assessment.
    New(Variant),
    /// The new one that this entry of the history began.
    Draft(Variant, Id),
    /// One that is kept.
    Kept(Id),
    /// What a link carries.
    Link(String),
    /// The invented result.
    Sample,
    /// What was open last.
    Last,
    /// Nothing: the screen looks at what stands in the address.
    Nothing,
    /// Something that does not exist.
    Unknown,
}

impl Desk {
    fn wanted(&self) -> Wanted {
        let route = self.page.route;
        let Some(place) = self.place.as_ref().filter(|_| route.shows()) else {
            return Wanted::AsItIs;
        };
        let open = self.session.open();
        match (place, open.map(|open| &open.origin)) {
            (Place::Kept(id, _), Some(Origin::Kept(open) | Origin::New(open))) if id == open => {
                Wanted::AsItIs
            }
            (Place::Kept(id, _), Some(Origin::Newer(open))) if id == open && !route.edits() => {
                Wanted::AsItIs
            }
            (Place::Kept(id, _), _) => Wanted::Kept(id.clone()),
            // It is looked at, neither answered nor passed on.
            (Place::Sample, _) if !matches!(route, Route::Result | Route::Plan) => Wanted::Unknown,
            (Place::Sample, Some(Origin::Sample)) => Wanted::AsItIs,
            (Place::Sample, _) => Wanted::Sample,
            (Place::Link(_) | Place::Unknown, _) if route.collects() => Wanted::Nothing,
            (Place::Link(text), Some(Origin::Link(open))) if text == open => Wanted::AsItIs,
            (Place::Link(text), _) => Wanted::Link(text.clone()),
            (Place::Unknown, _) => Wanted::Unknown,
            (Place::New(variant, _), origin) => self.wanted_new(*variant, origin),
            (Place::Nothing, Some(Origin::New(_))) if route == Route::Setup => Wanted::AsItIs,
            (Place::Nothing, _) if route == Route::Setup => Wanted::New(Variant::Full),
            (Place::Nothing, _) => match (open, &self.draft) {
                (Some(open), _) if matches!(open.origin, Origin::Kept(_)) => Wanted::AsItIs,
                (Some(open), _) if open.has_unsaved() => Wanted::AsItIs,
                (_, Some(draft)) => Wanted::Draft(Variant::Full, draft.clone()),
                _ => Wanted::Last,
            },
        }
    }

    fn wanted_new(&self, variant: Variant, origin: Option<&Origin>) -> Wanted {
        match (&self.draft, origin) {
            (Some(draft), Some(Origin::New(open) | Origin::Kept(open))) if draft == open => {
                Wanted::AsItIs
            }
            (Some(draft), _) => Wanted::Draft(variant, draft.clone()),
            (None, _) if self.page.route.edits() => Wanted::New(variant),
            (None, _) => Wanted::Last,
        }
    }

    /// Opens what the address names. What is open makes room: where something of it is
    /// not on the disk it is set aside, and found again.
    pub(super) fn follow<S: Extent>(&mut self, stamp: &Stamp) {
        let replies = S::has(Route::Reply) && self.page.route == Route::Reply;
        let plans = S::has(Route::Plan) && self.page.route == Route::Plan;
        // What is to be open here the screen says.
        if replies || plans && self.speaks_of_reports() {
            return self.signal(Signal::Sought);
        }
        match self.wanted() {
            // Storage is still awaited for it, or for nothing that is shown here.
            Wanted::AsItIs => {
                let probing = matches!(&self.awaited, Some(one) if one.why == Why::CanKeep);
                if !probing {
                    self.awaited = None;
                }
                self.name_item();
            }
            Wanted::New(variant) => {
                self.set_aside();
                self.begin(variant, stamp.fresh.clone());
                self.can_keep();
            }
            Wanted::Draft(variant, id) => self.open(Why::Began(variant, id.clone()), id),
            Wanted::Kept(id) => self.open(Why::Named(id.clone()), id),
            Wanted::Link(text) => self.open_link::<S>(&text),
            Wanted::Last => self.look_for_last(stamp),
            Wanted::Sample => match S::sample() {
                Some(sample) => self.open_read_only(Origin::Sample, sample),
                None => self.fail(Problem::Place),
            },
            Wanted::Nothing => {
                self.set_aside();
                self.session = Session::Nothing;
            }
            Wanted::Unknown if self.page.route.edits() => self.fail(Problem::Place),
            // A result link may be cut so short that it is no link any more.
            Wanted::Unknown => {
                let text = self.fragment.clone();
                self.open_link::<S>(&text);
            }
        }
    }

    /// A bare address on an answering page shows the item where the user was.
    fn name_item(&mut self) {
        let Some(open) = self.session.open() else {
            return;
        };
        if self.place == Some(Place::Nothing) && self.page.route.answers() {
            let item = resumed(&open.assessment, open.at);
            self.place = Some(open.place(Some(item)));
            if let Origin::New(id) = &open.origin {
                self.draft = Some(id.clone());
            }
        }
    }

    /// What is open makes room.
    pub(super) fn set_aside(&mut self) {
        self.awaited = None;
        if let Session::Open(open) = std::mem::replace(&mut self.session, Session::Opening)
            && open.has_unsaved()
        {
            self.aside.push(open);
        }
    }

    /// What was set aside is taken up again.
    fn take_up(&mut self, wanted: impl Fn(&Open) -> bool) -> Option<Open> {
        let at = self.aside.iter().position(wanted)?;
        Some(self.aside.remove(at))
    }

    pub(super) fn fail(&mut self, problem: Problem) {
        self.set_aside();
        self.session = Session::Failed(problem);
    }

    /// Starts a new one.
    fn begin(&mut self, variant: Variant, id: Id) {
        let item = match &self.place {
            Some(Place::New(_, item)) => *item,
            _ => None,
        };
        let item = item.or_else(|| self.page.route.answers().then(|| self.item()));
        self.draft = Some(id.clone());
        self.session = Session::Open(Open::blank(variant, id));
        self.place = Some(Place::New(variant, item));
        self.signal(Signal::Opened);
    }

    /// Asks whether what is begun can be kept, so that it is said before the first answer.
    pub(super) fn can_keep(&mut self) {
        let Some(id) = self
            .session
            .open()
            .and_then(|open| open.origin.id().cloned())
        else {
            return;
        };
        let ticket = self.wait_for(Why::CanKeep);
        self.ask(Command::Load(ticket, id));
    }

    pub(super) fn wait_for(&mut self, why: Why) -> Ticket {
        let ticket = self.ticket();
        self.awaited = Some(Awaited { ticket, why });
        self.ask(Command::Wait(ticket, LONG));
        ticket
    }

    /// Whether it is awaited already. What takes long may be asked for again.
    pub(super) fn awaits(&self, why: &Why) -> bool {
        let awaited = self.awaited.as_ref().is_some_and(|one| one.why == *why);
        awaited && !matches!(self.session, Session::Failed(_))
    }

    pub(super) fn open(&mut self, why: Why, id: Id) {
        if self.awaits(&why) {
            return;
        }
        self.set_aside();
        if let Some(open) = self.take_up(|open| open.origin.id() == Some(&id)) {
            return self.show(open);
        }
        self.session = Session::Opening;
        let ticket = self.wait_for(why);
        self.ask(Command::Load(ticket, id));
    }

    /// Shows what was read.
    pub(super) fn show(&mut self, open: Open) {
        let home = open.home();
        let replies = self.page.route == Route::Reply;
        if home.map_or(replies, |home| home != self.page.route) {
            return self.lead_elsewhere(open);
        }
        // What the address says of another one, such as a new one that makes room, is not
        // meant here.
        let id = open.origin.id();
        let named = match &self.place {
            Some(Place::Kept(named, item)) if Some(named) == id => *item,
            Some(Place::New(_, item)) if self.draft.as_ref() == id => *item,
            _ => None,
        };
        let answers = self.page.route.answers();
        let item = named.or_else(|| answers.then(|| resumed(&open.assessment, open.at)));
        self.draft = match &open.origin {
            Origin::New(id) => Some(id.clone()),
            _ => self.draft.take(),
        };
        // One comes to what one was asked for by its link, and stays there.
        if !(home.is_some() && matches!(self.place, Some(Place::Link(_)))) {
            self.place = Some(open.place(item));
        }
        self.awaited = None;
        self.session = Session::Open(open);
        self.say_in_address();
        self.signal(Signal::Opened);
        self.look_back();
    }

    fn look_for_last(&mut self, stamp: &Stamp) {
        if self.awaits(&Why::Last) {
            return;
        }
        if let Some(open) = self.take_up(|open| !open.is_reply()) {
            self.set_aside();
            return self.show(open);
        }
        self.set_aside();
        // A new one stands there meanwhile, as the page was rendered; where it is answered
        // before the other is found, the other is offered.
        if self.page.route.edits() {
            self.begin(Variant::Full, stamp.fresh.clone());
        }
        let ticket = self.wait_for(Why::Last);
        self.ask(Command::FindLast(ticket));
    }

    fn is_awaited(&self, ticket: Ticket) -> bool {
        matches!(&self.awaited, Some(one) if one.ticket == ticket)
    }

    /// What was open last, or the latest unfinished one.
    pub(super) fn last_found(&mut self, ticket: Ticket, found: Result<Option<Id>, StorageProblem>) {
        if !self.is_awaited(ticket) {
            return;
        }
        self.awaited = None;
        let begun = self.session.open().is_some();
        // What was answered meanwhile stays, also where it is kept by now.
        let touched = self.session.open().is_some_and(|open| !open.is_blank());
        match found {
            Ok(Some(id)) if touched => {
                self.offer = Some(id).filter(|id| self.open_id() != Some(id))
            }
            Ok(Some(id)) => self.open(Why::WasOpen(id.clone()), id),
            Ok(None) if begun => {}
            Ok(None) => self.session = Session::Nothing,
            Err(problem) if begun => self.cannot_keep(problem),
            Err(problem) => self.session = Session::Failed(Problem::Storage(problem)),
        }
    }

    /// It is said before the first answer.
    fn cannot_keep(&mut self, problem: StorageProblem) {
        if let Some(open) = self.session.open_mut()
            && open.saving == Saving::Untouched
        {
            open.saving = Saving::Failed(problem);
        }
    }

    /// Something was read.
    pub(super) fn loaded<S: Extent>(&mut self, ticket: Ticket, loaded: Loaded, stamp: &Stamp) {
        let awaited = self.awaited.take_if(|one| one.ticket == ticket);
        let Some(Awaited { why, .. }) = awaited else {
            return self.reread(ticket, loaded);
        };
        if (S::has(Route::Reply) || S::has(Route::Plan))
            && let Why::Reply(id) = why
        {
            return self.signal(Signal::ReplyLoaded(id, Box::new(loaded)));
        }
        let left = loaded.left;
        match (loaded.found, why) {
            (Ok(_), Why::CanKeep) => {}
            (Err(problem), Why::CanKeep) => self.cannot_keep(problem),
            (Ok(Found::Here(kept)), Why::Named(id) | Why::WasOpen(id) | Why::Began(_, id)) => {
                self.show(Open::kept(*kept, Origin::Kept(id), left));
            }
            (Ok(Found::Absent), Why::Began(variant, id)) => self.begin(variant, id),
            (Ok(Found::Deleted), Why::Began(variant, _)) => {
                self.begin(variant, stamp.fresh.clone());
            }
            (Ok(Found::Absent), Why::Named(id)) => match self.take_fallback(&id) {
                Some(open) => self.show(open),
                None => self.session = Session::Failed(Problem::NotFound),
            },
            (Ok(Found::Absent), Why::WasOpen(id)) => match self.take_fallback(&id) {
                Some(open) => self.show(open),
                None => self.stale(stamp),
            },
            (Ok(Found::Deleted), Why::WasOpen(_)) => self.stale(stamp),
            (Ok(Found::Deleted), Why::Named(_)) => {
                self.session = Session::Failed(Problem::Storage(StorageProblem::Deleted));
            }
            (Err(StorageProblem::Newer), Why::Named(id) | Why::WasOpen(id))
                if !self.page.route.edits() && !S::only_answers() =>
            {
                let ticket = self.wait_for(Why::Named(id.clone()));
                self.ask(Command::LoadNewer(ticket, id));
            }
            (Err(problem), Why::Began(variant, id)) => {
                self.begin(variant, id);
                self.cannot_keep(problem);
            }
            (Err(problem), Why::Named(id) | Why::WasOpen(id)) => {
                match self.take_fallback(&id).filter(|_| problem.may_pass()) {
                    Some(open) => self.show(open),
                    None => self.session = Session::Failed(Problem::Storage(problem)),
                }
            }
            (_, Why::Last | Why::Mangled(..) | Why::Reply(_)) => {}
        }
    }

    /// What was open last is gone: the latest unfinished one, or a new one.
    fn stale(&mut self, stamp: &Stamp) {
        self.ask(Command::ForgetLast);
        if self.page.route.edits() {
            self.begin(Variant::Full, stamp.fresh.clone());
        }
        let ticket = self.wait_for(Why::Last);
        self.ask(Command::FindLast(ticket));
    }

    /// What the page before showed of it, for where it was cleared away under it.
    pub(super) fn take_fallback(&mut self, id: &Id) -> Option<Open> {
        let kept = |handed: &Handover| handed.began != Began::Unlocked && handed.id == *id;
        let at = self.fallback.iter().position(kept)?;
        let handed = self.fallback.remove(at);
        // Nothing of it was unsaved: no moment is needed.
        Some(Open::handed(handed, Moment::default(), 0))
    }

    /// What a newer version wrote, as far as it is understood.
    pub(super) fn newer_loaded(&mut self, ticket: Ticket, kept: Option<Box<Kept>>) {
        let Some(awaited) = self.awaited.take_if(|one| one.ticket == ticket) else {
            return;
        };
        match (kept, awaited.why) {
            (Some(kept), Why::Named(id)) => self.show(Open::kept(*kept, Origin::Newer(id), None)),
            _ => {
                let problem = Problem::Storage(StorageProblem::Newer);
                self.session = Session::Failed(problem);
            }
        }
    }

    /// Opening takes long: it is said, and still awaited.
    pub(super) fn opening_is_slow(&mut self, ticket: Ticket) {
        let awaited = self.awaited.as_ref().filter(|one| one.ticket == ticket);
        if let Some(Awaited { why, .. }) = awaited
            && self.session == Session::Opening
        {
            self.session = Session::Failed(match why {
                Why::Mangled(_, problem) => Problem::Link(*problem),
                _ => Problem::Storage(StorageProblem::Slow),
            });
        }
    }
}

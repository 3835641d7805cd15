//! Writing what was changed, one write at a time for each assessment, and hearing of
//! what other tabs wrote.

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Parts};
use forankring_core::file::Document;
use forankring_core::keeping::{Found, StorageProblem, Written, retry_after};
use forankring_core::moment::Moment;
use forankring_core::panel::Replies;
use forankring_core::texts::key;

use super::command::{Command, CopyHow, FileOut, Focus, Told};
use super::event::{Field, Loaded, Turn};
use super::open::{Flight, Open, Origin, Saving};
use super::state::{Copying, Desk, MoreWords, Overlong, Signal};
use crate::{Message, Stamp, Ticket};

/// After so many milliseconds, that something takes long is said.
pub(crate) const LONG: u32 = 4000;

impl Desk {
    /// The user changed something.
    pub(crate) fn changed(&mut self, action: Action, stamp: &Stamp) {
        let field = field_of(&action);
        let number = self.ticket().number();
        let of = self.open_id().cloned();
        self.overlong
            .retain(|one| Some(&one.field) != field.as_ref() || one.of != of);
        self.wanting = None;
        let Some(open) = self.session.open_mut() else {
            return;
        };
        // Whoever has begun to answer goes on in the same way.
        let fresh = open.assessment.answered() == 0;
        let brought = open.by.brings(&action).filter(|_| fresh);
        let item = action.item();
        open.did(action, stamp, number);
        if let Some(action) = brought {
            open.did(action, stamp, number);
        }
        self.note_item(item, false);
    }

    /// The user changed several parts in one go.
    pub(crate) fn changed_together(&mut self, deed: &[Action], stamp: &Stamp) {
        let number = self.ticket().number();
        let Some(open) = self.session.open_mut() else {
            return;
        };
        if !open.origin.is_read_only() {
            open.history.did(&open.assessment, deed);
            open.change_together(deed, stamp.at, number);
        }
    }

    /// Something is noted that nobody entered, and nobody takes back.
    pub(crate) fn noted(&mut self, action: Option<Action>, stamp: &Stamp) {
        let number = self.ticket().number();
        if let (Some(open), Some(action)) = (self.session.open_mut(), action) {
            open.change(action, stamp.at, number, false);
        }
    }

    /// The parts of what is open, where it can be changed.
    pub(crate) fn own_parts(&self) -> Option<Parts> {
        let open = self.session.open()?;
        (!open.origin.is_read_only()).then(|| open.assessment.parts.clone())
    }

    /// What is changed next is a step of its own, also where it is the text that was written last.
    pub(crate) fn begin_step(&mut self) {
        if let Some(open) = self.session.open_mut() {
            open.history.begin_step();
        }
    }

    /// Something changed behind which no step back leads.
    pub(crate) fn changed_beside(&mut self, deed: &[Action], stamp: &Stamp) {
        let number = self.ticket().number();
        if let Some(open) = self.session.open_mut() {
            open.history.forget(deed);
            open.change_together(deed, stamp.at, number);
        }
    }

    /// What does not fit is shown as it is, and said; what was kept stays.
    pub(crate) fn overlong_written(&mut self, field: Field, text: String) {
        let of = self.open_id().cloned();
        self.overlong
            .retain(|one| one.field != field || one.of != of);
        self.overlong.push(Overlong { of, field, text });
    }

    /// The user takes the last change back, or does it again.
    pub(super) fn turned_back(&mut self, turn: Turn, stamp: &Stamp) {
        let number = self.ticket().number();
        let Some(open) = self.session.open_mut() else {
            return;
        };
        let deed = match turn {
            Turn::Undo => open.history.undo(&open.assessment),
            Turn::Redo => open.history.redo(&open.assessment),
        };
        let Some(deed) = deed else { return };
        open.change_together(&deed, stamp.at, number);
        let said = match turn {
            Turn::Undo => key::ANSWER_UNDONE,
            Turn::Redo => key::ANSWER_REDONE,
        };
        self.say(Message::plain(said));
        let item = deed.iter().find_map(Action::item);
        self.note_item(item, true);
    }

    /// Begins every write that is due.
    pub(super) fn write_what_is_due(&mut self) {
        let due: Vec<usize> = self
            .opens()
            .enumerate()
            .filter(|(_, open)| open.flight == Flight::Due)
            .map(|(place, _)| place)
            .collect();
        for place in due {
            let ticket = self.ticket();
            let Some(open) = self.opens().nth(place) else {
                continue;
            };
            let Some(write) = open.write() else {
                open.flight = Flight::Idle;
                continue;
            };
            open.flight = Flight::Under(ticket);
            self.ask(Command::Commit(ticket, Box::new(write)));
            self.ask(Command::Wait(ticket, LONG));
        }
    }

    /// Writing ended. A receipt is never dropped, however late it comes.
    pub(super) fn written(
        &mut self,
        ticket: Ticket,
        id: &Id,
        result: Result<Box<Written>, StorageProblem>,
    ) {
        let receipt = match result {
            Ok(receipt) => receipt,
            Err(problem) => return self.not_written(ticket, problem),
        };
        let found = self.opens().find(|open| open.origin.id() == Some(id));
        if let Some(open) = found {
            let gone = open.saving == Saving::Failed(StorageProblem::Deleted);
            match gone && open.flight != Flight::Under(ticket) {
                // Written before it was deleted, or after: the store knows.
                true => self.read_again(Some(id)),
                false => open.written(ticket, *receipt),
            }
        }
        self.keep_place_true(id);
        self.hand_over_anew();
        self.wrote(Told::Written(id.clone()));
    }

    fn not_written(&mut self, ticket: Ticket, problem: StorageProblem) {
        let pause = self.ticket();
        let found = self
            .opens()
            .find(|open| open.flight == Flight::Under(ticket));
        let Some(open) = found else { return };
        open.failures += 1;
        open.saving = Saving::Failed(problem);
        open.flight = Flight::Idle;
        if problem.may_pass() {
            open.flight = Flight::Pausing(pause);
            let ms = retry_after(open.failures);
            self.ask(Command::Wait(pause, ms));
        }
    }

    /// A new one is kept now: the address names it.
    fn keep_place_true(&mut self, id: &Id) {
        let kept = Origin::Kept(id.clone());
        let shown = self.session.open().is_some_and(|open| open.origin == kept);
        if !shown || !self.page.route.shows() {
            return;
        }
        use forankring_core::address::Place;
        let item = match &self.place {
            Some(Place::New(_, item)) => *item,
            Some(Place::Nothing) => None,
            _ => return,
        };
        let item = item.or_else(|| self.page.route.answers().then(|| self.item()));
        self.place = Some(Place::Kept(id.clone(), item));
        self.say_in_address();
    }

    /// Something was written from here: the other tabs hear of it, and the running
    /// back-up is written after a while. The one place where that is decided.
    pub(crate) fn wrote(&mut self, told: Told) {
        self.ask(Command::Tell(told));
        self.signal(Signal::KeptChanged);
        self.copy_soon();
    }

    /// So much time has passed.
    pub(super) fn time_passed(&mut self, ticket: Ticket) {
        self.opening_is_slow(ticket);
        for open in self.opens() {
            if open.flight == Flight::Pausing(ticket) {
                open.flight = Flight::Due;
            }
            if open.flight == Flight::Under(ticket) && open.saving == Saving::Waiting {
                open.saving = Saving::Slow;
            }
        }
        match self.copying {
            Copying::Soon(one) if one == ticket => self.copy(CopyHow::Quietly),
            Copying::Under(one, _) | Copying::Again(one, _) if one == ticket => {
                self.copying = Copying::Long(ticket);
            }
            _ => {}
        }
        if self.more == MoreWords::Asked(ticket) {
            self.more = MoreWords::Missing;
        }
        self.signal(Signal::TimePassed(ticket));
    }

    /// The user wants writing tried again, or is about to leave. A write that never
    /// ended is given up: its receipt is welcome still.
    pub(super) fn retry(&mut self, worth: fn(StorageProblem) -> bool) {
        for open in self.opens() {
            let again = match open.saving {
                Saving::Failed(problem) => worth(problem),
                Saving::Slow => true,
                _ => false,
            };
            if open.has_unsaved() && again {
                open.flight = Flight::Due;
            }
        }
    }

    /// The user wants it tried again: also where it will hardly have changed.
    pub(super) fn retry_wanted(&mut self) {
        self.retry(|problem| problem != StorageProblem::Deleted);
        // Nothing was entered yet: whether it can be kept is asked anew.
        if let Some(open) = self.session.open_mut().filter(|open| !open.has_unsaved())
            && let (Saving::Failed(_), Origin::New(_)) = (open.saving, &open.origin)
        {
            open.saving = Saving::Untouched;
            self.can_keep();
        }
    }

    /// What was deleted elsewhere is to be kept all the same.
    pub(super) fn keep_deleted(&mut self) {
        if let Some(open) = self.session.open_mut()
            && open.saving == Saving::Failed(StorageProblem::Deleted)
        {
            open.revives = true;
            open.saving = Saving::Waiting;
            open.flight = Flight::Due;
            self.ask(Command::Focus(Focus::Heading));
        }
    }

    /// Another tab has told something.
    pub(super) fn heard(&mut self, told: Told) {
        match told {
            Told::Written(id) => self.read_again(Some(&id)),
            Told::Changed => {
                self.read_again(None);
                if self.copying == Copying::Idle {
                    self.copy(CopyHow::Look);
                }
            }
        }
        self.look_back();
        self.signal(Signal::KeptChanged);
    }

    /// Reads again what is open, all of it or the one with this id.
    pub(crate) fn read_again(&mut self, only: Option<&Id>) {
        let ids: Vec<Id> = self
            .opens()
            .filter_map(|open| match &open.origin {
                Origin::Kept(id) if only.is_none_or(|only| only == id) => Some(id.clone()),
                _ => None,
            })
            .collect();
        for id in ids {
            let ticket = self.ticket();
            if let Some(open) = self.opens().find(|open| open.origin.id() == Some(&id)) {
                open.rereading = Some(ticket);
            }
            self.ask(Command::Load(ticket, id));
        }
    }

    /// What another tab wrote is shown; that it was deleted is said.
    pub(super) fn reread(&mut self, ticket: Ticket, loaded: Loaded) {
        let found = self.opens().find(|open| open.rereading == Some(ticket));
        let Some(open) = found else { return };
        open.rereading = None;
        match loaded.found {
            Ok(Found::Here(kept)) => {
                if open.saving == Saving::Failed(StorageProblem::Deleted) {
                    // Brought back elsewhere, as a record of its own.
                    open.revision = 0;
                    open.saving = Saving::Untouched;
                    open.wants_writing_if_needed();
                }
                open.shows(*kept);
                self.signal(Signal::Opened);
            }
            // The user has heard of it, and wants it back.
            Ok(Found::Deleted) if open.revives => {}
            Ok(Found::Deleted) => {
                open.saving = Saving::Failed(StorageProblem::Deleted);
                open.flight = Flight::Idle;
                self.say(Message::plain(key::PROBLEM_STORAGE_DELETED));
            }
            // What is not there without a word was cleared away: it is written anew with
            // the next change. What cannot be read now is told when something is written.
            Ok(Found::Absent) | Err(_) => {}
        }
    }

    /// What is open, as a file.
    pub(super) fn save_file(&mut self, write: fn(&Document) -> String) {
        let Some(open) = self.session.open() else {
            return;
        };
        let document = Document {
            id: match &open.origin {
                Origin::Kept(id) => Some(id.clone()),
                _ => None,
            },
            saved: None,
            assessment: (*open.assessment).clone(),
            replies: Replies::default(),
        };
        let file = FileOut {
            name: format!("forankring-{}.json", open.assessment.date.iso()),
            media: "application/json",
            text: write(&document),
        };
        self.ask(Command::Save(file));
        self.say(Message::plain(key::ANSWER_DOWNLOADED));
    }
}

impl Open {
    /// Something was done to it, which can be taken back.
    fn did(&mut self, action: Action, stamp: &Stamp, number: u64) {
        let before = self.assessment.clone();
        if self.change(action.clone(), stamp.at, number, false) {
            self.history.did(&before, &[action]);
        }
    }

    /// Takes several changes in, as one deed.
    pub(super) fn change_together(&mut self, deed: &[Action], at: Moment, number: u64) {
        let mut joined = false;
        for action in deed {
            joined |= self.change(action.clone(), at, number, joined);
        }
    }

    fn wants_writing_if_needed(&mut self) {
        if self.has_unsaved() {
            self.wants_writing();
        }
    }
}

/// The field in which a text was written.
fn field_of(action: &Action) -> Option<Field> {
    match action {
        Action::NoteWritten(item, field, _) => Some(Field::Note(*item, *field)),
        Action::ProcurementWritten(_) => Some(Field::Procurement),
        Action::NameWritten(_) => Some(Field::Name),
        Action::PartWritten(key, _) => Some(Field::Part(key.clone())),
        _ => None,
    }
}

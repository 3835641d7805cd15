//! The running back-up: a file that is kept up to date, written a while after what is kept
//! was changed, and whenever the user wants it.

use forankring_core::texts::key;

use super::command::{Command, CopyHow, Focus, Told};
use super::event::Copied;
use super::state::{By, Copying, Desk};
use super::surroundings::CopyState;
use super::writing::LONG;
use crate::{Message, Ticket};

/// The running back-up is written when nothing more was kept for so many milliseconds.
const PAUSE: u32 = 3000;

impl Desk {
    /// The running back-up is written after a while.
    pub(super) fn copy_soon(&mut self) {
        if self.surroundings.bound.is_none() {
            return;
        }
        self.copying = match self.copying {
            Copying::Under(ticket, by) | Copying::Again(ticket, by) => Copying::Again(ticket, by),
            Copying::Long(ticket) => Copying::Long(ticket),
            Copying::Idle | Copying::Soon(_) => {
                let ticket = self.ticket();
                self.ask(Command::Wait(ticket, PAUSE));
                Copying::Soon(ticket)
            }
        };
    }

    /// The page may be gone before the pause is over.
    pub(super) fn copy_now(&mut self) {
        if matches!(self.copying, Copying::Soon(_)) {
            self.copy(CopyHow::Quietly);
        }
    }

    /// Writes the running back-up, chooses its file, or ends it: one at a time, but for
    /// the end, which never waits, and for what the user wants while it goes by itself.
    pub(crate) fn copy(&mut self, how: CopyHow) {
        let by = match how {
            CopyHow::Look | CopyHow::Quietly => By::Itself,
            _ => By::User,
        };
        let ticket = self.ticket();
        self.copying = match (self.copying, by) {
            (Copying::Idle | Copying::Soon(_), _) => Copying::Under(ticket, by),
            _ if how == CopyHow::End => Copying::Under(ticket, by),
            (_, By::Itself) | (Copying::Under(_, By::User) | Copying::Again(_, By::User), _) => {
                return;
            }
            // What went by itself may not be all that is to be written.
            _ => Copying::Again(ticket, by),
        };
        self.ask(Command::Wait(ticket, LONG));
        self.ask(Command::Copy(ticket, how));
    }

    /// Something became of the running back-up.
    pub(super) fn copied(&mut self, ticket: Ticket, copied: Copied) {
        // Only the last one says how the file stands now.
        let (again, by) = match self.copying {
            Copying::Under(one, by) if one == ticket => (false, by),
            Copying::Again(one, by) if one == ticket => (true, by),
            Copying::Long(one) if one == ticket => (true, By::Itself),
            _ => return,
        };
        self.copying = Copying::Idle;
        match copied {
            Copied::Cancelled if again => self.copy_soon(),
            Copied::Cancelled => {}
            Copied::Chosen(bound) => {
                self.surroundings.bound = Some(bound);
                // From now on they write it too.
                self.ask(Command::Tell(Told::Changed));
                self.copy(CopyHow::Asking);
                self.ask(Command::Focus(Focus::Id("kopi-skriv".to_owned())));
            }
            Copied::Stands(bound) => {
                if let Some(CopyState::Written(Some(ms))) = bound.as_ref().map(|one| one.state) {
                    self.surroundings.last_backup = Some(ms);
                }
                let ended = self.surroundings.bound.is_some() && bound.is_none();
                self.surroundings.bound = bound;
                if by == By::User {
                    self.tell_of_copy(ended);
                }
                if again {
                    self.copy_soon();
                }
            }
        }
    }

    /// What the user wanted of the file is done, or was not: it is said each time.
    fn tell_of_copy(&mut self, ended: bool) {
        match &self.surroundings.bound {
            Some(bound) => self.say(bound.message()),
            // The button that did it is gone.
            None if ended => self.say_at(
                Message::plain(key::BACKUP_RUN_LEAD),
                Focus::Id("kopi-velg".to_owned()),
            ),
            None => {}
        }
    }
}

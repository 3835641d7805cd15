//! The plan out of the app: as a calendar, a table, and in the clipboard.

use forankring_core::plan::{self, Entry, Rich};
use forankring_core::texts::key;

use super::super::Command;
use super::{Copied, State};
use crate::desk::{self, FileOut};
use crate::{Desk, Message, Stamp, Ticket};

impl State {
    pub(super) fn save_calendar(
        &mut self,
        desk: &mut Desk,
        named: &str,
        entries: &[Entry],
        stamp: &Stamp,
    ) {
        let text = plan::calendar(named, entries, stamp.at.ms);
        let told = Message::count(key::PLAN_CALENDAR_SAVED, entries.len());
        self.save(desk, ("ics", "text/calendar"), text, told, stamp);
    }

    pub(super) fn save_table(&mut self, desk: &mut Desk, rows: &[Vec<String>], stamp: &Stamp) {
        let told = Message::plain(key::PLAN_TABLE_SAVED);
        self.save(desk, ("csv", "text/csv"), plan::table(rows), told, stamp);
    }

    fn save(
        &mut self,
        desk: &mut Desk,
        (ending, media): (&str, &'static str),
        text: String,
        told: Message,
        stamp: &Stamp,
    ) {
        let name = format!("handlingsplan-{}.{ending}", stamp.at.day.iso());
        desk.ask(desk::Command::Save(FileOut { name, media, text }));
        self.told = Some(told.clone());
        desk.say(told);
    }

    pub(super) fn copy(&mut self, desk: &mut Desk, rich: Rich) -> Vec<Command> {
        let ticket = desk.ticket();
        self.copying = Some(ticket);
        vec![Command::CopyTable(ticket, rich)]
    }

    pub(super) fn copied(&mut self, desk: &mut Desk, ticket: Ticket, copied: Copied) {
        if self.copying.take_if(|one| *one == ticket).is_some() {
            let told = Message::plain(match copied {
                Copied::Table => key::PLAN_COPIED,
                Copied::Text => key::PLAN_COPIED_TEXT,
                Copied::Nothing => key::PLAN_COPY_FAILED,
            });
            self.told = Some(told.clone());
            desk.say(told);
        }
    }
}

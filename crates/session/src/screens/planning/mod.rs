//! The action plan: what is to be added to it, how it is shown, and what is changed in it.
//! The plan itself is part of what is open, and kept like every answer.

pub mod deleting;
pub mod notes;
mod noting;
mod out;
mod places;
pub mod portion;
mod reported;
pub mod table_in;
mod which;

pub use places::{edit_id, field_id};
pub use which::{Count, Which, count};

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Note};
use forankring_core::catalogue::{Level, Theme};
use forankring_core::day::Day;
use forankring_core::plan::{
    self, Aim, Entry, Field, FieldProblem, Measure, Order, Plan, Rich, Source, adding,
    bringing_back, id_for, proposals, removing,
};
use forankring_core::texts::key;

use self::places::too_long;
use super::{Command, reader, reporting};
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp, Ticket};

/// What was entered in a field and could not be taken, as it was entered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refused {
    /// Of which measure.
    pub measure: Id,
    /// In which field.
    pub field: Field,
    /// What was entered.
    pub entered: String,
    /// Why it was not taken.
    pub problem: FieldProblem,
}

/// What the screen shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What belongs to reading, where nothing is open.
    pub reader: reader::State,
    /// In which order measures stand.
    pub order: Order,
    /// Which of them are shown.
    pub which: Which,
    /// Of one level only.
    pub level: Option<Level>,
    /// Of one theme only.
    pub theme: Option<Theme>,
    /// Of one who is responsible only.
    pub responsible: Option<String>,
    /// The one that is being changed.
    pub editing: Option<Id>,
    /// From where measures are proposed.
    pub source: Option<Source>,
    /// Proposals that are not to be added.
    pub left_out: Vec<Aim>,
    /// By which day it is shown what the plan gives; none: when all is done.
    pub by: Option<Day>,
    /// What could not be taken.
    pub refused: Vec<Refused>,
    /// Notes of the one that is being changed.
    pub notes: notes::State,
    /// The one of which it is asked whether it is to be deleted for good.
    pub deleting: Option<Id>,
    /// What is to be told.
    pub told: Option<Message>,
    /// A table that comes in.
    pub table_in: table_in::State,
    /// Reports on measures.
    pub reporting: Box<reporting::State>,
    /// How much of the list is drawn.
    pub drawn: portion::Drawn,
    /// The table that is being copied.
    copying: Option<Ticket>,
}

/// As what a table was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copied {
    /// As a table.
    Table,
    /// As text with tabs: the browser copies no tables here.
    Text,
    /// Not at all.
    Nothing,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Another order was chosen.
    OrderChosen(Order),
    /// Others were chosen to be shown.
    WhichChosen(Which),
    /// A level was chosen, or all.
    LevelChosen(Option<Level>),
    /// A theme was chosen, or all.
    ThemeChosen(Option<Theme>),
    /// One who is responsible was chosen, or all.
    ResponsibleChosen(Option<String>),
    /// Proposals are wanted from there, or no more.
    SourceChosen(Option<Source>),
    /// A proposal is to be added, or is not.
    ProposalTurned(Aim),
    /// Proposals were taken, with the words in which they were shown.
    Filled(Vec<(Aim, Note)>),
    /// An own measure is wanted.
    AddWanted,
    /// A measure is to be changed, or no more.
    EditTurned(Id),
    /// Something was entered in a field.
    Entered(Id, Field, String),
    /// What stands in the field of a day is none yet.
    HalfEntered(Id, Field),
    /// With a note.
    Note(notes::Event),
    /// A measure is to be taken away.
    RemoveWanted(Id),
    /// One that was taken away is to come back, or to stay.
    BackWanted(Id),
    /// One that was taken away is to be deleted for good: it is asked whether it is.
    DeleteWanted(Id),
    /// It is not.
    DeleteDenied,
    /// It is.
    DeleteConfirmed(Id),
    /// A day was chosen to look ahead to.
    ByChosen(Option<Day>),
    /// Deadlines are wanted as a calendar file: what the calendar is called, and these.
    CalendarWanted(String, Vec<Entry>),
    /// The plan is wanted as a table: these rows.
    TableWanted(Vec<Vec<String>>),
    /// The plan is wanted in the clipboard.
    CopyWanted(Rich),
    /// It was copied so.
    Copied(Ticket, Copied),
    /// With a table that comes in.
    TableIn(table_in::Event),
    /// With reports on measures.
    Report(reporting::Event),
}

impl State {
    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::OrderChosen(order) => self.order = order,
            Event::WhichChosen(which) => self.which = which,
            Event::LevelChosen(level) => self.level = level,
            Event::ThemeChosen(theme) => self.theme = theme,
            Event::ResponsibleChosen(name) => self.responsible = name,
            Event::ByChosen(day) => self.by = day,
            Event::SourceChosen(source) => {
                self.source = source;
                self.left_out.clear();
            }
            Event::ProposalTurned(aim) => match self.left_out.iter().position(|one| *one == aim) {
                Some(at) => drop(self.left_out.remove(at)),
                None => self.left_out.push(aim),
            },
            Event::Filled(taken) => self.fill(desk, &taken, stamp),
            Event::AddWanted => self.add(desk, stamp),
            Event::EditTurned(id) => self.turn(desk, id),
            Event::Entered(id, field, text) => self.entered(desk, &id, field, text, stamp),
            Event::HalfEntered(id, field) => {
                self.refuse(id, field, String::new(), FieldProblem::NoDay);
            }
            Event::Note(event) => self.noted(desk, event, stamp),
            Event::RemoveWanted(id) => self.remove(desk, &id, stamp),
            Event::BackWanted(id) => self.bring_back(desk, &id, stamp),
            Event::DeleteWanted(id) => self.ask_to_delete(desk, id),
            Event::DeleteDenied => self.deny_to_delete(desk),
            Event::DeleteConfirmed(id) => self.delete(desk, &id, stamp),
            Event::CalendarWanted(named, entries) => {
                self.save_calendar(desk, &named, &entries, stamp);
            }
            Event::TableWanted(rows) => self.save_table(desk, &rows, stamp),
            Event::CopyWanted(rich) => return self.copy(desk, rich),
            Event::Copied(ticket, copied) => self.copied(desk, ticket, copied),
            Event::TableIn(event) => return self.table_came(desk, event, stamp),
            Event::Report(event) => return self.reported(desk, event, stamp),
        }
        Vec::new()
    }

    /// Whether a measure is shown as the screen stands. What is being changed stays where it
    /// can be seen.
    pub fn shows(&self, measure: &Measure, today: Day) -> bool {
        let item = measure.aim.map(|aim| aim.item());
        let level = item.map(|item| item.level);
        let theme = item.map(|item| item.theme);
        let of = |name: &String| measure.responsible.as_str() == name;
        self.editing.as_ref() == Some(&measure.id)
            || self.which.has(measure, today)
                && self.level.is_none_or(|wanted| level == Some(wanted))
                && self.theme.is_none_or(|wanted| theme == Some(wanted))
                && self.responsible.as_ref().is_none_or(of)
    }

    /// What is proposed, as the screen stands.
    pub fn proposed(&self, desk: &Desk) -> Vec<plan::Proposal> {
        let Some((source, assessment)) = self.source.zip(desk.assessment()) else {
            return Vec::new();
        };
        proposals(assessment, &Plan::of(&assessment.parts), source)
    }

    /// Adds what was taken of the proposals; what is there already is not added twice.
    fn fill(&mut self, desk: &mut Desk, taken: &[(Aim, Note)], stamp: &Stamp) {
        let found = self.proposed(desk);
        let wanted = taken.iter().filter(|(aim, _)| {
            let new = found.iter().any(|one| one.aim == *aim && !one.is_there);
            new && !self.left_out.contains(aim)
        });
        let plan = desk.own_parts().map(|parts| Plan::of(&parts));
        let plan = plan.unwrap_or_default();
        let deeds: Vec<Vec<Action>> = wanted
            .map(|(aim, text)| adding(&id_for(&plan, *aim), Some(*aim), text))
            .collect();
        let count = deeds.len();
        if self.write(desk, &deeds.concat(), stamp) && count > 0 {
            self.source = None;
            self.left_out.clear();
            self.tell(desk, Message::count(key::PLAN_ADDED, count), "tiltak-liste");
        }
    }

    /// An own measure, ready to be written.
    fn add(&mut self, desk: &mut Desk, stamp: &Stamp) {
        let id = stamp.fresh.clone();
        if self.write(desk, &adding(&id, None, &Note::default()), stamp) {
            // It is shown, whatever else is.
            (self.which, self.level) = (Which::All, None);
            (self.theme, self.responsible) = (None, None);
            desk.ask(desk::Command::Focus(Focus::Id(field_id(&id, Field::Text))));
            self.editing = Some(id);
        }
    }

    fn turn(&mut self, desk: &mut Desk, id: Id) {
        let closing = self.editing.as_ref() == Some(&id);
        if let Some(field) = self.too_long(desk) {
            // What is not kept is not put out of sight.
            return desk.ask(desk::Command::Focus(Focus::Id(field)));
        }
        let focus = match closing {
            true => edit_id(&id),
            false => field_id(&id, Field::Text),
        };
        // What could not be taken goes with the form in which it stood.
        self.refused.clear();
        let plan = desk.own_parts().map(|parts| Plan::of(&parts));
        let log = plan.and_then(|plan| Some(!plan.get(&id)?.log.is_empty()));
        self.notes = notes::State {
            log: log.unwrap_or_default(),
            ..notes::State::default()
        };
        desk.ask(desk::Command::Focus(Focus::Id(focus)));
        self.editing = (!closing).then_some(id);
    }

    /// The field in which stands more than fits, of the measure that is being changed.
    fn too_long(&self, desk: &Desk) -> Option<String> {
        let open = self.editing.as_ref()?;
        let plan = Plan::of(&desk.own_parts()?);
        let notes = plan.get(open).map(|measure| self.notes.shown(measure));
        too_long(desk, open, &notes.unwrap_or_default())
    }

    /// What fits is kept at once; what does not stays as it was entered, and is said.
    fn entered(&mut self, desk: &mut Desk, id: &Id, field: Field, text: String, stamp: &Stamp) {
        let Some(place) = field.key(id) else { return };
        match field.read(&text, stamp.at.day) {
            Ok(value) => {
                self.accept(id, field);
                let action = Action::PartWritten(place, value);
                self.write(desk, &[action], stamp);
            }
            Err(FieldProblem::Long(_)) => {
                desk.overlong_written(desk::Field::Part(place), text);
            }
            Err(problem) => self.refuse(id.clone(), field, text, problem),
        }
    }

    fn accept(&mut self, id: &Id, field: Field) {
        let other = |one: &Refused| one.measure != *id || one.field != field;
        self.refused.retain(other);
    }

    /// It stays as it was entered; what was kept before still counts.
    fn refuse(&mut self, measure: Id, field: Field, entered: String, problem: FieldProblem) {
        self.accept(&measure, field);
        self.refused.push(Refused {
            measure,
            field,
            entered,
            problem,
        });
    }

    fn remove(&mut self, desk: &mut Desk, id: &Id, stamp: &Stamp) {
        let Some(parts) = desk.own_parts() else {
            return;
        };
        let Some(action) = removing(&parts, id) else {
            return;
        };
        if self.write(desk, &[action], stamp) {
            self.editing = None;
            self.refused.clear();
            self.notes = notes::State::default();
            self.tell(desk, Message::plain(key::PLAN_REMOVED), "tiltak-liste");
        }
    }

    fn bring_back(&mut self, desk: &mut Desk, id: &Id, stamp: &Stamp) {
        if let Some(action) = bringing_back(id)
            && self.write(desk, &[action], stamp)
        {
            self.tell(desk, Message::plain(key::PLAN_BROUGHT_BACK), "tiltak-liste");
        }
    }

    /// Whether it was written: not where there is no room for it, which is said.
    fn write(&mut self, desk: &mut Desk, deed: &[Action], stamp: &Stamp) -> bool {
        if !self.has_room(desk, deed) {
            return false;
        }
        self.told = None;
        match deed {
            [action] => desk.changed(action.clone(), stamp),
            _ => desk.changed_together(deed, stamp),
        }
        true
    }

    /// Whether there is room for a deed, where anything can be changed; if not, it is said.
    fn has_room(&mut self, desk: &mut Desk, deed: &[Action]) -> bool {
        let Some(parts) = desk.own_parts() else {
            return false;
        };
        let fits = plan::fits(&parts, deed);
        if !fits {
            self.tell(desk, Message::plain(key::PLAN_FULL), "plan-melding");
        }
        fits
    }

    fn tell(&mut self, desk: &mut Desk, message: Message, at: &str) {
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id(at.to_owned()));
    }

    /// What a table that came in asks for; what is taken in of it is one deed.
    fn table_came(
        &mut self,
        desk: &mut Desk,
        event: table_in::Event,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let Some(parts) = desk.own_parts() else {
            return Vec::new();
        };
        let (commands, taken) = self.table_in.update(desk, event, parts, stamp);
        if let Some(understood) = taken
            && self.write(desk, &understood.deed, stamp)
        {
            self.table_in = table_in::State::default();
            let told = Message::count(key::PLAN_IN_TAKEN, understood.count.comes);
            self.tell(desk, told, "tiltak-liste");
        }
        commands
    }

    /// What was entered in a field and could not be taken.
    pub fn refused(&self, id: &Id, field: Field) -> Option<&Refused> {
        let of = |one: &&Refused| one.measure == *id && one.field == field;
        self.refused.iter().find(of)
    }
}

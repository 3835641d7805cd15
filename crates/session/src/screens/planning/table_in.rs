//! A table that comes into the plan: it is read, shown as it is understood, and taken in
//! once the user says so. Nothing changes before.

use std::rc::Rc;

use forankring_core::assessment::Parts;
use forankring_core::plan::table_in::{
    Choice, Column, Fate, Line, Table, TableProblem, Target, Understood, Verdict, choose,
};
use forankring_core::texts::key;

use super::super::Command;
use super::super::tables::{Asked, From};
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp, Ticket, Value};

/// So many lines are shown at a time.
pub const LINES_SHOWN: usize = 50;

/// Which lines are shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Show {
    /// All of them.
    #[default]
    All,
    /// Those that do not come in, and say something that does not stand in the plan.
    Left,
}

impl Show {
    /// Whether a line is among them.
    pub fn has(self, line: &Line) -> bool {
        let left = line.fate != Fate::Comes;
        self == Show::All || left && (line.verdict != Verdict::Same || !line.faults.is_empty())
    }
}

/// A table that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The table.
    pub table: Rc<Table>,
    /// What its columns are taken for.
    pub columns: Vec<Column>,
    /// What comes in besides.
    pub also: Vec<Choice>,
    /// Lines of which it was chosen by itself whether they come in, by their numbers.
    chosen: Vec<(usize, bool)>,
    /// What each line would do; nothing before it is first understood.
    pub understood: Option<Rc<Understood>>,
    /// Which lines are shown.
    pub show: Show,
    /// Which page of them, counted from 0.
    pub page: usize,
    /// What the plan was when it was understood last.
    parts: Parts,
    awaited: Option<Ticket>,
}

/// How far a table has come.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Stage {
    /// Nobody wants to bring one in.
    #[default]
    Closed,
    /// One can be brought in.
    Open,
    /// It is being read.
    Reading(Ticket),
    /// It is shown.
    Shown(Box<Shown>),
}

/// What is shown of it, and what is to be told.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// How far it has come.
    pub stage: Stage,
    /// What was pasted.
    pub text: String,
    /// Why nothing of it was read, or that it must be looked at again.
    pub told: Option<Message>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A table is to be brought in, or no more.
    Turned,
    /// Something was pasted or written.
    Written(String),
    /// What was pasted is to be read.
    ReadWanted,
    /// A file was chosen in the field with this id.
    Chosen(&'static str),
    /// It was read; nothing: what reads tables could not be fetched.
    Read(Ticket, Option<Result<Rc<Table>, TableProblem>>),
    /// It was understood; nothing as above.
    Understood(Ticket, Option<Rc<Understood>>),
    /// A column is taken for something else.
    ColumnChosen(usize, Option<Target>),
    /// Lines come in besides, or do not.
    AlsoTurned(Choice),
    /// The line with this number comes in, or does not.
    LineChosen(usize, bool),
    /// Others are to be shown.
    ShowChosen(Show),
    /// Another page of them.
    PageChosen(usize),
    /// What comes is to be taken in.
    TakeWanted,
}

/// What is to be done, and what is to be taken into the plan.
type Follows = (Vec<Command>, Option<Rc<Understood>>);

impl State {
    pub(super) fn update(
        &mut self,
        desk: &mut Desk,
        event: Event,
        parts: Parts,
        stamp: &Stamp,
    ) -> Follows {
        let commands = match event {
            Event::Turned => self.turn(desk),
            Event::Written(text) => {
                self.text = text;
                Vec::new()
            }
            Event::ReadWanted => self.read(desk, From::Text(self.text.clone())),
            Event::Chosen(field) => self.read(desk, From::File(field)),
            Event::Read(ticket, read) if self.stage == Stage::Reading(ticket) => {
                self.came(desk, read, parts, stamp)
            }
            Event::Understood(ticket, found) => {
                self.understood(desk, ticket, found);
                Vec::new()
            }
            Event::TakeWanted => return self.take(desk, parts, stamp),
            Event::Read(..) => Vec::new(),
            other => self.changed(desk, other, parts, stamp),
        };
        (commands, None)
    }

    /// What was pasted stays, should one come back.
    fn turn(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.told = None;
        let (stage, focus) = match self.stage {
            Stage::Closed => (Stage::Open, "inn-tekst"),
            _ => (Stage::Closed, "hent-inn"),
        };
        self.stage = stage;
        desk.ask(desk::Command::Focus(Focus::Id(focus.to_owned())));
        Vec::new()
    }

    fn read(&mut self, desk: &mut Desk, from: From) -> Vec<Command> {
        let ticket = desk.ticket();
        self.told = None;
        self.stage = Stage::Reading(ticket);
        vec![Command::ReadTable(ticket, from)]
    }

    fn came(
        &mut self,
        desk: &mut Desk,
        read: Option<Result<Rc<Table>, TableProblem>>,
        parts: Parts,
        stamp: &Stamp,
    ) -> Vec<Command> {
        self.stage = Stage::Open;
        let problem = match read {
            Some(Ok(table)) => {
                let mut shown = Shown {
                    columns: table.columns.clone(),
                    table,
                    also: Vec::new(),
                    chosen: Vec::new(),
                    understood: None,
                    show: Show::All,
                    page: 0,
                    parts: Parts::default(),
                    awaited: None,
                };
                let commands = shown.ask(desk, parts, stamp);
                self.stage = Stage::Shown(Box::new(shown));
                return commands;
            }
            None => key::PLAN_IN_UNFETCHED,
            Some(Err(TableProblem::Empty)) => key::PLAN_IN_EMPTY,
            Some(Err(TableProblem::Workbook)) => key::PLAN_IN_WORKBOOK,
            Some(Err(TableProblem::TooLarge)) => key::PLAN_IN_LARGE,
            Some(Err(TableProblem::Unreadable)) => key::PLAN_IN_UNREADABLE,
        };
        self.tell(desk, Message::plain(problem), "inn-tekst");
        Vec::new()
    }

    fn understood(&mut self, desk: &mut Desk, ticket: Ticket, found: Option<Rc<Understood>>) {
        let Stage::Shown(shown) = &mut self.stage else {
            return;
        };
        if shown.awaited.take_if(|one| *one == ticket).is_none() {
            return;
        }
        let Some(found) = found else {
            self.stage = Stage::Open;
            return self.tell(desk, Message::plain(key::PLAN_IN_UNFETCHED), "inn-tekst");
        };
        let told = counted(&found);
        let among = found.lines.iter().filter(|line| shown.show.has(line));
        let pages = among.count().div_ceil(LINES_SHOWN);
        shown.page = shown.page.min(pages.saturating_sub(1));
        let first = shown.understood.replace(found).is_none();
        match first {
            true => desk.say_at(told, Focus::Id("inn-funn".to_owned())),
            false => desk.say(told),
        }
    }

    /// Something about what is shown.
    fn changed(
        &mut self,
        desk: &mut Desk,
        event: Event,
        parts: Parts,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let Stage::Shown(shown) = &mut self.stage else {
            return Vec::new();
        };
        match event {
            Event::ColumnChosen(at, target) => choose(&mut shown.columns, at, target),
            Event::AlsoTurned(choice) => match shown.also.iter().position(|one| *one == choice) {
                Some(at) => drop(shown.also.remove(at)),
                None => shown.also.push(choice),
            },
            Event::LineChosen(number, comes) => {
                shown.chosen.retain(|(line, _)| *line != number);
                shown.chosen.push((number, comes));
                // It stands among those that are shown no more.
                if shown.show == Show::Left && comes {
                    desk.ask(desk::Command::Focus(Focus::Id("inn-linjer".to_owned())));
                }
            }
            Event::ShowChosen(show) => {
                (shown.show, shown.page) = (show, 0);
                return Vec::new();
            }
            Event::PageChosen(page) => {
                shown.page = page;
                desk.ask(desk::Command::Focus(Focus::Id("inn-linjer".to_owned())));
                return Vec::new();
            }
            _ => return Vec::new(),
        }
        self.told = None;
        shown.ask(desk, parts, stamp)
    }

    /// What is shown comes in. Where the plan is no more what it was, it is looked at again:
    /// what another tab changed is never written over unseen.
    fn take(&mut self, desk: &mut Desk, parts: Parts, stamp: &Stamp) -> Follows {
        let Stage::Shown(shown) = &mut self.stage else {
            return (Vec::new(), None);
        };
        let Some(found) = shown.understood.clone().filter(|_| shown.awaited.is_none()) else {
            return (Vec::new(), None);
        };
        if parts != shown.parts {
            let commands = shown.ask(desk, parts, stamp);
            self.tell(desk, Message::plain(key::PLAN_IN_CHANGED), "inn-funn");
            return (commands, None);
        }
        (
            Vec::new(),
            Some(found).filter(|found| found.count.comes > 0),
        )
    }

    fn tell(&mut self, desk: &mut Desk, message: Message, at: &str) {
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id(at.to_owned()));
    }
}

impl Shown {
    fn ask(&mut self, desk: &mut Desk, parts: Parts, stamp: &Stamp) -> Vec<Command> {
        let ticket = desk.ticket();
        self.awaited = Some(ticket);
        self.parts = parts.clone();
        let asked = Asked {
            table: self.table.clone(),
            columns: self.columns.clone(),
            also: self.also.clone(),
            chosen: self.chosen.clone(),
            parts,
            today: stamp.at.day,
            fresh: stamp.fresh.clone(),
        };
        vec![Command::Understand(ticket, Box::new(asked))]
    }
}

/// How many lines are what, in a sentence.
pub fn counted(found: &Understood) -> Message {
    let left = found.lines.iter().filter(|line| Show::Left.has(line));
    let values = [
        ("new", found.count.new),
        ("changes", found.count.changes),
        ("same", found.count.same),
        ("left", left.count()),
    ];
    Message {
        key: key::PLAN_IN_COUNTS,
        values: values.map(|(slot, n)| (slot, Value::Count(n))).to_vec(),
    }
}

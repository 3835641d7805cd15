//! How the lines of a table stand to a plan, and what of them comes in.

use super::values::CellProblem;
use super::{Column, Table, Target};
use crate::address::Id;
use crate::assessment::{Action, Note, Parts};
use crate::day::Day;
use crate::plan::Field;

/// So many measures stand in a plan at most once a table has come in: five times what a plan
/// is made for.
pub const MEASURES_MAX: usize = 1_000;
/// Lines that stay out unless it is chosen that they come in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// Those that say what a measure, or a line before them, says already: as new measures.
    Alike,
    /// Those of measures that were taken away here: they come back.
    Gone,
    /// Those with a cell that cannot be read: without it.
    Faulty,
}

/// What a table is understood against.
pub struct Given<'a> {
    /// The table.
    pub table: &'a Table,
    /// What its columns are taken for.
    pub columns: &'a [Column],
    /// What comes in besides.
    pub also: &'a [Choice],
    /// Lines of which it was chosen by itself whether they come in, by their numbers.
    pub chosen: &'a [(usize, bool)],
    /// The plan as it stands, among the other parts.
    pub parts: &'a Parts,
    /// Today.
    pub today: Day,
    /// An id that is free, for new measures: others are made from it.
    pub fresh: &'a Id,
}

/// What a table would do.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Understood {
    /// Its lines.
    pub lines: Vec<Line>,
    /// What takes in all that comes, in one go.
    pub deed: Vec<Action>,
    /// How many lines are what.
    pub count: Count,
}

/// How many lines are what.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Count {
    /// Of measures that are new.
    pub new: usize,
    /// That change one.
    pub changes: usize,
    /// That say what stands there.
    pub same: usize,
    /// Without an id, that say what another says.
    pub alike: usize,
    /// Of measures that were taken away.
    pub gone: usize,
    /// With cells that cannot be read.
    pub faulty: usize,
    /// That cannot be taken in.
    pub out: usize,
    /// That come in.
    pub comes: usize,
    /// That would, if there were room.
    pub no_room: usize,
}

/// A line, and what becomes of it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Which one, as spreadsheets count.
    pub number: usize,
    /// What it says is to be done, or else its first cell with content.
    pub title: String,
    /// How it stands to the plan.
    pub verdict: Verdict,
    /// Cells that cannot be read.
    pub faults: Vec<Fault>,
    /// Whether it comes in.
    pub fate: Fate,
}

impl Line {
    /// Whether one may choose that it comes in, or does not.
    pub fn is_choice(&self) -> bool {
        !matches!(self.verdict, Verdict::Same | Verdict::Out(_)) && self.fate != Fate::NoRoom
    }
}

/// How a line stands to the plan.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// A new measure.
    New,
    /// It changes a measure.
    Changes(Vec<Difference>),
    /// It says what stands there.
    Same,
    /// It has no id, and says what another says.
    Alike(Twin),
    /// Of a measure that was taken away here.
    Gone,
    /// The first line, which looks like headings although none is known: a new measure where it
    /// is chosen.
    Headings,
    /// It cannot be taken in.
    Out(Out),
}

/// What says the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Twin {
    /// A measure of the plan.
    Measure,
    /// This line before it.
    Line(usize),
}

/// Why a line cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Out {
    /// It stands above the headings.
    AboveHead,
    /// A quotation mark is not closed.
    Half,
    /// It has more cells than there are columns.
    Wider,
    /// It does not say what is to be done.
    NoText,
    /// This line before it has the same id.
    SameId(usize),
}

/// Whether a line comes in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// It does.
    Comes,
    /// It does not.
    Stays,
    /// There is no room for it.
    NoRoom,
}

/// What a field of a measure says, and what it would say.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Which field.
    pub field: Field,
    /// Of a note, which stands in a row of its own: its day.
    pub day: Option<Day>,
    /// What stands there, as in a record.
    pub from: Note,
    /// What would.
    pub to: Note,
}

/// A cell that cannot be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// What its column is taken for.
    pub target: Target,
    /// The beginning of what stands in it.
    pub cell: String,
    /// Why not.
    pub problem: CellProblem,
}

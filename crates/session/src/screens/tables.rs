//! What is asked of a table that comes in: where it is, and against what it is understood.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::Parts;
use forankring_core::day::Day;
use forankring_core::plan::table_in::{Choice, Column, Given, Table};

/// Where a table comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum From {
    /// What was pasted.
    Text(String),
    /// The file that was chosen in the field with this id.
    File(&'static str),
}

/// What is to be understood, against what.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// The table.
    pub table: Rc<Table>,
    pub(super) columns: Vec<Column>,
    pub(super) also: Vec<Choice>,
    pub(super) chosen: Vec<(usize, bool)>,
    pub(super) parts: Parts,
    pub(super) today: Day,
    pub(super) fresh: Id,
}

impl Asked {
    /// The same, as the core takes it.
    pub fn given(&self) -> Given<'_> {
        Given {
            table: &self.table,
            columns: &self.columns,
            also: &self.also,
            chosen: &self.chosen,
            parts: &self.parts,
            today: self.today,
            fresh: &self.fresh,
        }
    }
}

//! What stands in a line of output, whatever its form.

use forankring_core::catalogue::{Item, Level};

/// Where something was met.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// A file's name, `-` for standard input, `argument`.
    pub source: &'a str,
    /// The line, counted from 1; of arguments, which one; in a back-up, which
    /// assessment.
    pub line: u64,
}

/// Names that stand in every line, made once.
pub struct Names {
    /// Of the items, in order.
    pub items: [(Item, String); Item::COUNT],
    /// Of the levels, in order.
    pub levels: [(Level, &'static str); 3],
}

impl Names {
    pub fn new() -> Names {
        Names {
            items: Item::ALL.map(|item| (item, item.id())),
            levels: Level::ALL.map(|level| (level, level.id())),
        }
    }
}

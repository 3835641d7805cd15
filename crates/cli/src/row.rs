//! What stands in a line of output, whatever its form.

use forankring_core::assessment::Assessment;
use forankring_core::catalogue::{Item, PerItem};
use forankring_core::scoring::{Completeness, Headline, Move, Outcome};

/// Where something was met.
#[derive(Clone, Copy)]
pub struct Place<'a> {
    /// A file's name, `-` for standard input, `argument`.
    pub source: &'a str,
    /// The line, counted from 1; of arguments, which one; in a back-up, which
    /// assessment. 0 for a file that cannot be opened.
    pub line: u64,
}

/// One result: where it was met, what was answered, what follows.
pub struct Row<'a> {
    /// Where it was met.
    pub place: Place<'a>,
    /// Its link without `#`; none when it came in a file.
    pub link: Option<&'a str>,
    /// What was answered.
    pub shown: &'a Assessment,
    /// What follows from the answers.
    pub outcome: &'a Outcome,
}

/// The ids of the items, which stand in every line: made once.
pub struct Ids(PerItem<String>);

impl Ids {
    pub fn new() -> Ids {
        Ids(PerItem::from_fn(Item::id))
    }

    /// The id of an item.
    pub fn of(&self, item: Item) -> &str {
        self.0.get(item)
    }

    /// All of them, in the order of the instrument.
    pub fn all(&self) -> impl Iterator<Item = (Item, &str)> {
        self.0.iter().map(|(item, id)| (item, id.as_str()))
    }
}

/// Whether a headline may still change because something is unanswered.
pub fn provisional(headline: &Headline) -> bool {
    headline.completeness == Completeness::Provisional
}

/// Whether no single step on any item changes the headline.
pub fn firm(headline: &Headline) -> bool {
    headline.sensitive.is_empty()
}

/// The moves of all binding levels, level by level in theme order.
pub fn moves(headline: &Headline) -> impl Iterator<Item = &Move> {
    headline.moves.iter().flat_map(|(_, moves)| moves)
}

//! Figures beside the judgement: facts with a unit, a goal and a value a year. They never enter
//! a score.

mod amount;
mod table;

pub use amount::Amount;
pub use table::{Figure, Figures, all, removing};

use crate::address::Id;
use crate::assessment::{Key, Note};

/// The name of the collection in which figures stand: stable for ever.
pub const FIGURES: &str = "figure";
/// The name of the collection in which their values stand, one row for a year.
pub const VALUES: &str = "value";

/// Both: what is kept of figures.
pub const COLLECTIONS: [&str; 2] = [FIGURES, VALUES];

/// The most figures that one adds oneself.
pub const OWN_MAX: usize = 5;

/// The years for which a value can be given.
pub const YEARS: std::ops::RangeInclusive<u16> = 2000..=2099;

/// A figure that everybody is offered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Offered {
    /// How many purchases were begun that looked for a new solution.
    Begun,
    /// The share of them with dialogue before the requirements, in per cent.
    Dialogue,
    /// How many people were trained.
    Trained,
}

impl Offered {
    /// All of them, in the order in which they stand.
    pub const ALL: [Offered; 3] = [Offered::Begun, Offered::Dialogue, Offered::Trained];

    /// The name in records and files.
    pub fn id(self) -> &'static str {
        match self {
            Offered::Begun => "begun",
            Offered::Dialogue => "dialogue",
            Offered::Trained => "trained",
        }
    }

    /// The row in which it stands: always the same, so that two tabs write the same one.
    pub fn row(self) -> Id {
        Id::of_link(&format!("figure {}", self.id()))
    }

    /// Whether it is a share, and so at most 100.
    pub fn is_share(self) -> bool {
        self == Offered::Dialogue
    }
}

/// A field of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Field {
    /// What it is called; of what is offered, nothing.
    Name,
    /// In what it is counted; of what is offered, nothing.
    Unit,
    /// What is aimed at.
    Goal,
}

impl Field {
    /// All of them.
    pub const ALL: [Field; 3] = [Field::Name, Field::Unit, Field::Goal];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            Field::Name => "name",
            Field::Unit => "unit",
            Field::Goal => "goal",
        }
    }

    /// Where it stands.
    pub fn key(self, figure: &Id) -> Option<Key> {
        Key::new(FIGURES, figure, self.id())
    }
}

/// A field of a value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cell {
    /// Of which figure: its id.
    Of,
    /// For which year.
    Year,
    /// The number.
    Amount,
}

impl Cell {
    pub(crate) const ALL: [Cell; 3] = [Cell::Of, Cell::Year, Cell::Amount];

    pub(crate) fn id(self) -> &'static str {
        match self {
            Cell::Of => "of",
            Cell::Year => "year",
            Cell::Amount => "amount",
        }
    }
}

/// Whether a text may stand in a field of one of the two collections, as in a file; none where
/// there is no such field.
pub fn holds(collection: &str, field: &str, text: &str) -> Option<bool> {
    let amount = |text: &str| Amount::parse(text).is_some_and(|one| one.plain() == text);
    match collection {
        FIGURES => {
            let field = Field::ALL.into_iter().find(|one| one.id() == field)?;
            Some(field != Field::Goal || amount(text))
        }
        VALUES => {
            let cell = Cell::ALL.into_iter().find(|one| one.id() == field)?;
            Some(match cell {
                Cell::Of => Id::parse(text).is_some(),
                Cell::Year => year(text).is_some(),
                Cell::Amount => amount(text),
            })
        }
        _ => None,
    }
}

/// A year that a value can have, as it is kept.
fn year(text: &str) -> Option<u16> {
    let year = text.parse().ok().filter(|year| YEARS.contains(year))?;
    (text.len() == 4).then_some(year)
}

/// What a number is kept as; nothing takes it away. None where it is not one, or above 100 and
/// a share.
pub fn number(entered: &str, is_share: bool) -> Option<Note> {
    if entered.trim().is_empty() {
        return Some(Note::default());
    }
    let amount = Amount::parse(entered).filter(|one| !is_share || !one.is_above_all())?;
    Note::parse(&amount.plain()).ok()
}

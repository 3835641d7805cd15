//! How many of the items are asked (docs/method.md, "The quick variant").

use super::{Item, Level, Theme};

/// Which items are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Variant {
    /// All eighteen.
    #[default]
    Full,
    /// Six, for a meeting: two at each level, every theme once. Indicative: it
    /// claims no stage for a level.
    Quick,
}

impl Variant {
    /// Both variants.
    pub const ALL: [Variant; 2] = [Variant::Full, Variant::Quick];

    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Variant::Full => "full",
            Variant::Quick => "quick",
        }
    }

    /// The variant with this id, if there is one.
    pub fn parse(id: &str) -> Option<Variant> {
        Variant::ALL.into_iter().find(|variant| variant.id() == id)
    }

    /// Whether an item is asked. In the quick variant every theme is asked at
    /// the level where the article places it.
    pub fn asks(self, item: Item) -> bool {
        let quick = match item.level {
            Level::Political => [Theme::Goal, Theme::Coherence],
            Level::Executive => [Theme::Plan, Theme::Measurement],
            Level::Operational => [Theme::Culture, Theme::Cooperation],
        };
        self == Variant::Full || quick.contains(&item.theme)
    }

    /// The items that are asked, in the order in which they are.
    pub fn items(self) -> impl DoubleEndedIterator<Item = Item> + Clone {
        Item::all().filter(move |item| self.asks(*item))
    }

    /// How many items are asked.
    pub fn count(self) -> usize {
        self.items().count()
    }

    /// Which of the items that are asked this is, counted from 1; of one that
    /// is not asked, how many come before it and one more.
    pub fn number(self, item: Item) -> usize {
        self.items().filter(|other| *other < item).count() + 1
    }

    /// The item that is asked after this one.
    pub fn next(self, item: Item) -> Option<Item> {
        self.items().find(|other| *other > item)
    }

    /// The item that is asked before this one.
    pub fn previous(self, item: Item) -> Option<Item> {
        self.items().rev().find(|other| *other < item)
    }
}

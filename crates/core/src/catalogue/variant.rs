//! How many of the items are asked (docs/method.md, "The quick variant").

use super::{Asked, Item, Level, Theme};

/// Which items are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub enum Variant {
    /// All eighteen.
    #[default]
    Full,
    /// Six, for a meeting: two at each level, every theme once. Indicative: it
    /// claims no stage for a level.
    Quick,
    /// Those that a respondent answers: a reply for one level, and no result.
    Asked(Asked),
}

impl Variant {
    /// Those among which one chooses.
    pub const ALL: [Variant; 2] = [Variant::Full, Variant::Quick];

    /// The stable name of those among which one chooses.
    pub fn id(self) -> &'static str {
        match self {
            Variant::Full => "full",
            Variant::Quick => "quick",
            Variant::Asked(_) => "asked",
        }
    }

    /// The word in records and files, stable for ever: it tells which items are asked.
    pub fn word(self) -> String {
        match self {
            Variant::Asked(asked) => asked.word(),
            other => other.id().to_owned(),
        }
    }

    /// The variant with this word, if there is one.
    pub fn parse(word: &str) -> Option<Variant> {
        let chosen = Variant::ALL.into_iter().find(|one| one.id() == word);
        chosen.or_else(|| Asked::parse(word).map(Variant::Asked))
    }

    /// What a respondent answers, where it is that.
    pub fn asked(self) -> Option<Asked> {
        match self {
            Variant::Asked(asked) => Some(asked),
            Variant::Full | Variant::Quick => None,
        }
    }

    /// What is gone through together with the items of a level: for a respondent these alone.
    #[must_use]
    pub fn within(self, level: Level) -> Variant {
        match self {
            Variant::Asked(asked) => Variant::Asked(asked.at(level)),
            other => other,
        }
    }

    /// Whether an item is asked. In the quick variant every theme is asked at
    /// the level where the article places it.
    pub fn asks(self, item: Item) -> bool {
        let quick = match item.level {
            Level::Political => [Theme::Goal, Theme::Coherence],
            Level::Executive => [Theme::Plan, Theme::Measurement],
            Level::Operational => [Theme::Culture, Theme::Cooperation],
        };
        match self {
            Variant::Full => true,
            Variant::Quick => quick.contains(&item.theme),
            Variant::Asked(asked) => asked.has(item),
        }
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

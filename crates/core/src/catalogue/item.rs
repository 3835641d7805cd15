//! Levels, themes, and the eighteen items where they cross.

use super::ids::{LEVEL_IDS, THEME_IDS};

/// Who answers: an anchor must hold at all three.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Level {
    /// The elected body, the board, or the ministry that steers.
    Political,
    /// Top management.
    Executive,
    /// Those who buy, and those who need what is bought.
    Operational,
}

impl Level {
    /// All levels, top down.
    pub const ALL: [Level; 3] = [Level::Political, Level::Executive, Level::Operational];

    /// The stable name, such as `political`.
    pub fn id(self) -> &'static str {
        let [political, executive, operational] = LEVEL_IDS;
        match self {
            Level::Political => political,
            Level::Executive => executive,
            Level::Operational => operational,
        }
    }

    /// The six items of this level, in theme order.
    pub fn items(self) -> [Item; 6] {
        Theme::ALL.map(|theme| Item { level: self, theme })
    }

    /// Position, 0 to 2.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// What is asked about, once at every level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Theme {
    /// The search for new and better solutions is a clear goal.
    Goal,
    /// It hangs together with overall goals and with needs.
    Coherence,
    /// There is an action plan with measures and responsibility.
    Plan,
    /// Goal attainment is measured and reported.
    Measurement,
    /// Trials are allowed, silos are broken.
    Culture,
    /// Cooperation with other buyers and with the market.
    Cooperation,
}

impl Theme {
    /// All themes, in the order of the specification.
    pub const ALL: [Theme; 6] = [
        Theme::Goal,
        Theme::Coherence,
        Theme::Plan,
        Theme::Measurement,
        Theme::Culture,
        Theme::Cooperation,
    ];

    /// The stable name, such as `goal`.
    pub fn id(self) -> &'static str {
        let [goal, coherence, plan, measurement, culture, cooperation] = THEME_IDS;
        match self {
            Theme::Goal => goal,
            Theme::Coherence => coherence,
            Theme::Plan => plan,
            Theme::Measurement => measurement,
            Theme::Culture => culture,
            Theme::Cooperation => cooperation,
        }
    }

    /// Position, 0 to 5.
    pub fn index(self) -> usize {
        self as usize
    }
}

/// One of the eighteen items: a theme at a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Item {
    /// The level at which it is asked.
    pub level: Level,
    /// What it asks about.
    pub theme: Theme,
}

impl Item {
    /// How many items there are.
    pub const COUNT: usize = 18;

    /// The first item of the instrument.
    pub const FIRST: Item = Item {
        level: Level::Political,
        theme: Theme::Goal,
    };

    /// All items, level by level, in theme order. Written out: walking through an
    /// array is less code to load than walking through levels and themes.
    pub const ALL: [Item; Item::COUNT] = [
        Item::at(Level::Political, Theme::Goal),
        Item::at(Level::Political, Theme::Coherence),
        Item::at(Level::Political, Theme::Plan),
        Item::at(Level::Political, Theme::Measurement),
        Item::at(Level::Political, Theme::Culture),
        Item::at(Level::Political, Theme::Cooperation),
        Item::at(Level::Executive, Theme::Goal),
        Item::at(Level::Executive, Theme::Coherence),
        Item::at(Level::Executive, Theme::Plan),
        Item::at(Level::Executive, Theme::Measurement),
        Item::at(Level::Executive, Theme::Culture),
        Item::at(Level::Executive, Theme::Cooperation),
        Item::at(Level::Operational, Theme::Goal),
        Item::at(Level::Operational, Theme::Coherence),
        Item::at(Level::Operational, Theme::Plan),
        Item::at(Level::Operational, Theme::Measurement),
        Item::at(Level::Operational, Theme::Culture),
        Item::at(Level::Operational, Theme::Cooperation),
    ];

    const fn at(level: Level, theme: Theme) -> Item {
        Item { level, theme }
    }

    /// All items, level by level, in theme order.
    pub fn all() -> std::array::IntoIter<Item, { Item::COUNT }> {
        Item::ALL.into_iter()
    }

    /// The stable id, such as `political.goal`.
    pub fn id(self) -> String {
        format!("{}.{}", self.level.id(), self.theme.id())
    }

    /// The item with this id, if there is one.
    pub fn parse(id: &str) -> Option<Item> {
        Item::all().find(|item| item.id() == id)
    }

    /// Position, 0 to 17.
    pub fn index(self) -> usize {
        self.level.index() * Theme::ALL.len() + self.theme.index()
    }
}

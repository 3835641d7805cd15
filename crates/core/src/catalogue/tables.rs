//! Tables with exactly one entry for each level, theme or item. Looking up
//! cannot fail, so nothing that reads them needs an index or an error path.

use super::{Item, Level, Theme};

/// One `T` for each level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PerLevel<T> {
    political: T,
    executive: T,
    operational: T,
}

impl<T> PerLevel<T> {
    /// Makes each entry from its level.
    pub fn from_fn(mut make: impl FnMut(Level) -> T) -> Self {
        PerLevel {
            political: make(Level::Political),
            executive: make(Level::Executive),
            operational: make(Level::Operational),
        }
    }

    /// The entry of a level.
    pub fn get(&self, level: Level) -> &T {
        match level {
            Level::Political => &self.political,
            Level::Executive => &self.executive,
            Level::Operational => &self.operational,
        }
    }

    /// The entry of a level, to be changed.
    pub fn get_mut(&mut self, level: Level) -> &mut T {
        match level {
            Level::Political => &mut self.political,
            Level::Executive => &mut self.executive,
            Level::Operational => &mut self.operational,
        }
    }

    /// Levels with their entries, top down.
    pub fn iter(&self) -> impl Iterator<Item = (Level, &T)> {
        Level::ALL.into_iter().map(|level| (level, self.get(level)))
    }
}

/// One `T` for each theme.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PerTheme<T> {
    goal: T,
    coherence: T,
    plan: T,
    measurement: T,
    culture: T,
    cooperation: T,
}

impl<T> PerTheme<T> {
    /// Makes each entry from its theme.
    pub fn from_fn(mut make: impl FnMut(Theme) -> T) -> Self {
        PerTheme {
            goal: make(Theme::Goal),
            coherence: make(Theme::Coherence),
            plan: make(Theme::Plan),
            measurement: make(Theme::Measurement),
            culture: make(Theme::Culture),
            cooperation: make(Theme::Cooperation),
        }
    }

    /// The entry of a theme.
    pub fn get(&self, theme: Theme) -> &T {
        match theme {
            Theme::Goal => &self.goal,
            Theme::Coherence => &self.coherence,
            Theme::Plan => &self.plan,
            Theme::Measurement => &self.measurement,
            Theme::Culture => &self.culture,
            Theme::Cooperation => &self.cooperation,
        }
    }

    /// The entry of a theme, to be changed.
    pub fn get_mut(&mut self, theme: Theme) -> &mut T {
        match theme {
            Theme::Goal => &mut self.goal,
            Theme::Coherence => &mut self.coherence,
            Theme::Plan => &mut self.plan,
            Theme::Measurement => &mut self.measurement,
            Theme::Culture => &mut self.culture,
            Theme::Cooperation => &mut self.cooperation,
        }
    }

    /// Themes with their entries, in the order of the specification.
    pub fn iter(&self) -> impl Iterator<Item = (Theme, &T)> {
        Theme::ALL.into_iter().map(|theme| (theme, self.get(theme)))
    }
}

/// One `T` for each of the eighteen items.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct PerItem<T>(PerLevel<PerTheme<T>>);

impl<T> PerItem<T> {
    /// Makes each entry from its item.
    pub fn from_fn(mut make: impl FnMut(Item) -> T) -> Self {
        PerItem(PerLevel::from_fn(|level| {
            PerTheme::from_fn(|theme| make(Item { level, theme }))
        }))
    }

    /// The entry of an item.
    pub fn get(&self, item: Item) -> &T {
        self.0.get(item.level).get(item.theme)
    }

    /// The entry of an item, to be changed.
    pub fn get_mut(&mut self, item: Item) -> &mut T {
        self.0.get_mut(item.level).get_mut(item.theme)
    }

    /// Items with their entries, level by level in theme order.
    pub fn iter(&self) -> impl Iterator<Item = (Item, &T)> {
        Item::all().map(|item| (item, self.get(item)))
    }
}

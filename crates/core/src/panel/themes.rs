//! Which items of a level a round asks.

use crate::catalogue::{Item, Level, Theme};

/// A set of themes with at least one: the items of a level that are asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Themes(u8);

impl Default for Themes {
    fn default() -> Themes {
        Themes::ALL
    }
}

impl Themes {
    /// All six.
    pub const ALL: Themes = Themes(0b11_1111);

    /// These, if there are any.
    pub fn of(themes: impl IntoIterator<Item = Theme>) -> Option<Themes> {
        let bits = themes.into_iter().fold(0, |bits, theme| bits | bit(theme));
        Themes::from_bits(bits)
    }

    /// From bits, that of the first theme the highest of six, if they name some and no more.
    pub fn from_bits(bits: u8) -> Option<Themes> {
        (1..=Themes::ALL.0).contains(&bits).then_some(Themes(bits))
    }

    /// As bits.
    pub fn bits(self) -> u8 {
        self.0
    }

    /// Whether it is among them.
    pub fn has(self, theme: Theme) -> bool {
        self.0 & bit(theme) != 0
    }

    /// The themes, in their order.
    pub fn all(self) -> impl Iterator<Item = Theme> {
        Theme::ALL.into_iter().filter(move |theme| self.has(*theme))
    }

    /// The items of a level that are asked.
    pub fn items(self, level: Level) -> impl Iterator<Item = Item> {
        self.all().map(move |theme| Item { level, theme })
    }

    /// How many.
    pub fn count(self) -> usize {
        self.all().count()
    }

    /// As text: their names with spaces between.
    pub fn write(self) -> String {
        self.all().map(Theme::id).collect::<Vec<_>>().join(" ")
    }

    /// Reads what [`Themes::write`] writes, and nothing else.
    pub fn parse(text: &str) -> Option<Themes> {
        let theme = |id: &str| Theme::ALL.into_iter().find(|theme| theme.id() == id);
        let themes: Option<Vec<Theme>> = text.split(' ').map(theme).collect();
        let read = Themes::of(themes?)?;
        (read.write() == text).then_some(read)
    }
}

fn bit(theme: Theme) -> u8 {
    0b10_0000 >> theme as u8
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_round_asks_something() {
        assert_eq!(Themes::of([]), None);
        assert_eq!(Themes::from_bits(0), None);
        assert_eq!(Themes::from_bits(64), None);
        assert_eq!(Themes::of(Theme::ALL), Some(Themes::ALL));
        let two = Themes::of([Theme::Culture, Theme::Goal]).unwrap();
        assert_eq!(two.bits(), 0b10_0010);
        assert_eq!(two.write(), "goal culture");
        let items: Vec<Item> = two.items(Level::Executive).collect();
        assert!(items.iter().all(|item| item.level == Level::Executive));
        assert_eq!(items.len(), two.count());
    }

    #[test]
    fn sets_are_written_and_read() {
        for bits in 1..64 {
            let set = Themes::from_bits(bits).unwrap();
            assert_eq!(Themes::parse(&set.write()), Some(set));
        }
        for bad in ["", " ", "goal ", "culture goal", "goal goal", "nothing"] {
            assert_eq!(Themes::parse(bad), None, "{bad}");
        }
    }
}

//! Which items a respondent answers.

use super::{Item, Level};

/// The items that a respondent answers: some of her own level, at least one, and those of other
/// levels of which she chose to say something, as they are seen from there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Asked(u32);

/// The bits of items come first; above them stands the level.
const LEVEL_SHIFT: u32 = Item::COUNT as u32;

impl Asked {
    /// These, of which some are of her level; none where none is.
    pub fn of(level: Level, items: impl IntoIterator<Item = Item>) -> Option<Asked> {
        let items = items.into_iter().fold(0, |bits, item| bits | bit(item));
        Asked::from_bits((level.index() as u32) << LEVEL_SHIFT | items)
    }

    /// From bits: 18 of items, the first one's the lowest, and the number of the level above.
    pub fn from_bits(bits: u32) -> Option<Asked> {
        let level = *Level::ALL.get((bits >> LEVEL_SHIFT) as usize)?;
        (bits & of_level(level) != 0).then_some(Asked(bits))
    }

    /// As bits.
    pub fn bits(self) -> u32 {
        self.0
    }

    /// The level for which she answers.
    pub fn level(self) -> Level {
        match self.0 >> LEVEL_SHIFT {
            0 => Level::Political,
            1 => Level::Executive,
            _ => Level::Operational,
        }
    }

    /// Whether an item is among them.
    pub fn has(self, item: Item) -> bool {
        self.0 & bit(item) != 0
    }

    /// With all items of a level.
    #[must_use]
    pub fn with(self, level: Level) -> Asked {
        Asked(self.0 | of_level(level))
    }

    /// Without those of another level; those of her own stay.
    #[must_use]
    pub fn without(self, level: Level) -> Asked {
        match level == self.level() {
            true => self,
            false => Asked(self.0 & !of_level(level)),
        }
    }

    /// Those of a level alone; all of them where there are none.
    #[must_use]
    pub fn at(self, level: Level) -> Asked {
        let bits = self.0 & of_level(level);
        Asked::from_bits((level.index() as u32) << LEVEL_SHIFT | bits).unwrap_or(self)
    }

    /// As a word, such as `asked-262207`: `asked-` and the bits as a decimal number. It stands in
    /// records and files.
    pub fn word(self) -> String {
        format!("{WORD}{}", self.0)
    }

    /// Reads what [`Asked::word`] writes, and nothing else.
    pub fn parse(word: &str) -> Option<Asked> {
        let bits = word.strip_prefix(WORD)?.parse().ok()?;
        Asked::from_bits(bits).filter(|asked| asked.word() == word)
    }
}

/// With what the word begins: stable for ever.
const WORD: &str = "asked-";

fn bit(item: Item) -> u32 {
    1 << item.index()
}

fn of_level(level: Level) -> u32 {
    0b11_1111 << (6 * level.index())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::Variant;

    #[test]
    fn a_respondent_answers_something_of_her_level() {
        for level in Level::ALL {
            let own = Asked::of(level, level.items()).unwrap();
            assert_eq!(own.level(), level);
            assert!(Item::all().all(|item| own.has(item) == (item.level == level)));
            for other in Level::ALL.into_iter().filter(|other| *other != level) {
                assert_eq!(Asked::of(level, other.items()), None);
                let both = own.with(other);
                assert_eq!((both.level(), both.at(level)), (level, own));
                assert_eq!(both.at(other).level(), other);
                assert_eq!((both.without(other), own.at(other)), (own, own));
            }
            assert_eq!(own.without(level), own);
            assert_eq!(Asked::of(level, []), None);
        }
    }

    #[test]
    fn words_are_written_and_read() {
        let [first, .., last] = Level::Executive.items();
        let two = Asked::of(Level::Executive, [last, first]).unwrap();
        assert_eq!(two.word(), "asked-264256");
        for bits in 0..1 << 20 {
            let Some(asked) = Asked::from_bits(bits) else {
                continue;
            };
            // A few of the many.
            if bits % 977 == 0 {
                assert_eq!(Asked::parse(&asked.word()), Some(asked));
            }
            assert_eq!(asked.bits(), bits);
        }
        for bad in [
            "asked-",
            "asked-0",
            "asked-786495",
            "asked-007",
            "asked-+7",
            "asked--7",
            "asked-7x",
            "asked",
            "full",
            "",
        ] {
            assert_eq!(Asked::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn as_a_variant_it_leads_through_one_level_at_a_time() {
        let level = Level::Operational;
        let [first, second, ..] = level.items();
        let asked = Asked::of(level, [first, second])
            .unwrap()
            .with(Level::Political);
        let whole = Variant::Asked(asked);
        assert_eq!(whole.count(), 8);
        let own = whole.within(level);
        assert_eq!((own.count(), own.number(second)), (2, 2));
        assert_eq!((own.next(first), own.next(second)), (Some(second), None));
        assert_eq!(own.previous(first), None);
        assert_eq!(whole.within(Level::Political).count(), 6);
        assert_eq!(Variant::parse(&whole.word()), Some(whole));
        for variant in Variant::ALL {
            assert_eq!(variant.within(level), variant);
            assert_eq!(Variant::parse(&variant.word()), Some(variant));
        }
    }
}

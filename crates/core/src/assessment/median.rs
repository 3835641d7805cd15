//! The answers of a level that others answered: the median of their replies, item by item, as
//! they stand in the record of the assessment, so that no screen but those of the panel reads a
//! single reply. A part with a key for each level.

use super::parts::{Key, Part, Parts};
use super::text::Note;
use crate::address::Id;
use crate::catalogue::{Answer, Item, Level, PerLevel, PerTheme, Step, Theme, Variant};

/// The name of the collection: stable for ever. It has one row.
pub const COLLECTION: &str = "median";

/// The answers of one level by its replies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelMedians {
    /// How many replies count, at least one.
    pub replies: u16,
    /// The median of each item; none where nobody answered it.
    pub answers: PerTheme<Option<Answer>>,
}

impl LevelMedians {
    /// As text: the number, a colon, a letter for each item.
    pub fn write(&self) -> String {
        let letters = Theme::ALL.map(|theme| letter(*self.answers.get(theme)));
        let letters: String = letters.into_iter().collect();
        format!("{}:{letters}", self.replies)
    }

    /// Reads what [`LevelMedians::write`] writes, and nothing else.
    pub fn parse(text: &str) -> Option<LevelMedians> {
        let at = text.find(':')?;
        let replies: u16 = text.get(..at)?.parse().ok()?;
        let mut letters = text.get(at + 1..)?.chars();
        let mut known = true;
        let answers = PerTheme::from_fn(|_| {
            let read = letters.next().and_then(answer);
            known &= read.is_some();
            read.flatten()
        });
        let read = LevelMedians { replies, answers };
        let whole = known && replies > 0 && letters.next().is_none();
        (whole && read.write() == text).then_some(read)
    }
}

/// A whole step is its digit, half a step above it a letter from `a` on.
fn letter(answer: Option<Answer>) -> char {
    match answer {
        Some(Answer::Rated(step)) => char::from(b'0' + step.number()),
        Some(Answer::Between(step)) => char::from(b'`' + step.number()),
        Some(Answer::DontKnow) => 'k',
        Some(Answer::NotApplicable) => 'n',
        None => '-',
    }
}

fn answer(letter: char) -> Option<Option<Answer>> {
    let read = match letter {
        '1'..='5' => Step::new(letter as u8 - b'0').map(Answer::Rated)?,
        'a'..='d' => Step::new(letter as u8 - b'`').map(Answer::Between)?,
        'k' => Answer::DontKnow,
        'n' => Answer::NotApplicable,
        '-' => return Some(None),
        _ => return None,
    };
    Some(Some(read))
}

/// Those of all levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Medians(pub PerLevel<Option<LevelMedians>>);

fn key(level: Level) -> Option<Key> {
    Key::new(COLLECTION, &Id::from_bytes([0; 10]), level.id())
}

/// Whether a text may stand in the field of the collection, as in a file; none where there is no
/// such field.
pub fn holds(field: &str, text: &str) -> Option<bool> {
    Level::ALL.into_iter().find(|level| level.id() == field)?;
    Some(text.is_empty() || LevelMedians::parse(text).is_some())
}

impl Medians {
    /// As they stand among parts; what cannot be read counts as none.
    pub fn of(parts: &Parts) -> Medians {
        if parts.is_empty() {
            return Medians::default();
        }
        Medians(PerLevel::from_fn(|level| {
            LevelMedians::parse(parts.get(&key(level)?).as_str())
        }))
    }

    /// Those of all levels as text, as a link holds them: with `;` between. Empty where there are
    /// none.
    pub fn write(&self) -> String {
        if self.is_empty() {
            return String::new();
        }
        let level = |level: Level| {
            self.0
                .get(level)
                .map_or_else(String::new, |one| one.write())
        };
        Level::ALL.map(level).join(";")
    }

    /// Reads what [`Medians::write`] writes of some, and nothing else.
    pub fn parse(text: &str) -> Option<Medians> {
        let mut levels = text.split(';');
        let mut known = true;
        let read = Medians(PerLevel::from_fn(|_| {
            let text = levels.next()?;
            let read = LevelMedians::parse(text);
            known &= read.is_some() || text.is_empty();
            read
        }));
        (known && !text.is_empty() && read.write() == text).then_some(read)
    }

    /// Whether no level has any.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, level)| level.is_none())
    }

    /// What makes parts say this: only what differs.
    pub fn changes(&self, parts: &Parts) -> Vec<Part> {
        let changed = |level: Level| {
            let text = self
                .0
                .get(level)
                .map_or_else(String::new, |one| one.write());
            let key = key(level)?;
            let differs = parts.get(&key).as_str() != text;
            differs.then_some((key, Note::parse(&text).ok()?))
        };
        Level::ALL.into_iter().filter_map(changed).collect()
    }

    /// Makes parts say this.
    pub fn keep_in(&self, parts: &mut Parts) {
        for (key, value) in self.changes(parts) {
            parts.set(&key, value);
        }
    }

    /// Those of the items that a variant asks; of others, as if nobody had answered them.
    #[must_use]
    pub fn asked_by(self, variant: Variant) -> Medians {
        Medians(PerLevel::from_fn(|level| {
            let told = (*self.0.get(level))?;
            let answers = PerTheme::from_fn(|theme| {
                let asked = variant.asks(Item { level, theme });
                told.answers.get(theme).filter(|_| asked)
            });
            Some(LevelMedians { answers, ..told })
        }))
    }

    /// The answer to an item, where its level has replies.
    pub fn answer(&self, item: Item) -> Option<Option<Answer>> {
        let level = self.0.get(item.level).as_ref()?;
        Some(*level.answers.get(item.theme))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn medians_are_written_and_read() {
        for text in ["1:123455", "7:abcdkn", "65535:-----3", "12:3a3-k5"] {
            let read = LevelMedians::parse(text).unwrap();
            assert_eq!(read.write(), text);
        }
        for bad in [
            "",
            ":",
            "0:123455",
            "1:12345",
            "1:1234555",
            "1:12345e",
            "01:123455",
            "+1:123455",
            "65536:123455",
            "1:12345 ",
            "x:123455",
        ] {
            assert_eq!(LevelMedians::parse(bad), None, "{bad}");
        }
        for text in ["1:123455;;", ";3:a-kn55;12:333333", ";;1:------"] {
            assert_eq!(
                Medians::parse(text).map(|read| read.write()).as_deref(),
                Some(text)
            );
        }
        for bad in [
            "",
            ";;",
            "1:123455",
            "1:123455;",
            "1:123455;;;",
            "1:12345;;",
        ] {
            assert_eq!(Medians::parse(bad), None, "{bad}");
        }
        assert_eq!(holds("political", "1:123455"), Some(true));
        assert_eq!(holds("political", "1"), Some(false));
        assert_eq!(holds("goal", "1:123455"), None);
    }

    #[test]
    fn a_half_stands_between_two_steps() {
        let read = LevelMedians::parse("2:abcd12").unwrap();
        let goal = read.answers.get(Theme::Goal).unwrap();
        assert_eq!(goal.halves(), Some(3));
        assert_eq!(goal.step(), Step::new(1));
    }
}

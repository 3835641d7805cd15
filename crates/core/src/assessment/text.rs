//! Text that people write: plain, bounded, and hostile until parsed.

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// Longer than the field allows. Characters are Unicode scalar values, after
    /// cleaning: neither bytes nor the UTF-16 units of a browser's `maxlength`.
    TooLong {
        /// The most characters that the field holds.
        limit: usize,
        /// How many there are above it.
        excess: usize,
    },
}

/// Plain text of at most `MAX` characters. Line breaks are `\n`; control
/// characters other than line break and tab are left out, for they can neither
/// be seen nor written.
#[derive(Clone, Debug, PartialEq, Eq, Default, Hash)]
pub struct Bounded<const MAX: usize>(String);

/// Evidence, comment or reason.
pub type Note = Bounded<2000>;

/// The name of an organisation or a procurement.
pub type Name = Bounded<120>;

impl<const MAX: usize> Bounded<MAX> {
    /// The most characters that it holds.
    pub const LIMIT: usize = MAX;

    /// The text, cleaned, unless it is too long.
    ///
    /// # Errors
    /// [`TextProblem::TooLong`] when more than `MAX` characters are left.
    pub fn parse(text: &str) -> Result<Self, TextProblem> {
        let cleaned = clean(text);
        match cleaned.chars().count().checked_sub(MAX) {
            None | Some(0) => Ok(Bounded(cleaned)),
            Some(excess) => Err(TextProblem::TooLong { limit: MAX, excess }),
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether there is no text.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

fn clean(text: &str) -> String {
    let mut letters = text.chars().peekable();
    let mut cleaned = String::with_capacity(text.len());
    while let Some(letter) = letters.next() {
        match letter {
            // Line breaks of Windows and of old machines.
            '\r' if letters.peek() == Some(&'\n') => {}
            '\r' => cleaned.push('\n'),
            '\n' | '\t' => cleaned.push(letter),
            letter if letter.is_control() => {}
            letter => cleaned.push(letter),
        }
    }
    cleaned
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_kept_as_written_but_for_what_cannot_be_seen() {
        for (given, kept) in [
            ("Sak 12/2026", "Sak 12/2026"),
            ("a\r\nb\rc", "a\nb\nc"),
            ("<script>\"'&", "<script>\"'&"),
            ("\u{0}\u{7}\u{1b}[31mred", "[31mred"),
            ("Ø\u{202e}\u{1f600}", "Ø\u{202e}\u{1f600}"),
        ] {
            assert_eq!(
                Note::parse(given).map(|n| n.as_str().to_owned()),
                Ok(kept.to_owned())
            );
        }
    }

    #[test]
    fn the_limit_is_in_characters_and_the_problem_says_how_many_are_too_many() {
        // One, two and four bytes; the last is two units of UTF-16.
        for letter in ["a", "å", "\u{1f600}"] {
            let full = letter.repeat(Note::LIMIT);
            assert_eq!(Note::parse(&full).map(|note| note.0), Ok(full.clone()));
            for excess in [1, 143, 500] {
                let problem = TextProblem::TooLong {
                    limit: 2000,
                    excess,
                };
                let over = full.clone() + &letter.repeat(excess);
                assert_eq!(Note::parse(&over), Err(problem), "{letter}");
            }
        }
        let over = Name::parse(&"å".repeat(121));
        assert_eq!(
            over,
            Err(TextProblem::TooLong {
                limit: Name::LIMIT,
                excess: 1
            })
        );
        // What is left out is not counted, and two signs for a line break are one.
        assert!(Name::parse(&"a\u{0}".repeat(120)).is_ok());
        assert!(Name::parse(&"\r\n".repeat(120)).is_ok());
    }
}

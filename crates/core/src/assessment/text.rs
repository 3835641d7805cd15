//! Text that people write: plain, bounded, and hostile until parsed.

/// Why a text was refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextProblem {
    /// Longer than the field allows; `limit` is in characters.
    TooLong {
        /// The most characters that the field holds.
        limit: usize,
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
    /// The text, cleaned, unless it is too long.
    ///
    /// # Errors
    /// [`TextProblem::TooLong`] when more than `MAX` characters are left.
    pub fn parse(text: &str) -> Result<Self, TextProblem> {
        let cleaned = clean(text);
        if cleaned.chars().count() > MAX {
            return Err(TextProblem::TooLong { limit: MAX });
        }
        Ok(Bounded(cleaned))
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
    fn the_limit_is_in_characters() {
        let limit = "å".repeat(120);
        assert!(Name::parse(&limit).is_ok());
        let over = Name::parse(&(limit + "å"));
        assert_eq!(over, Err(TextProblem::TooLong { limit: 120 }));
    }
}

//! Numbers as people write them beside the judgement: exact, with at most two decimals.

use crate::texts::Lang;

/// A number from 0 to 999,999,999.99, in hundredths.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Amount(u64);

/// The most whole digits that are taken.
const DIGITS: usize = 9;

impl Amount {
    /// The number that was written: with a comma or a point before decimals, spaces between
    /// thousands. None where it is not a number, is negative, too large or too fine.
    pub fn parse(text: &str) -> Option<Amount> {
        let plain: String = text.trim().chars().filter(|one| !is_gap(*one)).collect();
        let (whole, decimals) = match plain.split_once([',', '.']) {
            Some((_, "")) | Some(("", _)) => return None,
            Some((whole, decimals)) => (whole, decimals),
            None => (plain.as_str(), ""),
        };
        let digits = |text: &str| text.bytes().all(|one| one.is_ascii_digit());
        let fits = (1..=DIGITS).contains(&whole.len()) && decimals.len() <= 2;
        if !fits || !digits(whole) || !digits(decimals) {
            return None;
        }
        let hundredths = format!("{whole}{decimals:0<2}").parse().ok()?;
        Some(Amount(hundredths))
    }

    /// As it is kept: a point, and no decimals that say nothing.
    pub fn plain(self) -> String {
        let (whole, rest) = (self.0 / 100, self.0 % 100);
        match (rest, rest % 10) {
            (0, _) => whole.to_string(),
            (_, 0) => format!("{whole}.{}", rest / 10),
            _ => format!("{whole}.{rest:02}"),
        }
    }

    /// As a language writes it: thousands apart by a hard space, or a comma in English.
    pub fn show(self, lang: Lang) -> String {
        let plain = self.plain();
        let (whole, decimals) = plain.split_once('.').unwrap_or((&plain, ""));
        let (gap, point) = match lang {
            Lang::Nb | Lang::Nn => ('\u{a0}', ','),
            Lang::En => (',', '.'),
        };
        let mut shown = String::new();
        for (at, digit) in whole.chars().enumerate() {
            if at > 0 && (whole.len() - at).is_multiple_of(3) {
                shown.push(gap);
            }
            shown.push(digit);
        }
        if !decimals.is_empty() {
            shown.push(point);
            shown.push_str(decimals);
        }
        shown
    }

    /// Whether it is above a hundred, which no share can be.
    pub fn is_above_all(self) -> bool {
        self.0 > 100 * 100
    }
}

/// What stands between thousands.
fn is_gap(letter: char) -> bool {
    matches!(letter, ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, plain, nb, en) in [
            ("0", "0", "0", "0"),
            ("12", "12", "12", "12"),
            (" 1 250 ", "1250", "1\u{a0}250", "1,250"),
            (
                "1\u{a0}250\u{a0}000,5",
                "1250000.5",
                "1\u{a0}250\u{a0}000,5",
                "1,250,000.5",
            ),
            ("0,05", "0.05", "0,05", "0.05"),
            ("12.50", "12.5", "12,5", "12.5"),
            ("007", "7", "7", "7"),
            (
                "999999999,99",
                "999999999.99",
                "999\u{a0}999\u{a0}999,99",
                "999,999,999.99",
            ),
        ] {
            let amount = Amount::parse(text).unwrap();
            assert_eq!(amount.plain(), plain, "{text}");
            assert_eq!(amount.show(Lang::Nb), nb, "{text}");
            assert_eq!(amount.show(Lang::En), en, "{text}");
            assert_eq!(Amount::parse(&amount.plain()), Some(amount), "{text}");
        }
        for bad in [
            "",
            " ",
            ",",
            "1,",
            ",5",
            "-1",
            "1e3",
            "1,234,567",
            "1.250.000",
            "12 %",
            "tolv",
            "1,234",
            "1000000000",
            "٣",
            "0x10",
            "=1+1",
        ] {
            assert_eq!(Amount::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_share_is_at_most_all() {
        let above = |text: &str| Amount::parse(text).unwrap().is_above_all();
        assert!(!above("100") && !above("0"));
        assert!(above("100,01"));
    }
}

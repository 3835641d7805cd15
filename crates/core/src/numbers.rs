//! Exact numbers, and how they are written in each language. All arithmetic is
//! exact; rounding to one decimal, half up, happens only where a number is
//! shown (docs/method.md, "Scoring").

use std::cmp::Ordering;

use crate::day::Day;
use crate::texts::Lang;

/// A fraction of small whole numbers, never negative; the denominator is not 0.
#[derive(Clone, Copy, Debug)]
pub struct Ratio {
    numerator: u32,
    denominator: u32,
}

impl Ratio {
    /// The fraction, unless the denominator is 0.
    pub fn new(numerator: u32, denominator: u32) -> Option<Ratio> {
        (denominator != 0).then_some(Ratio {
            numerator,
            denominator,
        })
    }

    /// The mean of whole numbers, if there are any.
    pub fn mean(values: impl IntoIterator<Item = u32>) -> Option<Ratio> {
        let (sum, count) = values
            .into_iter()
            .fold((0, 0), |(sum, count), value| (sum + value, count + 1));
        Ratio::new(sum, count)
    }

    /// The mean of fractions, if there are any.
    pub fn mean_of(values: &[Ratio]) -> Option<Ratio> {
        let mut sum = Ratio {
            numerator: 0,
            denominator: 1,
        };
        for value in values {
            sum = Ratio {
                numerator: sum.numerator * value.denominator + value.numerator * sum.denominator,
                denominator: sum.denominator * value.denominator,
            };
        }
        let count = u32::try_from(values.len()).ok()?;
        Ratio::new(sum.numerator, sum.denominator.checked_mul(count)?)
    }

    /// Whether it is at least the whole number `bar`.
    pub fn at_least(self, bar: u32) -> bool {
        self.numerator >= bar * self.denominator
    }

    /// In tenths, rounded half up: 17/6 is 28.
    pub fn tenths(self) -> u32 {
        (self.numerator * 20 + self.denominator) / (self.denominator * 2)
    }

    /// With one decimal, in the language's own way: `2,8` or `2.8`.
    pub fn show(self, lang: Lang) -> String {
        let mark = match lang {
            Lang::Nb | Lang::Nn => ',',
            Lang::En => '.',
        };
        let tenths = self.tenths();
        format!("{}{}{}", tenths / 10, mark, tenths % 10)
    }

    /// With one decimal and a point: what stands in `<data value>` and files.
    pub fn plain(self) -> String {
        self.show(Lang::En)
    }
}

impl Ord for Ratio {
    fn cmp(&self, other: &Ratio) -> Ordering {
        let mine = u64::from(self.numerator) * u64::from(other.denominator);
        mine.cmp(&(u64::from(other.numerator) * u64::from(self.denominator)))
    }
}

impl PartialOrd for Ratio {
    fn partial_cmp(&self, other: &Ratio) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Ratio {
    fn eq(&self, other: &Ratio) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Ratio {}

/// A step that is told in half steps: `3`, or `3½` where it lies between two.
pub fn show_halves(halves: u8) -> String {
    match (halves / 2, halves % 2) {
        (0, 1) => "½".to_owned(),
        (whole, 0) => whole.to_string(),
        (whole, _) => format!("{whole}½"),
    }
}

/// A count as people write it: `2 143` in Norwegian (with no-break spaces),
/// `2,143` in English.
pub fn show_count(count: usize, lang: Lang) -> String {
    let separator = match lang {
        Lang::Nb | Lang::Nn => '\u{a0}',
        Lang::En => ',',
    };
    let digits = count.to_string();
    let mut shown = String::with_capacity(digits.len() + 4);
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) {
            shown.push(separator);
        }
        shown.push(digit);
    }
    shown
}

/// A day as people write it: `24.11.2026` in Norwegian, `24 November 2026` in English.
pub fn show_day(day: Day, lang: Lang) -> String {
    const MONTHS: [&str; 12] = [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ];
    let (year, month, day) = day.ymd();
    match lang {
        Lang::Nb | Lang::Nn => format!("{day}.{month}.{year}"),
        Lang::En => {
            let name = MONTHS.get(usize::from(month) - 1).unwrap_or(&"");
            format!("{day} {name} {year}")
        }
    }
}

/// A time of day as people write it: `12.03` in Norwegian, `12:03` in English.
pub fn show_time(hour: u8, minute: u8, lang: Lang) -> String {
    match lang {
        Lang::Nb | Lang::Nn => format!("{hour:02}.{minute:02}"),
        Lang::En => format!("{hour:02}:{minute:02}"),
    }
}

/// A day and a time of day: `24.11.2026 kl. 12.03`, `24 November 2026 at 12:03`.
pub fn show_moment(day: Day, hour: u8, minute: u8, lang: Lang) -> String {
    let (day, time) = (show_day(day, lang), show_time(hour, minute, lang));
    match lang {
        Lang::Nb | Lang::Nn => format!("{day} kl. {time}"),
        Lang::En => format!("{day} at {time}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounding_is_half_up_and_only_shown() {
        for (numerator, denominator, shown) in [
            (17, 6, "2,8"),
            (26, 6, "4,3"),
            (5, 4, "1,3"),
            (9, 4, "2,3"),
            (30, 6, "5,0"),
            (29, 30, "1,0"),
        ] {
            let ratio = Ratio::new(numerator, denominator).map(|ratio| ratio.show(Lang::Nb));
            assert_eq!(ratio.as_deref(), Some(shown), "{numerator}/{denominator}");
        }
    }

    #[test]
    fn nothing_has_no_mean() {
        assert_eq!(Ratio::mean([]), None);
        assert_eq!(Ratio::mean_of(&[]), None);
        assert_eq!(Ratio::new(1, 0), None);
    }

    #[test]
    fn the_mean_of_means_is_exact() {
        let means: Vec<Ratio> = [(11, 6), (23, 5), (13, 4)]
            .into_iter()
            .filter_map(|(n, d)| Ratio::new(n, d))
            .collect();
        // 11/6 + 23/5 + 13/4 = 581/60; a third of it is 581/180.
        assert_eq!(Ratio::mean_of(&means), Ratio::new(581, 180));
    }

    #[test]
    fn counts_are_written_as_people_write_them() {
        for (count, shown) in [
            (0, "0"),
            (143, "143"),
            (2143, "2,143"),
            (59_990, "59,990"),
            (100_000, "100,000"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(show_count(count, Lang::En), shown);
            let spaced = shown.replace(',', "\u{a0}");
            assert_eq!(show_count(count, Lang::Nb), spaced);
            assert_eq!(show_count(count, Lang::Nn), spaced);
        }
    }

    #[test]
    fn dates_and_times_are_written_as_people_write_them() {
        let day = Day::from_number(9824);
        assert_eq!(show_day(day, Lang::Nb), "24.11.2026");
        assert_eq!(show_day(day, Lang::En), "24 November 2026");
        assert_eq!(show_time(9, 3, Lang::Nn), "09.03");
        assert_eq!(show_time(23, 59, Lang::En), "23:59");
    }
}

//! A calendar day without a clock or a time zone. The shell says which day it
//! is; the core keeps, writes and shows it.

use time::{Date, Month};

/// A day from 2000-01-01 to 2179-06-06: what 16 bits can count in a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Day(u16);

/// Julian day of 2000-01-01, from which days are counted.
const EPOCH: i32 = 2_451_545;

impl Day {
    /// The day with this number, counted from 2000-01-01 = 0.
    pub const fn from_number(number: u16) -> Day {
        Day(number)
    }

    /// Days since 2000-01-01.
    pub fn number(self) -> u16 {
        self.0
    }

    /// The day of a calendar date, if the date exists and lies in the range.
    pub fn from_ymd(year: i32, month: u8, day: u8) -> Option<Day> {
        let month = Month::try_from(month).ok()?;
        let date = Date::from_calendar_date(year, month, day).ok()?;
        let number = date.to_julian_day().checked_sub(EPOCH)?;
        u16::try_from(number).ok().map(Day)
    }

    /// Year, month 1 to 12, day 1 to 31.
    pub fn ymd(self) -> (i32, u8, u8) {
        let date = Date::from_julian_day(EPOCH + i32::from(self.0)).unwrap_or(Date::MIN);
        (date.year(), u8::from(date.month()), date.day())
    }

    /// As in files: `2026-11-24`.
    pub fn iso(self) -> String {
        let (year, month, day) = self.ymd();
        format!("{year:04}-{month:02}-{day:02}")
    }

    /// Reads what [`Day::iso`] writes, and nothing else.
    pub fn parse_iso(text: &str) -> Option<Day> {
        let mut parts = text.split('-');
        let day = Day::from_ymd(
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
            parts.next()?.parse().ok()?,
        )?;
        (day.iso() == text).then_some(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_count_from_2000() {
        for (number, iso) in [
            (0, "2000-01-01"),
            (59, "2000-02-29"),
            (9824, "2026-11-24"),
            (u16::MAX, "2179-06-06"),
        ] {
            assert_eq!(Day::from_number(number).iso(), iso);
            assert_eq!(Day::parse_iso(iso).map(Day::number), Some(number));
        }
    }

    #[test]
    fn dates_that_do_not_exist_are_refused() {
        for text in [
            "",
            "2026-02-29",
            "2026-13-01",
            "1999-12-31",
            "2179-06-07",
            "2026-1-01",
            "2026-01-01 ",
            "26-01-01",
            "+2026-01-01",
            "2026-01-01-01",
        ] {
            assert_eq!(Day::parse_iso(text), None, "{text}");
        }
    }
}

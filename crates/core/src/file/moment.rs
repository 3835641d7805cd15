//! Moments in files: `2026-11-24T12:03:05.123Z`, always UTC, always with
//! milliseconds. Written and read by hand: the crate's own formatting costs
//! the browser several kilobytes.

use time::{Date, Month, OffsetDateTime, PrimitiveDateTime, Time};

/// Milliseconds since 1970 as text; nothing outside the years 1 to 9999.
pub(super) fn write(ms: i64) -> Option<String> {
    let at = OffsetDateTime::from_unix_timestamp(ms.div_euclid(1000)).ok()?;
    (1..=9999).contains(&at.year()).then(|| {
        format!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{:03}Z",
            at.year(),
            u8::from(at.month()),
            at.day(),
            at.hour(),
            at.minute(),
            at.second(),
            ms.rem_euclid(1000)
        )
    })
}

/// Milliseconds since 1970, of what [`write`] writes and nothing else.
pub(super) fn read(text: &str) -> Option<i64> {
    let part = |from: usize, to: usize| text.get(from..to)?.parse::<u16>().ok();
    let small = |from: usize| u8::try_from(part(from, from + 2)?).ok();
    let month = Month::try_from(small(5)?).ok()?;
    let date = Date::from_calendar_date(i32::from(part(0, 4)?), month, small(8)?).ok()?;
    let time = Time::from_hms(small(11)?, small(14)?, small(17)?).ok()?;
    let seconds = PrimitiveDateTime::new(date, time)
        .assume_utc()
        .unix_timestamp();
    let ms = seconds * 1000 + i64::from(part(20, 23)?);
    // Signs, marks and whatever follows are right when it is written the same.
    (write(ms)? == text).then_some(ms)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_are_written_and_read() {
        for (ms, text) in [
            (0, "1970-01-01T00:00:00.000Z"),
            (-1, "1969-12-31T23:59:59.999Z"),
            (1_795_521_785_123, "2026-11-24T12:03:05.123Z"),
            (951_782_400_000, "2000-02-29T00:00:00.000Z"),
            (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
            (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
        ] {
            assert_eq!(write(ms).as_deref(), Some(text));
            assert_eq!(read(text), Some(ms));
        }
        for ms in [253_402_300_800_000, -62_135_596_800_001, i64::MAX, i64::MIN] {
            assert_eq!(write(ms), None, "{ms}");
        }
    }

    #[test]
    fn other_moments_are_refused() {
        for text in [
            "",
            "2026-11-24",
            "2026-11-24T12:03:05Z",
            "2026-11-24T12:03:05.123",
            "2026-11-24T12:03:05.123+01:00",
            "2026-11-24T12:03:05.1234Z",
            "2026-11-24T12:03:05.123ZZ",
            "2026-11-24 12:03:05.123Z",
            "2026-11-24t12:03:05.123z",
            "2026-02-29T12:03:05.123Z",
            "2026-11-24T24:00:00.000Z",
            "2026-11-24T12:03:60.000Z",
            "0000-01-01T00:00:00.000Z",
            "+026-11-24T12:03:05.123Z",
            "2026-11-24T12:03:05.+12Z",
            "2026-11-24T12:03:05.å1Z",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}

//! Deadlines as a calendar file (RFC 5545): one entry a measure, of the whole day. Written
//! here, for it is seven properties; the crates that were tried (`ics` 0.5.8, `icalendar`
//! 0.17.17) fold lines at 76 octets, and 75 are allowed.

use time::OffsetDateTime;

use crate::day::Day;

/// One deadline.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The same for the same measure of the same assessment, whenever it is written: calendars
    /// then change what they have.
    pub uid: String,
    /// The last day that is in time.
    pub day: Day,
    /// What stands in the calendar.
    pub summary: String,
    /// What one reads when it is opened.
    pub description: String,
}

/// The most octets of a line, without its end.
const LINE: usize = 75;

/// The file, as of a moment in milliseconds since 1970. `named`: what the calendar is called.
/// An entry that is written later has a higher sequence, so that it replaces the earlier one.
pub fn calendar(named: &str, entries: &[Entry], ms: i64) -> String {
    let mut out = String::new();
    let stamp = utc(ms);
    // Seconds since 2020: rises, and fits where it must for seventy years.
    let sequence = (ms / 1000 - 1_577_836_800).max(0).to_string();
    for (name, value) in [
        ("BEGIN", "VCALENDAR"),
        ("VERSION", "2.0"),
        ("PRODID", "-//Forankring//Handlingsplan//NO"),
        ("CALSCALE", "GREGORIAN"),
        ("METHOD", "PUBLISH"),
    ] {
        line(&mut out, name, value);
    }
    line(&mut out, "X-WR-CALNAME", &escaped(named));
    for entry in entries {
        line(&mut out, "BEGIN", "VEVENT");
        line(&mut out, "UID", &escaped(&entry.uid));
        line(&mut out, "DTSTAMP", &stamp);
        line(&mut out, "SEQUENCE", &sequence);
        line(&mut out, "DTSTART;VALUE=DATE", &basic(entry.day));
        // The end is the first moment after: without it, some show no day at all.
        line(&mut out, "DTEND;VALUE=DATE", &basic(after(entry.day)));
        line(&mut out, "SUMMARY", &escaped(&entry.summary));
        line(&mut out, "DESCRIPTION", &escaped(&entry.description));
        // Nobody is busy all day because of it.
        line(&mut out, "TRANSP", "TRANSPARENT");
        line(&mut out, "END", "VEVENT");
    }
    line(&mut out, "END", "VCALENDAR");
    out
}

/// A moment: `20261124T120305Z`. One that no calendar has counts as the first.
fn utc(ms: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp(ms.div_euclid(1000));
    let at = at.unwrap_or(OffsetDateTime::UNIX_EPOCH);
    let (month, day) = (u8::from(at.month()), at.day());
    let (hour, minute, second) = at.to_hms();
    format!(
        "{:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z",
        at.year()
    )
}

fn basic(day: Day) -> String {
    day.iso().replace('-', "")
}

/// The next day; the last one that there is stays.
fn after(day: Day) -> Day {
    Day::from_number(day.number().saturating_add(1))
}

/// A text as a value: what means something in the file is escaped, what cannot stand there
/// was left out when it was entered.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            '\r' => {}
            letter => escaped.push(letter),
        }
    }
    escaped
}

/// A line, folded between characters.
fn line(out: &mut String, name: &str, value: &str) {
    let mut room = LINE;
    for letter in name.chars().chain([':']).chain(value.chars()) {
        if letter.len_utf8() > room {
            out.push_str("\r\n ");
            room = LINE - 1;
        }
        room -= letter.len_utf8();
        out.push(letter);
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const MS: i64 = 1_795_521_785_123;

    fn entry(text: &str) -> Entry {
        Entry {
            uid: "aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@forankring".to_owned(),
            day: Day::from_ymd(2027, 12, 31).unwrap(),
            summary: text.to_owned(),
            description: format!("Delmål: {text}\nAnsvarlig: innkjøpssjef"),
        }
    }

    /// What a reader makes of a line: unfolded, its value unescaped.
    fn values(file: &str, name: &str) -> Vec<String> {
        let whole = file.replace("\r\n ", "");
        let lines = whole
            .split("\r\n")
            .filter_map(|line| line.strip_prefix(name));
        let lines = lines.filter_map(|rest| rest.strip_prefix(':'));
        lines
            .map(|value| {
                let mut letters = value.chars();
                let mut text = String::new();
                while let Some(letter) = letters.next() {
                    text.push(match (letter, letter == '\\') {
                        (_, true) => match letters.next() {
                            Some('n') => '\n',
                            Some(other) => other,
                            None => panic!("ends in a backslash: {value}"),
                        },
                        (letter, _) => letter,
                    });
                }
                text
            })
            .collect()
    }

    #[test]
    fn an_entry_is_a_whole_day_that_the_same_measure_always_names() {
        let file = calendar("Ås, kommune", &[entry("Spør tre; kommuner")], MS);
        for expected in [
            "UID:aaaaaaaaaaaaaaaa-bbbbbbbbbbbbbbbb@forankring\r\n",
            "DTSTAMP:20261124T120305Z\r\n",
            "DTSTART;VALUE=DATE:20271231\r\n",
            "DTEND;VALUE=DATE:20280101\r\n",
            "SUMMARY:Spør tre\\; kommuner\r\n",
            "X-WR-CALNAME:Ås\\, kommune\r\n",
        ] {
            assert!(file.contains(expected), "{expected} in {file}");
        }
        assert!(file.starts_with("BEGIN:VCALENDAR\r\n") && file.ends_with("END:VCALENDAR\r\n"));
        // Written again a second later it replaces what was there.
        let sequence = |ms| values(&calendar("", &[entry("")], ms), "SEQUENCE")[0].parse::<u32>();
        assert!(sequence(MS + 1000).unwrap() > sequence(MS).unwrap());
        assert_eq!(sequence(0), Ok(0));
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(400)
        })]

        #[test]
        fn whatever_is_written_is_read_back_from_lines_that_are_short_enough(
            text in "[ -~æøåÆØÅ😀\u{202e}老\n\t;,\\\\]{0,300}"
        ) {
            let file = calendar(&text, &[entry(&text)], MS);
            for line in file.split("\r\n") {
                prop_assert!(line.len() <= 75, "{} octets: {line}", line.len());
            }
            prop_assert!(!file.replace("\r\n", "").contains(['\r', '\n']));
            prop_assert_eq!(&values(&file, "SUMMARY")[0], &text);
            prop_assert_eq!(&values(&file, "X-WR-CALNAME")[0], &text);
        }
    }
}

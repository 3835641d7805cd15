//! Letters of bytes: what spreadsheets on Norwegian machines write.

/// Windows-1252 from 0x80 to 0x9f; all other bytes are the letters of Unicode with the same
/// number. Five are not assigned, and are what Windows makes of them.
const HIGH: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}',
    '\u{90}', '‘', '’', '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-16 where it says so or alternate bytes are zero, UTF-8 where it is
/// that, else Windows-1252. Every sequence of bytes is a text in one of them.
pub fn decoded(bytes: &[u8]) -> String {
    match bytes {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => wide(bytes, u16::from_le_bytes),
        _ => match std::str::from_utf8(bytes) {
            Ok(text) => text.to_owned(),
            Err(_) => bytes.iter().map(|byte| narrow(*byte)).collect(),
        },
    }
}

fn wide(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let pairs = bytes.chunks_exact(2);
    let units = pairs.filter_map(|pair| Some(unit(pair.try_into().ok()?)));
    char::decode_utf16(units)
        .map(|letter| letter.unwrap_or(char::REPLACEMENT_CHARACTER))
        .collect()
}

fn narrow(byte: u8) -> char {
    let high = byte.checked_sub(0x80);
    let found = high.and_then(|at| HIGH.get(usize::from(at)));
    found.copied().unwrap_or(char::from(byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_read_from_what_spreadsheets_write() {
        let wide = |big: bool, mark: bool| -> Vec<u8> {
            let mark = if mark { "\u{feff}" } else { "" };
            let text = format!("{mark}Tiltak\tÆøå 😀");
            let pair = |unit: u16| match big {
                true => unit.to_be_bytes(),
                false => unit.to_le_bytes(),
            };
            text.encode_utf16().flat_map(pair).collect()
        };
        for (bytes, text) in [
            ("Æøå 😀".as_bytes().to_vec(), "Æøå 😀"),
            (b"\xc6\xf8\xe5 \x96 \x80 \x8a".to_vec(), "Æøå – € Š"),
            (wide(false, true), "Tiltak\tÆøå 😀"),
            (wide(true, true), "Tiltak\tÆøå 😀"),
            (wide(false, false), "Tiltak\tÆøå 😀"),
            // Half a letter at the end.
            (b"\xff\xfea\0b".to_vec(), "a"),
            (b"\xff\xfe\x00\xd8".to_vec(), "\u{fffd}"),
            (vec![], ""),
        ] {
            assert_eq!(decoded(&bytes), text);
        }
        let all: Vec<u8> = (0..=255).collect();
        assert_eq!(decoded(&all).chars().count(), 256);
    }
}

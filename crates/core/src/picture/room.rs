//! How wide a text is drawn at most. Which font draws it is the reader's; these
//! are the widths of DejaVu Sans, the widest that `system-ui` commonly stands
//! for, rounded up. What no font of ours has counts as the widest of its script.

/// A hundredth of the size of the font.
pub(super) type Width = u32;

/// How wide a text is at most.
pub(super) fn width(text: &str) -> Width {
    text.chars().map(letter).sum()
}

/// The text, or as much of it as there is room for, with `…` behind it. Nothing
/// is cut off from what it is drawn over: an accent, a part of an emoji.
pub(super) fn fitting(text: &str, room: Width) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let room = room.saturating_sub(letter('…'));
    let mut used = 0;
    // Where the text can be cut, the last place that there is room for.
    let mut end = 0;
    let mut joined = false;
    for (place, one) in text.char_indices() {
        if !joined && !joins(one) {
            end = place;
        }
        used += letter(one);
        if used > room {
            break;
        }
        joined = one == '\u{200d}';
    }
    let kept = text.get(..end).unwrap_or_default().trim_end();
    format!("{kept}…")
}

/// Whether a letter is drawn together with the one before it.
fn joins(one: char) -> bool {
    letter(one) == 0 || matches!(one, '\u{1f3fb}'..='\u{1f3ff}')
}

fn letter(one: char) -> Width {
    match one {
        // Accents, and what cannot be seen.
        '\u{300}'..='\u{36f}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => 0,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => 0,
        ' ' | '\u{a0}' => 32,
        'i' | 'j' | 'l' | 'I' | 'J' | '.' | ',' | '\'' | '|' | '!' => 40,
        'f' | 'r' | 's' | 't' | '-' | '–' | '(' | ')' | ':' | ';' | '/' | '"' | '_' => 53,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '&' | '+' | '=' | '#' | '<' | '>' | '~' => 100,
        'a'..='z' | '0'..='9' | '?' | '*' => 64,
        'å' | 'ø' | 'ä' | 'ö' | 'ü' | 'é' | '«' | '»' | '’' | '“' | '”' => 64,
        'A'..='Z' | 'Å' | 'Ø' | 'Ä' | 'Ö' | '\u{21}'..='\u{7e}' => 79,
        'Ǆ'..='ǳ' => 150,
        // Latin, Greek, Cyrillic, Armenian.
        '\u{0}'..='\u{58f}' | '\u{1e00}'..='\u{1fff}' => 120,
        '…' | '—' => 100,
        // Hebrew, Arabic; ligatures that are a sentence each.
        '\u{590}'..='\u{7ff}' | '\u{fb1d}'..='\u{fb4f}' | '\u{fe70}'..='\u{fefe}' => 125,
        '\u{fdf0}'..='\u{fdff}' => 1200,
        '\u{2e3a}' | '\u{2e3b}' => 300,
        '\u{2000}'..='\u{2bff}' => 175,
        // Chinese, Japanese, Korean.
        '\u{1100}'..='\u{11ff}' | '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' => 105,
        '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe6f}' | '\u{ff00}'..='\u{fffd}' => 105,
        '\u{20000}'..='\u{3ffff}' => 105,
        '\u{12000}'..='\u{1254f}' => 600,
        '\u{1f000}'..='\u{1faff}' => 150,
        _ => 300,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wide_letters_are_wide() {
        for (narrow, wide) in [
            ("illi", "nnnn"),
            ("nnnn", "WWWW"),
            ("WWWW", "漢漢漢漢"),
            ("漢", "😀"),
        ] {
            assert!(width(narrow) < width(wide), "{narrow} {wide}");
        }
        assert_eq!(width("e\u{301}"), width("e"));
    }

    #[test]
    fn what_fits_stands_and_what_does_not_is_cut_visibly() {
        for (text, room, kept) in [
            ("Ås kommune", 1000, "Ås kommune"),
            ("Ås kommune", 300, "Ås…"),
            ("Ås kommune", 260, "Ås…"),
            ("Ås kommune", 0, "…"),
            ("", 0, ""),
            // Not between a letter and its accent, nor inside an emoji.
            ("ae\u{301}n", 190, "a…"),
            ("a\u{1f469}\u{200d}\u{1f469}b", 330, "a…"),
            ("a\u{1f44b}\u{1f3fd}b", 330, "a…"),
        ] {
            assert_eq!(fitting(text, room), kept, "{text} {room}");
        }
    }
}

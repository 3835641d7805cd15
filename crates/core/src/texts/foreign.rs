//! Texts that people wrote, on their way into a sentence of ours or into another
//! format. The shell has `<bdi>` for HTML; here is what plain text and XML need.

/// What stands for a character that cannot.
const REPLACEMENT: char = '\u{fffd}';
/// Opens an isolate whose direction is that of its first strong letter …
const FSI: char = '\u{2068}';
/// … and this closes it.
const PDI: char = '\u{2069}';
/// Closes an embedding or an override.
const PDF: char = '\u{202c}';

/// The text as one line that turns nothing around it, for plain text: a mail's
/// subject, a picture, a list. Line breaks and tabs become spaces (a line break
/// would end the isolate), other control characters U+FFFD. Where a letter or
/// control could turn the direction of writing, it stands between FSI and PDI;
/// closing controls without an opening one are left out, and what was left open
/// is closed. Any other text stays free of marks that old programs draw as boxes.
pub fn isolated(text: &str) -> String {
    let line: String = text.chars().map(in_line).collect();
    if !line.chars().any(turns) {
        return line;
    }
    let mut out = String::with_capacity(line.len() + 6);
    out.push(FSI);
    // What closes the controls that are open, the innermost last.
    let mut open = Vec::new();
    for letter in line.chars() {
        match letter {
            '\u{202a}' | '\u{202b}' | '\u{202d}' | '\u{202e}' => open.push(PDF),
            '\u{2066}'..=FSI => open.push(PDI),
            PDF if open.last() == Some(&PDF) => {
                open.pop();
            }
            // Also closes the embeddings inside.
            PDI if open.contains(&PDI) => while open.pop() == Some(PDF) {},
            PDF | PDI => continue,
            _ => {}
        }
        out.push(letter);
    }
    out.extend(open.into_iter().rev());
    out.push(PDI);
    out
}

/// The same for the name of a page, where letters count and marks do not: a text that could
/// turn loses its controls and stands between FSI and PDI. Less code than [`isolated`], for
/// what every page loads.
pub fn enclosed(text: &str) -> String {
    let control =
        |letter: char| matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    if !text.chars().any(turns) {
        return text.to_owned();
    }
    let mut out = String::from(FSI);
    out.extend(text.chars().filter(|letter| !control(*letter)));
    out.push(PDI);
    out
}

fn in_line(letter: char) -> char {
    match letter {
        '\n' | '\r' | '\t' | '\u{85}' | '\u{2028}' | '\u{2029}' => ' ',
        control if control.is_control() => REPLACEMENT,
        other => other,
    }
}

/// Whether a letter is or may be written from right to left, or is a control of
/// direction. Whole blocks, as Unicode keeps them for such scripts: its tables
/// would cost more to load than they tell here.
fn turns(letter: char) -> bool {
    matches!(letter,
        '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{feff}'
        | '\u{10800}'..='\u{10fff}' | '\u{1e800}'..='\u{1efff}'
        | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

/// The text for the content or an attribute of XML. XML 1.0 can hold neither
/// U+FFFE and U+FFFF nor control characters other than tab and line breaks, not
/// even escaped: each is replaced by U+FFFD, so that it is seen, and the file can
/// be read. A carriage return is escaped, for a parser would change it. By hand, in 381
/// bytes of WebAssembly: libraries escape signs, and let through what XML cannot hold.
pub fn xml(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\r' => out.push_str("&#13;"),
            '\n' | '\t' => out.push(letter),
            '\u{0}'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => out.push(REPLACEMENT),
            other => out.push(other),
        }
    }
    out
}

/// At most so many characters: of a longer text the beginning, and `…` as the
/// last of them.
pub fn shortened(text: &str, most: usize) -> String {
    if text.chars().nth(most).is_none() {
        return text.to_owned();
    }
    let kept = text.chars().take(most.saturating_sub(1));
    kept.chain(['…']).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn what_turns_is_enclosed_in_the_name_of_a_page_and_turns_nothing_else() {
        for (given, shown) in [
            ("Ås kommune", "Ås kommune"),
            ("Ås\u{202e}", "\u{2068}Ås\u{2069}"),
            ("\u{2069}A\u{2066}\u{5d0}", "\u{2068}A\u{5d0}\u{2069}"),
        ] {
            assert_eq!(enclosed(given), shown);
        }
    }

    #[test]
    fn a_name_turns_nothing_but_itself() {
        for (name, shown) in [
            ("Ås", "Ås"),
            ("Ås, «Ny bru» (2)", "Ås, «Ny bru» (2)"),
            ("Ås\u{202e}", "\u{2068}Ås\u{202e}\u{202c}\u{2069}"),
            ("Ås\u{2069}\u{202c}", "\u{2068}Ås\u{2069}"),
            (
                "\u{2067}a\u{202b}b\u{2069}c",
                "\u{2068}\u{2067}a\u{202b}b\u{2069}c\u{2069}",
            ),
            (
                "\u{202a}\u{2066}\u{202c}",
                "\u{2068}\u{202a}\u{2066}\u{2069}\u{202c}\u{2069}",
            ),
            ("\u{5d0}\u{5d1}", "\u{2068}\u{5d0}\u{5d1}\u{2069}"),
            ("\u{645}\u{646}", "\u{2068}\u{645}\u{646}\u{2069}"),
            ("\u{200f}1", "\u{2068}\u{200f}1\u{2069}"),
            ("a\nb\tc\u{2029}d", "a b c d"),
            ("a\u{202e}\u{2029}b", "\u{2068}a\u{202e} b\u{202c}\u{2069}"),
            ("a\u{0}\u{9b}", "a\u{fffd}\u{fffd}"),
            ("", ""),
        ] {
            assert_eq!(isolated(name), shown, "{name:?}");
        }
    }

    #[test]
    fn what_xml_cannot_hold_is_seen_and_the_rest_stands() {
        for (text, written) in [
            ("A\u{ffff}B", "A\u{fffd}B"),
            (
                "\u{fffe}\u{0}\u{b}\u{1f}",
                "\u{fffd}\u{fffd}\u{fffd}\u{fffd}",
            ),
            ("a\tb\nc\rd", "a\tb\nc&#13;d"),
            ("<a b='\"'>&]]>", "&lt;a b=&#39;&quot;&#39;&gt;&amp;]]&gt;"),
            (
                "Ø😀\u{1fffe}\u{7f}\u{9f}\u{feff}",
                "Ø😀\u{1fffe}\u{7f}\u{9f}\u{feff}",
            ),
        ] {
            assert_eq!(xml(text), written, "{text:?}");
        }
    }

    #[test]
    fn what_is_shortened_says_so() {
        for (text, most, kept) in [
            ("abc", 3, "abc"),
            ("abcd", 3, "ab…"),
            ("æøå😀", 3, "æø…"),
            ("", 0, ""),
            ("a", 0, "…"),
        ] {
            assert_eq!(shortened(text, most), kept);
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            failure_persistence: None,
            ..ProptestConfig::with_cases(2000)
        })]

        #[test]
        fn isolates_are_balanced(text in "[a\u{5d0}\u{202a}-\u{202e}\u{2066}-\u{2069}\n]{0,12}") {
            // As Unicode's algorithm pairs them (UAX 9, BD9): the last character
            // alone closes the first.
            let shown = isolated(&text);
            let mut depth = 0;
            for (place, letter) in shown.char_indices() {
                prop_assert!(depth > 0 || place == 0 || !shown.starts_with(FSI));
                match letter {
                    '\u{2066}'..=FSI => depth += 1,
                    PDI => depth -= 1,
                    _ => {}
                }
            }
            prop_assert_eq!(depth, 0);
            let seen = |letter: &char| !turns(*letter) || *letter == '\u{5d0}';
            let kept = |text: &str| text.chars().filter(seen).count();
            prop_assert_eq!(kept(&shown), kept(&text));
        }

        #[test]
        fn any_text_in_xml_is_xml(text in any::<String>()) {
            let held = |letter: char| {
                matches!(letter, '\t' | '\n' | ' '..='\u{fffd}' | '\u{10000}'..)
            };
            let written = xml(&text);
            prop_assert!(written.chars().all(held), "{:?}", written);
            prop_assert!(!written.contains(['<', '>', '"', '\'']));
        }
    }
}

//! Undoing what programs do to a text on its way: encodings, one layer after
//! another, and characters that are only there to be seen, or not to be.
//!
//! Nothing here can hurt a link that is right: none of the characters that are
//! touched can stand in one, and hyphens stay what they are, except in addresses
//! of a filter that writes no hyphen as it is.

/// Stands for a dash that was one hyphen or two.
pub(super) const DASH: u8 = 1;
/// Stands for any other character that is not ASCII.
pub(super) const OTHER: u8 = 2;
/// How many layers are undone: three of percent signs, inside a mail's.
const LAYERS: usize = 5;

/// The text in ASCII, without layers.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let mut bytes = simple(text.as_bytes());
    for _ in 0..LAYERS {
        let undone = undo(&bytes);
        if undone == bytes {
            break;
        }
        bytes = simple(&undone);
    }
    bytes
}

/// Without characters that cannot be seen; spaces and hyphens of all kinds are
/// the plain ones.
fn simple(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        out.extend(chunk.valid().chars().filter_map(simple_letter));
        // A single byte of an older encoding: Windows-1252.
        out.extend(chunk.invalid().iter().filter_map(|byte| match byte {
            0x96 | 0x97 => Some(DASH),
            other => simple_letter(char::from(*other)),
        }));
    }
    out
}

fn simple_letter(letter: char) -> Option<u8> {
    match letter {
        '\u{1}' => Some(DASH),
        '\u{0}'..='\u{8}' | '\u{b}' | '\u{c}' | '\u{e}'..='\u{1f}' => Some(OTHER),
        '\u{0}'..='\u{7f}' => u8::try_from(letter).ok(),
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' => None,
        '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' => None,
        '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' => None,
        '\u{85}' | '\u{2028}' | '\u{2029}' => Some(b'\n'),
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' => Some(b' '),
        '\u{202f}' | '\u{205f}' | '\u{3000}' => Some(b' '),
        '\u{2010}'..='\u{2012}' | '\u{2212}' | '\u{fe63}' | '\u{ff0d}' => Some(b'-'),
        '\u{2013}'..='\u{2015}' | '\u{fe58}' => Some(DASH),
        _ => Some(OTHER),
    }
}

/// One layer less, of every kind that is met.
fn undo(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut filter = Filter::Outside;
    let mut rest = text;
    while let Some((&byte, after)) = rest.split_first() {
        filter = filter.next(byte, &out);
        let coded = match byte {
            b'%' | b'=' => hex(after),
            b'-' if filter != Filter::Outside => hex(after),
            b'&' => entity(after),
            b'<' => tag(after),
            b'\\' => escaped(after),
            _ => None,
        };
        match coded {
            Some((letter, length)) => {
                let mut buffer = [0; 4];
                match letter {
                    Coded::Byte(byte) => out.push(byte),
                    Coded::Letter(letter) => {
                        out.extend(letter.encode_utf8(&mut buffer).as_bytes());
                    }
                }
                rest = after.get(length..).unwrap_or_default();
            }
            None => {
                let slash = filter != Filter::Outside && byte == b'_';
                out.push(if slash { b'/' } else { byte });
                rest = after;
            }
        }
        if filter == Filter::Outside && is_filter(&out) {
            // Marked, so that the next layer does not take it for one again.
            out.pop();
            out.push(b' ');
            filter = Filter::Inside;
        }
    }
    out
}

/// What a code stands for.
enum Coded {
    /// A byte, maybe of a longer character.
    Byte(u8),
    /// A character.
    Letter(char),
}

/// Whether we are in an address that Proofpoint wrote (version 2): `-` and two
/// digits for what would have a percent sign, `_` for `/`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Filter {
    Outside,
    Inside,
}

impl Filter {
    fn next(self, byte: u8, out: &[u8]) -> Filter {
        let word = byte == b' ' && !matches!(out.last(), Some(b'\n' | b' '));
        let blank = byte == b'\n' && out.last() == Some(&b'\n');
        match byte {
            b'&' | b'"' | b'<' | b'>' => Filter::Outside,
            _ if word || blank => Filter::Outside,
            _ => self,
        }
    }
}

fn is_filter(out: &[u8]) -> bool {
    let before = out.strip_suffix(b"/v2/url?u=").unwrap_or_default();
    let host = before.get(before.len().saturating_sub(32)..);
    let name = b"urldefense";
    host.is_some_and(|host| host.windows(name.len()).any(|part| part == name))
}

/// Two digits after `%`, `=` or `-`.
fn hex(after: &[u8]) -> Option<(Coded, usize)> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16);
    let value = digit(after.first()?)? * 16 + digit(after.get(1)?)?;
    Some((Coded::Byte(u8::try_from(value).ok()?), 2))
}

/// A character of HTML after `&`, with its `;`.
fn entity(after: &[u8]) -> Option<(Coded, usize)> {
    let short = after.get(..10.min(after.len()))?;
    let end = short.iter().position(|byte| *byte == b';')?;
    let name = str::from_utf8(short.get(..end)?).ok()?;
    let letter = match name.strip_prefix('#') {
        Some(number) => match number.strip_prefix(['x', 'X']) {
            Some(digits) => u32::from_str_radix(digits, 16).ok(),
            None => number.parse().ok(),
        }
        .and_then(char::from_u32)?,
        None => named(name)?,
    };
    Some((Coded::Letter(letter), end + 1))
}

fn named(name: &str) -> Option<char> {
    Some(match name {
        "amp" | "AMP" => '&',
        "lt" => '<',
        "gt" => '>',
        "quot" => '"',
        "apos" => '\'',
        "num" => '#',
        "period" => '.',
        "lowbar" | "UnderBar" => '_',
        "hyphen" | "dash" | "minus" => '-',
        "ndash" | "mdash" => '\u{2013}',
        "equals" => '=',
        "percnt" => '%',
        "sol" => '/',
        "colon" => ':',
        "bsol" => '\\',
        "shy" | "zwj" | "zwnj" | "lrm" | "rlm" => '\u{ad}',
        "nbsp" | "ensp" | "emsp" | "thinsp" | "Tab" => ' ',
        "NewLine" => '\n',
        _ => return None,
    })
}

/// Tags that break a long word.
fn tag(after: &[u8]) -> Option<(Coded, usize)> {
    let tags: [&[u8]; 6] = [b"wbr>", b"wbr/>", b"wbr />", b"br>", b"br/>", b"br />"];
    let tag = tags.into_iter().find(|tag| after.starts_with(tag))?;
    Some((Coded::Byte(b'\n'), tag.len()))
}

/// A mark with a backslash before it, as Markdown has it.
fn escaped(after: &[u8]) -> Option<(Coded, usize)> {
    let mark = after.first().filter(|byte| byte.is_ascii_punctuation())?;
    Some((Coded::Byte(*mark), 1))
}

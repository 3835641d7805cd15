//! From the beginning of the data to an end at which the checksum is right.

use crc::{Digest, NoTable};

use super::super::PREFIX;
use super::super::wrapping::{CRC, LENGTH_MAX};
use super::layers::DASH;

/// No data is longer, in characters.
const DATA_MAX: usize = LENGTH_MAX - PREFIX.len();

/// How many dashes of unknown length are tried in every way. A text that has
/// more in one link is tried with all short and with all long.
const DASHES: usize = 4;
/// How many characters are read again for that, in one text: this, unless it is longer.
const AGAIN: usize = 200_000;
/// So many times its length, where that is more: a column of replies of which every one has some.
const AGAIN_TIMES: usize = 4;
/// How many `_` and `-` behind the data may be none of its own.
const TAIL: usize = 4;
/// What programs that make addresses clickable leave out at the end of one: the
/// two signs that they take for punctuation. One link of 32 ends in one of them.
///
/// No other sign is tried. The last sign of a link without texts is the end of
/// its checksum: of 64 tries one always fits it, so 26 bits of 32 would be left
/// to judge what is damaged elsewhere too. What has lost these signs alone is
/// never taken for another link: a wrong guess differs from the right one within
/// twelve neighbouring bits, which the checksum always finds.
const LOST: [&str; 2] = ["_", "-"];
/// The same where two were left out.
const LOST_TWO: [&str; 4] = ["__", "_-", "-_", "--"];

/// Skips what mail programs put into a long word: line breaks, indents, marks of
/// quotation, spaces. Gives the place behind it.
pub(super) fn behind_break(text: &[u8], from: usize) -> usize {
    let mut place = from;
    let mut new_line = false;
    while let Some(byte) = text.get(place) {
        match byte {
            b'\n' | b'\r' => new_line = true,
            b' ' | b'\t' | b'+' => {}
            b'>' | b'|' if new_line => {}
            // A soft line break of quoted-printable.
            b'=' if matches!(text.get(place + 1), Some(b'\n' | b'\r')) => {}
            _ => break,
        }
        place += 1;
    }
    place
}

/// The data up to the first break or anything else that is not data.
pub(super) fn first(text: &[u8], from: usize) -> String {
    let rest = text.get(from..).unwrap_or_default().iter();
    let data = rest.take_while(|byte| value(**byte).is_some());
    let data = data.take(DATA_MAX + 1);
    data.map(|byte| char::from(*byte)).collect()
}

/// How many characters of a text may be read again, over all its links.
pub(super) fn again(text: &[u8]) -> usize {
    AGAIN.max(text.len() * AGAIN_TIMES)
}

/// The data whose checksum is right, and the place behind it. `left` counts down
/// from [`again`].
pub(super) fn right(
    text: &[u8],
    from: usize,
    prefix: &str,
    left: &mut usize,
) -> Option<(String, usize)> {
    let mut tried = Reader::new(prefix);
    if let Some(end) = tried.read(text, from, |_| 1) {
        return Some((tried.data, end));
    }
    let dashes = tried.dashes;
    let ways: usize = match dashes {
        0 => return None,
        1..=DASHES => 1 << dashes,
        _ => 2,
    };
    // The last way first: what Word makes of two hyphens is one long dash.
    (1..ways).rev().find_map(|way| {
        *left = left.saturating_sub(tried.data.len());
        if *left == 0 {
            return None;
        }
        let long = |place: usize| dashes > DASHES || way >> place & 1 == 1;
        let mut again = Reader::new(prefix);
        let end = again.read(text, from, |place| 1 + usize::from(long(place)))?;
        Some((again.data, end))
    })
}

/// Data that is read character by character, so that whether it is right up to
/// here is known at every character at once.
struct Reader {
    data: String,
    /// Ambiguous dashes so far.
    dashes: usize,
    sum: Sum,
}

/// What the data comes to so far.
#[derive(Clone)]
struct Sum {
    /// Bits that are no whole byte yet, and how many.
    bits: u32,
    held: u32,
    /// Whole bytes so far.
    bytes: usize,
    /// The last four of them: the checksum, if this is the end.
    last: u32,
    /// Over the prefix and the bytes before the last four.
    digest: Digest<'static, u32, NoTable>,
}

/// For digests, which borrow it.
static SUM: crc::Crc<u32, NoTable> = CRC;

impl Reader {
    fn new(prefix: &str) -> Reader {
        let mut digest = SUM.digest();
        digest.update(prefix.as_bytes());
        Reader {
            data: String::new(),
            dashes: 0,
            sum: Sum {
                bits: 0,
                held: 0,
                bytes: 0,
                last: 0,
                digest,
            },
        }
    }

    /// Reads to an end at which the checksum is right, and gives the place
    /// behind it. Ends are where a break or a dash stands, and where the data
    /// stops; `_` and `-` before one may not belong to it, or be left out.
    fn read(&mut self, text: &[u8], from: usize, width: impl Fn(usize) -> usize) -> Option<usize> {
        let mut place = from;
        let mut right: Option<(usize, usize)> = None;
        while self.data.len() <= DATA_MAX {
            let next = behind_break(text, place);
            let byte = text.get(next).copied();
            let data = byte.filter(|byte| value(*byte).is_some());
            if next != place || data.is_none() {
                if let Some((length, end)) = right {
                    self.data.truncate(length);
                    return Some(end);
                }
                if let Some(lost) = self.sum.lost() {
                    self.data.push_str(lost);
                    return Some(place);
                }
            }
            match byte {
                Some(DASH) => {
                    (0..width(self.dashes)).for_each(|_| self.push(b'-'));
                    self.dashes += 1;
                }
                _ => self.push(data?),
            }
            place = next + 1;
            right = match right {
                _ if self.sum.is_right() => Some((self.data.len(), place)),
                Some((length, _)) if !self.in_tail(byte, length) => None,
                other => other,
            };
        }
        None
    }

    /// Whether all that came after a right end may be none of the data.
    fn in_tail(&self, byte: Option<u8>, length: usize) -> bool {
        matches!(byte, Some(b'-' | b'_')) && self.data.len() - length <= TAIL
    }

    fn push(&mut self, byte: u8) {
        self.data.push(char::from(byte));
        self.sum.push(byte);
    }
}

impl Sum {
    fn push(&mut self, byte: u8) {
        let Some(value) = value(byte) else { return };
        self.bits = self.bits << 6 | value;
        self.held += 6;
        if self.held < 8 {
            return;
        }
        self.held -= 8;
        let whole = self.bits >> self.held;
        self.bits &= (1 << self.held) - 1;
        if self.bytes >= 4 {
            let [oldest, ..] = self.last.to_be_bytes();
            self.digest.update(&[oldest]);
        }
        self.last = self.last << 8 | whole;
        self.bytes += 1;
    }

    fn is_right(&self) -> bool {
        let whole = self.held < 6 && self.bits == 0 && self.bytes >= 4;
        whole && self.digest.clone().finalize() == self.last
    }

    /// The signs that were left out, where the checksum is right with them. All
    /// six bits of such a sign are of the data: nothing is left over behind it.
    fn lost(&self) -> Option<&'static str> {
        let tried: &[&str] = match (self.bytes, self.held) {
            // Too short for any link: most of what a hostile text holds.
            (0..=4, _) => &[],
            (_, 2) => &LOST,
            (_, 4) => &LOST_TWO,
            _ => &[],
        };
        let right = |signs: &&&str| {
            let mut sum = self.clone();
            signs.bytes().for_each(|sign| sum.push(sign));
            sum.is_right()
        };
        tried.iter().find(right).copied()
    }
}

/// The six bits of a character of base64url.
fn value(byte: u8) -> Option<u32> {
    let value = match byte {
        b'A'..=b'Z' => byte - b'A',
        b'a'..=b'z' => byte - b'a' + 26,
        b'0'..=b'9' => byte - b'0' + 52,
        b'-' => 62,
        b'_' => 63,
        _ => return None,
    };
    Some(u32::from(value))
}

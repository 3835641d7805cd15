//! Finding links in text that mail, chats, word processors and filters have
//! been at. What they did is undone; whether that was right, the checksum says.
//! No character is ever guessed but a lost `_` or `-` at the end, and upper and
//! lower case never change.
//!
//! First [`layers`] undoes encodings, one layer at a time, and leaves out what
//! cannot be seen. Then every `r1.` or `l1.` is a beginning, and [`run`] tries
//! the ends that the text suggests. The work grows with the length of the text
//! and no faster; docs/link-format.md says how long it takes.

mod gather;
mod layers;
mod mime;
mod run;
#[cfg(test)]
mod tests;

pub use gather::{GATHERED_MAX, Gathered, Other, gather, gather_reports};

use super::{Carried, LOCKED_PREFIX, LinkProblem, Locked, PREFIX, decode};
use crate::address::LinkKind;

/// What stands behind this in a longer text is not looked at, in bytes.
pub const TEXT_MAX: usize = 1024 * 1024;

/// A link that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// The fragment without `#`, exactly as it was when it was made.
    pub fragment: String,
    /// What it carries.
    pub carried: Carried,
}

/// The links in a text, each once, in the order in which they appear: at least
/// one. The text may be a fragment, an address or a whole mail.
///
/// # Errors
/// Where no link is right, the problem that says most: newer before older
/// before damaged; no data where nothing stands behind `#`, or nothing at all; no
/// link where nothing looks like one.
pub fn find(text: &str) -> Result<Vec<Found>, LinkProblem> {
    let text = layers::plain(text.get(..floor(text, TEXT_MAX)).unwrap_or_default());
    let mut search = Search {
        left: run::again(&text),
        ..Search::default()
    };
    let mut at = 0;
    while let Some(begin) = begin_of(&text, at, RESULTS) {
        at = search.read(&text, &begin);
    }
    match search.found.is_empty() {
        true => Err(search.problem.unwrap_or_else(|| problem_of(&text))),
        false => Ok(search.found),
    }
}

/// Where the text is cut: at a character, at most there.
fn floor(text: &str, most: usize) -> usize {
    let most = text.len().min(most);
    (0..=most)
        .rev()
        .find(|at| text.is_char_boundary(*at))
        .unwrap_or(0)
}

/// The beginning of a link: a letter, a number, a point.
struct Begin {
    /// Where the letter stands.
    at: usize,
    /// `r1.`, `l1.`, or with another number.
    prefix: String,
    /// Whether `#` or nothing stands before it: a number other than 1 is a
    /// version then, and not a figure in some sentence.
    sure: bool,
    /// Where the data begins.
    data: usize,
}

/// With what a result begins, open or locked.
const RESULTS: [char; 2] = [LinkKind::Result.letter(), LinkKind::Locked.letter()];

/// The next beginning with one of these letters at or behind a place.
fn begin_of<const N: usize>(text: &[u8], from: usize, with: [char; N]) -> Option<Begin> {
    let rest = text.get(from..)?;
    let letters = rest.iter().enumerate();
    let mut letters = letters.filter(|(_, byte)| with.contains(&char::from(**byte)));
    letters.find_map(|(offset, letter)| begin(text, from + offset, *letter))
}

fn begin(text: &[u8], at: usize, letter: u8) -> Option<Begin> {
    let mut prefix = String::from(char::from(letter));
    let mut place = run::behind_break(text, at + 1);
    while let Some(digit) = text.get(place).filter(|byte| byte.is_ascii_digit()) {
        // A version has ten digits at most.
        if prefix.len() > 10 {
            return None;
        }
        prefix.push(char::from(*digit));
        place = run::behind_break(text, place + 1);
    }
    if prefix.len() < 2 || text.get(place) != Some(&b'.') {
        return None;
    }
    prefix.push('.');
    let before = at.checked_sub(1).and_then(|before| text.get(before));
    Some(Begin {
        at,
        prefix,
        sure: matches!(before, None | Some(b'#')),
        data: place + 1,
    })
}

/// What was found so far, and what was wrong with the rest.
#[derive(Default)]
struct Search {
    found: Vec<Found>,
    problem: Option<LinkProblem>,
    /// Characters that may still be read again because of ambiguous dashes.
    left: usize,
}

impl Search {
    /// Reads what begins here; gives the place from where to look on.
    fn read(&mut self, text: &[u8], begin: &Begin) -> usize {
        let behind = begin.at + 1;
        if begin.prefix != PREFIX && begin.prefix != LOCKED_PREFIX {
            self.other_version(text, begin);
            return behind;
        }
        match run::right(text, begin.data, &begin.prefix, &mut self.left) {
            Some((data, end)) => {
                self.keep(format!("{}{data}", begin.prefix));
                end
            }
            None => {
                let empty = run::first(text, begin.data).is_empty();
                self.note(match empty {
                    true => LinkProblem::NoData,
                    false => LinkProblem::Damaged,
                });
                behind
            }
        }
    }

    /// A number other than 1: newer, or damaged.
    fn other_version(&mut self, text: &[u8], begin: &Begin) {
        if begin.sure {
            let data = run::first(text, begin.data);
            let fragment = format!("{}{data}", begin.prefix);
            let problem = match begin.prefix.starts_with('l') {
                true => Locked::parse(&fragment).err(),
                false => decode(&fragment).err(),
            };
            problem.into_iter().for_each(|problem| self.note(problem));
        }
    }

    /// A fragment whose checksum is right.
    fn keep(&mut self, fragment: String) {
        let carried = match fragment.starts_with(PREFIX) {
            true => decode(&fragment).map(Carried::Open),
            false => Locked::parse(&fragment).map(Carried::Locked),
        };
        match carried {
            Err(problem) => self.note(problem),
            Ok(carried) => {
                if !self.found.iter().any(|one| one.fragment == fragment) {
                    self.found.push(Found { fragment, carried });
                }
            }
        }
    }

    /// Keeps the problem that says most.
    fn note(&mut self, problem: LinkProblem) {
        let weight = |problem: LinkProblem| match problem {
            LinkProblem::NoLink | LinkProblem::Packed => 0,
            LinkProblem::NoData => 1,
            LinkProblem::Damaged => 2,
            LinkProblem::Older => 3,
            LinkProblem::Newer => 4,
        };
        if self
            .problem
            .is_none_or(|last| weight(last) < weight(problem))
        {
            self.problem = Some(problem);
        }
    }
}

/// What to say of a text in which nothing begins.
fn problem_of(text: &[u8]) -> LinkProblem {
    let text = text.trim_ascii();
    let ends = text.iter().enumerate().filter(|(_, byte)| **byte == b'#');
    let mut behind = ends.map(|(at, _)| text.get(at + 1));
    let cut = behind.any(|next| next.is_none_or(|byte| byte.is_ascii_whitespace()));
    let words = text.iter().any(u8::is_ascii_whitespace);
    let address = text.starts_with(b"http://") || text.starts_with(b"https://");
    let bare = address && !words && !text.contains(&b'#');
    if text.is_empty() || cut || bare {
        LinkProblem::NoData
    } else if has_trace(text) {
        LinkProblem::Damaged
    } else {
        LinkProblem::NoLink
    }
}

/// Whether something in a text may be what is left of a link: `r1` or `l1` as a
/// word, in letters of any size; something behind the `#` of an address; or the
/// whole is one long word such as links have.
fn has_trace(text: &[u8]) -> bool {
    let before = |at: usize| at.checked_sub(1).and_then(|before| text.get(before));
    // Letters that are not ASCII count as letters of the word.
    let word = |byte: Option<&u8>| {
        byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == layers::OTHER)
    };
    let traced = |(at, byte): (usize, &u8)| match byte.to_ascii_lowercase() {
        b'r' | b'l' if text.get(at + 1) == Some(&b'1') => {
            !word(before(at)) && !word(text.get(at + 2))
        }
        b'#' => matches!(before(at), None | Some(b'/')),
        _ => false,
    };
    let sign = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let digits = text.iter().any(u8::is_ascii_digit);
    let piece = digits && text.len() >= PIECE && text.iter().all(sign);
    piece || text.iter().enumerate().any(traced)
}

/// A word of so many signs, with digits among them, is no word of a language.
const PIECE: usize = 16;

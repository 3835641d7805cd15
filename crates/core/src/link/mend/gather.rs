//! Replies, or reports, in whole mails, chats, or columns of a table: any number of them, mended
//! as results are. What else is found there is told, each with what it is.

use std::collections::BTreeSet;

use super::{Begin, begin_of, layers, mime, run};
use crate::address::LinkKind;
use crate::link::{LinkProblem, reply, report};
use crate::panel::Reply;
use crate::plan::report::Report;

/// What stands behind this in a longer text is not looked at, in bytes: 10,000 replies in mails.
pub const GATHERED_MAX: usize = 4 * 1024 * 1024;

/// So much that is not looked for is told one by one.
const TOLD: usize = 50;
/// What begins in the middle of a text is what is left of a link only if so much follows.
const TRACE: usize = 16;

/// Something that is none of the links that are looked for, or cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Other {
    /// A link of another kind, or what is left of one.
    Kind(LinkKind),
    /// One of the kind that is looked for, which cannot be read.
    Problem(LinkProblem),
}

/// What was found in a text, where links of one kind were looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Gathered<T> {
    /// These, each once, in the order in which they appear: exactly as they were made, and what
    /// they say.
    pub links: Vec<(String, T)>,
    /// What else looked like one of our links, the first of them.
    pub others: Vec<Other>,
    /// How many more.
    pub more: usize,
}

impl<T> Default for Gathered<T> {
    fn default() -> Gathered<T> {
        Gathered {
            links: Vec::new(),
            others: Vec::new(),
            more: 0,
        }
    }
}

impl<T> Gathered<T> {
    /// Whether nothing was found.
    pub fn is_empty(&self) -> bool {
        self.links.is_empty() && self.others.is_empty()
    }

    /// These and others, each link once.
    pub fn join(&mut self, others: Gathered<T>) {
        let known: BTreeSet<&String> = self.links.iter().map(|(link, _)| link).collect();
        let new = others.links.into_iter();
        let new: Vec<_> = new.filter(|(link, _)| !known.contains(link)).collect();
        self.links.extend(new);
        others.others.into_iter().for_each(|other| self.tell(other));
        self.more += others.more;
    }

    fn tell(&mut self, other: Other) {
        match self.others.len() < TOLD {
            true => self.others.push(other),
            false => self.more += 1,
        }
    }
}

/// The replies in a text. The work grows with its length and no faster.
pub fn gather(text: &str) -> Gathered<Reply> {
    gathered(text, (LinkKind::Reply, reply::decode))
}

/// The reports in a text. The work grows with its length and no faster.
pub fn gather_reports(text: &str) -> Gathered<Report> {
    gathered(text, (LinkKind::Report, report::decode))
}

/// How a link of some kind is read.
type Decode<T> = fn(&str) -> Result<T, LinkProblem>;

/// Puts the links of a kind where they belong, and tells what else is found.
fn gathered<T>(text: &str, wanted: (LinkKind, Decode<T>)) -> Gathered<T> {
    let mut found = Gathered::default();
    let text = text.get(..super::floor(text, GATHERED_MAX));
    let text = layers::plain(&mime::unfolded(text.unwrap_or_default()));
    let (mut known, mut left, mut at) = (BTreeSet::new(), run::again(&text), 0);
    while let Some(begin) = begin_of(&text, at, LinkKind::LETTERS) {
        at = begin.at + 1;
        let Some(kind) = LinkKind::of(&begin.prefix) else {
            continue;
        };
        let whole = match begin.prefix == kind.prefix() {
            true => run::right(&text, begin.data, &begin.prefix, &mut left),
            false => None,
        };
        let Some((data, end)) = whole else {
            let other = left_of(&text, &begin, kind, wanted);
            other.into_iter().for_each(|other| found.tell(other));
            continue;
        };
        at = end;
        let fragment = format!("{}{data}", begin.prefix);
        if known.insert(fragment.clone()) {
            let (looked_for, decode) = wanted;
            match (kind == looked_for).then(|| decode(&fragment)) {
                Some(Ok(read)) => found.links.push((fragment, read)),
                Some(Err(problem)) => found.tell(Other::Problem(problem)),
                None => found.tell(Other::Kind(kind)),
            }
        }
    }
    found
}

/// What to say of a beginning behind which nothing is right. Of a link of another kind its kind
/// says enough.
fn left_of<T>(
    text: &[u8],
    begin: &Begin,
    kind: LinkKind,
    (looked_for, decode): (LinkKind, Decode<T>),
) -> Option<Other> {
    let data = run::first(text, begin.data);
    let version = begin.prefix != kind.prefix();
    // A number in a sentence is no version, and the end of a word no beginning: a file is called
    // `dokument1.` and something.
    let before = begin.at.checked_sub(1).and_then(|before| text.get(before));
    let in_word = before.is_some_and(u8::is_ascii_alphanumeric);
    let traced = match version {
        true => begin.sure,
        false => begin.sure || (data.len() >= TRACE && !in_word),
    };
    match kind {
        _ if !traced => None,
        kind if kind == looked_for => {
            let fragment = format!("{}{data}", begin.prefix);
            decode(&fragment).err().map(Other::Problem)
        }
        _ if data.is_empty() => None,
        other => Some(Other::Kind(other)),
    }
}

#[cfg(test)]
#[path = "gather_tests.rs"]
mod tests;

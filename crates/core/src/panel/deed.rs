//! What is done to replies that are kept, decided on what stands in the store.

use std::collections::BTreeSet;

use super::{Mark, Replies, Reply, Round, Row, Tag, Wait, show};
use crate::catalogue::Level;

/// What is done to replies that are kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Deed {
    /// These are taken in.
    TakeIn(Vec<(String, Reply)>),
    /// Taking these in, by their links, is taken back: they were never here.
    Undo(Vec<String>),
    /// These are taken out: they do not count any more.
    Out(Vec<String>),
    /// These are brought back.
    Back(Vec<String>),
    /// What counts now is shown, of a level in a round.
    Show(Level, Round),
}

/// What a deed changes.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Change {
    /// Rows as they are from now on, new ones among them.
    pub rows: Vec<Row>,
    /// Rows that are there no more, by their links.
    pub gone: Vec<String>,
}

impl Change {
    /// The replies afterwards.
    pub fn of(&self, replies: &Replies) -> Replies {
        let changed = Replies::of(self.rows.clone());
        let gone: BTreeSet<&str> = self.gone.iter().map(String::as_str).collect();
        let stays =
            |row: &&Row| changed.find(&row.link).is_none() && !gone.contains(row.link.as_str());
        let stay = replies.all().iter().filter(stays);
        Replies::of(stay.chain(changed.all()).cloned().collect())
    }
}

/// What a deed changes of the replies to the assessment with this tag, at a moment in
/// milliseconds since 1970. Done twice it changes nothing more; replies to others never come in.
///
/// # Errors
/// [`Wait`]: nothing else can be shown now.
pub fn done(replies: &Replies, tag: Tag, deed: &Deed, ms: i64) -> Result<Change, Wait> {
    let rows = |links: &[String]| -> Vec<Row> {
        let rows = links.iter().filter_map(|link| replies.find(link));
        rows.cloned().collect()
    };
    let turned = |links: &[String], out: Option<i64>| {
        let rows = rows(links).into_iter();
        let rows = rows.filter(|row| row.out.is_some() != out.is_some());
        rows.map(|row| Row { out, ..row }).collect()
    };
    let mut change = Change::default();
    match deed {
        Deed::TakeIn(new) => {
            let new = new.iter();
            let new = new.filter(|(link, one)| one.tag == tag && replies.find(link).is_none());
            let rows = new.map(|(link, reply)| Row::new(reply.clone(), link.clone(), ms));
            change.rows = Replies::of(rows.collect()).all().to_vec();
        }
        Deed::Undo(links) => {
            for row in rows(links) {
                match row.from {
                    None => change.gone.push(row.link),
                    // It was shown: that it was is never forgotten.
                    Some(_) if row.out.is_none() => change.rows.push(Row {
                        out: Some(ms),
                        ..row
                    }),
                    Some(_) => {}
                }
            }
        }
        Deed::Out(links) => change.rows = turned(links, Some(ms)),
        Deed::Back(links) => change.rows = turned(links, None),
        Deed::Show(level, round) => {
            let marked = |Mark { link, from, to }: Mark| {
                let row = replies.find(&link)?.clone();
                Some(Row { from, to, ..row })
            };
            let marks = show(replies, *level, *round)?.into_iter();
            change.rows = marks.filter_map(marked).collect();
        }
    }
    Ok(change)
}

/// What joins replies that come from a later file to those that are here: none is lost, whether
/// one counts is as the file has it, and what was ever shown is known from both.
pub fn joined(ours: &Replies, theirs: &Replies) -> Change {
    let mut change = Change::default();
    for row in theirs.all() {
        let both = match ours.find(&row.link) {
            None => row.clone(),
            Some(own) => Row {
                out: row.out,
                from: own.from.or(row.from),
                to: own.to.or(row.to),
                ..own.clone()
            },
        };
        if ours.find(&row.link) != Some(&both) {
            change.rows.push(both);
        }
    }
    change
}

#[cfg(test)]
#[path = "deed_tests.rs"]
mod tests;

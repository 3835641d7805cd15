//! What comes of a deed to the replies of an assessment: the rows, and the medians in the record
//! of the assessment. Both are written together, so that no crash parts them.

use super::{Change, Committed, Kept};
use crate::address::Id;
use crate::assessment::{Action, Assessment, Medians, Note, Part, median};
use crate::day::Day;
use crate::moment::Moment;
use crate::panel::{self, Deed, Replies, Row, Tag, Wait, rounds, settle_over};

/// What is to stand in the store after a deed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settled {
    /// What is written to, or deleted from, the replies.
    pub change: panel::Change,
    /// The replies afterwards.
    pub replies: Replies,
    /// What becomes of the record of the assessment, where anything does.
    pub committed: Option<Committed>,
}

impl Kept {
    /// This, put back to an earlier state of what was entered: what others were asked, and what
    /// they replied, stays as it is now. It is out in the world, and cannot be taken back.
    pub fn go_back(self, mut state: Assessment, ms: i64) -> Committed {
        let others =
            |(key, _): &&Part| [median::COLLECTION, rounds::COLLECTION].contains(&key.collection());
        let then: Vec<Part> = state.parts.all().iter().filter(others).cloned().collect();
        for (key, _) in then {
            state.parts.set(&key, Note::default());
        }
        for (key, value) in self.assessment.parts.all().iter().filter(others) {
            state.parts.set(key, value.clone());
        }
        self.restore(state, ms)
    }

    /// What comes of a deed to the replies to this, which is kept under an id.
    ///
    /// # Errors
    /// [`Wait`]: nothing else can be shown now.
    pub fn did(&self, id: &Id, before: &Replies, deed: &Deed, at: Moment) -> Result<Settled, Wait> {
        let change = panel::done(before, Tag::of(id), deed, at.ms)?;
        Ok(self.changed(before, change, (at.day, at.ms)))
    }

    /// What comes of it when these rows come in with it, from a file. It was not changed by that:
    /// its day stays.
    pub fn took_in(&self, before: &Replies, rows: Vec<Row>, ms: i64) -> Settled {
        let gone = Vec::new();
        let change = panel::Change { rows, gone };
        self.changed(before, change, (self.assessment.date, ms))
    }

    fn changed(&self, before: &Replies, change: panel::Change, at: (Day, i64)) -> Settled {
        let replies = change.of(before);
        Settled {
            committed: self.settled(before, &replies, at),
            change,
            replies,
        }
    }

    /// This, with what the replies come to, as a state of its own; nothing where that is what
    /// stands there.
    fn settled(
        &self,
        before: &Replies,
        replies: &Replies,
        (day, ms): (Day, i64),
    ) -> Option<Committed> {
        let stand = Medians::of(&self.assessment.parts);
        let ever = before.all().iter().chain(replies.all());
        let medians = settle_over(replies, ever, &stand);
        let changes: Vec<Change> = medians
            .changes(&self.assessment.parts)
            .into_iter()
            .enumerate()
            .map(|(place, (key, value))| Change {
                action: Action::PartWritten(key, value),
                day,
                ms,
                seen: self.revision,
                joined: place > 0,
            })
            .collect();
        (!changes.is_empty()).then(|| self.clone().commit(&changes, ms))
    }
}

#[cfg(test)]
#[path = "settled_tests.rs"]
mod tests;

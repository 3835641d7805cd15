//! A report while it is written, on the device of the one who is responsible: parts with keys, so
//! that it is saved, comes together with other tabs, and is stepped back in, like everything that
//! is entered. Which assignment it answers stands beside it, as for invitations
//! ([`crate::panel::invited`]).

use super::Status;
use super::report::{Assignment, Report, Reported};
use crate::address::Id;
use crate::assessment::{Action, Assessment, Key, Note, Parts};
use crate::catalogue::{Kind, Scope};
use crate::day::Day;
use crate::panel::{Invited, Respondent, Sending, Tag};

/// The collection of what is said of measures: stable for ever. Its rows are named by what stands
/// for the measures.
pub const DRAFT: &str = "report";

/// A field of what is said of a measure.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DraftCell {
    /// How far it has come.
    Status,
    /// Why it was dropped.
    Reason,
    /// How it goes.
    Note,
}

impl DraftCell {
    /// All of them.
    pub const ALL: [DraftCell; 3] = [DraftCell::Status, DraftCell::Reason, DraftCell::Note];

    /// The name in records and files: stable for ever.
    pub fn id(self) -> &'static str {
        match self {
            DraftCell::Status => "status",
            DraftCell::Reason => "reason",
            DraftCell::Note => "note",
        }
    }

    /// Where it stands for a measure.
    pub fn key(self, measure: Tag) -> Option<Key> {
        Key::new(DRAFT, &row(measure), self.id())
    }
}

fn row(measure: Tag) -> Id {
    Id::of_link(&format!("measure/{}", measure.hex()))
}

/// Whether a text may stand in a field of [`DRAFT`], as in a file; none where there is no such
/// field.
pub fn draft_holds(field: &str, text: &str) -> Option<bool> {
    let cell = DraftCell::ALL.into_iter().find(|cell| cell.id() == field)?;
    let fits = cell != DraftCell::Status || Status::parse(text).is_some();
    Some(text.is_empty() || fits)
}

/// Under which id a device keeps what is said to the assignment in this link.
pub fn draft_id(link: &str) -> Id {
    Id::of_link(&format!("assignment/{link}"))
}

/// Whether it is a report that is being written, and no assessment.
pub fn is_draft(assessment: &Assessment) -> bool {
    assessment.variant.asked().is_none() && Invited::of(&assessment.parts).is_some()
}

impl Assignment {
    /// As what a report to it begins, which came as this link: nobody's yet.
    pub fn blank(&self, link: &str, date: Day) -> Assessment {
        let mut blank = Assessment::blank(Kind::Other, Scope::Organisation, date);
        blank.name = self.name.clone();
        for action in begins(link, None) {
            blank.take_in(&action, date);
        }
        blank
    }

    /// What is said of each measure so far, in their order; of some nothing.
    pub fn said(&self, parts: &Parts) -> Vec<Reported> {
        let said = self.measures.iter().map(|one| {
            let text = |cell: DraftCell| {
                let key = cell.key(one.measure);
                key.map(|key| parts.get(&key)).unwrap_or_default()
            };
            let status = Status::parse(text(DraftCell::Status).as_str());
            Reported {
                measure: one.measure,
                status,
                // Nobody sees it any more who could take it away.
                reason: match status {
                    Some(Status::Dropped) => text(DraftCell::Reason),
                    _ => Note::default(),
                },
                note: text(DraftCell::Note),
            }
        });
        said.collect()
    }

    /// The report that this is, of the measures of which something is said.
    pub fn report(&self, parts: &Parts, respondent: Respondent, sending: &Sending) -> Report {
        let said = self.said(parts).into_iter();
        Report {
            tag: self.tag,
            respondent,
            number: sending.number,
            sent: sending.sent,
            measures: said.filter(|one| !one.is_empty()).collect(),
        }
    }

    /// What it says, as an id that stands for it.
    pub fn content(&self, parts: &Parts) -> Id {
        let mut text = String::new();
        for said in self.said(parts) {
            let status = said.status.map_or("-", Status::id);
            for part in [status, said.reason.as_str(), said.note.as_str()] {
                text.push_str(part);
                text.push('\0');
            }
        }
        Id::of_link(&text)
    }
}

/// What notes that somebody writes a report to the assignment in a link.
pub fn begins(link: &str, respondent: Option<Respondent>) -> Vec<Action> {
    Invited::begins(&draft_id(link), link, respondent, false)
}

/// What is noted where something is said of a measure.
pub fn saying(measure: Tag, cell: DraftCell, text: Note) -> Option<Action> {
    Some(Action::PartWritten(cell.key(measure)?, text))
}

//! What comes of what reports on measures ask for.

use forankring_core::assessment::Note;
use forankring_core::link::{assignment, gather_reports, report};
use forankring_core::panel::Tag;
use forankring_core::plan::Status;
use forankring_core::plan::report::{Assigned, Assignment};
use forankring_session::screens::reports::{Came, Wanted};

use super::World;

/// An assignment of one measure, of an assessment that is not kept here.
pub fn assignment_link() -> String {
    let measure = Assigned {
        measure: Tag::from_bytes([1; 5]),
        text: Note::parse("Spør tre kommuner").unwrap(),
        deadline: None,
        status: Status::default(),
    };
    let assignment = Assignment {
        tag: Tag::from_bytes([7; 5]),
        last: None,
        name: Default::default(),
        message: Default::default(),
        mail: None,
        responsible: Default::default(),
        measures: vec![measure],
    };
    assignment::encode(&assignment).unwrap()
}

impl World {
    /// What comes of what reports ask for.
    pub(super) fn reported(&mut self, wanted: Wanted) -> Came {
        match wanted {
            Wanted::Read(link) => Came::Read(assignment::decode(&link)),
            Wanted::Report(report) => Came::Report(report::encode(&report)),
            Wanted::Assign(asked) => {
                let all = asked.assignments().into_iter();
                Came::Assigned(all.flat_map(assignment::links).collect())
            }
            Wanted::Gather(text) => {
                let found = gather_reports(&text);
                let reports = found.links.into_iter().map(|(_, report)| report);
                Came::Gathered(reports.collect(), found.others.first().copied())
            }
            Wanted::Addressees => Came::Addressees(self.store.addressees()),
            Wanted::Copy(_) => Came::Copied(true),
        }
    }
}

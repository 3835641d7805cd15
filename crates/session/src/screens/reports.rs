//! What is asked of the browser for reports on measures, and what comes of it.

use forankring_core::address::Id;
use forankring_core::assessment::{Name, Parts};
use forankring_core::keeping::{Addressee, StorageProblem};
use forankring_core::link::{LinkProblem, Other, TooLong};
use forankring_core::plan::Plan;
use forankring_core::plan::report::{Assignment, Report, assignments};
use forankring_core::plan::wishes::Settings;

/// What those who are responsible are asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// Of which assessment.
    pub of: Id,
    /// Its parts: the plan, and how reports are asked for.
    pub parts: Parts,
    /// The organisation's name.
    pub name: Name,
}

impl Asked {
    /// What is asked of whom.
    pub fn assignments(&self) -> Vec<Assignment> {
        let set = Settings::of(&self.parts);
        let mut all = assignments(&Plan::of(&self.parts), &self.of);
        for one in &mut all {
            one.name = self.name.clone();
            one.message = set.message.clone();
            one.mail = set.mail.clone();
            one.last = set.last;
        }
        all
    }
}

/// What is asked of whom, each with its link.
pub type Assigned = Vec<(Assignment, Result<String, TooLong>)>;

/// What is asked of the browser, or of what is fetched for it. What answers is [`Came`].
#[derive(Clone, Debug, PartialEq)]
pub enum Wanted {
    /// Read an assignment.
    Read(String),
    /// Make the link of a report.
    Report(Box<Report>),
    /// Make the links of assignments.
    Assign(Asked),
    /// Look for reports in a text.
    Gather(String),
    /// Read which assessments are known here.
    Addressees,
    /// Copy a text.
    Copy(String),
}

/// What came of it.
#[derive(Clone, Debug, PartialEq)]
pub enum Came {
    /// An assignment was read.
    Read(Result<Assignment, LinkProblem>),
    /// The link of a report was made.
    Report(Result<String, TooLong>),
    /// Links of assignments were.
    Assigned(Assigned),
    /// The reports in a text, and the first of what else was found.
    Gathered(Vec<Report>, Option<Other>),
    /// What is known here.
    Addressees(Result<Vec<Addressee>, StorageProblem>),
    /// It was copied, or could not be.
    Copied(bool),
}

/// How a link or a text is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handing {
    /// By the clipboard.
    Copied,
    /// By a mail program, which the browser opens.
    Mailed,
    /// By the system's sheet for sharing.
    Sheet,
}

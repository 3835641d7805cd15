//! What stands in the way of opening something.

use forankring_core::keeping::StorageProblem;
use forankring_core::link::LinkProblem;

/// What stands in the way of opening something.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The address says nothing that exists.
    Place,
    /// No assessment with this id is kept here.
    NotFound,
    /// What is kept cannot be reached or read.
    Storage(StorageProblem),
    /// The link cannot be read.
    Link(LinkProblem),
    /// The link is locked.
    LinkLocked,
}

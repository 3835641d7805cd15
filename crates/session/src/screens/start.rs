//! The front page: what is kept, files, and what was received.

use super::{finder, intake, shelf};

/// What it shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What is kept.
    pub shelf: shelf::State,
    /// Files that are opened.
    pub intake: intake::State,
    /// The box for what was received.
    pub finder: finder::State,
    /// Whether something was dragged to where it can be opened: that unfolds.
    pub dragged: bool,
}

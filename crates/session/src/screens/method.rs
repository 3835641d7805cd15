//! The method page: an example whose answers can be changed.

use forankring_core::scoring::Answers;

use super::Command;

/// What it shows.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The answers of the example; none: as it comes.
    pub example: Option<Answers>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Other answers were chosen.
    Chosen(Box<Answers>),
    /// The example is to be as it comes.
    Reset,
}

impl State {
    pub(super) fn update(&mut self, event: Event) -> Vec<Command> {
        self.example = match event {
            Event::Chosen(answers) => Some(*answers),
            Event::Reset => None,
        };
        Vec::new()
    }
}

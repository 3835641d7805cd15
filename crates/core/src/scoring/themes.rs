//! What can be said of a theme over the levels.

use super::answers::{Answers, mean};
use crate::catalogue::{Answer, Item, Level, Theme};
use crate::numbers::Ratio;

/// The result of one theme over the levels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ThemeOutcome {
    /// Mean of its rated items, if any is rated.
    pub mean: Option<Ratio>,
    /// Highest minus lowest rating in half steps, if any is rated.
    pub gap: Option<u8>,
}

pub(super) fn outcome(answers: &Answers, theme: Theme) -> ThemeOutcome {
    let ratings = || {
        Level::ALL
            .into_iter()
            .filter_map(move |level| answers.get(Item { level, theme }).and_then(Answer::halves))
    };
    let highest = ratings().max();
    let lowest = ratings().min();
    ThemeOutcome {
        mean: mean(ratings()),
        gap: highest.zip(lowest).map(|(high, low)| high - low),
    }
}

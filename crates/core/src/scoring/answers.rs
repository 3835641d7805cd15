//! What is scored, and two ways of looking at it.

use crate::catalogue::{Answer, Level, PerItem, Step};

/// The answers that are scored: one for each item, or none yet.
pub type Answers = PerItem<Option<Answer>>;

/// How the rated items of a level are rated.
pub(super) fn ratings(answers: &Answers, level: Level) -> impl Iterator<Item = Step> {
    level
        .items()
        .into_iter()
        .filter_map(|item| answers.get(item).and_then(Answer::step))
}

/// The same answers with every don't-know counted as this step.
pub(super) fn dont_know_as(answers: &Answers, step: Step) -> Answers {
    PerItem::from_fn(|item| match answers.get(item) {
        Some(Answer::DontKnow) => Some(Answer::Rated(step)),
        other => *other,
    })
}

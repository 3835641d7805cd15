//! What is scored, and two ways of looking at it.

use crate::catalogue::{Answer, Level, PerItem, Step};
use crate::numbers::Ratio;

/// The answers that are scored: one for each item, or none yet.
pub type Answers = PerItem<Option<Answer>>;

/// How the rated items of a level are rated, in half steps.
pub(super) fn ratings(answers: &Answers, level: Level) -> impl Iterator<Item = u8> {
    level
        .items()
        .into_iter()
        .filter_map(|item| answers.get(item).and_then(Answer::halves))
}

/// The mean in steps of ratings in half steps, if there are any.
pub(super) fn mean(halves: impl Iterator<Item = u8>) -> Option<Ratio> {
    let (sum, count) = halves.fold((0, 0), |(sum, count), one| {
        (sum + u32::from(one), count + 2)
    });
    Ratio::new(sum, count)
}

/// The same answers with every don't-know counted as this step.
pub(super) fn dont_know_as(answers: &Answers, step: Step) -> Answers {
    PerItem::from_fn(|item| match answers.get(item) {
        Some(Answer::DontKnow) => Some(Answer::Rated(step)),
        other => *other,
    })
}

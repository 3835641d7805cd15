//! How answers become results (docs/method.md, "Scoring"). The rules stand here
//! in the same order; all arithmetic is exact.

mod answers;
mod indication;
mod moves;
#[cfg(test)]
mod properties;
pub mod said;
mod strongest;
#[cfg(test)]
mod tests;
mod themes;

pub use answers::Answers;
pub use indication::{Indication, indication};
pub use moves::{Move, lowest_first, moves_to, next_moves};
pub use strongest::strongest;
pub use themes::ThemeOutcome;

use answers::{dont_know_as, mean, ratings};

use crate::catalogue::{Answer, Item, Level, PerLevel, PerTheme, Step};
use crate::numbers::Ratio;

/// A level is scored when at least this many of its six items are rated …
pub const RATED_MIN: usize = 4;
/// … and at most this many are not applicable.
pub const NOT_APPLICABLE_MAX: usize = 2;
/// The bar between low and high in the pattern.
pub const PATTERN_BAR: u32 = 3;

/// How the six items of a level were answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Tally {
    /// Answered with a number.
    pub rated: usize,
    /// Answered with don't know.
    pub dont_know: usize,
    /// Answered with not applicable.
    pub not_applicable: usize,
    /// No answer yet.
    pub unanswered: usize,
}

/// What can be said of a level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Enough is answered.
    Scored {
        /// The highest k with mean at least k and no rated item below k − 1.
        stage: Step,
    },
    /// Too little is answered, or too much is not applicable.
    NotScored(Shortfall),
}

/// What keeps a level from being scored; at least one is not 0.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shortfall {
    /// How many more items must be rated.
    pub rated: usize,
    /// How many items are not applicable beyond what is allowed.
    pub not_applicable: usize,
}

/// Why a level has its stage: it is the lower of the two.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ceilings {
    /// How high the mean alone reaches.
    pub mean: Step,
    /// How high the lowest rated item alone lets it come: one above it.
    pub lowest: Step,
}

/// How a level stands against the stage that the organisation aims at.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// It is there, or above.
    Reached,
    /// So many stages are missing.
    Below(u8),
    /// The level is not scored.
    Unknown,
}

/// The result of one level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LevelOutcome {
    /// How its items were answered.
    pub tally: Tally,
    /// Mean of its rated items, if any is rated.
    pub mean: Option<Ratio>,
    /// Its stage, or that it is not scored.
    pub standing: Standing,
}

impl LevelOutcome {
    /// The stage, when the level is scored.
    pub fn stage(&self) -> Option<Step> {
        match self.standing {
            Standing::Scored { stage } => Some(stage),
            Standing::NotScored(_) => None,
        }
    }

    /// How it stands against a target.
    pub fn aim(&self, target: Step) -> Aim {
        match self.stage() {
            None => Aim::Unknown,
            Some(stage) => match target.number().saturating_sub(stage.number()) {
                0 => Aim::Reached,
                missing => Aim::Below(missing),
            },
        }
    }
}

/// Whether what is intended is also done. The bar is a mean of 3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pattern {
    /// Both intended and realised (forankret).
    Anchored,
    /// Intended only (uforløst).
    Unrealised,
    /// Realised only (framvoksende).
    Emergent,
    /// Neither (ikke på plass ennå).
    NotStarted,
}

impl Pattern {
    /// The stable name.
    pub fn id(self) -> &'static str {
        match self {
            Pattern::Anchored => "anchored",
            Pattern::Unrealised => "unrealised",
            Pattern::Emergent => "emergent",
            Pattern::NotStarted => "notStarted",
        }
    }
}

/// Whether every item has an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Completeness {
    /// All eighteen are answered.
    Complete,
    /// Something is unanswered: the headline is provisional.
    Provisional,
}

/// The headline and what stands beside it. It exists when all levels are scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Headline {
    /// The lowest of the three level stages.
    pub stage: Step,
    /// Whether anything is unanswered.
    pub completeness: Completeness,
    /// The mean of the three level means.
    pub mean: Ratio,
    /// The levels whose stage is the headline.
    pub binding: Vec<Level>,
    /// The items that bind them: those rated below the headline or, where a
    /// binding level has none, those rated at it or half a step above. None at stage 5.
    pub binding_items: Vec<Item>,
    /// The headline with every don't-know counted as 1, and as 5.
    pub range: (Step, Step),
    /// The items where one step down or up, alone, changes the headline. None: firm.
    pub sensitive: Vec<Item>,
    /// For each binding level below 5: the fewest steps that lift it by one stage.
    pub moves: Vec<(Level, Vec<Move>)>,
    /// Mean of the political and the executive mean.
    pub intended: Ratio,
    /// The operational mean.
    pub realised: Ratio,
    /// Intended against realised.
    pub pattern: Pattern,
}

impl Headline {
    /// The answers that hold a binding level where it is: all of them at one step.
    pub fn holding(&self, level: Level) -> impl Iterator<Item = Item> + '_ {
        let items = self.binding_items.iter().copied();
        items.filter(move |item| item.level == level)
    }
}

/// Everything that follows from the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// Each level.
    pub levels: PerLevel<LevelOutcome>,
    /// Each theme.
    pub themes: PerTheme<ThemeOutcome>,
    /// The whole, when all three levels are scored.
    pub headline: Option<Headline>,
}

/// Scores an assessment.
pub fn score(answers: &Answers) -> Outcome {
    Outcome {
        levels: PerLevel::from_fn(|level| level_outcome(answers, level)),
        themes: PerTheme::from_fn(|theme| themes::outcome(answers, theme)),
        headline: headline(answers),
    }
}

fn level_outcome(answers: &Answers, level: Level) -> LevelOutcome {
    let mut tally = Tally::default();
    for item in level.items() {
        match answers.get(item) {
            Some(Answer::Rated(_) | Answer::Between(_)) => tally.rated += 1,
            Some(Answer::DontKnow) => tally.dont_know += 1,
            Some(Answer::NotApplicable) => tally.not_applicable += 1,
            None => tally.unanswered += 1,
        }
    }
    LevelOutcome {
        tally,
        mean: mean(ratings(answers, level)),
        standing: match level_stage(answers, level) {
            Some(stage) => Standing::Scored { stage },
            None => Standing::NotScored(Shortfall {
                rated: RATED_MIN.saturating_sub(tally.rated),
                not_applicable: tally.not_applicable.saturating_sub(NOT_APPLICABLE_MAX),
            }),
        },
    }
}

/// Why the level has its stage, when any of its items is rated.
pub fn ceilings(answers: &Answers, level: Level) -> Option<Ceilings> {
    let mean = mean(ratings(answers, level))?;
    let lowest = Step::new(ratings(answers, level).min()? / 2)?;
    Some(Ceilings {
        mean: Step::ALL
            .into_iter()
            .rfind(|k| mean.at_least(u32::from(k.number())))?,
        lowest: lowest.up().unwrap_or(Step::HIGHEST),
    })
}

/// The items of a level that hold it at its stage.
fn binding_items(answers: &Answers, level: Level, stage: Step) -> Vec<Item> {
    let below = |limit: u8| -> Vec<Item> {
        let items = level.items().into_iter();
        let halves = |item: &Item| answers.get(*item).and_then(Answer::halves);
        let found = items.filter(|item| halves(item).is_some_and(|halves| halves < limit));
        found.collect()
    };
    let low = below(stage.number() * 2);
    match stage.up() {
        // At the stage; where several answered also half a step above it: these together hold the
        // mean below the next.
        Some(next) if low.is_empty() => below(next.number() * 2),
        _ => low,
    }
}

/// The stage of a level, when it is scored. This is called for every trial of
/// the sensitivity, so it only adds and compares.
fn level_stage(answers: &Answers, level: Level) -> Option<Step> {
    let (mut sum, mut rated, mut lowest, mut not_applicable) = (0u32, 0usize, u8::MAX, 0usize);
    for item in level.items() {
        match answers.get(item) {
            Some(Answer::NotApplicable) => not_applicable += 1,
            other => {
                if let Some(halves) = other.and_then(Answer::halves) {
                    sum += u32::from(halves);
                    rated += 1;
                    lowest = lowest.min(halves);
                }
            }
        }
    }
    if rated < RATED_MIN || not_applicable > NOT_APPLICABLE_MAX {
        return None;
    }
    let mean = Ratio::new(sum, u32::try_from(rated).ok()? * 2)?;
    Step::ALL
        .into_iter()
        .rev()
        .find(|k| mean.at_least(u32::from(k.number())) && lowest + 2 >= k.number() * 2)
}

/// The lowest level stage, when all levels are scored.
fn headline_stage(answers: &Answers) -> Option<Step> {
    let mut lowest = Step::HIGHEST;
    for level in Level::ALL {
        lowest = lowest.min(level_stage(answers, level)?);
    }
    Some(lowest)
}

fn headline(answers: &Answers) -> Option<Headline> {
    let stage = headline_stage(answers)?;
    let levels = PerLevel::from_fn(|level| level_outcome(answers, level));
    let means: Vec<Ratio> = levels
        .iter()
        .filter_map(|(_, outcome)| outcome.mean)
        .collect();
    let mean = |level| levels.get(level).mean;
    let intended = Ratio::mean_of(&[mean(Level::Political)?, mean(Level::Executive)?])?;
    let realised = mean(Level::Operational)?;
    let binding: Vec<Level> = levels
        .iter()
        .filter(|(_, outcome)| outcome.stage() == Some(stage))
        .map(|(level, _)| level)
        .collect();
    let complete = answers.iter().all(|(_, answer)| answer.is_some());
    Some(Headline {
        stage,
        completeness: if complete {
            Completeness::Complete
        } else {
            Completeness::Provisional
        },
        mean: Ratio::mean_of(&means)?,
        range: range(answers)?,
        sensitive: sensitive(answers, stage),
        moves: binding
            .iter()
            .map(|&level| (level, next_moves(answers, level, stage)))
            .filter(|(_, moves)| !moves.is_empty())
            .collect(),
        binding_items: binding
            .iter()
            .flat_map(|&level| binding_items(answers, level, stage))
            .collect(),
        binding,
        intended,
        realised,
        pattern: pattern(intended, realised),
    })
}

fn range(answers: &Answers) -> Option<(Step, Step)> {
    let counted_as = |step: Step| headline_stage(&dont_know_as(answers, step));
    Some((counted_as(Step::LOWEST)?, counted_as(Step::HIGHEST)?))
}

/// The stage of a level with every don't-know of it counted as 1, and as 5;
/// none where it is not scored. Beside the headline's range, for the drawing.
pub fn level_range(answers: &Answers, level: Level) -> Option<(Step, Step)> {
    level_stage(answers, level)?;
    let counted_as = |step: Step| level_stage(&dont_know_as(answers, step), level);
    Some((counted_as(Step::LOWEST)?, counted_as(Step::HIGHEST)?))
}

fn sensitive(answers: &Answers, stage: Step) -> Vec<Item> {
    let mut trial = *answers;
    let mut found = Vec::new();
    for (item, answer) in answers.iter() {
        let Some(halves) = answer.and_then(|answer| answer.halves()) else {
            continue;
        };
        // One step, or what is left of one.
        let moves = [halves.saturating_sub(2).max(2), (halves + 2).min(10)];
        let changes = moves.into_iter().any(|moved| {
            *trial.get_mut(item) = Answer::of_halves(moved);
            headline_stage(&trial) != Some(stage)
        });
        *trial.get_mut(item) = *answer;
        if changes {
            found.push(item);
        }
    }
    found
}

fn pattern(intended: Ratio, realised: Ratio) -> Pattern {
    match (
        intended.at_least(PATTERN_BAR),
        realised.at_least(PATTERN_BAR),
    ) {
        (true, true) => Pattern::Anchored,
        (true, false) => Pattern::Unrealised,
        (false, true) => Pattern::Emergent,
        (false, false) => Pattern::NotStarted,
    }
}

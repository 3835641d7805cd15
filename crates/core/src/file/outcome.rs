//! What follows from the answers, as it stands in a file: for people, and for programs
//! that do not score. It is not read back.

use serde::{Serialize, Serializer};

use crate::assessment::Assessment;
use crate::catalogue::{Item, Level, PerLevel, Step};
use crate::numbers::Ratio;
use crate::scoring::{Completeness, Headline, LevelOutcome, Move, Outcome, Pattern, score};

/// The field `result`.
#[derive(Serialize)]
pub(super) struct Computed {
    #[serde(serialize_with = "by_id")]
    levels: PerLevel<LevelFields>,
    headline: Option<HeadlineFields>,
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LevelFields {
    mean: Option<Ratio>,
    stage: Option<Step>,
    rated: usize,
    dont_know: usize,
    not_applicable: usize,
    unanswered: usize,
}

#[derive(Serialize)]
struct HeadlineFields {
    stage: Step,
    provisional: bool,
    mean: Ratio,
    binding: Vec<Level>,
    range: (Step, Step),
    sensitive: Vec<Item>,
    pattern: Pattern,
    moves: Vec<Move>,
}

impl Computed {
    pub fn of(assessment: &Assessment) -> Computed {
        let Outcome {
            levels, headline, ..
        } = score(&assessment.answers());
        Computed {
            levels: PerLevel::from_fn(|level| levels.get(level).into()),
            headline: headline.map(HeadlineFields::from),
        }
    }
}

fn by_id<S: Serializer>(levels: &PerLevel<LevelFields>, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.collect_map(levels.iter())
}

impl From<&LevelOutcome> for LevelFields {
    fn from(found: &LevelOutcome) -> LevelFields {
        let tally = found.tally;
        LevelFields {
            mean: found.mean,
            stage: found.stage(),
            rated: tally.rated,
            dont_know: tally.dont_know,
            not_applicable: tally.not_applicable,
            unanswered: tally.unanswered,
        }
    }
}

impl From<Headline> for HeadlineFields {
    fn from(headline: Headline) -> HeadlineFields {
        let moves = headline.moves.into_iter();
        HeadlineFields {
            stage: headline.stage,
            provisional: headline.completeness == Completeness::Provisional,
            mean: headline.mean,
            binding: headline.binding,
            range: headline.range,
            sensitive: headline.sensitive,
            pattern: headline.pattern,
            moves: moves.flat_map(|(_, moves)| moves).collect(),
        }
    }
}

/// A text, so that no program reads 2.8 as 2.7999999.
impl Serialize for Ratio {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.plain())
    }
}

impl Serialize for Pattern {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.id())
    }
}

//! A result as an object of JSON. Its fields are a format: what stands here is
//! never renamed or taken away. `levels` and `headline` are those of `result` in
//! the file format, and more. Nothing is built in between: a tree for each line
//! would take most of the time.

use forankring_core::catalogue::{Answer, Level};
use forankring_core::numbers::Ratio;
use forankring_core::scoring::{Answers, Headline, LevelOutcome, Move};
use serde::{Serialize, Serializer};

use crate::row::{self, Ids, Row};

/// The whole object.
#[derive(Serialize)]
pub struct Object<'a> {
    source: &'a str,
    line: u64,
    link: Option<&'a str>,
    kind: &'static str,
    scope: &'static str,
    variant: &'static str,
    by: &'static str,
    date: String,
    name: &'a str,
    procurement: &'a str,
    answers: Answered<'a>,
    levels: Levels,
    headline: Option<Head<'a>>,
}

impl<'a> Object<'a> {
    pub fn new(row: &Row<'a>, ids: &'a Ids) -> Object<'a> {
        let shown = row.shown;
        let level = |level| LevelFields::new(row.outcome.levels.get(level));
        let headline = row.outcome.headline.as_ref();
        Object {
            source: row.place.source,
            line: row.place.line,
            link: row.link,
            kind: shown.kind.id(),
            scope: shown.scope.id(),
            variant: shown.variant.id(),
            by: shown.by.id(),
            date: shown.date.iso(),
            name: shown.name.as_str(),
            procurement: shown.procurement.as_str(),
            answers: Answered(shown.answers(), ids),
            levels: Levels {
                political: level(Level::Political),
                executive: level(Level::Executive),
                operational: level(Level::Operational),
            },
            headline: headline.map(|headline| Head::new(headline, ids)),
        }
    }
}

/// The answers, each under its item's id.
struct Answered<'a>(Answers, &'a Ids);

impl Serialize for Answered<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Answered(answers, ids) = self;
        serializer.collect_map(
            ids.all()
                .map(|(item, id)| (id, answers.get(item).map(code))),
        )
    }
}

/// A step as a number, or the code of another answer.
#[derive(Serialize)]
#[serde(untagged)]
enum Code {
    Step(u8),
    Other(&'static str),
}

/// An answer as programs read it; the median of an even number of replies may be half a step.
pub fn told(answer: Answer) -> &'static str {
    match answer.halves() {
        Some(3) => "1.5",
        Some(5) => "2.5",
        Some(7) => "3.5",
        Some(9) => "4.5",
        _ => answer.code(),
    }
}

fn code(answer: Answer) -> Code {
    match answer {
        Answer::Rated(step) => Code::Step(step.number()),
        other => Code::Other(told(other)),
    }
}

#[derive(Serialize)]
struct Levels {
    political: LevelFields,
    executive: LevelFields,
    operational: LevelFields,
}

/// Means are texts so that no program reads 2.8 as 2.7999999.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct LevelFields {
    mean: Option<String>,
    stage: Option<u8>,
    rated: usize,
    dont_know: usize,
    not_applicable: usize,
    unanswered: usize,
}

impl LevelFields {
    fn new(found: &LevelOutcome) -> LevelFields {
        LevelFields {
            mean: found.mean.map(Ratio::plain),
            stage: found.stage().map(|stage| stage.number()),
            rated: found.tally.rated,
            dont_know: found.tally.dont_know,
            not_applicable: found.tally.not_applicable,
            unanswered: found.tally.unanswered,
        }
    }
}

#[derive(Serialize)]
struct Head<'a> {
    stage: u8,
    provisional: bool,
    mean: String,
    binding: Vec<&'static str>,
    range: [u8; 2],
    sensitive: Vec<&'a str>,
    firm: bool,
    pattern: &'static str,
    moves: Vec<Rise<'a>>,
}

impl<'a> Head<'a> {
    fn new(headline: &Headline, ids: &'a Ids) -> Head<'a> {
        let (low, high) = headline.range;
        let sensitive = headline.sensitive.iter();
        Head {
            stage: headline.stage.number(),
            provisional: row::provisional(headline),
            mean: headline.mean.plain(),
            binding: headline.binding.iter().map(|level| level.id()).collect(),
            range: [low.number(), high.number()],
            sensitive: sensitive.map(|item| ids.of(*item)).collect(),
            firm: row::firm(headline),
            pattern: headline.pattern.id(),
            moves: row::moves(headline)
                .map(|rise| Rise::new(rise, ids))
                .collect(),
        }
    }
}

/// One move: an item of a binding level, and between which steps.
#[derive(Serialize)]
struct Rise<'a> {
    level: &'static str,
    item: &'a str,
    from: u8,
    to: u8,
}

impl<'a> Rise<'a> {
    fn new(rise: &Move, ids: &'a Ids) -> Rise<'a> {
        Rise {
            level: rise.item.level.id(),
            item: ids.of(rise.item),
            from: rise.from.number(),
            to: rise.to.number(),
        }
    }
}

//! Writing a document. The computed result stands in the file too, for people
//! and programs that do not score; it is not read back.

use super::{Document, FORMAT, VERSION, moment};
use crate::assessment::{Assessment, Entry, NoteField};
use crate::catalogue::{Answer, AnsweredBy, INSTRUMENT, Level, PerLevel, Step, Variant};
use crate::json::Json;
use crate::numbers::Ratio;
use crate::scoring::{Completeness, Headline, LevelOutcome, Pattern, score};

/// The document as indented JSON, with a line break at its end. A moment of
/// saving outside the years 1 to 9999 is left out.
pub fn write(document: &Document) -> String {
    text(document, Some(result(&document.assessment)))
}

/// The same without the computed result: what the browser keeps, and all that
/// the answering page can write without loading the scoring.
pub fn write_bare(document: &Document) -> String {
    text(document, None)
}

fn text(document: &Document, result: Option<Json>) -> String {
    let mut text = fields(document, result).pretty();
    text.push('\n');
    text
}

/// The document as a tree, without the computed result.
pub(super) fn tree(document: &Document) -> Json {
    fields(document, None)
}

fn fields(document: &Document, result: Option<Json>) -> Json {
    let assessment = &document.assessment;
    let saved = document.saved.and_then(moment::write);
    let fields = [
        ("format", Some(FORMAT.into())),
        ("version", Some(VERSION.into())),
        ("instrument", Some(INSTRUMENT.into())),
        ("id", document.id.as_ref().map(|id| id.as_str().into())),
        ("saved", saved.map(Json::Text)),
        ("kind", Some(assessment.kind.id().into())),
        ("scope", Some(assessment.scope.id().into())),
        ("variant", variant(assessment)),
        ("answeredBy", answered_by(assessment)),
        ("name", Some(assessment.name.as_str().into())),
        ("procurement", procurement(assessment)),
        ("date", Some(assessment.date.iso().into())),
        ("answers", Some(answers(assessment))),
        ("strategy", strategy(assessment)),
        ("targets", targets(assessment)),
        ("result", result),
    ];
    present(fields)
}

/// An object of those fields that have a value.
fn present<'a>(fields: impl IntoIterator<Item = (&'a str, Option<Json>)>) -> Json {
    let named = |(name, value): (&str, Option<Json>)| Some((name.to_owned(), value?));
    Json::Fields(fields.into_iter().filter_map(named).collect())
}

/// An object of these fields.
fn object<const N: usize>(fields: [(&str, Json); N]) -> Json {
    present(fields.map(|(name, value)| (name, Some(value))))
}

fn list<T: Into<Json>>(values: impl IntoIterator<Item = T>) -> Json {
    Json::List(values.into_iter().map(Into::into).collect())
}

/// What is as most have it is left out.
fn variant(assessment: &Assessment) -> Option<Json> {
    match assessment.variant {
        Variant::Full => None,
        Variant::Quick => Some(Variant::Quick.id().into()),
    }
}

fn answered_by(assessment: &Assessment) -> Option<Json> {
    match assessment.by {
        AnsweredBy::Alone => None,
        AnsweredBy::Group => Some(AnsweredBy::Group.id().into()),
    }
}

fn procurement(assessment: &Assessment) -> Option<Json> {
    let name = &assessment.procurement;
    (!name.is_empty()).then(|| name.as_str().into())
}

fn strategy(assessment: &Assessment) -> Option<Json> {
    let fields = assessment.checklist.iter();
    let answered = fields.map(|(one, covered)| (one.id(), covered.map(|found| found.id().into())));
    (!assessment.checklist.is_empty()).then(|| present(answered))
}

fn targets(assessment: &Assessment) -> Option<Json> {
    let set = |(level, target): (Level, &Option<Step>)| {
        (level.id(), target.map(|step| step.number().into()))
    };
    let any = assessment.targets != PerLevel::default();
    any.then(|| present(assessment.targets.iter().map(set)))
}

fn answers(assessment: &Assessment) -> Json {
    let entries = assessment.entries.iter();
    let written = entries.filter(|(_, entry)| **entry != Entry::default());
    Json::Fields(
        written
            .map(|(item, found)| (item.id(), entry(found)))
            .collect(),
    )
}

fn entry(entry: &Entry) -> Json {
    let answer = entry.answer.map(|answer| match answer {
        Answer::Rated(step) => step.number().into(),
        other => other.code().into(),
    });
    let notes = NoteField::ALL.map(|field| {
        let note = entry.note(field);
        (field.id(), (!note.is_empty()).then(|| note.as_str().into()))
    });
    present([("answer", answer)].into_iter().chain(notes))
}

fn result(assessment: &Assessment) -> Json {
    let outcome = score(&assessment.answers());
    let levels = outcome.levels.iter();
    let levels = levels.map(|(level, found)| (level.id().to_owned(), level_result(found)));
    object([
        ("levels", Json::Fields(levels.collect())),
        ("headline", outcome.headline.as_ref().map(headline).into()),
    ])
}

fn level_result(found: &LevelOutcome) -> Json {
    object([
        ("mean", found.mean.map(Ratio::plain).into()),
        ("stage", found.stage().map(|stage| stage.number()).into()),
        ("rated", found.tally.rated.into()),
        ("dontKnow", found.tally.dont_know.into()),
        ("notApplicable", found.tally.not_applicable.into()),
        ("unanswered", found.tally.unanswered.into()),
    ])
}

fn headline(headline: &Headline) -> Json {
    let (low, high) = headline.range;
    let moves = headline
        .moves
        .iter()
        .flat_map(|(_, moves)| moves)
        .map(|rise| {
            object([
                ("item", rise.item.id().into()),
                ("from", rise.from.number().into()),
                ("to", rise.to.number().into()),
            ])
        });
    let provisional = headline.completeness == Completeness::Provisional;
    object([
        ("stage", headline.stage.number().into()),
        ("provisional", Json::Bool(provisional)),
        ("mean", headline.mean.plain().into()),
        (
            "binding",
            list(headline.binding.iter().map(|level| level.id())),
        ),
        ("range", list([low.number(), high.number()])),
        (
            "sensitive",
            list(headline.sensitive.iter().map(|item| item.id())),
        ),
        ("pattern", pattern(headline.pattern).into()),
        ("moves", list(moves)),
    ])
}

fn pattern(pattern: Pattern) -> &'static str {
    match pattern {
        Pattern::Anchored => "anchored",
        Pattern::Unrealised => "unrealised",
        Pattern::Emergent => "emergent",
        Pattern::NotStarted => "notStarted",
    }
}

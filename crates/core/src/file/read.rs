//! Reading a document: hostile until parsed, refused whole or read whole.

use super::{Document, FORMAT, FileProblem, Read, SIZE_MAX, VERSION, moment};
use crate::address::Id;
use crate::assessment::{Assessment, Entry, Name, Note, NoteField};
use crate::catalogue::{
    Answer, AnsweredBy, Covered, INSTRUMENT, Item, Kind, Level, Perspective, Scope, Step, Variant,
};
use crate::day::Day;
use crate::json::Json;

/// Fields of a file; others are reported, not refused.
const KNOWN: [&str; 16] = [
    "format",
    "version",
    "instrument",
    "id",
    "saved",
    "kind",
    "scope",
    "variant",
    "answeredBy",
    "name",
    "procurement",
    "date",
    "answers",
    "strategy",
    "targets",
    "result",
];
/// Fields of an item.
const KNOWN_OF_ITEM: [&str; 4] = ["answer", "reason", "evidence", "comment"];

/// Reads what [`super::write`] wrote, by this version or an earlier one.
///
/// # Errors
/// See [`FileProblem`]. Of several problems the first that is met is named.
#[cfg(not(target_arch = "wasm32"))]
pub fn read(text: &str) -> Result<Read, FileProblem> {
    read_with(text, crate::json::parse)
}

/// As `read`, with a parser of JSON: the browser brings its own.
///
/// # Errors
/// See [`FileProblem`]. Of several problems the first that is met is named.
pub fn read_with(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Read, FileProblem> {
    if text.len() > SIZE_MAX {
        return Err(FileProblem::TooLarge);
    }
    // Windows' editors put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = parse(text).ok_or(FileProblem::NotJson)?;
    if file.field("format").and_then(Json::text) != Some(FORMAT) {
        return Err(FileProblem::NotOurs);
    }
    check_version(&file, "version", VERSION)?;
    check_version(&file, "instrument", INSTRUMENT)?;
    let mut unknown = Vec::new();
    note_unknown(&file, &KNOWN, "", &mut unknown);
    let document = document(&file, &mut unknown)?;
    Ok(Read { document, unknown })
}

fn bad(place: impl Into<String>) -> FileProblem {
    FileProblem::Bad {
        place: place.into(),
    }
}

fn check_version(file: &Json, name: &str, newest: u8) -> Result<(), FileProblem> {
    match file.field(name).and_then(Json::whole) {
        Some(version) if version > u64::from(newest) => Err(FileProblem::Newer),
        Some(1..) => Ok(()),
        Some(0) | None => Err(bad(name)),
    }
}

fn note_unknown(object: &Json, known: &[&str], prefix: &str, unknown: &mut Vec<String>) {
    if let Json::Fields(fields) = object {
        let names = fields.iter().map(|(name, _)| name);
        let others = names.filter(|name| !known.contains(&name.as_str()));
        unknown.extend(others.map(|name| format!("{prefix}{name}")));
    }
}

fn document(file: &Json, unknown: &mut Vec<String>) -> Result<Document, FileProblem> {
    let kind = required(file, "kind", Kind::parse)?;
    let scope = required(file, "scope", Scope::parse)?;
    let date = required(file, "date", Day::parse_iso)?;
    let mut assessment = Assessment::blank(kind, scope, date);
    assessment.name = required(file, "name", |text| Name::parse(text).ok())?;
    assessment.variant = optional(file, "variant", Variant::parse)?.unwrap_or_default();
    assessment.by = optional(file, "answeredBy", AnsweredBy::parse)?.unwrap_or_default();
    assessment.procurement =
        optional(file, "procurement", |text| Name::parse(text).ok())?.unwrap_or_default();
    read_strategy(file, &mut assessment, unknown)?;
    read_targets(file, &mut assessment, unknown)?;
    let Some(Json::Fields(answers)) = file.field("answers") else {
        return Err(bad("answers"));
    };
    for (id, value) in answers {
        let place = format!("answers.{id}");
        let Some(item) = Item::parse(id) else {
            return Err(bad(place));
        };
        *assessment.entries.get_mut(item) = entry(value, &place, unknown)?;
    }
    Ok(Document {
        id: optional(file, "id", Id::parse)?,
        saved: optional(file, "saved", moment::read)?,
        assessment,
    })
}

/// The fields of an object that may be left out.
fn object<'a>(file: &'a Json, name: &str) -> Result<&'a [(String, Json)], FileProblem> {
    match file.field(name) {
        None => Ok(&[]),
        Some(Json::Fields(fields)) => Ok(fields),
        Some(_) => Err(bad(name)),
    }
}

/// What is answered about the strategy document. Perspectives that this version
/// does not know are reported, not refused: others may be added.
fn read_strategy(
    file: &Json,
    assessment: &mut Assessment,
    unknown: &mut Vec<String>,
) -> Result<(), FileProblem> {
    for (id, value) in object(file, "strategy")? {
        let place = format!("strategy.{id}");
        match Perspective::parse(id) {
            None => unknown.push(place),
            Some(perspective) => {
                let covered = value.text().and_then(Covered::parse);
                let covered = covered.ok_or_else(|| bad(place))?;
                assessment.checklist.set(perspective, Some(covered));
            }
        }
    }
    Ok(())
}

fn read_targets(
    file: &Json,
    assessment: &mut Assessment,
    unknown: &mut Vec<String>,
) -> Result<(), FileProblem> {
    for (id, value) in object(file, "targets")? {
        let place = format!("targets.{id}");
        match Level::ALL.into_iter().find(|level| level.id() == id) {
            None => unknown.push(place),
            Some(level) => {
                let number = value.whole().and_then(|number| u8::try_from(number).ok());
                let stage = number.and_then(Step::new).ok_or_else(|| bad(place))?;
                *assessment.targets.get_mut(level) = Some(stage);
            }
        }
    }
    Ok(())
}

/// A field that is a text of some form, when it is there.
fn optional<T>(
    file: &Json,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<Option<T>, FileProblem> {
    let parsed = |value: &Json| value.text().and_then(&parse).ok_or_else(|| bad(name));
    file.field(name).map(parsed).transpose()
}

/// A field that is a text of some form.
fn required<T>(
    file: &Json,
    name: &str,
    parse: impl Fn(&str) -> Option<T>,
) -> Result<T, FileProblem> {
    optional(file, name, parse)?.ok_or_else(|| bad(name))
}

fn entry(value: &Json, place: &str, unknown: &mut Vec<String>) -> Result<Entry, FileProblem> {
    if !matches!(value, Json::Fields(_)) {
        return Err(bad(place));
    }
    note_unknown(value, &KNOWN_OF_ITEM, &format!("{place}."), unknown);
    let mut entry = Entry::default();
    if let Some(found) = value.field("answer") {
        entry.answer = Some(answer(found).ok_or_else(|| bad(format!("{place}.answer")))?);
    }
    for field in NoteField::ALL {
        if let Some(found) = value.field(field.id()) {
            let note = found.text().and_then(|text| Note::parse(text).ok());
            *entry.note_mut(field) = note.ok_or_else(|| bad(format!("{place}.{}", field.id())))?;
        }
    }
    Ok(entry)
}

/// A whole number 1 to 5, or `dk` or `na`; never a number as text.
fn answer(value: &Json) -> Option<Answer> {
    match value {
        Json::Whole(number) => {
            let number = u8::try_from(*number).ok()?;
            Step::new(number).map(Answer::Rated)
        }
        Json::Text(code) => Answer::parse(code).filter(|answer| answer.step().is_none()),
        _ => None,
    }
}

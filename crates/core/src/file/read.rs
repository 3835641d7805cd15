//! Reading a document: hostile until parsed, refused whole or read whole.

use super::{Document, FORMAT, FileProblem, Read, SIZE_MAX, Unknown, VERSION, moment, shown};
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
    read_as::<true>(text, parse)
}

/// As [`read_with`], without a word about places and unknown fields: for the
/// browser's own records, where nobody reads them. Measured: 1 KB less to load.
///
/// # Errors
/// See [`FileProblem`]; a place is empty.
pub fn read_quietly(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Document, FileProblem> {
    read_as::<false>(text, parse).map(|read| read.document)
}

/// With `TOLD`, places and unknown fields are named.
fn read_as<const TOLD: bool>(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Read, FileProblem> {
    if text.len() > SIZE_MAX {
        return Err(FileProblem::TooLarge);
    }
    // Windows' editors put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    read_tree::<TOLD>(&parse(text).ok_or(FileProblem::NotJson)?)
}

/// Reads what a newer version of the format wrote, as far as it is understood:
/// to be looked at, never to be written back. What else it holds is not told.
///
/// # Errors
/// See [`FileProblem`]; also where the instrument is newer, for then its answers
/// mean something else.
pub fn read_newer(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Document, FileProblem> {
    let file = parse(text).ok_or(FileProblem::NotJson)?;
    read_version::<false>(&file, u8::MAX).map(|read| read.document)
}

/// Reads what has been parsed.
pub(super) fn read_tree<const TOLD: bool>(file: &Json) -> Result<Read, FileProblem> {
    read_version::<TOLD>(file, VERSION)
}

fn read_version<const TOLD: bool>(file: &Json, newest: u8) -> Result<Read, FileProblem> {
    if file.field("format").and_then(Json::text) != Some(FORMAT) {
        return Err(FileProblem::NotOurs);
    }
    let mut reader = Reader::<TOLD> {
        unknown: Unknown::default(),
    };
    check_version::<TOLD>(file, "version", newest)?;
    check_version::<TOLD>(file, "instrument", INSTRUMENT)?;
    reader.note_unknown(file, &KNOWN, String::new);
    let document = reader.document(file)?;
    Ok(Read {
        document,
        unknown: reader.unknown,
    })
}

/// The place is only worked out where it is told.
fn bad<const TOLD: bool>(place: impl FnOnce() -> String) -> FileProblem {
    let place = if TOLD { shown(&place()) } else { String::new() };
    FileProblem::Bad { place }
}

fn check_version<const TOLD: bool>(file: &Json, name: &str, newest: u8) -> Result<(), FileProblem> {
    match file.field(name).and_then(Json::whole) {
        Some(version) if version > u64::from(newest) => Err(FileProblem::Newer),
        Some(1..) => Ok(()),
        Some(0) | None => Err(bad::<TOLD>(|| name.to_owned())),
    }
}

/// Reads the parts of a file, and collects what it does not know.
struct Reader<const TOLD: bool> {
    unknown: Unknown,
}

impl<const TOLD: bool> Reader<TOLD> {
    fn note(&mut self, place: impl FnOnce() -> String) {
        if TOLD {
            self.unknown.note(place);
        }
    }

    fn note_unknown(&mut self, object: &Json, known: &[&str], prefix: impl Fn() -> String) {
        let Json::Fields(fields) = object else { return };
        for (name, _) in fields {
            if !known.contains(&name.as_str()) {
                self.note(|| format!("{}{name}", prefix()));
            }
        }
    }

    fn document(&mut self, file: &Json) -> Result<Document, FileProblem> {
        let kind = Self::required(file, "kind", Kind::parse)?;
        let scope = Self::required(file, "scope", Scope::parse)?;
        let date = Self::required(file, "date", Day::parse_iso)?;
        let name = |text: &str| Name::parse(text).ok();
        let mut assessment = Assessment::blank(kind, scope, date);
        assessment.name = Self::required(file, "name", name)?;
        assessment.variant = Self::optional(file, "variant", Variant::parse)?.unwrap_or_default();
        assessment.by = Self::optional(file, "answeredBy", AnsweredBy::parse)?.unwrap_or_default();
        assessment.procurement = Self::optional(file, "procurement", name)?.unwrap_or_default();
        self.strategy(file, &mut assessment)?;
        self.targets(file, &mut assessment)?;
        let Some(Json::Fields(answers)) = file.field("answers") else {
            return Err(bad::<TOLD>(|| "answers".to_owned()));
        };
        for (id, value) in answers {
            let Some(item) = Item::parse(id) else {
                return Err(bad::<TOLD>(|| format!("answers.{id}")));
            };
            *assessment.entries.get_mut(item) = self.entry(value, id)?;
        }
        Ok(Document {
            id: Self::optional(file, "id", Id::parse)?,
            saved: Self::optional(file, "saved", moment::read)?,
            assessment,
        })
    }

    /// The fields of an object that may be left out.
    fn object<'a>(file: &'a Json, name: &str) -> Result<&'a [(String, Json)], FileProblem> {
        match file.field(name) {
            None => Ok(&[]),
            Some(Json::Fields(fields)) => Ok(fields),
            Some(_) => Err(bad::<TOLD>(|| name.to_owned())),
        }
    }

    /// What is answered about the strategy document. Perspectives that this
    /// version does not know are reported, not refused: others may be added.
    fn strategy(&mut self, file: &Json, assessment: &mut Assessment) -> Result<(), FileProblem> {
        for (id, value) in Self::object(file, "strategy")? {
            let place = || format!("strategy.{id}");
            match Perspective::parse(id) {
                None => self.note(place),
                Some(perspective) => {
                    let covered = value.text().and_then(Covered::parse);
                    let covered = covered.ok_or_else(|| bad::<TOLD>(place))?;
                    assessment.checklist.set(perspective, Some(covered));
                }
            }
        }
        Ok(())
    }

    fn targets(&mut self, file: &Json, assessment: &mut Assessment) -> Result<(), FileProblem> {
        for (id, value) in Self::object(file, "targets")? {
            let place = || format!("targets.{id}");
            match Level::ALL.into_iter().find(|level| level.id() == id) {
                None => self.note(place),
                Some(level) => {
                    let number = value.whole().and_then(|number| u8::try_from(number).ok());
                    let stage = number.and_then(Step::new);
                    let stage = stage.ok_or_else(|| bad::<TOLD>(place))?;
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
        let refused = || bad::<TOLD>(|| name.to_owned());
        let parsed = |value: &Json| value.text().and_then(&parse).ok_or_else(refused);
        file.field(name).map(parsed).transpose()
    }

    /// A field that is a text of some form.
    fn required<T>(
        file: &Json,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
    ) -> Result<T, FileProblem> {
        Self::optional(file, name, parse)?.ok_or_else(|| bad::<TOLD>(|| name.to_owned()))
    }

    fn entry(&mut self, value: &Json, id: &str) -> Result<Entry, FileProblem> {
        let refused = |field: &str| bad::<TOLD>(|| format!("answers.{id}{field}"));
        if !matches!(value, Json::Fields(_)) {
            return Err(refused(""));
        }
        self.note_unknown(value, &KNOWN_OF_ITEM, || format!("answers.{id}."));
        let mut entry = Entry::default();
        if let Some(found) = value.field("answer") {
            entry.answer = Some(answer(found).ok_or_else(|| refused(".answer"))?);
        }
        for field in NoteField::ALL {
            if let Some(found) = value.field(field.id()) {
                let note = found.text().and_then(|text| Note::parse(text).ok());
                let place = || bad::<TOLD>(|| format!("answers.{id}.{}", field.id()));
                *entry.note_mut(field) = note.ok_or_else(place)?;
            }
        }
        Ok(entry)
    }
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

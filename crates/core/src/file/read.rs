//! Reading a document: hostile until parsed, refused whole or read whole.

use super::form::Form;
use super::{
    BACKUP_MAX, Document, FORMAT, FileProblem, Read, SIZE_MAX, VERSION, parts, replies, shown, tree,
};
use crate::catalogue::INSTRUMENT;
use crate::json::Json;

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
    told(&parsed(text, SIZE_MAX, parse)?)
}

/// As [`read_with`], for the browser's own records: places are not made fit to be
/// shown, for nobody reads them.
///
/// # Errors
/// See [`FileProblem`].
pub fn read_kept(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Document, FileProblem> {
    read_tree(&parsed(text, BACKUP_MAX, parse)?, VERSION).map(|read| read.document)
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
    read_tree(&file, u8::MAX).map(|read| read.document)
}

/// The tree of a text that is not too long.
pub(super) fn parsed(
    text: &str,
    max: usize,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Json, FileProblem> {
    if text.len() > max {
        return Err(FileProblem::TooLarge);
    }
    // Windows' editors put a byte order mark in front.
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    parse(text).ok_or(FileProblem::NotJson)
}

/// Reads what has been parsed, up to this version of the format.
pub(super) fn read_tree(file: &Json, newest: u8) -> Result<Read, FileProblem> {
    if !says(file, FORMAT) {
        return Err(FileProblem::NotOurs);
    }
    check_version(file, "version", newest)?;
    check_version(file, "instrument", INSTRUMENT)?;
    let (form, unknown) = tree::read::<Form<(), ()>>(file)?;
    Ok(Read {
        document: form.document(),
        unknown,
    })
}

/// What came in from outside: held to what each collection is for, with its replies, and with
/// places that can be shown.
pub(super) fn told(file: &Json) -> Result<Read, FileProblem> {
    let read = read_tree(file, VERSION).and_then(parts::understood);
    match read.and_then(|read| replies::understood(file, read)) {
        Ok(mut read) => {
            for place in &mut read.unknown.first {
                *place = shown(place);
            }
            Ok(read)
        }
        Err(FileProblem::Bad { place }) => Err(FileProblem::bad(&shown(&place))),
        Err(other) => Err(other),
    }
}

/// Whether a file says that it is of this format.
pub(super) fn says(file: &Json, format: &str) -> bool {
    file.field("format").and_then(Json::text) == Some(format)
}

/// A newer version may hold anything: nothing else is looked at.
pub(super) fn check_version(file: &Json, name: &str, newest: u8) -> Result<(), FileProblem> {
    match file.field(name).and_then(Json::whole) {
        Some(version) if version > u64::from(newest) => Err(FileProblem::Newer),
        Some(1..) => Ok(()),
        Some(0) | None => Err(FileProblem::bad(name)),
    }
}

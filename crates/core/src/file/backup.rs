//! Several assessments in one file: a back-up. Specified in docs/file-format.md.

use super::read::read_tree;
use super::write::tree;
use super::{Document, FileProblem, Read, moment};
use crate::json::Json;

/// What every back-up says that it is.
pub const BACKUP: &str = "forankring-backup";
/// The version of the format that is written.
const VERSION: u8 = 1;
/// Longer back-ups are refused unread, in bytes: hundreds of assessments full of
/// text stay below it.
pub const BACKUP_MAX: usize = 64 * 1024 * 1024;

/// A back-up of these, made at a moment in milliseconds since 1970.
pub fn write_backup(documents: &[Document], ms: i64) -> String {
    let list = documents.iter().map(tree).collect();
    let mut fields = vec![
        ("format".to_owned(), BACKUP.into()),
        ("version".to_owned(), VERSION.into()),
    ];
    if let Some(saved) = moment::write(ms) {
        fields.push(("saved".to_owned(), Json::Text(saved)));
    }
    fields.push(("assessments".to_owned(), Json::List(list)));
    let mut text = Json::Fields(fields).pretty();
    text.push('\n');
    text
}

/// A back-up of documents that are written already, with commas between them.
pub fn backup_of(documents: &str, ms: i64) -> String {
    let saved = moment::write(ms).unwrap_or_default();
    format!(
        "{{\n\"format\": \"{BACKUP}\",\n\"version\": {VERSION},\n\"saved\": \"{saved}\",\n\
         \"assessments\": [\n{documents}\n]\n}}\n"
    )
}

/// Reads a back-up, or a file with one assessment. Whole or not at all; what is
/// not known in it is named.
///
/// # Errors
/// See [`FileProblem`]; the place begins with `assessments.N.` in a back-up.
pub fn read_backup(
    text: &str,
    parse: impl FnOnce(&str) -> Option<Json>,
) -> Result<Vec<Read>, FileProblem> {
    if text.len() > BACKUP_MAX {
        return Err(FileProblem::TooLarge);
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let file = parse(text).ok_or(FileProblem::NotJson)?;
    if file.field("format").and_then(Json::text) != Some(BACKUP) {
        return read_tree::<true>(&file).map(|read| vec![read]);
    }
    let bad = |place: &str| FileProblem::Bad {
        place: place.to_owned(),
    };
    match file.field("version").and_then(Json::whole) {
        Some(version) if version > u64::from(VERSION) => return Err(FileProblem::Newer),
        Some(1..) => {}
        Some(0) | None => return Err(bad("version")),
    }
    let Some(Json::List(list)) = file.field("assessments") else {
        return Err(bad("assessments"));
    };
    let read = |(place, one): (usize, &Json)| {
        let place = |inner: &str| format!("assessments.{place}.{inner}");
        let mut read = read_tree::<true>(one).map_err(|problem| match problem {
            FileProblem::Bad { place: inner } => bad(&place(&inner)),
            FileProblem::NotOurs => bad(&place("format")),
            other => other,
        })?;
        for one in &mut read.unknown.first {
            *one = place(one);
        }
        Ok(read)
    };
    list.iter().enumerate().map(read).collect()
}

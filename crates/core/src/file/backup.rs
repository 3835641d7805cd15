//! Several assessments in one file: a back-up. Specified in docs/file-format.md.

use serde::Serialize;

use super::form::Form;
use super::read::{check_version, parsed, says, told};
use super::replies::RowForm;
use super::words::{Moment, text};
use super::write::bare;
use super::{BACKUP_MAX, Document, FileProblem, Read, moment};
use crate::json::Json;

/// What every back-up says that it is.
pub const BACKUP: &str = "forankring-backup";
/// The version of the format that is written.
const VERSION: u8 = 1;

#[derive(Serialize)]
struct Backup {
    format: &'static str,
    version: u8,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved: Option<Moment>,
    assessments: Vec<Form<(), Vec<RowForm>>>,
}

/// A back-up of these, made at a moment in milliseconds since 1970.
pub fn write_backup(documents: &[Document], ms: i64) -> String {
    text(&Backup {
        format: BACKUP,
        version: VERSION,
        saved: Moment::new(ms),
        assessments: documents.iter().map(bare).collect(),
    })
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
    let file = parsed(text, BACKUP_MAX, parse)?;
    if !says(&file, BACKUP) {
        return told(&file).map(|read| vec![read]);
    }
    check_version(&file, "version", VERSION)?;
    let Some(Json::List(list)) = file.field("assessments") else {
        return Err(FileProblem::bad("assessments"));
    };
    let read = |(place, one): (usize, &Json)| {
        let place = |inner: &str| format!("assessments.{place}.{inner}");
        let mut read = told(one).map_err(|problem| match problem {
            FileProblem::Bad { place: inner } => FileProblem::bad(&place(&inner)),
            FileProblem::NotOurs => FileProblem::bad(&place("format")),
            other => other,
        })?;
        read.unknown = read.unknown.inside(&place(""));
        Ok(read)
    };
    list.iter().enumerate().map(read).collect()
}

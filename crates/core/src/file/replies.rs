//! Replies as they stand in a file: the link that each came as, and what became of it. Apart
//! from the other fields, for whoever only answers loads nothing of this.

use serde::{Deserialize, Serialize};

use super::words::{Moment, text};
use super::{FileProblem, Read, Unknown, VERSION, tree};
use crate::assessment::Medians;
use crate::json::Json;
use crate::link::{LinkProblem, reply};
use crate::panel::{Replies, Row, settle_over};

/// The name of the field.
const FIELD: &str = "replies";

/// A reply in a file.
#[derive(Serialize, Deserialize)]
pub(super) struct RowForm {
    link: String,
    came: Moment,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    out: Option<Moment>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    from: Option<u16>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    to: Option<u16>,
}

/// A reply as a store holds it: its link, and what became of it ([`Row`]).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// The link, without `#`.
    pub link: String,
    /// When it was taken in, in milliseconds since 1970.
    pub came: i64,
    /// When it was taken out, if it was.
    pub out: Option<i64>,
    /// The number of the showing in which it entered what is shown.
    pub from: Option<u16>,
    /// The number of the showing in which it left again.
    pub to: Option<u16>,
}

impl From<&Row> for Stored {
    fn from(row: &Row) -> Stored {
        Stored {
            link: row.link.clone(),
            came: row.came,
            out: row.out,
            from: row.from,
            to: row.to,
        }
    }
}

impl RowForm {
    fn of(row: Stored) -> RowForm {
        // No clock of a browser is outside the years 1 to 9999.
        let moment = |ms| Moment::new(ms).unwrap_or(Moment(0));
        RowForm {
            link: row.link,
            came: moment(row.came),
            out: row.out.map(moment),
            from: row.from,
            to: row.to,
        }
    }
}

/// The field; nothing where there are no replies.
pub(super) fn field(replies: &Replies) -> Option<Vec<RowForm>> {
    let rows = replies.all().iter().map(|row| RowForm::of(row.into()));
    (!replies.is_empty()).then(|| rows.collect())
}

/// A document as [`super::write_bare`] writes it, with replies: what goes into a running back-up
/// without anything being read. Of what is kept, only whole links go along: one that was damaged
/// would make the whole back-up unreadable.
pub fn with_replies(document: &str, replies: Vec<Stored>) -> String {
    let whole = replies.into_iter().filter(|row| reply::is_whole(&row.link));
    let rows: Vec<RowForm> = whole.map(RowForm::of).collect();
    let Some(fields) = document.trim_end().strip_suffix("\n}") else {
        return document.to_owned();
    };
    if rows.is_empty() {
        return document.to_owned();
    }
    let rows = text(&rows).replace('\n', "\n  ");
    let fields = [1, 2].into_iter().fold(fields.to_owned(), |fields, old| {
        fields.replacen(&versioned(old), &versioned(VERSION), 1)
    });
    format!("{fields},\n  \"{FIELD}\": {}\n}}\n", rows.trim_end())
}

/// How a document says its version. No text in it has a line break.
fn versioned(version: u8) -> String {
    format!("\n  \"version\": {version},\n")
}

/// Reads the replies of a file, and what they come to: medians of their levels are theirs alone.
pub(super) fn understood(file: &Json, mut read: Read) -> Result<Read, FileProblem> {
    let rows = match file.field(FIELD) {
        None => return Ok(read),
        Some(Json::List(rows)) => rows,
        Some(_) => return Err(FileProblem::bad(FIELD)),
    };
    let rows = rows.iter().enumerate();
    let rows: Result<Vec<Row>, _> = rows
        .map(|(number, row)| row_of(row, &format!("{FIELD}.{number}."), &mut read.unknown))
        .collect();
    let replies = Replies::of(rows?);
    let parts = &mut read.document.assessment.parts;
    settle_over(&replies, replies.all().iter(), &Medians::of(parts)).keep_in(parts);
    read.document.replies = replies;
    Ok(read)
}

fn row_of(row: &Json, place: &str, unknown: &mut Unknown) -> Result<Row, FileProblem> {
    let bad = |inner: &str| FileProblem::bad(&format!("{place}{inner}"));
    let (form, others) = tree::read::<RowForm>(row).map_err(|problem| match problem {
        FileProblem::Bad { place } => bad(&place),
        other => other,
    })?;
    unknown.extend(others.inside(place));
    let reply = reply::decode(&form.link).map_err(|problem| match problem {
        LinkProblem::Newer => FileProblem::Newer,
        _ => bad("link"),
    })?;
    // What left what is shown had entered it before.
    if form
        .to
        .is_some_and(|to| form.from.is_none_or(|from| from >= to))
    {
        return Err(bad("to"));
    }
    Ok(Row {
        reply,
        link: form.link,
        came: form.came.0,
        out: form.out.map(|moment| moment.0),
        from: form.from,
        to: form.to,
    })
}

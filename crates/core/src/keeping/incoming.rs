//! What becomes of an assessment that comes in from a file.

use super::Kept;
use crate::file::Document;
use crate::panel::{Replies, Row, joined};

/// How it stands to what is kept under the same id.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fate {
    /// Nothing is kept under its id: it is added.
    New,
    /// The very same is kept: nothing is done.
    Same,
    /// It was saved later than what is kept: it is shown from now on, and what is
    /// kept now stands in the history.
    Newer,
    /// It is an earlier state of what is kept: nothing is done.
    Older,
    /// It is neither: it is added as one of its own.
    Conflicting,
}

impl Fate {
    /// Its stable name, such as `new`.
    pub fn id(self) -> &'static str {
        match self {
            Fate::New => "new",
            Fate::Same => "same",
            Fate::Newer => "newer",
            Fate::Older => "older",
            Fate::Conflicting => "conflicting",
        }
    }
}

/// Compares it with what is kept under its id, and with the earlier states of
/// that.
pub fn fate(document: &Document, kept: Option<&Kept>, earlier: &[Kept]) -> Fate {
    let Some(kept) = kept else { return Fate::New };
    if kept.assessment == document.assessment {
        return Fate::Same;
    }
    if earlier
        .iter()
        .any(|state| state.assessment == document.assessment)
    {
        return Fate::Older;
    }
    match document.saved {
        Some(saved) if saved > kept.saved => Fate::Newer,
        Some(_) | None => Fate::Conflicting,
    }
}

/// The same where replies are kept beside it: one that is the same but for a reply that is not
/// kept brings that.
pub fn fate_with(fate: Fate, file: &Replies, kept: &Replies) -> Fate {
    let known = |row: &Row| kept.find(&row.link).is_some();
    match fate {
        Fate::Same if !file.all().iter().all(known) => Fate::Newer,
        other => other,
    }
}

/// The replies that come in with an assessment of this fate. None that is kept goes.
pub fn rows_in(fate: Fate, file: &Replies, kept: &Replies) -> Vec<Row> {
    let rows = file.all().iter();
    match fate {
        Fate::Same | Fate::Older => Vec::new(),
        Fate::New | Fate::Conflicting => rows.cloned().collect(),
        Fate::Newer => joined(kept, file).rows,
    }
}

//! What becomes of an assessment that comes in from a file.

use super::Kept;
use crate::file::Document;

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

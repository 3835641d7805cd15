//! Writing a document.

use super::Document;
use super::form::Form;
use super::outcome::Computed;
use super::replies::{self, RowForm};
use super::words::text;

/// The document as indented JSON, with a line break at its end. A moment of
/// saving outside the years 1 to 9999 is left out.
pub fn write(document: &Document) -> String {
    let computed = Computed::of(&document.assessment);
    let replies = replies::field(&document.replies);
    text(&Form::new(document, replies, Some(computed)))
}

/// The same without replies and the computed result: what the browser keeps in a record, and all
/// that the answering page can write without loading the scoring.
pub fn write_bare(document: &Document) -> String {
    text(&Form::<(), ()>::new(document, None, None))
}

/// A document without its result.
pub(super) fn bare(document: &Document) -> Form<(), Vec<RowForm>> {
    Form::new(document, replies::field(&document.replies), None)
}

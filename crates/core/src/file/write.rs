//! Writing a document.

use serde::Serialize;

use super::Document;
use super::form::Form;
use super::outcome::Computed;

/// The document as indented JSON, with a line break at its end. A moment of
/// saving outside the years 1 to 9999 is left out.
pub fn write(document: &Document) -> String {
    let computed = Computed::of(&document.assessment);
    text(&Form::new(document, Some(computed)))
}

/// The same without the computed result: what the browser keeps, and all that
/// the answering page can write without loading the scoring.
pub fn write_bare(document: &Document) -> String {
    text(&bare(document))
}

/// A document without its result.
pub(super) fn bare(document: &Document) -> Form<()> {
    Form::new(document, None)
}

pub(super) fn text(form: &impl Serialize) -> String {
    // Into memory, with texts for all keys, nothing can fail.
    let mut text = serde_json::to_string_pretty(form).unwrap_or_default();
    text.push('\n');
    text
}

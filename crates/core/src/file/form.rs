//! A document as it stands in a file: its fields, in their order.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::words::{Format, Moment};
use super::{Document, PLAIN, VERSION, parts, table};
use crate::address::Id;
use crate::assessment::{Assessment, Entry, Name, Parts};
use crate::catalogue::{
    AnsweredBy, Checklist, INSTRUMENT, Kind, PerItem, PerLevel, Scope, Step, Variant,
};
use crate::day::Day;

/// The fields of a file. `R` is what it says of the result: written, never read.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = ""))]
pub(super) struct Form<R> {
    format: Format,
    version: u8,
    instrument: u8,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    id: Option<Id>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    saved: Option<Moment>,
    kind: Kind,
    scope: Scope,
    #[serde(default, skip_serializing_if = "is_usual")]
    variant: Variant,
    #[serde(default, skip_serializing_if = "is_usual")]
    answered_by: AnsweredBy,
    name: Name,
    #[serde(default, skip_serializing_if = "is_usual")]
    procurement: Name,
    date: Day,
    #[serde(with = "table")]
    answers: PerItem<Entry>,
    #[serde(default, with = "table", skip_serializing_if = "is_usual")]
    strategy: Checklist,
    #[serde(default, with = "table", skip_serializing_if = "is_usual")]
    targets: PerLevel<Option<Step>>,
    #[serde(default, with = "parts", skip_serializing_if = "Parts::is_empty")]
    parts: Parts,
    #[serde(
        default,
        deserialize_with = "ignored",
        skip_serializing_if = "Option::is_none"
    )]
    result: Option<R>,
}

/// What is as most have it is left out.
fn is_usual<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

fn ignored<'de, D: Deserializer<'de>, R>(deserializer: D) -> Result<Option<R>, D::Error> {
    IgnoredAny::deserialize(deserializer).map(|_| None)
}

impl<R> Form<R> {
    /// A moment of saving outside the years 1 to 9999 is left out.
    pub fn new(document: &Document, result: Option<R>) -> Form<R> {
        let assessment = document.assessment.clone();
        Form {
            format: Format,
            // Older readers would lose parts with keys, and nothing of the rest.
            version: match assessment.parts.is_empty() {
                true => PLAIN,
                false => VERSION,
            },
            instrument: INSTRUMENT,
            id: document.id.clone(),
            saved: document.saved.and_then(Moment::new),
            kind: assessment.kind,
            scope: assessment.scope,
            variant: assessment.variant,
            answered_by: assessment.by,
            name: assessment.name,
            procurement: assessment.procurement,
            date: assessment.date,
            answers: assessment.entries,
            strategy: assessment.checklist,
            targets: assessment.targets,
            parts: assessment.parts,
            result,
        }
    }

    pub fn document(self) -> Document {
        Document {
            id: self.id,
            saved: self.saved.map(|moment| moment.0),
            assessment: Assessment {
                kind: self.kind,
                scope: self.scope,
                variant: self.variant,
                by: self.answered_by,
                name: self.name,
                procurement: self.procurement,
                date: self.date,
                entries: self.answers,
                checklist: self.strategy,
                targets: self.targets,
                parts: self.parts,
            },
        }
    }
}

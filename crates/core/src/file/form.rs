//! A document as it stands in a file: its fields, in their order.

use serde::de::IgnoredAny;
use serde::{Deserialize, Deserializer, Serialize};

use super::words::{Format, Moment};
use super::{Document, KEYED, PLAIN, VERSION, parts, table};
use crate::address::Id;
use crate::assessment::{Assessment, Entry, Name, Part, Parts, median};
use crate::catalogue::{
    AnsweredBy, Checklist, INSTRUMENT, Kind, PerItem, PerLevel, Scope, Step, Variant,
};
use crate::day::Day;
use crate::panel::{Replies, invited, rounds};

/// The fields of a file. `R` is what it says of the result, written and never read; `Q` its
/// replies, which are read apart.
#[derive(Serialize, Deserialize)]
#[serde(rename_all = "camelCase", bound(deserialize = ""))]
pub(super) struct Form<R, Q> {
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
    replies: Option<Q>,
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

/// Whether a part has to do with asking others: readers of version 2 would leave it out, and
/// show what one person answered as the answers of many.
fn is_of_asking((key, _): &Part) -> bool {
    let collections = [
        median::COLLECTION,
        rounds::COLLECTION,
        invited::INVITED,
        invited::GATHERED,
    ];
    collections.contains(&key.collection())
}

impl<R, Q> Form<R, Q> {
    /// A moment of saving outside the years 1 to 9999 is left out.
    pub fn new(document: &Document, replies: Option<Q>, result: Option<R>) -> Form<R, Q> {
        let assessment = document.assessment.clone();
        Form {
            format: Format,
            // Older readers would lose what is newer than they are, and nothing of the rest.
            version: match replies {
                Some(_) => VERSION,
                None if assessment.parts.all().iter().any(is_of_asking) => VERSION,
                None if assessment.parts.is_empty() => PLAIN,
                None => KEYED,
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
            replies,
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
            replies: Replies::default(),
        }
    }
}

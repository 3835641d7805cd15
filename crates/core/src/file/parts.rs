//! Parts with keys as they stand in a file: texts under their keys.

use std::fmt;

use serde::de::{MapAccess, Visitor};
use serde::{Deserializer, Serializer};

use super::{FileProblem, Read};
use crate::assessment::median;
use crate::assessment::{Key, Note, Parts};
use crate::panel::{invited, rounds};
use crate::plan::draft;
use crate::{figures, plan, series};

pub(super) fn serialize<S: Serializer>(parts: &Parts, serializer: S) -> Result<S::Ok, S::Error> {
    let all = parts.all().iter();
    serializer.collect_map(all.map(|(key, value)| (key.as_str(), value.as_str())))
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Parts, D::Error> {
    deserializer.deserialize_map(ByKey)
}

struct ByKey;

impl<'de> Visitor<'de> for ByKey {
    type Value = Parts;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("texts under keys")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Parts, A::Error> {
        let mut parts = Parts::default();
        while let Some((key, value)) = map.next_entry::<Key, Note>()? {
            parts.set(&key, value);
        }
        Ok(parts)
    }
}

/// Holds what came in from outside to what may stand in the fields of each collection; what
/// is not known is noted, and not kept.
pub(super) fn understood(mut read: Read) -> Result<Read, FileProblem> {
    let parts = read.document.assessment.parts.clone();
    for (key, value) in parts.all() {
        let place = || format!("parts.{}", key.as_str());
        match holds(key, value.as_str()) {
            None => {
                read.unknown.note(place);
                read.document.assessment.parts.set(key, Note::default());
            }
            Some(true) => {}
            Some(false) => return Err(FileProblem::Bad { place: place() }),
        }
    }
    Ok(read)
}

/// Whether a text may stand there; none where nothing is known of such a place.
fn holds(key: &Key, text: &str) -> Option<bool> {
    match key.collection() {
        plan::COLLECTION => Some(plan::Field::parse(key.field())?.holds(text)),
        median::COLLECTION => median::holds(key.field(), text),
        rounds::COLLECTION => Some(rounds::Field::parse(key.field())?.holds(text)),
        plan::NOTES => plan::note_holds(key.field(), text),
        draft::DRAFT => draft::draft_holds(key.field(), text),
        plan::report::REPORTED => plan::report::reported_holds(key.field(), text),
        series::COLLECTION => Some(series::Field::parse(key.field())?.holds(text)),
        collection @ (invited::INVITED | invited::GATHERED) => {
            invited::holds(collection, key.field(), text)
        }
        collection => figures::holds(collection, key.field(), text),
    }
}

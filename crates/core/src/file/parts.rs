//! Collections as they stand in a file: rows under ids, fields under names.

use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{FileProblem, Read};
use crate::assessment::{Note, Parts};
use crate::plan;

pub(super) fn serialize<S: Serializer>(parts: &Parts, serializer: S) -> Result<S::Ok, S::Error> {
    parts.nested().serialize(serializer)
}

pub(super) fn deserialize<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Parts, D::Error> {
    Deserialize::deserialize(deserializer).map(Parts::from_nested)
}

/// Holds what came in from outside to what may stand in the fields of each collection; what
/// is not known is noted, and not kept.
pub(super) fn understood(mut read: Read) -> Result<Read, FileProblem> {
    let parts = read.document.assessment.parts.clone();
    for key in parts.keys() {
        let (collection, field) = (key.collection.as_str(), key.field.as_str());
        let known = plan::Field::parse(field).filter(|_| collection == plan::COLLECTION);
        let place = || format!("collections.{collection}.{}.{field}", key.row.as_str());
        match known {
            None => {
                read.unknown.note(place);
                read.document.assessment.parts.set(&key, Note::default());
            }
            Some(known) if known.holds(parts.get(&key).as_str()) => {}
            Some(_) => return Err(FileProblem::Bad { place: place() }),
        }
    }
    Ok(read)
}

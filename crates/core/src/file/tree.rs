//! A tree of JSON as what serde reads from. Of our own, for it does what we promise and
//! the libraries do not, or not for these bytes (ARCHITECTURE.md, "JSON"): it tells the
//! place that is wrong and the fields that are unknown, and reads fields in the order
//! in which the type declares them, not in that of the file. So of several problems the
//! same is told, whichever parser made the tree.

use std::{fmt, slice};

use serde::de::value::BorrowedStrDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, Error, Expected, MapAccess, SeqAccess, Unexpected, Visitor,
};
use serde::{Deserialize, forward_to_deserialize_any};

use super::{FileProblem, Unknown};
use crate::json::Json;

/// What a tree says, and what in it is not known.
///
/// # Errors
/// [`FileProblem::Bad`], with the first place that is not as it must be.
pub(super) fn read<'de, T: Deserialize<'de>>(
    value: &'de Json,
) -> Result<(T, Unknown), FileProblem> {
    let mut trail = Trail::default();
    let read = T::deserialize(Tree {
        value,
        trail: &mut trail,
    });
    match read {
        Ok(read) => return Ok((read, trail.unknown)),
        Err(Refused::Here) => {}
        Err(Refused::Absent) => trail.path.push(trail.absent),
    }
    let place = trail.path.join(".");
    Err(FileProblem::Bad { place })
}

/// The way from the root to where reading is, or has stopped.
#[derive(Default)]
struct Trail<'de> {
    path: Vec<&'de str>,
    /// The last field that was looked for and is not there.
    absent: &'static str,
    unknown: Unknown,
}

impl<'de> Trail<'de> {
    /// Notes the fields that are none of these.
    fn note(&mut self, fields: &'de [(String, Json)], known: &[&str]) {
        for (name, _) in fields {
            if !known.contains(&name.as_str()) {
                self.path.push(name);
                self.unknown.note(|| self.path.join("."));
                self.path.pop();
            }
        }
    }
}

/// What stops reading. The place is where the trail ends; the reason is not told.
#[derive(Debug)]
enum Refused {
    /// What stands there is not as it must be.
    Here,
    /// A field must stand there.
    Absent,
}

/// A value, and the way that led to it.
struct Tree<'de, 't> {
    value: &'de Json,
    trail: &'t mut Trail<'de>,
}

impl<'de> Tree<'de, '_> {
    fn fields(&self) -> Result<&'de [(String, Json)], Refused> {
        match self.value {
            Json::Fields(fields) => Ok(fields),
            _ => Err(Refused::Here),
        }
    }
}

impl<'de> Deserializer<'de> for Tree<'de, '_> {
    type Error = Refused;

    /// A text or a whole number: of anything else, the type says what it must be.
    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        match self.value {
            Json::Text(text) => visitor.visit_borrowed_str(text),
            Json::Whole(number) => visitor.visit_u64(*number),
            _ => Err(Refused::Here),
        }
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_map(All {
            rest: self.fields()?.iter(),
            value: self.value,
            trail: self.trail,
        })
    }

    /// By the names, which makes a third less code than by the fields of the file.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        names: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Refused> {
        self.trail.note(self.fields()?, names);
        visitor.visit_seq(Named {
            names: names.iter(),
            of: self.value,
            trail: self.trail,
        })
    }

    /// A field that is there has a value: its type refuses `null`.
    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_some(self)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, Refused> {
        visitor.visit_unit()
    }

    // No number with a point stands anywhere in a file.
    fn deserialize_f32<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        Err(Refused::Here)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Refused> {
        Err(Refused::Here)
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 char str string bytes byte_buf unit
        unit_struct newtype_struct seq tuple tuple_struct enum identifier
    }
}

/// Reads a field to which the trail has come, and leaves it.
fn inside<'de, V: DeserializeSeed<'de>>(
    trail: &mut Trail<'de>,
    value: &'de Json,
    seed: V,
) -> Result<V::Value, Refused> {
    let read = seed.deserialize(Tree { value, trail })?;
    trail.path.pop();
    Ok(read)
}

/// The fields with these names, in their order. One that is not there reads as the end
/// of the sequence: serde takes its default, or asks no further.
struct Named<'de, 't> {
    names: slice::Iter<'static, &'static str>,
    of: &'de Json,
    trail: &'t mut Trail<'de>,
}

impl<'de> Named<'de, '_> {
    fn next(&mut self) -> Option<&'de Json> {
        let name = *self.names.next()?;
        let value = self.of.field(name);
        match value {
            Some(_) => self.trail.path.push(name),
            None => self.trail.absent = name,
        }
        value
    }
}

impl<'de> SeqAccess<'de> for Named<'de, '_> {
    type Error = Refused;

    fn next_element_seed<V: DeserializeSeed<'de>>(
        &mut self,
        seed: V,
    ) -> Result<Option<V::Value>, Refused> {
        let Some(value) = self.next() else {
            return Ok(None);
        };
        inside(self.trail, value, seed).map(Some)
    }
}

/// All fields, in their order in the tree.
struct All<'de, 't> {
    rest: slice::Iter<'de, (String, Json)>,
    value: &'de Json,
    trail: &'t mut Trail<'de>,
}

impl<'de> MapAccess<'de> for All<'de, '_> {
    type Error = Refused;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, Refused> {
        let Some((name, value)) = self.rest.next() else {
            return Ok(None);
        };
        self.value = value;
        self.trail.path.push(name);
        let name = BorrowedStrDeserializer::new(name);
        seed.deserialize(name).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'de>>(&mut self, seed: V) -> Result<V::Value, Refused> {
        inside(self.trail, self.value, seed)
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("not as it must be")
    }
}

impl std::error::Error for Refused {}

impl Error for Refused {
    fn custom<T: fmt::Display>(_: T) -> Refused {
        Refused::Here
    }

    /// What serde makes of a sequence that ends before a field without a default.
    fn invalid_length(_: usize, _: &dyn Expected) -> Refused {
        Refused::Absent
    }

    // Without these, sentences that nobody reads would be put together.
    fn invalid_type(_: Unexpected, _: &dyn Expected) -> Refused {
        Refused::Here
    }

    fn invalid_value(_: Unexpected, _: &dyn Expected) -> Refused {
        Refused::Here
    }
}

//! How each value stands in a file: most as a text. One table for reading and writing.

use std::fmt;

use serde::de::{Error, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::{FORMAT, moment};
use crate::address::Id;
use crate::assessment::{Key, Name, Note};
use crate::catalogue::{
    Answer, AnsweredBy, Covered, Item, Kind, Level, Perspective, Scope, Step, Variant,
};
use crate::day::Day;

/// What every file says that it is.
pub(super) struct Format;

/// Milliseconds since 1970.
pub(super) struct Moment(pub i64);

impl Moment {
    /// A moment that can be written: in the years 1 to 9999.
    pub fn new(ms: i64) -> Option<Moment> {
        moment::write(ms).map(|_| Moment(ms))
    }
}

macro_rules! words {
    ($($kind:ty: $read:expr, $one:ident => $write:expr;)*) => { $(
        impl Serialize for $kind {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                let $one = self;
                serializer.serialize_str(&$write)
            }
        }

        impl<'de> Deserialize<'de> for $kind {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                deserializer.deserialize_str(Word($read))
            }
        }
    )* };
}

words! {
    Format: |text| (text == FORMAT).then_some(Format), _one => FORMAT;
    Moment: |text| moment::read(text).map(Moment),
        one => moment::write(one.0).unwrap_or_default();
    Id: Id::parse, one => one.as_str();
    Kind: Kind::parse, one => one.id();
    Scope: Scope::parse, one => one.id();
    Variant: Variant::parse, one => one.word();
    AnsweredBy: AnsweredBy::parse, one => one.id();
    Name: |text| Name::parse(text).ok(), one => one.as_str();
    Day: Day::parse_iso, one => one.iso();
    Item: Item::parse, one => one.id();
    Key: Key::parse, one => one.as_str();
    Note: |text| Note::parse(text).ok(), one => one.as_str();
    Perspective: Perspective::parse, one => one.id();
    Covered: Covered::parse, one => one.id();
    Level: |text| Level::ALL.into_iter().find(|one| one.id() == text), one => one.id();
}

/// Reads a text of some form.
struct Word<T>(fn(&str) -> Option<T>);

impl<T> Visitor<'_> for Word<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("a text of its form")
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<T, E> {
        allowed((self.0)(text))
    }
}

fn allowed<T, E: Error>(found: Option<T>) -> Result<T, E> {
    found.ok_or_else(|| E::custom("not allowed"))
}

impl Serialize for Step {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_u8(self.number())
    }
}

impl<'de> Deserialize<'de> for Step {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        allowed(Step::new(u8::deserialize(deserializer)?))
    }
}

impl Serialize for Answer {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Answer::Rated(step) => step.serialize(serializer),
            other => serializer.serialize_str(other.code()),
        }
    }
}

impl<'de> Deserialize<'de> for Answer {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(AnAnswer)
    }
}

/// A whole number 1 to 5, or `dk` or `na`; never a number as text.
struct AnAnswer;

impl Visitor<'_> for AnAnswer {
    type Value = Answer;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("1 to 5, dk or na")
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<Answer, E> {
        let step = u8::try_from(number).ok().and_then(Step::new);
        allowed(step.map(Answer::Rated))
    }

    fn visit_str<E: Error>(self, code: &str) -> Result<Answer, E> {
        allowed(Answer::parse(code).filter(|answer| answer.step().is_none()))
    }
}

/// As indented JSON, with a line break at its end.
pub(super) fn text(form: &impl Serialize) -> String {
    // Into memory, with texts for all keys, nothing can fail.
    let mut text = serde_json::to_string_pretty(form).unwrap_or_default();
    text.push('\n');
    text
}

//! Objects whose fields are named by ids: one for each item, level or perspective that
//! has a value. For `#[serde(with = "table")]`.

use std::fmt;
use std::marker::PhantomData;

use serde::de::{MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use crate::assessment::Entry;
use crate::catalogue::{
    Checklist, Covered, Item, LEVEL_IDS, Level, PERSPECTIVE_IDS, PerItem, PerLevel, Perspective,
    Step,
};

/// What has a value for some of its keys.
pub(super) trait Table: Default {
    type Key: Copy + Serialize + for<'de> Deserialize<'de> + 'static;
    type Value: for<'de> Deserialize<'de>;

    /// All keys and their ids, where others are noted as unknown: some may be added.
    /// Where there are none, an unknown key is refused.
    const KNOWN: Option<(&'static [&'static str], &'static [Self::Key])>;

    /// The values, in their order.
    fn values(&self) -> impl Iterator<Item = (Self::Key, impl Serialize)>;
    fn set(&mut self, key: Self::Key, value: Self::Value);
}

/// An answer to an item that is not known would be lost.
impl Table for PerItem<Entry> {
    type Key = Item;
    type Value = Entry;
    const KNOWN: Option<(&'static [&'static str], &'static [Item])> = None;

    fn values(&self) -> impl Iterator<Item = (Item, impl Serialize)> {
        self.iter().filter(|(_, entry)| **entry != Entry::default())
    }

    fn set(&mut self, item: Item, entry: Entry) {
        *self.get_mut(item) = entry;
    }
}

impl Table for Checklist {
    type Key = Perspective;
    type Value = Covered;
    const KNOWN: Option<(&'static [&'static str], &'static [Perspective])> =
        Some((&PERSPECTIVE_IDS, &Perspective::ALL));

    fn values(&self) -> impl Iterator<Item = (Perspective, impl Serialize)> {
        self.iter()
            .filter_map(|(one, covered)| Some((one, covered?)))
    }

    fn set(&mut self, perspective: Perspective, covered: Covered) {
        Checklist::set(self, perspective, Some(covered));
    }
}

impl Table for PerLevel<Option<Step>> {
    type Key = Level;
    type Value = Step;
    const KNOWN: Option<(&'static [&'static str], &'static [Level])> =
        Some((&LEVEL_IDS, &Level::ALL));

    fn values(&self) -> impl Iterator<Item = (Level, impl Serialize)> {
        self.iter()
            .filter_map(|(level, step)| Some((level, (*step)?)))
    }

    fn set(&mut self, level: Level, step: Step) {
        *self.get_mut(level) = Some(step);
    }
}

pub(super) fn serialize<T: Table, S: Serializer>(
    table: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(table.values())
}

pub(super) fn deserialize<'de, T: Table, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<T, D::Error> {
    let visitor = Values(PhantomData);
    match T::KNOWN {
        None => deserializer.deserialize_map(visitor),
        Some((ids, _)) => deserializer.deserialize_struct("", ids, visitor),
    }
}

struct Values<T>(PhantomData<T>);

impl<'de, T: Table> Visitor<'de> for Values<T> {
    type Value = T;

    fn expecting(&self, out: &mut fmt::Formatter) -> fmt::Result {
        out.write_str("values under ids")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<T, A::Error> {
        let mut table = T::default();
        while let Some((key, value)) = map.next_entry()? {
            table.set(key, value);
        }
        Ok(table)
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<T, A::Error> {
        let mut table = T::default();
        for key in T::KNOWN.map_or(&[][..], |(_, keys)| keys) {
            if let Some(value) = seq.next_element()? {
                table.set(*key, value);
            }
        }
        Ok(table)
    }
}

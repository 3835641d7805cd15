//! What stands beside the items: parts with keys, in collections such as the plan. Here they
//! are texts under names; what a collection means is said where it is used. So a page that
//! only answers carries what others entered without knowing what it is.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::Note;
use crate::address::Id;

/// The name of a collection, or of a field: 1 to 16 letters of `a-z`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Word(String);

impl Word {
    /// The word, if the text is one.
    pub fn parse(text: &str) -> Option<Word> {
        let fits = |byte: u8| byte.is_ascii_lowercase();
        ((1..=16).contains(&text.len()) && text.bytes().all(fits)).then(|| Word(text.to_owned()))
    }

    /// As text.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Where a part stands.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key {
    /// In which collection.
    pub collection: Word,
    /// In which of its rows, such as a measure.
    pub row: Id,
    /// Which field of it.
    pub field: Word,
}

impl Key {
    /// The key, from what [`Key::text`] writes.
    pub fn parse(text: &str) -> Option<Key> {
        let mut names = text.split('/');
        let key = Key {
            collection: Word::parse(names.next()?)?,
            row: Id::parse(names.next()?)?,
            field: Word::parse(names.next()?)?,
        };
        names.next().is_none().then_some(key)
    }

    /// As text, such as `plan/k7q2mzt4ab5hw3xe/deadline`: stands in records.
    pub fn text(&self) -> String {
        let (collection, row, field) = (&self.collection.0, self.row.as_str(), &self.field.0);
        format!("{collection}/{row}/{field}")
    }
}

/// The fields of a row that have a value, by their names.
pub type Row = BTreeMap<Word, Note>;
/// Rows by their ids, in collections by their names.
type Collections = BTreeMap<Word, BTreeMap<Id, Row>>;

/// All parts of an assessment that have keys. What has no value is not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Parts(Rc<Collections>);

impl Parts {
    /// So many characters fit, names counted as [`Parts::NAMES`] each: what is written as a
    /// file can be read as one.
    pub const ROOM: usize = 1_000_000;
    /// What a part takes besides its value.
    pub const NAMES: usize = 40;

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The value of a part; empty where there is none.
    pub fn get(&self, key: &Key) -> Note {
        let row = self
            .0
            .get(&key.collection)
            .and_then(|rows| rows.get(&key.row));
        let value = row.and_then(|row| row.get(&key.field));
        value.cloned().unwrap_or_default()
    }

    /// Gives a part a value; an empty one takes it away.
    pub fn set(&mut self, key: &Key, value: Note) {
        let collections = Rc::make_mut(&mut self.0);
        let rows = collections.entry(key.collection.clone()).or_default();
        let row = rows.entry(key.row.clone()).or_default();
        if value.is_empty() {
            row.remove(&key.field);
        } else {
            row.insert(key.field.clone(), value);
        }
        if row.is_empty() {
            rows.remove(&key.row);
        }
        if rows.is_empty() {
            collections.remove(&key.collection);
        }
    }

    /// The rows of a collection, in the order of their ids.
    pub fn rows(&self, collection: &Word) -> impl Iterator<Item = (&Id, &Row)> {
        self.0.get(collection).into_iter().flatten()
    }

    /// The keys of all parts, in their order.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.values().map(|(key, _)| key)
    }

    /// How many characters more would fit.
    pub fn room(&self) -> usize {
        let taken = self.values();
        let taken = taken.map(|(_, value)| value.as_str().chars().count() + Parts::NAMES);
        Parts::ROOM.saturating_sub(taken.sum())
    }

    fn values(&self) -> impl Iterator<Item = (Key, &Note)> {
        self.0.iter().flat_map(|(collection, rows)| {
            rows.iter().flat_map(move |(row, fields)| {
                fields.iter().map(move |(field, value)| {
                    let key = Key {
                        collection: collection.clone(),
                        row: row.clone(),
                        field: field.clone(),
                    };
                    (key, value)
                })
            })
        })
    }

    /// As it stands in a file.
    pub(crate) fn nested(&self) -> &Collections {
        &self.0
    }

    /// From what stands in a file, where empty values may stand.
    pub(crate) fn from_nested(mut nested: Collections) -> Parts {
        for rows in nested.values_mut() {
            for row in rows.values_mut() {
                row.retain(|_, value| !value.is_empty());
            }
            rows.retain(|_, row| !row.is_empty());
        }
        nested.retain(|_, rows| !rows.is_empty());
        Parts(Rc::new(nested))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(row: u8, field: &str) -> Key {
        Key {
            collection: Word::parse("plan").unwrap(),
            row: Id::from_bytes([row; 10]),
            field: Word::parse(field).unwrap(),
        }
    }

    #[test]
    fn words_and_keys_are_told_from_what_is_none() {
        for (text, is) in [
            ("plan", true),
            ("abcdefghijklmnop", true),
            ("abcdefghijklmnopq", false),
            ("", false),
            ("Plan", false),
            ("a b", false),
            ("a,b", false),
            ("å", false),
        ] {
            assert_eq!(Word::parse(text).is_some(), is, "{text}");
        }
        let whole = key(1, "deadline");
        assert_eq!(Key::parse(&whole.text()), Some(whole.clone()));
        for bad in [
            "plan/deadline".to_owned(),
            format!("{}/x", whole.text()),
            whole.text().replace("plan", ""),
            whole.text().to_uppercase(),
        ] {
            assert_eq!(Key::parse(&bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_emptied_is_gone() {
        let mut parts = Parts::default();
        let note = |text: &str| Note::parse(text).unwrap();
        parts.set(&key(1, "text"), note("Ring"));
        parts.set(&key(2, "text"), note("Spør"));
        let before = parts.clone();
        parts.set(&key(2, "status"), note("done"));
        assert_eq!(parts.keys().count(), 3);
        assert_eq!(parts.get(&key(2, "status")), note("done"));
        parts.set(&key(2, "status"), Note::default());
        assert_eq!(parts, before);
        assert_eq!(parts.room(), Parts::ROOM - 2 * (4 + 40));
        for row in [1, 2] {
            parts.set(&key(row, "text"), Note::default());
        }
        assert_eq!(parts, Parts::default());
        assert!(parts.is_empty());
    }
}

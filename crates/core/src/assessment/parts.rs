//! What stands beside the items: parts with keys, such as those of the plan. Here they are
//! texts under keys; what they mean is said where they are used. So a page that only answers
//! carries what others entered without knowing what it is.

use std::rc::Rc;

use super::Note;
use crate::address::Id;

/// The collection that stands where somebody else asked for what is entered: stable for ever. What
/// it holds, [`crate::panel::invited`] says.
pub const ASKED_FOR: &str = "invited";

/// Where a part stands: `collection/row/field`, such as `plan/k7q2mzt4ab5hw3xe/deadline`.
/// Collection and field are 1 to 16 letters of `a-z`, the row is an id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Key(String);

impl Key {
    /// The key of a field in a row of a collection, if both names are fit.
    pub fn new(collection: &str, row: &Id, field: &str) -> Option<Key> {
        Key::parse(&format!("{collection}/{}/{field}", row.as_str()))
    }

    /// The key, if the text is one.
    pub fn parse(text: &str) -> Option<Key> {
        let word = |text: &str| {
            let fits = |byte: u8| byte.is_ascii_lowercase();
            (1..=16).contains(&text.len()) && text.bytes().all(fits)
        };
        let (collection, rest) = text.split_once('/')?;
        let (row, field) = rest.split_once('/')?;
        let fits = word(collection) && word(field) && Id::parse(row).is_some();
        fits.then(|| Key(text.to_owned()))
    }

    /// As text: stands in records and files.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// In which collection.
    pub fn collection(&self) -> &str {
        self.0.split('/').next().unwrap_or_default()
    }

    /// In which of its rows.
    pub fn row(&self) -> &str {
        self.0.split('/').nth(1).unwrap_or_default()
    }

    /// Which field of it.
    pub fn field(&self) -> &str {
        self.0.split('/').nth(2).unwrap_or_default()
    }
}

/// A part: where it stands, and its value.
pub type Part = (Key, Note);

/// All parts of an assessment that have keys, in the order of these. What has no value is
/// not there.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Parts(Rc<Vec<Part>>);

impl Parts {
    /// So many characters fit, keys counted as [`Parts::NAMES`] each: what is written as a
    /// file can be read as one.
    pub const ROOM: usize = 1_000_000;
    /// What a part takes besides its value.
    pub const NAMES: usize = 40;

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// All of them.
    pub fn all(&self) -> &[Part] {
        &self.0
    }

    /// The value of a part; empty where there is none.
    pub fn get(&self, key: &Key) -> Note {
        let found = self.place(key).ok().and_then(|at| self.0.get(at));
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    /// Gives a part a value; an empty one takes it away.
    pub fn set(&mut self, key: &Key, value: Note) {
        let place = self.place(key);
        let parts = Rc::make_mut(&mut self.0);
        if let Ok(at) = place {
            parts.remove(at);
        }
        if !value.is_empty() {
            let (Ok(at) | Err(at)) = place;
            parts.insert(at, (key.clone(), value));
        }
    }

    fn place(&self, key: &Key) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(key))
    }

    /// The rows of a collection, in the order of their ids: each as its parts.
    pub fn rows(&self, collection: &str) -> impl Iterator<Item = &[Part]> {
        let rows = self.0.chunk_by(|(one, _), (next, _)| {
            (one.collection(), one.row()) == (next.collection(), next.row())
        });
        rows.filter(move |row| {
            row.first()
                .is_some_and(|(key, _)| key.collection() == collection)
        })
    }

    /// The parts of a collection, in the order of their keys: found by halving, where there are
    /// many of them.
    pub fn of(&self, collection: &str) -> &[Part] {
        let from = self
            .0
            .partition_point(|(key, _)| key.collection() < collection);
        let rest = self.0.get(from..).unwrap_or_default();
        let to = rest.partition_point(|(key, _)| key.collection() == collection);
        rest.get(..to).unwrap_or_default()
    }

    /// The keys of all parts, in their order.
    pub fn keys(&self) -> impl Iterator<Item = Key> + '_ {
        self.0.iter().map(|(key, _)| key.clone())
    }

    /// How many characters more would fit.
    pub fn room(&self) -> usize {
        let taken = self.0.iter();
        let taken = taken.map(|(_, value)| value.as_str().chars().count() + Parts::NAMES);
        Parts::ROOM.saturating_sub(taken.sum())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(row: u8, field: &str) -> Key {
        Key::new("plan", &Id::from_bytes([row; 10]), field).unwrap()
    }

    #[test]
    fn keys_are_told_from_what_is_none() {
        let row = Id::from_bytes([7; 10]);
        for (word, is) in [
            ("plan", true),
            ("abcdefghijklmnop", true),
            ("abcdefghijklmnopq", false),
            ("", false),
            ("Plan", false),
            ("a b", false),
            ("a,b", false),
            ("å", false),
            ("a/b", false),
        ] {
            assert_eq!(Key::new(word, &row, "text").is_some(), is, "{word}");
            assert_eq!(Key::new("plan", &row, word).is_some(), is, "{word}");
        }
        let whole = key(1, "deadline");
        assert_eq!(Key::parse(whole.as_str()), Some(whole.clone()));
        assert_eq!((whole.collection(), whole.field()), ("plan", "deadline"));
        assert_eq!(Id::parse(whole.row()), Some(Id::from_bytes([1; 10])));
        for bad in [
            "plan/deadline".to_owned(),
            format!("{}/x", whole.as_str()),
            whole.as_str().replace("plan", ""),
            whole.as_str().to_uppercase(),
        ] {
            assert_eq!(Key::parse(&bad), None, "{bad}");
        }
    }

    #[test]
    fn what_is_emptied_is_gone() {
        let mut parts = Parts::default();
        let note = |text: &str| Note::parse(text).unwrap();
        parts.set(&key(2, "text"), note("Spør"));
        parts.set(&key(1, "text"), note("Ring"));
        let before = parts.clone();
        parts.set(&key(2, "status"), note("done"));
        assert!(parts.all().is_sorted_by_key(|(key, _)| key));
        assert_eq!(
            parts.rows("plan").map(<[Part]>::len).collect::<Vec<_>>(),
            [1, 2]
        );
        assert_eq!(parts.rows("other").count(), 0);
        assert_eq!(parts.get(&key(2, "status")), note("done"));
        assert_eq!(parts.get(&key(3, "status")), Note::default());
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

//! What was deleted for good: a note of its ids, so that a tab that still shows one of
//! them, or was asleep meanwhile, does not write it again unasked.

use crate::address::Id;

/// So long a note is kept, in milliseconds: 90 days. No tab sleeps longer.
const KEPT_MS: i64 = 90 * 86_400_000;

/// The ids, with the moments in milliseconds since 1970.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Deleted(Vec<(Id, i64)>);

impl Deleted {
    /// Reads `id,milliseconds` with spaces between; what is no such pair is left out.
    pub fn read(text: &str) -> Deleted {
        let pair = |pair: &str| {
            let (id, ms) = pair.split_once(',')?;
            Some((Id::parse(id)?, ms.parse().ok()?))
        };
        Deleted(text.split(' ').filter_map(pair).collect())
    }

    /// As text.
    pub fn write(&self) -> String {
        let mut text = String::new();
        for (id, ms) in &self.0 {
            if !text.is_empty() {
                text.push(' ');
            }
            text.push_str(id.as_str());
            text.push(',');
            text.push_str(&ms.to_string());
        }
        text
    }

    /// Whether it is noted.
    pub fn has(&self, id: &Id) -> bool {
        self.0.iter().any(|(other, _)| other == id)
    }

    /// The ids that are noted.
    pub fn ids(&self) -> impl Iterator<Item = &Id> {
        self.0.iter().map(|(id, _)| id)
    }

    /// Notes these at a moment, and forgets what was noted long ago.
    pub fn note(&mut self, ids: impl IntoIterator<Item = Id>, ms: i64) {
        self.0.retain(|(_, at)| ms.saturating_sub(*at) < KEPT_MS);
        for id in ids {
            self.0.retain(|(other, _)| *other != id);
            self.0.push((id, ms));
        }
    }

    /// It is there again; whether it was noted.
    pub fn forget(&mut self, id: &Id) -> bool {
        let before = self.0.len();
        self.0.retain(|(other, _)| other != id);
        self.0.len() != before
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn id(n: u8) -> Id {
        Id::from_bytes([n; 10])
    }

    #[test]
    fn what_is_noted_is_known_until_it_is_old_or_back() {
        let mut deleted = Deleted::default();
        deleted.note([id(1), id(2)], 1_000);
        deleted.note([id(3)], 2_000);
        let read = Deleted::read(&deleted.write());
        assert_eq!(read, deleted);
        assert!(read.has(&id(1)) && read.has(&id(3)) && !read.has(&id(4)));
        assert!(deleted.forget(&id(2)) && !deleted.forget(&id(2)));
        deleted.note([], 1_000 + KEPT_MS);
        assert!(!deleted.has(&id(1)) && deleted.has(&id(3)));
        assert_eq!(
            Deleted::read("x,1 aaaaaaaaaaaaaaaa,b  "),
            Deleted::default()
        );
    }
}

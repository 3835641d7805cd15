//! To which of the assessments that are known here a reply is addressed.

use super::{Deleted, Record};
use crate::address::Id;
use crate::assessment::Name;
use crate::catalogue::Kind;
use crate::panel::Tag;

/// What is known of an assessment that a reply may be addressed to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Addressee {
    /// Its id.
    pub id: Id,
    /// Where it is.
    pub at: Whereabouts,
}

/// Where an assessment is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Whereabouts {
    /// It is kept here: what it is called, if that was entered, and what kind it is of.
    Here(Option<Name>, Kind),
    /// It lies in the bin.
    Bin,
    /// It stands here and cannot be read.
    Unreadable,
    /// It was deleted for good.
    Deleted,
}

impl Addressee {
    /// Whether a reply with this tag is addressed to it.
    pub fn has(&self, tag: Tag) -> bool {
        Tag::of(&self.id) == tag
    }
}

/// All that are known: those that are kept first.
pub fn addressees(records: &[Record], deleted: &Deleted) -> Vec<Addressee> {
    let kept = records.iter().filter_map(|record| {
        let at = match &record.kept {
            Err(_) => Whereabouts::Unreadable,
            Ok(kept) if kept.binned.is_some() => Whereabouts::Bin,
            Ok(kept) => {
                let of = &kept.assessment;
                Whereabouts::Here(of.called().cloned(), of.kind)
            }
        };
        let id = Id::parse(&record.key)?;
        Some(Addressee { id, at })
    });
    let mut known: Vec<Addressee> = kept.collect();
    for id in deleted.ids() {
        if !known.iter().any(|one| one.id == *id) {
            known.push(Addressee {
                id: id.clone(),
                at: Whereabouts::Deleted,
            });
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assessment::Assessment;
    use crate::catalogue::Scope;
    use crate::day::Day;
    use crate::keeping::{Kept, StorageProblem};

    #[test]
    fn a_reply_finds_where_its_assessment_is() {
        let id = |n: u8| Id::from_bytes([n; 10]);
        let blank = Assessment::blank(Kind::County, Scope::Organisation, Day::default());
        let kept = Kept::new(blank, 1);
        let record = |n: u8, kept: Result<Kept, StorageProblem>| Record {
            key: id(n).as_str().to_owned(),
            kept,
        };
        let strange = Record {
            key: "x".to_owned(),
            kept: Err(StorageProblem::Damaged),
        };
        let records = [
            record(1, Ok(kept.clone())),
            record(2, Ok(kept.in_bin(Some(7)))),
            record(3, Err(StorageProblem::Newer)),
            strange,
        ];
        let mut deleted = Deleted::default();
        // Brought back, it is there.
        deleted.note([id(1), id(4)], 5);
        let known = addressees(&records, &deleted);
        let at = |n: u8| {
            let of = known.iter().filter(|one| one.has(Tag::of(&id(n))));
            of.map(|one| one.at.clone()).collect::<Vec<_>>()
        };
        assert_eq!(at(1), [Whereabouts::Here(None, Kind::County)]);
        assert_eq!(at(2), [Whereabouts::Bin]);
        assert_eq!(at(3), [Whereabouts::Unreadable]);
        assert_eq!(at(4), [Whereabouts::Deleted]);
        assert_eq!(at(5), []);
    }
}

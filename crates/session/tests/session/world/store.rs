//! What all tabs share: records, their earlier states, and the note of what was deleted.
//! Each call is one transaction, after the browser's store (`crates/browser/storage`).

use std::collections::BTreeMap;

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::file::Document;
use forankring_core::keeping::{
    self, Addressee, Committed, Deleted, Fate, Found, Kept, Listed, Record, Settled,
    StorageProblem, Write,
};
use forankring_core::moment::Moment;
use forankring_core::panel::{Deed, Replies, Wait};
use forankring_session::screens::Act;

/// What the store lets one do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Mode {
    #[default]
    Works,
    /// What is kept can be read, and nothing more is.
    Full,
    /// Nothing can be reached.
    Blocked,
}

#[derive(Clone, Debug, Default)]
pub struct Store {
    pub mode: Mode,
    pub records: BTreeMap<String, Kept>,
    pub states: BTreeMap<(String, u32), Kept>,
    /// Replies to them.
    pub replies: BTreeMap<String, Replies>,
    pub deleted: Deleted,
    /// How often everything was deleted.
    pub emptied: u32,
}

type Outcome<T> = Result<T, StorageProblem>;

impl Store {
    fn reads(&self) -> Outcome<()> {
        match self.mode {
            Mode::Works | Mode::Full => Ok(()),
            Mode::Blocked => Err(StorageProblem::Missing),
        }
    }

    fn writes(&self) -> Outcome<()> {
        match self.mode {
            Mode::Full => Err(StorageProblem::Full),
            Mode::Works | Mode::Blocked => self.reads(),
        }
    }

    pub fn kept(&self, id: &Id) -> Option<&Kept> {
        self.records.get(id.as_str())
    }

    pub fn load(&self, id: &Id) -> Outcome<Found> {
        self.reads()?;
        Ok(self.found(id))
    }

    fn found(&self, id: &Id) -> Found {
        match self.kept(id) {
            Some(kept) => Found::Here(Box::new(kept.clone())),
            None if self.deleted.has(id) => Found::Deleted,
            None => Found::Absent,
        }
    }

    fn put(&mut self, id: &Id, committed: Committed) {
        let name = id.as_str().to_owned();
        for state in committed.earlier {
            self.states.insert((name.clone(), state.revision), state);
        }
        self.records.insert(name, committed.kept);
    }

    pub fn commit(&mut self, write: &Write, ms: i64) -> Outcome<Kept> {
        self.writes()?;
        let committed = keeping::write(self.found(&write.id), write, ms)?;
        let kept = committed.kept.clone();
        if write.revives {
            self.deleted.forget(&write.id);
        }
        self.put(&write.id, committed);
        Ok(kept)
    }

    pub fn replies(&self, id: &Id) -> Outcome<(Replies, usize)> {
        self.reads()?;
        let found = self.replies.get(id.as_str()).cloned();
        Ok((found.unwrap_or_default(), 0))
    }

    pub fn addressees(&self) -> Outcome<Vec<Addressee>> {
        Ok(keeping::addressees(&self.all()?, &self.deleted))
    }

    /// Both are written, or neither.
    pub fn do_to_replies(
        &mut self,
        id: &Id,
        deed: &Deed,
        at: Moment,
    ) -> Outcome<Result<Replies, Wait>> {
        self.writes()?;
        let kept = match self.found(id) {
            Found::Here(kept) => kept,
            Found::Deleted => return Err(StorageProblem::Deleted),
            Found::Absent => return Err(StorageProblem::Failed),
        };
        let before = self.replies(id)?.0;
        let settled = match kept.did(id, &before, deed, at) {
            Ok(settled) => settled,
            Err(wait) => return Ok(Err(wait)),
        };
        Ok(Ok(self.settle(id, settled)))
    }

    fn settle(&mut self, id: &Id, settled: Settled) -> Replies {
        let replies = settled.replies;
        self.replies.insert(id.as_str().to_owned(), replies.clone());
        if let Some(committed) = settled.committed {
            self.put(id, committed);
        }
        replies
    }

    /// Everything, with its replies.
    pub fn whole(&self) -> Outcome<Vec<(Record, Replies)>> {
        let of = |record: &Record| self.replies.get(&record.key).cloned().unwrap_or_default();
        let with = |record: Record| {
            let replies = of(&record);
            (record, replies)
        };
        Ok(self.all()?.into_iter().map(with).collect())
    }

    pub fn last_unfinished(&self) -> Outcome<Option<Id>> {
        self.reads()?;
        let open = self
            .records
            .iter()
            .filter(|(_, kept)| kept.binned.is_none() && kept.assessment.is_unfinished());
        let last = open.max_by_key(|(_, kept)| kept.saved);
        Ok(last.and_then(|(name, _)| Id::parse(name)))
    }

    pub fn all(&self) -> Outcome<Vec<Record>> {
        self.reads()?;
        let record = |(name, kept): (&String, &Kept)| Record {
            key: name.clone(),
            kept: Ok(kept.clone()),
        };
        Ok(self.records.iter().map(record).collect())
    }

    pub fn list(&self, first: usize) -> Outcome<Listed> {
        let mut records = self.all()?;
        let key = |record: &Record| {
            let kept = record.kept.as_ref().expect("nothing is damaged here");
            (kept.binned.is_some(), std::cmp::Reverse(kept.saved))
        };
        records.sort_by_key(key);
        let count = records.iter().filter(|one| one.shown().is_some()).count();
        let mut place = 0;
        records.retain(|one| {
            place += 1;
            place <= first || one.shown().is_none()
        });
        Ok(Listed { records, count })
    }

    pub fn states(&self, id: &Id) -> Outcome<Vec<Kept>> {
        self.reads()?;
        let own = self
            .states
            .iter()
            .filter(|((name, _), _)| name == id.as_str());
        let mut states: Vec<Kept> = own.map(|(_, kept)| kept.clone()).collect();
        states.reverse();
        Ok(states)
    }

    pub fn go_back(&mut self, id: &Id, state: Assessment, ms: i64) -> Outcome<()> {
        self.writes()?;
        let kept = self.kept(id).cloned().ok_or(StorageProblem::Failed)?;
        self.put(id, kept.go_back(state, ms));
        Ok(())
    }

    fn bin(&mut self, id: &Id, since: Option<i64>) -> Outcome<()> {
        let kept = self.kept(id).cloned().ok_or(StorageProblem::Failed)?;
        self.records
            .insert(id.as_str().to_owned(), kept.in_bin(since));
        Ok(())
    }

    fn put_new(&mut self, document: &Document, other: &Id, ms: i64) -> Id {
        let own = document.id.clone().filter(|own| self.kept(own).is_none());
        let id = own.unwrap_or_else(|| other.clone());
        self.deleted.forget(&id);
        let kept = Kept::new(document.assessment.clone(), document.saved_by(ms));
        self.records.insert(id.as_str().to_owned(), kept);
        id
    }

    fn erase(&mut self, name: &str) {
        self.records.remove(name);
        self.replies.remove(name);
        self.states.retain(|(own, _), _| own != name);
    }

    pub fn act(&mut self, act: &Act) -> Outcome<()> {
        self.writes()?;
        match act {
            Act::Bin(id, ms) => return self.bin(id, Some(*ms)),
            Act::Unbin(id) => return self.bin(id, None),
            Act::Add(document, id, ms) => drop(self.put_new(document, id, *ms)),
            Act::Forget(name, ms) => {
                self.erase(name);
                self.deleted.note(Id::parse(name), *ms);
            }
            Act::DeleteAll(ms, open) => {
                let kept = self.records.keys().filter_map(|one| Id::parse(one));
                let all: Vec<Id> = kept.chain(open.iter().cloned()).collect();
                self.records.clear();
                self.replies.clear();
                self.emptied += 1;
                self.states.clear();
                self.deleted.note(all, *ms);
            }
        }
        Ok(())
    }

    fn fate_of(&self, document: &Document) -> Fate {
        let Some(id) = &document.id else {
            return Fate::New;
        };
        let earlier = self.states(id).unwrap_or_default();
        let fate = keeping::fate(document, self.kept(id), &earlier);
        let replies = self.replies.get(id.as_str()).cloned();
        keeping::fate_with(fate, &document.replies, &replies.unwrap_or_default())
    }

    pub fn weigh(&self, documents: &[Document]) -> Outcome<Vec<Fate>> {
        self.reads()?;
        Ok(documents.iter().map(|one| self.fate_of(one)).collect())
    }

    pub fn take_in(
        &mut self,
        documents: Vec<(Document, Id)>,
        ms: i64,
    ) -> Outcome<Vec<(Fate, Option<Id>)>> {
        self.writes()?;
        let mut took = Vec::new();
        for (mut document, other) in documents {
            let fate = self.fate_of(&document);
            let replies = std::mem::take(&mut document.replies);
            let id = match fate {
                Fate::Same | Fate::Older => document.id,
                Fate::Newer => {
                    let found = document
                        .id
                        .as_ref()
                        .and_then(|id| Some((id, self.kept(id)?)));
                    if let Some((id, kept)) = found.map(|(id, kept)| (id.clone(), kept.clone())) {
                        let saved = document.saved_by(ms);
                        self.put(&id, kept.restore(document.assessment, saved));
                    }
                    document.id
                }
                Fate::Conflicting => {
                    document.id = None;
                    Some(self.put_new(&document, &other, ms))
                }
                Fate::New => Some(self.put_new(&document, &other, ms)),
            };
            if let Some(id) = &id {
                let kept = self.replies.entry(id.as_str().to_owned()).or_default();
                let (before, rows) = (kept.clone(), keeping::rows_in(fate, &replies, kept));
                if let Some(own) = self.kept(id) {
                    let settled = own.took_in(&before, rows, ms);
                    self.settle(id, settled);
                }
            }
            took.push((fate, id));
        }
        Ok(took)
    }
}

//! What the whole app does with records, and answering does not: list them, add
//! what came from outside, go back to earlier states, the bin.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::file::Document;
use forankring_core::keeping::{Fate, Kept, STATES_MAX, fate, superfluous};
use idb::KeyRange;
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::database::{Begun, Mode, Open, problem};
use super::record::{self, key, text};
use super::{Record, StorageProblem};

/// What is in the bin stays there for so long, in milliseconds: 30 days.
pub const BIN_MS: i64 = 30 * 86_400_000;

impl Record {
    /// When it was saved; unreadable ones come last.
    fn saved(&self) -> i64 {
        self.kept.as_ref().map_or(-1, |kept| kept.saved)
    }
}

/// What is kept, as the store holds it, last saved first.
pub struct Stored(Vec<JsValue>);

impl Stored {
    /// How many there are.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// The first so many; unreadable ones come last.
    pub fn read(&self, count: usize) -> Vec<Record> {
        let mut records: Vec<Record> = self.0.iter().take(count).map(read).collect();
        records.sort_by_key(|record| std::cmp::Reverse(record.saved()));
        records
    }
}

/// Everything that is kept.
pub async fn list() -> Result<Stored, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let values = begun
        .assessments()?
        .get_all(None, None)
        .map_err(problem)?
        .await
        .map_err(problem)?;
    begun.finished().await?;
    let mut values = values;
    values.sort_by_cached_key(|value| std::cmp::Reverse(record::saved(value)));
    Ok(Stored(values))
}

fn read(value: &JsValue) -> Record {
    Record {
        key: text(value, "id").unwrap_or_default(),
        kept: record::read(value),
    }
}

/// A record of a newer version, as far as it is understood.
pub async fn load_newer(id: &Id) -> Option<Kept> {
    let database = Open::database().await.ok()?;
    let begun = database.begin(Mode::Read).ok()?;
    record::read_newer(&stored(&begun, id).await.ok()??)
}

/// A record as it stands in the store, as text: for what can not be read.
pub async fn raw(name: &str) -> Result<Option<String>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let found = begun
        .assessments()?
        .get(JsValue::from_str(name))
        .map_err(problem)?
        .await
        .map_err(problem)?;
    Ok(found.and_then(|value| js_sys::JSON::stringify(&value).ok()?.as_string()))
}

/// Keeps an assessment that came from outside, under an id that is free: its
/// own, or else `other`. Returns the id. Nothing that was stored is changed.
pub async fn add(
    own: Option<Id>,
    assessment: Assessment,
    other: Id,
    ms: i64,
) -> Result<Id, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    let mut id = other;
    if let Some(own) = own
        && stored(&begun, &own).await?.is_none()
    {
        id = own;
    }
    record::put(&begun.assessments()?, &id, &Kept::new(assessment, ms)).await?;
    begun.finished().await?;
    Ok(id)
}

async fn stored(begun: &Begun, id: &Id) -> Result<Option<JsValue>, StorageProblem> {
    let found = begun.assessments()?.get(key(id)).map_err(problem)?;
    found.await.map_err(problem)
}

/// The earlier states of an assessment, latest first; those that can not be
/// read are left out.
pub async fn states(id: &Id) -> Result<Vec<Kept>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadAll)?;
    let values = begun
        .states()?
        .get_all(Some(of(id)?.into()), None)
        .map_err(problem)?
        .await
        .map_err(problem)?;
    let states = values.iter().filter_map(|value| record::read(value).ok());
    let mut states: Vec<Kept> = states.collect();
    states.reverse();
    Ok(states)
}

/// All states of an assessment.
fn of(id: &Id) -> Result<KeyRange, StorageProblem> {
    let bound = |revision: f64| Array::of2(&key(id), &JsValue::from_f64(revision)).into();
    KeyRange::bound(&bound(0.0), &bound(f64::INFINITY), None, None).map_err(problem)
}

/// Puts an assessment back to a state that it had; the present one is kept.
pub async fn go_back(id: &Id, state: Assessment, ms: i64) -> Result<Kept, StorageProblem> {
    change(id, |kept| {
        let committed = kept.restore(state, ms);
        (committed.kept, committed.earlier)
    })
    .await
}

/// Puts an assessment in the bin at a moment, or takes it out.
pub async fn bin(id: &Id, since: Option<i64>) -> Result<Kept, StorageProblem> {
    change(id, |kept| (kept.in_bin(since), Vec::new())).await
}

/// How an assessment from a file stands to what is kept here.
pub async fn weigh(document: &Document) -> Result<Fate, StorageProblem> {
    let Some(id) = &document.id else {
        return Ok(Fate::New);
    };
    let kept = super::load(id).await?;
    Ok(fate(document, kept.as_ref(), &states(id).await?))
}

/// Takes an assessment from a file in, as its fate says; `other` is a free id.
/// Nothing that is kept is lost: what is replaced stands in the history.
pub async fn take_in(
    document: Document,
    fate: Fate,
    other: Id,
    ms: i64,
) -> Result<(), StorageProblem> {
    match (fate, document.id) {
        (Fate::Same | Fate::Older, _) => Ok(()),
        (Fate::Newer, Some(id)) => go_back(&id, document.assessment, ms).await.map(drop),
        (Fate::Conflicting, _) => add(None, document.assessment, other, ms).await.map(drop),
        (Fate::New | Fate::Newer, id) => add(id, document.assessment, other, ms).await.map(drop),
    }
}

async fn change(
    id: &Id,
    how: impl FnOnce(Kept) -> (Kept, Vec<Kept>),
) -> Result<Kept, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    let found = stored(&begun, id).await?.ok_or(StorageProblem::Failed)?;
    let (kept, earlier) = how(record::read(&found)?);
    for state in &earlier {
        record::put(&begun.states()?, id, state).await?;
    }
    record::put(&begun.assessments()?, id, &kept).await?;
    begun.finished().await?;
    Ok(kept)
}

/// Deletes a record and its states for good.
pub async fn forget(name: &str) -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    erase(&begun, name).await?;
    begun.finished().await
}

async fn erase(begun: &Begun, name: &str) -> Result<(), StorageProblem> {
    let record = begun.assessments()?.delete(JsValue::from_str(name));
    record.map_err(problem)?.await.map_err(problem)?;
    if let Some(id) = Id::parse(name) {
        let states = begun.states()?.delete(of(&id)?);
        states.map_err(problem)?.await.map_err(problem)?;
    }
    Ok(())
}

/// Deletes what has been in the bin for 30 days, and earlier states that are no
/// longer kept.
pub async fn tidy(records: &[Record], now: i64) -> Result<(), StorageProblem> {
    for record in records {
        let Ok(kept) = &record.kept else { continue };
        if kept
            .binned
            .is_some_and(|since| now.saturating_sub(since) > BIN_MS)
        {
            forget(&record.key).await?;
        }
    }
    for id in with_many_states().await? {
        thin(&id, now).await?;
    }
    Ok(())
}

/// Those that have twice as many states as are kept at least.
async fn with_many_states() -> Result<Vec<Id>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadAll)?;
    let keys = begun.states()?.get_all_keys(None, None).map_err(problem)?;
    let names = keys.await.map_err(problem)?.into_iter();
    let names: Vec<String> = names
        .filter_map(|key| Array::from(&key).get(0).as_string())
        .collect();
    // Keys are sorted: those of one id stand together.
    let groups = names.chunk_by(|a, b| a == b);
    let many = groups.filter(|group| group.len() > 2 * STATES_MAX);
    Ok(many.filter_map(|group| Id::parse(group.first()?)).collect())
}

async fn thin(id: &Id, now: i64) -> Result<(), StorageProblem> {
    let found: Vec<(u32, i64)> = states(id)
        .await?
        .iter()
        .map(|state| (state.revision, state.saved))
        .collect();
    let dropped = superfluous(&found, now);
    if dropped.is_empty() {
        return Ok(());
    }
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    for revision in dropped {
        let name: JsValue = Array::of2(&key(id), &JsValue::from_f64(revision.into())).into();
        let deleted = begun.states()?.delete(name).map_err(problem)?;
        deleted.await.map_err(problem)?;
    }
    begun.finished().await
}

/// Deletes everything that is kept.
pub async fn delete_all() -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    for store in [&begun.assessments()?, &begun.states()?] {
        store.clear().map_err(problem)?.await.map_err(problem)?;
    }
    begun.finished().await
}

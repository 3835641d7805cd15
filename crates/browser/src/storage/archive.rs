//! What the whole app does with records, and answering does not: list them, add
//! what came from outside, go back to earlier states, the bin.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::file::Document;
use forankring_core::keeping::{
    Fate, Kept, Listed, Record, STATES_MAX, StorageProblem, fate, fate_with, rows_in, superfluous,
};
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::database::{Begun, Mode, Open, between, done};
use super::deleted;
use super::record::{self, key, stored};
use super::replies;

/// What is in the bin stays there for so long, in milliseconds: 30 days.
pub const BIN_MS: i64 = 30 * 86_400_000;

/// When a record was saved; unreadable ones come last.
fn saved(record: &Record) -> i64 {
    record.kept.as_ref().map_or(-1, |kept| kept.saved)
}

/// What is kept, last saved first: so many of them, and how many there are.
pub async fn list(first: usize) -> Result<Listed, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let values = done(begun.assessments()?.get_all()).await?;
    begun.finished().await?;
    let mut values = Array::from(&values).to_vec();
    // What is in the bin is shown by itself, and whole.
    values.sort_by_cached_key(|value| {
        (
            record::is_binned(value),
            std::cmp::Reverse(record::saved(value)),
        )
    });
    let out = values.iter().filter(|value| !record::is_binned(value));
    let count = out.count();
    let binned = values.iter().skip(count);
    let shown = values.iter().take(count.min(first));
    let mut records: Vec<Record> = shown.map(record::of).collect();
    records.sort_by_key(|record| std::cmp::Reverse(saved(record)));
    records.extend(binned.map(record::of));
    Ok(Listed { records, count })
}

/// Everything that is kept.
pub async fn all() -> Result<Vec<Record>, StorageProblem> {
    Ok(list(usize::MAX).await?.records)
}

/// A record of a newer version, as far as it is understood.
pub async fn load_newer(id: &Id) -> Option<Kept> {
    let database = Open::database().await.ok()?;
    let begun = database.begin(Mode::Read).ok()?;
    record::read_newer(&stored(&begun.assessments().ok()?, id).await.ok()??)
}

/// A record as it stands in the store, as text: for what cannot be read.
pub async fn raw(name: &str) -> Result<Option<String>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let found = done(begun.assessments()?.get(&JsValue::from_str(name))).await?;
    let found = (!found.is_undefined()).then_some(found);
    Ok(found.and_then(|value| js_sys::JSON::stringify(&value).ok()?.as_string()))
}

/// Keeps an assessment that came from outside, under an id that is free: its own, or else
/// `other`. Returns the id. Nothing that was stored is changed.
pub async fn add(document: &Document, other: Id, ms: i64) -> Result<Id, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    let id = put_new(&begun, document, other, ms).await?;
    begun.finished().await?;
    Ok(id)
}

/// The same within a transaction. What is brought in was not deleted. When it was saved
/// stays as the file says: it was not changed by coming in.
async fn put_new(
    begun: &Begun,
    document: &Document,
    other: Id,
    ms: i64,
) -> Result<Id, StorageProblem> {
    let mut id = other;
    if let Some(own) = &document.id
        && stored(&begun.assessments()?, own).await?.is_none()
    {
        id = own.clone();
    }
    deleted::forget(begun, &id).await?;
    let kept = Kept::new(document.assessment.clone(), document.saved_by(ms));
    record::put(&begun.assessments()?, &id, &kept).await?;
    Ok(id)
}

/// The earlier states of an assessment, latest first; those that cannot be read are left
/// out.
pub async fn states(id: &Id) -> Result<Vec<Kept>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadAll)?;
    states_in(&begun, id).await
}

async fn states_in(begun: &Begun, id: &Id) -> Result<Vec<Kept>, StorageProblem> {
    let values = done(begun.states()?.get_all_with_key(&of(id)?)).await?;
    let values = Array::from(&values);
    let states = values.iter().filter_map(|value| record::read(&value).ok());
    let mut states: Vec<Kept> = states.collect();
    states.reverse();
    Ok(states)
}

/// All states of an assessment.
fn of(id: &Id) -> Result<JsValue, StorageProblem> {
    let bound = |revision: f64| Array::of2(&key(id), &JsValue::from_f64(revision)).into();
    between(&bound(0.0), &bound(f64::INFINITY))
}

/// Puts an assessment back to a state that it had; the present one is kept.
pub async fn go_back(id: &Id, state: Assessment, ms: i64) -> Result<(), StorageProblem> {
    change(id, |kept| {
        let committed = kept.go_back(state, ms);
        (committed.kept, committed.earlier)
    })
    .await
}

/// Puts an assessment in the bin at a moment, or takes it out.
pub async fn bin(id: &Id, since: Option<i64>) -> Result<(), StorageProblem> {
    change(id, |kept| (kept.in_bin(since), Vec::new())).await
}

/// How an assessment from a file stands to what is kept here.
async fn fate_of(begun: &Begun, document: &Document) -> Result<Fate, StorageProblem> {
    let Some(id) = &document.id else {
        return Ok(Fate::New);
    };
    let value = stored(&begun.assessments()?, id).await?;
    let kept = value.as_ref().map(record::read).transpose()?;
    let fate = fate(document, kept.as_ref(), &states_in(begun, id).await?);
    Ok(match document.replies.is_empty() {
        true => fate,
        false => fate_with(fate, &document.replies, &replies::of(begun, id).await?.0),
    })
}

/// How these stand to what is kept here.
pub async fn weigh(documents: &[Document]) -> Result<Vec<Fate>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(mode(documents, Mode::ReadAll))?;
    let mut fates = Vec::new();
    for document in documents {
        fates.push(fate_of(&begun, document).await?);
    }
    Ok(fates)
}

/// What a transaction may do that is about these: one with replies needs their store.
fn mode<'a>(documents: impl IntoIterator<Item = &'a Document>, otherwise: Mode) -> Mode {
    match documents.into_iter().all(|one| one.replies.is_empty()) {
        true => otherwise,
        false => Mode::WriteAll,
    }
}

/// Takes these in, each as its fate says now, in one transaction; where it is added and
/// its own id is taken, under the id beside it. Nothing that is kept is lost: what is
/// replaced stands in the history. Says how each stood, and under which id it is kept.
pub async fn take_in(
    documents: Vec<(Document, Id)>,
    ms: i64,
) -> Result<Vec<(Fate, Option<Id>)>, StorageProblem> {
    let database = Open::database().await?;
    let which = documents.iter().map(|(document, _)| document);
    let begun = database.begin(mode(which, Mode::Write))?;
    let mut took = Vec::new();
    for (mut document, other) in documents {
        let fate = fate_of(&begun, &document).await?;
        let replies = std::mem::take(&mut document.replies);
        let id = match fate {
            Fate::Same | Fate::Older => document.id,
            Fate::Newer => {
                if let Some(id) = &document.id {
                    let (assessment, saved) = (document.assessment.clone(), document.saved_by(ms));
                    change_in(&begun, id, |kept| {
                        let committed = kept.restore(assessment, saved);
                        (committed.kept, committed.earlier)
                    })
                    .await?;
                }
                document.id
            }
            Fate::Conflicting => {
                document.id = None;
                Some(put_new(&begun, &document, other, ms).await?)
            }
            Fate::New => Some(put_new(&begun, &document, other, ms).await?),
        };
        if let (Some(id), false) = (&id, replies.is_empty()) {
            let (kept, _) = replies::of(&begun, id).await?;
            replies::take_in(&begun, id, rows_in(fate, &replies, &kept), ms).await?;
        }
        took.push((fate, id));
    }
    begun.finished().await?;
    Ok(took)
}

async fn change(
    id: &Id,
    how: impl FnOnce(Kept) -> (Kept, Vec<Kept>),
) -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    change_in(&begun, id, how).await?;
    begun.finished().await
}

async fn change_in(
    begun: &Begun,
    id: &Id,
    how: impl FnOnce(Kept) -> (Kept, Vec<Kept>),
) -> Result<(), StorageProblem> {
    let found = stored(&begun.assessments()?, id).await?;
    let found = found.ok_or(StorageProblem::Failed)?;
    let (kept, earlier) = how(record::read(&found)?);
    for state in &earlier {
        record::put(&begun.states()?, id, state).await?;
    }
    record::put(&begun.assessments()?, id, &kept).await
}

/// Deletes a record and its states for good, and notes that, at a moment.
pub async fn forget(name: &str, ms: i64) -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::WriteAll)?;
    erase(&begun, name).await?;
    let before = deleted::read(&begun).await?;
    deleted::note(&begun, before, Id::parse(name), ms).await?;
    begun.finished().await
}

async fn erase(begun: &Begun, name: &str) -> Result<(), StorageProblem> {
    done(begun.assessments()?.delete(&JsValue::from_str(name))).await?;
    if let Some(id) = Id::parse(name) {
        done(begun.states()?.delete(&of(&id)?)).await?;
        replies::erase(begun, &id).await?;
    }
    Ok(())
}

/// Deletes what has been in the bin for 30 days, and earlier states that are no longer
/// kept.
pub async fn tidy(now: i64) -> Result<(), StorageProblem> {
    for record in all().await? {
        let Ok(kept) = &record.kept else { continue };
        if kept
            .binned
            .is_some_and(|since| now.saturating_sub(since) > BIN_MS)
        {
            forget(&record.key, now).await?;
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
    let keys = Array::from(&done(begun.states()?.get_all_keys()).await?);
    let names = keys.iter();
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
        done(begun.states()?.delete(&name)).await?;
    }
    begun.finished().await
}

/// Deletes everything that is kept, and notes that, at a moment; these too, which may be
/// about to be written.
pub async fn delete_all(open: &[Id], ms: i64) -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::WriteAll)?;
    let keys = Array::from(&done(begun.assessments()?.get_all_keys()).await?);
    let ids = keys.iter().filter_map(|key| Id::parse(&key.as_string()?));
    let ids = ids.chain(open.iter().cloned());
    let before = deleted::read(&begun).await?;
    for store in [begun.assessments(), begun.states()] {
        done(store?.clear()).await?;
    }
    if begun.has_replies() {
        done(begun.replies()?.clear()).await?;
    }
    deleted::note(&begun, before, ids, ms).await?;
    begun.finished().await
}

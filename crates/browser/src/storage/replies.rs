//! Replies to what is kept: a store of their own, for they are other people's words. A record
//! for each, whose substance is the link that it came as, with its checksum. What they come to
//! is written to the assessment in the same transaction.

use forankring_core::address::Id;
use forankring_core::keeping::{
    Addressee, Found, Record, Settled, StorageProblem, addressees as known,
};
use forankring_core::link::reply;
use forankring_core::moment::Moment;
use forankring_core::panel::{Deed, Replies, Row, Wait};
use js_sys::{Array, Object, Reflect};
use wasm_bindgen::JsValue;

use super::database::{Begun, Mode, Open, between, done};
use super::record::{self, key, number, stored, text};
use super::{deleted, found};

/// The replies to an assessment, and how many records cannot be read: they are left as they are.
pub async fn replies(id: &Id) -> Result<(Replies, usize), StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadReplies)?;
    of(&begun, id).await
}

/// To which assessments a reply may be addressed: those that are kept here, and those that were
/// deleted.
pub async fn addressees() -> Result<Vec<Addressee>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::ReadAll)?;
    let values = Array::from(&done(begun.assessments()?.get_all()).await?);
    let records: Vec<Record> = values.iter().map(|value| record::of(&value)).collect();
    Ok(known(&records, &deleted::read(&begun).await?))
}

/// Does something to replies. What they come to stands in their assessment afterwards: both or
/// neither.
///
/// # Errors
/// [`StorageProblem::Deleted`] where the assessment was deleted for good. What cannot be shown
/// yet is no failure: [`Wait`].
pub async fn do_to_replies(
    id: &Id,
    deed: &Deed,
    at: Moment,
) -> Result<Result<Replies, Wait>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::WriteAll)?;
    let value = stored(&begun.assessments()?, id).await?;
    let kept = match found(&begun, id, value.as_ref()).await? {
        Found::Here(kept) => kept,
        Found::Deleted => return Err(StorageProblem::Deleted),
        Found::Absent => return Err(StorageProblem::Failed),
    };
    let (before, _) = of(&begun, id).await?;
    let settled = match kept.did(id, &before, deed, at) {
        Ok(settled) => settled,
        Err(wait) => return Ok(Err(wait)),
    };
    write(&begun, id, &settled).await?;
    begun.finished().await?;
    Ok(Ok(settled.replies))
}

/// Puts replies beside an assessment that came from outside, in the transaction that takes that
/// in, and what they come to in it.
pub(super) async fn take_in(
    begun: &Begun,
    id: &Id,
    rows: Vec<Row>,
    ms: i64,
) -> Result<(), StorageProblem> {
    if rows.is_empty() {
        return Ok(());
    }
    let value = stored(&begun.assessments()?, id).await?;
    let kept = record::read(&value.ok_or(StorageProblem::Deleted)?)?;
    let (before, _) = of(begun, id).await?;
    write(begun, id, &kept.took_in(&before, rows, ms)).await
}

/// Writes what came of something, within a transaction.
pub(super) async fn write(begun: &Begun, id: &Id, settled: &Settled) -> Result<(), StorageProblem> {
    put(begun, id, &settled.change.rows).await?;
    for link in &settled.change.gone {
        let name = Array::of2(&key(id), &link.into());
        done(begun.replies()?.delete(&name)).await?;
    }
    let Some(committed) = &settled.committed else {
        return Ok(());
    };
    for state in &committed.earlier {
        record::put(&begun.states()?, id, state).await?;
    }
    record::put(&begun.assessments()?, id, &committed.kept).await
}

/// Deletes the replies to an assessment.
pub(super) async fn erase(begun: &Begun, id: &Id) -> Result<(), StorageProblem> {
    match begun.has_replies() {
        true => done(begun.replies()?.delete(&all_of(id)?)).await.map(drop),
        false => Ok(()),
    }
}

/// All keys of an assessment: a link is a text, and no text is above an array.
fn all_of(id: &Id) -> Result<JsValue, StorageProblem> {
    let from = Array::of2(&key(id), &"".into());
    let to = Array::of2(&key(id), &Array::new());
    between(&from.into(), &to.into())
}

pub(super) async fn of(begun: &Begun, id: &Id) -> Result<(Replies, usize), StorageProblem> {
    let values = done(begun.replies()?.get_all_with_key(&all_of(id)?)).await?;
    let values = Array::from(&values);
    let rows: Vec<Row> = values.iter().filter_map(|value| read(&value)).collect();
    let damaged = values.length() as usize - rows.len();
    Ok((Replies::of(rows), damaged))
}

pub(super) fn read(value: &JsValue) -> Option<Row> {
    let link = text(value, "link")?;
    let small = |name| number(value, name).map(|number| number as u16);
    Some(Row {
        reply: reply::decode(&link).ok()?,
        link,
        came: number(value, "came")? as i64,
        out: number(value, "out").map(|ms| ms as i64),
        from: small("from"),
        to: small("to"),
    })
}

/// Puts rows in the store, over those of the same links. One request follows the other without
/// a wait: hundreds come in one go.
async fn put(begun: &Begun, id: &Id, rows: &[Row]) -> Result<(), StorageProblem> {
    let store = begun.replies()?;
    let mut last = None;
    for row in rows {
        let value = Object::new();
        let large = |ms: i64| JsValue::from_f64(ms as f64);
        let small = |number: u16| JsValue::from_f64(number.into());
        for (name, part) in [
            ("id", Some(key(id))),
            ("link", Some(JsValue::from_str(&row.link))),
            ("came", Some(large(row.came))),
            ("out", row.out.map(large)),
            ("from", row.from.map(small)),
            ("to", row.to.map(small)),
        ] {
            if let Some(part) = part {
                Reflect::set(&value, &name.into(), &part).map_err(|_| StorageProblem::Failed)?;
            }
        }
        last = Some(store.put(&value));
    }
    match last {
        // An earlier one that fails aborts the transaction, and so this one too.
        Some(request) => done(request).await.map(drop),
        None => Ok(()),
    }
}

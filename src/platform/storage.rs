//! What is kept in this browser: one record for each assessment, in IndexedDB.
//!
//! A record is `{ id, saved, document }`; `document` is the file format as
//! text. A change is written by reading the record, applying what happened to
//! it and putting it back, all in one transaction: two tabs never erase each
//! other's answers. Nothing counts as saved before the transaction's complete
//! event.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment};
use forankring_core::day::Day;
use forankring_core::file::{self, Document, FileProblem};
use idb::{Database, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction};
use js_sys::{Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbTransaction};

const DATABASE: &str = "forankring";
const VERSION: u32 = 1;
const STORE: &str = "assessments";

/// Why something could not be kept or read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StorageProblem {
    /// The browser has no storage for us, or a policy blocks it.
    Missing,
    /// There is no room.
    Full,
    /// What is stored there can not be read; it is left as it is.
    Damaged,
    /// What is stored there was written by a newer version; it is left as it is.
    Newer,
    /// Anything else, such as an aborted transaction.
    Failed,
}

/// Something that happened, on a day.
pub type Change = (Action, Day);

/// What is stored under an id, as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its key, as it stands in the store.
    pub key: String,
    /// What it holds.
    pub document: Result<Document, StorageProblem>,
}

impl Record {
    /// When it was saved, in milliseconds since 1970; unreadable ones come last.
    fn saved(&self) -> i64 {
        self.document
            .as_ref()
            .map_or(-1, |document| document.saved.unwrap_or(0))
    }
}

/// Everything that is kept, last saved first; unreadable records last.
pub async fn list() -> Result<Vec<Record>, StorageProblem> {
    let database = Open::database().await?;
    let (transaction, store) = database.begin(Mode::Read)?;
    let values = store
        .get_all(None, None)
        .map_err(problem)?
        .await
        .map_err(problem)?;
    finished(&transaction).await?;
    let mut records: Vec<Record> = Vec::with_capacity(values.len());
    // Insertion by time: a sort from the library costs more bytes than this.
    for record in values.iter().map(record) {
        let later = |other: &Record| other.saved() < record.saved();
        let at = records.iter().position(later).unwrap_or(records.len());
        records.insert(at, record);
    }
    Ok(records)
}

/// The assessment with this id, if it is kept here.
pub async fn load(id: &Id) -> Result<Option<Document>, StorageProblem> {
    let database = Open::database().await?;
    let (_, store) = database.begin(Mode::Read)?;
    let found = store
        .get(key(id))
        .map_err(problem)?
        .await
        .map_err(problem)?;
    found.map(|value| record(&value).document).transpose()
}

/// Keeps what happened to an assessment, and returns it as it is stored now:
/// with what other tabs have stored meanwhile. Where nothing is stored under
/// the id (a new assessment, or one deleted elsewhere), `whole` is.
pub async fn commit(
    id: &Id,
    changes: &[Change],
    whole: &Assessment,
    ms: i64,
) -> Result<Assessment, StorageProblem> {
    let database = Open::database().await?;
    let (transaction, store) = database.begin(Mode::Write)?;
    let found = store
        .get(key(id))
        .map_err(problem)?
        .await
        .map_err(problem)?;
    let assessment = match found.map(|value| record(&value).document).transpose()? {
        None => whole.clone(),
        Some(stored) => changes
            .iter()
            .fold(stored.assessment, |kept, (action, day)| {
                kept.apply(action, *day)
            }),
    };
    let document = Document {
        id: Some(id.clone()),
        saved: Some(ms),
        assessment,
    };
    put(&store, id, &document).await?;
    finished(&transaction).await?;
    Ok(document.assessment)
}

/// Keeps a document that came from outside, under an id that is free: its own,
/// or else `other`. Returns the id. Nothing that was stored is changed.
pub async fn add(document: &Document, other: Id, ms: i64) -> Result<Id, StorageProblem> {
    let database = Open::database().await?;
    let (transaction, store) = database.begin(Mode::Write)?;
    let id = match document.id.clone() {
        Some(own) => {
            let taken = store
                .get(key(&own))
                .map_err(problem)?
                .await
                .map_err(problem)?;
            if taken.is_none() { own } else { other }
        }
        None => other,
    };
    let document = Document {
        id: Some(id.clone()),
        saved: Some(ms),
        assessment: document.assessment.clone(),
    };
    put(&store, &id, &document).await?;
    finished(&transaction).await?;
    Ok(id)
}

/// Deletes everything that is kept.
pub async fn delete_all() -> Result<(), StorageProblem> {
    let database = Open::database().await?;
    let (transaction, store) = database.begin(Mode::Write)?;
    store.clear().map_err(problem)?.await.map_err(problem)?;
    finished(&transaction).await
}

async fn put(store: &ObjectStore, id: &Id, document: &Document) -> Result<(), StorageProblem> {
    let value = Object::new();
    let saved = JsValue::from_f64(document.saved.unwrap_or(0) as f64);
    for (name, part) in [
        ("id", key(id)),
        ("saved", saved),
        ("document", JsValue::from_str(&file::write_bare(document))),
    ] {
        Reflect::set(&value, &name.into(), &part).map_err(|_| StorageProblem::Failed)?;
    }
    store
        .put(&value, None)
        .map_err(problem)?
        .await
        .map_err(problem)?;
    Ok(())
}

fn key(id: &Id) -> JsValue {
    JsValue::from_str(id.as_str())
}

fn record(value: &JsValue) -> Record {
    let text = |name: &str| Reflect::get(value, &name.into()).ok()?.as_string();
    let document = text("document")
        .ok_or(StorageProblem::Damaged)
        .and_then(|text| match file::read_with(&text, super::json::parse) {
            Ok(read) => Ok(read.document),
            Err(FileProblem::Newer) => Err(StorageProblem::Newer),
            Err(_) => Err(StorageProblem::Damaged),
        });
    Record {
        key: text("id").unwrap_or_default(),
        document,
    }
}

enum Mode {
    Read,
    Write,
}

/// An open database, closed when dropped: none is held open, so a later
/// version can always upgrade and the browser can always delete it.
struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        // Waits for transactions that are under way.
        self.0.close();
    }
}

impl Open {
    async fn database() -> Result<Open, StorageProblem> {
        let factory = Factory::new().map_err(|_| StorageProblem::Missing)?;
        let mut request = factory
            .open(DATABASE, Some(VERSION))
            .map_err(|_| StorageProblem::Missing)?;
        request.on_upgrade_needed(|event| {
            use idb::DatabaseEvent;
            let Ok(database) = event.database() else {
                return;
            };
            let mut parameters = ObjectStoreParams::new();
            parameters.key_path(Some(KeyPath::new_single("id")));
            // If this fails, the store is missing and every write reports it.
            let _ = database.create_object_store(STORE, parameters);
        });
        let database: Database = request.await.map_err(|error| match problem(error) {
            StorageProblem::Failed => StorageProblem::Missing,
            other => other,
        })?;
        Ok(Open(database.into()))
    }

    /// A transaction on the store. Writing asks for strict durability, which
    /// idb has no option for: complete then means that it is on the disk.
    fn begin(&self, mode: Mode) -> Result<(IdbTransaction, ObjectStore), StorageProblem> {
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        let mode = match mode {
            Mode::Read => "readonly",
            Mode::Write => "readwrite",
        };
        let transaction: IdbTransaction = Reflect::get(&self.0, &"transaction".into())
            .and_then(|function| function.dyn_into::<js_sys::Function>())
            .and_then(|function| function.call3(&self.0, &STORE.into(), &mode.into(), &options))
            .and_then(|transaction| transaction.dyn_into())
            .map_err(thrown)?;
        let store = Transaction::from(transaction.clone())
            .object_store(STORE)
            .map_err(problem)?;
        Ok((transaction, store))
    }
}

/// Waits for the complete event; an abort tells why.
async fn finished(transaction: &IdbTransaction) -> Result<(), StorageProblem> {
    let handlers = Rc::new(std::cell::RefCell::new(Vec::new()));
    let promise = Promise::new(&mut |resolve, reject| {
        let done = Closure::<dyn FnMut()>::new(move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
        let aborted = transaction.clone();
        let failed = Closure::<dyn FnMut()>::new(move || {
            let error = aborted.error().map_or(JsValue::NULL, JsValue::from);
            let _ = reject.call1(&JsValue::NULL, &error);
        });
        transaction.set_oncomplete(Some(done.as_ref().unchecked_ref()));
        transaction.set_onabort(Some(failed.as_ref().unchecked_ref()));
        handlers.borrow_mut().extend([done, failed]);
    });
    let result = JsFuture::from(promise).await;
    transaction.set_oncomplete(None);
    transaction.set_onabort(None);
    result.map(|_| ()).map_err(thrown)
}

fn problem(error: idb::Error) -> StorageProblem {
    use idb::Error::{DomException, GetAllFailed, GetFailed, IndexedDbOpenFailed};
    match error {
        DomException(exception) => named(&exception.name()),
        GetAllFailed(cause) | GetFailed(cause) | IndexedDbOpenFailed(cause) => thrown(cause),
        _ => StorageProblem::Failed,
    }
}

fn thrown(error: JsValue) -> StorageProblem {
    match error.dyn_ref::<DomException>() {
        Some(exception) => named(&exception.name()),
        None => StorageProblem::Failed,
    }
}

fn named(name: &str) -> StorageProblem {
    match name {
        "QuotaExceededError" => StorageProblem::Full,
        "SecurityError" | "InvalidStateError" | "NotAllowedError" => StorageProblem::Missing,
        "VersionError" => StorageProblem::Newer,
        _ => StorageProblem::Failed,
    }
}

//! The database: opening, transactions, and why something failed.

use std::rc::Rc;

use idb::{Database, DatabaseEvent, Factory, KeyPath, ObjectStore, ObjectStoreParams, Transaction};
use js_sys::{Array, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, IdbDatabase, IdbTransaction};

use super::StorageProblem;

const DATABASE: &str = "forankring";
/// 1 had the assessments only.
const VERSION: u32 = 2;
/// A record for each assessment.
pub const ASSESSMENTS: &str = "assessments";
/// Earlier states of them, by id and revision.
pub const STATES: &str = "states";

/// What a transaction may do.
#[derive(Clone, Copy)]
pub enum Mode {
    /// Read the assessments.
    Read,
    /// Read the earlier states too.
    ReadAll,
    /// Read and write.
    Write,
}

/// An open database, closed when dropped: none is held open, so a later
/// version can always upgrade and the browser can always delete it.
pub struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        // Waits for transactions that are under way.
        self.0.close();
    }
}

impl Open {
    /// Opens it; makes what is missing.
    pub async fn database() -> Result<Open, StorageProblem> {
        let factory = Factory::new().map_err(|_| StorageProblem::Missing)?;
        let mut request = factory
            .open(DATABASE, Some(VERSION))
            .map_err(|_| StorageProblem::Missing)?;
        request.on_upgrade_needed(|event| {
            let (Ok(old), Ok(database)) = (event.old_version(), event.database()) else {
                return;
            };
            // If this fails, a store is missing and every write reports it.
            if old < 1 {
                let _ = create(&database, ASSESSMENTS, KeyPath::new_single("id"));
            }
            let _ = create(&database, STATES, KeyPath::new_array(["id", "revision"]));
        });
        let database: Database = request.await.map_err(|error| match problem(error) {
            StorageProblem::Failed => StorageProblem::Missing,
            other => other,
        })?;
        Ok(Open(database.into()))
    }

    /// A transaction. Writing asks for strict durability, which
    /// idb has no option for: complete then means that it is on the disk.
    pub fn begin(&self, mode: Mode) -> Result<Begun, StorageProblem> {
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        // Where the store of earlier states is missing, the rest is read all the same.
        let (mode, stores) = match mode {
            Mode::Read => ("readonly", Array::of1(&ASSESSMENTS.into())),
            Mode::ReadAll => ("readonly", Array::of2(&ASSESSMENTS.into(), &STATES.into())),
            Mode::Write => ("readwrite", Array::of2(&ASSESSMENTS.into(), &STATES.into())),
        };
        let transaction: IdbTransaction = Reflect::get(&self.0, &"transaction".into())
            .and_then(|function| function.dyn_into::<js_sys::Function>())
            .and_then(|function| function.call3(&self.0, &stores, &mode.into(), &options))
            .and_then(|transaction| transaction.dyn_into())
            .map_err(thrown)?;
        Ok(Begun(transaction))
    }
}

fn create(database: &Database, name: &str, key: KeyPath) -> Result<ObjectStore, idb::Error> {
    let mut parameters = ObjectStoreParams::new();
    parameters.key_path(Some(key));
    database.create_object_store(name, parameters)
}

/// A transaction that has begun.
pub struct Begun(IdbTransaction);

impl Begun {
    /// The assessments.
    pub fn assessments(&self) -> Result<ObjectStore, StorageProblem> {
        self.store(ASSESSMENTS)
    }

    /// Earlier states.
    pub fn states(&self) -> Result<ObjectStore, StorageProblem> {
        self.store(STATES)
    }

    fn store(&self, name: &str) -> Result<ObjectStore, StorageProblem> {
        Transaction::from(self.0.clone())
            .object_store(name)
            .map_err(problem)
    }

    /// Waits for the complete event; an abort tells why.
    pub async fn finished(&self) -> Result<(), StorageProblem> {
        finished(&self.0).await
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

/// What an error of the library means.
pub fn problem(error: idb::Error) -> StorageProblem {
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

//! The database: opening, transactions, requests, and why something failed. Written on
//! web-sys itself: the crate `idb` costs 3 KB more to load, measured, and has no option for
//! durability.

use forankring_core::keeping::StorageProblem;
use forankring_core::keys::DATABASE;
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    DomException, IdbDatabase, IdbFactory, IdbKeyRange, IdbObjectStore, IdbRequest, IdbTransaction,
    IdbVersionChangeEvent,
};

/// 1 had the assessments only, 2 no replies.
const VERSION: u32 = 3;
/// A record for each assessment.
const ASSESSMENTS: &str = "assessments";
/// Earlier states of them, by id and revision.
const STATES: &str = "states";
/// Replies to them, by id and link.
const REPLIES: &str = "replies";

/// What a transaction may do.
#[derive(Clone, Copy)]
pub enum Mode {
    /// Read the assessments.
    Read,
    /// Read the earlier states too.
    ReadAll,
    /// Read and write.
    Write,
    /// Read the replies.
    ReadReplies,
    /// Read and write the replies too.
    WriteAll,
}

/// Waits until one of two handlers is called.
async fn settled(hook: impl Fn(&Function, &Function)) -> Result<(), ()> {
    let promise = Promise::new(&mut |resolve, reject| hook(&resolve, &reject));
    JsFuture::from(promise).await.map(drop).map_err(drop)
}

/// Waits for what a request brings.
pub async fn done(request: Result<IdbRequest, JsValue>) -> Result<JsValue, StorageProblem> {
    let request = request.map_err(thrown)?;
    let ended = settled(|resolve, reject| {
        request.set_onsuccess(Some(resolve));
        request.set_onerror(Some(reject));
    })
    .await;
    match ended {
        Ok(()) => request.result().map_err(thrown),
        Err(()) => Err(request
            .error()
            .ok()
            .flatten()
            .map_or(StorageProblem::Failed, |error| named(&error.name()))),
    }
}

/// An open database, closed when dropped: none is held open, so a later version can always
/// upgrade and the browser can always delete it.
pub struct Open(IdbDatabase);

impl Drop for Open {
    fn drop(&mut self) {
        // Waits for transactions that are under way.
        self.0.close();
    }
}

fn factory() -> Option<IdbFactory> {
    crate::window()?.indexed_db().ok()?
}

impl Open {
    /// Opens it; makes what is missing.
    pub async fn database() -> Result<Open, StorageProblem> {
        let factory = factory().ok_or(StorageProblem::Missing)?;
        let request = factory.open_with_u32(DATABASE, VERSION);
        let request = request.map_err(|_| StorageProblem::Missing)?;
        let upgraded = request.clone();
        let upgrade = Closure::<dyn Fn(IdbVersionChangeEvent)>::new(move |event| {
            // If this fails, a store is missing and every write reports it.
            let _ = make(&event, &upgraded);
        });
        request.set_onupgradeneeded(Some(upgrade.as_ref().unchecked_ref()));
        let opened = done(Ok(request.into()))
            .await
            .map_err(|problem| match problem {
                StorageProblem::Failed => StorageProblem::Missing,
                other => other,
            })?;
        Ok(Open(opened.unchecked_into()))
    }

    /// Whether it has the replies.
    pub fn has_replies(&self) -> bool {
        self.0.object_store_names().contains(REPLIES)
    }

    /// A transaction. Writing asks for strict durability: complete then means that it is on
    /// the disk.
    pub fn begin(&self, mode: Mode) -> Result<Begun, StorageProblem> {
        let options = Object::new();
        let _ = Reflect::set(&options, &"durability".into(), &"strict".into());
        // Where the store of earlier states is missing, the rest is read all the same.
        let has_states = self.0.object_store_names().contains(STATES);
        let both = Array::of2(&ASSESSMENTS.into(), &STATES.into());
        let (mode, stores) = match mode {
            Mode::ReadAll if has_states => ("readonly", both),
            Mode::Read | Mode::ReadAll => ("readonly", Array::of1(&ASSESSMENTS.into())),
            Mode::Write => ("readwrite", both),
            Mode::ReadReplies => ("readonly", Array::of1(&REPLIES.into())),
            Mode::WriteAll => {
                // What is kept is deleted all the same where that of replies is missing.
                if self.has_replies() {
                    both.push(&REPLIES.into());
                }
                ("readwrite", both)
            }
        };
        let transaction: IdbTransaction = Reflect::get(&self.0, &"transaction".into())
            .and_then(|function| function.dyn_into::<Function>())
            .and_then(|function| function.call3(&self.0, &stores, &mode.into(), &options))
            .map_err(thrown)?
            .unchecked_into();
        Ok(Begun(transaction))
    }
}

/// Makes the stores that a database of an earlier version lacks.
fn make(event: &IdbVersionChangeEvent, request: &IdbRequest) -> Result<(), JsValue> {
    let database: IdbDatabase = request.result()?.unchecked_into();
    let create = |name: &str, key: JsValue| {
        let parameters = Object::new();
        Reflect::set(&parameters, &"keyPath".into(), &key)?;
        database
            .create_object_store_with_optional_parameters(name, parameters.unchecked_ref())
            .map(drop)
    };
    if event.old_version() < 1.0 {
        create(ASSESSMENTS, "id".into())?;
    }
    let by = |second: &str| Array::of2(&"id".into(), &second.into()).into();
    if event.old_version() < 2.0 {
        create(STATES, by("revision"))?;
    }
    create(REPLIES, by("link"))
}

/// A transaction that has begun.
pub struct Begun(IdbTransaction);

impl Begun {
    /// The assessments.
    pub fn assessments(&self) -> Result<IdbObjectStore, StorageProblem> {
        self.0.object_store(ASSESSMENTS).map_err(thrown)
    }

    /// Earlier states.
    pub fn states(&self) -> Result<IdbObjectStore, StorageProblem> {
        self.0.object_store(STATES).map_err(thrown)
    }

    /// Whether it has the replies.
    pub fn has_replies(&self) -> bool {
        self.0.object_store_names().contains(REPLIES)
    }

    /// Replies.
    pub fn replies(&self) -> Result<IdbObjectStore, StorageProblem> {
        self.0.object_store(REPLIES).map_err(thrown)
    }

    /// Waits for the complete event; an abort tells why.
    pub async fn finished(&self) -> Result<(), StorageProblem> {
        let ended = settled(|resolve, reject| {
            self.0.set_oncomplete(Some(resolve));
            self.0.set_onabort(Some(reject));
        })
        .await;
        ended.map_err(|()| {
            let error = self.0.error();
            error.map_or(StorageProblem::Failed, |error| named(&error.name()))
        })
    }
}

/// The keys between two.
pub fn between(from: &JsValue, to: &JsValue) -> Result<JsValue, StorageProblem> {
    let range = IdbKeyRange::bound(from, to).map_err(thrown)?;
    Ok(range.into())
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

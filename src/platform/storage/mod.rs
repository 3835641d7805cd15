//! What is kept in this browser: one record for each assessment, in IndexedDB,
//! and beside it its earlier states.
//!
//! A change is written by reading the record, applying what happened to it and
//! putting it back, all in one transaction: two tabs never erase each other's
//! answers. Nothing counts as saved before the transaction's complete event.
//! What a record holds and how changes come together is decided in the core
//! (`keeping`).

mod archive;
mod database;
mod record;

pub use archive::{
    add, bin, delete_all, forget, go_back, list, load_newer, raw, states, take_in, tidy, weigh,
};

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::keeping::{Change, Kept};

use database::{Mode, Open, problem};
use record::key;

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
    /// It takes long: an older tab may hold the database.
    Slow,
    /// Anything else, such as an aborted transaction.
    Failed,
}

impl StorageProblem {
    /// Whether it may go away by itself, so that trying again makes sense.
    pub fn may_pass(self) -> bool {
        !matches!(self, StorageProblem::Damaged | StorageProblem::Newer)
    }
}

/// What is stored under a key, as far as it can be read.
#[derive(Clone, Debug, PartialEq)]
pub struct Record {
    /// Its key, as it stands in the store.
    pub key: String,
    /// What it holds.
    pub kept: Result<Kept, StorageProblem>,
}

/// The assessment with this id, if it is kept here.
pub async fn load(id: &Id) -> Result<Option<Kept>, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Read)?;
    let found = begun
        .assessments()?
        .get(key(id))
        .map_err(problem)?
        .await
        .map_err(problem)?;
    found.map(|value| record::read(&value)).transpose()
}

/// Keeps what happened to an assessment, and returns it as it is stored now:
/// with what other tabs have stored meanwhile. Where nothing is stored under
/// the id (a new assessment, or one deleted elsewhere), `whole` is; `shown` is
/// the revision that the page showed.
pub async fn commit(
    id: &Id,
    changes: &[Change],
    whole: &Assessment,
    shown: u32,
    ms: i64,
) -> Result<Kept, StorageProblem> {
    let database = Open::database().await?;
    let begun = database.begin(Mode::Write)?;
    let found = begun
        .assessments()?
        .get(key(id))
        .map_err(problem)?
        .await
        .map_err(problem)?;
    let kept = match found {
        // Anew where it was deleted under us: revisions go on rising, for other
        // tabs show only what is later than what they show.
        None => {
            let mut kept = Kept::new(whole.clone(), ms);
            kept.revision += shown;
            kept
        }
        Some(value) => {
            let stored = record::read(&value)?;
            let revision = stored.revision;
            let committed = stored.commit(changes, ms);
            for state in &committed.earlier {
                // What stands in the store is not written anew: this is the common
                // case, and half of the work.
                if state.revision == revision && record::is_of_today(&value) {
                    record::put_as_it_is(&begun.states()?, &value).await?;
                } else {
                    record::put(&begun.states()?, id, state).await?;
                }
            }
            committed.kept
        }
    };
    record::put(&begun.assessments()?, id, &kept).await?;
    begun.finished().await?;
    Ok(kept)
}

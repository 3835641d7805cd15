//! What the browser offers, and how the running back-up stands.

use forankring_core::address::Edition;
use forankring_core::texts::{isolated, key};

use crate::{Message, Value};

/// How the file of the running back-up stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyState {
    /// It was written, at this moment if anything was.
    Written(Option<i64>),
    /// The browser wants the user's permission before it writes.
    Asks,
    /// The file could not be written.
    Failed,
    /// Someone else has changed the file: it is not written over unasked.
    Changed,
}

/// The file of the running back-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bound {
    /// Its name.
    pub name: String,
    /// How it stands.
    pub state: CopyState,
}

impl Bound {
    /// How it stands, in words.
    pub fn message(&self) -> Message {
        let (key, at) = match self.state {
            CopyState::Written(Some(ms)) => (key::BACKUP_RUN_WRITTEN, Some(ms)),
            CopyState::Written(None) => (key::BACKUP_RUN_EMPTY, None),
            CopyState::Asks => (key::BACKUP_RUN_ASKS, None),
            CopyState::Failed => (key::BACKUP_RUN_FAILED, None),
            CopyState::Changed => (key::BACKUP_RUN_CHANGED, None),
        };
        let mut values = vec![("name", Value::Text(isolated(&self.name)))];
        values.extend(at.map(|ms| ("when", Value::When(ms))));
        Message { key, values }
    }
}

/// What the browser offers, and what it remembers of back-ups.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Surroundings {
    /// What comes before the path of a page in its whole address.
    pub site: String,
    /// How the pages lie.
    pub edition: Edition,
    /// A sheet for sharing.
    pub sheet: Offer,
    /// Writing to a file again and again.
    pub files: Offer,
    /// Clipboard and cryptography: only where the page is served securely.
    pub secure: Offer,
    /// When the last back-up was made, in milliseconds since 1970.
    pub last_backup: Option<i64>,
    /// The file of the running back-up, if there is one.
    pub bound: Option<Bound>,
}

/// Whether the browser has something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Offer {
    /// It is not there, or not known yet.
    #[default]
    Missing,
    /// It is there.
    There,
}

impl From<bool> for Offer {
    fn from(there: bool) -> Offer {
        match there {
            true => Offer::There,
            false => Offer::Missing,
        }
    }
}

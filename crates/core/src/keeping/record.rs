//! A record as it stands in the store: flat fields, with the document as text.
//! Every form that was ever written is read.

use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

use super::slot::Slots;
use super::{Kept, StorageProblem};
use crate::address::Id;
use crate::file::{self, Document, FileProblem};
use crate::json::Json;
use crate::panel::Replies;

/// The form of records that is written where parts have keys. 1 had neither revision nor
/// checksum.
pub const SCHEMA: u32 = 3;
/// The form where they have not: older versions read it.
const PLAIN: u32 = 2;

/// The fields of a record, as the store holds them.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Fields {
    /// The form of the record; none stands in those of form 1.
    pub schema: Option<u32>,
    /// How often it was written.
    pub revision: u32,
    /// When it was last written, in milliseconds since 1970.
    pub saved: i64,
    /// When it was put in the bin.
    pub binned: Option<i64>,
    /// The document, in the file format.
    pub document: String,
    /// When each part was last written.
    pub slots: String,
    /// The number of the text that was being written last.
    pub typing: Option<u32>,
    /// CRC-32 over revision, slots and document.
    pub sum: Option<u32>,
}

/// Why a record cannot be read. It is left as it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Written by a newer version.
    Newer,
    /// Something in it is not as it was written.
    Damaged,
}

impl From<Unreadable> for StorageProblem {
    fn from(unreadable: Unreadable) -> StorageProblem {
        match unreadable {
            Unreadable::Newer => StorageProblem::Newer,
            Unreadable::Damaged => StorageProblem::Damaged,
        }
    }
}

impl Fields {
    /// What the record says.
    ///
    /// # Errors
    /// [`Unreadable`], when it is not wholly as it was written.
    pub fn read(&self, parse: impl FnOnce(&str) -> Option<Json>) -> Result<Kept, Unreadable> {
        match self.schema {
            Some(newer) if newer > SCHEMA => return Err(Unreadable::Newer),
            Some(_) if self.sum != Some(self.checksum()) => return Err(Unreadable::Damaged),
            // Form 1 had no checksum: its document speaks for itself.
            Some(_) | None => {}
        }
        let document = match file::read_kept(&self.document, parse) {
            Ok(document) => document,
            Err(FileProblem::Newer) => return Err(Unreadable::Newer),
            Err(_) => return Err(Unreadable::Damaged),
        };
        Ok(Kept {
            revision: self.revision,
            saved: document.saved.unwrap_or(self.saved),
            binned: self.binned,
            slots: Slots::read(&self.slots).ok_or(Unreadable::Damaged)?,
            typing: self.typing,
            assessment: document.assessment,
        })
    }

    /// What a record of a newer version says, as far as this one understands it:
    /// to be looked at, never to be written back.
    pub fn read_newer(&self, parse: impl FnOnce(&str) -> Option<Json>) -> Option<Kept> {
        let document = file::read_newer(&self.document, parse).ok()?;
        let saved = document.saved.unwrap_or(self.saved);
        let mut kept = Kept::new(document.assessment, saved);
        kept.revision = self.revision;
        Some(kept)
    }

    /// What is to be stored.
    pub fn of(kept: &Kept, id: &Id) -> Fields {
        let document = Document {
            id: Some(id.clone()),
            saved: Some(kept.saved),
            assessment: kept.assessment.clone(),
            replies: Replies::default(),
        };
        let keyed = !kept.assessment.parts.is_empty() || kept.slots.have_keys();
        let mut fields = Fields {
            schema: Some(if keyed { SCHEMA } else { PLAIN }),
            revision: kept.revision,
            saved: kept.saved,
            binned: kept.binned,
            document: file::write_bare(&document),
            slots: kept.slots.write(),
            typing: kept.typing,
            sum: None,
        };
        fields.sum = Some(fields.checksum());
        fields
    }

    fn checksum(&self) -> u32 {
        let crc = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
        let mut digest = crc.digest();
        digest.update(&self.revision.to_be_bytes());
        digest.update(self.slots.as_bytes());
        digest.update(self.document.as_bytes());
        digest.finalize()
    }
}

//! What happens on the screens that ask others, and what they know of replies.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::catalogue::{Level, PerLevel};
use forankring_core::keeping::{Addressee, StorageProblem};
use forankring_core::link::Other;
use forankring_core::panel::rounds::Field;
use forankring_core::panel::{Deed, Expected, Replies, Round, Themes, Wait};
use forankring_core::texts::{Lang, key};

use super::camera::Seen;
use crate::{Message, Ticket};

/// The replies that are kept, as far as they are known.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Kept {
    /// Not read yet.
    #[default]
    Unknown,
    /// They could not be read.
    Failed(StorageProblem),
    /// They were read; so many records cannot be understood.
    Read(Replies, usize),
}

/// Which assessments a reply may be addressed to, as far as that is known.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Known {
    /// Nobody asked.
    #[default]
    Unasked,
    /// It is being read.
    Asked(Ticket),
    /// It could not be read.
    Failed(StorageProblem),
    /// These.
    Read(Rc<Vec<Addressee>>),
}

/// What became of what stands in the address, where it led nowhere.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Whose {
    /// Nothing of that kind stands there.
    #[default]
    Nobodys,
    /// It is being looked for.
    Sought,
    /// It is no reply, but maybe something else of ours.
    NoReply(Option<Other>),
    /// What it belongs to is not kept here.
    Unknown,
    /// It lies in the bin.
    Bin,
    /// It cannot be read.
    Unreadable,
    /// It was deleted for good.
    Deleted,
    /// What is kept here could not be read.
    Failed(StorageProblem),
}

/// What came of a deed: what is kept now, or why nothing else can be shown.
pub type Done = Result<Result<Replies, Wait>, StorageProblem>;

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Everything that is known here was read, to find whom a reply belongs to.
    AddresseesRead(Ticket, Result<Vec<Addressee>, StorageProblem>),
    /// The replies that are kept were read.
    Read(Ticket, Result<(Replies, usize), StorageProblem>),
    /// A round is begun: the first, or one more on these items.
    RoundWanted(Box<PerLevel<Option<Themes>>>),
    /// A level is asked, with so many people; or not.
    Asked(Level, Option<Expected>),
    /// Something of the round was written or chosen.
    Set(Field, String),
    /// The links and what stands beside them are to be in this language.
    LangChosen(Lang),
    /// Something was pasted or written.
    Written(String),
    /// It is to be read.
    ReadWanted,
    /// Files were chosen in the field with this id.
    FilesChosen(&'static str),
    /// They were read, each by itself; none: it could not be, or is too large.
    FilesRead(Ticket, Vec<Option<String>>),
    /// Whether this browser reads codes by camera is known.
    CameraKnown(Ticket, bool),
    /// The camera is to look for codes, or no more.
    CameraTurned,
    /// It saw something, or ended.
    CameraSaw(Ticket, Seen),
    /// What was found is taken in.
    TakeWanted,
    /// What is not taken in yet is left out.
    StopWanted,
    /// What was found is put away.
    PutAway,
    /// Another page of what was found.
    FoundPage(usize),
    /// Another page of the replies that are kept: of a level, in a round.
    ListPage(Level, Round, usize),
    /// A reply is taken out, or brought back; by its link.
    TurnWanted(String),
    /// What counts now is to be shown.
    ShowWanted(Level, Round),
    /// The last deed is taken back.
    BackWanted,
    /// Something was done to the replies to an assessment, or not.
    Done(Ticket, Id, Done),
    /// What invites a level is to be copied.
    CopyWanted(Level, String),
    /// It was copied, or not.
    Copied(Ticket, bool),
    /// The system's sheet for sharing is to be opened for a level: title, address.
    SheetWanted(Level, String, String),
    /// What invites a level was given out in another way: by mail, or shown as a code.
    GivenOut(Level),
}

/// Where replies are pasted.
pub const BOX: &str = "svar-inn";
/// What was found in it.
pub const FOUND: &str = "funnet";
/// What the latest round says.
pub const ROUND: &str = "runden";
/// Where the camera shows what it sees.
pub const CAMERA: &str = "kamera";
/// The list of replies that are kept.
pub const LIST: &str = "svarliste";

/// Why nothing else can be shown now.
pub(super) fn waits(wait: Wait) -> Message {
    match wait {
        Wait::Missing(count) => Message::count(key::ASK_WAIT_MISSING, count),
        Wait::Same => Message::plain(key::ASK_WAIT_SAME),
        Wait::FewChanged => Message::plain(key::ASK_WAIT_FEW),
    }
}

/// What was done, to so many replies.
pub(super) fn told(deed: &Deed, count: usize) -> Message {
    match deed {
        Deed::TakeIn(_) => Message::count(key::ASK_TOOK_IN, count),
        Deed::Undo(_) => Message::count(key::ASK_UNDONE, count),
        Deed::Out(_) => Message::count(key::ASK_TAKEN_OUT, count),
        Deed::Back(_) => Message::count(key::ASK_BROUGHT_BACK, count),
        Deed::Show(..) => Message::plain(key::ASK_SHOWN),
    }
}

//! How the screen of a respondent stands, and what can happen on it.

use std::rc::Rc;

use forankring_core::address::Id;
use forankring_core::catalogue::Level;
use forankring_core::keeping::StorageProblem;
use forankring_core::link::{LinkProblem, TooLong};
use forankring_core::panel::{Invitation, Reply, Tag};
use forankring_core::texts::Key;

use crate::desk::Keeping;
use crate::{Message, Part, Ticket};

/// An invitation, with the link that it came as.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What stands behind `#`.
    pub link: String,
    /// What it says.
    pub invitation: Invitation,
}

/// Why nothing can be answered here.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// The address says nothing.
    NoLink,
    /// It holds a result, and not an invitation: its link.
    Result(String),
    /// It holds a reply: its link.
    Reply(String),
    /// What it says cannot be read without what could not be fetched.
    Unfetched,
}

/// What else of the same panel is kept in this browser.
#[derive(Clone, Debug, PartialEq, Eq, Default)]
pub struct Around {
    /// The assessment of whoever asks: she opened her own invitation.
    pub own: Option<Id>,
    /// How many replies were gathered here in a meeting.
    pub gathered: usize,
    /// Whether such replies were deleted for good.
    pub cleared: bool,
}

/// Whether deleting what is kept on this device waits for a yes, or is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Clearing {
    /// Neither.
    #[default]
    No,
    /// It waits.
    Asked,
    /// It is being done.
    Under(Ticket),
    /// Nothing is left.
    Done,
}

/// Whether several answer on this machine, one after the other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Meeting {
    /// No: it is somebody's own, or nobody has said so.
    #[default]
    No,
    /// Yes.
    On,
}

/// How the screen of a respondent stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The invitation, once it was read.
    pub told: Option<Rc<Told>>,
    /// Why nothing can be answered here.
    pub wrong: Option<Wrong>,
    /// What else of its panel is kept here.
    pub around: Around,
    /// Whether what was written goes along.
    pub texts: Texts,
    /// How sending stands.
    pub given: Given,
    /// What is to be told of it.
    pub receipt: Option<Message>,
    /// Whether what is kept here is to be deleted.
    pub clearing: Clearing,
    /// Whether several answer on this machine.
    pub meeting: Meeting,
    /// Whether what draws the last screen, and makes links, is here.
    pub part: Part,
    /// Which of the codes of gathered replies is shown.
    pub code: usize,
    /// What stands under the id was deleted for good: it comes back with what is entered.
    pub(super) revives: bool,
    pub(super) reading: Option<(Ticket, String)>,
    pub(super) looking: Option<Ticket>,
    pub(super) handing: Option<(Ticket, Handing)>,
}

/// What happened on the screen of a respondent.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// Compressed texts of an invitation were read; none: what does it could not be fetched.
    Unpacked(Ticket, Option<Result<Invitation, LinkProblem>>),
    /// It was looked for what else of its panel is kept here.
    Looked(Ticket, Around),
    /// The user said where a new one is to be kept.
    KeepingChosen(Keeping),
    /// The user begins, or goes on.
    BeginWanted,
    /// The user wants to say what she sees of another level, too.
    SeenWanted(Level),
    /// No more.
    SeenLeft(Level),
    /// What was written is to go along, or not any more.
    TextsSwitched,
    /// The reply is to be sent: it is made.
    SendWanted,
    /// It was made; none: what makes it could not be fetched.
    Made(Ticket, Option<Result<String, TooLong>>),
    /// It is passed on in some way; with what goes into the clipboard or the sheet.
    Handed(Handing, String),
    /// It was copied, or could not be.
    Copied(Ticket, bool),
    /// What is kept here is to be deleted: it is asked first.
    ClearAsked,
    /// No.
    ClearDenied,
    /// Yes.
    ClearConfirmed,
    /// What was kept under an id was deleted for good, or could not be.
    Cleared(Ticket, Id, Result<(), StorageProblem>),
    /// Several answer on this machine, one after the other.
    MeetingWanted,
    /// The one who has answered is done: it is the next one's turn.
    PassOnWanted,
    /// All are.
    MeetingEnded,
    /// What draws the last screen is wanted.
    PartWanted,
    /// It has come, or could not be fetched.
    PartCame(Part),
    /// The code after the one that is shown is wanted.
    NextCodeWanted,
}

/// What is asked of the browser for it. What answers later carries a ticket.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Read an invitation whose texts are compressed.
    Unpack(Ticket, String),
    /// Look for what else of a panel is kept here, and what a meeting gathered under an id.
    LookAround(Ticket, Tag, Id),
    /// Make the link of a reply.
    Make(Ticket, Box<Reply>),
    /// Fetch what draws the last screen.
    FetchPart,
    /// Copy a text.
    Copy(Ticket, String),
    /// Mark the whole text of a field, so that it can be copied by hand.
    Select(&'static str),
    /// Open the system's sheet for sharing: title and address.
    Sheet(String, String),
    /// Delete what is kept under an id for good, at a moment in milliseconds since 1970.
    Forget(Ticket, Id, i64),
}

/// Whether what was written goes along with the answers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Texts {
    /// It does.
    #[default]
    Along,
    /// It stays.
    Left,
}

impl Texts {
    pub(super) fn other(self) -> Texts {
        match self {
            Texts::Along => Texts::Left,
            Texts::Left => Texts::Along,
        }
    }
}

/// What is made of a reply.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// Its link is shown.
    Sent,
    /// It is added to those of a meeting.
    Gathered,
}

/// How sending stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Given {
    /// Nothing was asked for.
    #[default]
    No,
    /// The link is being made, of what this stands for.
    Making(Ticket, Id, Purpose),
    /// It is made.
    Ready(Ready),
    /// It could not be.
    Failed(Key),
}

/// A link that can be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ready {
    /// What stands behind `#`.
    pub link: String,
    /// The how-manieth it is.
    pub number: u8,
    /// What it says, as an id that stands for it.
    pub(super) content: Id,
}

/// How a link is passed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handing {
    /// By the clipboard.
    Copied,
    /// By the system's sheet for sharing.
    Sheet,
    /// By a mail program, which the browser opens.
    Mailed,
    /// All that a meeting gathered, by the clipboard.
    AllCopied,
}

/// The id of what stands on the last screen of another level.
pub fn seen_id(level: Level) -> String {
    format!("sett-{}", level.id())
}

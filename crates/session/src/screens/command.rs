//! What the screens ask of the browser. What answers later carries a ticket.

use std::rc::Rc;

use forankring_core::address::{Id, Route};
use forankring_core::assessment::Assessment;
use forankring_core::file::Document;
use forankring_core::link::Locked;
use forankring_core::moment::Moment;
use forankring_core::panel::Deed;
use forankring_core::plan::Rich;

use super::reports::Wanted;
use super::tables::{Asked, From};

use crate::{Extent, Ticket};

/// When something is fetched.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Haste {
    /// It is wanted.
    Now,
    /// It is going to be: first comes what is seen already.
    Soon,
}

/// Something that is done to what is kept, in one transaction.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Into the bin, at a moment in milliseconds since 1970.
    Bin(Id, i64),
    /// Out of it.
    Unbin(Id),
    /// Added, under an id that is free: its own, or else the other.
    Add(Box<Document>, Id, i64),
    /// Deleted for good, by its key; at a moment.
    Forget(String, i64),
    /// Everything that is kept here, and everything that is remembered; at a moment. What
    /// is open is noted as deleted too, for it may be about to be written.
    DeleteAll(i64, Vec<Id>),
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Read what is kept: the first so many.
    List(Ticket, usize),
    /// Clear away what is kept no longer, as of a moment.
    Tidy(i64),
    /// Ask what the browser says of the space.
    Facts(Ticket),
    /// Do something to what is kept.
    Act(Ticket, Act),
    /// Read a record as it stands, by its key.
    Raw(Ticket, String),
    /// Read everything that is kept, for a back-up.
    ReadAll(Ticket),
    /// A back-up was given out, at a moment.
    BackedUp(i64),
    /// Read the file that was chosen in the field with this id.
    ReadFile(Ticket, &'static str),
    /// Say how these stand to what is kept.
    Weigh(Ticket, Vec<Document>),
    /// Take these in, each as its fate says at that moment, under its own id or the one
    /// beside it.
    TakeIn(Ticket, Vec<(Document, Id)>, i64),
    /// Read everything that is kept, for those of one series.
    Series(Ticket),
    /// Read the earlier states of an assessment.
    States(Ticket, Id),
    /// Put an assessment back to a state that it had.
    GoBack(Ticket, Id, Box<Assessment>, i64),
    /// Make up a passphrase.
    NewPassphrase(Ticket),
    /// Lock this with a passphrase.
    Lock(Ticket, Vec<u8>, String),
    /// Unlock this with one.
    Unlock(Ticket, Box<Locked>, String),
    /// Copy a text.
    CopyText(Ticket, String),
    /// Mark the whole text of a field, so that it can be copied by hand.
    Select(&'static str),
    /// Open the system's sheet for sharing: title and address.
    Sheet(String, String),
    /// Draw an SVG file as PNG and save it: name, file.
    SavePng(Ticket, String, String),
    /// Read a table.
    ReadTable(Ticket, From),
    /// Say what each line of a table would do to the plan.
    Understand(Ticket, Box<Asked>),
    /// Do something for reports on measures.
    Report(Ticket, Box<Wanted>),
    /// Copy the plan as a table.
    CopyTable(Ticket, Rich),
    /// Fetch what draws what a result rests on.
    FetchGrounds(Haste),
    /// Fetch what a trial needs.
    FetchTrial(Ticket),
    /// Fetch what begins the assessment that follows, and read everything that is kept.
    FetchAgain(Ticket),
    /// Look among what is kept for what the reader of this result answered herself.
    FindAnswered(Ticket, Rc<Assessment>),
    /// Read which assessments are known here, to find whom a reply belongs to.
    FindAddressees(Ticket),
    /// Read the replies to an assessment.
    ReadReplies(Ticket, Id),
    /// Do something to the replies to an assessment, and write what they come to, at a moment.
    DoToReplies(Ticket, Id, Box<Deed>, Moment),
    /// Copy an invitation.
    CopyInvitation(Ticket, String),
    /// Read the files that were chosen in the field with this id, as texts.
    ReadTexts(Ticket, &'static str),
    /// Say whether this browser reads codes by camera.
    LookForCamera(Ticket),
    /// Look for codes by camera, for as long as the picture with this id is shown.
    Watch(Ticket, &'static str),
}

impl Command {
    /// Whether a build of this extent has a screen that asks for it: only then does it hold
    /// what carries it out. The executor follows the same rules; the tests hold the screens
    /// to them.
    pub fn is_asked_in<G: Extent>(&self) -> bool {
        match self {
            Command::List(..)
            | Command::Tidy(_)
            | Command::Raw(..)
            | Command::ReadAll(_)
            | Command::BackedUp(_)
            | Command::ReadFile(..)
            | Command::Weigh(..)
            | Command::TakeIn(..)
            | Command::Act(_, Act::Bin(..) | Act::Unbin(_) | Act::Forget(..)) => G::keeps(),
            Command::Act(_, Act::Add(..)) => G::keeps() || G::reads(),
            Command::Facts(_) | Command::Act(_, Act::DeleteAll(..)) => G::has(Route::Privacy),
            Command::Series(_) => G::has(Route::Status),
            Command::FindAddressees(_)
            | Command::ReadReplies(..)
            | Command::DoToReplies(..)
            | Command::CopyInvitation(..)
            | Command::ReadTexts(..)
            | Command::LookForCamera(_)
            | Command::Watch(..) => G::has(Route::Ask),
            Command::States(..) | Command::GoBack(..) => G::has(Route::History),
            Command::NewPassphrase(_)
            | Command::Lock(..)
            | Command::CopyText(..)
            | Command::Select(_) => G::shares(),
            Command::Sheet(..) => G::shares() || G::has(Route::Ask) || G::has(Route::Plan),
            Command::Unlock(..)
            | Command::SavePng(..)
            | Command::FetchTrial(_)
            | Command::FetchAgain(_) => G::reads(),
            Command::FindAnswered(..) => G::has(Route::Result),
            Command::FetchGrounds(_) => G::has(Route::Result) || G::shares(),
            Command::ReadTable(..)
            | Command::Understand(..)
            | Command::Report(..)
            | Command::CopyTable(..) => G::has(Route::Plan),
        }
    }
}

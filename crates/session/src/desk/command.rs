//! What the desk asks of the browser. What answers later carries a ticket.

use forankring_core::address::{Id, Page, Place, Route, View};
use forankring_core::assessment::{Name, Parts};
use forankring_core::keeping::{Handover, Write};

use crate::{Extent, Ticket};

/// Where the reader's attention goes, once the screen is drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Focus {
    /// The heading of the screen.
    Heading,
    /// The question that is asked.
    Question,
    /// The element with this id.
    Id(String),
    /// The first of these selectors that is there.
    First(Vec<String>),
    /// Where it was when this entry of the tab's history was left, and what was in sight
    /// then.
    Back,
}

/// What tabs tell each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Told {
    /// This one was written.
    Written(Id),
    /// More than one may have changed, or something else that is kept.
    Changed,
}

/// A file to be saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileOut {
    /// Its name.
    pub name: String,
    /// Its media type.
    pub media: &'static str,
    /// What it holds.
    pub text: String,
}

/// How the running back-up is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CopyHow {
    /// See how it stands: another tab may have chosen its file, or ended it.
    Look,
    /// Choose a file.
    Choose,
    /// Write it by itself: never ask the user.
    Quietly,
    /// Write it; the browser may ask for permission.
    Asking,
    /// Write it, whatever stands there now.
    Over,
    /// Write it no more.
    End,
}

/// What is to be done.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// A new entry in the tab's history; with the new assessment that it belongs to.
    Push(Page, Place, Option<Id>),
    /// The entry says this from now on.
    Replace(Place, Option<Id>),
    /// Load another page, with what is open handed over.
    Visit(Page, Place, Vec<Handover>),
    /// Load the page that the address names, with what is open handed over.
    Reload(Vec<Handover>),
    /// Name the page in the browser's tab, after the screen and what is open there.
    Title(Route, Option<Name>),
    /// Move focus.
    Focus(Focus),
    /// What was to be opened is open: the page stops saying "opening".
    Settled,
    /// Ask before the page is left, or no more.
    AskBeforeLeaving(bool),
    /// Find what was open last, or else the latest unfinished one.
    FindLast(Ticket),
    /// What was open last is not there any more.
    ForgetLast,
    /// Forget everything that is remembered beside what is kept.
    ForgetAll,
    /// Remember where the user is.
    Remember(Place),
    /// Remember how the user likes to answer.
    Like(View),
    /// Read what is kept under an id.
    Load(Ticket, Id),
    /// The same, of a newer version.
    LoadNewer(Ticket, Id),
    /// Write.
    Commit(Ticket, Box<Write>),
    /// Tell the other tabs.
    Tell(Told),
    /// Hand over to the page that comes next; nothing: what was handed over is forgotten.
    HandOver(Vec<Handover>),
    /// Fetch the words that only some need.
    FetchWords(Ticket),
    /// Wait for so many milliseconds.
    Wait(Ticket, u32),
    /// Save a file.
    Save(FileOut),
    /// Print the page.
    Print,
    /// The running back-up.
    Copy(Ticket, CopyHow),
    /// Find the links in a text that is none as it stands.
    Mend(Ticket, String),
    /// Read the one that these parts say is followed, with what draws it.
    LookBack(Ticket, Parts),
}

impl Command {
    /// Whether a build of this extent asks for it: only then does it hold what carries it
    /// out, as of what screens ask for.
    pub fn is_asked_in<G: Extent>(&self) -> bool {
        match self {
            Command::LoadNewer(..) => !G::only_answers(),
            Command::Mend(..) => G::mends(),
            _ => true,
        }
    }
}

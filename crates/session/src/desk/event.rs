//! What can happen at the desk, named in the past tense.

use forankring_core::address::{Id, Page, Place, View};
use forankring_core::assessment::{Action, Key, NoteField};
use forankring_core::catalogue::Item;
use forankring_core::keeping::{self, Handover, Kept, StorageProblem, Written};
use forankring_core::link::{Found, LinkProblem};
use forankring_core::texts::Texts;

use super::command::{Focus, Told};
use super::earlier::Followed;
use super::surroundings::{Bound, Surroundings};
use crate::Ticket;

/// Which way in the history of changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// The last change is taken back.
    Undo,
    /// It is done again.
    Redo,
}

/// Where what is entered is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keeping {
    /// In the browser's storage.
    Browser,
    /// Nowhere: it is gone with the tab. For machines that many people use.
    Tab,
}

/// A field in which a text is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Field {
    /// The organisation's name.
    Name,
    /// The procurement's name.
    Procurement,
    /// A text of an item.
    Note(Item, NoteField),
    /// A part with a key.
    Part(Key),
}

/// Whether one was at an entry of the tab's history before.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Entered {
    /// No: it starts at the top.
    #[default]
    Anew,
    /// Yes, and where one was is noted in it: one goes on there.
    Again,
}

/// Where a page starts.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Arrival {
    /// What the address says.
    pub place: Option<Place>,
    /// The fragment of the address as it stands.
    pub fragment: String,
    /// The new assessment that this entry of the tab's history began.
    pub draft: Option<Id>,
    /// Whether one was at this entry before.
    pub entered: Entered,
    /// What the page before handed over.
    pub handed: Vec<Handover>,
    /// How the user likes to answer.
    pub view: View,
    /// What the browser offers.
    pub surroundings: Surroundings,
}

/// What was found under an id.
#[derive(Clone, Debug, PartialEq)]
pub struct Loaded {
    /// What stands there.
    pub found: Result<keeping::Found, StorageProblem>,
    /// At which item the user left it, if that is known.
    pub left: Option<Item>,
}

/// The links that were found in a text, at least one; nothing where what finds them could
/// not be fetched.
pub type Mended = Option<Result<Vec<Found>, LinkProblem>>;

/// What became of writing the running back-up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Copied {
    /// A file was chosen; nothing is written to it yet.
    Chosen(Bound),
    /// How the file stands now; none is bound any more.
    Stands(Option<Bound>),
    /// The user changed her mind.
    Cancelled,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// The app is alive, and the address was read.
    Started(Box<Arrival>),
    /// The user followed a link inside the site.
    Followed(Page, Place),
    /// The address changed: back, forth, or typed; with its fragment as it stands and
    /// the new assessment that the entry began.
    Moved(Page, Place, String, Option<Id>, Entered),
    /// The user changed something.
    Changed(Action),
    /// The user wrote more than fits: it is shown, and not kept.
    Overlong(Field, String),
    /// The user takes the last change back, or does it again.
    TurnedBack(Turn),
    /// The user wants to go on from this item.
    Onward(Item),
    /// The user pressed a key on no field.
    Pressed(String),
    /// The user said where a new one is to be kept.
    KeepingChosen(Keeping),
    /// The user wants writing tried again.
    RetryWanted,
    /// The user wants what was deleted elsewhere kept all the same.
    KeepWanted,
    /// The user has done with what is in the tab only: it is asked first.
    ForgetAsked,
    /// No.
    ForgetDenied,
    /// Yes: nothing of it is left.
    Forgotten,
    /// The words that only some need are wanted.
    WordsWanted,
    /// The user wants what is open as a file.
    FileWanted,
    /// The user wants to be led there.
    Sought(Focus),
    /// The user wants the page printed.
    PrintWanted,
    /// The page is hidden: the last moment that is sure to come before it is closed.
    Hidden,
    /// The page is shown again, after it was hidden.
    Shown,
    /// The page is shown again, after it was put away whole and others were shown; with
    /// what the last of them left. None: the browser lets no page leave anything.
    Returned(Option<Vec<Handover>>),
    /// Another tab has told something.
    Heard(Told),
    /// What was open last, or else the latest unfinished one that is kept.
    LastFound(Ticket, Result<Option<Id>, StorageProblem>),
    /// Something was read.
    Loaded(Ticket, Loaded),
    /// What a newer version wrote was read, as far as it is understood.
    NewerLoaded(Ticket, Option<Box<Kept>>),
    /// Writing ended.
    Written(Ticket, Id, Result<Box<Written>, StorageProblem>),
    /// The words came, or did not.
    WordsCame(Ticket, Option<Texts>),
    /// So much time has passed.
    TimePassed(Ticket),
    /// Something became of the running back-up.
    CopyMade(Ticket, Copied),
    /// Links were looked for in a text.
    Mended(Ticket, Mended),
    /// The one that what is open follows was read; nothing: it is not here.
    LookedBack(Ticket, Option<Followed>),
}

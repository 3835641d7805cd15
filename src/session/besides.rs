//! What screens other than answering show beside what is open, and what happens
//! there. The answering build holds none of it: the reducer reaches it through
//! [`Reduce`] alone, which only screens of the whole app construct.

use std::fmt::Debug;
use std::rc::Rc;

use forankring_core::file::Document;
use forankring_core::keeping::{Fate, Kept};
use forankring_core::scoring::Answers;

use super::{Event, Keeping, Session, State};
use crate::platform::clock::Moment;
use crate::platform::facts::Facts;
use crate::platform::storage::{Record, StorageProblem};
use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::link::{Disclosed, Found, LinkProblem};

/// What is kept in this browser, as far as it is known.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Listing {
    /// Not read yet.
    #[default]
    Unknown,
    /// It could not be read.
    Failed(StorageProblem),
    /// The latest are; so many are there in all.
    First(Rc<Vec<Record>>, usize),
    /// This is.
    Ready(Rc<Vec<Record>>),
}

/// What happened on a screen beside what is open; gone when one leaves it.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Aside {
    /// Nothing to tell.
    #[default]
    Nothing,
    /// The link was copied.
    Copied,
    /// The result in words was copied.
    TextCopied,
    /// Something pasted holds no whole link, and why.
    PasteRefused(LinkProblem),
    /// Something pasted holds several links.
    PastedSeveral(Rc<Vec<Found>>),
    /// A passphrase is being tried.
    Unlocking,
    /// It was not the right one.
    WrongPassphrase,
    /// The browser has no cryptography here.
    NoCryptography,
    /// The browser did not let us copy.
    CopyRefused,
    /// A file could not be opened, and why.
    FileRefused(String),
    /// Deleting everything was asked for and waits for a yes.
    DeleteAsked,
    /// Everything was deleted.
    Deleted,
    /// The picture could not be made.
    PictureFailed,
    /// Deleting what is in this tab only was asked for and waits for a yes.
    ForgetTabAsked,
    /// Deleting this record for good was asked for and waits for a yes.
    ForgetAsked(String),
    /// The whole of a long list is shown.
    AllShown,
    /// What is kept could not be changed.
    KeepingFailed,
    /// What would come in from a file, how each stands to what is kept, and the
    /// fields that are not known.
    Incoming(Rc<Vec<(Document, Fate)>>, Rc<Vec<String>>),
    /// So many were taken in.
    TakenIn(usize),
    /// The user went back to the state of this moment.
    WentBack(Moment),
}

/// Whether the link that is shared is locked.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Lock {
    /// It is open to everyone who has it.
    #[default]
    Open,
    /// It is to be locked with this passphrase.
    Asked(String),
    /// It is being locked with this passphrase.
    Working(String),
    /// It is locked.
    Locked {
        /// With this passphrase.
        passphrase: String,
        /// What stands after `#`.
        fragment: String,
    },
}

/// Whether the page that the reader will see is drawn: it is as long as a result.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Preview {
    /// Not yet, or no more.
    #[default]
    Folded,
    /// It is.
    Drawn,
}

/// What is told to whom.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Sharing {
    /// The texts that go along.
    pub disclosed: Disclosed,
    /// Whether the link is locked.
    pub lock: Lock,
    /// Whether the reader's page is shown.
    pub preview: Preview,
}

/// Where a result that is compared came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Source {
    /// It is kept here.
    Kept(Id),
    /// Pasted, or from a file; the number tells them apart.
    Brought(usize),
}

/// A result beside the one that is open.
#[derive(Clone, Debug, PartialEq)]
pub struct Compared {
    /// Where it came from.
    pub source: Source,
    /// The result.
    pub assessment: Rc<Assessment>,
}

/// Beside what is open; as at first whenever another screen is shown.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct Besides {
    /// What is kept.
    pub kept: Listing,
    /// How often it was to be read anew, or the earlier states were.
    pub asked: u32,
    /// Earlier states of what is open, latest first; none: not read yet.
    pub states: Option<Result<Rc<Vec<Kept>>, StorageProblem>>,
    /// What the browser says of the space that it gives us.
    pub facts: Option<Facts>,
    /// What happened besides.
    pub aside: Aside,
    /// The answers of the example on the method page; none: as it comes.
    pub example: Option<Answers>,
    /// How the result is shared.
    pub sharing: Sharing,
    /// What is compared with what is open.
    pub compared: Vec<Compared>,
}

/// How an event changes the state.
pub trait Reduce: Debug {
    /// Changes it.
    fn reduce(self: Box<Self>, state: &mut State);
}

/// What happened on a screen other than answering.
#[derive(Debug)]
pub enum Beside {
    /// Something else that is kept has changed.
    KeptChanged,
    /// Another tab wrote something.
    OthersWrote,
    /// Reading what is kept takes long.
    ListingSlow,
    /// The latest of what is kept were read, of so many in all.
    ListedFirst(Vec<Record>, usize),
    /// What is kept was read.
    Listed(Result<Vec<Record>, StorageProblem>),
    /// Earlier states of what is open were read.
    StatesRead(Result<Vec<Kept>, StorageProblem>),
    /// The browser told of the space that it gives us.
    FactsRead(Facts),
    /// Something else is to be told.
    AsideChanged(Aside),
    /// Everything was deleted.
    AllDeleted,
    /// Other answers were chosen in the example of the method page.
    ExampleChanged(Option<Answers>),
    /// Something about sharing was chosen.
    SharingChanged(Sharing),
    /// What is compared was chosen anew.
    ComparedChanged(Vec<Compared>),
    /// The user said where a new one is to be kept.
    KeepingChosen(Keeping),
    /// The user has done with what was in the tab only: nothing of it is left.
    Forgotten,
}

impl From<Beside> for Event {
    fn from(beside: Beside) -> Event {
        Event::Beside(Box::new(beside))
    }
}

impl Reduce for Beside {
    fn reduce(self: Box<Self>, state: &mut State) {
        let besides = Rc::make_mut(&mut state.besides);
        match *self {
            Beside::KeptChanged => {
                besides.kept = Listing::Unknown;
                besides.asked += 1;
            }
            Beside::OthersWrote => {
                besides.asked += 1;
                besides.kept = Listing::Unknown;
                besides.states = None;
            }
            Beside::ListingSlow if besides.kept == Listing::Unknown => {
                besides.kept = Listing::Failed(StorageProblem::Slow);
            }
            Beside::ListingSlow => {}
            Beside::ListedFirst(records, count) => {
                besides.kept = Listing::First(Rc::new(records), count);
            }
            Beside::Listed(Ok(records)) => besides.kept = Listing::Ready(Rc::new(records)),
            Beside::Listed(Err(problem)) => besides.kept = Listing::Failed(problem),
            Beside::StatesRead(states) => besides.states = Some(states.map(Rc::new)),
            Beside::FactsRead(facts) => besides.facts = Some(facts),
            Beside::AsideChanged(aside) => besides.aside = aside,
            Beside::AllDeleted => {
                besides.aside = Aside::Deleted;
                state.session = Session::Nothing;
            }
            Beside::ExampleChanged(answers) => besides.example = answers,
            Beside::SharingChanged(sharing) => {
                besides.sharing = sharing;
                besides.aside = Aside::Nothing;
            }
            Beside::ComparedChanged(compared) => {
                besides.compared = compared;
                besides.aside = Aside::Nothing;
            }
            Beside::KeepingChosen(keeping) => {
                if let Session::Open(open) = &mut state.session {
                    open.keep_in(keeping);
                }
            }
            Beside::Forgotten => {
                state.session = Session::Nothing;
                state.place = None;
            }
        }
    }
}

//! Where a result is read: a locked link asks for its passphrase, a damaged one for all
//! that was received, and what came in a link can be kept.

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Item;
use forankring_core::file::Document;
use forankring_core::keeping::StorageProblem;
use forankring_core::link::{LinkProblem, Locked};
use forankring_core::panel::Replies;
use forankring_core::texts::key;

use super::underway::Underway;
use super::{Act, Command, Haste, again, answered, finder, trial};
use crate::desk::{self, FileOut, Focus};
use crate::{Desk, Message, Part, Stamp, Ticket};

/// Why nothing was locked or opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CryptoProblem {
    /// The browser offers no cryptography here: the page is not served securely.
    Missing,
    /// The passphrase is not the one; damage was found before.
    Wrong,
    /// What tries it could not be fetched.
    Unfetched,
}

/// What a passphrase opened: it fits, but what was locked may be of another version.
pub type Opened = Result<Result<Box<Assessment>, LinkProblem>, CryptoProblem>;

/// What happens besides reading.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// The box for what was received.
    pub finder: finder::State,
    /// What stands in the passphrase's field.
    pub passphrase: String,
    /// What is to be told.
    pub told: Option<Message>,
    /// The cell of the map that is open.
    pub opened: Option<Item>,
    /// Whether the organisation's name stands in the picture.
    pub named: bool,
    /// Other answers, tried on what is shown.
    pub trial: trial::State,
    /// Whether what draws what the result rests on is here.
    pub grounds: Part,
    /// What the reader of a link answered herself.
    pub answered: answered::State,
    /// The assessment that follows.
    again: again::State,
    /// A passphrase is being tried on this link.
    unlocking: Option<(Ticket, String)>,
    keeping: Underway<Id>,
    drawing: Option<Ticket>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A passphrase was written.
    PassphraseWritten(String),
    /// It is to be tried.
    UnlockWanted,
    /// The user does not want to wait any longer.
    UnlockStopped,
    /// It was tried.
    Unlocked(Ticket, Opened),
    /// A cell of the map is to be opened, or closed where it is open.
    CellTurned(Item),
    /// The user wants to keep a copy of what the link carried.
    KeepWanted,
    /// The user wants a file.
    SaveWanted(FileOut),
    /// The organisation's name is to stand in the picture, or not.
    NameSwitched,
    /// The user wants a picture: name and SVG file.
    PictureWanted(String, String),
    /// It was drawn, or could not be.
    PictureSaved(Ticket, bool),
    /// To a trial.
    Trial(trial::Event),
    /// The assessment that follows is wanted.
    AgainWanted,
    /// What begins it came, or did not.
    AgainCame(Ticket, Option<again::Came>),
    /// What draws what the result rests on is wanted, once more.
    GroundsWanted,
    /// It has come, or could not be fetched.
    GroundsCame(Part),
    /// What the reader answered herself was looked for.
    AnsweredFound(Ticket, answered::Found),
}

impl State {
    /// Whether a passphrase is being tried.
    pub fn is_unlocking(&self) -> bool {
        self.unlocking.is_some()
    }

    /// Whether a copy is being kept.
    pub fn is_keeping(&self) -> bool {
        self.keeping.is_on()
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::PassphraseWritten(text) => self.passphrase = text,
            Event::UnlockWanted => return self.unlock(desk),
            Event::UnlockStopped => {
                self.unlocking = None;
                let field = Focus::Id("passord".to_owned());
                desk.say_at(Message::plain(key::UNLOCK_STOPPED), field);
            }
            Event::Unlocked(ticket, payload) => self.unlocked(desk, ticket, payload),
            Event::CellTurned(item) => self.turn(desk, item),
            Event::KeepWanted => return self.keep(desk, stamp),
            Event::Trial(event) => return self.trial.update(desk, event, stamp),
            Event::AgainWanted => return self.again.wanted(desk),
            Event::AgainCame(ticket, came) => self.again.came(desk, ticket, came, stamp),
            Event::GroundsWanted => return self.want_grounds(Haste::Now),
            Event::GroundsCame(part) => self.grounds = part,
            Event::AnsweredFound(ticket, found) => self.answered.found(ticket, found),
            Event::NameSwitched => self.named = !self.named,
            Event::SaveWanted(file) => desk.ask(desk::Command::Save(file)),
            Event::PictureWanted(name, svg) => {
                let ticket = desk.ticket();
                self.drawing = Some(ticket);
                return vec![Command::SavePng(ticket, name, svg)];
            }
            Event::PictureSaved(ticket, saved) => {
                let mine = self.drawing.take_if(|one| *one == ticket).is_some();
                if mine && !saved {
                    self.tell(desk, Message::plain(key::PICTURE_FAILED));
                }
            }
        }
        Vec::new()
    }

    /// It is shown at another place: nothing is left but what was fetched.
    pub(super) fn moved(&mut self) {
        *self = State {
            grounds: self.grounds,
            ..State::default()
        };
    }

    /// A result is shown, or what is kept has changed.
    pub(super) fn shown(&mut self, desk: &mut Desk) -> Vec<Command> {
        let mut commands = self.answered.look(desk);
        commands.extend(self.want_grounds(Haste::Soon));
        commands
    }

    /// What draws what the result rests on is fetched.
    pub(super) fn want_grounds(&mut self, haste: Haste) -> Vec<Command> {
        if matches!(self.grounds, Part::Asked | Part::Here) {
            return Vec::new();
        }
        self.grounds = Part::Asked;
        vec![Command::FetchGrounds(haste)]
    }

    /// Opens a cell of the map, and goes to what was answered there; or closes it, and goes back
    /// to the cell.
    fn turn(&mut self, desk: &mut Desk, item: Item) {
        let focus = match self.opened.take() {
            Some(open) if open == item => format!("kart-{}", item.id()),
            _ => {
                self.opened = Some(item);
                "celle".to_owned()
            }
        };
        desk.ask(desk::Command::Focus(Focus::Id(focus)));
    }

    fn tell(&mut self, desk: &mut Desk, message: Message) {
        self.told = Some(message.clone());
        desk.say(message);
    }

    /// Tries the passphrase on the link in the address.
    fn unlock(&mut self, desk: &mut Desk) -> Vec<Command> {
        if self.unlocking.is_some() {
            return Vec::new();
        }
        let Some((fragment, locked)) = locked_link(desk) else {
            return Vec::new();
        };
        self.told = None;
        let ticket = desk.ticket();
        self.unlocking = Some((ticket, fragment));
        desk.say(Message::plain(key::UNLOCK_WORKING));
        let typed = self.passphrase.clone();
        vec![Command::Unlock(ticket, Box::new(locked), typed)]
    }

    fn unlocked(&mut self, desk: &mut Desk, ticket: Ticket, opened: Opened) {
        let Some((_, fragment)) = self.unlocking.take_if(|(one, _)| *one == ticket) else {
            return;
        };
        let message = match opened {
            Ok(Ok(assessment)) => {
                self.passphrase.clear();
                desk.open_carried(fragment, *assessment);
                desk.ask(desk::Command::Focus(Focus::Heading));
                return;
            }
            Ok(Err(problem)) => return desk.fail_link(problem),
            Err(CryptoProblem::Wrong) => Message::plain(key::UNLOCK_WRONG),
            Err(CryptoProblem::Missing) => Message::plain(key::UNLOCK_MISSING),
            Err(CryptoProblem::Unfetched) => Message::plain(key::UNLOCK_UNFETCHED),
        };
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id("passord".to_owned()));
    }

    /// Keeping a copy takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        if let Some(slow) = self.keeping.time_passed(desk, ticket) {
            self.told = Some(slow);
        }
        self.again.time_passed(desk, ticket);
    }

    /// Keeps a copy, under an id of its own.
    fn keep(&mut self, desk: &mut Desk, stamp: &Stamp) -> Vec<Command> {
        let Some(assessment) = desk.assessment().cloned().filter(|_| !self.keeping.is_on()) else {
            return Vec::new();
        };
        self.told = None;
        let ticket = self.keeping.begin(desk, stamp.fresh.clone());
        desk.acts(ticket);
        let act = Act::Add(Box::new(bare(assessment)), stamp.fresh.clone(), stamp.at.ms);
        vec![Command::Act(ticket, act)]
    }

    /// Goes to the copy.
    pub(super) fn kept(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        result: Result<(), StorageProblem>,
    ) {
        let Some(id) = self.keeping.end(ticket) else {
            return;
        };
        if result.is_err() {
            return self.tell(desk, Message::plain(key::KEPT_FAILED));
        }
        let page = Page {
            route: Route::Result,
            ..desk.page
        };
        let told = Message::plain(key::RESULT_KEPT);
        desk.go_to(page, Place::Kept(id, None), Some(told));
    }
}

fn bare(assessment: Assessment) -> Document {
    Document {
        id: None,
        saved: None,
        assessment,
        replies: Replies::default(),
    }
}

/// The locked link in the address.
fn locked_link(desk: &Desk) -> Option<(String, Locked)> {
    let Some(Place::Link(text)) = &desk.place else {
        return None;
    };
    // Where it was mangled, the address has been put right.
    let locked = Locked::parse(text).ok()?;
    Some((text.clone(), locked))
}

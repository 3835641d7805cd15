//! Passing a result on: what is told, and a link that says just that. The link that is
//! shown is always the one of what is chosen now: a locked one holds for the very texts
//! and answers that it was made of, and for no others.

use std::rc::Rc;

use forankring_core::assessment::Assessment;
use forankring_core::link::{self, Disclosed, Locked, Part, encode};
use forankring_core::texts::key;

use super::reader::{self, CryptoProblem};
use super::{Command, Haste};
use crate::desk::{self, Focus, Origin};
use crate::{Desk, Message, Ticket};

/// What a locked link was made of.
#[derive(Clone, Debug, PartialEq)]
pub struct Told {
    disclosed: Disclosed,
    assessment: Rc<Assessment>,
}

/// Whether the link is locked.
#[derive(Clone, Debug, PartialEq, Default)]
pub enum Lock {
    /// It is open to everyone who has it.
    #[default]
    Open,
    /// It came locked, and is passed on as it came.
    Received(String),
    /// It is to be locked with this passphrase.
    Asked(String),
    /// It is being locked with this passphrase.
    Working(Ticket, String, Told),
    /// It is locked.
    Locked {
        /// With this passphrase.
        passphrase: String,
        /// What stands after `#`.
        fragment: String,
        /// What it was made of.
        told: Told,
    },
}

/// What was copied.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Copying {
    /// The link.
    Link,
    /// The result in words.
    Words,
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
pub struct State {
    /// What belongs to reading, where nothing can be shared.
    pub reader: reader::State,
    /// The texts that go along.
    pub disclosed: Disclosed,
    /// Whether the link is locked.
    pub lock: Lock,
    /// Whether the reader's page is shown.
    pub preview: Preview,
    /// What is to be told of copying.
    pub receipt: Option<Message>,
    /// What is to be told of locking.
    pub trouble: Option<Message>,
    /// Of which assessment, or link, all this was chosen.
    of: String,
    copying: Option<(Ticket, Copying)>,
    making: Option<Ticket>,
}

/// What happened.
#[derive(Clone, Debug, PartialEq)]
pub enum Event {
    /// A part is to go along, or not any more.
    Switched(Part),
    /// The reader's page was unfolded, or folded.
    Folded(Preview),
    /// The lock was put on, or taken off.
    LockSwitched,
    /// A passphrase was made up.
    PassphraseMade(Ticket, Option<String>),
    /// One was written.
    PassphraseWritten(String),
    /// Another one is wanted.
    AnotherWanted,
    /// The link is to be locked now.
    LockWanted,
    /// It was locked, or could not be.
    Locked(Ticket, Result<Box<Locked>, CryptoProblem>),
    /// A text is to be copied.
    CopyWanted(Copying, String),
    /// It was, or could not be.
    Copied(Ticket, bool),
    /// The system's sheet is wanted: title and address.
    SheetWanted(String, String),
}

/// The link as it can be passed on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Passable {
    /// What stands after `#`.
    Fragment(String),
    /// It is to be locked first.
    LockFirst,
    /// The texts are too long for a link.
    TooLong,
}

/// What is open, as it is passed on: without texts that no screen shows.
fn shown(desk: &Desk) -> Option<Rc<Assessment>> {
    Some(Rc::new(desk.assessment()?.as_shown()))
}

impl State {
    /// Whether the link that is shown is locked.
    pub fn is_locked(&self) -> bool {
        matches!(self.lock, Lock::Received(_) | Lock::Locked { .. })
    }

    /// The link of what is chosen now.
    pub fn passable(&self, assessment: &Assessment) -> Passable {
        match &self.lock {
            Lock::Received(fragment) => Passable::Fragment(fragment.clone()),
            Lock::Locked { fragment, told, .. } if self.holds(told, assessment) => {
                Passable::Fragment(fragment.clone())
            }
            Lock::Asked(_) | Lock::Working(..) | Lock::Locked { .. } => Passable::LockFirst,
            Lock::Open => match encode(assessment, &self.disclosed) {
                Ok(fragment) => Passable::Fragment(fragment),
                Err(_) => Passable::TooLong,
            },
        }
    }

    fn holds(&self, told: &Told, assessment: &Assessment) -> bool {
        told.disclosed == self.disclosed && *told.assessment == *assessment
    }

    /// What is open has come, or changed under another hand.
    pub(super) fn opened(&mut self, desk: &Desk) {
        let open = desk.session.open();
        let Some((open, shown)) = open.zip(shown(desk)) else {
            return;
        };
        // What was chosen for one holds for no other.
        let of = match &open.origin {
            Origin::Link(fragment) => fragment,
            Origin::New(id) | Origin::Kept(id) | Origin::Newer(id) => id.as_str(),
            // It is not passed on.
            Origin::Sample => return,
        };
        if self.of != of {
            *self = State {
                of: of.to_owned(),
                ..State::default()
            };
        }
        match (&self.lock, &open.origin) {
            // A lock is kept unless one takes it off.
            (Lock::Open, Origin::Link(fragment)) if fragment.starts_with(LOCKED) => {
                self.lock = Lock::Received(fragment.clone());
                self.disclosed = texts_of(&shown);
            }
            _ => self.lock_again(&shown),
        }
    }

    /// What was locked, or is being locked, is not what is chosen now: with the same
    /// passphrase it is to be locked again.
    fn lock_again(&mut self, shown: &Assessment) {
        let passphrase = match &self.lock {
            Lock::Working(_, passphrase, told)
            | Lock::Locked {
                passphrase, told, ..
            } if !self.holds(told, shown) => passphrase.clone(),
            _ => return,
        };
        self.lock = Lock::Asked(passphrase);
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event) -> Vec<Command> {
        match event {
            Event::Switched(part) => return self.switch(desk, part),
            Event::Folded(preview) => {
                self.preview = preview;
                if preview == Preview::Drawn {
                    return self.reader.want_grounds(Haste::Now);
                }
            }
            Event::LockSwitched => return self.switch_lock(desk),
            Event::AnotherWanted => return self.make(desk),
            Event::PassphraseMade(ticket, made) => {
                if self.making.take_if(|one| *one == ticket).is_some() {
                    self.lock = Lock::Asked(made.unwrap_or_default());
                    desk.ask(desk::Command::Focus(Focus::Id("passord".to_owned())));
                }
            }
            Event::PassphraseWritten(text) => {
                self.making = None;
                if self.lock != Lock::Open {
                    self.lock = Lock::Asked(text);
                }
            }
            Event::LockWanted => return self.lock(desk),
            Event::Locked(ticket, locked) => self.locked(desk, ticket, locked),
            Event::CopyWanted(what, text) => {
                let ticket = desk.ticket();
                self.copying = Some((ticket, what));
                self.receipt = None;
                return vec![Command::CopyText(ticket, text)];
            }
            Event::Copied(ticket, done) => return self.copied(desk, ticket, done),
            Event::SheetWanted(title, address) => return vec![Command::Sheet(title, address)],
        }
        Vec::new()
    }

    fn switch(&mut self, desk: &mut Desk, part: Part) -> Vec<Command> {
        self.disclosed = match self.disclosed.has(part) {
            true => self.disclosed.without(part),
            false => self.disclosed.with(part),
        };
        self.receipt = None;
        if let Some(shown) = shown(desk) {
            self.lock_again(&shown);
        }
        match self.lock {
            Lock::Received(_) => self.make(desk),
            _ => Vec::new(),
        }
    }

    fn switch_lock(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.receipt = None;
        self.trouble = None;
        match self.lock {
            Lock::Open => self.make(desk),
            _ => {
                self.lock = Lock::Open;
                self.making = None;
                desk.say_at(
                    Message::plain(key::LOCK_OPENED),
                    Focus::Id("laas".to_owned()),
                );
                Vec::new()
            }
        }
    }

    /// Makes up a passphrase; until it has come, none is there.
    fn make(&mut self, desk: &mut Desk) -> Vec<Command> {
        let ticket = desk.ticket();
        self.making = Some(ticket);
        self.lock = Lock::Asked(String::new());
        vec![Command::NewPassphrase(ticket)]
    }

    fn lock(&mut self, desk: &mut Desk) -> Vec<Command> {
        let Lock::Asked(passphrase) = &self.lock else {
            return Vec::new();
        };
        let passphrase = passphrase.clone();
        let Some(assessment) = shown(desk).filter(|_| !link::passphrase(&passphrase).is_empty())
        else {
            return Vec::new();
        };
        let Ok(payload) = link::payload(&assessment, &self.disclosed) else {
            self.tell(desk, Message::plain(key::SHARE_NO_LINK));
            return Vec::new();
        };
        let told = Told {
            disclosed: self.disclosed,
            assessment,
        };
        let ticket = desk.ticket();
        self.trouble = None;
        self.lock = Lock::Working(ticket, passphrase.clone(), told);
        desk.say_at(
            Message::plain(key::LOCK_WORKING),
            Focus::Id("passord".to_owned()),
        );
        vec![Command::Lock(ticket, payload, passphrase)]
    }

    fn tell(&mut self, desk: &mut Desk, message: Message) {
        self.trouble = Some(message.clone());
        desk.say(message);
    }

    /// Only the lock that is still wanted is put on.
    fn locked(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        locked: Result<Box<Locked>, CryptoProblem>,
    ) {
        let Lock::Working(awaited, passphrase, told) = &self.lock else {
            return;
        };
        if *awaited != ticket {
            return;
        }
        match locked {
            Ok(locked) => {
                self.lock = Lock::Locked {
                    passphrase: passphrase.clone(),
                    fragment: locked.write(),
                    told: told.clone(),
                };
                desk.say_at(
                    Message::plain(key::LOCK_DONE_SAID),
                    Focus::Id("kopier".to_owned()),
                );
            }
            Err(_) => {
                // Never open by itself: the user says so, or tries again.
                self.lock = Lock::Asked(passphrase.clone());
                self.tell(desk, Message::plain(key::UNLOCK_MISSING));
            }
        }
    }

    fn copied(&mut self, desk: &mut Desk, ticket: Ticket, done: bool) -> Vec<Command> {
        let Some((_, what)) = self.copying.take_if(|(one, _)| *one == ticket) else {
            return Vec::new();
        };
        let message = Message::plain(match (done, what) {
            (true, Copying::Link) => key::SHARE_COPIED,
            (true, Copying::Words) => key::SHARE_TEXT_COPIED,
            (false, _) if desk.surroundings.secure == desk::Offer::Missing => {
                key::SHARE_COPY_INSECURE
            }
            (false, _) => key::SHARE_COPY_FAILED,
        });
        self.receipt = Some(message.clone());
        desk.say(message);
        match done {
            true => Vec::new(),
            // Marked, so that the keys can copy it.
            false => vec![Command::Select("lenke")],
        }
    }
}

const LOCKED: &str = link::LOCKED_PREFIX;

/// The parts of which there is something to tell.
fn texts_of(assessment: &Assessment) -> Disclosed {
    Part::ALL
        .into_iter()
        .fold(Disclosed::default(), |told, part| {
            // One part may be told with another only.
            match told.with(part).of(assessment) == told.of(assessment) {
                true => told,
                false => told.with(part),
            }
        })
}

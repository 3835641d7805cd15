//! Asking others: rounds and invitations, the replies that come back, and what of them is shown.
//! Two screens have this state: the one that asks, and the one that tells what was replied.

pub mod camera;
pub mod collecting;
mod doing;
mod event;
mod inviting;
mod whose;

use std::collections::BTreeMap;

use forankring_core::address::{Id, Place, Route};
use forankring_core::catalogue::Level;
use forankring_core::keeping::StorageProblem;
use forankring_core::panel::{Deed, Replies, Reply, Round};
use forankring_core::texts::{Lang, key};

use super::underway::Underway;
use super::{Command, reader};
use crate::desk::{Command as At, Focus, LONG, Told};
use crate::{Desk, Message, Stamp, Ticket};

pub use collecting::Finding;
pub use event::{BOX, CAMERA, Done, Event, FOUND, Kept, Known, LIST, ROUND, Whose};
pub use whose::leads_to;

/// So many replies are taken in at a time.
const PORTION: usize = 500;

/// What the screens show.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What belongs to reading, where nothing is open.
    pub reader: reader::State,
    /// The replies that are kept.
    pub kept: Kept,
    /// What was received, and what was found in it.
    pub collecting: collecting::State,
    /// What became of a reply in the address.
    pub whose: Whose,
    /// What came of the last thing that was done, beside where it was done.
    pub receipt: Option<Message>,
    /// What takes the last deed back.
    pub back: Option<Deed>,
    /// The language of invitations, where it is not that of the page.
    pub lang: Option<Lang>,
    /// Which level something was copied for last.
    pub copied: Option<Level>,
    pages: BTreeMap<(usize, Round), usize>,
    reading: Option<(Ticket, Id)>,
    doing: Underway<Doing>,
    copying: Option<(Ticket, Level)>,
}

/// What is being done to the replies of an assessment.
#[derive(Clone, Debug, PartialEq)]
struct Doing {
    id: Id,
    deed: Deed,
    /// What takes all of it back, as far as it has come.
    back: Option<Deed>,
    /// What comes after this portion.
    rest: Vec<(String, Reply)>,
    /// How many are done with this portion.
    done: usize,
    /// Some were left out.
    stopped: bool,
}

impl State {
    /// Reads what belongs to what is open or, where a reply stands in the address, looks for
    /// what it belongs to.
    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        let asks = desk.page.route == Route::Ask;
        let mut commands: Vec<Command> = Vec::new();
        if asks {
            commands.extend(self.collecting.look_for_camera(desk));
        }
        match &desk.place {
            Some(Place::Link(text)) if asks => {
                let text = text.clone();
                commands.extend(self.seek(desk, text));
                return commands;
            }
            Some(Place::Unknown) if asks => {
                let text = desk.fragment().to_owned();
                commands.extend(self.seek(desk, text));
                return commands;
            }
            _ => {}
        }
        let open = desk.session.open();
        let own = open.filter(|open| !open.origin.is_read_only());
        let Some(id) = own.and_then(|open| open.origin.id()).cloned() else {
            self.reading = None;
            return commands;
        };
        if self.reading.as_ref().is_some_and(|(_, other)| *other != id) {
            self.kept = Kept::Unknown;
            self.back = None;
        }
        let ticket = desk.ticket();
        self.reading = Some((ticket, id.clone()));
        desk.ask(At::Wait(ticket, LONG));
        commands.push(Command::ReadReplies(ticket, id));
        commands
    }

    /// Another assessment is shown: what was received stays, for it may belong to this one.
    pub(super) fn moved(&mut self) {
        *self = State {
            collecting: std::mem::take(&mut self.collecting),
            lang: self.lang,
            ..State::default()
        };
    }

    /// It takes long: it is said, and still awaited.
    pub(super) fn time_passed(&mut self, desk: &mut Desk, ticket: Ticket) {
        let awaited = self.reading.as_ref().is_some_and(|(one, _)| *one == ticket);
        if awaited && self.kept == Kept::Unknown {
            self.kept = Kept::Failed(StorageProblem::Slow);
        }
        if let Some(message) = self.doing.time_passed(desk, ticket) {
            self.receipt = Some(message);
        }
    }

    pub(super) fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::AddresseesRead(ticket, read) => self.addressees_read(desk, ticket, read),
            Event::Read(ticket, read) => return self.replies_read(desk, ticket, read),
            Event::RoundWanted(items) => self.begin_round(desk, &items, stamp),
            Event::Asked(level, expected) => self.ask_level(desk, (level, expected), stamp),
            Event::Set(field, text) => self.set(desk, field, text, stamp),
            Event::LangChosen(lang) => self.lang = Some(lang),
            Event::Written(text) => {
                self.collecting.text = text;
                self.collecting.told = None;
                self.receipt = None;
            }
            Event::ReadWanted => {
                self.collecting.told = None;
                return self.look(desk);
            }
            Event::FilesChosen(field) => return self.collecting.files_chosen(desk, field),
            Event::FilesRead(ticket, texts) => {
                if self.collecting.files_read(ticket, texts) {
                    return self.look(desk);
                }
            }
            Event::CameraKnown(ticket, there) => self.collecting.camera_known(ticket, there),
            Event::CameraTurned => return self.collecting.camera_turned(desk),
            Event::CameraSaw(ticket, seen) => {
                if self.collecting.camera_saw(desk, ticket, seen) {
                    return self.look(desk);
                }
            }
            Event::TakeWanted => return self.take_in(desk, stamp),
            Event::StopWanted => self.stop(),
            Event::PutAway => self.collecting.put_away(desk),
            Event::FoundPage(page) => {
                if let Some(finding) = &mut self.collecting.finding {
                    finding.page = page;
                    desk.ask(At::Focus(Focus::Id(FOUND.to_owned())));
                }
            }
            Event::ListPage(level, round, page) => {
                self.pages.insert((level.index(), round), page);
                desk.ask(At::Focus(Focus::Id(list_id(level, round))));
            }
            Event::TurnWanted(link) => return self.turn(desk, link, stamp),
            Event::ShowWanted(level, round) => {
                return self.act(desk, Deed::Show(level, round), stamp);
            }
            Event::BackWanted => {
                if let Some(deed) = self.back.clone() {
                    return self.act(desk, deed, stamp);
                }
            }
            Event::Done(ticket, id, done) => return self.done(desk, ticket, (id, done), stamp),
            Event::CopyWanted(level, text) => {
                let ticket = desk.ticket();
                self.copying = Some((ticket, level));
                return vec![Command::CopyInvitation(ticket, text)];
            }
            Event::Copied(ticket, copied) => self.was_copied(desk, ticket, copied, stamp),
            Event::SheetWanted(level, title, link) => {
                self.given_out(desk, level, stamp);
                return vec![Command::Sheet(title, link)];
            }
            Event::GivenOut(level) => self.given_out(desk, level, stamp),
        }
        Vec::new()
    }

    fn tell(&mut self, desk: &mut Desk, message: Message) {
        self.receipt = Some(message.clone());
        desk.say(message);
    }

    fn was_copied(&mut self, desk: &mut Desk, ticket: Ticket, copied: bool, stamp: &Stamp) {
        let Some((_, level)) = self.copying.take_if(|(one, _)| *one == ticket) else {
            return;
        };
        let said = match copied {
            true => key::ASK_COPIED,
            false => key::ASK_NOT_COPIED,
        };
        self.copied = Some(level);
        self.tell(desk, Message::plain(said));
        if copied {
            self.given_out(desk, level, stamp);
        }
    }

    fn replies_read(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        read: Result<(Replies, usize), StorageProblem>,
    ) -> Vec<Command> {
        if self.reading.as_ref().is_none_or(|(one, _)| *one != ticket) {
            return Vec::new();
        }
        self.kept = match read {
            Ok((replies, damaged)) => Kept::Read(replies, damaged),
            Err(problem) => Kept::Failed(problem),
        };
        self.judge(desk)
    }

    /// The replies, where they were read.
    pub fn replies(&self) -> Option<&Replies> {
        match &self.kept {
            Kept::Read(replies, _) => Some(replies),
            _ => None,
        }
    }

    /// Which page of the replies of a level in a round is shown, counted from 0.
    pub fn page(&self, level: Level, round: Round) -> usize {
        let page = self.pages.get(&(level.index(), round));
        page.copied().unwrap_or_default()
    }

    /// Looks for replies in all that was received.
    fn look(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.receipt = None;
        let found = self.collecting.gather();
        self.collecting.say_found(desk);
        match desk.session.open() {
            Some(_) => self.judge(desk),
            None if found => self.seek_found(desk),
            None => Vec::new(),
        }
    }

    fn judge(&mut self, desk: &mut Desk) -> Vec<Command> {
        let replies = self.replies().cloned();
        self.collecting.judge(desk, replies.as_ref())
    }
}

/// Where the replies of a level in a round stand.
pub fn list_id(level: Level, round: Round) -> String {
    format!("{LIST}-{}-{}", level.id(), round.number())
}

/// Something was written: this tab shows it, and others hear of it.
fn told(desk: &mut Desk, id: &Id) {
    desk.wrote(Told::Written(id.clone()));
    desk.read_again(Some(id));
}

/// Something came of a deed whose screen was left.
pub(super) fn left(desk: &mut Desk, event: &Event) {
    if let Event::Done(_, id, Ok(Ok(_))) = event {
        told(desk, id);
    }
}

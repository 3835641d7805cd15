//! Carries out what the session asks for: at once, or when its turn comes.

use std::rc::Rc;

use forankring_core::address::Place;
use forankring_core::answered::answered;
use forankring_core::file;
use forankring_core::json;
use forankring_core::keeping::{Facts, Found, Record, Written};
use forankring_core::link::{Locked, find};
use forankring_core::plan::table_in;
use forankring_core::series::Sequel;
use forankring_core::texts::{Lang, Texts};
use forankring_session::Part;
use forankring_session::desk::{self, Bound, Copied, CopyHow, CopyState, Loaded};
use forankring_session::screens::answered::All;
use forankring_session::screens::reader::CryptoProblem;
use forankring_session::screens::reporting;
use forankring_session::screens::tables::From;
use forankring_session::screens::{
    self, again, asking, history, intake, passing, planning, privacy, reader, shelf, status, trial,
};

use super::tab::Carries;
use super::{Command, Event, How, Mode, Notes, Pending, World};

/// What the tests have in mind by "the passphrase".
pub const PASSPHRASE: &str = "123 456";

/// A link locked in the way of the tests: what is sealed stands there as it is, and the
/// tag says with which passphrase.
pub fn lock(payload: &[u8], passphrase: &str) -> Locked {
    Locked {
        rounds: 600_000,
        salt: [1; 16],
        nonce: [2; 12],
        sealed: [payload, &tag(passphrase)].concat(),
    }
}

fn tag(passphrase: &str) -> [u8; 16] {
    let mut tag = [0u8; 16];
    for (n, byte) in passphrase.bytes().enumerate() {
        tag[n % 16] = byte.wrapping_add(tag[n % 16].rotate_left(3));
    }
    tag
}

/// What it holds, with the right passphrase.
pub fn unlock(locked: &Locked, passphrase: &str) -> Result<Vec<u8>, CryptoProblem> {
    let (payload, sealed) = locked.sealed.split_at(locked.sealed.len() - 16);
    match sealed == tag(passphrase) {
        true => Ok(payload.to_vec()),
        false => Err(CryptoProblem::Wrong),
    }
}

/// Whether a command writes to the store.
pub fn writes(command: &Command) -> bool {
    use screens::Command as On;
    matches!(
        command,
        Command::Desk(desk::Command::Commit(..))
            | Command::Screen(On::Act(..) | On::TakeIn(..) | On::GoBack(..) | On::DoToReplies(..))
            | Command::Reply(forankring_session::replying::Command::Forget(..))
    )
}

impl World {
    pub(super) fn run(&mut self, tab: usize, command: Command) {
        use forankring_session::desk::Command as At;
        let here = &mut self.tabs[tab];
        match command {
            Command::Desk(At::Push(page, place, draft)) => {
                let mut entry = here.entries[here.at].clone();
                entry.page = page;
                entry.fragment = place.to_string();
                entry.carries = draft.map_or(Carries::Nothing, Carries::Draft);
                here.entries.truncate(here.at + 1);
                here.entries.push(entry);
                here.at += 1;
            }
            Command::Desk(At::Replace(place, draft)) => {
                let entry = &mut here.entries[here.at];
                entry.fragment = place.to_string();
                entry.carries = draft.map_or(Carries::Nothing, Carries::Draft);
            }
            Command::Desk(At::Visit(page, place, handed)) => {
                self.visit(tab, page, &place, &handed);
            }
            Command::Desk(At::Reload(handed)) => self.load_anew(tab, &handed),
            Command::Desk(At::HandOver(handed)) => {
                self.leave(tab, &handed);
            }
            Command::Desk(At::ForgetLast) => self.last = None,
            Command::Desk(At::ForgetAll) => {
                self.last = None;
                self.leave(tab, &[]);
            }
            Command::Desk(At::Remember(place)) if self.notes == Notes::There => {
                self.last = Some(place);
            }
            Command::Desk(At::Tell(told)) => self.tell(tab, &told),
            Command::Desk(At::Save(file)) => self.saved.push(file.text),
            Command::Desk(At::FindLast(ticket)) => match &self.last {
                Some(Place::Kept(id, _)) => {
                    let found = Ok(Some(id.clone()));
                    let found = desk::Event::LastFound(ticket, found);
                    here.at_once.push(Event::Desk(found));
                }
                _ => self.pend(tab, Command::Desk(At::FindLast(ticket))),
            },
            Command::Screen(screens::Command::NewPassphrase(ticket)) => {
                let made = Some(format!("{} {}", self.drawn, self.drawn * 7));
                let made = passing::Event::PassphraseMade(ticket, made);
                let made = Event::Screen(screens::Event::Share(made));
                self.tabs[tab].at_once.push(made);
            }
            other if self.answers(&other) => self.pend(tab, other),
            _ => {}
        }
    }

    fn pend(&mut self, tab: usize, command: Command) {
        if let Some(doc) = &mut self.tabs[tab].doc {
            doc.pending.push(Pending::Asked(command));
        }
    }

    /// Whether it is answered later.
    fn answers(&self, command: &Command) -> bool {
        use forankring_session::desk::Command as At;
        use forankring_session::screens::Command as On;
        match command {
            Command::Desk(
                At::Load(..)
                | At::LoadNewer(..)
                | At::Commit(..)
                | At::FetchWords(_)
                | At::Wait(..)
                | At::Copy(..)
                | At::LookBack(..)
                | At::Mend(..),
            ) => true,
            Command::Desk(_) => false,
            Command::Screen(
                On::BackedUp(_) | On::Select(_) | On::Sheet(..) | On::Watch(..) | On::Tidy(_),
            ) => false,
            Command::Screen(_) => true,
            Command::Reply(command) => World::replies_later(command),
        }
    }

    /// The turn of a pending one comes: what was asked for is done, or what came of it is
    /// told.
    pub fn turn(&mut self, tab: usize, n: usize, how: How) {
        let Some(doc) = self.tabs[tab]
            .doc
            .as_mut()
            .filter(|doc| n < doc.pending.len())
        else {
            return;
        };
        let event = match doc.pending.remove(n) {
            Pending::Told(event) => Some(event).filter(|_| how != How::Lost && how != How::Never),
            Pending::Asked(command) => self.come_of(command, how),
        };
        let Some(event) = event else { return };
        let again = matches!(how, How::Late | How::Twice);
        if let Some(doc) = self.tabs[tab].doc.as_mut().filter(|_| again) {
            doc.pending.push(Pending::Told(event.clone()));
        }
        if how != How::Late {
            self.happen(tab, event);
        }
    }

    /// Does it, and says what came of it.
    pub(super) fn come_of(&mut self, command: Command, how: How) -> Option<Event> {
        if how == How::Never {
            return None;
        }
        let works = self.store.mode;
        if how == How::Fails {
            self.store.mode = Mode::Blocked;
        }
        let event = match command {
            Command::Desk(command) => Event::Desk(self.at_the_desk(command, how)?),
            Command::Screen(command) => Event::Screen(self.on_a_screen(command, how)?),
            Command::Reply(command) => Event::Reply(self.replied(command, how)?),
        };
        self.store.mode = works;
        Some(event).filter(|_| how != How::Lost)
    }

    fn at_the_desk(&mut self, command: desk::Command, how: How) -> Option<desk::Event> {
        use forankring_session::desk::{Command as At, Event as Did};
        Some(match command {
            At::FindLast(ticket) => Did::LastFound(ticket, self.store.last_unfinished()),
            At::Load(ticket, id) => {
                let left = match &self.last {
                    Some(Place::Kept(last, item)) if *last == id => *item,
                    _ => None,
                };
                let found = self.store.load(&id);
                Did::Loaded(ticket, Loaded { found, left })
            }
            At::LoadNewer(ticket, _) => Did::NewerLoaded(ticket, None),
            At::Commit(ticket, write) => {
                let (ms, at) = (self.ms(), self.moment());
                let through = write.through;
                let kept = self.store.commit(&write, ms);
                let receipt = kept.map(|kept| Box::new(Written { kept, through, at }));
                Did::Written(ticket, write.id, receipt)
            }
            At::FetchWords(ticket) => {
                let texts = Some(Texts::builtin(Lang::Nb)).filter(|_| how != How::Fails);
                Did::WordsCame(ticket, texts)
            }
            At::Wait(ticket, _) => Did::TimePassed(ticket),
            At::Mend(ticket, text) => {
                let found = Some(text).filter(|_| how != How::Fails);
                Did::Mended(ticket, found.map(|text| find(&text)))
            }
            At::LookBack(ticket, parts) => {
                let follows = Sequel::of(&parts).map(|sequel| sequel.follows);
                let found = follows.filter(|_| how != How::Fails).and_then(|id| {
                    match self.store.load(&id) {
                        Ok(Found::Here(kept)) if kept.binned.is_none() => {
                            Some(Rc::new((id, kept.assessment)))
                        }
                        _ => None,
                    }
                });
                Did::LookedBack(ticket, found)
            }
            At::Copy(ticket, asked) => Did::CopyMade(ticket, self.copy(asked, how)),
            _ => return None,
        })
    }

    /// The running back-up: a file outside the browser.
    fn copy(&mut self, asked: CopyHow, how: How) -> Copied {
        let bound = |(state, _)| Bound {
            name: "kopi.json".to_owned(),
            state,
        };
        if how == How::Fails {
            return Copied::Cancelled;
        }
        match (asked, &mut self.file) {
            (CopyHow::Choose, file) => {
                *file = Some((CopyState::Written(None), 0));
                return file.map_or(Copied::Cancelled, |file| Copied::Chosen(bound(file)));
            }
            (CopyHow::Look, _) => {}
            (CopyHow::End, file) => *file = None,
            (CopyHow::Quietly | CopyHow::Asking, Some((CopyState::Changed, _))) => {}
            (_, Some((state, written))) => {
                *state = CopyState::Written(Some(self.now));
                *written += 1;
            }
            (_, None) => {}
        }
        Copied::Stands(self.file.map(bound))
    }

    fn on_a_screen(&mut self, command: screens::Command, how: How) -> Option<screens::Event> {
        use forankring_session::screens::{Command as On, Event as Did};
        let ms = self.ms();
        Some(match command {
            On::List(ticket, first) => {
                Did::Shelf(shelf::Event::Listed(ticket, self.store.list(first)))
            }
            On::Facts(ticket) => {
                let (used, lasting) = (None, None);
                Did::Privacy(privacy::Event::FactsRead(ticket, Facts { used, lasting }))
            }
            On::Act(ticket, act) => Did::Done(ticket, self.store.act(&act), act),
            On::Raw(ticket, _) => Did::Shelf(shelf::Event::RawRead(ticket, None)),
            On::ReadAll(ticket) => Did::Shelf(shelf::Event::AllRead(ticket, self.store.whole())),
            On::ReadFile(ticket, _) => {
                let text = Some(&self.chosen).filter(|_| how != How::Fails);
                let read = text.map(|text| file::read_backup(text, json::parse));
                Did::Intake(intake::Event::FileRead(ticket, read))
            }
            On::Weigh(ticket, documents) => {
                Did::Intake(intake::Event::Weighed(ticket, self.store.weigh(&documents)))
            }
            On::TakeIn(ticket, documents, _) => {
                let took = self.store.take_in(documents, ms);
                Did::Intake(intake::Event::TookIn(ticket, took))
            }
            On::Series(ticket) => Did::Status(status::Event::SeriesRead(ticket, self.store.all())),
            On::States(ticket, id) => {
                Did::History(history::Event::StatesRead(ticket, self.store.states(&id)))
            }
            On::GoBack(ticket, id, state, _) => {
                let went = self.store.go_back(&id, *state, ms);
                Did::History(history::Event::WentBack(ticket, id, went))
            }
            other => return self.passed(other, how),
        })
    }

    fn passed(&mut self, command: screens::Command, how: How) -> Option<screens::Event> {
        use forankring_session::screens::{Command as On, Event as Did};
        let fails = how == How::Fails;
        let told = |event| Did::Plan(planning::Event::TableIn(event));
        Some(match command {
            On::Lock(ticket, payload, passphrase) => {
                let locked = match fails {
                    true => Err(CryptoProblem::Missing),
                    false => Ok(Box::new(lock(&payload, &passphrase))),
                };
                Did::Share(passing::Event::Locked(ticket, locked))
            }
            On::Unlock(ticket, locked, passphrase) => {
                let opened = match fails {
                    true => Err(CryptoProblem::Missing),
                    false => unlock(&locked, &passphrase)
                        .map(|payload| Locked::opened(&payload).map(Box::new)),
                };
                Did::Reader(reader::Event::Unlocked(ticket, opened))
            }
            On::Report(ticket, wanted) => {
                let came = (!fails).then(|| self.reported(*wanted));
                let came = reporting::Event::Came(ticket, came);
                Did::Plan(planning::Event::Report(came))
            }
            On::FindAddressees(ticket) => {
                let known = self.store.addressees();
                Did::Ask(asking::Event::AddresseesRead(ticket, known))
            }
            On::ReadTexts(ticket, _) => {
                let text = Some(self.chosen.clone()).filter(|_| !fails);
                Did::Ask(asking::Event::FilesRead(ticket, vec![text]))
            }
            On::LookForCamera(ticket) => Did::Ask(asking::Event::CameraKnown(ticket, !fails)),
            On::ReadReplies(ticket, id) => {
                Did::Ask(asking::Event::Read(ticket, self.store.replies(&id)))
            }
            On::DoToReplies(ticket, id, deed, at) => {
                let done = self.store.do_to_replies(&id, &deed, at);
                Did::Ask(asking::Event::Done(ticket, id, done))
            }
            On::CopyInvitation(ticket, _) => Did::Ask(asking::Event::Copied(ticket, !fails)),
            On::CopyText(ticket, _) => Did::Share(passing::Event::Copied(ticket, !fails)),
            On::ReadTable(ticket, from) => {
                let read = match (&from, fails) {
                    (_, true) => None,
                    (From::Text(text), _) => Some(table_in::read_text(text).map(Rc::new)),
                    (From::File(_), _) => {
                        Some(table_in::read_file(self.chosen.as_bytes()).map(Rc::new))
                    }
                };
                told(planning::table_in::Event::Read(ticket, read))
            }
            On::Understand(ticket, asked) => {
                let found = (!fails).then(|| Rc::new(table_in::understand(&asked.given())));
                told(planning::table_in::Event::Understood(ticket, found))
            }
            On::CopyTable(ticket, _) => {
                let copied = match fails {
                    true => planning::Copied::Nothing,
                    false => planning::Copied::Table,
                };
                Did::Plan(planning::Event::Copied(ticket, copied))
            }
            On::SavePng(ticket, ..) => Did::Reader(reader::Event::PictureSaved(ticket, !fails)),
            On::FetchGrounds(_) => Did::Reader(reader::Event::GroundsCame(match fails {
                true => Part::Missing,
                false => Part::Here,
            })),
            On::FetchTrial(ticket) => {
                let words = Texts::builtin(Lang::Nb);
                let came = (!fails).then(|| (trial::tool::tool(), words));
                Did::Reader(reader::Event::Trial(trial::Event::Came(ticket, came)))
            }
            On::FindAnswered(ticket, result) => {
                let all = (!fails).then(|| self.store.all()).and_then(Result::ok);
                let found = all.and_then(|all| {
                    let kept = all.iter().filter_map(Record::shown);
                    All::of(answered(&result, kept.map(|kept| &kept.assessment)))
                });
                Did::Reader(reader::Event::AnsweredFound(ticket, found))
            }
            On::FetchAgain(ticket) => {
                let came = (!fails).then(|| (again::tool::tool(), self.store.all()));
                Did::Reader(reader::Event::AgainCame(ticket, came))
            }
            _ => return None,
        })
    }
}

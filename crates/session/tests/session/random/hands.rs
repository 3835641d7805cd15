//! What can be done on the screen that is shown, besides answering.

use forankring_core::address::{Id, Route};
use forankring_core::assessment::Name;
use forankring_core::catalogue::{Item, Step};
use forankring_core::keeping::Kept;
use forankring_core::series::Sequel;
use forankring_session::desk::{Command as At, CopyHow};
use forankring_session::screens::{
    Command as Asked, Event as OnScreen, Screen, history, intake, passing, privacy, reader,
    running, shelf, status, trial,
};

use super::play::Play;
use super::step::{Deed, Move};
use crate::world::{Command, How, PASSPHRASE, blank};

impl Play {
    fn shelf(&mut self, tab: usize, event: shelf::Event) {
        self.world.screen(tab, OnScreen::Shelf(event));
    }

    pub fn on_screen(&mut self, tab: usize, step: Move) {
        let Some(screens) = self.world.tabs[tab].doc().live.screen().cloned() else {
            return;
        };
        match (step, &screens) {
            (Move::Shelf(deed, n), _) => {
                let Some(list) = screens.shelf() else { return };
                let records = list.records();
                let Some(record) = records.get(n % records.len().max(1)).cloned() else {
                    return;
                };
                self.deed(tab, deed, &record.key);
            }
            (Move::Again, Screen::Status(_) | Screen::Reading(_)) => self.again(tab, &screens),
            (Move::Again, _) => {
                if let Some(id) = self.world.seen(tab).open_id().cloned() {
                    self.world.follow_to(tab, Route::Status, &id);
                }
            }
            (Move::DeleteAll, Screen::Privacy(_)) => {
                self.oracle.deletes_all(tab, self.world.seen(tab));
                self.world
                    .screen(tab, OnScreen::Privacy(privacy::Event::DeleteAsked));
                self.world
                    .screen(tab, OnScreen::Privacy(privacy::Event::DeleteConfirmed));
            }
            (Move::Backup, _) => self.shelf(tab, shelf::Event::BackupWanted),
            (Move::Choose(n), _) if screens.intake().is_some() => {
                self.world.chosen = match self.world.saved.len() {
                    0 => "{}".to_owned(),
                    many => self.world.saved[n % many].clone(),
                };
                self.intake(tab, intake::Event::Chosen("fil"));
            }
            (Move::TakeIn, _) => self.intake(tab, intake::Event::TakeWanted),
            (Move::LeaveOut, _) => self.intake(tab, intake::Event::Left),
            (Move::KeepCopy, _) if screens.reader().is_some() => {
                self.reader(tab, reader::Event::KeepWanted);
            }
            (Move::Unlock(right), _) if screens.reader().is_some() => {
                let typed = if right { PASSPHRASE } else { "000" };
                self.reader(tab, reader::Event::PassphraseWritten(typed.to_owned()));
                self.reader(tab, reader::Event::UnlockWanted);
            }
            (Move::Try(item, step), Screen::Reading(_)) => {
                let event = match step {
                    0 => trial::Event::Ended,
                    6 => trial::Event::TakenBack,
                    7 => trial::Event::Wanted,
                    step => trial::Event::Tried(Item::ALL[item], Step::new(step)),
                };
                self.reader(tab, reader::Event::Trial(event));
            }
            (Move::GoBackTo(n), Screen::History(own)) => {
                let states: Vec<Kept> = match &own.states {
                    Some(Ok(states)) => states.to_vec(),
                    _ => return,
                };
                if let Some(state) = states.get(n) {
                    let back = history::Event::BackWanted(state.revision);
                    self.world.screen(tab, OnScreen::History(back));
                }
            }
            (Move::Copy(how), _) => {
                let event = match how {
                    CopyHow::Choose => running::Event::BindWanted,
                    CopyHow::Over => running::Event::OverwriteWanted,
                    CopyHow::End => running::Event::EndWanted,
                    CopyHow::Asking | CopyHow::Quietly | CopyHow::Look => {
                        running::Event::WriteWanted
                    }
                };
                self.world.screen(tab, OnScreen::Running(event));
            }
            (Move::Switch(part), Screen::Share(_)) => {
                self.share(tab, passing::Event::Switched(part));
            }
            (Move::SwitchLock, Screen::Share(_)) => self.share(tab, passing::Event::LockSwitched),
            (Move::Passphrase(n), Screen::Share(_)) => {
                self.share(tab, passing::Event::PassphraseWritten(format!("ord {n}")));
            }
            (Move::Lock, Screen::Share(_)) => self.share(tab, passing::Event::LockWanted),
            _ => {}
        }
    }

    /// Begins the one that follows what is open: what goes along is meant to be there.
    fn again(&mut self, tab: usize, screen: &Screen) {
        let Some(id) = self.world.seen(tab).open_id().cloned() else {
            return;
        };
        let before = self.world.tabs[tab].doc().number;
        match screen {
            Screen::Status(_) => {
                let again = OnScreen::Status(status::Event::AgainWanted(id));
                self.world.screen(tab, again);
            }
            // What is fetched for it comes at once, or has been asked for before.
            _ => {
                let again = OnScreen::Reader(reader::Event::AgainWanted);
                self.world.screen(tab, again);
                let fetches = |one: &Command| matches!(one, Command::Screen(Asked::FetchAgain(_)));
                self.world.let_come(tab, fetches, How::Comes);
            }
        }
        let here = &self.world.tabs[tab];
        let docs = here.doc.iter().chain(&here.away);
        let log = docs.filter(|doc| doc.number == before);
        let log: Vec<_> = log.flat_map(|doc| doc.log.clone()).collect();
        for command in log {
            if let Command::Desk(At::Visit(_, _, handed)) = command {
                for one in handed {
                    self.oracle.meant_all(&one.assessment, &one.id);
                }
            }
        }
        let begun = self.world.seen(tab).session.open().cloned();
        let of_document = (tab, self.world.tabs[tab].doc().number);
        if let Some((id, open)) = begun
            .as_ref()
            .and_then(|open| Some((open.origin.id()?, open)))
            && Sequel::of(&open.assessment.parts).is_some()
            && open.has_unsaved()
        {
            self.oracle
                .done(of_document, id, &blank(), &open.assessment);
        }
    }

    fn intake(&mut self, tab: usize, event: intake::Event) {
        self.world.screen(tab, OnScreen::Intake(event));
    }

    fn reader(&mut self, tab: usize, event: reader::Event) {
        self.world.screen(tab, OnScreen::Reader(event));
    }

    fn share(&mut self, tab: usize, event: passing::Event) {
        self.world.screen(tab, OnScreen::Share(event));
    }

    pub fn deed(&mut self, tab: usize, deed: Deed, key: &str) {
        let Some(id) = Id::parse(key) else { return };
        match deed {
            Deed::Bin => self.shelf(tab, shelf::Event::Binned(id)),
            Deed::Unbin => self.shelf(tab, shelf::Event::Unbinned(id)),
            Deed::Copy => {
                let name = self.text("kopi");
                let name = Name::parse(&name).unwrap();
                self.shelf(tab, shelf::Event::CopyWanted(id, name));
            }
            Deed::Forget => {
                self.shelf(tab, shelf::Event::ForgetAsked(key.to_owned()));
                self.shelf(tab, shelf::Event::ForgetConfirmed(key.to_owned()));
            }
        }
    }
}

//! What a user does, and what she sees.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Action, Assessment, LevelMedians, Medians, Name};
use forankring_core::catalogue::{Answer, Item, Level, PerTheme, Step};
use forankring_core::day::Day;
use forankring_core::file::{Document, write_backup};
use forankring_core::link::{Disclosed, encode, payload};
use forankring_core::texts::Key;
use forankring_session::desk::{self, Command as At, Focus, Open, Saving, Session};
use forankring_session::replying::{self, Command as Reply, Replying};
use forankring_session::screens::{Command as On, Screen, passing, shelf};
use forankring_session::{Desk, screens};

use super::carry::{PASSPHRASE, lock};
use super::{Command, Event, How, Pending, World, page};

/// Which pending ones are meant.
pub type Meant = fn(&Command) -> bool;

pub const LOADS: Meant = |one| matches!(one, Command::Desk(At::Load(..)));
pub const FINDS: Meant = |one| matches!(one, Command::Desk(At::FindLast(_)));
pub const COMMITS: Meant = |one| matches!(one, Command::Desk(At::Commit(..)));
pub const WAITS: Meant = |one| matches!(one, Command::Desk(At::Wait(..)));
pub const COPIES: Meant = |one| matches!(one, Command::Desk(At::Copy(..)));
pub const ACTS: Meant = |one| matches!(one, Command::Screen(On::Act(..)));
pub const LOCKS: Meant = |one| matches!(one, Command::Screen(On::Lock(..)));
pub const UNLOCKS: Meant = |one| matches!(one, Command::Screen(On::Unlock(..)));
pub const WORDS: Meant = |one| matches!(one, Command::Desk(At::FetchWords(_)));
pub const MENDS: Meant = |one| matches!(one, Command::Desk(At::Mend(..)));
pub const TAKES: Meant = |one| matches!(one, Command::Screen(On::TakeIn(..)));
pub const SERIES: Meant = |one| matches!(one, Command::Screen(On::Series(_)));
pub const READS_ALL: Meant = |one| matches!(one, Command::Screen(On::ReadAll(_)));
pub const LOOKS: Meant = |one| matches!(one, Command::Reply(Reply::LookAround(..)));
pub const UNPACKS: Meant = |one| matches!(one, Command::Reply(Reply::Unpack(..)));
pub const MAKES: Meant = |one| matches!(one, Command::Reply(Reply::Make(..)));
pub const FORGETS: Meant = |one| matches!(one, Command::Reply(Reply::Forget(..)));
pub const COPIES_REPLY: Meant = |one| matches!(one, Command::Reply(Reply::Copy(..)));

pub fn rated(step: u8) -> Answer {
    Answer::Rated(Step::new(step).unwrap())
}

pub fn named(text: &str) -> Action {
    Action::NameWritten(Name::parse(text).unwrap())
}

/// What is passed on by somebody with a name.
/// What is passed on under a name.
pub fn passed_on(name: &str) -> Assessment {
    super::blank().apply(&named(name), Day::from_number(20_000))
}

/// What so many managers replied: step 2, to everything.
pub fn replied_by(replies: u16) -> Medians {
    let mut medians = Medians::default();
    let answers = PerTheme::from_fn(|_| Some(rated(2)));
    *medians.0.get_mut(Level::Executive) = Some(LevelMedians { replies, answers });
    medians
}

/// A link that tells a name.
pub fn link_of(name: &str) -> String {
    encode(&passed_on(name), &Disclosed::all()).unwrap()
}

/// The same, locked.
pub fn locked_of(name: &str) -> String {
    let payload = payload(&passed_on(name), &Disclosed::all()).unwrap();
    lock(&payload, PASSPHRASE).write()
}

impl World {
    pub fn seen(&self, tab: usize) -> &Desk {
        self.tabs[tab].doc().live.desk()
    }

    pub fn screen_of(&self, tab: usize) -> &Screen {
        let screens = self.tabs[tab].doc().live.screen();
        screens.expect("more than answering is loaded")
    }

    pub fn shelf(&self, tab: usize) -> &shelf::State {
        self.screen_of(tab).shelf().expect("what is kept is shown")
    }

    pub fn sharing(&self, tab: usize) -> &passing::State {
        match self.screen_of(tab) {
            Screen::Share(screen) => screen,
            other => panic!("not the share screen: {other:?}"),
        }
    }

    pub fn replying(&self, tab: usize) -> &Replying {
        let screen = self.tabs[tab].doc().live.replying();
        screen.expect("the screen of a respondent")
    }

    pub fn reply(&mut self, tab: usize, event: replying::Event) {
        self.happen(tab, Event::Reply(event));
    }

    pub fn open(&self, tab: usize) -> &Open {
        match &self.seen(tab).session {
            Session::Open(open) => open,
            other => panic!("nothing is open: {other:?}"),
        }
    }

    pub fn shown(&self, tab: usize) -> &Assessment {
        &self.open(tab).assessment
    }

    pub fn id(&self, tab: usize) -> Id {
        let id = self.open(tab).origin.id();
        id.expect("it has an id").clone()
    }

    pub fn saving(&self, tab: usize) -> Saving {
        self.open(tab).saving
    }

    /// What stands in the store under an id.
    pub fn stored(&self, id: &Id) -> Option<&Assessment> {
        self.store.kept(id).map(|kept| &kept.assessment)
    }

    pub fn change(&mut self, tab: usize, action: Action) {
        self.desk(tab, desk::Event::Changed(action));
    }

    pub fn answer(&mut self, tab: usize, item: usize, step: u8) {
        self.change(tab, Action::AnswerChosen(Item::ALL[item], rated(step)));
    }

    pub fn name(&mut self, tab: usize, name: &str) {
        self.change(tab, named(name));
    }

    pub fn follow(&mut self, tab: usize, route: Route, place: Place) {
        self.desk(tab, desk::Event::Followed(page(route), place));
    }

    pub fn follow_to(&mut self, tab: usize, route: Route, id: &Id) {
        self.follow(tab, route, Place::Kept(id.clone(), None));
    }

    pub fn shelf_event(&mut self, tab: usize, event: shelf::Event) {
        self.screen(tab, screens::Event::Shelf(event));
    }

    pub fn share(&mut self, tab: usize, event: passing::Event) {
        self.screen(tab, screens::Event::Share(event));
    }

    /// The turn of the first pending one of those comes, if there is one.
    pub fn let_come(&mut self, tab: usize, meant: Meant, how: How) -> bool {
        let pending = &self.tabs[tab].doc().pending;
        let found = pending.iter().position(|one| match one {
            Pending::Asked(command) => meant(command),
            Pending::Told(_) => false,
        });
        match found {
            Some(n) => self.turn(tab, n, how),
            None => return false,
        }
        true
    }

    /// Something that came of one is told now.
    pub fn tell_late(&mut self, tab: usize) {
        let pending = &self.tabs[tab].doc().pending;
        let late = pending
            .iter()
            .position(|one| matches!(one, Pending::Told(_)));
        self.turn(tab, late.expect("something waits to be told"), How::Comes);
    }

    /// Everything comes, but for time, which does not pass.
    pub fn settle(&mut self) {
        for _ in 0..10_000 {
            let next = (0..self.tabs.len()).find_map(|tab| {
                let pending = self.tabs[tab].doc.as_ref()?.pending.iter();
                let timeless = |one: &Pending| match one {
                    Pending::Asked(command) => !WAITS(command),
                    Pending::Told(_) => true,
                };
                Some((tab, pending.clone().position(timeless)?))
            });
            match next {
                Some((tab, n)) => self.turn(tab, n, How::Comes),
                None => return,
            }
        }
        panic!("it does not come to rest");
    }

    /// All time passes that is waited for now.
    pub fn pass(&mut self, tab: usize) {
        let waits = |one: &&Pending| matches!(one, Pending::Asked(command) if WAITS(command));
        for _ in 0..self.tabs[tab].doc().pending.iter().filter(waits).count() {
            self.let_come(tab, WAITS, How::Comes);
        }
    }

    /// A kept assessment with a name, made in the store itself.
    pub fn put(&mut self, name: &str) -> Id {
        let stamp = self.stamp();
        let mut assessment = super::blank();
        assessment = assessment.apply(&named(name), stamp.at.day);
        let kept = forankring_core::keeping::Kept::new(assessment, stamp.at.ms);
        let key = stamp.fresh.as_str().to_owned();
        self.store.records.insert(key, kept);
        stamp.fresh
    }

    /// A back-up of so many, as a file.
    pub fn backup(&self, count: u8) -> String {
        let document = |n| Document {
            id: Some(Id::from_bytes([n; 10])),
            saved: Some(1_000),
            assessment: passed_on(&format!("nr. {n}")),
            replies: forankring_core::panel::Replies::default(),
        };
        let documents: Vec<Document> = (1..=count).map(document).collect();
        write_backup(&documents, 2_000)
    }

    /// How often something was said, and what last.
    pub fn said(&self, tab: usize) -> (u32, Option<Key>) {
        let said = &self.seen(tab).said;
        let key = said.message.as_ref().map(|message| message.key);
        (said.number, key)
    }

    /// Where focus was moved last.
    pub fn focus(&self, tab: usize) -> Option<Focus> {
        let log = self.tabs[tab].doc().log.iter().rev();
        let mut focused = log.filter_map(|command| match command {
            Command::Desk(At::Focus(focus)) => Some(focus.clone()),
            _ => None,
        });
        focused.next()
    }

    /// What was asked for is forgotten.
    pub fn clear_log(&mut self, tab: usize) {
        if let Some(doc) = &mut self.tabs[tab].doc {
            doc.log.clear();
        }
    }
}

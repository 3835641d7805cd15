//! Plays the steps: each is what a user can do on the screen that she sees then.

use forankring_core::address::{Id, Place, Route};
use forankring_core::assessment::{Action, Key, Note, NoteField};
use forankring_core::catalogue::Item;
use forankring_core::keeping::StorageProblem;
use forankring_core::link::{Disclosed, encode, payload};
use forankring_session::desk::{Event as Did, Saving, Session};
use forankring_session::screens::{Act, Command as On};

use super::oracle::Oracle;
use super::step::{Move, PARTS, To};
use crate::world::{
    Command, Event, How, Leaving, Notes, PASSPHRASE, Pending, WAITS, World, assignment_link, blank,
    invitation, invitation_link, lock, named, page, rated, replied_by,
};

pub struct Play {
    pub world: World,
    pub oracle: Oracle,
    received: [String; 5],
    texts: u32,
}

impl Play {
    pub fn begin(notes: Notes) -> Play {
        let mut world = World::at(Route::Answer, "");
        world.notes = notes;
        world.open_tab(Route::Start, "");
        let mut oracle = Oracle::default();
        for name in ["Ås", "Vik"] {
            let id = world.put(name);
            oracle.meant(name, &id);
        }
        let mut received = blank().apply(&named("Mottatt"), world.moment().day);
        // Others were asked: whoever opens it is looked for among them.
        replied_by(4).keep_in(&mut received.parts);
        let all = Disclosed::all();
        let locked = lock(&payload(&received, &all).unwrap(), PASSPHRASE);
        let open = encode(&received, &all).unwrap();
        // With the full stop of a sentence: it is mended.
        let received = [
            open.clone(),
            locked.write(),
            format!("{open}."),
            invitation_link(),
            assignment_link(),
        ];
        Play {
            world,
            oracle,
            received,
            texts: 0,
        }
    }

    pub fn text(&mut self, what: &str) -> String {
        self.texts += 1;
        format!("{what} {}", self.texts)
    }

    pub fn ids(&self) -> Vec<Id> {
        let keys = self.world.store.records.keys();
        keys.filter_map(|key| Id::parse(key)).collect()
    }

    pub fn step(&mut self, tab: usize, step: Move) {
        for all in 0..self.world.tabs.len() {
            self.world.clear_log(all);
        }
        let come = matches!(step, Move::Come(..) | Move::Settle);
        let shown = format!("{tab} {step:?}");
        self.watched(tab, |play| play.play(tab, step));
        for all in 0..self.world.tabs.len() {
            self.note_replies(all);
        }
        if std::env::var_os("SHOW_STEPS").is_some() {
            self.show_step(tab, &shown);
        }
        self.note_what_was_asked(come);
        self.oracle.check(&self.world);
    }

    /// What is done to the list is what the user asked for, once; and what is taken in is
    /// meant to be there.
    fn note_what_was_asked(&mut self, come: bool) {
        let docs = self.world.tabs.iter().map(|tab| tab.doc());
        let asked = docs.flat_map(|doc| doc.log.clone());
        let mut acts = 0;
        for command in asked {
            match command {
                Command::Screen(On::Act(_, act)) => {
                    acts += 1;
                    if let Act::Add(document, id, _) = act {
                        self.oracle.meant_all(&document.assessment, &id);
                    }
                }
                Command::Screen(On::TakeIn(_, documents, _)) => {
                    for (document, other) in documents {
                        for id in document.id.iter().chain([&other]) {
                            self.oracle.meant_all(&document.assessment, id);
                            self.oracle.asked_back(id, 0);
                        }
                    }
                }
                _ => {}
            }
        }
        assert!(acts <= usize::from(!come), "done unasked, or twice");
    }

    /// For whoever looks for what went wrong.
    fn show_step(&self, tab: usize, step: &str) {
        let open = self.world.seen(tab).session.open();
        let open = open.map(|open| (&open.origin, open.saving, open.has_unsaved()));
        let short = |what: String| what.chars().take(120).collect::<String>();
        println!("-- {step}: {open:?}");
        for command in &self.world.tabs[tab].doc().log {
            println!("   asks {}", short(format!("{command:?}")));
        }
        for one in &self.world.tabs[tab].doc().pending {
            println!("   waits {}", short(format!("{one:?}")));
        }
    }

    fn play(&mut self, tab: usize, step: Move) {
        match step {
            Move::Answer(item, step) => {
                let action = Action::AnswerChosen(Item::ALL[item], rated(step));
                self.change(tab, Some(action.clone()), Did::Changed(action));
            }
            Move::Note(item) => {
                let text = Note::parse(&self.text("merknad")).unwrap();
                let action = Action::NoteWritten(Item::ALL[item], NoteField::Comment, text);
                self.change(tab, Some(action.clone()), Did::Changed(action));
            }
            Move::Name => {
                let action = named(&self.text("navn"));
                self.change(tab, Some(action.clone()), Did::Changed(action));
            }
            Move::Part(part) => {
                let text = Note::parse(&self.text("tiltak")).unwrap();
                let action = Action::PartWritten(Key::parse(PARTS[part]).unwrap(), text);
                self.change(tab, Some(action.clone()), Did::Changed(action));
            }
            Move::Turn(turn) => self.change(tab, None, Did::TurnedBack(turn)),
            Move::Press(key) => self.change(tab, None, Did::Pressed(key.to_owned())),
            Move::Keep(keeping) => self.world.desk(tab, Did::KeepingChosen(keeping)),
            Move::Retry => self.world.desk(tab, Did::RetryWanted),
            Move::KeepDeleted => self.keep_deleted(tab),
            Move::ForgetTab => self.forget_tab(tab),
            Move::Follow(route, to) => self.follow(tab, route, to),
            Move::Go(by, leaving) => self.go(tab, by, leaving),
            Move::Reload(leaving) => {
                // Nothing can be left for the page that comes: the browser asks before.
                self.lost_where_blocked(tab);
                self.world.reload(tab, leaving);
            }
            Move::Crash => self.crash(),
            Move::Hide => self.world.hide(tab),
            Move::Show => self.world.show(tab),
            Move::Evict => {
                self.world.evict(tab);
                self.lost_where_blocked(tab);
            }
            Move::Come(n, how) => self.come(tab, n, how),
            Move::Settle => self.settle(),
            Move::Store(mode) => self.world.store.mode = mode,
            Move::Invited => self.follow(tab, Route::Reply, To::Received(3)),
            Move::Reply(step) => self.replies(tab, step),
            Move::Assigned => {
                self.follow(tab, Route::Plan, To::Received(4));
                // Read first: else few of the rows come to say anything.
                self.settle();
            }
            Move::Report(step) => self.reports(tab, step),
            other => self.on_screen(tab, other),
        }
    }

    /// Something that changes what is open, as the user sees it.
    fn change(&mut self, tab: usize, action: Option<Action>, event: Did) {
        let desk = self.world.seen(tab);
        // The answering page shows nothing to be answered before all is there.
        let asks = matches!(desk.place, Some(Place::Kept(_, Some(_))));
        let answers = desk.page.route.edits() || desk.page.route == Route::Reply && asks;
        let open = desk.session.open().filter(|_| answers);
        let Some(open) = open.filter(|open| !open.origin.is_read_only()) else {
            return;
        };
        let (before, id) = (open.assessment.clone(), open.origin.id().unwrap().clone());
        self.world.desk(tab, event);
        let desk = self.world.seen(tab);
        let open = desk.session.open().expect("it stays open");
        assert_eq!(open.origin.id(), Some(&id), "another one is open");
        let after = open.assessment.clone();
        if let Some(action) = action {
            assert_eq!(
                after.undoing(&action),
                action,
                "it is shown as it was entered"
            );
        }
        let document = self.world.tabs[tab].doc().number;
        self.oracle.done((tab, document), &id, &before, &after);
    }

    fn keep_deleted(&mut self, tab: usize) {
        let doc = self.world.tabs[tab].doc();
        let number = doc.number;
        let open = doc.live.desk().session.open();
        let gone = open.filter(|open| open.saving == Saving::Failed(StorageProblem::Deleted));
        if let Some(id) = gone.and_then(|open| open.origin.id()).cloned() {
            self.oracle.asked_back(&id, number);
            self.world.desk(tab, Did::KeepWanted);
        }
    }

    fn forget_tab(&mut self, tab: usize) {
        let desk = self.world.seen(tab);
        if desk.in_tab().is_none() || desk.page.route.edits() {
            return;
        }
        let open = desk.session.open().into_iter().chain(&desk.aside);
        let only = open.filter(|open| open.saving == Saving::TabOnly);
        let ids: Vec<Id> = only.filter_map(|open| open.origin.id().cloned()).collect();
        for id in ids {
            self.oracle.given_up(&id);
        }
        self.world.desk(tab, Did::ForgetAsked);
        self.world.desk(tab, Did::Forgotten);
    }

    fn follow(&mut self, tab: usize, route: Route, to: To) {
        let ids = self.ids();
        let place = match to {
            To::Bare => Place::Nothing,
            To::New(variant) => Place::New(variant, None),
            To::Kept(n) => match ids.get(n % ids.len().max(1)) {
                Some(id) => Place::Kept(id.clone(), None),
                None => Place::Nothing,
            },
            To::Same => match &self.world.seen(tab).session {
                Session::Open(open) => open.place(None),
                _ => Place::Nothing,
            },
            To::Received(n) => Place::Link(self.received[n].clone()),
        };
        self.world.desk(tab, Did::Followed(page(route), place));
    }

    fn go(&mut self, tab: usize, by: isize, leaving: Leaving) {
        if leaving != Leaving::Away {
            self.lost_where_blocked(tab);
        }
        self.world.go(tab, by, leaving);
    }

    fn lost_where_blocked(&mut self, tab: usize) {
        if self.world.notes == Notes::Blocked {
            self.oracle.lost(&self.world, |one| one == tab);
        }
    }

    /// What was called saved was held against the store before.
    fn crash(&mut self) {
        self.oracle.lost(&self.world, |_| true);
        self.world.crash(Route::Answer);
        self.world.open_tab(Route::Start, "");
    }

    fn come(&mut self, tab: usize, n: usize, how: How) {
        let pending = &self.world.tabs[tab].doc().pending;
        if pending.is_empty() {
            return;
        }
        let n = n % pending.len();
        // Time passes, whatever else gets lost.
        let time = match &pending[n] {
            Pending::Asked(command) => WAITS(command),
            Pending::Told(event) => matches!(event, Event::Desk(Did::TimePassed(_))),
        };
        let how = match (time, how) {
            (true, How::Lost | How::Never | How::Fails) => How::Comes,
            (_, how) => how,
        };
        self.watched(tab, |play| play.world.turn(tab, n, how));
    }

    /// Does something, and notes what was deleted by it.
    fn watched(&mut self, tab: usize, something: impl FnOnce(&mut Play)) {
        let (before, emptied) = (self.ids(), self.world.store.emptied);
        something(self);
        let left = self.ids();
        for id in before.iter().filter(|id| !left.contains(id)) {
            self.oracle.deleted(&self.world, id);
        }
        if self.world.store.emptied != emptied {
            self.oracle.deleted_with(tab);
        }
    }

    /// Everything comes, in all tabs; time does not pass.
    pub fn settle(&mut self) {
        let timeless = |one: &Pending| match one {
            Pending::Asked(command) => !WAITS(command),
            Pending::Told(_) => true,
        };
        let mut tab = 0;
        while tab < self.world.tabs.len() {
            match self.world.tabs[tab].doc().pending.iter().position(timeless) {
                Some(n) => {
                    self.come(tab, n, How::Comes);
                    // The others may have heard of it.
                    tab = 0;
                }
                None => tab += 1,
            }
        }
    }
}

/// Under which id the meeting of the one invitation gathers.
pub fn meeting() -> Id {
    invitation().meeting()
}

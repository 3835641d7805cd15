//! Answering for one level, for somebody who asked: the build that `/svar/` loads. What is answered
//! is an assessment at the desk, so that saving, stepping back, other tabs and crashes are as
//! everywhere; here is what the invitation says, and how the reply is sent.
//!
//! The desk is that of answering, for what is done at it is the same, and the same code serves
//! both: whoever replies loads little more than whoever answers.

mod clearing;
mod coming;
mod meeting;
mod sending;
mod state;

pub use state::{
    Around, Clearing, Command, Event, Given, Handing, Meeting, Purpose, Ready, State, Texts, Told,
    Wrong, seen_id,
};

use forankring_core::address::{Page, Place};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Level, Variant};

use crate::answering::Answering;
use crate::desk::{Command as At, Focus, Signal};
use crate::{Desk, Part, Screens, Stamp};

/// The screen of a respondent, and no other.
pub type Replying = State;

impl Screens for State {
    type Extent = Answering;
    type Event = Event;
    type Command = Command;

    fn first(_: Page) -> State {
        State::default()
    }

    fn react(&mut self, desk: &mut Desk, signal: Signal) -> Vec<Command> {
        match signal {
            Signal::Arrived => *self = State::default(),
            Signal::Moved => return self.moved(desk),
            Signal::Sought => return self.sought(desk),
            Signal::ReplyLoaded(id, loaded) => self.loaded(desk, id, *loaded),
            Signal::Opened => return self.opened(desk),
            Signal::KeptChanged => {
                self.kept_changed(desk);
                return self.opened(desk);
            }
            Signal::TimePassed(_) | Signal::Mended(..) => {}
        }
        Vec::new()
    }

    fn update(&mut self, desk: &mut Desk, event: Event, stamp: &Stamp) -> Vec<Command> {
        match event {
            Event::Unpacked(ticket, read) => return self.unpacked(desk, ticket, read),
            Event::Looked(ticket, around) => {
                if self.looking.take_if(|one| *one == ticket).is_some() {
                    self.around = around;
                }
            }
            Event::KeepingChosen(keeping) => desk.keep_reply_in(keeping),
            Event::BeginWanted => {
                self.begin(desk, stamp);
                // Before it is needed.
                return self.want_part();
            }
            Event::SeenWanted(level) => self.see(desk, level, stamp),
            Event::SeenLeft(level) => {
                self.choose(desk, stamp, |variant| {
                    Some(Variant::Asked(variant.asked()?.without(level)))
                });
                desk.ask(At::Focus(Focus::Id(seen_id(level))));
            }
            Event::TextsSwitched => self.texts = self.texts.other(),
            Event::SendWanted => return self.make(desk, Purpose::Sent, stamp),
            Event::Made(ticket, made) => self.made(desk, ticket, made, stamp),
            Event::Handed(handing, text) => return self.handed(desk, handing, text),
            Event::Copied(ticket, done) => return self.copied(desk, ticket, done),
            Event::ClearAsked => self.ask_to_clear(desk),
            Event::ClearDenied => self.keep(desk),
            Event::ClearConfirmed => return self.clear(desk, stamp),
            Event::Cleared(ticket, id, result) => self.cleared(desk, ticket, &id, result),
            Event::MeetingWanted => self.meet(desk, stamp),
            Event::PassOnWanted if self.meeting == Meeting::On => {
                return self.make(desk, Purpose::Gathered, stamp);
            }
            Event::PassOnWanted => {}
            Event::MeetingEnded => self.end_meeting(desk),
            Event::PartWanted => return self.want_part(),
            Event::PartCame(part) => self.part = part,
            Event::NextCodeWanted => self.code += 1,
        }
        Vec::new()
    }
}

impl State {
    /// The same screen is shown at another place: focus goes to the question, or to the heading.
    fn moved(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.clearing = Clearing::No;
        self.receipt = None;
        let focus = match &desk.place {
            Some(Place::Kept(_, Some(_))) => Focus::Question,
            _ => Focus::Heading,
        };
        let asks = focus == Focus::Question;
        desk.ask(At::Focus(focus));
        match asks {
            true => self.want_part(),
            false => Vec::new(),
        }
    }

    /// What draws the last screen, and makes links, is fetched.
    pub(super) fn want_part(&mut self) -> Vec<Command> {
        if matches!(self.part, Part::Asked | Part::Here) {
            return Vec::new();
        }
        self.part = Part::Asked;
        vec![Command::FetchPart]
    }

    /// Chooses other items to be answered.
    fn choose(
        &mut self,
        desk: &mut Desk,
        stamp: &Stamp,
        choice: impl FnOnce(Variant) -> Option<Variant>,
    ) {
        let variant = desk.assessment().and_then(|one| choice(one.variant));
        if let Some(variant) = variant {
            desk.changed(Action::VariantChosen(variant), stamp);
        }
    }

    /// She says what she sees of another level, too.
    fn see(&mut self, desk: &mut Desk, level: Level, stamp: &Stamp) {
        self.choose(desk, stamp, |variant| {
            Some(Variant::Asked(variant.asked()?.with(level)))
        });
        let Some(open) = desk.session.open() else {
            return;
        };
        let items = level.items();
        let mut left = items.iter();
        let left = left.find(|item| open.assessment.entries.get(**item).answer.is_none());
        let item = left.or(items.first()).copied();
        let (page, place) = (desk.page, open.place(item));
        desk.go_to(page, place, None);
    }
}

//! What a respondent does on her screen: what she sees of it is held against what she did.

use forankring_core::catalogue::Level;
use forankring_core::panel::Invited;
use forankring_core::plan::Status;
use forankring_core::plan::draft::{DraftCell, is_draft};
use forankring_session::desk::Saving;
use forankring_session::replying::{Event, Meeting};
use forankring_session::screens::{self, Screen, planning, reporting};

use super::play::Play;
use super::step::{Replying, Reporting};

impl Play {
    pub fn replies(&mut self, tab: usize, step: Replying) {
        let doc = self.world.tabs[tab].doc();
        let Some(screen) = doc.live.replying() else {
            return;
        };
        let (number, meets) = (doc.number, screen.meeting == Meeting::On);
        let desk = doc.live.desk();
        let Some(open) = desk.session.open().filter(|open| open.is_reply()).cloned() else {
            return;
        };
        let id = open.origin.id().unwrap().clone();
        let begun = Invited::of(&open.assessment.parts).is_some();
        let seat = open.saving == Saving::TabOnly;
        match step {
            Replying::Begin => {
                // Whoever begins wants it there, whatever stood there before.
                if !begun {
                    self.oracle.asked_back(&id, number);
                }
                self.world.reply(tab, Event::BeginWanted);
            }
            Replying::See => self.world.reply(tab, Event::SeenWanted(Level::Political)),
            Replying::Send => self.world.reply(tab, Event::SendWanted),
            Replying::Clear => {
                self.oracle.given_up(&id);
                self.world.reply(tab, Event::ClearAsked);
                self.world.reply(tab, Event::ClearConfirmed);
            }
            Replying::Meet if !begun || seat => {
                self.oracle.given_up(&id);
                self.world.reply(tab, Event::MeetingWanted);
            }
            Replying::Meet => self.world.reply(tab, Event::MeetingWanted),
            Replying::PassOn if meets => {
                self.oracle.given_up(&id);
                self.oracle.asked_back(&super::play::meeting(), number);
                self.world.reply(tab, Event::PassOnWanted);
            }
            Replying::PassOn => {}
            Replying::End => {
                if seat {
                    self.oracle.given_up(&id);
                }
                self.world.reply(tab, Event::MeetingEnded);
            }
        }
    }

    /// The same for whoever is responsible for measures.
    pub fn reports(&mut self, tab: usize, step: Reporting) {
        let doc = self.world.tabs[tab].doc();
        let number = doc.number;
        let Some(Screen::Plan(screen)) = doc.live.screen() else {
            return;
        };
        let (desk, asked) = (doc.live.desk(), &screen.reporting.asked);
        let open = desk
            .session
            .open()
            .filter(|open| is_draft(&open.assessment));
        let Some((told, open)) = asked.told.clone().zip(open) else {
            return;
        };
        let id = open.origin.id().unwrap().clone();
        // Whoever says something wants it there, whatever stood there before.
        let invited = Invited::of(&open.assessment.parts).unwrap();
        if invited.respondent.is_none() && step != Reporting::Send {
            self.oracle.asked_back(&id, number);
        }
        let measure = told.assignment.measures[0].measure;
        let event = match step {
            Reporting::Status => {
                reporting::Event::Said(measure, DraftCell::Status, Status::Done.id().to_owned())
            }
            Reporting::Note => {
                let text = self.text("melding");
                reporting::Event::Said(measure, DraftCell::Note, text)
            }
            Reporting::Send => reporting::Event::SendWanted,
        };
        let event = screens::Event::Plan(planning::Event::Report(event));
        self.world.screen(tab, event);
    }

    /// What a respondent's screen notes by itself is meant where it stands.
    pub fn note_replies(&mut self, tab: usize) {
        let desk = self.world.seen(tab);
        let open = desk.session.open().into_iter().chain(&desk.aside);
        let replies: Vec<_> = open.filter(|open| open.is_reply()).cloned().collect();
        for open in replies {
            let id = open.origin.id().unwrap();
            self.oracle.meant_all(&open.assessment, id);
        }
    }
}

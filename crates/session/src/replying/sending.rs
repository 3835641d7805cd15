//! Sending: the reply as a link, made when it is wanted. Whether it was delivered nobody here
//! can know; what is told is what was done with the link.

use forankring_core::address::Id;
use forankring_core::assessment::Assessment;
use forankring_core::link::TooLong;
use forankring_core::panel::invited::{content, replied};
use forankring_core::panel::{Invited, Reply, Sending};
use forankring_core::texts::{Key, key};

use super::state::{Command, Given, Handing, Purpose, Ready, State, Texts};
use crate::desk::{Focus, Offer};
use crate::{Desk, Message, Stamp, Ticket};

impl State {
    /// The link, as long as it says what stands there now.
    pub fn ready(&self, assessment: &Assessment) -> Option<&Ready> {
        match &self.given {
            Given::Ready(ready) if ready.content == self.says(assessment) => Some(ready),
            _ => None,
        }
    }

    /// Whether something was changed since it was last made to be sent.
    pub fn is_changed(&self, invited: &Invited, assessment: &Assessment) -> bool {
        let sending = invited.sending.as_ref();
        sending.is_some_and(|sending| sending.given != self.says(assessment))
    }

    /// What a reply would say now, as an id that stands for it.
    fn says(&self, assessment: &Assessment) -> Id {
        content(&replied(assessment, self.texts == Texts::Along))
    }

    /// The link is made, of what stands there now.
    pub(super) fn make(
        &mut self,
        desk: &mut Desk,
        purpose: Purpose,
        stamp: &Stamp,
    ) -> Vec<Command> {
        let Some((told, open)) = self.told.clone().zip(desk.session.open()) else {
            return Vec::new();
        };
        let assessment = open.assessment.clone();
        let Some(invited) = Invited::of(&assessment.parts) else {
            return Vec::new();
        };
        let Some(respondent) = invited.respondent else {
            return Vec::new();
        };
        // What does not apply says why first.
        let unreasoned = |item: &_| assessment.entries.get(*item).is_unreasoned();
        if let Some(item) = assessment.variant.items().find(unreasoned) {
            let place = open.place(Some(item));
            desk.go_to(
                desk.page,
                place,
                Some(Message::plain(key::ANSWER_REASON_FIRST)),
            );
            return Vec::new();
        }
        let given = self.says(&assessment);
        // A second click asks for the same.
        if matches!(&self.given, Given::Making(_, making, of) if *making == given && *of == purpose)
        {
            return Vec::new();
        }
        let sending = Sending::after(invited.sending.as_ref(), given.clone(), stamp.at.ms);
        let texts = self.texts == Texts::Along;
        let reply: Reply = told
            .invitation
            .reply(&assessment, (respondent, &sending), texts);
        if reply.answered() == 0 {
            return Vec::new();
        }
        if invited.sending.as_ref() != Some(&sending) {
            desk.note_parts(&invited.sends(&sending), stamp);
        }
        let ticket = desk.ticket();
        self.receipt = None;
        self.given = Given::Making(ticket, given, purpose);
        vec![Command::Make(ticket, Box::new(reply))]
    }

    pub(super) fn made(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        made: Option<Result<String, TooLong>>,
        stamp: &Stamp,
    ) {
        let Given::Making(awaited, content, purpose) = &self.given else {
            return;
        };
        if *awaited != ticket {
            return;
        }
        let (content, purpose) = (content.clone(), *purpose);
        let failed = match (made, purpose) {
            (Some(Ok(link)), Purpose::Gathered) => {
                self.given = Given::No;
                // What she has changed meanwhile she hands in by herself.
                if desk
                    .assessment()
                    .is_some_and(|one| self.says(one) == content)
                {
                    self.gather(desk, &link, stamp);
                }
                return;
            }
            (Some(Ok(link)), Purpose::Sent) => {
                let invited = desk.assessment().and_then(|one| Invited::of(&one.parts));
                let number = invited.and_then(|one| Some(one.sending?.number));
                self.given = Given::Ready(Ready {
                    link,
                    number: number.unwrap_or(1),
                    content,
                });
                let to = Focus::Id("send-svar".to_owned());
                return desk.say_at(Message::plain(key::REPLY_READY), to);
            }
            (Some(Err(TooLong)), _) => key::REPLY_TOO_LONG,
            (None, _) => key::REPLY_UNFETCHED,
        };
        self.given = Given::Failed(failed);
        desk.say(Message::plain(failed));
    }

    /// The link is passed on: what was done is told, and that it is not delivered by that.
    pub(super) fn handed(
        &mut self,
        desk: &mut Desk,
        handing: Handing,
        text: String,
    ) -> Vec<Command> {
        match handing {
            Handing::Copied | Handing::AllCopied => {
                let ticket = desk.ticket();
                self.handing = Some((ticket, handing));
                self.receipt = None;
                vec![Command::Copy(ticket, text)]
            }
            Handing::Sheet => {
                self.tell(desk, key::REPLY_SHEET_OPENED);
                let title = self.told.as_ref().map(|told| told.invitation.name.as_str());
                vec![Command::Sheet(title.unwrap_or_default().to_owned(), text)]
            }
            Handing::Mailed => {
                self.tell(desk, key::REPLY_MAILED);
                Vec::new()
            }
        }
    }

    pub(super) fn copied(&mut self, desk: &mut Desk, ticket: Ticket, done: bool) -> Vec<Command> {
        let Some((_, handing)) = self.handing.take_if(|(one, _)| *one == ticket) else {
            return Vec::new();
        };
        let missing = desk.surroundings.secure == Offer::Missing;
        self.tell(
            desk,
            match (done, handing, missing) {
                (true, Handing::AllCopied, _) => key::REPLY_ALL_COPIED,
                (true, ..) => key::REPLY_COPIED,
                (false, _, true) => key::REPLY_COPY_INSECURE,
                (false, _, false) => key::REPLY_COPY_FAILED,
            },
        );
        match done {
            true => Vec::new(),
            // Marked, so that the keys can copy it.
            false => vec![Command::Select("svarlenke")],
        }
    }

    fn tell(&mut self, desk: &mut Desk, said: Key) {
        let message = Message::plain(said);
        self.receipt = Some(message.clone());
        desk.say(message);
    }
}

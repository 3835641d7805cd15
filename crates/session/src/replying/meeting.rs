//! Several answer on one machine, one after the other: a council, with a laptop that goes round.
//! Each begins with nothing before her and leaves nothing behind but a reply, in a list that
//! nobody opens before all are done. What she answers meanwhile is in the tab only.

use forankring_core::address::Place;
use forankring_core::assessment::Assessment;
use forankring_core::panel::invited::gathers;
use forankring_core::panel::{Invitation, Invited};
use forankring_core::texts::key;

use super::coming::begins;
use super::state::{Given, Meeting, State, Told};
use crate::desk::{Command as At, Focus, Keeping, Saving, Stands};
use crate::{Desk, Message, Stamp};

impl State {
    /// Several answer on this machine. Where nothing can be kept, nothing would be gathered.
    pub(super) fn meet(&mut self, desk: &mut Desk, stamp: &Stamp) {
        let Some(told) = self.told.clone() else {
            return;
        };
        let open = desk.session.open();
        if let Some(Saving::Failed(problem)) = open.map(|open| open.saving) {
            let message = Message::plain(crate::storage(problem));
            self.receipt = Some(message.clone());
            desk.say(message);
            return;
        }
        self.meeting = Meeting::On;
        self.seat(desk, &told, stamp);
        desk.ask(At::Focus(Focus::Heading));
    }

    /// The next one begins with nothing before her.
    fn seat(&mut self, desk: &mut Desk, told: &Told, stamp: &Stamp) {
        self.given = Given::No;
        self.receipt = None;
        let mut blank = told.invitation.blank(stamp.at.day);
        for action in begins(told, stamp, true) {
            blank.take_in(&action, stamp.at.day);
        }
        let seat = told.invitation.seat();
        desk.forget_reply(&seat);
        desk.begin_reply(seat, blank, Keeping::Tab, None);
    }

    /// The reply was made: it is added to the others, and nothing else of it stays.
    pub(super) fn gather(&mut self, desk: &mut Desk, link: &str, stamp: &Stamp) {
        let invited = desk.assessment().and_then(|one| Invited::of(&one.parts));
        let respondent = invited.and_then(|one| one.respondent);
        let Some((told, respondent)) = self.told.clone().zip(respondent) else {
            return;
        };
        let stands = match (self.around.gathered, self.around.cleared) {
            (1.., _) => Stands::Here,
            (0, true) => Stands::Deleted,
            (0, false) => Stands::Nowhere,
        };
        desk.note_beside(
            &told.invitation.meeting(),
            || gathering(&told.invitation, &told.link, stamp),
            (&gathers(respondent, link), stands),
            stamp,
        );
        self.around.cleared = false;
        self.around.gathered += 1;
        self.seat(desk, &told, stamp);
        let place = Place::Link(told.link.clone());
        desk.place = Some(place.clone());
        desk.ask(At::Replace(place, None));
        desk.say_at(Message::plain(key::REPLY_PASSED_ON), Focus::Heading);
    }

    /// All are done: the list is shown, or, where nobody has answered, the invitation as before.
    pub(super) fn end_meeting(&mut self, desk: &mut Desk) {
        let Some(told) = self.told.clone().filter(|_| self.meeting == Meeting::On) else {
            return;
        };
        self.meeting = Meeting::No;
        desk.drop_reply();
        match self.around.gathered {
            0 => desk.open_reply(told.invitation.place()),
            _ => {
                let place = Place::Kept(told.invitation.meeting(), None);
                desk.go_to(desk.page, place, None);
            }
        }
    }
}

/// The list of what a meeting gathers, as it begins.
fn gathering(invitation: &Invitation, link: &str, stamp: &Stamp) -> Assessment {
    let mut list = invitation.blank(stamp.at.day);
    for action in Invited::begins(&invitation.place(), link, None, true) {
        list.take_in(&action, stamp.at.day);
    }
    list
}

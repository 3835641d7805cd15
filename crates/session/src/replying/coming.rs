//! Coming here: by an invitation, or to what was begun.

use std::rc::Rc;

use forankring_core::address::{Id, LinkKind, Place};
use forankring_core::assessment::Action;
use forankring_core::catalogue::{Level, Variant};
use forankring_core::link::{LinkProblem, invitation};
use forankring_core::panel::{Invitation, Invited, Respondent};

use super::state::{Around, Clearing, Command, Given, Meeting, State, Told, Wrong};
use crate::desk::Loaded;
use crate::{Desk, Problem, Stamp, Ticket};

impl State {
    /// What is to be open at this place.
    pub(super) fn sought(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.wrong = None;
        self.clearing = Clearing::No;
        desk.await_no_reply();
        if let Some(Place::Kept(id, _)) = &desk.place {
            let id = id.clone();
            if desk.open_id() != Some(&id) {
                self.reading = None;
                desk.open_reply(id);
            }
            return Vec::new();
        }
        self.reading = None;
        let fragment = match &desk.place {
            Some(Place::Link(text)) => text.clone(),
            // It may be one that was mangled.
            Some(Place::Unknown) => desk.fragment().to_owned(),
            _ => String::new(),
        };
        match LinkKind::of(&fragment) {
            Some(LinkKind::Result | LinkKind::Locked) if is_link(desk) => {
                self.fail(desk, Wrong::Result(fragment))
            }
            Some(LinkKind::Reply) if is_link(desk) => self.fail(desk, Wrong::Reply(fragment)),
            _ => match LinkKind::Invitation.cut_out(&fragment) {
                Some(link) => return self.invited(desk, link.to_owned()),
                None => self.fail(desk, Wrong::NoLink),
            },
        }
        Vec::new()
    }

    fn fail(&mut self, desk: &mut Desk, wrong: Wrong) {
        self.wrong = Some(wrong);
        desk.fail_reply(Problem::Place);
    }

    /// An invitation leads here. What is open stays so where it is what that one asks.
    fn invited(&mut self, desk: &mut Desk, link: String) -> Vec<Command> {
        let known = self.told.as_ref().filter(|told| told.link == link);
        if let Some(told) = known {
            let places = [told.invitation.place(), told.invitation.seat()];
            if desk.open_id().is_some_and(|id| places.contains(id)) {
                return Vec::new();
            }
        }
        match invitation::read(&link) {
            Ok(invitation) => self.take(desk, link, invitation),
            Err(LinkProblem::Packed) => self.unpack(desk, link),
            Err(problem) => {
                desk.fail_reply(Problem::Link(problem));
                Vec::new()
            }
        }
    }

    /// Compressed texts are read by what is fetched for them.
    fn unpack(&mut self, desk: &mut Desk, link: String) -> Vec<Command> {
        let ticket = desk.ticket();
        self.reading = Some((ticket, link.clone()));
        if desk.session.open().is_none() || is_link(desk) {
            desk.open_later();
        }
        vec![Command::Unpack(ticket, link)]
    }

    pub(super) fn unpacked(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        read: Option<Result<Invitation, LinkProblem>>,
    ) -> Vec<Command> {
        let Some((_, link)) = self.reading.take_if(|(one, _)| *one == ticket) else {
            return Vec::new();
        };
        match read {
            Some(Ok(invitation)) => return self.take(desk, link, invitation),
            Some(Err(problem)) => desk.fail_reply(Problem::Link(problem)),
            None => self.fail(desk, Wrong::Unfetched),
        }
        Vec::new()
    }

    /// It was read: what was begun of it is opened, or it is begun.
    fn take(&mut self, desk: &mut Desk, link: String, invitation: Invitation) -> Vec<Command> {
        let place = invitation.place();
        let ticket = desk.ticket();
        self.looking = Some(ticket);
        let look = Command::LookAround(ticket, invitation.tag, invitation.meeting());
        if self.told.as_ref().is_none_or(|told| told.link != link) {
            self.given = Given::default();
            self.around = Around::default();
        }
        self.told = Some(Rc::new(Told { link, invitation }));
        // Else what is open had named it.
        if !matches!(desk.place, Some(Place::Kept(..))) {
            self.meeting = Meeting::No;
            desk.open_reply(place);
        }
        vec![look]
    }

    /// What is kept under the id that was to be opened was read: it is shown, or begun where it is
    /// nothing.
    pub(super) fn loaded(&mut self, desk: &mut Desk, id: Id, loaded: Loaded) {
        let told = self.told.as_ref().filter(|_| is_link(desk));
        let blank = told.map(|told| told.invitation.blank(desk.today));
        self.revives = desk.show_or_begin(id, loaded, blank);
    }

    /// What is open has come, or changed under another hand: its invitation is read, where the
    /// address did not hold it.
    pub(super) fn opened(&mut self, desk: &mut Desk) -> Vec<Command> {
        let Some(invited) = desk.assessment().and_then(|one| Invited::of(&one.parts)) else {
            return Vec::new();
        };
        if matches!(desk.place, Some(Place::Link(_))) {
            return Vec::new();
        }
        if invited.meeting && invited.respondent.is_some() {
            self.meeting = Meeting::On;
        }
        let mut commands = self.want_part();
        if self
            .told
            .as_ref()
            .is_some_and(|told| told.link == invited.link)
        {
            return commands;
        }
        commands.extend(match invitation::read(&invited.link) {
            Ok(invitation) => self.take(desk, invited.link, invitation),
            Err(LinkProblem::Packed) => self.unpack(desk, invited.link),
            Err(problem) => {
                desk.fail_reply(Problem::Link(problem));
                Vec::new()
            }
        });
        commands
    }

    /// Another tab may have begun what stands here still as nobody has touched it.
    pub(super) fn kept_changed(&mut self, desk: &mut Desk) {
        if self.meeting == Meeting::No && is_link(desk) {
            desk.open_reply_anew();
        }
    }

    /// The items to answer next: the first of her own level that has no answer; none: all have.
    fn next(desk: &Desk) -> Option<Place> {
        let open = desk.session.open()?;
        let assessment = &open.assessment;
        let level = assessment.variant.asked()?.level();
        let own = assessment.variant.within(level);
        let mut items = own.items();
        let item = items.find(|item| assessment.entries.get(*item).answer.is_none());
        Some(open.place(item))
    }

    /// The user begins, or goes on: from here on it is kept.
    pub(super) fn begin(&mut self, desk: &mut Desk, stamp: &Stamp) {
        let Some((told, open)) = self.told.clone().zip(desk.session.open()) else {
            return;
        };
        let known = Invited::of(&open.assessment.parts);
        let deed = match &known {
            Some(known) if known.link == told.link => Vec::new(),
            // The same was sent anew, with other texts, another day or other items.
            Some(known) => {
                let row = told.invitation.place();
                let mut deed = Invited::begins(&row, &told.link, known.respondent, known.meeting);
                let asked = asked_by(&told.invitation, open.assessment.variant);
                deed.push(Action::VariantChosen(asked));
                deed
            }
            None => begins(&told, stamp, false),
        };
        if known.is_none() && std::mem::take(&mut self.revives) {
            desk.revive_reply();
        }
        desk.note_parts(&deed, stamp);
        if let Some(place) = State::next(desk) {
            desk.go_to(desk.page, place, None);
        }
    }
}

/// What notes that somebody begins to answer.
pub(super) fn begins(told: &Told, stamp: &Stamp, meeting: bool) -> Vec<Action> {
    let who = Respondent::drawn(&stamp.fresh);
    let row: Id = told.invitation.place();
    Invited::begins(&row, &told.link, Some(who), meeting)
}

/// The items that an invitation asks, with the other levels of which she had chosen to say
/// something.
fn asked_by(invitation: &Invitation, before: Variant) -> Variant {
    let Some((mut asked, before)) = invitation.variant().asked().zip(before.asked()) else {
        return invitation.variant();
    };
    for level in Level::ALL {
        let [first, ..] = level.items();
        if level != asked.level() && before.has(first) {
            asked = asked.with(level);
        }
    }
    Variant::Asked(asked)
}

/// Whether the address holds a link, as it stands.
fn is_link(desk: &Desk) -> bool {
    matches!(desk.place, Some(Place::Link(_)))
}

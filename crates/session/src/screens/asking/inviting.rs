//! Rounds as the coordinator sets them, and what invites each level.

use forankring_core::address::{Page, Place, Route};
use forankring_core::catalogue::{Level, PerLevel};
use forankring_core::panel::rounds::{Field, Settings, next_round, part, setting};
use forankring_core::panel::{Expected, Round, Themes};
use forankring_core::texts::key;

use super::State;
use super::event::ROUND;
use crate::desk::{self, Command as At, Focus};
use crate::{Desk, Message, Stamp};

/// The latest round of what is open.
fn latest(desk: &Desk) -> Option<Round> {
    let open = desk.assessment()?;
    Settings::latest(&open.parts).map(|latest| latest.round)
}

impl State {
    /// Begins a round, and leads to where it is set.
    pub(super) fn begin_round(
        &mut self,
        desk: &mut Desk,
        items: &PerLevel<Option<Themes>>,
        stamp: &Stamp,
    ) {
        let open = desk.session.open();
        let own = open.filter(|open| !open.origin.is_read_only());
        let Some(parts) = own.map(|open| open.assessment.parts.clone()) else {
            return;
        };
        let Some((round, deed)) = next_round(&parts, items, stamp.at.day) else {
            return self.tell(desk, Message::plain(key::ASK_NO_MORE));
        };
        desk.changed_together(&deed, stamp);
        self.receipt = None;
        if desk.page.route == Route::Ask {
            desk.ask(At::Focus(Focus::Id(ROUND.to_owned())));
        } else {
            let page = Page {
                route: Route::Ask,
                ..desk.page
            };
            let place = desk.place.clone();
            desk.go_to(page, place.unwrap_or(Place::Nothing), None);
        }
        let number = usize::from(round.number());
        desk.say(Message::count(key::ASK_BEGUN, number));
    }

    /// A level is asked, with so many people; or not.
    pub(super) fn ask_level(
        &mut self,
        desk: &mut Desk,
        (level, expected): (Level, Option<Expected>),
        stamp: &Stamp,
    ) {
        let text = expected.map_or("", Expected::id).to_owned();
        self.set(desk, Field::Asks(level), text, stamp);
    }

    /// Sets a field of the latest round. What does not fit is shown as it is written, and said;
    /// what was kept stays.
    pub(super) fn set(&mut self, desk: &mut Desk, field: Field, text: String, stamp: &Stamp) {
        let Some(round) = latest(desk) else { return };
        let fits = match field {
            // What is being written ends in a space now and then.
            Field::Message => setting(round, field, &text),
            _ => setting(round, field, text.trim()),
        };
        match (fits, part(round, field)) {
            (Some(action), _) => desk.changed(action, stamp),
            (None, Some(key)) => desk.overlong_written(desk::Field::Part(key), text),
            (None, None) => {}
        }
    }

    /// What invites a level was given out: the first day of that is noted. It is no change that
    /// one takes back.
    pub(super) fn given_out(&mut self, desk: &mut Desk, level: Level, stamp: &Stamp) {
        let open = desk.assessment();
        let settings = open.and_then(|open| Settings::latest(&open.parts));
        let Some(settings) = settings else { return };
        let asked = settings.levels.get(level).as_ref();
        if asked.is_some_and(|asked| asked.sent.is_none()) {
            let today = stamp.at.day.iso();
            let noted = setting(settings.round, Field::Sent(level), &today);
            desk.noted(noted, stamp);
        }
    }
}

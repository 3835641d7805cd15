//! What a trial does: fetched when one is wanted, so nothing else may name this.

use forankring_core::assessment::Note;
use forankring_core::plan::{Aim, Plan, Trial, adding, fits, id_for};
use forankring_core::texts::{ItemText, key};

use super::{Event, PLAN, Room, START, State, Tool, Trying};
use crate::desk::{self, Focus, MoreWords};
use crate::{Desk, Message, Stamp};

/// As it is handed over.
pub fn tool() -> Tool {
    Tool { update }
}

fn update(state: &mut State, desk: &mut Desk, event: Event, stamp: &Stamp) {
    let State::On(_, trying) = state else { return };
    trying.room = Room::There;
    match event {
        Event::Tried(item, step) => trying.trial = trying.trial.with(item, step),
        Event::TakenBack => {
            trying.trial = Trial::default();
            trying.round += 1;
            desk.say(Message::plain(key::TRIAL_TAKEN_BACK));
        }
        Event::ToPlan => to_plan(trying, desk, stamp),
        Event::Ended => {
            *state = State::Off;
            desk.ask(desk::Command::Focus(Focus::Id(START.to_owned())));
        }
        Event::Wanted | Event::Came(..) => {}
    }
}

/// One deed: what the plan has already is not added twice. A measure is called what the page
/// calls it, whose words came with the trial.
fn to_plan(trying: &mut Trying, desk: &mut Desk, stamp: &Stamp) {
    let open = desk.session.open();
    let Some(open) = open.filter(|open| !open.origin.is_read_only()) else {
        return;
    };
    let MoreWords::Here(texts) = desk.more else {
        return;
    };
    let assessment = &open.assessment;
    let plan = Plan::of(&assessment.parts);
    let found = trying.trial.measures(&assessment.answers(), &plan);
    let new = found.iter().filter(|one| !one.is_there);
    let deeds = new.map(|one| {
        let aim: Aim = one.aim;
        let text = ItemText::MeasureFrom(aim.from());
        let text = texts.item(aim.item(), text, assessment.subject());
        adding(
            &id_for(&plan, aim),
            Some(aim),
            &Note::parse(&text).unwrap_or_default(),
        )
    });
    let deeds: Vec<_> = deeds.collect();
    if deeds.is_empty() {
        return;
    }
    let deed = deeds.concat();
    let said = match fits(&assessment.parts, &deed) {
        true => {
            desk.changed_together(&deed, stamp);
            Message::plain(key::TRIAL_ADDED)
        }
        false => {
            trying.room = Room::Full;
            Message::plain(key::TRIAL_FULL)
        }
    };
    desk.say_at(said, Focus::Id(PLAN.to_owned()));
}

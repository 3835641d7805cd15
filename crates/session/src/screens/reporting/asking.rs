//! The one who keeps the plan asks those who are responsible: a link for each, made anew whenever
//! something of what it tells changes.

use forankring_core::assessment::{Note, Parts};
use forankring_core::plan::wishes::Setting;
use forankring_core::texts::key;

use super::super::Command;
use super::super::reports::{Asked, Assigned, Came, Wanted};
use crate::desk::{self, Focus};
use crate::{Desk, Message, Stamp, Ticket};

/// Whether others are being asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Stage {
    /// Nobody wants to.
    #[default]
    Closed,
    /// They are.
    Open,
}

/// How asking stands.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// Whether others are being asked.
    pub stage: Stage,
    /// What is to be told.
    pub receipt: Option<Message>,
    /// Nothing: what makes them could not be fetched.
    made: Option<(Asked, Option<Assigned>)>,
    making: Option<(Ticket, Asked)>,
    copying: Option<Ticket>,
}

impl State {
    pub(super) fn awaits(&self, ticket: Ticket) -> bool {
        let making = self.making.as_ref().map(|one| one.0);
        making == Some(ticket) || self.copying == Some(ticket)
    }

    pub(super) fn turn(&mut self, desk: &mut Desk) {
        let (stage, focus) = match self.stage {
            Stage::Closed => (Stage::Open, "status-overskrift"),
            Stage::Open => (Stage::Closed, "be-om-status"),
        };
        self.stage = stage;
        // What could not be fetched is asked for again.
        self.made.take_if(|(_, links)| links.is_none());
        self.receipt = None;
        desk.ask(desk::Command::Focus(Focus::Id(focus.to_owned())));
    }

    /// The links, where they are open and say what the plan says no more, are made anew.
    pub(super) fn refresh(&mut self, desk: &mut Desk) -> Vec<Command> {
        if self.stage == Stage::Closed {
            return Vec::new();
        }
        let Some(wanted) = asked(desk) else {
            return Vec::new();
        };
        let is = |one: &Asked| *one == wanted;
        let is_here = self.made.as_ref().is_some_and(|(of, _)| is(of));
        let is_coming = self.making.as_ref().is_some_and(|(_, of)| is(of));
        if is_here || is_coming {
            return Vec::new();
        }
        let ticket = desk.ticket();
        self.making = Some((ticket, wanted.clone()));
        vec![Command::Report(ticket, Box::new(Wanted::Assign(wanted)))]
    }

    pub(super) fn came(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        came: Option<Came>,
    ) -> Vec<Command> {
        if let Some((_, wanted)) = self.making.take_if(|one| one.0 == ticket) {
            let links = match came {
                Some(Came::Assigned(links)) => Some(links),
                _ => None,
            };
            self.made = Some((wanted, links));
        } else if self.copying.take_if(|one| *one == ticket).is_some() {
            let told = Message::plain(match came == Some(Came::Copied(true)) {
                true => key::REPORTING_ASK_COPIED,
                false => key::REPORTING_ASK_COPY_FAILED,
            });
            self.receipt = Some(told.clone());
            desk.say(told);
        }
        Vec::new()
    }

    /// What is asked of whom, each with its link, once that was made of what stands in these parts.
    pub fn links(&self, parts: &Parts) -> Option<&Assigned> {
        let made = self.made.as_ref().filter(|(of, _)| of.parts == *parts);
        made.and_then(|(_, links)| links.as_ref())
    }

    /// Whether links are being made.
    pub fn is_making(&self) -> bool {
        self.making.is_some()
    }

    /// A link, or a text with it, is to be copied.
    pub(super) fn copy(&mut self, desk: &mut Desk, text: String) -> Vec<Command> {
        self.receipt = None;
        let ticket = desk.ticket();
        self.copying = Some(ticket);
        vec![Command::Report(ticket, Box::new(Wanted::Copy(text)))]
    }
}

/// What is asked, where anybody can be.
fn asked(desk: &Desk) -> Option<Asked> {
    let open = desk.session.open()?;
    Some(Asked {
        of: open.origin.id()?.clone(),
        parts: desk.own_parts()?,
        name: open.assessment.name.clone(),
    })
}

/// What fits is kept at once; what does not stays as it was entered, and is said.
pub(super) fn set(desk: &mut Desk, setting: Setting, text: String, stamp: &Stamp) {
    let fits = desk.own_parts().is_some() && setting.holds(&text);
    match Note::parse(&text).ok().filter(|_| fits) {
        Some(note) => {
            if let Some(action) = setting.setting(note) {
                desk.changed(action, stamp);
            }
        }
        None => {
            if let Some(place) = setting.key() {
                desk.overlong_written(desk::Field::Part(place), text);
            }
        }
    }
}

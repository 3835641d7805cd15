//! Reports that come back: found in what was pasted or stands in the address, shown with what
//! becomes of each, and taken in once the user says so. Nothing changes before.

use std::rc::Rc;

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::keeping::{Addressee, StorageProblem};
use forankring_core::panel::Tag;
use forankring_core::plan::report::{Judged, Report, judge};
use forankring_core::texts::{Key, key};

use super::super::Command;
use super::super::asking::{Whose, leads_to};
use super::super::reports::{Came, Wanted};
use crate::desk::Focus;
use crate::{Desk, Message, Problem, Ticket};

/// The field into which reports are pasted.
pub const BOX: &str = "meldinger-tekst";
/// The heading above what was found.
pub const FOUND: &str = "meldinger-funn";

/// What comes in, and what is known of it.
#[derive(Clone, Debug, PartialEq, Default)]
pub struct State {
    /// What was pasted.
    pub text: String,
    /// What became of a link in the address that led nowhere.
    pub whose: Whose,
    /// What is to be told.
    pub told: Option<Message>,
    found: Option<Rc<Vec<Report>>>,
    /// Numbers of what does not come in.
    left: Vec<usize>,
    reading: Option<Ticket>,
    seeking: Option<Ticket>,
}

impl State {
    /// What was found, as it stands to what is open.
    pub fn judged(&self, desk: &Desk) -> Option<Judged> {
        let found = self.found.as_ref()?;
        let open = desk.session.open()?;
        let parts = desk.own_parts()?;
        Some(judge(found, open.origin.id()?, &parts, desk.today))
    }

    /// Whether this is awaited to know what stands in the address.
    pub(super) fn seeks(&self, ticket: Ticket) -> bool {
        self.whose == Whose::Sought && self.reading == Some(ticket)
    }

    /// Whether something was found.
    pub fn is_found(&self) -> bool {
        self.found.is_some()
    }

    /// Another place is shown: what was found may belong to it. What is still being looked for
    /// leads nobody away from there.
    pub(super) fn moved(self) -> State {
        State {
            text: self.text,
            found: self.found,
            left: self.left,
            ..State::default()
        }
    }

    /// Whether what is said with this number comes in, if it can.
    pub fn is_chosen(&self, number: usize) -> bool {
        !self.left.contains(&number)
    }

    pub(super) fn choose(&mut self, number: usize, comes: bool) {
        self.left.retain(|one| *one != number);
        if !comes {
            self.left.push(number);
        }
    }

    /// Something stands in the address.
    pub(super) fn seek(&mut self, desk: &mut Desk, text: String) -> Vec<Command> {
        desk.open_later();
        self.whose = Whose::Sought;
        self.gather(desk, text)
    }

    pub(super) fn read(&mut self, desk: &mut Desk) -> Vec<Command> {
        self.gather(desk, self.text.clone())
    }

    fn gather(&mut self, desk: &mut Desk, text: String) -> Vec<Command> {
        let ticket = desk.ticket();
        self.told = None;
        self.reading = Some(ticket);
        vec![Command::Report(ticket, Box::new(Wanted::Gather(text)))]
    }

    pub(super) fn came(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        came: Option<Came>,
    ) -> Vec<Command> {
        if self.reading.take_if(|one| *one == ticket).is_some() {
            return self.gathered(desk, came);
        }
        if self.seeking.take_if(|one| *one == ticket).is_some() {
            let known = match came {
                Some(Came::Addressees(known)) => known,
                _ => Err(StorageProblem::Failed),
            };
            self.lead(desk, known);
        }
        Vec::new()
    }

    fn gathered(&mut self, desk: &mut Desk, came: Option<Came>) -> Vec<Command> {
        let sought = self.whose == Whose::Sought;
        let (reports, other) = match came {
            Some(Came::Gathered(reports, other)) => (reports, other),
            _ => {
                self.tell(desk, key::REPORTING_IN_UNFETCHED);
                return Vec::new();
            }
        };
        if reports.is_empty() {
            match sought {
                true => self.lead_nowhere(desk, Whose::NoReply(other)),
                false => self.tell(desk, key::REPORTING_IN_NONE),
            }
            return Vec::new();
        }
        self.left.clear();
        self.found = Some(Rc::new(reports));
        if !sought {
            desk.ask(crate::desk::Command::Focus(Focus::Id(FOUND.to_owned())));
            return Vec::new();
        }
        let ticket = desk.ticket();
        self.seeking = Some(ticket);
        vec![Command::Report(ticket, Box::new(Wanted::Addressees))]
    }

    /// To what belongs to what was found, one is led.
    fn lead(&mut self, desk: &mut Desk, known: Result<Vec<Addressee>, StorageProblem>) {
        let tags = self.found.iter().flat_map(|all| all.iter());
        let tags = tags.map(|one| one.tag);
        // What is open in this tab may not be written yet.
        let open = desk.open_ids();
        let ours = |tag: Tag| open.iter().find(|id| Tag::of(id) == tag);
        let led = match (tags.clone().find_map(ours), &known) {
            (Some(id), _) => Ok(id),
            (None, Ok(known)) => leads_to(known, tags),
            (None, Err(problem)) => Err(Whose::Failed(*problem)),
        };
        match led.cloned() {
            Ok(id) => self.go(desk, id),
            Err(whose) => self.lead_nowhere(desk, whose),
        }
    }

    /// Nothing opens here: why is said in its place.
    fn lead_nowhere(&mut self, desk: &mut Desk, whose: Whose) {
        self.whose = whose;
        desk.fail_reply(Problem::Place);
    }

    /// The address names the assessment from now on, instead of the report: going back does not
    /// lead here again.
    fn go(&mut self, desk: &mut Desk, id: Id) {
        self.whose = Whose::Nobodys;
        let page = Page {
            route: Route::Plan,
            ..desk.page
        };
        desk.go_instead(page, Place::Kept(id, None));
        desk.ask(crate::desk::Command::Focus(Focus::Id(FOUND.to_owned())));
    }

    fn tell(&mut self, desk: &mut Desk, said: Key) {
        let message = Message::plain(said);
        self.told = Some(message.clone());
        desk.say_at(message, Focus::Id(BOX.to_owned()));
    }
}

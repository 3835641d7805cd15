//! A reply in the address leads to the assessment that it belongs to, whatever else is open.

use std::rc::Rc;

use forankring_core::address::{Id, Page, Place, Route};
use forankring_core::keeping::{Addressee, StorageProblem, Whereabouts};
use forankring_core::panel::Tag;

use super::super::Command;
use super::State;
use super::event::{Known, Whose};
use crate::{Desk, Ticket};

impl State {
    /// What stands in the address is looked at.
    pub(super) fn seek(&mut self, desk: &mut Desk, text: String) -> Vec<Command> {
        if self.whose == Whose::Nobodys {
            self.collecting.add(&text);
            self.collecting.gather();
        }
        self.seek_found(desk)
    }

    /// To what belongs to what was found, one is led.
    pub(super) fn seek_found(&mut self, desk: &mut Desk) -> Vec<Command> {
        let found = self.collecting.finding.as_ref();
        let found = found.map(|finding| finding.gathered.clone());
        if found.as_ref().is_none_or(|found| found.links.is_empty()) {
            let other = found.and_then(|found| found.others.first().copied());
            self.whose = Whose::NoReply(other);
            return Vec::new();
        }
        self.whose = Whose::Sought;
        self.collecting.ask_for_addressees(desk)
    }

    /// What is known here was read, for the address or for verdicts.
    pub(super) fn addressees_read(
        &mut self,
        desk: &mut Desk,
        ticket: Ticket,
        read: Result<Vec<Addressee>, StorageProblem>,
    ) {
        if self.collecting.known != Known::Asked(ticket) {
            return;
        }
        self.collecting.known = match read {
            Ok(all) => Known::Read(Rc::new(all)),
            Err(problem) => Known::Failed(problem),
        };
        if self.whose == Whose::Sought {
            self.lead(desk);
        }
    }

    fn lead(&mut self, desk: &mut Desk) {
        let finding = self.collecting.finding.as_ref();
        let tags = finding.map(|one| one.gathered.links.iter().map(|(_, reply)| reply.tag));
        let tags = tags.into_iter().flatten();
        // What is open in this tab may not be written yet.
        let open = desk.open_ids();
        let of = |tag: Tag| open.iter().find(|id| Tag::of(id) == tag).cloned();
        if let Some(id) = tags.clone().find_map(of) {
            return self.go(desk, id);
        }
        let known = match &self.collecting.known {
            Known::Read(known) => known.clone(),
            Known::Failed(problem) => {
                self.whose = Whose::Failed(*problem);
                return;
            }
            Known::Unasked | Known::Asked(_) => return,
        };
        match leads_to(&known, tags) {
            Ok(id) => self.go(desk, id.clone()),
            Err(whose) => self.whose = whose,
        }
    }

    /// The address names the assessment from now on, instead of the reply: going back does not
    /// lead here again.
    fn go(&mut self, desk: &mut Desk, id: Id) {
        self.whose = Whose::Nobodys;
        let page = Page {
            route: Route::Ask,
            ..desk.page
        };
        desk.go_instead(page, Place::Kept(id, None));
    }
}

/// To which of the assessments that are known here the first of these tags leads that one can be
/// opened of.
///
/// # Errors
/// Where the first that is known is instead, or that none is.
pub fn leads_to(
    known: &[Addressee],
    mut tags: impl Iterator<Item = Tag> + Clone,
) -> Result<&Id, Whose> {
    let of = |tag: Tag| known.iter().find(|one| one.has(tag));
    let here = |tag| of(tag).filter(|one| matches!(one.at, Whereabouts::Here(..)));
    if let Some(one) = tags.clone().find_map(here) {
        return Ok(&one.id);
    }
    Err(match tags.find_map(of).map(|one| &one.at) {
        Some(Whereabouts::Bin) => Whose::Bin,
        Some(Whereabouts::Unreadable) => Whose::Unreadable,
        Some(Whereabouts::Deleted) => Whose::Deleted,
        Some(Whereabouts::Here(..)) | None => Whose::Unknown,
    })
}

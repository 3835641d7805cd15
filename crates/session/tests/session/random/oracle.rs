//! What must hold, known from nothing but what the user saw and did.

use std::collections::{BTreeMap, BTreeSet};

use forankring_core::address::Id;
use forankring_core::assessment::{Action, Assessment, Key, NoteField};
use forankring_core::catalogue::Item;
use forankring_core::keeping::{Slot, StorageProblem};
use forankring_session::Desk;
use forankring_session::desk::{Origin, Saving};

use super::link::link_says_what_is_chosen;
use super::step::PARTS;
use crate::world::{Doc, Notes, World, read};

/// A change by the user.
#[derive(Clone, Debug)]
struct Done {
    tab: usize,
    /// On which page.
    document: u32,
    id: Id,
    action: Action,
}

#[derive(Default)]
pub struct Oracle {
    /// In which assessments a text may stand.
    meant: BTreeMap<String, BTreeSet<String>>,
    done: Vec<Done>,
    deleted: BTreeSet<String>,
    /// What the user wants kept all the same; by which page.
    back: Vec<(String, u32)>,
    /// What was open in a tab when everything was to be deleted.
    with: BTreeMap<usize, Vec<Id>>,
}

/// The parts that the steps change.
fn slots() -> Vec<Slot> {
    let mut slots = vec![Slot::Name];
    for item in &Item::ALL[..4] {
        slots.push(Slot::Answer(*item));
        slots.push(Slot::Note(*item, NoteField::Comment));
    }
    let keyed = PARTS.map(|part| Slot::Keyed(Key::parse(part).unwrap()));
    slots.extend(keyed);
    slots
}

/// Whether it says what an action did.
fn says(assessment: &Assessment, action: &Action) -> bool {
    assessment.undoing(action) == *action
}

fn texts(assessment: &Assessment) -> Vec<String> {
    let comments = Item::ALL[..4]
        .iter()
        .map(|item| &assessment.entries.get(*item).comment);
    let comments = comments.map(|text| text.as_str().to_owned());
    let names = [assessment.name.as_str().to_owned()];
    let parts = assessment.parts.all().iter();
    let parts = parts.map(|(_, text)| text.as_str().to_owned());
    let all = comments.chain(names).chain(parts);
    all.filter(|text| !text.is_empty()).collect()
}

impl Oracle {
    pub fn meant(&mut self, text: &str, id: &Id) {
        let ids = self.meant.entry(text.to_owned()).or_default();
        ids.insert(id.as_str().to_owned());
    }

    pub fn meant_all(&mut self, assessment: &Assessment, id: &Id) {
        for text in texts(assessment) {
            self.meant(&text, id);
        }
    }

    /// The user changed something: what she saw before, and sees now.
    pub fn done(
        &mut self,
        (tab, document): (usize, u32),
        id: &Id,
        before: &Assessment,
        after: &Assessment,
    ) {
        self.meant_all(after, id);
        for slot in slots() {
            let (was, action) = (slot.said_by(before), slot.said_by(after));
            if was != action {
                let id = id.clone();
                self.done.push(Done {
                    tab,
                    document,
                    id,
                    action,
                });
            }
        }
    }

    pub fn asked_back(&mut self, id: &Id, document: u32) {
        self.back.push((id.as_str().to_owned(), document));
    }

    /// The user does not want it any more.
    pub fn given_up(&mut self, id: &Id) {
        self.done.retain(|one| one.id != *id);
    }

    /// What is not in the store may be gone with the page: of those parts nothing is
    /// known any more.
    pub fn lost(&mut self, world: &World, of: impl Fn(usize) -> bool) {
        let all = 0..self.done.len();
        let open = all.filter(|place| of(self.done[*place].tab) && !self.is_stored(world, *place));
        let part = |one: &Done| (one.id.clone(), Slot::of(&one.action));
        let parts: Vec<_> = open.map(|place| part(&self.done[place])).collect();
        self.done.retain(|one| !parts.contains(&part(one)));
    }

    pub fn deleted(&mut self, world: &World, id: &Id) {
        self.given_up(id);
        // What a page was asked to keep all the same, and is still about to, stays asked.
        let about = |number: u32| {
            let docs = world
                .tabs
                .iter()
                .flat_map(|tab| tab.doc.iter().chain(&tab.away));
            let mut docs = docs.filter(|doc| doc.number == number);
            docs.any(|doc| !is_saved(doc, id))
        };
        let name = id.as_str();
        self.back
            .retain(|(one, number)| one != name || about(*number));
        self.deleted.insert(name.to_owned());
    }

    /// Everything is to be deleted, and what is open with it.
    pub fn deletes_all(&mut self, tab: usize, desk: &Desk) {
        let open = desk.session.open().into_iter().chain(&desk.aside);
        let ids = open.filter_map(|open| open.origin.id().cloned()).collect();
        self.with.insert(tab, ids);
    }

    pub fn deleted_with(&mut self, tab: usize) {
        for id in self.with.remove(&tab).unwrap_or_default() {
            self.given_up(&id);
            self.deleted.insert(id.as_str().to_owned());
        }
    }

    pub fn check(&self, world: &World) {
        self.only_there(world);
        self.stays_deleted(world);
        for (n, tab) in world.tabs.iter().enumerate() {
            self.saved_is_kept(world, n, tab.doc());
            link_says_what_is_chosen(tab.doc());
        }
        self.nothing_is_dropped(world);
    }

    /// What was entered stands where it was entered.
    fn only_there(&self, world: &World) {
        let records = world.store.records.iter();
        let states = world
            .store
            .states
            .iter()
            .map(|((name, _), kept)| (name, kept));
        for (name, kept) in records.chain(states) {
            for text in texts(&kept.assessment) {
                let meant = self.meant.get(&text);
                let right = meant.is_some_and(|ids| ids.contains(name));
                assert!(right, "{text} stands in {name}, meant for {meant:?}");
            }
        }
    }

    fn stays_deleted(&self, world: &World) {
        for name in &self.deleted {
            let asked = self.back.iter().any(|(one, _)| one == name);
            let there = world.store.records.contains_key(name);
            assert!(asked || !there, "{name} is back from the dead");
        }
    }

    /// Whether a change, or a later one of the same part, stands in the store.
    fn is_stored(&self, world: &World, place: usize) -> bool {
        let one = &self.done[place];
        let record = world.store.kept(&one.id);
        let name = one.id.as_str();
        let states = world.store.states.iter();
        let states = states
            .filter(|((own, _), _)| own == name)
            .map(|(_, kept)| kept);
        let mut all = record.into_iter().chain(states);
        all.any(|kept| says(&kept.assessment, &one.action))
    }

    fn is_superseded(&self, place: usize) -> bool {
        let one = &self.done[place];
        let slot = Slot::of(&one.action);
        let mut later = self.done[place + 1..].iter();
        later.any(|other| other.id == one.id && Slot::of(&other.action) == slot)
    }

    fn saved_is_kept(&self, world: &World, tab: usize, doc: &Doc) {
        let Some(open) = doc.live.desk().session.open() else {
            return;
        };
        let Origin::Kept(id) = &open.origin else {
            return;
        };
        if open.saving != Saving::Saved {
            return;
        }
        for (place, one) in self.done.iter().enumerate() {
            // Where nothing can be left, a page knows nothing of the one after it.
            let knows = world.notes == Notes::There || one.document == doc.number;
            if knows && one.tab == tab && one.id == *id && !self.is_superseded(place) {
                assert!(
                    self.is_stored(world, place),
                    "called saved, not kept: {one:?}"
                );
            }
        }
    }

    /// Unsaved work is in the store, on the page, or lies ready for the next one.
    fn nothing_is_dropped(&self, world: &World) {
        for (place, one) in self.done.iter().enumerate() {
            if self.is_superseded(place) || self.is_stored(world, place) {
                continue;
            }
            let tab = &world.tabs[one.tab];
            let mut docs = vec![tab.doc()];
            if world.notes == Notes::Blocked {
                docs.extend(&tab.away);
            }
            let on_page = docs.iter().any(|doc| {
                let desk = doc.live.desk();
                let mut open = desk.session.open().into_iter().chain(&desk.aside);
                open.any(|open| {
                    open.origin.id() == Some(&one.id) && says(&open.assessment, &one.action)
                })
            });
            let left = read(&tab.left);
            let mut ready = left.iter();
            let ready = ready.any(|left| left.id == one.id && says(&left.assessment, &one.action));
            assert!(on_page || ready, "dropped: {one:?}");
        }
    }

    /// In the end every page shows what stands in the store.
    pub fn agree(&self, world: &World) {
        for tab in &world.tabs {
            let Some(open) = tab.doc().live.desk().session.open() else {
                continue;
            };
            let Origin::Kept(id) = &open.origin else {
                continue;
            };
            match world.stored(id) {
                Some(stored) => {
                    let same = *stored == *open.assessment;
                    assert!(
                        same,
                        "the store says other than the page: {:?}",
                        open.saving
                    );
                }
                None => {
                    let deleted = Saving::Failed(StorageProblem::Deleted);
                    assert_eq!(open.saving, deleted, "it is gone, and nothing says so");
                }
            }
        }
    }
}

fn is_saved(doc: &Doc, id: &Id) -> bool {
    let desk = doc.live.desk();
    let mut all = desk.session.open().into_iter().chain(&desk.aside);
    all.any(|open| open.origin.id() == Some(id) && open.saving == Saving::Saved)
}

//! What becomes of an open assessment: where one is in it, and how far its
//! changes have come.

use forankring_core::address::Place;
use forankring_core::assessment::Assessment;
use forankring_core::catalogue::Item;

use super::{Event, LastSaved, Origin, Saving, Session, State, Turn};
use forankring_core::address::Route;

/// Where one goes on: where one left, or at the first item without an answer.
fn resumed(assessment: &Assessment, left: Option<Item>) -> Item {
    let left = left.filter(|item| assessment.variant.asks(*item));
    left.or(assessment.first_unanswered())
        .unwrap_or(Item::FIRST)
}

impl State {
    /// Goes to a place. One that names no item of what is open leads to the item
    /// at which the user left it.
    pub(super) fn arrive(&mut self, mut place: Place) {
        let left = match &self.place {
            Some(Place::Kept(_, item) | Place::New(_, item)) => *item,
            _ => None,
        };
        if let (Session::Open(open), Some(item)) = (&mut self.session, left) {
            open.at = Some(item);
        }
        if let (Place::Kept(id, at @ None), Session::Open(open)) = (&mut place, &self.session)
            && open.origin == Origin::Kept(id.clone())
            && self.page.route.answers()
        {
            *at = Some(resumed(&open.assessment, open.at));
        }
        self.place = Some(place);
    }

    /// Sets for answering at which item: the one that the address names, or where
    /// the user left, or the first without an answer.
    pub(super) fn place_opened(
        &mut self,
        assessment: &Assessment,
        origin: &Origin,
        at: Option<Item>,
    ) {
        if let Origin::Link(fragment) = origin {
            // It may have been mended: the address is to show what is open.
            self.place = Some(Place::Link(fragment.clone()));
        }
        let Origin::Kept(id) = origin else { return };
        let named = match &self.place {
            Some(Place::Kept(_, item)) => *item,
            _ => None,
        };
        let answers = self.page.route.answers();
        let item = named.or_else(|| answers.then(|| resumed(assessment, at)));
        self.place = Some(Place::Kept(id.clone(), item));
    }

    /// Where a level stands on the page, notes at which item the user is.
    fn note_item(&mut self, item: Option<Item>) {
        if self.page.route != Route::Level || item.is_none() {
            return;
        }
        if let Some(Place::New(_, at) | Place::Kept(_, at)) = &mut self.place {
            *at = item;
        }
    }

    /// On an answering page, goes to an item that was changed from elsewhere.
    fn show(&mut self, item: Option<Item>) {
        if !self.page.route.answers() || item.is_none() || item == Some(self.item()) {
            return;
        }
        if let Some(Place::New(_, at) | Place::Kept(_, at)) = &mut self.place {
            *at = item;
            self.moves += 1;
        }
    }

    /// Events of an open assessment; without one they mean nothing.
    pub(super) fn progressed(&mut self, event: Event) {
        let item = self.item();
        let Session::Open(open) = &mut self.session else {
            return;
        };
        match event {
            Event::Changed(action, at) => {
                if open.origin.is_read_only() {
                    return;
                }
                open.history.did(&open.assessment, &action);
                let changed = action.item();
                open.change(action, at);
                self.note_item(changed);
            }
            Event::TurnedBack(turn, at) => {
                let action = match turn {
                    Turn::Undo => open.history.undo(&open.assessment),
                    Turn::Redo => open.history.redo(&open.assessment),
                };
                let Some(action) = action else { return };
                let shown = action.item();
                open.change(action, at);
                self.show(shown);
            }
            Event::WritingStarted => open.saving = Saving::Writing,
            Event::Written {
                id,
                count,
                stored,
                at,
            } => {
                let mut written = open.unsaved.drain(..count.min(open.unsaved.len()));
                let latest = written.next_back().map_or(i64::MIN, |change| change.ms);
                drop(written);
                open.written_ms = open.written_ms.max(latest);
                open.writes += 1;
                open.failures = 0;
                open.deleted = false;
                open.shows(stored);
                open.last_saved = LastSaved::Here(at);
                open.saving = if open.unsaved.is_empty() {
                    Saving::Saved
                } else {
                    Saving::Waiting
                };
                if open.origin == Origin::New {
                    // Unless the reader has asked for something else meanwhile.
                    if matches!(self.place, None | Some(Place::New(..) | Place::Nothing)) {
                        let item = self.page.route.answers().then_some(item);
                        self.place = Some(Place::Kept(id.clone(), item));
                    }
                    open.origin = Origin::Kept(id);
                }
            }
            Event::WrittenElsewhere(id, kept)
                if open.origin == Origin::Kept(id.clone()) && kept.revision > open.revision =>
            {
                open.shows(kept);
            }
            Event::Gone => open.saving = Saving::Waiting,
            Event::DeletedElsewhere => open.deleted = true,
            Event::WritingSlow(writes)
                if open.saving == Saving::Writing && open.writes == writes =>
            {
                open.saving = Saving::Slow;
            }
            Event::WritingFailed(problem) => {
                open.failures += 1;
                open.saving = Saving::Failed(problem, open.failures);
            }
            Event::RetryWanted if matches!(open.saving, Saving::Failed(..)) => {
                open.saving = Saving::Waiting;
            }
            Event::RetryDue(failures) if matches!(open.saving, Saving::Failed(_, n) if n == failures) =>
            {
                open.saving = Saving::Waiting;
            }
            Event::HeardOf(name) => {
                if let Origin::Kept(id) = &open.origin
                    && (id.as_str() == name || name.is_empty())
                {
                    open.heard += 1;
                }
            }
            _ => {}
        }
    }
}
